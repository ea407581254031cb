import { beginningsTable, type PersonalTables } from '../runtime/personal-tables.ts';

export const personalTables = {
  ...beginningsTable,
  institutions: { notExported: 'What the catalogue says, of nobody.' },
  licences: {
    exported: 'LICENCE',
    leftOut: {
      sealed: 'What it seals is told beside it, opened.',
      account: 'Stands for who has it, for whoever holds the key alone.',
      person: 'Stands for whom it is about, for whoever holds the key alone.',
      code: 'Stands for the verification code, which is told.',
      requestHash: 'Stands for what was asked, which is told.',
    },
  },
  licence_events: { notExported: 'Told with each licence, as its history; of one that is gone it tells of nobody.' },
} as const satisfies PersonalTables;
