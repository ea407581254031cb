import type postgres from 'postgres';

/** Where the filings of one department are at the end. */
export interface DepartmentLedger {
  readonly department: string;
  readonly submitted: number;
  readonly delivered: number;
  readonly refused: number;
  readonly withdrawn: number;
  readonly waiting: number;
  /** What lies on its own desk. */
  readonly onDesk: number;
  /** The highest number that one of its counters has given: none is taken for a filing that it does not have. */
  readonly issued: number;
}
export interface Ledger {
  readonly departments: ReadonlyArray<DepartmentLedger>;
  /** Acknowledged, and not there. */
  readonly lost: ReadonlyArray<string>;
  /** Keys under which more than one was received, and filings of which more than one payment was demanded. */
  readonly doubled: ReadonlyArray<string>;
  /** What does not add up, a sentence each. */
  readonly wrong: ReadonlyArray<string>;
}

/** Counts what was acknowledged, as the rows tell it: `submitted = delivered + refused + withdrawn + waiting` of every department. */
export async function readLedger(sql: postgres.Sql, acknowledged: ReadonlyArray<string>): Promise<Ledger> {
  const rows = await sql<Omit<DepartmentLedger, 'onDesk' | 'issued'>[]>`
    select department, count(*)::int as submitted,
      count(*) filter (where state = 'APPROVED')::int as delivered,
      count(*) filter (where state = 'REFUSED')::int as refused,
      count(*) filter (where state = 'WITHDRAWN')::int as withdrawn,
      count(*) filter (where state not in ('APPROVED', 'REFUSED', 'WITHDRAWN'))::int as waiting
    from journeys.filings group by department order by department`;
  const departments: DepartmentLedger[] = [];
  for (const row of rows) {
    const desk = sql(`department_${row.department.replaceAll('-', '_')}.filings`);
    const counters = sql(`department_${row.department.replaceAll('-', '_')}.counters`);
    const [counted] = await sql<{ onDesk: number; issued: number }[]>`
      select (select count(*)::int from ${desk}) as "onDesk", (select coalesce(max(value), 0)::int from ${counters}) as issued`;
    departments.push({ ...row, onDesk: counted?.onDesk ?? 0, issued: counted?.issued ?? 0 });
  }
  const found = await sql<{ id: string }[]>`
    select id from journeys.submissions where id = any(${sql.array([...acknowledged])})`;
  const there = new Set(found.map(({ id }) => id));
  const keys = await sql<{ key: string }[]>`
    select subject || ' ' || idempotency_key as key from journeys.submissions group by 1 having count(*) > 1`;
  const payments = await sql<{ key: string }[]>`
    select filing as key from journeys.payments group by filing having count(*) > 1`;
  return {
    departments,
    lost: acknowledged.filter((id) => !there.has(id)),
    doubled: [...keys, ...payments].map(({ key }) => key),
    wrong: departments.flatMap(wrongOf),
  };
}

export function wrongOf(of: DepartmentLedger): ReadonlyArray<string> {
  const { department, submitted, delivered, refused, withdrawn, waiting, onDesk, issued } = of;
  const sum = delivered + refused + withdrawn + waiting;
  return [
    ...(submitted === sum ? [] : [`${department}: ${submitted} submitted, ${sum} accounted for`]),
    ...(onDesk < delivered + refused ? [`${department}: ${delivered + refused} decided, ${onDesk} on its desk`] : []),
    ...(issued > onDesk ? [`${department}: ${issued} numbers issued, ${onDesk} filings`] : []),
    ...(onDesk > submitted ? [`${department}: ${onDesk} on its desk, ${submitted} submitted`] : []),
  ];
}
