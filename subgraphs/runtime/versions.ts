import { and, type SQL, sql } from 'drizzle-orm';
import { bigserial, date, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type postgres from 'postgres';
import { fingerprint } from '../language/canonical.ts';
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
  readonly body: unknown;
}

/** What stands in the pinned revision, else in the one that holds on the pinned day, on that day. */
export function asOf(pin: Pin): SQL {
  const revision = pin.revision === null ? standingRevision(pin.date) : sql`${pin.revision}`;
  return and(
    sql`${versions.fromRevision} <= ${revision} and (${versions.untilRevision} is null or ${versions.untilRevision} > ${revision})`,
    sql`(${versions.validFrom} is null or ${versions.validFrom} <= ${pin.date})`,
    sql`(${versions.validTo} is null or ${versions.validTo} > ${pin.date})`,
  ) as SQL;
}

/** Lets a revision's rows stand from now on: new ones begin, changed and absent ones end. Runs inside the caller's transaction. */
export async function publishVersions(
  transaction: postgres.Sql,
  schema: string,
  revision: number,
  rows: ReadonlyArray<VersionRow>,
): Promise<void> {
  const table = (name: string) => transaction(`${schema}.${name}`);
  const wanted = rows.map((row) => ({
    kind: row.kind,
    code: row.code,
    region: row.region ?? '',
    search: row.search ?? '',
    valid_from: row.validFrom ?? null,
    valid_to: row.validTo ?? null,
    fingerprint: fingerprint(row.body),
    body: row.body,
  }));
  const keyOf = (row: {
    kind: string;
    code: string;
    region: string;
    search: string;
    valid_from: unknown;
    valid_to: unknown;
    fingerprint: string;
  }) => JSON.stringify([row.kind, row.code, row.region, row.search, row.valid_from, row.valid_to, row.fingerprint]);
  type Standing = Omit<(typeof wanted)[number], 'body'> & { id: string };
  const standing = await transaction<Standing[]>`
    select id, kind, code, region, search, valid_from::text, valid_to::text, fingerprint
    from ${table('versions')} where until_revision is null`;
  const wantedKeys = new Set(wanted.map(keyOf));
  const standingKeys = new Set(standing.map(keyOf));
  const ended = standing.filter((row) => !wantedKeys.has(keyOf(row))).map((row) => row.id);
  const begun = wanted.filter((row) => !standingKeys.has(keyOf(row)));
  if (ended.length > 0) {
    await transaction`update ${table('versions')} set until_revision = ${revision} where id = any(${ended}::bigint[])`;
  }
  for (let start = 0; start < begun.length; start += 500) {
    const batch = begun.slice(start, start + 500);
    const bodies = [...new Map(batch.map((row) => [row.fingerprint, row.body])).entries()];
    await transaction`
      insert into ${table('contents')} (fingerprint, body)
      select * from unnest(${bodies.map(([key]) => key)}::text[], ${bodies.map(([, body]) => JSON.stringify(body))}::text[]::jsonb[])
      on conflict (fingerprint) do nothing`;
    await transaction`
      insert into ${table('versions')} ${transaction(
        batch.map(({ body: _body, ...row }) => ({ ...row, from_revision: revision })),
      )}`;
  }
}
