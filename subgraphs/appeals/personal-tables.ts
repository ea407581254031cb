import { beginningsTable, type PersonalTables } from '../runtime/personal-tables.ts';

export const personalTables = {
  ...beginningsTable,
  rules: { notExported: 'What the catalogue says, of nobody.' },
  matters: { notExported: 'What the catalogue says, of nobody.' },
  appeals: {
    exported: 'APPEAL',
    leftOut: {
      sealed: 'What it seals is told beside it, opened.',
      account: 'Stands for whose it is, for whoever holds the key alone.',
      request: 'Stands for the key that it was opened under, for whoever holds the key of pseudonyms alone.',
      requestHash: 'Stands for what was asked, which is told.',
      likeness: 'Stands for what makes another the same, which is told.',
      code: 'Stands for the tracking code, which is told.',
      terms: 'What the catalogue says, of nobody.',
    },
  },
  like_classes: { notExported: 'What several appeals have in common, and what is changed: of nobody.' },
  like_class_events: { notExported: 'What staff said of a class of appeals: of nobody.' },
  intake_points: { notExported: 'What the catalogue says, of nobody.' },
  intake_turns: { notExported: 'Pseudonyms of whoever has no account; gone after an hour.' },
  appeal_sources: { notExported: 'Told with each appeal, as its sources.' },
  appeal_notices: { notExported: 'Which answer a source was to be told; the answer is told with the appeal.' },
  appeal_receipts: { notExported: 'When that was received.' },
  appeal_words: { notExported: 'Told with each appeal, as its words.' },
  appeal_pairs: { notExported: 'What staff said of two appeals: of nobody.' },
  appeal_accesses: { notExported: 'Told with each appeal, as its accesses; who of the staff it was is theirs.' },
  appeal_events: { notExported: 'Told with each appeal, as its history; of one that was erased it tells of nobody.' },
} as const satisfies PersonalTables;
