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
  await publishMatters(transaction, schema, revision, rows);
}

interface MatterRow {
  readonly code: string;
  readonly department: string;
  readonly content: PublishedMatter['content'];
}
/** Distinct contents that go to the database at once. */
const contentsAtOnce = 500;

/** Of several that hold on different days the last; what stays as it was keeps the revision by which it became so. */
async function publishMatters(
  transaction: postgres.Sql,
  schema: string,
  revision: number,
  rows: ReadonlyArray<MatterRow>,
): Promise<void> {
  const last = [...new Map(rows.map((row) => [row.code, row])).values()];
  // Regions share contents: each travels once.
  const contents = [...new Set(last.map(({ content }) => content))];
  for (let start = 0; start < contents.length; start += contentsAtOnce) {
    const batch = new Map(contents.slice(start, start + contentsAtOnce).map((content, number) => [content, number]));
    const shared = [...batch].map(([content, number]) => ({ number, content }));
    const matters = last.flatMap(({ code, department, content }) => {
      const number = batch.get(content);
      return number === undefined ? [] : [{ number, code, department }];
    });
    await transaction`
      insert into ${transaction(`${schema}.matters`)} as known (code, department, content, revision)
      select code, department, content, ${revision}
      from json_to_recordset(${JSON.stringify(matters)}::text::json) as given (number integer, code text, department text)
      join json_to_recordset(${JSON.stringify(shared)}::text::json) as shared (number integer, content jsonb) using (number)
      on conflict (code) do update set department = excluded.department, content = excluded.content, revision = excluded.revision
      where known.content is distinct from excluded.content or known.department <> excluded.department`;
  }
}
