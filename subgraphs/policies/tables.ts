import { customType, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { OfferEvent } from './domain/events.ts';
import type { PolicyRules } from './domain/rules.ts';

export { beginnings } from '../runtime/beginnings.ts';

const bytes = customType<{ data: Buffer; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  fromDriver: (value) => Buffer.from(value),
});
const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

export const rules = pgTable('rules', {
  revision: integer('revision').primaryKey(),
  content: jsonb('content').$type<PolicyRules>().notNull(),
});
/** `account` is a pseudonym; null: it was erased. */
export const registers = pgTable('registers', {
  id: text('id').primaryKey(),
  account: text('account'),
  openedAt: instant('opened_at').notNull(),
  lastAt: instant('last_at').notNull(),
  erasedAt: instant('erased_at'),
});
/** Only ever added to: the database refuses anything else. `request`, `requestHash`: pseudonyms. */
export const registerEvents = pgTable(
  'register_events',
  {
    register: text('register').notNull(),
    number: integer('number').notNull(),
    at: instant('at').notNull(),
    kind: text('kind').$type<OfferEvent['kind']>().notNull(),
    request: text('request').notNull(),
    requestHash: text('request_hash').notNull(),
    contentDigest: text('content_digest').notNull(),
    digest: text('digest').notNull(),
    sealed: bytes('sealed'),
  },
  ({ register, number }) => [primaryKey({ columns: [register, number] })],
);

export type RegisterEventRow = typeof registerEvents.$inferSelect;
