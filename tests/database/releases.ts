import { readFileSync } from 'node:fs';
import postgres from 'postgres';
import { prepareDatabase } from '../../scripts/database.ts';
import { testSecret } from './database.ts';

/**
 * Rows of submissions under way as a release wrote them, sealed with the key of the tests: what a rename or a new shape must still read and complete.
 * A release that changes what is sealed, or the wire to the departments, adds a file of its own; none is ever changed.
 */
export interface RecordedRelease {
  /** By idempotency key. */
  readonly submissions: Readonly<Record<string, { readonly id: string; readonly input: Record<string, unknown> }>>;
  readonly receiptNumbers: number;
  /** By the clock of whoever recorded it, in milliseconds. */
  readonly at?: number;
  /** `schema.table` → rows as JSON; what is sealed in base64. Without `data_keys` it knew none but those that follow from the secret. */
  readonly tables: Readonly<Record<string, ReadonlyArray<Readonly<Record<string, unknown>>>>>;
}

export function readRelease(name: string): RecordedRelease {
  return JSON.parse(readFileSync(new URL(`./releases/${name}.json`, import.meta.url), 'utf8')) as RecordedRelease;
}

/** All that a running release knows of its submissions, in the form that `restoreRelease` takes. */
export async function recordRelease(
  adminUrl: string,
  { submissions, at }: Pick<RecordedRelease, 'submissions' | 'at'>,
): Promise<RecordedRelease> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  const catalogue = ['contents', 'versions', 'revisions', 'migrations'];
  const known = await sql<Array<{ schema: string; name: string }>>`
    select table_schema as schema, table_name as name from information_schema.tables
    where table_type = 'BASE TABLE' and (table_schema = 'journeys' or table_schema like 'department\\_%')
      and not table_name = any(${catalogue}) order by 1, 2`;
  const tables: Record<string, Array<Record<string, unknown>>> = {};
  for (const { schema, name } of known) {
    const rows = await sql`select to_jsonb(each) as row from ${sql(schema)}.${sql(name)} each`;
    if (rows.length === 0) continue;
    tables[`${schema}.${name}`] = rows.map(({ row }) => {
      const { sealed, ...clear } = row as Record<string, unknown>;
      const bytes =
        sealed === undefined ? {} : { sealed: Buffer.from(String(sealed).slice(2), 'hex').toString('base64') };
      return { ...clear, ...bytes };
    });
  }
  // Who has no filing has no keys to open.
  for (const name of Object.keys(tables))
    if (name.endsWith('.data_keys') && !tables[name.replace('data_keys', 'filings')]) delete tables[name];
  const [numbers] = await sql<Array<{ last: number }>>`select last_value::int as last from journeys.receipt_numbers`;
  await sql.end();
  return { ...(at === undefined ? {} : { at }), submissions, receiptNumbers: numbers?.last ?? 1, tables };
}

/** Puts the rows into a database that has today's tables: columns that the release did not know keep their defaults. */
export async function restoreRelease(adminUrl: string, { tables, receiptNumbers }: RecordedRelease): Promise<void> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  const order = ['submissions', 'filings', 'payments'];
  const names = Object.keys(tables).sort((a, b) => {
    const [one, other] = [a, b].map((name) => order.indexOf(name.split('.')[1] as string));
    return (one === -1 ? order.length : (one as number)) - (other === -1 ? order.length : (other as number));
  });
  await sql.begin(async (transaction) => {
    for (const name of names) {
      if (name.endsWith('.data_keys')) await transaction.unsafe(`delete from ${name}`);
      const rows = (tables[name] ?? []).map(({ sealed, ...row }) =>
        sealed === undefined
          ? row
          : { ...row, sealed: `\\x${Buffer.from(sealed as string, 'base64').toString('hex')}` },
      );
      const columns = Object.keys(rows[0] as object).map((column) => `"${column}"`);
      await transaction.unsafe(
        `insert into ${name} (${columns}) select ${columns} from jsonb_populate_recordset(null::${name}, $1::text::jsonb)`,
        [JSON.stringify(rows)],
      );
    }
    await transaction`select setval('journeys.receipt_numbers', ${receiptNumbers})`;
    for (const schema of new Set(names.map((name) => name.split('.')[0] as string)))
      if (!tables[`${schema}.data_keys`]) await transaction`delete from ${transaction(schema)}.data_keys`;
  });
  await sql.end();
  await prepareDatabase(adminUrl, testSecret);
}
