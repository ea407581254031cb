import { catalogueTables, type PersonalTables } from '../runtime/personal-tables.ts';

export const personalTables = {
  ...catalogueTables,
  revisions: { notExported: 'Numbers and dates of publications.' },
} as const satisfies PersonalTables;
