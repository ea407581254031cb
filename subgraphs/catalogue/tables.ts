import { customType, date, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

export { beginnings } from '../runtime/beginnings.ts';
export { contents, versions } from '../runtime/versions.ts';

/** Published revisions. The newest row is the switch: what it names stands, and nothing newer. */
export const revisions = pgTable('revisions', {
  number: integer('number').primaryKey(),
  contentHash: text('content_hash').notNull(),
  publishedAt: timestamp('published_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
});

const bytes = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });

/** Who published a revision, why, and the files that it was made of (gzip of JSON). Of revisions of earlier releases there is none. */
export const publications = pgTable('publications', {
  revision: integer('revision').primaryKey(),
  kind: text('kind').notNull(),
  author: text('author').notNull(),
  reason: text('reason').notNull(),
  approvedBy: text('approved_by'),
  files: bytes('files').notNull(),
  /** Null: it was published without one. */
  proposal: integer('proposal'),
});

/** What somebody proposes to publish. */
export const proposals = pgTable('proposals', {
  number: integer('number').primaryKey(),
  proposedAt: timestamp('proposed_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
  kind: text('kind').notNull(),
  author: text('author').notNull(),
  reason: text('reason').notNull(),
  holdsFrom: date('holds_from', { mode: 'string' }),
  files: bytes('files').notNull(),
});

/** That somebody else approved a proposal, and why. */
export const approvals = pgTable('approvals', {
  proposal: integer('proposal').primaryKey(),
  approvedAt: timestamp('approved_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
  approver: text('approver').notNull(),
  reason: text('reason').notNull(),
});
