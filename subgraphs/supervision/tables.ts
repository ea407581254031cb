import { customType, date, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { CaseEvent, CaseStatus } from '../language/case-clock.ts';
import type { Localized } from '../language/text.ts';
import type { SupervisionCatalogue } from './domain/catalogue.ts';
import type { DelegationEvent } from './domain/delegations.ts';
import type { IssueTerms, Origin } from './domain/issues.ts';

export { beginnings } from '../runtime/beginnings.ts';

const bytes = customType<{ data: Buffer; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  fromDriver: (value) => Buffer.from(value),
});
const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });
const day = (name: string) => date(name, { mode: 'string' });

export const published = pgTable('published', {
  revision: integer('revision').primaryKey(),
  content: jsonb('content').$type<SupervisionCatalogue>().notNull(),
});
/** Only ever added to: the database refuses anything else. `request` and `requestHash` are pseudonyms. */
export const delegationEvents = pgTable(
  'delegation_events',
  {
    matter: text('matter').notNull(),
    receiver: text('receiver').notNull(),
    number: integer('number').notNull(),
    at: instant('at').notNull(),
    kind: text('kind').$type<DelegationEvent['kind']>().notNull(),
    unit: text('unit').notNull(),
    request: text('request').notNull(),
    requestHash: text('request_hash').notNull(),
    body: jsonb('body').$type<DelegationEvent>().notNull(),
    contentDigest: text('content_digest').notNull(),
    digest: text('digest').notNull(),
    sealed: bytes('sealed'),
  },
  ({ matter, receiver, number }) => [primaryKey({ columns: [matter, receiver, number] })],
);

export type DelegationEventRow = typeof delegationEvents.$inferSelect;
/** A matter as it is published since a revision: which papers its rows name. */
export const publishedMatters = pgTable(
  'published_matters',
  {
    matter: text('matter').notNull(),
    revision: integer('revision').notNull(),
    department: text('department').notNull(),
    papers: text('papers').array().notNull(),
    digest: text('digest').notNull(),
  },
  ({ matter, revision }) => [primaryKey({ columns: [matter, revision] })],
);
/** Only ever added to. `walker`, `request` and `requestHash` are pseudonyms. */
export const walkthroughs = pgTable('walkthroughs', {
  id: text('id').primaryKey(),
  matter: text('matter').notNull(),
  number: integer('number').notNull(),
  walker: text('walker').notNull(),
  walkedOn: day('walked_on').notNull(),
  at: instant('at').notNull(),
  revision: integer('revision').notNull(),
  steps: integer('steps').notNull(),
  minutes: integer('minutes').notNull(),
  metres: integer('metres').notNull(),
  /** Types of papers that were asked for, and of those the ones that no row named. */
  asked: text('asked').array().notNull(),
  drift: text('drift').array().notNull(),
  issues: text('issues').array().notNull(),
  request: text('request').notNull(),
  requestHash: text('request_hash').notNull(),
  contentDigest: text('content_digest').notNull(),
  digest: text('digest').notNull(),
  sealed: bytes('sealed'),
});
/** `request` and `subject` are pseudonyms; `subject` is what makes another the same. */
export const issues = pgTable('issues', {
  id: text('id').primaryKey(),
  origin: text('origin').$type<Origin>().notNull(),
  matter: text('matter').notNull(),
  about: text('about').notNull(),
  documentType: text('document_type'),
  subject: text('subject').notNull(),
  revision: integer('revision').notNull(),
  answeredRevision: integer('answered_revision'),
  openedAt: instant('opened_at').notNull(),
  terms: jsonb('terms').$type<IssueTerms>().notNull(),
  section: jsonb('section').$type<Localized>().notNull(),
  measure: jsonb('measure').$type<Localized>().notNull(),
  status: text('status').$type<CaseStatus>().notNull(),
  owner: text('owner').notNull(),
  dueOn: day('due_on').notNull(),
  closedAt: instant('closed_at'),
  erasedAt: instant('erased_at'),
  sealed: bytes('sealed').notNull(),
});
/** Only ever added to: the database refuses anything else. */
export const issueEvents = pgTable(
  'issue_events',
  {
    issue: text('issue').notNull(),
    number: integer('number').notNull(),
    at: instant('at').notNull(),
    kind: text('kind').$type<CaseEvent['kind']>().notNull(),
    unit: text('unit'),
    request: text('request').notNull(),
    requestHash: text('request_hash').notNull(),
    body: jsonb('body').$type<Readonly<Record<string, unknown>>>().notNull(),
    contentDigest: text('content_digest').notNull(),
    digest: text('digest').notNull(),
    sealed: bytes('sealed'),
  },
  ({ issue, number }) => [primaryKey({ columns: [issue, number] })],
);
/** Which papers clerks asked for in which filing, by pseudonym of the filing. */
export const askedPapers = pgTable(
  'asked_papers',
  {
    filing: text('filing').notNull(),
    documentType: text('document_type').notNull(),
    matter: text('matter').notNull(),
    department: text('department').notNull(),
    askedOn: day('asked_on').notNull(),
  },
  ({ filing, documentType }) => [primaryKey({ columns: [filing, documentType] })],
);

export type WalkthroughRow = typeof walkthroughs.$inferSelect;
export type IssueRow = typeof issues.$inferSelect;
export type IssueEventRow = typeof issueEvents.$inferSelect;
/** `account`, `request` and `requestHash` are pseudonyms; `account` null: it was erased. */
export const reviews = pgTable('reviews', {
  filing: text('filing').primaryKey(),
  submission: text('submission').notNull(),
  account: text('account'),
  matter: text('matter').notNull(),
  department: text('department').notNull(),
  lifeEvent: text('life_event').notNull(),
  region: text('region').notNull(),
  grade: integer('grade').notNull(),
  reasons: text('reasons').array().$type<ReadonlyArray<string>>().notNull(),
  at: instant('at').notNull(),
  request: text('request').notNull(),
  requestHash: text('request_hash').notNull(),
  issue: text('issue'),
  erasedAt: instant('erased_at'),
  sealed: bytes('sealed').notNull(),
});

export type ReviewRow = typeof reviews.$inferSelect;
