import { catalogueTables, type PersonalTables } from '../runtime/personal-tables.ts';

export const personalTables = {
  ...catalogueTables,
  revisions: { notExported: 'Numbers and dates of publications.' },
  publications: { notExported: 'Which of the staff published what, and why: theirs.' },
} as const satisfies PersonalTables;
