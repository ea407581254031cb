import { and, asc, eq, gt, inArray, type SQL, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { appealEvents, appealNotices, appealReceipts, appealSources, appeals } from '../tables.ts';
import type { AppealRecords, KeptSource, Transaction } from './records.ts';

/** Every source of these is to be told the latest answer of each, as long as it stands; `only` these sources, where they are new to it. */
export async function tellAnswers(
  transaction: Transaction,
  ids: ReadonlyArray<string>,
  at: string,
  only: ReadonlyArray<string> | null = null,
): Promise<void> {
  if (ids.length === 0 || only?.length === 0) return;
  await transaction.execute(sql`
    insert into ${appealNotices} (source, appeal, event, at, platform)
    select s.id, r.id, answered.number, ${at}, s.platform
    from ${appeals} r
    join lateral (
      select number from ${appealEvents} where appeal = r.id and kind = 'ANSWERED' order by number desc limit 1
    ) answered on r.status in ('ANSWERED', 'CLOSED')
    join lateral (select r.id union all select id from ${appeals} where merged_into = r.id) a (id) on true
    join ${appealSources} s on s.appeal = a.id
    where r.id in ${[...ids]} ${only === null ? sql`` : sql`and s.id in ${[...only]}`}
    on conflict do nothing`);
}

/** An answer that a source of a platform has yet to be told. */
export interface Notice {
  readonly id: number;
  readonly at: string;
  readonly appeal: string;
  /** Number of the event that answered. */
  readonly event: number;
  readonly source: KeptSource;
}
export interface Notices {
  /** These sources have received every answer that they were to be told. */
  markReceived(sources: ReadonlyArray<string>, at: string): Promise<void>;
  /** Those that a platform has yet to receive, after that one, in order. */
  noticesOf(platform: string, after: number, limit: number): Promise<ReadonlyArray<Notice>>;
  countNotices(platform: string): Promise<number>;
  /** Those of these that are the platform's own, received or not. */
  noticesByIds(platform: string, ids: ReadonlyArray<number>): Promise<ReadonlyMap<number, Notice>>;
  /** Received from now on. */
  receiveNotices(ids: ReadonlyArray<number>, at: string): Promise<void>;
}

export async function markReceived(
  writer: Pick<PostgresJsDatabase, 'execute'>,
  sources: ReadonlyArray<string>,
  at: string,
): Promise<void> {
  if (sources.length === 0) return;
  await writer.execute(sql`
    insert into ${appealReceipts} (notice, at)
    select n.id, ${at} from ${appealNotices} n where n.source in ${[...sources]}
      and not exists (select from ${appealReceipts} c where c.notice = n.id)
    on conflict do nothing`);
}

export function createNotices(db: PostgresJsDatabase, records: AppealRecords): Notices {
  const isOpen = sql`not exists (select from ${appealReceipts} c where c.notice = ${appealNotices.id})`;
  const find = (where: SQL | undefined, limit: number): Promise<ReadonlyArray<Notice>> =>
    db
      .select({ notice: appealNotices, source: appealSources })
      .from(appealNotices)
      .innerJoin(appealSources, eq(appealSources.id, appealNotices.source))
      .where(where)
      .orderBy(asc(appealNotices.id))
      .limit(limit)
      .then((rows) => rows.map(({ notice, source }) => ({ ...notice, source: records.openedSource(source) })));
  return {
    markReceived: (sources, at) => markReceived(db, sources, at),
    noticesOf: (platform, after, limit) =>
      find(and(eq(appealNotices.platform, platform), gt(appealNotices.id, after), isOpen), limit),
    countNotices: (platform) => db.$count(appealNotices, and(eq(appealNotices.platform, platform), isOpen)),
    async noticesByIds(platform, ids) {
      if (ids.length === 0) return new Map();
      const own = and(eq(appealNotices.platform, platform), inArray(appealNotices.id, [...ids]));
      return new Map((await find(own, ids.length)).map((each) => [each.id, each]));
    },
    async receiveNotices(ids, at) {
      if (ids.length === 0) return;
      await db
        .insert(appealReceipts)
        .values(ids.map((notice) => ({ notice, at })))
        .onConflictDoNothing();
    },
  };
}
