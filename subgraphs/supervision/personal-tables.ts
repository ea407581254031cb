import { beginningsTable, type PersonalTables } from '../runtime/personal-tables.ts';

export const personalTables = {
  ...beginningsTable,
  published: { notExported: 'What the catalogue says, of nobody.' },
  delegation_events: { notExported: 'What departments did; by whom of their staff goes when its time is over.' },
  published_matters: { notExported: 'What the catalogue says, of nobody.' },
  walkthroughs: {
    notExported: 'What staff met as they walked a matter; who walked and what they wrote goes when its time is over.',
  },
  issues: { notExported: 'What departments have to mend, of nobody.' },
  issue_events: { notExported: 'What departments did; what was written and by whom goes when its time is over.' },
  asked_papers: { notExported: 'Types of papers that clerks asked for, by a pseudonym of the filing.' },
  reviews: {
    exported: 'REVIEW',
    leftOut: {
      sealed: 'What it seals is told beside it, opened.',
      account: 'Stands for whose it is, for whoever holds the key alone.',
      request: 'Stands for the key that it was given under, for whoever holds the key of pseudonyms alone.',
      requestHash: 'Stands for what was said, which is told.',
    },
  },
} as const satisfies PersonalTables;
