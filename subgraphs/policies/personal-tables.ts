import { beginningsTable, type PersonalTables } from '../runtime/personal-tables.ts';

export const personalTables = {
  ...beginningsTable,
  rules: { notExported: 'What the catalogue says, of nobody.' },
  registers: {
    exported: 'OFFER',
    leftOut: { account: 'Stands for whose it is, for whoever holds the key alone.' },
  },
  register_events: {
    notExported: 'Told with the register, as its history; of one that was erased it tells of nobody.',
  },
} as const satisfies PersonalTables;
