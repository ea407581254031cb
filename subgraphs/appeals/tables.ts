import { customType, date, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { CaseEvent, CaseOutcome, CaseStatus } from '../language/case-clock.ts';
import type { AppealRules, AppealTerms } from './domain/rules.ts';

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
    sealed: bytes('sealed'),
  },
  ({ appeal, number }) => [primaryKey({ columns: [appeal, number] })],
);

export type AppealRow = typeof appeals.$inferSelect;
export type AppealEventRow = typeof appealEvents.$inferSelect;
