import { sql } from 'drizzle-orm';
import { bigint, customType, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

export { beginnings } from '../runtime/beginnings.ts';
export { contents, versions } from '../runtime/versions.ts';

const bytes = customType<{ data: Buffer; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  fromDriver: (value) => Buffer.from(value),
});
const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

/** The desk's queue: one row per filing. */
export const filings = pgTable('filings', {
  id: text('id').primaryKey(),
  matter: text('matter').notNull(),
  party: text('party'),
  state: text('state').notNull(),
  requestHash: text('request_hash').notNull(),
  sealed: bytes('sealed').notNull(),
  receivedAt: instant('received_at').notNull().defaultNow(),
  decidedAt: instant('decided_at'),
});
export const commands = pgTable('commands', {
  id: text('id').primaryKey(),
  filing: text('filing').notNull(),
  performedAt: instant('performed_at').notNull().defaultNow(),
});
/** Only ever added to: the database refuses anything else. */
export const erasures = pgTable('erasures', {
  filing: text('filing').primaryKey(),
  at: instant('at').notNull(),
  rows: integer('erased_rows').notNull(),
  digest: text('digest').notNull(),
});
export const counters = pgTable('counters', {
  name: text('name').primaryKey(),
  value: bigint('value', { mode: 'number' }).notNull(),
});
/** What is carried to a department that is reached by relay. */
export const outgoing = pgTable('outgoing', {
  id: text('id').primaryKey(),
  filing: text('filing').notNull(),
  kind: text('kind').notNull(),
  sealed: bytes('sealed').notNull(),
  madeAt: instant('made_at').notNull().default(sql`clock_timestamp()`),
  number: bigint('number', { mode: 'number' }),
  carriedAt: instant('carried_at'),
});
export const outgoingFiles = pgTable(
  'outgoing_files',
  {
    outgoing: text('outgoing').notNull(),
    place: integer('place').notNull(),
    sealed: bytes('sealed').notNull(),
  },
  (table) => [primaryKey({ columns: [table.outgoing, table.place] })],
);
