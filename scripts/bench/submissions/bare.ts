import type postgres from 'postgres';

/** The rows of one submission as they lie at its end, by table. */
type Rows = ReadonlyArray<{ readonly table: string; readonly rows: string }>;

const connections = 8;
const schema = 'bench_bare';

/** Every table that keeps something of a submission, and how it is found there. */
async function tablesOf(sql: postgres.Sql): Promise<ReadonlyArray<{ readonly table: string; readonly where: string }>> {
  const columns = await sql<{ table: string; column: string }[]>`
    select c.table_schema || '.' || c.table_name as table, c.column_name as column
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where t.table_type = 'BASE TABLE' and c.column_name in ('submission', 'filing', 'id')
      and c.table_schema in (select nspname from pg_namespace where nspname !~ '^(pg_|information_schema|public)')`;
  const known = new Map<string, string>();
  for (const { table, column } of columns) {
    if (column === 'submission') known.set(table, 'submission = $1');
    if (column === 'filing' && !known.has(table)) known.set(table, `filing like $1 || '-%'`);
  }
  for (const { table, column } of columns) {
    if (column !== 'id' || known.has(table)) continue;
    if (table === 'journeys.submissions') known.set(table, 'id = $1');
    if (table.startsWith('department_') && table.endsWith('.filings')) known.set(table, `id like $1 || '-%'`);
  }
  return [...known].map(([table, where]) => ({ table, where }));
}

/**
 * PostgreSQL alone: tables like those of the graph, with their indexes, and the same rows, those of a submission in one transaction with one
 * statement for each table. Answers how many in a second. `spent` is called before and after what is measured.
 */
export async function writeBare(
  sql: postgres.Sql,
  ids: ReadonlyArray<string>,
  spent: () => Promise<void>,
): Promise<{ readonly perSecond: number; readonly rows: number; readonly tables: number }> {
  const found = await tablesOf(sql);
  await sql.unsafe(`drop schema if exists ${schema} cascade; create schema ${schema}`);
  const names = new Map(found.map(({ table }) => [table, `${schema}.${table.replace('.', '__')}`]));
  for (const [table, name] of names) await sql.unsafe(`create table ${name} (like ${table} including all)`);
  let counted = 0;
  const used = new Set<string>();
  const all: Rows[] = [];
  for (const id of ids) {
    const rows: Array<Rows[number]> = [];
    for (const { table, where } of found) {
      const [read] = await sql.unsafe<{ rows: string | null; count: number }[]>(
        `select json_agg(t)::text as rows, count(*)::int as count from ${table} t where ${where}`,
        [id],
        { prepare: true },
      );
      if (!read?.rows) continue;
      rows.push({ table: names.get(table) as string, rows: read.rows });
      counted += read.count;
      used.add(table);
    }
    all.push(rows);
  }
  await spent();
  const began = performance.now();
  const waiting = all.values();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      for (const rows of waiting)
        await sql.begin(async (transaction) => {
          await Promise.all(
            rows.map(({ table, rows: json }) =>
              transaction.unsafe(
                `insert into ${table} select * from json_populate_recordset(null::${table}, $1::text::json)`,
                [json],
                { prepare: true },
              ),
            ),
          );
        });
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  await spent();
  await sql.unsafe(`drop schema ${schema} cascade`);
  return { perSecond: ids.length / seconds, rows: counted / Math.max(1, ids.length), tables: used.size };
}
