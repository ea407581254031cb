import { desc, eq } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { BusinessItem } from '../domain/availability.ts';
import type { SupervisionCatalogue } from '../domain/catalogue.ts';
import { published } from '../tables.ts';

export { publishCatalogue } from './publish.ts';

export interface Published {
  readonly revision: number;
  readonly content: SupervisionCatalogue;
  /** By matter. */
  readonly itemOf: ReadonlyMap<string, BusinessItem>;
}
export interface SupervisionStore {
  /** What stands now; null: nothing was published yet. */
  latest(): Promise<Published | null>;
}

export function createSupervisionStore(db: PostgresJsDatabase): SupervisionStore {
  // A revision never changes.
  let known: Published | null = null;
  return {
    async latest() {
      const [newest] = await db
        .select({ revision: published.revision })
        .from(published)
        .orderBy(desc(published.revision))
        .limit(1);
      if (!newest || newest.revision === known?.revision) return known;
      const [row] = await db.select().from(published).where(eq(published.revision, newest.revision));
      if (row) known = { ...row, itemOf: itemsByMatter(row.content) };
      return known;
    },
  };
}

function itemsByMatter({ businessItems }: SupervisionCatalogue): Published['itemOf'] {
  return new Map(businessItems.flatMap((item) => (item.matter === null ? [] : [[item.matter, item] as const])));
}
