import { and, eq, gte, lt, type SQL, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { appealNotices, appealReceipts, appealSources, appeals, appealWords } from '../tables.ts';

export interface Figures {
  readonly received: number;
  readonly answeredOnTheSpot: number;
  readonly solved: number;
  readonly refused: number;
  readonly overdue: number;
  readonly graded: number;
  readonly satisfied: number;
}
export interface Satisfaction {
  readonly appeals: number;
  readonly sources: number;
  readonly answered: number;
  readonly received: number;
  readonly rated: number;
  readonly satisfied: number;
}
/** Whose satisfaction: null is not asked for. */
export interface SatisfactionScope {
  readonly kind: string | null;
  readonly department: string | null;
  readonly platform: string | null;
}
export interface CreatedFigures {
  /** Instants, ISO; `until` without it; `today` ISO. */
  figures(kind: string, from: string, until: string, today: string): Promise<Figures>;
  /** Of the sources that came in between two instants. */
  satisfaction(scope: SatisfactionScope, from: string, until: string): Promise<Satisfaction>;
}

export function createFigures(db: PostgresJsDatabase): CreatedFigures {
  return {
    async figures(kind, from, until, today) {
      const count = (where: SQL) => sql<number>`count(*) filter (where ${where})`.mapWith(Number);
      const openedOn = sql`(${appeals.openedAt} at time zone 'Asia/Shanghai')::date`;
      const [row] = await db
        .select({
          received: sql<number>`count(*)`.mapWith(Number),
          answeredOnTheSpot: count(sql`${appeals.outcome} = 'ADVISED' and ${appeals.answeredOn} = ${openedOn}`),
          solved: count(sql`${appeals.outcome} = 'SOLVED' and ${appeals.status} = 'CLOSED'`),
          refused: count(sql`${appeals.outcome} = 'REFUSED' and ${appeals.status} = 'CLOSED'`),
          overdue: count(sql`${appeals.status} = 'IN_HAND' and ${appeals.dueOn} < ${today}`),
          graded: count(sql`${appeals.grade} is not null`),
          satisfied: count(sql`${appeals.grade} >= 4`),
        })
        .from(appeals)
        .where(and(eq(appeals.kind, kind), gte(appeals.openedAt, from), lt(appeals.openedAt, until)));
      return row as Figures;
    },
    async satisfaction({ kind, department, platform }, from, until) {
      const only = [
        sql`s.at >= ${from} and s.at < ${until}`,
        ...(kind === null ? [] : [sql`r.kind = ${kind}`]),
        ...(department === null ? [] : [sql`r.about = ${department}`]),
        ...(platform === null ? [] : [sql`s.platform = ${platform}`]),
      ];
      const [row] = await db.execute<{ [Name in keyof Satisfaction]: number }>(sql`
        with asked as (
          select s.id, r.id as root from ${appealSources} s
          join ${appeals} a on a.id = s.appeal join ${appeals} r on r.id = coalesce(a.merged_into, a.id)
          where ${sql.join(only, sql` and `)}
        ), told as (
          select n.source, bool_or(c.notice is not null) as received from ${appealNotices} n
          left join ${appealReceipts} c on c.notice = n.id where n.source in (select id from asked) group by n.source
        ), said as (
          -- What each said last counts.
          select distinct on (w.source) w.source, w.grade from ${appealWords} w
          where w.source in (select id from asked) and w.grade is not null order by w.source, w.at desc, w.event desc
        )
        select count(distinct asked.root)::int as appeals, count(*)::int as sources, count(told.source)::int as answered,
          count(*) filter (where told.received)::int as received, count(said.source)::int as rated,
          count(*) filter (where said.grade >= 4)::int as satisfied
        from asked left join told on told.source = asked.id left join said on said.source = asked.id`);
      return row as Satisfaction;
    },
  };
}
