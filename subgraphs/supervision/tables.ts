import { integer, jsonb, pgTable } from 'drizzle-orm/pg-core';
import type { SupervisionCatalogue } from './domain/catalogue.ts';

export const published = pgTable('published', {
  revision: integer('revision').primaryKey(),
  content: jsonb('content').$type<SupervisionCatalogue>().notNull(),
});
