import { integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

export { contents, versions } from '../runtime/versions.ts';

/** Published revisions. The newest row is the switch: what it names stands, and nothing newer. */
export const revisions = pgTable('revisions', {
  number: integer('number').primaryKey(),
  contentHash: text('content_hash').notNull(),
  publishedAt: timestamp('published_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
});
