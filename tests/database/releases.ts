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
  /** `schema.table` → rows as JSON; what is sealed in base64. */
  readonly tables: Readonly<Record<string, ReadonlyArray<Readonly<Record<string, unknown>>>>>;
}

export function readRelease(name: string): RecordedRelease {
  return JSON.parse(readFileSync(new URL(`./releases/${name}.json`, import.meta.url), 'utf8')) as RecordedRelease;
}

/** Puts the rows into a database that has today's tables: columns that the release did not know keep their defaults. */
export async function restoreRelease(adminUrl: string, { tables, receiptNumbers }: RecordedRelease): Promise<void> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  const order = ['submissions', 'filings'];
  const names = Object.keys(tables).sort((a, b) => {
    const [one, other] = [a, b].map((name) => order.indexOf(name.split('.')[1] as string));
    return (one === -1 ? order.length : (one as number)) - (other === -1 ? order.length : (other as number));
  });
  await sql.begin(async (transaction) => {
    for (const name of names) {
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
    // It knew no keys but those that follow from the secret.
    for (const schema of new Set(names.map((name) => name.split('.')[0] as string)))
      await transaction`delete from ${transaction(schema)}.data_keys`;
  });
  await sql.end();
  await prepareDatabase(adminUrl, testSecret);
}
