import { integer, jsonb, pgTable } from 'drizzle-orm/pg-core';
import type { PolicyRules } from './domain/rules.ts';

export const rules = pgTable('rules', {
  revision: integer('revision').primaryKey(),
  content: jsonb('content').$type<PolicyRules>().notNull(),
});
