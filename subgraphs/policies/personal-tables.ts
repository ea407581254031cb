import type { PersonalTables } from '../runtime/personal-tables.ts';

export const personalTables = {
  rules: { notExported: 'What the catalogue says, of nobody.' },
} as const satisfies PersonalTables;
