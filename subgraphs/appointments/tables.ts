import { customType, date, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { AgentStatus } from './domain/conduct.ts';
import type { Day } from './domain/quota.ts';
import type { Queue, WindowRules } from './domain/rules.ts';

export { beginnings } from '../runtime/beginnings.ts';

const bytes = customType<{ data: Buffer; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  fromDriver: (value) => Buffer.from(value),
});
const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });
const day = (name: string) => date(name, { mode: 'string' });

export const rules = pgTable('rules', {
  revision: integer('revision').primaryKey(),
  content: jsonb('content').$type<WindowRules>().notNull(),
});
export const matters = pgTable('matters', {
  code: text('code').primaryKey(),
  department: text('department').notNull(),
});
export const days = pgTable(
  'days',
  {
    queue: text('queue').notNull(),
    date: day('date').notNull(),
    rules: jsonb('rules').$type<Queue>().notNull(),
    day: jsonb('day').$type<Day>().notNull(),
    settledAt: instant('settled_at').notNull(),
  },
  ({ queue, date }) => [primaryKey({ columns: [queue, date] })],
);
export const agents = pgTable('agents', {
  id: text('id').primaryKey(),
  account: text('account').notNull(),
  status: text('status').$type<AgentStatus>().notNull(),
  since: instant('since').notNull(),
  sealed: bytes('sealed').notNull(),
});
export const powers = pgTable('powers', {
  id: text('id').primaryKey(),
  account: text('account').notNull(),
  person: text('person').notNull(),
  agent: text('agent').notNull(),
  matters: text('matters').array().notNull(),
  validFrom: day('valid_from').notNull(),
  validTo: day('valid_to').notNull(),
  givenAt: instant('given_at').notNull(),
  revokedAt: instant('revoked_at'),
  erasedAt: instant('erased_at'),
  sealed: bytes('sealed'),
});
export type TicketStatus = 'BOOKED' | 'WAITING' | 'CALLED' | 'SERVED' | 'CANCELLED' | 'NO_SHOW' | 'LEFT';
/** `person` and `account` are pseudonyms: rows are found by them and tell nothing. */
export const tickets = pgTable('tickets', {
  id: text('id').primaryKey(),
  queue: text('queue').notNull(),
  date: day('date').notNull(),
  number: integer('number').notNull(),
  origin: text('origin').$type<'BOOKED' | 'WALK_IN'>().notNull(),
  status: text('status').$type<TicketStatus>().notNull(),
  period: integer('period'),
  person: text('person').notNull(),
  account: text('account'),
  agent: text('agent'),
  power: text('power'),
  submission: text('submission'),
  matters: text('matters').array().notNull(),
  exemption: text('exemption'),
  givenAt: instant('given_at').notNull(),
  turnAt: instant('turn_at'),
  calledAt: instant('called_at'),
  window: text('at_window'),
  freeAt: instant('free_at'),
  erasedAt: instant('erased_at'),
  sealed: bytes('sealed'),
});
/** A person has one live number for one matter: the key of this table says so. */
export const liveNumbers = pgTable(
  'live_numbers',
  { person: text('person').notNull(), matter: text('matter').notNull(), ticket: text('ticket').notNull() },
  ({ person, matter }) => [primaryKey({ columns: [person, matter] })],
);
export type LogKind =
  | (
      | 'OPENED'
      | 'QUOTA_SET'
      | 'BOOKED'
      | 'ISSUED'
      | 'CANCELLED'
      | 'CHECKED_IN'
      | 'CALLED'
      | 'SERVED'
      | 'NO_SHOW'
      | 'LEFT'
    )
  | ('REGISTERED' | 'REVIEWED' | 'BLOCKED' | 'GRANTED' | 'REVOKED');
/** Only ever added to: the database refuses anything else. */
export const log = pgTable(
  'log',
  {
    subject: text('subject').notNull(),
    number: integer('number').notNull(),
    at: instant('at').notNull(),
    kind: text('kind').$type<LogKind>().notNull(),
    queue: text('queue'),
    date: day('date'),
    ticket: text('ticket'),
    agent: text('agent'),
    request: text('request'),
    requestHash: text('request_hash'),
    body: jsonb('body').$type<Readonly<Record<string, unknown>>>().notNull(),
    alert: text('alert').generatedAlwaysAs('').$type<Alert>(),
    contentDigest: text('content_digest').notNull(),
    digest: text('digest').notNull(),
    signature: text('signature'),
    sealed: bytes('sealed'),
  },
  ({ subject, number }) => [primaryKey({ columns: [subject, number] })],
);
export type Alert = 'WITHOUT_NUMBER' | 'OUT_OF_ORDER' | 'AGENT_ABOVE_NUMBER';

export type DayRow = typeof days.$inferSelect;
export type AgentRow = typeof agents.$inferSelect;
export type PowerRow = typeof powers.$inferSelect;
export type TicketRow = typeof tickets.$inferSelect;
export type LogRow = typeof log.$inferSelect;
