import { sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { refusalsToPark } from '../domain/timing.ts';
import { instantOf } from './write.ts';

/** What is still to be done, for whoever runs the product: counts and ages in seconds, of nobody in particular. */
export interface WorkLeft {
  /** Filings that are under way, by department and state. */
  readonly filings: ReadonlyArray<{ readonly department: string; readonly state: string; readonly count: number }>;
  /** Filings whose department should have them by now, or has yet to answer anew. `seconds`: since the first of them could go. */
  readonly queue: ReadonlyArray<{
    readonly department: string;
    readonly count: number;
    readonly retried: number;
    readonly parked: number;
    readonly seconds: number;
  }>;
  readonly outbox: ReadonlyArray<{ readonly kind: string; readonly count: number; readonly seconds: number }>;
  /** Submissions that are due and held by no worker; `seconds`: how long the first has been. */
  readonly due: { readonly count: number; readonly seconds: number };
  /** Sessions of this part's role, in whatever process, by state; and the most that the server takes. */
  readonly sessions: ReadonlyArray<{ readonly state: string; readonly count: number }>;
  readonly sessionsMaximum: number;
}

/**
 * Looks at what is under way alone (`submissions_due` is the index of it), never at what has ended. A filing is in its department's queue when everything
 * that it waits for is there: no earlier matter, no day that has not come. It could go since its submission's story last went on.
 */
export function createWorkLeft(db: PostgresJsDatabase, now: () => number): () => Promise<WorkLeft> {
  return async () => {
    const at = sql`${instantOf(now())}::timestamptz`;
    const [filings, queue, outbox, due, sessions, server] = await Promise.all([
      db.execute<{ department: string; state: string; count: number }>(sql`
        select f.department, f.state, count(*)::int as count
        from submissions s join filings f on f.submission = s.id
        where s.due_at is not null and f.state not in ('APPROVED', 'REFUSED', 'WITHDRAWN')
        group by 1, 2`),
      db.execute<{ department: string; count: number; retried: number; parked: number; seconds: number }>(sql`
        select f.department, count(*)::int as count,
          count(*) filter (where f.attempts > 0)::int as retried,
          count(*) filter (where f.attempts >= ${refusalsToPark} and exists (
            select 1 from timeline t where t.submission = f.submission and t.event = 'NOT_TAKEN'
              and t.matter = f.matter and t.party is not distinct from f.party))::int as parked,
          extract(epoch from max(${at} - greatest(f.begins_at, coalesce(told.at, s.received_at))))::float8 as seconds
        from submissions s join filings f on f.submission = s.id
        left join lateral (
          select max(t.at) as at from timeline t
          where t.submission = s.id and t.event not in ('DELAYED', 'NOT_TAKEN', 'CORRECTION_OVERDUE', 'DEFERRAL_OVERDUE')
        ) told on f.state = 'WAITING'
        where s.due_at is not null and f.state not in ('APPROVED', 'REFUSED', 'WITHDRAWN', 'NEEDS_CORRECTION')
          and (f.attempts > 0 or (f.state = 'WAITING' and (f.begins_at is null or f.begins_at <= ${at}) and not exists (
            select 1 from filings before where before.submission = f.submission
              and before.position = any(f.after) and before.state <> 'APPROVED')))
        group by 1`),
      db.execute<{ kind: string; count: number; seconds: number }>(sql`
        select kind, count(*)::int as count, greatest(0, extract(epoch from max(${at} - next_at)))::float8 as seconds
        from outbox where kind <> 'GIVE_BACK' or attempts > 0 or next_at <= ${at} group by 1`),
      db.execute<{ count: number; seconds: number | null }>(sql`
        select count(*)::int as count, extract(epoch from max(${at} - due_at))::float8 as seconds
        from submissions where due_at <= ${at} and (held_until is null or held_until < now())`),
      db.execute<{ state: string; count: number }>(sql`
        select case state when 'active' then 'ACTIVE' when 'idle' then 'IDLE'
          when 'idle in transaction' then 'IN_TRANSACTION' else 'OTHER' end as state, count(*)::int as count
        from pg_stat_activity where usename = current_user and datname = current_database() group by 1`),
      db.execute<{ most: number }>(sql`select current_setting('max_connections')::int as most`),
    ]);
    return {
      ...{ filings, queue, outbox, sessions },
      due: { count: due[0]?.count ?? 0, seconds: due[0]?.seconds ?? 0 },
      sessionsMaximum: server[0]?.most ?? 0,
    };
  };
}
