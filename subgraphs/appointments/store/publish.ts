import type postgres from 'postgres';
import type { WindowRules } from '../domain/rules.ts';

/** The part of a revision that numbers are given by, inside the publisher's transaction. */
export async function publishRules(
  transaction: postgres.Sql,
  schema: string,
  revision: number,
  content: WindowRules,
  departments: ReadonlyMap<string, ReadonlyArray<string>>,
): Promise<void> {
  const table = (name: string) => transaction(`${schema}.${name}`);
  await transaction`
    insert into ${table('rules')} (revision, content) values (${revision}, ${JSON.stringify(content)}::text::jsonb)`;
  const rows = [...departments].flatMap(([department, codes]) => codes.map((code) => ({ code, department })));
  await transaction`
    insert into ${table('matters')} (code, department)
    select distinct on (code) code, department
    from unnest(${rows.map(({ code }) => code)}::text[], ${rows.map(({ department }) => department)}::text[]) as given (code, department)
    on conflict (code) do update set department = excluded.department`;
}
