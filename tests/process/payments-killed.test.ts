import { setTimeout as delay } from 'node:timers/promises';
import postgres from 'postgres';
import { expect, it, onTestFinished } from 'vitest';
import { freePort } from '../../scripts/free-port.ts';
import { testSecret } from '../database/database.ts';
import { inputFor } from '../database/gateway-of.ts';
import { clientOf, newFolder, type Started, startDatabase, startProduct, stop } from './process.ts';

const receiptType = 'insurance-payment-receipt';
const priceFen = 40_000;
/** What becomes of each newborn's insurance: a submission each. */
const fates = ['paid', 'settled', 'failed', 'short', 'withdrawn', 'late'] as const;
type Fate = (typeof fates)[number];
type Each<Value> = Readonly<Record<Fate, Value>>;
const ours = 'test of payments';

/**
 * One product after the other on one database, each killed where it is made to wait: for a row that another transaction has locked. What the sandbox demanded
 * and was paid lies in the database too: it outlives the products, as a provider elsewhere does.
 */
async function createStage() {
  const url = await startDatabase('prepared');
  const folder = newFolder();
  const connect = () => postgres(url, { max: 1, onnotice: () => {}, connection: { application_name: ours } });
  const sql = connect();
  onTestFinished(() => sql.end());
  const locks: Array<() => Promise<void>> = [];
  let product: Started | null = null;
  return {
    sql,
    /** Until it is let go, or the product has been killed. */
    async lock(statement: string): Promise<() => Promise<void>> {
      const holder = connect();
      await holder.unsafe('begin');
      await holder.unsafe(statement);
      const letGo = () => holder.end();
      locks.push(letGo);
      return letGo;
    },
    /** Waits until the product waits for a lock in such a statement. */
    async isStuck(statement: string): Promise<void> {
      for (;;) {
        const waiting = await sql`select query from pg_stat_activity
          where wait_event_type = 'Lock' and application_name <> ${ours} and query ilike ${`%${statement}%`}`;
        if (waiting.length > 0) return;
        await delay(20);
      }
    },
    async start() {
      const environment = { DATABASE_URL: url, YIJIANSHI_SECRET: testSecret, PAYMENT_PROVIDER: 'sandbox' };
      product = await startProduct(folder, await freePort(), { environment });
      return { client: clientOf(product.address, folder), address: product.address };
    },
    /** What it was about to do when it died is not done after its death either: its connections die first. */
    async kill(): Promise<void> {
      await stop(product as Started, 'SIGKILL');
      const theirs = () => sql`select pg_terminate_backend(pid) from pg_stat_activity
        where backend_type = 'client backend' and application_name <> ${ours}`;
      while ((await theirs()).length > 0) await delay(20);
      await Promise.all(locks.splice(0).map((letGo) => letGo()));
    },
  };
}

it('demands once, issues one receipt, and none without its money, whatever happens to it and whenever it is killed', async () => {
  const { sql, lock, isStuck, start, kill } = await createStage();
  const ids: Partial<Record<Fate, string>> = {};
  const of = (fate: Fate): string => ids[fate] as string;
  const payments = async (): Promise<
    Each<{ readonly id: string; readonly filing: string; readonly state: string }>
  > => {
    const rows = await sql`select id, filing, state, submission from journeys.payments`;
    return Object.fromEntries(
      fates.map((fate) => [fate, rows.find(({ submission }) => submission === of(fate)) ?? { state: 'NONE' }]),
    ) as never;
  };
  /** Nothing may be issued without money, at any moment that anybody looks. */
  const unfounded = () => sql`
    select filings.id from department_tax.filings
    left join journeys.sandbox_payments money on money.id = filings.id || '-payment'
    where filings.state = 'APPROVED' and (money.state, money.amount_fen) is distinct from ('PAID', ${priceFen}::int)`;
  const until = async (states: Partial<Each<string>>): Promise<void> => {
    for (;;) {
      expect(await unfounded()).toEqual([]);
      const seen = await payments();
      if (Object.entries(states).every(([fate, state]) => seen[fate as Fate].state === state)) return;
      await delay(20);
    }
  };
  const desk = async (fate: Fate): Promise<string> =>
    (await sql`select state from department_tax.filings where id = ${(await payments())[fate].filing}`)[0]?.state;
  const moneyOf = async (fate: Fate) =>
    (
      await sql`select state, amount_fen as fen from journeys.sandbox_payments where id = ${(await payments())[fate].id}`
    )[0];
  const lockSubmission = (fate: Fate) => lock(`select from journeys.submissions where id = '${of(fate)}' for update`);
  const lockMoney = async (fate: Fate) =>
    lock(`select from journeys.sandbox_payments where id = '${(await payments())[fate].id}' for update`);
  const lockDesk = async (fate: Fate) =>
    lock(`select from department_tax.filings where id = '${(await payments())[fate].filing}' for update`);
  const actAt = (address: string) => async (fate: Fate, deed: string) =>
    (await fetch(`${address}/sandbox-payments/${(await payments())[fate].id}/${deed}`, { method: 'POST' })).status;
  const withdraw = async (client: ReturnType<typeof clientOf>, fate: Fate): Promise<void> => {
    const query =
      'mutation ($input: WithdrawSubmissionInput!) { withdrawSubmission(input: $input) { problems { code } } }';
    const input = { idempotencyKey: `withdraw ${fate}`, submission: of(fate) };
    expect(await client.ask(query, { input })).toEqual({ withdrawSubmission: { problems: [] } });
  };

  // Killed after the demands are recorded and before they are sent.
  const first = await start();
  await lock('lock table journeys.sandbox_payments in share mode');
  const plan = await first.client.plan();
  for (const fate of fates)
    ids[fate] = (await first.client.submit(inputFor(plan, { idempotencyKey: fate }))).submission?.id as string;
  await until({ paid: 'DUE', settled: 'DUE', failed: 'DUE', short: 'DUE', withdrawn: 'DUE', late: 'DUE' });
  await isStuck('insert into "sandbox_payments"');
  await kill();
  expect(await sql`select id from journeys.sandbox_payments`).toEqual([]);

  const second = await start();
  let act = actAt(second.address);
  await until({
    ...{ paid: 'DEMANDED', settled: 'DEMANDED', failed: 'DEMANDED' },
    ...{ short: 'DEMANDED', withdrawn: 'DEMANDED', late: 'DEMANDED' },
  });
  expect([await act('failed', 'fail'), await act('short', 'short')]).toEqual([200, 200]);
  // Killed before a refund is made: money came for what is taken back.
  await withdraw(second.client, 'withdrawn');
  const unheard = await lockSubmission('withdrawn');
  const heard = act('withdrawn', 'pay');
  await isStuck('from "submissions"');
  await lockMoney('withdrawn');
  await unheard();
  expect(await heard).toBe(200);
  await isStuck('update "sandbox_payments"');
  // Killed between a payment and its department's receipt.
  await lockDesk('settled');
  expect(await act('settled', 'pay')).toBe(200);
  await isStuck('from "filings"');
  // Killed after a call-back has arrived and before it is answered.
  await lockSubmission('paid');
  const unanswered = act('paid', 'pay').catch(() => 'no answer');
  for (let state = ''; state !== 'PAID'; await delay(20)) state = (await moneyOf('paid'))?.state;
  await kill();
  expect(await unanswered).toBe('no answer');
  await until({ paid: 'DEMANDED', settled: 'PAID', failed: 'FAILED', withdrawn: 'REFUNDING' });
  expect([await desk('settled'), (await moneyOf('withdrawn'))?.state]).toEqual(['AWAITING_PAYMENT', 'PAID']);

  // The call-back is lost: as if the half minute had passed after which the provider is asked.
  await sql`update journeys.payments set next_at = now() where submission = ${of('paid')}`;
  await sql`update journeys.submissions set due_at = now() where id = ${of('paid')}`;
  // Killed after tax has approved and after the money went back, before either is written down.
  const [slowTax, slowRefund] = [await lockDesk('paid'), await lockMoney('withdrawn')];
  const third = await start();
  act = actAt(third.address);
  await until({ paid: 'PAID' });
  await isStuck('from "filings"');
  await isStuck('update "sandbox_payments"');
  await lockSubmission('paid');
  await lockSubmission('withdrawn');
  await slowTax();
  await slowRefund();
  for (let state = ''; state !== 'APPROVED'; await delay(20)) state = await desk('paid');
  for (let state = ''; state !== 'REFUNDED'; await delay(20)) state = (await moneyOf('withdrawn'))?.state;
  // Meanwhile one is paid after all, one comes late, and what was too little is said again.
  expect(await act('failed', 'pay')).toBe(200);
  await sql`update journeys.payments set due_on = '2026-01-01' where submission = ${of('late')}`;
  expect([await act('late', 'pay'), await act('short', 'pay')]).toEqual([200, 200]);
  await withdraw(third.client, 'short');
  await kill();
  await until({ paid: 'PAID', withdrawn: 'REFUNDING', short: 'CANCELLED' });

  const last = await start();
  act = actAt(last.address);
  await until({
    ...{ paid: 'PAID', settled: 'PAID', failed: 'PAID' },
    ...{ short: 'CANCELLED', withdrawn: 'REFUNDED', late: 'REFUNDED' },
  });
  const receipts: string[] = [];
  for (const fate of fates) {
    const isPaid = ['paid', 'settled', 'failed'].includes(fate);
    const look = () => last.client.look(of(fate));
    let seen = await look();
    for (; isPaid && seen?.state !== 'COMPLETED'; await delay(20)) seen = await look();
    // Once more, as providers do that are not sure of having been heard.
    expect(await act(fate, 'pay')).toBe(200);
    seen = await look();
    const issued = seen?.results.filter(({ documentType }) => documentType.code === receiptType) ?? [];
    expect([fate, issued.length]).toEqual([fate, isPaid ? 1 : 0]);
    receipts.push(...issued.map(({ number }) => number));
  }
  // Three receipts were ever issued, for the three moneys that stayed.
  expect(new Set(receipts).size).toBe(3);
  const [issued] = await sql`select sum(value)::int as numbers from department_tax.counters`;
  expect(issued?.numbers).toBe(3);
  expect(await unfounded()).toEqual([]);

  const moneys = Object.fromEntries(
    await Promise.all(fates.map(async (fate) => [fate, Object.values((await moneyOf(fate)) ?? {}).join(' ')])),
  );
  expect(moneys).toEqual({
    ...{ paid: 'PAID 40000', settled: 'PAID 40000', failed: 'PAID 40000' },
    ...{ short: 'PAID 39999', withdrawn: 'REFUNDED 40000', late: 'REFUNDED 40000' },
  });
  expect(await sql`select id from journeys.sandbox_payments`).toHaveLength(fates.length);
  const history = async (fate: Fate): Promise<string> => {
    const rows = await sql`select state from journeys.payment_history where submission = ${of(fate)} order by number`;
    return rows.map(({ state }) => state).join(' ');
  };
  const histories = Object.fromEntries(await Promise.all(fates.map(async (fate) => [fate, await history(fate)])));
  expect(histories).toEqual({
    paid: 'DUE DEMANDED PAID',
    settled: 'DUE DEMANDED PAID',
    failed: 'DUE DEMANDED FAILED PAID',
    short: 'DUE DEMANDED DEMANDED CANCELLED',
    withdrawn: 'DUE DEMANDED CANCELLED REFUNDING REFUNDED',
    // Whether it was asked about between the two is the clock's.
    late: expect.stringMatching(/^DUE DEMANDED( EXPIRED)? REFUNDING REFUNDED$/),
  });
});
