import type { JWK } from 'jose';
import { SignJWT } from 'jose';
import postgres from 'postgres';
import { Agent } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../gateway/index.ts';
import { executeOverHttp } from '../../scripts/reach.ts';
import { rootSecrets } from '../../scripts/secrets.ts';
import { createSignInward } from '../../subgraphs/runtime/inward.ts';
import { createLog } from '../../subgraphs/runtime/log.ts';
import type { Subgraph } from '../../subgraphs/runtime/subgraph.ts';
import { testSecret } from './database.ts';
import { citizen, clerk, type Graph, inputFor, leaveToStaff, planOf, startGraph, submit } from './gateway-of.ts';
import { mutate, withdraw } from './lived.ts';

let now = Date.parse('2026-11-25T04:00:00Z');
let taxIsOut = false;
let taxRefuses = false;
/** What reached tax at its own port, and where payers and providers reach the gateway. */
const delivered: string[] = [];
let taxOverHttp: Subgraph['execute'] | null = null;
let address = '';
const dispatcher = new Agent();
const lines: string[] = [];
let graph: Graph;
let sql: postgres.Sql;
beforeAll(async () => {
  graph = await startGraph({
    now: () => now,
    payments: { provider: 'SANDBOX', paysAtOnce: false },
    log: createLog({ to: { write: (line) => lines.push(line) } }),
    around: (name, execute) => async (request) => {
      const isDoor = name === 'tax' && request.query.startsWith('mutation');
      if (isDoor && taxIsOut) throw new Error('stopped');
      if (isDoor && taxRefuses) return { errors: [{ message: 'No.', extensions: { code: 'E_7731' } }] };
      if (!isDoor || !taxOverHttp) return execute(request);
      // Whatever is handed over to it arrives three times, twice at once.
      const deliver = async () => {
        delivered.push(/tax(\w+)\(/.exec(request.query)?.[1] ?? '');
        return (taxOverHttp as typeof execute)(request);
      };
      if (request.query.includes('Accept(')) await Promise.all([deliver(), deliver()]);
      return deliver();
    },
  });
  sql = postgres(graph.database.adminUrl, { max: 1 });
  const { signs } = (await rootSecrets(graph.database.adminUrl, testSecret))('journeys');
  const tax = graph.subgraphs.get('tax') as Subgraph;
  const url = `${await tax.listen(0, '127.0.0.1')}/graphql`;
  taxOverHttp = executeOverHttp(
    'tax',
    url,
    createSignInward('journeys', signs as JWK, () => now),
    dispatcher,
  );
  address = await graph.gateway.listen(0, '127.0.0.1');
});
afterAll(async () => {
  await sql.end();
  await dispatcher.close();
  await graph.close();
});

interface SeenPayment {
  readonly id: string;
  readonly state: string;
  readonly amountFen: number;
  readonly dueOn: string;
  readonly payUrl: string | null;
  readonly receiptNumber: string | null;
  readonly refundedFen: number;
  readonly surplus: ReadonlyArray<{
    readonly amountFen: number;
    readonly receiptNumber: string;
    readonly refundedAt: string | null;
  }>;
  readonly history: ReadonlyArray<{ readonly state: string; readonly saidFen: number | null }>;
}
interface SeenFiling {
  readonly id: string;
  readonly state: string;
  readonly message: string;
  readonly en: string;
  readonly matter: { readonly department: { readonly code: string } };
  readonly payment: SeenPayment | null;
}
interface Seen {
  readonly state: string;
  readonly filings: ReadonlyArray<SeenFiling>;
  readonly timeline: ReadonlyArray<{ readonly event: string; readonly message: string }>;
  readonly results: ReadonlyArray<{ readonly documentType: { readonly code: string } }>;
}
const query = `query ($id: ID!) { submission(id: $id) {
  state timeline { event message } results { documentType { code } }
  filings {
    id state message en: message(language: EN) matter { department { code } }
    payment { id state amountFen dueOn payUrl receiptNumber refundedFen surplus { amountFen receiptNumber refundedAt } history { state saidFen } }
  }
} }`;
const see = async (id: string, as: Caller = citizen): Promise<Seen> =>
  (await graph.ask<{ submission: Seen }>({ query, variables: { id } }, as)).submission;
const of = ({ filings }: Seen, department = 'tax'): SeenFiling =>
  filings.find(({ matter }) => matter.department.code === department) as SeenFiling;
const receipts = ({ results }: Seen): number =>
  results.filter(({ documentType }) => documentType.code === 'insurance-payment-receipt').length;

async function until(id: string, so: (seen: Seen) => boolean): Promise<Seen> {
  for (;;) {
    const seen = await see(id);
    if (so(seen)) return seen;
    await new Promise((done) => setTimeout(done, 25));
  }
}
const paymentIs = (state: string) => (seen: Seen) => of(seen)?.payment?.state === state;

/** A newborn whose insurance waits to be paid. */
async function demanded(key: string): Promise<{ readonly id: string; readonly payment: SeenPayment }> {
  const { submission } = await submit(graph, inputFor(await planOf(graph), { idempotencyKey: key }, now));
  const id = submission?.id ?? '';
  const seen = await until(id, paymentIs('DEMANDED'));
  return { id, payment: of(seen).payment as SeenPayment };
}
/** At the sandbox, through the gateway, as somebody does whom the address was shown. */
async function act({ id }: Pick<SeenPayment, 'id'>, deed: string): Promise<number> {
  return (await fetch(`${address}/sandbox-payments/${id}/${deed}`, { method: 'POST' })).status;
}
/** Lets time pass, and has the workers look. */
async function pass(milliseconds: number): Promise<void> {
  now += milliseconds;
}
const demandsOf = async ({ id }: Pick<SeenPayment, 'id'>) =>
  sql`select state, amount_fen from journeys.sandbox_payments where id = ${id}`;

describe('a newborn’s insurance', () => {
  it('is enrolled and pushed to tax: three deliveries over HTTP are one demand, which waits for its money once and is settled once that is paid', async () => {
    delivered.length = 0;
    const { id, payment } = await demanded('paid');
    expect(delivered).toEqual(['Accept', 'Accept', 'Accept']);
    expect(await sql`select id from journeys.payments where submission = ${id}`).toEqual([{ id: payment.id }]);
    const waits = await see(id);
    expect(payment).toMatchObject({ amountFen: 40_000, dueOn: '2026-12-16', receiptNumber: null });
    expect(waits.state).toBe('IN_PROGRESS');
    expect(of(waits, 'medical-insurance').state).toBe('APPROVED');
    expect([of(waits).state, of(waits).message, receipts(waits)]).toEqual([
      'AWAITING_PAYMENT',
      expect.stringContaining('缴纳“城乡居民基本医疗保险费（当年度个人缴费）”400.00 元'),
      0,
    ]);
    const desk = await sql`select state from department_tax.filings where id like ${`${id}%`}`;
    expect([[...desk], [...(await demandsOf(payment))]]).toEqual([
      [{ state: 'AWAITING_PAYMENT' }],
      [{ state: 'OPEN', amount_fen: 40_000 }],
    ]);
    expect(of(await see(id, clerk('tax'))).payment).toEqual(payment);
    expect((await see(id, clerk('health'))).filings.map((each) => each.payment)).toEqual([null]);
    expect(await act(payment, 'pay')).toBe(200);
    // The same again, and its call-back with it.
    expect(await act(payment, 'pay')).toBe(200);
    const done = await until(id, ({ state }) => state === 'COMPLETED');
    expect([receipts(done), of(done).payment]).toEqual([
      1,
      expect.objectContaining({ state: 'PAID', payUrl: null, receiptNumber: expect.stringMatching(/^SANDBOX-/) }),
    ]);
    expect(of(done).payment?.history.map(({ state }) => state)).toEqual(['DUE', 'DEMANDED', 'PAID']);
    expect(await act(payment, 'fail')).toBe(200);
    expect(of(await see(id)).payment?.state).toBe('PAID');
    const [issued] = await sql`select sum(value)::int as numbers from department_tax.counters`;
    expect([delivered.length, issued?.numbers]).toEqual([4, 1]);
  });

  it('is paid in vain, then well, though the provider keeps silent about it', async () => {
    const { id, payment } = await demanded('silent');
    await act(payment, 'fail');
    expect(of(await until(id, paymentIs('FAILED'))).message).toContain('缴费未成功');
    await act(payment, 'silent');
    expect(of(await see(id)).payment?.state).toBe('FAILED');
    await pass(60_000);
    const done = await until(id, ({ state }) => state === 'COMPLETED');
    expect(receipts(done)).toBe(1);
  });

  it('with too little counts for nothing, and staff are told', async () => {
    const { id, payment } = await demanded('short');
    await act(payment, 'short');
    const seen = await see(id, clerk('tax'));
    expect(of(seen)).toMatchObject({ state: 'AWAITING_PAYMENT', payment: { state: 'DEMANDED' } });
    expect(of(seen).payment?.history.at(-1)).toEqual({ state: 'DEMANDED', saidFen: 39_999 });
    expect(seen.timeline.map(({ event }) => event)).toContain('PAYMENT_MISMATCH');
    await withdraw(graph, id, citizen);
  });

  it('that is taken back is not owed, and money that comes yet goes back once', async () => {
    const { id, payment } = await demanded('withdrawn');
    await withdraw(graph, id, citizen);
    expect(of(await see(id)).payment?.state).toBe('CANCELLED');
    await act(payment, 'pay');
    const seen = await until(id, paymentIs('REFUNDED'));
    expect(of(seen).payment?.history.map(({ state }) => state)).toEqual([
      ...['DUE', 'DEMANDED', 'CANCELLED', 'REFUNDING', 'REFUNDED'],
    ]);
    expect(await demandsOf(payment)).toEqual([{ state: 'REFUNDED', amount_fen: 40_000 }]);
    expect(of(seen).payment?.refundedFen).toBe(40_000);
    await act(payment, 'pay');
    expect([of(await see(id)).payment?.state, receipts(seen)]).toEqual(['REFUNDED', 0]);
  });
});

describe('one demand that is paid twice, by two moneys', () => {
  it('is paid by the first; the other goes back, both payer and staff are told, and one receipt is issued', async () => {
    const { id, payment } = await demanded('again');
    // Nothing is paid once more that was not paid.
    expect([await act(payment, 'again'), of(await see(id)).payment?.state]).toEqual([200, 'DEMANDED']);
    await act(payment, 'pay');
    expect(await act(payment, 'again')).toBe(200);
    const done = await until(
      id,
      (seen) => seen.state === 'COMPLETED' && of(seen).payment?.surplus[0]?.refundedAt != null,
    );
    const paid = of(done).payment as SeenPayment;
    expect(paid).toMatchObject({ state: 'PAID', refundedFen: 0, surplus: [{ amountFen: 40_000 }] });
    expect(paid.surplus[0]?.receiptNumber).not.toBe(paid.receiptNumber);
    // As providers do that are not sure of having been heard.
    expect(await act(payment, 'again')).toBe(200);
    const moneys = await sql`
      select state, amount_fen from journeys.sandbox_payments where id like ${`${payment.id}%`} order by id`;
    expect([...moneys]).toEqual([
      { state: 'PAID', amount_fen: 40_000 },
      { state: 'REFUNDED', amount_fen: 40_000 },
    ]);
    const staff = await see(id, clerk('tax'));
    for (const { timeline, filings } of [await see(id), staff]) {
      const told = timeline.filter(({ event }) => event.startsWith('PAYMENT_SURPLUS'));
      expect(told.map(({ event }) => event)).toEqual(['PAYMENT_SURPLUS', 'PAYMENT_SURPLUS_REFUNDED']);
      expect(told[0]?.message).toContain('又收到 400.00 元');
      expect(of({ filings } as Seen).payment?.history).toContainEqual({ state: 'PAID', saidFen: 40_000 });
    }
    expect(receipts(await see(id))).toBe(1);
  });
});

describe('a call-back', () => {
  const say = async (payload: string, type = 'application/jose') => {
    const headers = { 'content-type': type };
    const url = '/payments/call-back';
    const { statusCode, json } = await graph.gateway.app.inject({ method: 'POST', url, headers, payload });
    return [statusCode, (json() as { code?: string }).code];
  };
  /** As whoever has a key of their own, or ours, may sign. */
  const signed = (word: object, { key = Buffer.alloc(32, 7), aud = 'yijianshi', at = now } = {}) =>
    new SignJWT({ word })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer('payments')
      .setAudience(aud)
      .setIssuedAt(Math.floor(at / 1000))
      .sign(key);

  it('that nobody signed is no fact', async () => {
    const { id, payment } = await demanded('forged');
    const word = {
      ...{ id: payment.id, state: 'PAID', amountFen: 40_000, currency: 'CNY', payUrl: null },
      ...{ paidAt: new Date(now).toISOString(), receiptNumber: 'X-1' },
    };
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify({ iss: 'payments', aud: 'yijianshi', iat: Math.floor(now / 1000), word })).toString('base64url')}.`;
    for (const payload of ['', 'x', unsigned, await signed(word), 'a.'.repeat(4000)])
      expect(await say(payload), payload).toEqual([401, 'PAYMENT_NOT_SIGNED']);
    expect((await say('x'.repeat(8193)))[0]).toBe(413);
    expect(await say(JSON.stringify(word), 'application/json')).toEqual([401, 'PAYMENT_NOT_SIGNED']);
    expect(of(await see(id)).payment?.state).toBe('DEMANDED');
    await withdraw(graph, id, citizen);
  });
});

describe('in time', () => {
  it('nobody pays: the filing is over, its department hears of it, and late money goes back', async () => {
    const { id, payment } = await demanded('late');
    now = Date.parse('2026-12-16T15:59:59Z');
    expect(of(await see(id)).payment?.state).toBe('DEMANDED');
    await pass(1000);
    // The other departments may still be at it.
    const seen = await until(id, (told) => paymentIs('EXPIRED')(told) && told.state !== 'IN_PROGRESS');
    expect([of(seen).state, of(seen).message]).toEqual([
      'WITHDRAWN',
      expect.stringContaining('未在 2026-12-16 前缴费'),
    ]);
    expect(seen.state).toBe('PARTLY_COMPLETED');
    await act(payment, 'pay');
    const refunded = await until(id, paymentIs('REFUNDED'));
    expect([receipts(refunded), of(refunded, 'medical-insurance').state]).toEqual([0, 'APPROVED']);
    const [desk] = await sql`select state from department_tax.filings where id = ${of(seen).id}`;
    expect(desk?.state).toBe('WITHDRAWN');
  });
});

describe('a department that is out', () => {
  it('leaves the enrolment valid, tells the parent why in both languages, demands once it is back, and settles once that is paid', async () => {
    taxIsOut = true;
    const { submission } = await submit(graph, inputFor(await planOf(graph), { idempotencyKey: 'out' }, now));
    const id = submission?.id ?? '';
    const seen = await until(
      id,
      (told) => told.timeline.some(({ event }) => event === 'DELAYED') && of(told)?.message.includes('暂时没有答复'),
    );
    expect(of(seen, 'medical-insurance').state).toBe('APPROVED');
    expect(of(seen)).toMatchObject({
      ...{ state: 'WAITING', payment: null, message: '瑞安市税务局暂时没有答复，将自动重试，您无需操作。' },
      en: 'Tax Bureau does not answer at present; it is tried again by itself, you need do nothing.',
    });
    expect(seen.results.map(({ documentType }) => documentType.code)).toContain('insurance-enrolment');
    taxIsOut = false;
    await pass(2000);
    const waits = await until(id, paymentIs('DEMANDED'));
    const payment = of(waits).payment as SeenPayment;
    // Out again when it is paid: the money is kept, and told as often as it takes.
    taxIsOut = true;
    await act(payment, 'pay');
    await until(id, ({ timeline }) => timeline.filter(({ event }) => event === 'DELAYED').length === 2);
    const paid = await see(id);
    expect([of(paid).state, of(paid).payment?.state, receipts(paid)]).toEqual(['AWAITING_PAYMENT', 'PAID', 0]);
    taxIsOut = false;
    await pass(4000);
    expect(receipts(await until(id, ({ state }) => state === 'COMPLETED'))).toBe(1);
  });
});

describe('a department that refuses by a word of its own', () => {
  it('is told of without it, which whoever looks into it finds in the log', async () => {
    taxRefuses = true;
    const { submission } = await submit(graph, inputFor(await planOf(graph), { idempotencyKey: 'refuses' }, now));
    const id = submission?.id ?? '';
    const seen = await until(id, (told) => of(told)?.message?.includes('未能接收') ?? false);
    taxRefuses = false;
    expect(of(seen).message).toBe('瑞安市税务局未能接收，工作人员正在处理，您无需操作。');
    const told = lines.map((line) => JSON.parse(line)).filter(({ code }) => code === 'E_7731');
    expect(told[0]).toMatchObject({ part: 'worker', filing: of(seen).id, call: 'HAND_OVER' });
    await withdraw(graph, id, citizen);
  });
});

describe('staff', () => {
  const decide = async (input: object) =>
    mutate<{ filing: { state: string } }>(graph, 'decideFiling', input, clerk('tax'), 'filing { state }');
  const results = [{ documentType: 'insurance-payment-receipt', subject: 'CHILD', party: 'baby', number: 'T-9' }];

  it('demand it by accepting, and approve nothing before it is paid', async () => {
    await leaveToStaff(graph, 'tax');
    const { submission } = await submit(graph, inputFor(await planOf(graph), { idempotencyKey: 'staff' }, now));
    const id = submission?.id ?? '';
    const filing = of(await until(id, (seen) => of(seen)?.state === 'SUBMITTED')).id;
    const approve = { filing, decision: 'APPROVE', results };
    await expect(decide({ ...approve, idempotencyKey: 'p1' })).rejects.toThrow('PAYMENT_NOT_MADE');
    const accept = { filing, decision: 'ACCEPT' };
    await expect(decide({ ...accept, idempotencyKey: 'p2', amountFen: 1 })).rejects.toThrow('PAYMENT_AMOUNT');
    expect((await decide({ ...accept, idempotencyKey: 'p3' })).filing.state).toBe('AWAITING_PAYMENT');
    await expect(decide({ ...approve, idempotencyKey: 'p4' })).rejects.toThrow('PAYMENT_NOT_MADE');
    const payment = of(await until(id, paymentIs('DEMANDED'))).payment as SeenPayment;
    await act(payment, 'pay');
    await until(id, (seen) => of(seen).state === 'ACCEPTED');
    expect((await decide({ ...approve, idempotencyKey: 'p5' })).filing.state).toBe('APPROVED');
    expect(receipts(await until(id, ({ state }) => state === 'COMPLETED'))).toBe(1);
  });
});

it('a history is added to, and changed by nobody', async () => {
  for (const statement of [
    'update payment_history set state = state',
    'delete from payment_history',
    'truncate payment_history',
  ])
    await expect(sql.unsafe(`set search_path to journeys; ${statement}`)).rejects.toThrow(
      'neither changed nor removed',
    );
});
