import type { PersonalTables } from '../runtime/personal-tables.ts';

export const personalTables = {
  published: { notExported: 'What the catalogue says, of nobody.' },
  delegation_events: { notExported: 'What departments did; by whom of their staff goes when its time is over.' },
} as const satisfies PersonalTables;
