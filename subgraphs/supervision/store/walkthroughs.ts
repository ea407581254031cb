import { randomUUID } from 'node:crypto';
import { and, asc, count, countDistinct, desc, eq, gte, inArray, isNotNull, lt, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { SealedPlaces } from '../../runtime/keys/places.ts';
import { nextEntry } from '../../runtime/ledger.ts';
import type { Sealer } from '../../runtime/personal-data.ts';
import { versionedRecord } from '../../runtime/records.ts';
import type { Paper } from '../domain/issues.ts';
import { type WalkthroughRow, walkthroughs } from '../tables.ts';
import type { IssueRecords } from './issue-records.ts';
import { type NewIssue, openIssue } from './opening.ts';

/** What was written of a walk, and who walked. */
const walkRecord = versionedRecord<{
  readonly note: string | null;
  readonly names: ReadonlyArray<string>;
  readonly by: string;
}>('walk through a matter', []);

export interface NewWalkthrough {
  readonly matter: string;
  readonly walkedOn: string;
  readonly steps: number;
  readonly minutes: number;
  readonly metres: number;
  readonly papers: ReadonlyArray<Paper>;
  readonly note: string | null;
  readonly revision: number;
  /** One for each paper that no row names. */
  readonly drift: ReadonlyArray<NewIssue>;
  readonly by: string;
  readonly request: string;
  readonly requestHash: string;
  readonly at: string;
}
export interface KeptWalkthrough
  extends Pick<WalkthroughRow, 'id' | 'matter' | 'walkedOn' | 'steps' | 'minutes' | 'metres' | 'asked' | 'issues'> {
  /** Papers that are known by no type; null: erased. */
  readonly names: ReadonlyArray<string> | null;
  readonly note: string | null;
}
export interface WalkFigures {
  readonly walkthroughs: number;
  readonly walkers: number;
  readonly matters: number;
}
export interface WalkthroughStore {
  /** Once for each request, with an issue for each paper that no row names. */
  record(walk: NewWalkthrough): Promise<{ readonly id: string } | 'KEY_REUSED'>;
  many(ids: ReadonlyArray<string>): Promise<ReadonlyArray<KeptWalkthrough>>;
  ofMatter(matter: string, limit: number, offset: number): Promise<ReadonlyArray<KeptWalkthrough>>;
  countOf(matter: string): Promise<number>;
  /** Types of papers that walks of a matter were asked for, each with in how many of them. */
  askedOn(matter: string): Promise<ReadonlyArray<{ readonly documentType: string; readonly count: number }>>;
  /** From a day up to another, which is not among them (ISO). */
  figures(from: string, until: string): Promise<WalkFigures>;
  eraseBefore(instant: string, atOnce: number): Promise<number>;
}

const placeOf = (id: string): string => `walk ${id}`;
export const walkthroughPlaces: SealedPlaces['tables'][number] = {
  name: 'walkthroughs',
  key: ['id'],
  columns: [{ name: 'sealed', as: 'BYTES', place: ({ id }) => placeOf(id as string) }],
};

export function createWalkthroughStore(
  db: PostgresJsDatabase,
  sealer: Sealer,
  records: IssueRecords,
): WalkthroughStore {
  const { pseudonym } = records;
  const opened = ({ sealed, ...row }: WalkthroughRow): KeptWalkthrough => {
    const record = sealed && walkRecord.read(sealer.open(sealed, placeOf(row.id)));
    return { ...row, names: record?.names ?? null, note: record?.note ?? null };
  };
  return {
    record: (walk) =>
      db.transaction(async (transaction) => {
        const { matter, walkedOn, steps, minutes, metres, papers, note, revision, drift, by, at } = walk;
        const walker = pseudonym(by);
        const request = pseudonym(walk.request);
        const requestHash = pseudonym(walk.requestHash);
        // Walks of one matter come one after the other: they are one chain.
        await transaction.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`walk ${matter}`}, 3))`);
        const [known] = await transaction
          .select({ id: walkthroughs.id, requestHash: walkthroughs.requestHash })
          .from(walkthroughs)
          .where(and(eq(walkthroughs.walker, walker), eq(walkthroughs.request, request)));
        if (known) return known.requestHash === requestHash ? { id: known.id } : 'KEY_REUSED';
        const [last] = await transaction
          .select({ number: walkthroughs.number, digest: walkthroughs.digest })
          .from(walkthroughs)
          .where(eq(walkthroughs.matter, matter))
          .orderBy(desc(walkthroughs.number))
          .limit(1);
        const id = randomUUID();
        const issues: string[] = [];
        for (const each of drift) issues.push(await openIssue(transaction, records, each));
        const types = papers.flatMap(({ documentType }) => documentType ?? []);
        const names = papers.flatMap(({ documentType, name }) => (documentType === null && name ? [name] : []));
        const body = {
          ...{ walkedOn, revision, steps, minutes, metres, asked: types, issues },
          drift: drift.flatMap(({ paper }) => paper?.documentType ?? []),
        };
        const entry = { subject: `walks of ${matter}`, at, kind: 'WALKED', body: { id, ...body } };
        const { number, contentDigest, digest } = nextEntry(last ?? null, entry, [note, names, by], pseudonym);
        await transaction.insert(walkthroughs).values({
          ...{ id, matter, number, walker, at, request, requestHash, contentDigest, digest, ...body },
          sealed: sealer.seal(walkRecord.write({ note, names, by }), placeOf(id)),
        });
        return { id };
      }),
    async many(ids) {
      if (ids.length === 0) return [];
      const rows = await db
        .select()
        .from(walkthroughs)
        .where(inArray(walkthroughs.id, [...ids]));
      return rows.map(opened);
    },
    async ofMatter(matter, limit, offset) {
      const rows = await db
        .select()
        .from(walkthroughs)
        .where(eq(walkthroughs.matter, matter))
        .orderBy(desc(walkthroughs.number))
        .limit(limit)
        .offset(offset);
      return rows.map(opened);
    },
    countOf: (matter) => db.$count(walkthroughs, eq(walkthroughs.matter, matter)),
    async askedOn(matter) {
      const documentType = sql<string>`asked.type`;
      return db
        .select({ documentType, count: sql<number>`count(*)`.mapWith(Number) })
        .from(sql`${walkthroughs}, lateral (select distinct unnest(${walkthroughs.asked}) as type) asked`)
        .where(eq(walkthroughs.matter, matter))
        .groupBy(documentType)
        .orderBy(asc(documentType));
    },
    async figures(from, until) {
      const [row] = await db
        .select({
          walkthroughs: count(),
          walkers: countDistinct(walkthroughs.walker),
          matters: countDistinct(walkthroughs.matter),
        })
        .from(walkthroughs)
        .where(and(gte(walkthroughs.walkedOn, from), lt(walkthroughs.walkedOn, until)));
      return row ?? { walkthroughs: 0, walkers: 0, matters: 0 };
    },
    async eraseBefore(instant, atOnce) {
      const some = await db
        .select({ id: walkthroughs.id })
        .from(walkthroughs)
        .where(and(lt(walkthroughs.at, instant), isNotNull(walkthroughs.sealed)))
        .limit(atOnce);
      const ids = some.map(({ id }) => id);
      if (ids.length > 0) await db.update(walkthroughs).set({ sealed: null }).where(inArray(walkthroughs.id, ids));
      return ids.length;
    },
  };
}
