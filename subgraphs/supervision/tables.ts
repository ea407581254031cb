import { customType, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { SupervisionCatalogue } from './domain/catalogue.ts';
import type { DelegationEvent } from './domain/delegations.ts';

const bytes = customType<{ data: Buffer; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  fromDriver: (value) => Buffer.from(value),
});
const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

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
