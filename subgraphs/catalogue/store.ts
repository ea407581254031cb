import { and, asc, count, desc, eq, ilike, inArray, lte, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type postgres from 'postgres';
import type { CataloguePublication, PublishedMatterEntry } from '../publishing/published.ts';
import type { PublicationAct, PublishedAct } from '../runtime/definition.ts';
import type { Pin } from '../runtime/pin.ts';
import { asOf, publishVersions, type VersionRow } from '../runtime/versions.ts';
import { beginnings, contents, versions } from './tables.ts';

export type Kind =
  | 'region'
  | 'department'
  | 'source'
  | 'document-type'
  | 'question'
  | 'life-event'
  | 'matter'
  | 'refusal-reason';

export interface Found<T> {
  readonly code: string;
  readonly region: string;
  readonly body: T;
}
export interface Listing {
  readonly region?: string;
  /** The region and those that it lies in, upwards: what it has itself, and what of those above it has not otherwise. */
  readonly inheritedBy?: ReadonlyArray<string>;
  readonly department?: string;
  readonly search?: string;
  readonly limit: number;
  readonly offset: number;
}

/** Reads the catalogue as it stands in one revision on one day. */
export interface CatalogueStore {
  /** That holds on a day; null: it lies before the first publication. */
  revisionOn(day: string): Promise<number | null>;
  one<T>(kind: Kind, code: string, region: string, pin: Pin): Promise<Found<T> | null>;
  many<T>(kind: Kind, codes: ReadonlyArray<string>, pin: Pin): Promise<ReadonlyArray<Found<T>>>;
  list<T>(kind: Kind, listing: Listing, pin: Pin): Promise<{ nodes: ReadonlyArray<Found<T>>; total: number }>;
  /** Also those that no longer stand: a code once published resolves for ever. */
  matters(codes: ReadonlyArray<string>): Promise<ReadonlyArray<PublishedMatterEntry>>;
}

export function createStore(db: PostgresJsDatabase): CatalogueStore {
  const found = { code: versions.code, region: versions.region, body: contents.body };
  const joined = <T>(where: SQL | undefined) =>
    db
      .select(found)
      .from(versions)
      .innerJoin(contents, eq(versions.fingerprint, contents.fingerprint))
      .where(where) as unknown as Promise<Found<T>[]>;
  return {
    async revisionOn(day) {
      const [row] = await db
        .select({ revision: beginnings.revision })
        .from(beginnings)
        .where(lte(beginnings.holdsFrom, day))
        .orderBy(desc(beginnings.holdsFrom), desc(beginnings.revision))
        .limit(1);
      return row?.revision ?? null;
    },
    async one<T>(kind: Kind, code: string, region: string, pin: Pin) {
      const rows = await joined<T>(
        and(eq(versions.kind, kind), eq(versions.code, code), eq(versions.region, region), asOf(pin)),
      );
      return rows[0] ?? null;
    },
    many: <T>(kind: Kind, codes: ReadonlyArray<string>, pin: Pin) =>
      joined<T>(and(eq(versions.kind, kind), inArray(versions.code, [...codes]), asOf(pin))),
    async list<T>(kind: Kind, { region, inheritedBy, department, search, limit, offset }: Listing, pin: Pin) {
      const where = and(
        eq(versions.kind, kind),
        region === undefined ? undefined : eq(versions.region, region),
        inheritedBy === undefined ? undefined : nearestOf(kind, inheritedBy, pin),
        department === undefined ? undefined : sql`${contents.body} ->> 'department' = ${department}`,
        search === undefined || search.trim() === ''
          ? undefined
          : ilike(
              versions.search,
              `%${search
                .trim()
                .toLowerCase()
                .replace(/[\\%_]/g, '\\$&')}%`,
            ),
        asOf(pin),
      );
      const base = db
        .select(found)
        .from(versions)
        .innerJoin(contents, eq(versions.fingerprint, contents.fingerprint))
        .where(where)
        .orderBy(asc(versions.code))
        .limit(limit)
        .offset(offset) as unknown as Promise<Found<T>[]>;
      const counted = db.select({ total: count() }).from(versions).$dynamic();
      // Contents are looked up one by one: of a province's thousands only where something in them decides.
      const looksInside = department !== undefined || (inheritedBy?.length ?? 0) > 1;
      const totals = (
        looksInside ? counted.innerJoin(contents, eq(versions.fingerprint, contents.fingerprint)) : counted
      ).where(where);
      const [nodes, [total]] = await Promise.all([base, totals]);
      return { nodes, total: total?.total ?? 0 };
    },
    async matters(codes) {
      const rows = await db
        .selectDistinctOn([versions.code], found)
        .from(versions)
        .innerJoin(contents, eq(versions.fingerprint, contents.fingerprint))
        .where(and(eq(versions.kind, 'matter'), inArray(versions.code, [...codes])))
        .orderBy(versions.code, desc(versions.fromRevision));
      return rows.map((row) => row.body as PublishedMatterEntry);
    },
  };
}

const nearer = alias(versions, 'nearer');
const nearerContents = alias(contents, 'nearer_contents');

/**
 * What stands in a region by what it and those above it publish: of each matter what the nearest of them has. A region's own stands for
 * every one above that is of the same item of the basic directory; what it only takes over stands for the one that it is taken over from.
 */
function nearestOf(kind: Kind, path: ReadonlyArray<string>, pin: Pin): SQL | undefined {
  const [own = '', ...above] = path;
  if (above.length === 0) return eq(versions.region, own);
  const place = (region: SQLWrapper) => sql`array_position(string_to_array(${path.join(' ')}, ' '), ${region})`;
  const hidden = sql`select 1 from ${versions} as nearer
    join ${contents} as nearer_contents on ${nearer.fingerprint} = ${nearerContents.fingerprint}
    where ${and(eq(nearer.kind, kind), inArray(nearer.region, [...path]), asOf(pin, nearer))}
      and ${place(nearer.region)} < ${place(versions.region)}
      and case when ${nearerContents.body} ? 'inherits'
        then ${nearerContents.body} ->> 'inherits' = coalesce(${contents.body} ->> 'inherits', ${versions.code})
        else ${nearerContents.body} ->> 'catalogCode' = ${contents.body} ->> 'catalogCode' end`;
  return and(inArray(versions.region, [...path]), sql`not exists (${hidden})`);
}

/** Told the number of each new revision. */
export const revisionChannel = 'catalogue_revision';

/** The number the next publication takes, and the revision with the same content that already stands on its day. Locks out other publishers. */
export async function nextRevision(
  transaction: postgres.Sql,
  contentHash: string,
  holdsFrom: string,
): Promise<{ next: number; same: number | null }> {
  await transaction`lock table catalogue.revisions in exclusive mode`;
  const [newest] = await transaction<Array<{ number: number }>>`
    select number from catalogue.revisions order by number desc limit 1`;
  const [standing] = await transaction<Array<{ number: number; content_hash: string }>>`
    select r.number, r.content_hash from catalogue.revisions r join catalogue.beginnings b on b.revision = r.number
    where b.holds_from <= ${holdsFrom} order by b.holds_from desc, r.number desc limit 1`;
  return {
    next: (newest?.number ?? 0) + 1,
    same: standing?.content_hash === contentHash ? standing.number : null,
  };
}

/** Writes the centre's rows of a revision, then the revision itself: that row is the switch, so departments' rows must stand before. */
export async function publishCatalogue(
  transaction: postgres.Sql,
  revision: number,
  publication: CataloguePublication,
): Promise<void> {
  const coded = (kind: Kind, items: ReadonlyArray<{ readonly code: string }>): ReadonlyArray<VersionRow> =>
    items.map((body) => ({ kind, code: body.code, body }));
  await publishVersions(transaction, 'catalogue', revision, [
    ...coded('region', publication.regions),
    ...coded('department', publication.departments),
    ...coded('source', publication.sources),
    ...coded('document-type', publication.documentTypes),
    ...coded('question', publication.questions),
    ...coded('refusal-reason', publication.refusalReasons),
    ...publication.matters.map((matter) => ({
      kind: 'matter',
      code: matter.code,
      region: matter.region,
      search: matter.search,
      body: matter,
    })),
    ...publication.lifeEvents.map(({ code, region, validFrom, validTo, search, content }) => ({
      kind: 'life-event',
      code,
      region,
      validFrom,
      validTo,
      search,
      body: content,
    })),
  ]);
  await transaction`insert into catalogue.revisions ${transaction([
    { number: revision, content_hash: publication.contentHash },
  ])}`;
  await transaction`select pg_notify(${revisionChannel}, ${String(revision)})`;
}

/** Writes how a revision came to be, beside it. */
export async function recordAct(transaction: postgres.Sql, revision: number, act: PublicationAct): Promise<void> {
  const { kind, author, reason, approvedBy, files, proposal = null } = act;
  await transaction`insert into catalogue.publications ${transaction([
    { revision, kind, author, reason, approved_by: approvedBy, files: Buffer.from(files), proposal },
  ])}`;
}

/** The newest revisions first. What an earlier release published it published as it started. */
export async function historyOf(sql: postgres.Sql, most: number): Promise<ReadonlyArray<PublishedAct>> {
  const rows = await sql<Array<Omit<PublishedAct, 'at'> & { at: Date }>>`
    select r.number as revision, r.published_at as at, b.holds_from::text as "holdsFrom", coalesce(p.kind, 'STARTED') as kind, coalesce(p.author, '') as author,
      coalesce(p.reason, '') as reason, p.approved_by as "approvedBy"
    from catalogue.revisions r left join catalogue.publications p on p.revision = r.number
      left join catalogue.beginnings b on b.revision = r.number
    order by r.number desc limit ${most}`;
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}

export async function filesOf(sql: postgres.Sql, revision: number): Promise<Uint8Array | null> {
  const [row] = await sql<Array<{ files: Uint8Array }>>`
    select files from catalogue.publications where revision = ${revision}`;
  return row?.files ?? null;
}
