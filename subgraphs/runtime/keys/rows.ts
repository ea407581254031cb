import { createSecretKey, randomBytes } from 'node:crypto';
import type postgres from 'postgres';
import { type DataKey, highestKeyId } from '../personal-data.ts';
import { suiteNames, suites } from '../suites/index.ts';
import type { SuiteName } from '../suites/suite.ts';
import type { KeyWrapper } from './wrapper.ts';

/** A data key as it lies in its part's schema: wrapped. */
export interface KeyRow {
  readonly id: number;
  /** Null: retired, and gone. */
  readonly wrapped: Buffer | null;
  readonly wrapped_by: string;
  /** Null: of an earlier release; it opens and never seals. */
  readonly seals_at: string | null;
  /** Whether it may seal by now, by the database's clock. The newest that may does. */
  readonly seals: boolean;
}
/** Keys of one part: its schema, who wraps them, and the suite of those that are made. The first wraps, each unwraps what it wrapped. */
export interface KeyPlace {
  readonly sql: postgres.Sql;
  readonly schema: string;
  readonly wrappers: ReadonlyArray<KeyWrapper>;
  readonly suite: SuiteName;
}
/** Whoever unwraps. */
type Unwrapping = Pick<KeyPlace, 'schema' | 'wrappers'>;

/** No wrapper that this part has opens its data key: it has another part's keys, or another secret's. */
export class KeyClosed extends Error {
  readonly schema: string;
  readonly key: number;
  readonly wrapper: string;
  constructor(schema: string, { id, wrapped_by }: Pick<KeyRow, 'id' | 'wrapped_by'>, cause?: unknown) {
    super(`Data key ${id} of ${schema}, wrapped by ${wrapped_by}, does not open.`, { cause });
    this.schema = schema;
    this.key = id;
    this.wrapper = wrapped_by;
  }
}

const contextOf = (schema: string, id: number): string => `data key ${id} of ${schema}`;

export function readRows({ sql, schema }: Pick<KeyPlace, 'sql' | 'schema'>): Promise<ReadonlyArray<KeyRow>> {
  return sql<KeyRow[]>`
    select id, wrapped, wrapped_by, seals_at::text, coalesce(seals_at <= now(), false) as seals
    from ${sql(schema)}.data_keys order by id`;
}

/** Throws `KeyClosed`. */
export async function unwrapRow({ schema, wrappers }: Unwrapping, row: KeyRow): Promise<Buffer> {
  const wrapper = wrappers.find(({ id }) => id === row.wrapped_by);
  if (!wrapper || !row.wrapped) throw new KeyClosed(schema, row);
  try {
    return await wrapper.unwrap(row.wrapped, contextOf(schema, row.id));
  } catch (cause) {
    throw new KeyClosed(schema, row, cause);
  }
}

const keyBytes = 32;

/** What is wrapped of a key: itself, and before it the mark of its suite, of whatever is not of the suite that there was before others. */
const written = (suite: SuiteName, key: Buffer): Buffer =>
  suite === 'INTERNATIONAL' ? key : Buffer.concat([Buffer.from([suites[suite].mark]), key]);

/** The suite stands under what wraps it: whoever can write rows alone cannot have a key used by another. Throws `KeyClosed`. */
export async function openRow(place: Unwrapping, row: KeyRow): Promise<DataKey> {
  const bytes = await unwrapRow(place, row);
  const suite = suiteNames.find((name) => written(name, bytes.subarray(-keyBytes)).equals(bytes));
  if (!suite || bytes.length < keyBytes) throw new KeyClosed(place.schema, row);
  return { id: row.id, key: createSecretKey(bytes.subarray(-keyBytes)), suite };
}

/** By the first that the part has. */
export async function wrapRow(
  { schema, wrappers: [wrapper] }: Unwrapping,
  id: number,
  key: Buffer,
): Promise<{ readonly wrapped: Buffer; readonly by: string }> {
  if (!wrapper) throw new Error(`${schema} has nothing to wrap its keys with.`);
  return { wrapped: await wrapper.wrap(key, contextOf(schema, id)), by: wrapper.id };
}

/** Keys below are those of earlier releases, which said 1 and 2 in what they sealed. */
const firstId = 3;

/** Adds a key that seals from `sealsInMs` on, when every process knows it; answers its id. */
export async function addKey({ sql, schema, wrappers, suite }: KeyPlace, sealsInMs: number): Promise<number> {
  const [last] = await sql<Array<{ id: number | null }>>`select max(id) as id from ${sql(schema)}.data_keys`;
  const id = Math.max((last?.id ?? 0) + 1, firstId);
  if (id > highestKeyId) throw new Error(`${schema} has had ${highestKeyId} keys, and there are no more ids.`);
  const { wrapped, by } = await wrapRow({ schema, wrappers }, id, written(suite, randomBytes(keyBytes)));
  await sql`
    insert into ${sql(schema)}.data_keys (id, wrapped, wrapped_by, seals_at)
    values (${id}, ${wrapped}, ${by}, now() + ${`${sealsInMs} ms`}::interval)`;
  return id;
}

/** The newest of those that are there and were made to seal. */
export const newestOf = (rows: ReadonlyArray<KeyRow>): KeyRow | undefined =>
  rows.filter(({ wrapped, seals_at }) => wrapped !== null && seals_at !== null).at(-1);

/**
 * Gives a schema its first key, once, and where the newest is of another suite than is wanted one of that, which seals from `sealsInMs` on. Where rows lie
 * there already before the first an earlier release sealed them, by `earlier` (ids from 1): those keys are kept to open it. Safe to run again and by
 * several at once.
 */
export async function beginKeys(
  { sql, ...rest }: KeyPlace,
  tables: ReadonlyArray<string>,
  earlier: ReadonlyArray<Buffer>,
  sealsInMs: number,
): Promise<void> {
  const { schema } = rest;
  await sql.begin(async (session) => {
    const transaction = session as unknown as postgres.Sql;
    const place = { sql: transaction, ...rest };
    await transaction`lock table ${transaction(schema)}.data_keys in share row exclusive mode`;
    const rows = await readRows(place);
    const newest = newestOf(rows);
    if (newest) {
      // One that this process cannot open, whoever starts the part is told of.
      const known = await openRow(place, newest).catch(() => null);
      if (known && known.suite !== place.suite) await addKey(place, sealsInMs);
    }
    if (rows.length > 0) return;
    await addKey(place, 0);
    const filled = await Promise.all(
      tables.map((table) => transaction`select 1 from ${transaction(schema)}.${transaction(table)} limit 1`),
    );
    if (filled.every((rows) => rows.length === 0)) return;
    for (const [index, key] of earlier.entries()) {
      const { wrapped, by } = await wrapRow(place, index + 1, key);
      await transaction`
        insert into ${transaction(schema)}.data_keys (id, wrapped, wrapped_by) values (${index + 1}, ${wrapped}, ${by})`;
    }
  });
}
