import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { citizen, clerk, type Graph, inputFor, planOf, startGraph, submit, until } from './gateway-of.ts';
import { mutate, upload } from './lived.ts';

/* What one submission costs does not grow with those that are stored: nothing of its life reads a table whole. */

/** Copies of a submission with all that other parts keep of it. */
const copies = 2000;
/** Fewer rows than these may be read whole. */
const few = 1000;
/** Tables of which a submission leaves rows, those that are referred to first. */
const tablesOf = (departments: ReadonlyArray<string>): ReadonlyArray<string> => [
  ...[
    'submissions',
    'filings',
    'timeline',
    'requests',
    'uploads',
    'evidence_files',
    'accesses',
    'consents',
    'payments',
  ].map((table) => `journeys.${table}`),
  ...['payment_history', 'once', 'proofs', 'sandbox_payments'].map((table) => `journeys.${table}`),
  ...['licences', 'licence_events'].map((table) => `licences.${table}`),
  ...departments.flatMap((department) =>
    ['filings', 'commands', 'outgoing'].map((table) => `department_${department.replaceAll('-', '_')}.${table}`),
  ),
];
/** Columns by which rows are found; each copy has values of its own. */
const keys = new Set([
  ...['id', 'submission', 'filing', 'upload', 'payment', 'licence', 'receipt_number', 'subject', 'idempotency_key'],
  ...['ticket_hash', 'account', 'person', 'code', 'digest', 'target'],
]);

let graph: Graph;
let admin: postgres.Sql;
beforeAll(async () => {
  graph = await startGraph();
  admin = postgres(graph.database.adminUrl, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await admin?.end();
  await graph?.close();
});

async function live(key: string): Promise<string> {
  const plan = await planOf(graph);
  const file = await upload(graph, citizen);
  const evidence = plan.materials.map(({ id: material }, index) =>
    index === 0 ? { material, upload: file } : { material, bringToCounter: true },
  );
  const { submission, problems } = await submit(graph, inputFor(plan, { idempotencyKey: key, evidence }));
  expect(problems).toEqual([]);
  const id = submission?.id ?? '';
  await until(graph, id, ({ state }) => state === 'COMPLETED');
  // What was issued is told a moment later.
  await expect.poll(async () => (await admin`select 1 from journeys.outbox`).length).toBe(0);
  return id;
}

/** What is asked of it afterwards, until it is erased. */
async function after(id: string): Promise<void> {
  await graph.ask({ query: '{ submissions(first: 5) { nodes { id } } }' }, citizen);
  await graph.ask({ query: '{ licences(first: 5) { nodes { id } } }' }, citizen);
  await graph.ask({ query: '{ myData(first: 100) { totalCount nodes { kind } } }' }, citizen);
  const queue = '{ filings(department: "tax", state: SUBMITTED, first: 5) { nodes { id state } } }';
  await graph.ask({ query: queue }, clerk('tax'));
  const erase = { idempotencyKey: 'erase', submission: id };
  const { erasure } = await mutate<{ erasure: { complete: boolean } }>(
    ...([graph, 'requestErasure', erase, citizen, 'erasure { complete }'] as const),
  );
  expect(erasure.complete).toBe(true);
}

async function multiply(table: string): Promise<void> {
  const [schema, name] = table.split('.');
  const columns = await admin<Array<{ column: string; type: string }>>`
    select column_name as column, data_type as type from information_schema.columns
    where table_schema = ${schema as string} and table_name = ${name as string}`;
  const made = columns.map(({ column, type }) => {
    if (keys.has(column) && type === 'text') return `"${column}" || '~' || n`;
    return keys.has(column) ? `nextval(pg_get_serial_sequence('${table}', '${column}'))` : `"${column}"`;
  });
  const named = columns.map(({ column }) => `"${column}"`).join();
  await admin.unsafe(
    `insert into ${table} (${named}) select ${made.join()} from ${table}, generate_series(1, ${copies}) n`,
  );
}

/** Rows that were read by reading a whole table, of each that has more than a few. */
async function readWhole(): Promise<ReadonlyMap<string, number>> {
  const rows = await admin<Array<{ name: string; read: number }>>`
    select schemaname || '.' || relname as name, seq_tup_read::float8 as read from pg_stat_user_tables
    where n_live_tup > ${few}`;
  return new Map(rows.map(({ name, read }) => [name, read]));
}

it('a submission is received, carried, told of, looked at and erased, and no table is read whole for it', async () => {
  await live('first');
  const found = await admin<Array<{ department: string }>>`select distinct department from journeys.filings`;
  expect(found).toHaveLength(6);
  for (const table of tablesOf(found.map(({ department }) => department))) await multiply(table);
  await admin`analyze`;
  const before = await readWhole();
  await after(await live('second'));
  // A connection tells at its end at the latest what it read.
  await graph.stop();
  const read = await readWhole();
  const grown = ['journeys.submissions', 'journeys.filings', 'journeys.uploads', 'journeys.payments'];
  for (const table of [...grown, 'licences.licences', 'licences.licence_events'])
    expect([...before.keys()]).toContain(table);
  const whole = [...read].filter(([name, rows]) => rows - (before.get(name) ?? 0) >= few);
  expect(whole).toEqual([]);
});
