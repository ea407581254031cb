import {
  bigint,
  boolean,
  customType,
  date,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';
import type { CaseEvent, CaseOutcome, CaseStatus } from '../language/case-clock.ts';
import type { IntakePoint } from './domain/intake.ts';
import type { CatalogueChange } from './domain/like-classes.ts';
import type { AppealRules, AppealTerms } from './domain/rules.ts';

export { beginnings } from '../runtime/beginnings.ts';

const bytes = customType<{ data: Buffer; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  fromDriver: (value) => Buffer.from(value),
});
const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });
const day = (name: string) => date(name, { mode: 'string' });

export const rules = pgTable('rules', {
  revision: integer('revision').primaryKey(),
  content: jsonb('content').$type<AppealRules>().notNull(),
});
export const matters = pgTable('matters', {
  code: text('code').primaryKey(),
  department: text('department').notNull(),
  /** As it is published, and by which revision it became so; null: of a release that did not keep it. */
  content: jsonb('content').$type<unknown>(),
  revision: integer('revision'),
});
/** `account`, `request`, `requestHash`, `likeness` and `code` are pseudonyms: rows are found by them and tell nothing. */
export const appeals = pgTable('appeals', {
  id: text('id').primaryKey(),
  account: text('account').notNull(),
  request: text('request').notNull(),
  requestHash: text('request_hash').notNull(),
  likeness: text('likeness').notNull(),
  code: text('code').notNull(),
  kind: text('kind').notNull(),
  about: text('about'),
  matter: text('matter'),
  submission: text('submission'),
  openedAt: instant('opened_at').notNull(),
  terms: jsonb('terms').$type<AppealTerms>().notNull(),
  status: text('status').$type<CaseStatus>().notNull(),
  owner: text('owner').notNull(),
  dueOn: day('due_on').notNull(),
  outcome: text('outcome').$type<CaseOutcome>(),
  answeredOn: day('answered_on'),
  grade: integer('grade'),
  closedAt: instant('closed_at'),
  erasedAt: instant('erased_at'),
  place: text('place'),
  mergedInto: text('merged_into'),
  erasureAskedAt: instant('erasure_asked_at'),
  likeClass: text('like_class'),
  sealed: bytes('sealed').notNull(),
});
/** Only ever added to: the database refuses anything else. */
export const appealEvents = pgTable(
  'appeal_events',
  {
    appeal: text('appeal').notNull(),
    number: integer('number').notNull(),
    at: instant('at').notNull(),
    kind: text('kind').$type<CaseEvent['kind']>().notNull(),
    unit: text('unit'),
    request: text('request').notNull(),
    requestHash: text('request_hash').notNull(),
    body: jsonb('body').$type<Readonly<Record<string, unknown>>>().notNull(),
    contentDigest: text('content_digest').notNull(),
    digest: text('digest').notNull(),
    signature: text('signature'),
    sealed: bytes('sealed'),
  },
  ({ appeal, number }) => [primaryKey({ columns: [appeal, number] })],
);

/** Only ever added to, as all that follow but points and turns. `account`, `reference`, `code`, `request` and `requestHash` are pseudonyms. */
export const appealSources = pgTable('appeal_sources', {
  id: text('id').primaryKey(),
  appeal: text('appeal').notNull(),
  number: integer('number').notNull(),
  at: instant('at').notNull(),
  kind: text('kind').$type<SourceKind>().notNull(),
  account: text('account'),
  reference: text('reference'),
  code: text('code').notNull(),
  request: text('request').notNull(),
  requestHash: text('request_hash').notNull(),
  platform: text('platform'),
  point: text('point'),
  contentDigest: text('content_digest'),
  digest: text('digest'),
  signature: text('signature'),
  sealed: bytes('sealed'),
});
export const appealNotices = pgTable('appeal_notices', {
  id: bigint('id', { mode: 'number' }).generatedAlwaysAsIdentity().primaryKey(),
  source: text('source').notNull(),
  appeal: text('appeal').notNull(),
  event: integer('event').notNull(),
  at: instant('at').notNull(),
  platform: text('platform'),
});
export const appealReceipts = pgTable('appeal_receipts', {
  notice: bigint('notice', { mode: 'number' }).primaryKey(),
  at: instant('at').notNull(),
});
export const appealWords = pgTable(
  'appeal_words',
  {
    source: text('source').notNull(),
    appeal: text('appeal').notNull(),
    event: integer('event').notNull(),
    at: instant('at').notNull(),
    accepted: boolean('accepted').notNull(),
    grade: integer('grade'),
    request: text('request').notNull(),
    requestHash: text('request_hash').notNull(),
    sealed: bytes('sealed'),
  },
  ({ source, appeal, event }) => [primaryKey({ columns: [source, appeal, event] })],
);
export const appealPairs = pgTable(
  'appeal_pairs',
  {
    first: text('first').notNull(),
    second: text('second').notNull(),
    at: instant('at').notNull(),
    unit: text('unit').notNull(),
    sealed: bytes('sealed'),
  },
  ({ first, second }) => [primaryKey({ columns: [first, second] })],
);
export const appealAccesses = pgTable('appeal_accesses', {
  id: text('id').primaryKey(),
  appeal: text('appeal').notNull(),
  at: instant('at').notNull(),
  kind: text('kind').$type<'READ' | 'ACTED'>().notNull(),
  unit: text('unit').notNull(),
  staff: text('staff').notNull(),
});
export const likeClasses = pgTable('like_classes', {
  id: text('id').primaryKey(),
  kind: text('kind').notNull(),
  openedAt: instant('opened_at').notNull(),
  status: text('status').$type<'OPEN' | 'PROPOSED' | 'CLOSED'>().notNull(),
  change: jsonb('change').$type<CatalogueChange>(),
  proposedAt: integer('proposed_at'),
  closedBy: integer('closed_by'),
});
/** Only ever added to. */
export const likeClassEvents = pgTable(
  'like_class_events',
  {
    class: text('class').notNull(),
    number: integer('number').notNull(),
    at: instant('at').notNull(),
    kind: text('kind').$type<'LINKED' | 'PROPOSED' | 'CLOSED'>().notNull(),
    unit: text('unit').notNull(),
    request: text('request').notNull(),
    requestHash: text('request_hash').notNull(),
    body: jsonb('body').$type<Readonly<Record<string, unknown>>>().notNull(),
    contentDigest: text('content_digest').notNull(),
    digest: text('digest').notNull(),
    signature: text('signature'),
    sealed: bytes('sealed'),
  },
  ({ class: of, number }) => [primaryKey({ columns: [of, number] })],
);
export const intakePoints = pgTable('intake_points', {
  key: text('key').primaryKey(),
  content: jsonb('content').$type<IntakePoint>().notNull(),
});
export const intakeTurns = pgTable('intake_turns', {
  point: text('point').notNull(),
  caller: text('caller').notNull(),
  at: instant('at').notNull(),
});

export type SourceKind = 'ACCOUNT' | 'POINT' | 'PLATFORM';
export type LikeClassRow = typeof likeClasses.$inferSelect;
export type LikeClassEventRow = typeof likeClassEvents.$inferSelect;
export type SourceRow = typeof appealSources.$inferSelect;
export type AppealRow = typeof appeals.$inferSelect;
export type AppealEventRow = typeof appealEvents.$inferSelect;
