import { beginningsTable, type PersonalTables } from '../runtime/personal-tables.ts';

const pseudonymOf = (what: string): string => `Stands for ${what}, for whoever holds the key of pseudonyms alone.`;

export const personalTables = {
  ...beginningsTable,
  rules: { notExported: 'What the catalogue says, of nobody.' },
  matters: { notExported: 'What the catalogue says, of nobody.' },
  days: { notExported: 'What a queue offers on a day, of nobody.' },
  tickets: {
    exported: 'APPOINTMENT',
    leftOut: {
      sealed: 'What it seals is told beside it, opened.',
      person: pseudonymOf('whose it is'),
      account: pseudonymOf('whose it is'),
      period: 'Told as the time that was booked.',
    },
  },
  powers: {
    exported: 'APPOINTMENT',
    leftOut: {
      sealed: 'What it seals is told beside it, opened.',
      person: pseudonymOf('who gave it'),
      account: pseudonymOf('who gave it'),
    },
  },
  agents: {
    exported: 'APPOINTMENT',
    leftOut: { sealed: 'What it seals is told beside it, opened.', account: pseudonymOf('whose it is') },
  },
  live_numbers: { notExported: 'Of numbers that are told, those that are not over.' },
  log: { notExported: 'What happened to numbers that are told; who of the staff did it is theirs.' },
} as const satisfies PersonalTables;
