import { getTableColumns } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Caller } from '../../gateway/index.ts';
import { personalTables } from '../../subgraphs/journeys/personal-tables.ts';
import {
  accesses,
  consents,
  erasures,
  evidenceRequests,
  filings,
  paymentHistory,
  payments,
  requests,
  submissions,
  timeline,
  uploads,
} from '../../subgraphs/journeys/tables.ts';
import type { PersonalTable } from '../../subgraphs/runtime/personal-tables.ts';
import { clerk, type Graph, inputFor, leaveToStaff, otherCitizen, planOf, startGraph, submit } from './gateway-of.ts';
import { sealerOf } from './keys.ts';
import { canaries, type Lived, liveThrough, mutate, person, untilOf, upload, withdraw } from './lived.ts';

interface Told {
  readonly kind: string;
  readonly id: string;
  readonly submission: string | null;
  readonly data: Record<string, unknown>;
}
interface Page {
  readonly nodes: ReadonlyArray<Told>;
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Tables that are told. */
const told = Object.entries<PersonalTable>(personalTables).flatMap(([name, table]) =>
  'exported' in table ? [[name, table] as const] : [],
);

let graph: Graph;
let lived: Lived;
let erased = '';
let all: ReadonlyArray<Told>;
const query = `query ($first: Int, $after: String) {
  myData(first: $first, after: $after) { nodes { kind id submission data } totalCount pageInfo { hasNextPage endCursor } }
}`;
const page = async (variables: { first?: number; after?: string | null }, as: Caller = person): Promise<Page> =>
  (await graph.ask<{ myData: Page }>({ query, variables }, as)).myData;
async function wholeOf(as: Caller, first: number): Promise<ReadonlyArray<Told>> {
  const nodes: Told[] = [];
  for (let after: string | null = null; ; ) {
    const next: Page = await page({ first, after }, as);
    nodes.push(...next.nodes);
    if (!next.pageInfo.hasNextPage) {
      expect(nodes).toHaveLength(next.totalCount);
      return nodes;
    }
    after = next.pageInfo.endCursor;
  }
}

beforeAll(async () => {
  graph = await startGraph();
  await leaveToStaff(graph, 'community-health');
  const { submission } = await submit(graph, inputFor(await planOf(graph), { idempotencyKey: 'erased' }), person);
  erased = submission?.id ?? '';
  await withdraw(graph, erased);
  // A department to which it was on its way is told once more, and nothing is erased before.
  await vi.waitFor(() => mutate(graph, 'requestErasure', { idempotencyKey: 'erased', submission: erased }, person), {
    timeout: 60_000,
  });
  // After it: an erasure takes along what was looked at and not submitted.
  lived = await liveThrough(graph);
  // All but what staff decide is done: nothing is added while it is told.
  await untilOf(graph, lived.id, person, ({ filings: all }) =>
    all.every(({ state }) => /APPROVED|SUBMITTED/.test(state)),
  );
  await submit(graph, inputFor(await planOf(graph), { idempotencyKey: 'other' }), { ...person, subject: 'another' });
  await upload(graph, { ...person, subject: 'another' });
  all = await wholeOf(person, 7);
});
afterAll(() => graph.close());

describe('what a citizen is told', () => {
  it('is the same however it is divided, each thing once', async () => {
    expect(await wholeOf(person, 100)).toEqual(all);
    expect(await wholeOf(person, 1)).toEqual(all);
    expect(new Set(all.map(({ kind, id }) => `${kind} ${id}`)).size).toBe(all.length);
  });

  it('is every row of theirs, of every table that is declared', async () => {
    const sql = postgres(graph.database.adminUrl, { max: 1 });
    const own = sql`select id from journeys.submissions where subject = (select subject from journeys.submissions where id = ${lived.id})`;
    const subject = sql`(select subject from journeys.submissions where id = ${lived.id})`;
    for (const [name, { exported }] of told) {
      const isBySubject = ['submissions', 'requests', 'uploads', 'evidence_requests'].includes(name);
      const where = isBySubject ? sql`subject = ${subject}` : sql`submission in (${own})`;
      const [counted] = await sql`select count(*)::int as rows from ${sql(`journeys.${name}`)} where ${where}`;
      expect([name, all.filter(({ kind }) => kind === exported).length]).toEqual([name, counted?.rows]);
      expect([name, counted?.rows]).not.toEqual([name, 0]);
    }
    await sql.end();
  });

  it('has every column that is not left out with a reason', () => {
    const tables = {
      submissions,
      filings,
      timeline,
      requests,
      uploads,
      accesses,
      consents,
      payments,
      payment_history: paymentHistory,
      erasures,
      evidence_requests: evidenceRequests,
    };
    for (const [name, { exported, leftOut }] of told) {
      const columns = Object.keys(getTableColumns(tables[name as keyof typeof tables]));
      const data = all.find(({ kind }) => kind === exported)?.data ?? {};
      expect(Object.keys(data)).toEqual(expect.arrayContaining(columns.filter((column) => !(column in leftOut))));
      for (const column of Object.keys(leftOut)) expect(data).not.toHaveProperty(column);
    }
  });

  it('is told opened, and nothing of anybody else', () => {
    const text = JSON.stringify(all);
    // What was corrected is held by nobody any more.
    const { subject: _own, key: _stands, clerk: _staff, correction: _corrected, ...words } = canaries;
    for (const word of Object.values(words)) expect(text).toContain(word);
    expect(JSON.stringify(all.map(({ data }) => data))).not.toMatch(/sealed:|keyed:/);
    expect(text).not.toContain(canaries.clerk);
    expect(new Set(all.flatMap(({ submission }) => submission ?? []))).toEqual(new Set([lived.id, erased]));
    expect(
      all
        .filter(({ kind }) => kind === 'FILE')
        .map(({ id }) => id)
        .sort(),
    ).toEqual(Object.values(lived.files).sort());
  });

  it('of fetched documents is those of themselves, as their token vouches, and of others that they were fetched', async () => {
    const numbersIn = (told: ReadonlyArray<Told>, kind: string) =>
      [
        ...new Set(JSON.stringify(told.filter((each) => each.kind === kind)).match(/(?:RA|JS|BL|YM)-2026-\d{6}/g)),
      ].sort();
    const own = ['BL-2026-004711', 'JS-2026-004711', 'RA-2026-110107', 'YM-2026-110107'];
    expect([numbersIn(all, 'FILING'), numbersIn(all, 'EVIDENCE').length > 0]).toEqual([own, true]);
    // Nobody vouches for them any more: the form might tell a stranger's name and number.
    const { claims: _claims, ...unvouched } = person;
    const told = await wholeOf(unvouched, 100);
    expect([numbersIn(told, 'FILING'), numbersIn(told, 'EVIDENCE')]).toEqual([[], []]);
    expect(JSON.stringify(told)).toContain('birth-medical-record:lin');
    expect(told.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
  });

  it('holds every word that lies sealed, here and at every desk', async () => {
    const sql = postgres(graph.database.adminUrl, { max: 1 });
    const text = JSON.stringify(all);
    const desks = await sql<Array<{ schema: string }>>`
      select table_schema as schema from information_schema.columns where column_name = 'sealed' and table_name = 'filings'`;
    let opened = 0;
    for (const { schema } of desks) {
      const part = schema.replaceAll('_', '-').replace(/^department-/, '');
      const sealer = await sealerOf(graph.database.adminUrl, part, schema);
      for (const {
        id,
        sealed,
      } of await sql`select id, sealed from ${sql(`${schema}.filings`)} where id like ${`${lived.id}%`}`) {
        opened += 1;
        const missing = leaves(sealer.open(sealed, `filing ${id}`)).filter((leaf) => !text.includes(leaf));
        expect([schema, id, missing]).toEqual([schema, id, []]);
      }
    }
    expect(opened).toBeGreaterThan(10);
    await sql.end();
  });
});

/** Texts within a value, as JSON writes them. */
function leaves(value: unknown): ReadonlyArray<string> {
  if (typeof value === 'string') return [JSON.stringify(value)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [];
}

describe('what is held of a person is told to nobody else', () => {
  it('who has nothing is told so', async () => {
    expect(await page({}, otherCitizen)).toEqual({
      nodes: [],
      totalCount: 0,
      pageInfo: { hasNextPage: false, endCursor: null },
    });
  });

  it.each([
    ['staff', clerk('tax'), 'FORBIDDEN'],
    ['staff of the same name', { ...clerk('tax'), subject: canaries.subject }, 'FORBIDDEN'],
    ['nobody', null, 'UNAUTHENTICATED'],
  ] as ReadonlyArray<[string, Caller | null, string]>)('%s is refused', async (_who, as, code) => {
    const { data, errors } = await graph.gateway.execute({ query, variables: {} }, as);
    expect(data?.myData ?? null).toBeNull();
    expect(errors?.[0]?.extensions?.code).toBe(code);
  });

  it.each([
    ['no cursor of ours', { after: 'nonsense' }],
    ['of no table', { after: Buffer.from('["users","a"]').toString('base64url') }],
    ['with a NUL', { after: Buffer.from('["filings","\\u0000"]').toString('base64url') }],
    ['too many', { first: 101 }],
    ['fewer than none', { first: -1 }],
  ])('a page that cannot be is refused: %s', async (_what, variables) => {
    const { errors } = await graph.gateway.execute({ query, variables }, person);
    expect(errors?.[0]?.extensions?.code).toBe('INVALID_PAGE');
  });
});
