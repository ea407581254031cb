import { and, asc, desc, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { type AppealRow, appealEvents, appealSources, appeals } from '../tables.ts';
import { grouped } from './grouped.ts';
import { type AppealRecords, type KeptAppeal, type KeptSource, openOnes } from './records.ts';

export interface Reading {
  many(ids: ReadonlyArray<string>): Promise<ReadonlyMap<string, KeptAppeal>>;
  /** Those that it is a source of, each once, the newest first; what was merged is told as what it was merged into. */
  ofAccount(account: string, limit: number, offset: number): Promise<ReadonlyArray<string>>;
  countOfAccount(account: string): Promise<number>;
  /** Everything that it said, also what was merged, and what that was merged into. */
  heldOfAccount(account: string, limit: number, offset: number): Promise<ReadonlyArray<string>>;
  countHeldOfAccount(account: string): Promise<number>;
  ofSubmissions(account: string, submissions: ReadonlyArray<string>): Promise<ReadonlyArray<KeptAppeal>>;
  toHandle(handlers: ReadonlyArray<string>, limit: number, offset: number): Promise<ReadonlyArray<string>>;
  countToHandle(handlers: ReadonlyArray<string>): Promise<number>;
  /** Open ones of which a department is one of those whose reasons exclude each other. */
  concerning(
    department: string,
    limit: number,
    offset: number,
  ): Promise<{ readonly ids: ReadonlyArray<string>; readonly total: number }>;
  /** Those in which a certificate was lodged for a submission. */
  lodgedFor(submission: string): Promise<ReadonlyArray<KeptAppeal>>;
  byCode(code: string): Promise<{ readonly appeal: KeptAppeal; readonly source: KeptSource } | null>;
  /** Of one its own sources and those of what was merged into it, in order. */
  sourcesOf(id: string, limit: number, offset: number): Promise<ReadonlyArray<KeptSource>>;
  countSources(ids: ReadonlyArray<string>): Promise<ReadonlyMap<string, number>>;
  sourcesByIds(ids: ReadonlyArray<string>): Promise<ReadonlyMap<string, KeptSource>>;
  /** The account's own sources of each, be it of one that was merged into it. */
  ownSources(ids: ReadonlyArray<string>, account: string): Promise<ReadonlyMap<string, ReadonlyArray<KeptSource>>>;
}

/** What an appeal is seen to its end with: itself, unless it was merged. */
export const root = sql<string>`coalesce(${appeals.mergedInto}, ${appeals.id})`;

/** Those and what was merged into them: by two indexes, where `root` would read every row. */
export const seenWith = (ids: ReadonlyArray<string>): SQL | undefined =>
  or(inArray(appeals.id, [...ids]), inArray(appeals.mergedInto, [...ids]));

/** Events of those, by appeal and in order. */
export const eventsOf = (within: Pick<PostgresJsDatabase, 'select'>, ids: ReadonlyArray<string>) =>
  within
    .select()
    .from(appealEvents)
    .where(inArray(appealEvents.appeal, [...ids]))
    .orderBy(asc(appealEvents.appeal), asc(appealEvents.number));

const heldBy = (account: string): SQL => sql`(
  select held.id, min(s.at) as first from ${appealSources} s join ${appeals} a on a.id = s.appeal
  cross join lateral (values (a.id), (coalesce(a.merged_into, a.id))) held (id) where s.account = ${account} group by held.id
) held`;

export function createReading(db: PostgresJsDatabase, records: AppealRecords): Reading {
  const { pseudonym } = records;
  const openedMany = async (rows: ReadonlyArray<AppealRow>): Promise<ReadonlyArray<KeptAppeal>> => {
    if (rows.length === 0) return [];
    const events = grouped(
      await eventsOf(
        db,
        rows.map(({ id }) => id),
      ),
      ({ appeal }) => appeal,
    );
    return rows.map((row) => records.opened(row, events.get(row.id) ?? []));
  };
  return {
    async many(ids) {
      if (ids.length === 0) return new Map();
      const rows = await db
        .select()
        .from(appeals)
        .where(inArray(appeals.id, [...ids]));
      return new Map((await openedMany(rows)).map((each) => [each.id, each]));
    },
    async ofAccount(account, limit, offset) {
      const rows = await db
        .select({ id: root })
        .from(appealSources)
        .innerJoin(appeals, eq(appeals.id, appealSources.appeal))
        .where(eq(appealSources.account, pseudonym(account)))
        .groupBy(root)
        .orderBy(desc(sql`max(${appealSources.at})`), desc(root))
        .limit(limit)
        .offset(offset);
      return rows.map(({ id }) => id);
    },
    async countOfAccount(account) {
      const [row] = await db
        .select({ many: sql<number>`count(distinct ${root})`.mapWith(Number) })
        .from(appealSources)
        .innerJoin(appeals, eq(appeals.id, appealSources.appeal))
        .where(eq(appealSources.account, pseudonym(account)));
      return row?.many ?? 0;
    },
    async heldOfAccount(account, limit, offset) {
      const rows = await db.execute<{ id: string }>(sql`
        select id from ${heldBy(pseudonym(account))} order by first desc, id desc limit ${limit} offset ${offset}`);
      return rows.map(({ id }) => id);
    },
    async countHeldOfAccount(account) {
      const [row] = await db.execute<{ many: number }>(
        sql`select count(*)::int as many from ${heldBy(pseudonym(account))}`,
      );
      return row?.many ?? 0;
    },
    async ofSubmissions(account, submissions) {
      if (submissions.length === 0) return [];
      const rows = await db
        .select()
        .from(appeals)
        .where(and(inArray(appeals.submission, [...submissions]), eq(appeals.account, pseudonym(account))))
        .orderBy(asc(appeals.openedAt), asc(appeals.id));
      return openedMany(rows);
    },
    async toHandle(handlers, limit, offset) {
      const rows = await db
        .select({ id: appeals.id })
        .from(appeals)
        .where(openOnes(inArray(appeals.owner, [...handlers])))
        .orderBy(asc(appeals.dueOn), asc(appeals.id))
        .limit(limit)
        .offset(offset);
      return rows.map(({ id }) => id);
    },
    countToHandle: (handlers) => db.$count(appeals, openOnes(inArray(appeals.owner, [...handlers]))),
    async concerning(department, limit, offset) {
      const where = openOnes(sql`${appeals.terms} -> 'reasons' @> ${JSON.stringify([{ department }])}::jsonb`);
      const rows = await db
        .select({ id: appeals.id })
        .from(appeals)
        .where(where)
        .orderBy(asc(appeals.dueOn), asc(appeals.id))
        .limit(limit)
        .offset(offset);
      return { ids: rows.map(({ id }) => id), total: await db.$count(appeals, where) };
    },
    async lodgedFor(submission) {
      const lodged = db
        .select({ appeal: appealEvents.appeal })
        .from(appealEvents)
        .where(and(eq(appealEvents.kind, 'LODGED'), sql`${appealEvents.body} ->> 'submission' = ${submission}`));
      return openedMany(await db.select().from(appeals).where(inArray(appeals.id, lodged)));
    },
    async byCode(written) {
      const code = records.codeOf(written);
      if (code === null) return null;
      const [row] = await db
        .select({ source: appealSources, root })
        .from(appealSources)
        .innerJoin(appeals, eq(appeals.id, appealSources.appeal))
        .where(eq(appealSources.code, code));
      if (!row) return null;
      const [appeal] = await openedMany(await db.select().from(appeals).where(eq(appeals.id, row.root)));
      return appeal ? { appeal, source: records.openedSource(row.source) } : null;
    },
    async sourcesOf(id, limit, offset) {
      const rows = await db
        .select({ source: appealSources })
        .from(appealSources)
        .innerJoin(appeals, eq(appeals.id, appealSources.appeal))
        .where(seenWith([id]))
        .orderBy(asc(appealSources.at), asc(appealSources.number), asc(appealSources.id))
        .limit(limit)
        .offset(offset);
      return rows.map(({ source }) => records.openedSource(source));
    },
    async countSources(ids) {
      if (ids.length === 0) return new Map();
      const rows = await db
        .select({ own: appeals.id, into: appeals.mergedInto, many: sql<number>`count(*)`.mapWith(Number) })
        .from(appealSources)
        .innerJoin(appeals, eq(appeals.id, appealSources.appeal))
        .where(seenWith(ids))
        .groupBy(appeals.id, appeals.mergedInto);
      return new Map(
        ids.map((id) => [
          id,
          rows.filter(({ own, into }) => own === id || into === id).reduce((sum, { many }) => sum + many, 0),
        ]),
      );
    },
    async sourcesByIds(ids) {
      if (ids.length === 0) return new Map();
      const rows = await db
        .select()
        .from(appealSources)
        .where(inArray(appealSources.id, [...ids]));
      return new Map(rows.map((row) => [row.id, records.openedSource(row)]));
    },
    async ownSources(ids, account) {
      if (ids.length === 0) return new Map();
      const rows = await db
        .select({ source: appealSources, root })
        .from(appealSources)
        .innerJoin(appeals, eq(appeals.id, appealSources.appeal))
        .where(and(seenWith(ids), eq(appealSources.account, pseudonym(account))))
        .orderBy(asc(appealSources.at), asc(appealSources.number), asc(appealSources.id));
      const own = rows.map((row) => ({ root: row.root, source: records.openedSource(row.source) }));
      return new Map(
        ids.map((id) => [
          id,
          own.filter((each) => each.root === id || each.source.appeal === id).map(({ source }) => source),
        ]),
      );
    },
  };
}
