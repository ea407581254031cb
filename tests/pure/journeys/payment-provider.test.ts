import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createHttpProvider, type HttpProvider } from '../../../subgraphs/journeys/payments/http.ts';
import type { ProviderDemand } from '../../../subgraphs/journeys/payments/provider.ts';
import { createWords, longestWord } from '../../../subgraphs/journeys/payments/words.ts';
import { silentLog } from '../../../subgraphs/runtime/log.ts';

const now = Date.parse('2026-11-25T04:00:00Z');
const key = Buffer.alloc(32, 1);
/** As a province's own provider signs. */
const its = (more: Partial<Parameters<typeof createWords>[0]> = {}) =>
  createWords({ key, us: 'payments', them: 'yijianshi', now: () => now, ...more });
const open = { state: 'OPEN', amountFen: 100, currency: 'CNY', paidAt: null, receiptNumber: null };
const standing = { ...open, payUrl: 'https://pay.example/d-1' };

const heard: Array<{ readonly path: string; readonly word: unknown }> = [];
let answer: () => Promise<{ readonly status: number; readonly body: string }>;
const server = createServer(async (request, response) => {
  heard.push({ path: request.url ?? '', word: await its().read(await textOf(request)) });
  const { status, body } = await answer();
  response.writeHead(status).end(body);
});
async function textOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString();
}
let provider: HttpProvider;
beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/pay/`;
  provider = createHttpProvider({ url, key, log: silentLog, now: () => now });
});
afterAll(async () => {
  await provider.close();
  server.close();
});
beforeEach(() => {
  heard.length = 0;
});
const says =
  (word: object, signed = its()) =>
  async () => ({ status: 200, body: await signed.sign({ ...word }) });

it('is told of each demand by a signed word, and of nobody', async () => {
  answer = says({ id: 'd-1', ...standing });
  const item = { zh: '保险费', en: 'Insurance' };
  const demand: ProviderDemand = {
    ...{ id: 'd-1', amountFen: 100, currency: 'CNY', item, channel: 'ONLINE', dueOn: '2026-12-02' },
  };
  expect(await provider.demand(demand)).toEqual({ kind: 'STANDS', standing: { ...standing, refundedFen: null } });
  expect(await provider.ask('d-1')).toEqual({ kind: 'STANDS', standing: { ...standing, refundedFen: null } });
  expect(await provider.refund('d-1', 'P-1')).toEqual({ kind: 'STANDS', standing: { ...standing, refundedFen: null } });
  expect(heard).toEqual([
    { path: '/pay/demand', word: { kind: 'demand', ...demand } },
    { path: '/pay/ask', word: { kind: 'ask', id: 'd-1' } },
    { path: '/pay/refund', word: { kind: 'refund', id: 'd-1', receiptNumber: 'P-1' } },
  ]);
});

const cases: ReadonlyArray<[string, typeof answer, string]> = [
  ['knows no such demand', async () => ({ status: 404, body: '' }), 'NOT_KNOWN'],
  ['will not take it', async () => ({ status: 422, body: 'ACCOUNT_CLOSED' }), 'REJECTED ACCOUNT_CLOSED'],
  ['will not take it, in words', async () => ({ status: 422, body: '<b>no</b>' }), 'REJECTED REJECTED'],
  ['is out', async () => ({ status: 500, body: '' }), 'PROVIDER_OUT'],
  ['says too much', async () => ({ status: 200, body: 'a'.repeat(longestWord + 1) }), 'PROVIDER_OUT'],
  ['does not sign', async () => ({ status: 200, body: JSON.stringify({ id: 'd-1', ...standing }) }), 'PROVIDER_OUT'],
  ['signs with another key', says({ id: 'd-1', ...standing }, its({ key: Buffer.alloc(32, 2) })), 'PROVIDER_OUT'],
  ['signs for somebody else', says({ id: 'd-1', ...standing }, its({ them: 'another' })), 'PROVIDER_OUT'],
  ['signs in our name', says({ id: 'd-1', ...standing }, its({ us: 'yijianshi' })), 'PROVIDER_OUT'],
  ['tells of another demand', says({ id: 'd-2', ...standing }), 'PROVIDER_OUT'],
  ['has a state of its own', says({ id: 'd-1', ...standing, state: 'SETTLED' }), 'PROVIDER_OUT'],
  ['points at a script', says({ id: 'd-1', ...standing, payUrl: 'javascript:alert(1)' }), 'PROVIDER_OUT'],
  ['points at any host', says({ id: 'd-1', ...standing, payUrl: '//pay.example' }), 'PROVIDER_OUT'],
  ['owes us money', says({ id: 'd-1', ...standing, amountFen: -1 }), 'PROVIDER_OUT'],
];
it.each(cases)('counts where it %s: as %s', async (_what, of, told) => {
  answer = of;
  const said = await provider.ask('d-1');
  expect(said.kind === 'REJECTED' ? `${said.kind} ${said.code}` : said.kind).toBe(told);
});

it.each([
  [300_000, true],
  [331_000, false],
  [-29_000, true],
  [-31_000, false],
])('a call-back that was signed %i ms ago is believed: %s', async (ago, believed) => {
  const signed = await its({ now: () => now - ago }).sign({ id: 'd-1', ...standing });
  expect(await provider.readCallBack(signed)).toEqual(
    believed ? { id: 'd-1', standing: { ...standing, refundedFen: null } } : null,
  );
});
