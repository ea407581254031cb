import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paymentRecord } from '../../subgraphs/journeys/records/payment.ts';
import { citizen, type Graph, startGraph } from './gateway-of.ts';
import { sealerOf } from './keys.ts';
import { type RecordedRelease, readRelease, restoreRelease } from './releases.ts';

/* The first release that demanded payments left them: demanded, paid of which tax was not told, taken back, and settled. */

let release: RecordedRelease;
let graph: Graph;
let sql: postgres.Sql;
beforeAll(async () => {
  release = readRelease('payments-v0');
  const since = Date.now();
  // Its time goes on from there.
  const now = () => (release.at as number) + Date.now() - since;
  graph = await startGraph({ now, payments: { provider: 'SANDBOX', paysAtOnce: false } }, (adminUrl) =>
    restoreRelease(adminUrl, release),
  );
  sql = postgres(graph.database.adminUrl, { max: 1 });
});
afterAll(async () => {
  await sql.end();
  await graph.close();
});

interface Seen {
  readonly state: string;
  readonly results: ReadonlyArray<{ readonly documentType: { readonly code: string } }>;
  readonly filings: ReadonlyArray<{ readonly payment: Readonly<Record<string, unknown>> | null }>;
}
const query = `query ($id: ID!) { submission(id: $id) { state results { documentType { code } } filings {
  payment { id item amountFen payer dueOn state payUrl receiptNumber refundedFen surplus { amountFen } history { state } }
} } }`;
async function see(key: string) {
  const variables = { id: release.submissions[key]?.id };
  const { submission } = await graph.ask<{ submission: Seen }>({ query, variables }, citizen);
  const payment = submission.filings.flatMap((filing) => filing.payment ?? [])[0] as Readonly<Record<string, unknown>>;
  const receipts = submission.results.filter(({ documentType }) => documentType.code === 'insurance-payment-receipt');
  return { ...submission, payment, receipts: receipts.length };
}
async function until(key: string, so: (seen: Awaited<ReturnType<typeof see>>) => boolean) {
  for (;;) {
    const seen = await see(key);
    if (so(seen)) return seen;
    await new Promise((done) => setTimeout(done, 25));
  }
}
const act = async ({ id }: Readonly<Record<string, unknown>>, deed: string): Promise<number> =>
  (await graph.gateway.app.inject({ method: 'POST', url: `/sandbox-payments/${id}/${deed}` })).statusCode;
const steps = ({ history }: Readonly<Record<string, unknown>>) =>
  (history as ReadonlyArray<{ state: string }>).map(({ state }) => state).join(' ');

describe('a payment that an earlier release left', () => {
  it('is in a version of its own, and nothing of it is lost', async () => {
    const rows = release.tables['journeys.payments'] ?? [];
    expect(rows).toHaveLength(4);
    const sealer = await sealerOf(graph.database.adminUrl, 'journeys');
    for (const { id, sealed } of rows) {
      const before = sealer.open(Buffer.from(sealed as string, 'base64'), `payment ${id}`);
      expect(before).toMatchObject({ version: 0, payer: 'GUARDIAN', channel: 'ONLINE' });
      const { version: _version, ...kept } = before as Record<string, unknown>;
      expect(paymentRecord.read(before)).toEqual({ ...kept, refundedFen: 0, surplus: [] });
    }
    const item = '城乡居民基本医疗保险费（当年度个人缴费）';
    const same = { item, amountFen: 40_000, payer: 'GUARDIAN', dueOn: '2026-12-16', refundedFen: 0, surplus: [] };
    for (const key of Object.keys(release.submissions)) expect((await see(key)).payment, key).toMatchObject(same);
  });

  it('demanded waits for its money still, is demanded once, and settled once that is paid', async () => {
    const { payment } = await see('demanded');
    expect(payment).toMatchObject({
      state: 'DEMANDED',
      payUrl: `/sandbox-payments/${payment.id}`,
      receiptNumber: null,
    });
    expect(await act(payment, 'pay')).toBe(200);
    const done = await until('demanded', ({ state }) => state === 'COMPLETED');
    expect([done.receipts, steps(done.payment)]).toEqual([1, 'DUE DEMANDED PAID']);
    expect(await sql`select id from journeys.sandbox_payments`).toHaveLength(4);
  });

  it('paid, of which its department was not told, is told of it and not paid again', async () => {
    const done = await until('untold', ({ state }) => state === 'COMPLETED');
    expect([done.receipts, steps(done.payment)]).toEqual([1, 'DUE DEMANDED PAID']);
  });

  it('taken back goes back where it is paid yet', async () => {
    const { payment } = await see('cancelled');
    expect(payment.state).toBe('CANCELLED');
    expect(await act(payment, 'pay')).toBe(200);
    const back = await until('cancelled', (seen) => seen.payment.state === 'REFUNDED');
    expect([back.receipts, back.payment.refundedFen, steps(back.payment)]).toEqual([
      ...[0, 40_000, 'DUE DEMANDED CANCELLED REFUNDING REFUNDED'],
    ]);
  });

  it('settled stays so, with the one receipt that it has; what is paid once more goes back', async () => {
    const { payment, receipts } = await see('completed');
    const kept = { state: 'PAID', receiptNumber: expect.stringMatching(/^SANDBOX-/) };
    expect([receipts, payment]).toEqual([1, expect.objectContaining(kept)]);
    expect(await act(payment, 'again')).toBe(200);
    await until('completed', (seen) => JSON.stringify(seen.payment.surplus) === '[{"amountFen":40000}]');
    expect(await see('completed')).toMatchObject({ receipts: 1, payment: kept, state: 'COMPLETED' });
  });
});
