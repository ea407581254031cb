import { sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';

/** Filings of a matter at a department that were lodged from a day (ISO) up to another, which is not among them. */
export interface FiguresOf {
  readonly matter: string;
  readonly department: string;
  readonly from: string;
  readonly until: string;
}
export interface FilingFigures {
  readonly lodged: number;
  readonly decided: number;
  readonly refused: number;
  readonly corrected: number;
  readonly faulty: number;
}

/** What came of filings, in the order asked: of the decided, those that were refused, that had to be put right first, and that were either. */
export async function filingFigures(
  db: PostgresJsDatabase,
  of: ReadonlyArray<FiguresOf>,
): Promise<ReadonlyArray<FilingFigures>> {
  if (of.length === 0) return [];
  const given = of.map(({ matter, department, from, until }, place) => ({ place, matter, department, from, until }));
  const rows = await db.execute<Record<keyof FilingFigures, number>>(sql`
    with of as (
      select * from jsonb_to_recordset(${JSON.stringify(given)}::text::jsonb)
        as of (place int, matter text, department text, "from" date, until date)
    ), told as (
      select of.place, filing.id, filing.state, filing.state in ('APPROVED', 'REFUSED') as decided,
        exists (
          select from timeline
          where timeline.submission = filing.submission and timeline.event = 'NEEDS_CORRECTION'
            and timeline.matter = filing.matter and timeline.party is not distinct from filing.party
        ) as corrected
      from of
      join filings filing on filing.department = of.department and filing.matter = of.matter
      join submissions submission on submission.id = filing.submission
        and submission.received_at >= of."from"::timestamp at time zone 'Asia/Shanghai'
        and submission.received_at < of.until::timestamp at time zone 'Asia/Shanghai'
    )
    select count(told.id)::int as lodged,
      count(*) filter (where told.decided)::int as decided,
      count(*) filter (where told.state = 'REFUSED')::int as refused,
      count(*) filter (where told.decided and told.corrected)::int as corrected,
      count(*) filter (where told.decided and (told.state = 'REFUSED' or told.corrected))::int as faulty
    from of left join told on told.place = of.place
    group by of.place order by of.place`);
  return rows.map(({ lodged, decided, refused, corrected, faulty }) => ({
    ...{ lodged, decided, refused, corrected, faulty },
  }));
}
