import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSubmissionStore, type SubmissionStore } from '../../subgraphs/journeys/store/index.ts';
import { roleOf, roleUrl } from '../../subgraphs/runtime/bootstrap.ts';
import { type Database, openDatabase } from '../../subgraphs/runtime/database.ts';
import { createPseudonym, type Sealer } from '../../subgraphs/runtime/personal-data.ts';
import { createTestDatabase, type TestDatabase, testSecret } from './database.ts';
import { testLedgerKey } from './keys.ts';

/* What is asked for in an order reads what it answers, however much is stored. */

const stored = 20_000;
let database: TestDatabase;
let own: Database;
let store: SubmissionStore;
const statements: Array<{ readonly query: string; readonly params: ReadonlyArray<unknown> }> = [];

beforeAll(async () => {
  database = await createTestDatabase();
  const admin = postgres(database.adminUrl, { max: 1, onnotice: () => {} });
  await admin`set search_path = journeys`;
  await admin`
    insert into submissions (id, receipt_number, subject, idempotency_key, request_hash, life_event, region, plan_id, state,
      received_at, due_on, sealed, due_at, ended_at)
    select 's' || n, n, 'p' || n % 10, n, '', 'e', 'r', 'p', 'IN_PROGRESS',
      now() - n * interval '1 minute', '2026-12-01', '', now() - n * interval '1 second', now() - n * interval '1 hour'
    from generate_series(1, ${stored}) n`;
  await admin`
    insert into filings (id, submission, position, matter, department, stage, after, state, due_on, sealed)
    select 's' || n || '-1', 's' || n, 0, 'm', 'd' || n / 2 % 10, 1, '{}',
      case n % 2 when 0 then 'SUBMITTED' else 'APPROVED' end, date '2026-12-01' + n % 500, ''
    from generate_series(1, ${stored}) n`;
  await admin`
    insert into accesses (id, submission, at, kind, department, clerk)
    select n, 's' || n % 10, now() - n * interval '1 minute', 'READ', 'd', '' from generate_series(1, ${stored}) n`;
  await admin`vacuum analyze`;
  await admin.end();
  own = openDatabase({
    url: roleUrl(database.adminUrl, testSecret, roleOf(testSecret, 'journeys')),
    schema: 'journeys',
  });
  const logger = { logQuery: (query: string, params: unknown[]) => statements.push({ query, params }) };
  store = createSubmissionStore({
    ledgerKey: testLedgerKey,
    db: drizzle(own.sql, { logger }),
    // Rows here hold nothing that could be opened.
    sealer: { open: () => ({}), openText: () => '' } as unknown as Sealer,
    pseudonym: createPseudonym(Buffer.alloc(32, 2)),
    holdMs: 1000,
    now: Date.now,
    chance: () => 0,
  });
});
afterAll(async () => {
  await own.close();
  await database.close();
});

interface Node {
  readonly 'Node Type': string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: ReadonlyArray<Node>;
}
/** What a plan read of tables and of indexes with their tables, in rows; an index alone is passed over at little cost. */
function rowsRead(node: Node): number {
  const { 'Node Type': type, 'Actual Rows': rows, 'Actual Loops': loops, Plans: below = [] } = node;
  const passed = type === 'Index Only Scan' ? 0 : (rows + (node['Rows Removed by Filter'] ?? 0)) * loops;
  return Math.max(passed, ...below.map(rowsRead));
}

const before = new Date().toISOString();
it.each<[string, (of: SubmissionStore) => Promise<unknown>]>([
  ['a department’s filings', ({ queue }) => queue('d1', { state: null, parked: false }, 20, 0)],
  ['those late in the list', ({ queue }) => queue('d1', { state: null, parked: false }, 20, 1500)],
  ['those of one state', ({ queue }) => queue('d1', { state: 'SUBMITTED', parked: false }, 20, 0)],
  ['those that are parked', ({ queue }) => queue('d1', { state: null, parked: true }, 20, 0)],
  ['a person’s submissions', ({ ownSubmissions }) => ownSubmissions('p1', 20, 0)],
  ['who looked', ({ accesses }) => accesses.of('s1', 20, 0)],
  ['a submission by its key', ({ findByKey }) => findByKey('p7', '7')],
  ['a submission’s filings', ({ filingsOf }) => filingsOf(['s7', 's8'])],
  ['what a worker takes', ({ holds }) => holds.claim('w', 'OLDEST', 8)],
  ['what is to be erased', ({ erasures }) => erasures.endedBefore(before, 20, 0)],
  ['departments to be told of it', ({ erasures }) => erasures.toTell(before, 20)],
])('%s', async (_what, ask) => {
  statements.length = 0;
  await ask(store);
  for (const { query, params } of statements) {
    const plans = await own.sql.unsafe(`explain (analyze, format json) ${query}`, [...params] as never[]);
    const told: ReadonlyArray<{ readonly Plan: Node }> = plans.flatMap((row) => row['QUERY PLAN']);
    for (const { Plan } of told) expect(rowsRead(Plan), JSON.stringify(Plan, null, 1)).toBeLessThanOrEqual(25);
  }
  expect(statements.length).toBeGreaterThan(0);
});
