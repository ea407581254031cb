import postgres from 'postgres';
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest';
import type { Caller, Gateway } from '../../gateway/index.ts';
import { createSharedRate, type SharedRate } from '../../scripts/rate-store.ts';
import type { Log } from '../../subgraphs/runtime/log.ts';
import { silentLog } from '../../subgraphs/runtime/log.ts';
import { overWith } from '../graph/subgraphs.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';

const rate = { points: 10, perSeconds: 600 };
const lin: Caller = { subject: 'lin-330381199001010029', kind: 'CITIZEN', department: null, scopes: [] };
const zhao: Caller = { ...lin, subject: 'zhao' };

let database: TestDatabase;
let stores: SharedRate[] = [];
let gateways: Gateway[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  await Promise.all([...gateways.map((each) => each.close()), ...stores.map((each) => each.close())]);
  await database.close();
});

async function replica(url: string, log: Log = silentLog): Promise<Gateway> {
  const counter = createSharedRate(url, rate, log);
  const gateway = await overWith({ rate: { ...rate, counter } }, [
    'one',
    'type Query { x: Int }',
    { Query: { x: () => 1 } },
  ]);
  stores = [...stores, counter];
  gateways = [...gateways, gateway];
  return gateway;
}
const ask = async (gateway: Gateway, as: Caller) => {
  const { errors } = await gateway.execute({ query: '{ x }' }, as);
  return errors?.[0]?.extensions?.code ?? 'ANSWERED';
};
/** How many of so many are answered, in turn by each. */
async function answered(replicas: ReadonlyArray<Gateway>, times: number, as: Caller): Promise<number> {
  let count = 0;
  for (let each = 0; each < times; each++) {
    const said = await ask(replicas[each % replicas.length] as Gateway, as);
    expect(['ANSWERED', 'RATE_LIMITED']).toContain(said);
    if (said === 'ANSWERED') count += 1;
  }
  return count;
}

it('the limit of one caller holds over two gateways, and others have theirs', async () => {
  const replicas = [await replica(database.adminUrl), await replica(database.adminUrl)];
  expect(await answered(replicas, 30, lin)).toBe(rate.points);
  expect(await answered(replicas, 4, zhao)).toBe(4);
  const sql = postgres(database.adminUrl, { max: 1 });
  const rows = await sql`select key, points from gateway_rates order by points`;
  expect(rows).toHaveLength(2);
  expect(JSON.stringify(rows)).not.toMatch(/lin|zhao|caller/);
  await sql.end();
});

it('a store that is out refuses nobody: each gateway counts by itself, and says so once', async () => {
  const said: string[] = [];
  const told: Log = { ...silentLog, warn: (_details: unknown, message: string) => said.push(message) } as never;
  const nowhere = new URL(database.adminUrl);
  nowhere.port = '1';
  const replicas = [await replica(nowhere.toString(), told), await replica(nowhere.toString())];
  expect(await answered(replicas, 40, lin)).toBe(2 * rate.points);
  expect(said).toEqual(['the store of rates is out: each gateway counts by itself']);
});

it('a store that was out is left alone for five seconds, and shared again once it answers', async () => {
  const said: string[] = [];
  const say = (_details: unknown, message: string): void => void said.push(message.replace(/:.*/, ''));
  const counter = createSharedRate(database.adminUrl, rate, { ...silentLog, warn: say, info: say } as never);
  stores = [...stores, counter];
  const sql = postgres(database.adminUrl, { max: 1 });
  const rows = async (): Promise<number> => Number((await sql`select count(*) from gateway_rates`)[0]?.count);
  let at = performance.now();
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => at);
  onTestFinished(() => clock.mockRestore());
  await counter.consume('before', 1);
  const known = await rows();
  const away = async (): Promise<void> => void (await sql`alter table gateway_rates rename to gateway_rates_away`);
  const back = async (): Promise<void> => void (await sql`alter table gateway_rates_away rename to gateway_rates`);
  await away();
  await counter.consume('one', 1);
  at += 5000;
  // Still out: nobody is told a second time.
  await counter.consume('two', 1);
  await back();
  at += 4999;
  await counter.consume('three', 1);
  expect([await rows(), said]).toEqual([known, ['the store of rates is out']]);
  at += 1;
  await counter.consume('four', 1);
  await counter.consume('five', 1);
  expect([await rows(), said]).toEqual([known + 2, ['the store of rates is out', 'the store of rates answers again']]);
  await sql.end();
});
