import { catalogueTables, type PersonalTables } from '../runtime/personal-tables.ts';

export const personalTables = {
  ...catalogueTables,
  revisions: { notExported: 'Numbers and dates of publications.' },
  proposals: { notExported: 'Which of the staff proposed what, and why: theirs.' },
  approvals: { notExported: 'Which of the staff approved what, and why: theirs.' },
  publications: { notExported: 'Which of the staff published what, and why: theirs.' },
} as const satisfies PersonalTables;
