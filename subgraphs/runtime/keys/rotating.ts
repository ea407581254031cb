import type postgres from 'postgres';
import type { Log } from '../log.ts';
import { createSealer } from '../personal-data.ts';
import { countByKey, type SealedLand } from './counting.ts';
import { openKeyring, readEveryMs, sealsAfterMs } from './keyring.ts';
import { isLeft, type Resealed, reseal, type Tell } from './resealing.ts';
import { addKey, type KeyPlace, type KeyRow, newestOf, openRow, readRows, unwrapRow, wrapRow } from './rows.ts';

/** Everything of one part that a rotation is about. */
export type RotatedPart = KeyPlace & SealedLand;
export interface RotationPace {
  /** How often running processes look for new keys. */
  readonly everyMs: number;
  /** From a key's making until it seals. */
  readonly sealsAfterMs: number;
  readonly wait: (ms: number) => Promise<void>;
}
export const pace = (wait: RotationPace['wait']): RotationPace => ({ everyMs: readEveryMs, sealsAfterMs, wait });

export interface Begun {
  /** The key that everything is sealed with from now on. */
  readonly key: number;
  /** False: an earlier rotation was cut off, and this one goes on. */
  readonly made: boolean;
}

const isLive = ({ wrapped }: KeyRow): boolean => wrapped !== null;

/**
 * Wraps every key by the part's first wrapper, and makes a new one that seals, of the part's suite; unless the newest is of that, and something is
 * sealed by an older one still: then it stays, so that a rotation that was killed is gone on with. Several at once make one.
 */
export async function beginRotation(part: RotatedPart, { sealsAfterMs: inMs }: RotationPace, log: Log): Promise<Begun> {
  return part.sql.begin(async (session) => {
    const sql = session as unknown as postgres.Sql;
    const place = { ...part, sql };
    await sql`select pg_advisory_xact_lock(hashtextextended(${`data keys of ${part.schema}`}, 0))`;
    await rewrap(place);
    const newest = newestOf(await readRows(place));
    const known = newest && (await openRow(place, newest));
    if (newest && known?.suite === place.suite) {
      if (!newest.seals) return { key: newest.id, made: false };
      const keyring = await openKeyring(place, log);
      keyring.close();
      if (await isLeft({ ...place, sealer: createSealer(keyring), newest: known }))
        return { key: newest.id, made: false };
    }
    return { key: await addKey(place, inMs), made: true };
  });
}

async function rewrap(place: KeyPlace): Promise<void> {
  const { sql, schema, wrappers } = place;
  for (const row of await readRows(place)) {
    if (!isLive(row) || row.wrapped_by === wrappers[0]?.id) continue;
    const { wrapped, by } = await wrapRow(place, row.id, await unwrapRow(place, row));
    await sql`update ${sql(schema)}.data_keys set wrapped = ${wrapped}, wrapped_by = ${by} where id = ${row.id}`;
  }
}

/** Seals everything with the newest key, once every running process seals with it too; answers what was sealed anew. */
export async function finishRotation(
  part: RotatedPart,
  { everyMs, wait }: RotationPace,
  log: Log,
  tell: Tell,
): Promise<Resealed> {
  const { sql, schema } = part;
  for (;;) {
    const [left] = await sql<Array<{ ms: number | null }>>`
      select extract(epoch from max(seals_at) + ${`${everyMs} ms`}::interval - now())::float8 * 1000 as ms
      from ${sql(schema)}.data_keys where wrapped is not null`;
    if ((left?.ms ?? 0) <= 0) break;
    await wait(left?.ms ?? 0);
  }
  const keyring = await openKeyring(part, log);
  keyring.close();
  const resealing = { ...part, sealer: createSealer(keyring), newest: keyring.sealing };
  let done = 0;
  for (;;) {
    const pass = await reseal(resealing, tell);
    done += pass.done;
    // What does not open now does not open the next time either.
    if (pass.done === 0 && (pass.closed.length > 0 || !(await isLeft(resealing)))) return { done, closed: pass.closed };
    await wait(lockedMs);
  }
}
/** What somebody held is free by then. */
const lockedMs = 200;

/** For so long the newest key must have sealed before an older one goes: whoever was asleep with what it had sealed has written it by then. */
export const retireAfterMs = 60 * 60_000;

export type Retired =
  | { readonly kind: 'RETIRED'; readonly keys: ReadonlyArray<number> }
  /** The newest key seals since not long enough: milliseconds until it does. */
  | { readonly kind: 'TOO_EARLY'; readonly ms: number }
  /** How many values each of them has sealed. */
  | { readonly kind: 'IN_USE'; readonly keys: ReadonlyMap<number, number> };

/** Forgets every key but the newest, if nothing is sealed with any of them. */
export async function retireKeys(part: RotatedPart, afterMs: number = retireAfterMs): Promise<Retired> {
  const { sql, schema, places } = part;
  const rows = await readRows(part);
  const newest = newestOf(rows);
  const older = rows.filter((row) => isLive(row) && row !== newest).map(({ id }) => id);
  if (!newest || older.length === 0) return { kind: 'RETIRED', keys: [] };
  const [left] = await sql<Array<{ ms: number }>>`
    select extract(epoch from seals_at + ${`${afterMs} ms`}::interval - now())::float8 * 1000 as ms
    from ${sql(schema)}.data_keys where id = ${newest.id}`;
  if ((left?.ms ?? 0) > 0) return { kind: 'TOO_EARLY', ms: left?.ms ?? 0 };
  await waitForWriters(
    sql,
    schema,
    places.tables.map(({ name }) => name),
  );
  const counts = await countByKey(part);
  const used = new Map(older.flatMap((id) => (counts.has(id) ? [[id, counts.get(id) ?? 0] as const] : [])));
  if (used.size > 0) return { kind: 'IN_USE', keys: used };
  await sql`
    update ${sql(schema)}.data_keys set wrapped = null, retired_at = now() where id in ${sql(older)} and id < ${newest.id}`;
  return { kind: 'RETIRED', keys: older };
}

/** Until every transaction that was writing has ended: what it wrote is counted. Nobody waits for long, for that holds up all others. */
async function waitForWriters(sql: postgres.Sql, schema: string, tables: ReadonlyArray<string>): Promise<void> {
  await sql.begin(async (transaction) => {
    await transaction`set local lock_timeout = '5s'`;
    for (const table of tables) await transaction`lock table ${sql(schema)}.${sql(table)} in share mode`;
  });
}
