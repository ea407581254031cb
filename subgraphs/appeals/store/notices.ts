import { sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { appealEvents, appealNotices, appealReceipts, appealSources, appeals } from '../tables.ts';
import type { Transaction } from './records.ts';

/** Every source of an appeal is to be told its latest answer, as long as it stands; `only` these where they are new to it. */
export async function tellAnswer(
  transaction: Transaction,
  appeal: string,
  at: string,
  only: ReadonlyArray<string> | null = null,
): Promise<void> {
  await transaction.execute(sql`
    insert into ${appealNotices} (source, appeal, event, at, platform)
    select s.id, r.id, answered.number, ${at}, s.platform
    from ${appeals} r
    join lateral (
      select number from ${appealEvents} where appeal = r.id and kind = 'ANSWERED' order by number desc limit 1
    ) answered on r.status in ('ANSWERED', 'CLOSED')
    join ${appeals} a on a.id = r.id or a.merged_into = r.id
    join ${appealSources} s on s.appeal = a.id
    where r.id = ${appeal} ${only === null ? sql`` : sql`and s.id in ${[...only]}`}
    on conflict do nothing`);
}

export interface Notices {
  /** These sources have received every answer that they were to be told. */
  markReceived(sources: ReadonlyArray<string>, at: string): Promise<void>;
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

export function createNotices(db: PostgresJsDatabase): Notices {
  return { markReceived: (sources, at) => markReceived(db, sources, at) };
}
