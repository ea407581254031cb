import { boolean, customType, date, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { Institution } from './domain/institutions.ts';
import type { TrustGrade } from './domain/licence.ts';

export { beginnings } from '../runtime/beginnings.ts';

const bytes = customType<{ data: Buffer; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  fromDriver: (value) => Buffer.from(value),
});
const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });
const day = (name: string) => date(name, { mode: 'string' });

export const institutions = pgTable('institutions', {
  revision: integer('revision').primaryKey(),
  content: jsonb('content').$type<ReadonlyArray<Institution>>().notNull(),
});
/** `account`, `person`, `code` and `requestHash` are pseudonyms: rows are found by them and tell nothing. */
export const licences = pgTable('licences', {
  id: text('id').primaryKey(),
  account: text('account').notNull(),
  person: text('person'),
  code: text('code').notNull(),
  submission: text('submission'),
  filing: text('filing'),
  matter: text('matter'),
  issuer: text('issuer').notNull(),
  documentType: text('document_type').notNull(),
  trust: text('trust').$type<TrustGrade>().notNull(),
  consumable: boolean('consumable').notNull(),
  issuedOn: day('issued_on').notNull(),
  expiresOn: day('expires_on'),
  keptAt: instant('kept_at').notNull(),
  purpose: text('purpose'),
  institution: text('institution'),
  requestHash: text('request_hash'),
  sealed: bytes('sealed').notNull(),
});
/** Only ever added to: the database refuses anything else. */
export const licenceEvents = pgTable(
  'licence_events',
  {
    licence: text('licence').notNull(),
    number: integer('number').notNull(),
    at: instant('at').notNull(),
    event: text('event').$type<'ISSUED' | 'REDEEMED' | 'GIVEN_BACK' | 'REMOVED'>().notNull(),
    purpose: text('purpose'),
    cause: text('cause').$type<'HOLDER' | 'ERASURE' | 'RETENTION'>(),
    institution: text('institution'),
    documentType: text('document_type'),
  },
  ({ licence, number }) => [primaryKey({ columns: [licence, number] })],
);

export type LicenceRow = typeof licences.$inferSelect;
