import type postgres from 'postgres';
import type { PublishedMatter } from '../../publishing/published.ts';
import { type IntakePoint, pointKey } from '../domain/intake.ts';
import type { AppealRules } from '../domain/rules.ts';

/** The part of a revision that appeals rest on, inside the publisher's transaction. */
export async function publishRules(
  transaction: postgres.Sql,
  schema: string,
  revision: number,
  content: AppealRules,
  departments: ReadonlyMap<string, ReadonlyArray<PublishedMatter>>,
  points: ReadonlyArray<IntakePoint>,
): Promise<void> {
  const table = (name: string) => transaction(`${schema}.${name}`);
  await transaction`
    insert into ${table('rules')} (revision, content) values (${revision}, ${JSON.stringify(content)}::text::jsonb)`;
  const rows = [...departments].flatMap(([department, codes]) =>
    codes.map(({ code, content: published }) => ({ code, department, content: published })),
  );
  await transaction`delete from ${table('intake_points')}`;
  const hanging = points.map((point) => ({ key: pointKey(point.code), content: point }));
  await transaction`
    insert into ${table('intake_points')} (key, content)
    select key, content from json_to_recordset(${JSON.stringify(hanging)}::text::json) as given (key text, content jsonb)`;
  // Of several that hold on different days the last; what stays as it was keeps the revision by which it became so.
  const last = [...new Map(rows.map((row) => [row.code, row])).values()];
  await transaction`
    insert into ${table('matters')} as known (code, department, content, revision)
    select code, department, content, ${revision}
    from json_to_recordset(${JSON.stringify(last)}::text::json) as given (code text, department text, content jsonb)
    on conflict (code) do update set department = excluded.department, content = excluded.content, revision = excluded.revision
    where known.content is distinct from excluded.content or known.department <> excluded.department`;
}
