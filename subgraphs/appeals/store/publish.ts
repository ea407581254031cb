import type postgres from 'postgres';
import { type IntakePoint, pointKey } from '../domain/intake.ts';
import type { AppealRules } from '../domain/rules.ts';

/** The part of a revision that appeals rest on, inside the publisher's transaction. */
export async function publishRules(
  transaction: postgres.Sql,
  schema: string,
  revision: number,
  content: AppealRules,
  departments: ReadonlyMap<string, ReadonlyArray<string>>,
  points: ReadonlyArray<IntakePoint>,
): Promise<void> {
  const table = (name: string) => transaction(`${schema}.${name}`);
  await transaction`
    insert into ${table('rules')} (revision, content) values (${revision}, ${JSON.stringify(content)}::text::jsonb)`;
  const rows = [...departments].flatMap(([department, codes]) => codes.map((code) => ({ code, department })));
  await transaction`delete from ${table('intake_points')}`;
  const hanging = points.map((point) => ({ key: pointKey(point.code), content: point }));
  await transaction`
    insert into ${table('intake_points')} (key, content)
    select key, content from json_to_recordset(${JSON.stringify(hanging)}::text::json) as given (key text, content jsonb)`;
  await transaction`
    insert into ${table('matters')} (code, department)
    select distinct on (code) code, department
    from unnest(${rows.map(({ code }) => code)}::text[], ${rows.map(({ department }) => department)}::text[]) as given (code, department)
    on conflict (code) do update set department = excluded.department`;
}
