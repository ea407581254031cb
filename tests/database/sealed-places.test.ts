import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SubmissionStore } from '../../subgraphs/journeys/store/index.ts';
import { sealedPlaces } from '../../subgraphs/journeys/store/places.ts';
import type { Database } from '../../subgraphs/runtime/database.ts';
import type { Sealer } from '../../subgraphs/runtime/personal-data.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { sealerOf } from './keys.ts';
import { newSubmission } from './receive-one.ts';
import { storeOf } from './store-of.ts';

let database: TestDatabase;
let own: Database;
let store: SubmissionStore;
let sealer: Sealer;
beforeAll(async () => {
  database = await createTestDatabase();
  ({ own, store } = await storeOf(database));
  sealer = await sealerOf(database.adminUrl, 'journeys');
  const told = [{ source: 'tax', granted: true, purpose: 'SUBMISSION', textVersion: '1', requirements: [] }] as never;
  const submission = newSubmission(store, ['a', 'b'], { told });
  const { id } = submission.row;
  const filings = submission.filings.map((filing) => ({ ...filing, party: 'baby' }));
  await store.receive({ ...submission, filings }, () => null);
  const items = { zh: '保险费', en: 'Insurance' };
  const demand = { amountFen: 100, items, payer: 'GUARDIAN', channel: 'ONLINE', dueInWorkingDays: 5 } as const;
  const receipt = {
    ...{ messages: { zh: '请缴费', en: 'Please pay' }, corrections: null, results: null, demand },
    state: 'AWAITING_PAYMENT',
  } as const;
  await store.change(id, { events: [{ kind: 'DECIDED', filing: `${id}-1`, receipt }] });
  await store.accesses.add([{ submission: id, kind: 'READ', department: 'tax', clerk: 'clerk', filing: null }]);
  await store.uploads.announce(
    {
      ...{ id: 'file', subject: 's', ticketHash: 't', fileName: 'a.png', contentType: 'image/png', bytes: 1 },
      ...{ sha256: 'h', expiresAt: '2026-11-25T04:00:00Z' },
    },
    9,
    '2026-11-25T04:00:00Z',
  );
  await store.evidenceRequests.add({
    ...{ id: 'look', subject: 's', idempotencyKey: 'k', requestHash: 'h', requestedAt: '2026-11-25T04:00:00Z' },
    ...{ expiresAt: '2026-11-26T04:00:00Z', lifeEvent: 'e', region: 'r', people: [], applicant: null, items: [] },
    ...{ consents: [], personalNumbers: [] },
  } as never);
});
afterAll(async () => {
  await own?.close();
  await database?.close();
});

it.each(sealedPlaces.tables.flatMap(({ name, key, columns }) => columns.map((column) => ({ name, key, column }))))(
  'what $name.$column.name holds opens by its place, and by no other',
  async ({ name, key, column }) => {
    const rows = await own.sql.unsafe(
      `select ${key.join()}, ${column.name} as value from ${name} where ${column.name} is not null`,
    );
    expect(rows.length).toBeGreaterThan(0);
    const open = (value: never, place: string): unknown =>
      column.as === 'BYTES' ? sealer.open(value, place) : sealer.openText(value, place);
    for (const { value, ...of } of rows) {
      const place = column.place(of);
      expect(column.as === 'BYTES' || String(value).startsWith('sealed:')).toBe(true);
      open(value as never, place);
      expect(() => open(value as never, `${place} of another`)).toThrow();
    }
  },
);

it('no two places are alike: nothing that was moved opens', async () => {
  const places = sealedPlaces.tables.flatMap(({ columns }) =>
    columns.map(({ place }) => place({ id: 'x', submission: 'x', number: '1' })),
  );
  expect(new Set(places).size).toBe(places.length);
  const ofFiles = (sealedPlaces.files ?? []).map(({ place }) => place({ id: 'x' }));
  expect(ofFiles.length).toBeGreaterThan(0);
  expect(new Set([...places, ...ofFiles]).size).toBe(places.length + ofFiles.length);
});

it('nothing is sealed elsewhere', async () => {
  const columns = await own.sql<Array<{ table: string; name: string; type: string }>>`
    select table_name as table, column_name as name, data_type as type from information_schema.columns
    where table_schema = 'journeys' and table_name <> 'data_keys'`;
  const sealed: string[] = [];
  for (const { table, name, type } of columns) {
    const [found] = await own.sql.unsafe(`select 1 from "${table}" where "${name}"::text like '%sealed:%' limit 1`);
    if (found || type === 'bytea') sealed.push(`${table}.${name}`);
  }
  const listed = sealedPlaces.tables.flatMap(({ name, columns: each }) =>
    each.map((column) => `${name}.${column.name}`),
  );
  expect(sealed.sort()).toEqual([...listed].sort());
});
