import { and, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { bigserial, date, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type postgres from 'postgres';
import { lastingFingerprint } from '../language/canonical.ts';
import { standingRevision } from './beginnings.ts';
import type { Pin } from './pin.ts';

/** Content once, by fingerprint, however many versions, regions and revisions show it. */
export const contents = pgTable('contents', {
  fingerprint: text('fingerprint').primaryKey(),
  body: jsonb('body').notNull(),
});
/** Which content stood under a code, in which revisions (`from` up to, without, `until`) and on which days. */
export const versions = pgTable('versions', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  kind: text('kind').notNull(),
  code: text('code').notNull(),
  region: text('region').notNull(),
  search: text('search').notNull(),
  fromRevision: integer('from_revision').notNull(),
  untilRevision: integer('until_revision'),
  validFrom: date('valid_from', { mode: 'string' }),
  validTo: date('valid_to', { mode: 'string' }),
  fingerprint: text('fingerprint').notNull(),
});

export interface VersionRow {
  readonly kind: string;
  readonly code: string;
  readonly region?: string;
  readonly search?: string;
  readonly validFrom?: string | null;
  readonly validTo?: string | null;
  readonly body: object;
}

type Held = 'fromRevision' | 'untilRevision' | 'validFrom' | 'validTo';

/** What stands in the pinned revision, else in the one that holds on the pinned day, on that day. */
export function asOf(pin: Pin, table: Readonly<Record<Held, SQLWrapper>> = versions): SQL {
  const revision = pin.revision === null ? standingRevision(pin.date) : sql`${pin.revision}`;
  return and(
    sql`${table.fromRevision} <= ${revision} and (${table.untilRevision} is null or ${table.untilRevision} > ${revision})`,
    sql`(${table.validFrom} is null or ${table.validFrom} <= ${pin.date})`,
    sql`(${table.validTo} is null or ${table.validTo} > ${pin.date})`,
  ) as SQL;
}

/** So many rows go to the database at once, and of contents so many characters: one statement is held in memory whole. */
const atOnce = { rows: 2_000, characters: 1_000_000 };

interface Wanted {
  readonly kind: string;
  readonly code: string;
  readonly region: string;
  readonly search: string;
  readonly valid_from: string | null;
  readonly valid_to: string | null;
  readonly fingerprint: string;
}

/** Lets a revision's rows stand from now on: new ones begin, changed and absent ones end. Runs inside the caller's transaction. */
export async function publishVersions(
  transaction: postgres.Sql,
  schema: string,
  revision: number,
  rows: ReadonlyArray<VersionRow>,
): Promise<void> {
  const table = (name: string) => transaction(`${schema}.${name}`);
  const wanted = new Map<string, { readonly row: Wanted; readonly body: unknown }>();
  for (const { body, ...row } of rows) {
    const whole = wantedOf(row, lastingFingerprint(body));
    wanted.set(keyOf(whole), { row: whole, body });
  }
  const standing = await transaction<Array<Wanted & { readonly id: string }>>`
    select id, kind, code, region, search, valid_from::text, valid_to::text, fingerprint
    from ${table('versions')} where until_revision is null`;
  const ended: string[] = [];
  for (const { id, ...row } of standing) if (!wanted.delete(keyOf(row))) ended.push(id);
  if (ended.length > 0) {
    await transaction`update ${table('versions')} set until_revision = ${revision} where id = any(${ended}::bigint[])`;
  }
  const begun = [...wanted.values()];
  await writeContents(transaction, table('contents'), new Map(begun.map(({ row, body }) => [row.fingerprint, body])));
  for (let start = 0; start < begun.length; start += atOnce.rows) {
    const batch = begun.slice(start, start + atOnce.rows).map(({ row }) => row);
    await transaction`
      insert into ${table('versions')} (kind, code, region, search, valid_from, valid_to, fingerprint, from_revision)
      select given.*, ${revision}::integer from json_to_recordset(${JSON.stringify(batch)}::text::json) as given
        (kind text, code text, region text, search text, valid_from date, valid_to date, fingerprint text)`;
  }
}

function wantedOf(row: Omit<VersionRow, 'body'>, print: string): Wanted {
  const { kind, code, region = '', search = '', validFrom = null, validTo = null } = row;
  return { kind, code, region, search, valid_from: validFrom, valid_to: validTo, fingerprint: print };
}

function keyOf(row: Wanted): string {
  return JSON.stringify([row.kind, row.code, row.region, row.search, row.valid_from, row.valid_to, row.fingerprint]);
}

/** Each by its fingerprint, those that are known already left out. */
async function writeContents(
  transaction: postgres.Sql,
  table: postgres.Helper<string>,
  bodies: ReadonlyMap<string, unknown>,
): Promise<void> {
  const known = await transaction<Array<{ fingerprint: string }>>`
    select fingerprint from ${table} where fingerprint = any(${[...bodies.keys()]}::text[])`;
  const isKnown = new Set(known.map((row) => row.fingerprint));
  let batch: string[] = [];
  let characters = 0;
  const write = async () => {
    await transaction`
      insert into ${table} (fingerprint, body)
      select fingerprint, body from json_to_recordset(${`[${batch.join(',')}]`}::text::json) as given (fingerprint text, body jsonb)
      on conflict (fingerprint) do nothing`;
    batch = [];
    characters = 0;
  };
  for (const [print, body] of bodies) {
    if (isKnown.has(print)) continue;
    const text = JSON.stringify({ fingerprint: print, body });
    batch.push(text);
    characters += text.length;
    if (characters >= atOnce.characters) await write();
  }
  if (batch.length > 0) await write();
}
