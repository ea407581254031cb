import { catalogueTables, type PersonalTables } from '../runtime/personal-tables.ts';

export const personalTables = {
  ...catalogueTables,
  filings: {
    // Told with the filing's record by whoever filed it: the desk knows nobody's account.
    exported: 'FILING',
    leftOut: {
      sealed: 'What it seals is told beside it, opened.',
      requestHash: 'Stands for what was sent, which is told whole.',
    },
  },
  commands: { notExported: 'Which decisions and supplements were performed: ids of theirs and of filings.' },
  erasures: { notExported: 'Told by whoever asked for the erasure, with the submission that it was of.' },
  outgoing: { notExported: 'A copy of what is told of the filing, on its way to the department.' },
  outgoing_files: {
    notExported: 'Copies of files that are told of with the submission, on their way to the department.',
  },
  counters: { notExported: 'How many numbers were issued, about nobody.' },
} as const satisfies PersonalTables;
