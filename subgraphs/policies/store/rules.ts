import { desc, eq, lte } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { LRUCache } from 'lru-cache';
import { standingRevision } from '../../runtime/beginnings.ts';
import type { PolicyRules } from '../domain/rules.ts';
import { rules } from '../tables.ts';

export interface RuleStore {
  /** Of a revision, or of the newest before it; null: of the one that holds today. Throws where nothing was published. */
  at(revision: number | null): Promise<PolicyRules>;
}
/** Requests that are pinned to the revision before go on while a new one comes. */
const remembered = 4;

export function createRuleStore(db: PostgresJsDatabase): RuleStore {
  // What a revision says never changes.
  const known = new LRUCache<number, PolicyRules>({ max: remembered });
  return {
    async at(pinned) {
      const standing = pinned === null ? undefined : known.get(pinned);
      if (standing) return standing;
      const upTo = lte(rules.revision, pinned ?? standingRevision());
      const [newest] = await db
        .select({ revision: rules.revision })
        .from(rules)
        .where(upTo)
        .orderBy(desc(rules.revision))
        .limit(1);
      if (!newest) throw new Error('No catalogue was published yet.');
      const { revision } = newest;
      const remembers = known.get(revision);
      if (remembers) return remembers;
      const [row] = await db.select().from(rules).where(eq(rules.revision, revision));
      if (!row) throw new Error(`What revision ${revision} says of policies is gone.`);
      known.set(revision, row.content);
      if (pinned !== null) known.set(pinned, row.content);
      return row.content;
    },
  };
}
