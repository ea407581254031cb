import { desc, eq, lte } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { standingRevision } from '../../runtime/beginnings.ts';
import type { SealedPlaces } from '../../runtime/keys/places.ts';
import type { Pseudonym, Sealer } from '../../runtime/personal-data.ts';
import type { BusinessItem } from '../domain/availability.ts';
import type { SupervisionCatalogue } from '../domain/catalogue.ts';
import type { Delegation } from '../domain/delegations.ts';
import { published } from '../tables.ts';
import { type AskedPaperStore, createAskedPaperStore } from './asked-papers.ts';
import { createDelegationStore, type DelegationStore, delegationPlaces } from './delegations.ts';
import { createIssueRecords, issuePlaces } from './issue-records.ts';
import { createIssueStore, type IssueStore } from './issues.ts';
import { createReviewStore, type ReviewStore, reviewPlaces } from './reviews.ts';
import { createWalkthroughStore, type WalkthroughStore, walkthroughPlaces } from './walkthroughs.ts';

export { publishCatalogue, publishMatters } from './publish.ts';

export interface Published {
  readonly revision: number;
  readonly content: SupervisionCatalogue;
  /** By matter. */
  readonly itemOf: ReadonlyMap<string, BusinessItem>;
  /** By matter. */
  readonly delegationOf: ReadonlyMap<string, Delegation>;
}
export interface SupervisionStore {
  /** What stands now; null: nothing was published yet. */
  latest(): Promise<Published | null>;
  readonly delegations: DelegationStore;
  readonly issues: IssueStore;
  readonly walkthroughs: WalkthroughStore;
  readonly askedPapers: AskedPaperStore;
  readonly reviews: ReviewStore;
}

/** Every column of supervision that is sealed. */
export const sealedPlaces: SealedPlaces = {
  tables: [delegationPlaces, ...issuePlaces, walkthroughPlaces, reviewPlaces],
};

export function createSupervisionStore(db: PostgresJsDatabase, sealer: Sealer, pseudonym: Pseudonym): SupervisionStore {
  const records = createIssueRecords(sealer, pseudonym);
  // A revision never changes.
  let known: Published | null = null;
  return {
    delegations: createDelegationStore(db, sealer, pseudonym),
    issues: createIssueStore(db, records),
    walkthroughs: createWalkthroughStore(db, sealer, records),
    askedPapers: createAskedPaperStore(db, pseudonym),
    reviews: createReviewStore(db, sealer, records),
    async latest() {
      const [newest] = await db
        .select({ revision: published.revision })
        .from(published)
        .where(lte(published.revision, standingRevision()))
        .orderBy(desc(published.revision))
        .limit(1);
      if (!newest || newest.revision === known?.revision) return known;
      const [row] = await db.select().from(published).where(eq(published.revision, newest.revision));
      if (row) known = { ...row, ...indexesOf(row.content) };
      return known;
    },
  };
}

function indexesOf({ businessItems, delegations }: SupervisionCatalogue): Pick<Published, 'itemOf' | 'delegationOf'> {
  return {
    itemOf: new Map(businessItems.flatMap((item) => (item.matter === null ? [] : [[item.matter, item] as const]))),
    delegationOf: new Map(delegations.map((each) => [each.matter, each])),
  };
}
