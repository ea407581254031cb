import { afterAll, beforeAll, expect, it } from 'vitest';
import { rootSecrets } from '../../scripts/secrets.ts';
import { createDesk } from '../../subgraphs/departments/desk.ts';
import type { FilingInput } from '../../subgraphs/departments/filing.ts';
import { createDeskFilings, type DeskFilings } from '../../subgraphs/departments/store/filings.ts';
import { createMatterStore } from '../../subgraphs/departments/store/matters.ts';
import type { DepartmentSystem } from '../../subgraphs/departments/system.ts';
import { openDatabase, preparing } from '../../subgraphs/runtime/database.ts';
import { createTestDatabase, testSecret } from './database.ts';
import { sealerOf } from './keys.ts';

/** Of a connection pool of five. */
const more = 12;
const pin = { revision: null, date: '2026-11-27' };
const birthCertificate = '330000WJ000123001000';
const closing: Array<() => Promise<void>> = [];
let desk: DepartmentSystem;
let filings: DeskFilings;
let url: string;
beforeAll(async () => {
  const database = await createTestDatabase();
  url = (await rootSecrets(database.adminUrl, testSecret))('health').database;
  const { db, close } = openDatabase({ url, schema: 'department_health' });
  const sealer = await sealerOf(database.adminUrl, 'health', 'department_health');
  closing.push(close, database.close);
  filings = createDeskFilings(db, sealer, Date.now);
  desk = createDesk(filings, createMatterStore(db), Date.now);
});
afterAll(async () => {
  for (const close of closing) await close();
});

const filing = (id: string, unverified = true): FilingInput =>
  ({
    ...{ id, matter: birthCertificate, party: 'baby', parties: { CHILD: ['baby'] } },
    ...{ form: { baby: {} }, evidence: [], answers: {}, produced: [] },
    unverified: unverified ? [{ fact: 'SECOND', party: 'baby', zh: '未核验', en: 'Not verified.' }] : [],
  }) as unknown as FilingInput;
const ids = Array.from({ length: more }, (_each, index) => `at-once-${index}`);

it('decides more filings at once than it has connections', async () => {
  await Promise.all(ids.map((id) => desk.accept(filing(id), pin)));
  const decided = await Promise.all(
    ids.map((id) => desk.decide({ id: `decision ${id}`, filing: id, decision: 'REFUSE', reason: '不符合' } as never)),
  );
  expect(decided.map(({ state }) => state)).toEqual(ids.map(() => 'REFUSED'));
  // Again under the same ids: decided once.
  const again = await Promise.all(
    ids.map((id) => desk.decide({ id: `decision ${id}`, filing: id, decision: 'ACCEPT', reason: null } as never)),
  );
  expect(again).toEqual(decided);
});

it('takes one filing in once, however often and at once it comes, and answers another of its id as reused', async () => {
  const receipts = await Promise.all(Array.from({ length: more }, () => desk.accept(filing('one'), pin)));
  expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1);
  await expect(desk.accept(filing('one', false), pin)).rejects.toMatchObject({
    extensions: { code: 'FILING_ID_REUSED' },
  });
});

it('numbers all that come at once without a gap and none twice, whichever of them cannot be decided or came before', async () => {
  const { id: _id, matter, party = null, ...rest } = filing('');
  const record = { ...rest, payment: null, messages: null, corrections: [], results: [], matterVersion: null } as never;
  const begin = (id: string, broken = false) =>
    filings.begin({ id, matter, party, requestHash: id, record }, async (_begun, nextValue) => {
      const messages = { zh: String(await nextValue('number at once')), en: '' };
      if (broken) throw new Error('It cannot be decided.');
      return { state: 'APPROVED', record: { ...(record as object), messages } as never };
    });
  const numberOf = ({ record: { messages } }: Awaited<ReturnType<typeof begin>>): number => Number(messages?.zh);
  expect(numberOf(await begin('numbered first'))).toBe(1);
  const broken = expect(begin('numbered broken', true)).rejects.toThrow('It cannot be decided.');
  const [again, ...others] = await Promise.all(['first', ...ids].map((id) => begin(`numbered ${id}`)));
  await broken;
  expect(numberOf(again as (typeof others)[number])).toBe(1);
  expect(others.map(numberOf).sort((x, y) => x - y)).toEqual(ids.map((_each, index) => index + 2));
  // As they lie there, too; and of the one that could not be decided nothing does.
  const kept = await Promise.all(ids.map((id) => filings.find(`numbered ${id}`)));
  expect(kept.map((each) => each && numberOf(each))).toEqual(others.map(numberOf));
  expect(await filings.find('numbered broken')).toBeNull();
});

it('numbers all that go on at once without a gap and none twice, each by itself where one cannot be decided', async () => {
  const { id: _id, matter, party = null, ...rest } = filing('');
  const record = { ...rest, payment: null, messages: null, corrections: [], results: [], matterVersion: null } as never;
  const named = [...ids, 'broken', 'before'].map((id) => `going ${id}`);
  const of = (id: string) => ({ id, matter, party, requestHash: id, record });
  for (const id of named) await filings.begin(of(id), async () => null);
  const change = (id: string, command: string | null = `go ${id}`) =>
    filings.change(id, command, async ({ id: own, record: kept }, nextValue) => {
      const messages = { zh: String(await nextValue('number going')), en: own };
      if (own === 'going broken') throw new Error('It cannot be decided.');
      return { state: 'APPROVED', record: { ...kept, messages } };
    });
  const toldOf = (kept: Awaited<ReturnType<typeof change>>) => kept?.record.messages;
  expect(toldOf(await change('going before'))).toEqual({ zh: '1', en: 'going before' });
  const broken = expect(change('going broken')).rejects.toThrow('It cannot be decided.');
  const [again, nobody, ...others] = await Promise.all(['before', 'nobody', ...ids].map((id) => change(`going ${id}`)));
  await broken;
  expect([toldOf(again ?? null), nobody]).toEqual([{ zh: '1', en: 'going before' }, null]);
  const told = others.map((each) => toldOf(each));
  expect(told.map((each) => each?.en)).toEqual(ids.map((id) => `going ${id}`));
  expect(told.map((each) => Number(each?.zh)).sort((x, y) => x - y)).toEqual(ids.map((_each, index) => index + 2));
  const kept = await Promise.all(['broken', ...ids].map((id) => filings.find(`going ${id}`)));
  expect(kept.map((each) => toldOf(each))).toEqual([null, ...told]);
  expect(kept.map((each) => [each?.state, each?.decidedAt != null])).toEqual([
    ['SUBMITTED', false],
    ...ids.map(() => ['APPROVED', true]),
  ]);
  // Whatever filing it is sent about, a command is performed once; without one, each time.
  const [first, second] = ids.map((id) => `going ${id}`) as [string, string];
  const numberOf = (each: Awaited<ReturnType<typeof change>>) => Number(toldOf(each)?.zh);
  const last = ids.length + 1;
  const both = (await Promise.all([change(first, 'both'), change(second, 'both')])).map(numberOf);
  expect(both.filter((number) => number === last + 1)).toHaveLength(1);
  const same = (await Promise.all([change(first, null), change(first, null)])).map(numberOf);
  expect(same).toEqual([last + 2, last + 3]);
});

it('finds a filing whatever of another cannot be opened', async () => {
  await Promise.all(['unopened', 'opened'].map((id) => desk.accept(filing(id), pin)));
  const { sql, close } = openDatabase({ url, schema: 'department_health', maxConnections: 1 });
  closing.unshift(close);
  await sql`update filings set sealed = 'x' where id = 'unopened'`;
  const [broken, found] = await Promise.allSettled([filings.find('unopened'), filings.find('opened')]);
  expect([broken.status, found.status]).toEqual(['rejected', 'fulfilled']);
});

it('keeps statements prepared in the connections that ask them again, in transactions too, and no more than some hundred', async () => {
  const { sql, close } = openDatabase({ url, schema: 'department_health', maxConnections: 1 });
  closing.unshift(close);
  const known = new Set<string>();
  const kept = preparing(sql, known);
  const prepared = async (text: string): Promise<number> => {
    const [row] = await sql<{ count: number }[]>`
      select count(*)::int as count from pg_prepared_statements where statement = ${text}`;
    return row?.count ?? 0;
  };
  const [outside, inside] = ['select $1::int + 1 as value', 'select $1::int + 2 as value'];
  expect(await kept.unsafe(outside, [1])).toEqual([{ value: 2 }]);
  expect(await kept.begin((transaction) => transaction.unsafe(inside, [1]))).toEqual([{ value: 3 }]);
  expect([await prepared(outside), await prepared(inside)]).toEqual([1, 1]);
  for (let each = known.size; each < 500; each++) known.add(String(each));
  const beyond = 'select $1::int + 3 as value';
  expect(await kept.unsafe(beyond, [1])).toEqual([{ value: 4 }]);
  expect(await prepared(beyond)).toBe(0);
});
