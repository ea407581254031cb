import postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DoorAnswer } from '../../subgraphs/journeys/door-answers.ts';
import type { DepartmentDoor } from '../../subgraphs/journeys/doors.ts';
import { createSandbox } from '../../subgraphs/journeys/payments/sandbox.ts';
import { createSubmissionStore, type SubmissionStore } from '../../subgraphs/journeys/store/index.ts';
import { createWithdraw } from '../../subgraphs/journeys/withdraw.ts';
import { startWorker, type Worker } from '../../subgraphs/journeys/worker.ts';
import { roleOf, roleUrl } from '../../subgraphs/runtime/bootstrap.ts';
import { type Database, openDatabase } from '../../subgraphs/runtime/database.ts';
import { silentLog } from '../../subgraphs/runtime/log.ts';
import { createPseudonym } from '../../subgraphs/runtime/personal-data.ts';
import { createTestDatabase, type TestDatabase, testSecret } from './database.ts';
import { sealerOf, testLedgerKey } from './keys.ts';
import { receiveOne as receiveIn } from './receive-one.ts';

/** Long enough that a busy machine renews it in time. */
const holdMs = 3000;
let database: TestDatabase;
let own: Database;
let admin: postgres.Sql;
let store: SubmissionStore;

/** A department that answers when it is told to; the workers, the store and the database are the real ones. */
class Department {
  readonly called: string[] = [];
  /** It has no filing. */
  lost = false;
  private answers: Array<(answer: DoorAnswer) => void> = [];
  readonly door: DepartmentDoor = {
    accept: () => this.call('accept'),
    supplement: () => this.call('supplement'),
    withdraw: () => this.call('withdraw'),
    paid: () => this.call('paid'),
    decide: () => this.call('decide'),
    find: async () => {
      if (!this.lost) return this.call('find');
      this.called.push('find');
      return null;
    },
    provide: async () => ({ outcome: 'NOT_FOUND' }),
    held: async () => ({ kind: 'NOT_KNOWN' }),
    erase: async () => ({ kind: 'NOT_KNOWN' }),
  };
  private call(name: string): Promise<DoorAnswer> {
    this.called.push(name);
    return new Promise((resolve) => this.answers.push(resolve));
  }
  /** Answers the call that waits for longest; waits for one. */
  async answer(state: 'SUBMITTED' | 'APPROVED' | 'WITHDRAWN'): Promise<void> {
    await until(async () => this.answers.length > 0);
    this.answers.shift()?.({ kind: 'RECEIPT', receipt: { state, messages: null, corrections: null, results: null } });
  }
}

const sandbox = () =>
  createSandbox({ rows: store.sandbox, secret: Buffer.alloc(32, 3), paysAtOnce: false, now: Date.now });

async function until(so: () => Promise<boolean>): Promise<void> {
  while (!(await so())) await new Promise((done) => setTimeout(done, 20));
}

const receiveOne = (departments: ReadonlyArray<string> = ['d']): Promise<string> => receiveIn(store, departments);
const stateOf = async (id: string) => (await store.filingsOf([id]))[0]?.state;
const events = async (id: string) => (await store.timelineOf(id)).map(({ event }) => event);

beforeAll(async () => {
  database = await createTestDatabase();
  own = openDatabase({
    url: roleUrl(database.adminUrl, testSecret, roleOf(testSecret, 'journeys')),
    schema: 'journeys',
    maxConnections: 10,
  });
  admin = postgres(database.adminUrl, { max: 1 });
  const sealer = await sealerOf(database.adminUrl, 'journeys');
  store = createSubmissionStore({
    ledgerKey: testLedgerKey,
    db: own.db,
    sealer,
    pseudonym: createPseudonym(Buffer.alloc(32, 2)),
    holdMs,
    now: Date.now,
    chance: () => 0,
  });
});
afterAll(async () => {
  await admin.end();
  await own.close();
  await database.close();
});

describe('workers', () => {
  let department: Department;
  const workers: Worker[] = [];
  /** Departments with a door of their own; all others are one. */
  const others = new Map<string, Department>();
  const start = async (carried: SubmissionStore = store): Promise<void> => {
    const openDoor = (code: string) => (others.get(code) ?? department).door;
    workers.push(
      await startWorker({
        ...{ store: carried, sql: own.sql, openDoor, provider: sandbox(), log: silentLog, now: Date.now, holdMs },
      }),
    );
  };
  beforeEach(async () => {
    department = new Department();
    others.clear();
    return async () => {
      await Promise.all(workers.splice(0).map((worker) => worker.stop()));
    };
  });

  it('carry a submission one at a time, however long its department takes: the hold is renewed', async () => {
    const id = await receiveOne();
    await Promise.all([start(), start()]);
    await until(async () => department.called.length > 0);
    const heldUntil = async () => String((await store.find(id))?.heldUntil);
    const first = await heldUntil();
    // Renewed, or taken over by the other worker, whichever comes first.
    await until(async () => department.called.length > 1 || (await heldUntil()) !== first);
    expect(department.called).toEqual(['accept']);
    await department.answer('APPROVED');
    await until(async () => (await stateOf(id)) === 'APPROVED');
    expect(await events(id)).toEqual(['RECEIVED', 'APPROVED', 'COMPLETED']);
  });

  it('write nothing of a round whose hold was lost; who holds it next does it again', async () => {
    const id = await receiveOne();
    await start();
    await until(async () => department.called.length === 1);
    await admin`update journeys.submissions set held_by = 'another', held_until = now() + interval '1 hour' where id = ${id}`;
    await department.answer('APPROVED');
    await admin`update journeys.submissions set held_until = now() - interval '1 second' where id = ${id}`;
    await department.answer('APPROVED');
    await until(async () => (await stateOf(id)) === 'APPROVED');
    expect(department.called).toEqual(['accept', 'accept']);
    expect(await events(id)).toEqual(['RECEIVED', 'APPROVED', 'COMPLETED']);
  });

  it('tell a department that was just handed what is withdrawn', async () => {
    const id = await receiveOne();
    await start();
    await until(async () => department.called.length === 1);
    const withdraw = createWithdraw(store, () => department.door);
    const lin = { subject: 'lin', kind: 'CITIZEN', department: null, scopes: [] } as const;
    const { submission, problems } = await withdraw({ idempotencyKey: 'w', submission: id }, lin);
    expect([submission?.state, problems]).toEqual(['WITHDRAWN', []]);
    await department.answer('SUBMITTED');
    await department.answer('WITHDRAWN');
    await until(async () => (await store.find(id))?.heldBy === null);
    expect(department.called).toEqual(['accept', 'withdraw']);
    expect(await stateOf(id)).toBe('WITHDRAWN');
    expect((await store.find(id))?.dueAt).toBeNull();
  });

  it('that ended between a demand and its record leave one demand, of which the next one hears', async () => {
    const id = await receiveOne();
    const payment = `${id}-1-payment`;
    const items = { zh: '保险费', en: 'Insurance' };
    const demand = { amountFen: 100, items, payer: 'GUARDIAN', channel: 'ONLINE', dueInWorkingDays: 5 } as const;
    const receipt = { state: 'AWAITING_PAYMENT', messages: null, corrections: null, results: null, demand } as const;
    await store.change(id, { events: [{ kind: 'DECIDED', filing: `${id}-1`, receipt }] });
    const paymentOf = async () => (await store.filingsOf([id]))[0]?.payment;
    const { dueOn = '' } = (await paymentOf()) ?? {};
    // What the killed one did, and did not write down; meanwhile somebody paid.
    const provider = sandbox();
    await provider.demand({ id: payment, amountFen: 100, currency: 'CNY', item: items, channel: 'ONLINE', dueOn });
    await provider.act(payment, 'silent');
    expect((await paymentOf())?.state).toBe('DUE');
    await start();
    await department.answer('APPROVED');
    await until(async () => (await stateOf(id)) === 'APPROVED');
    expect(department.called).toEqual(['paid']);
    expect((await store.paymentHistory(payment)).map(({ state }) => state)).toEqual(['DUE', 'PAID']);
    const demands = await admin`select state from journeys.sandbox_payments where id = ${payment}`;
    expect([...demands]).toEqual([{ state: 'PAID' }]);
  });

  it('write what is answered while another department of the submission, or of many others, hangs', async () => {
    const hanging = new Department();
    others.set('hanging', hanging);
    const stuck: string[] = [];
    for (let each = 0; each < 17; each++) stuck.push(await receiveOne(['hanging', 'd']));
    await start();
    for (const _id of stuck) await department.answer('APPROVED');
    const states = async () => (await store.filingsOf(stuck)).map(({ state }) => state).sort();
    const half = stuck.map(() => 'APPROVED');
    await until(async () => (await states()).join() === [...half, ...stuck.map(() => 'WAITING')].join());
    // As many as are carried at once wait, and one more.
    const id = await receiveOne();
    await department.answer('APPROVED');
    await until(async () => (await stateOf(id)) === 'APPROVED');
    expect(hanging.called).toEqual(stuck.map(() => 'accept'));
    for (const _id of stuck) await hanging.answer('APPROVED');
    await until(async () => (await states()).join() === [...half, ...half].join());
    expect(hanging.called).toHaveLength(17);
  });

  it('take eight together, and sixteen that something is done for, until those that hang make room', async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, () => receiveOne()));
    const { holds } = store;
    const taken: number[] = [];
    const counting: typeof holds = {
      ...holds,
      claim: async (...args) => {
        const claimed = await holds.claim(...args);
        taken.push(claimed.length);
        return claimed;
      },
    };
    await start({ ...store, holds: counting });
    await until(async () => taken.length >= 3);
    // As its calls hang, nothing is done for them any more: the rest is taken.
    expect(taken.slice(0, 3)).toEqual([8, 8, 4]);
    expect(department.called.length).toBeGreaterThanOrEqual(16);
    for (const _id of ids) await department.answer('APPROVED');
    await until(async () => (await Promise.all(ids.map(stateOf))).every((state) => state === 'APPROVED'));
  });

  it('give a department again what it has lost', async () => {
    const id = await receiveOne();
    department.lost = true;
    await start();
    await department.answer('SUBMITTED');
    await until(async () => (await store.find(id))?.heldBy === null && (await stateOf(id)) === 'SUBMITTED');
    await admin`update journeys.filings set retry_at = now() where submission = ${id}`;
    await admin`update journeys.submissions set due_at = now() where id = ${id}`;
    await department.answer('APPROVED');
    await until(async () => (await stateOf(id)) === 'APPROVED');
    expect(department.called).toEqual(['accept', 'find', 'accept']);
    expect(await events(id)).toEqual(['RECEIVED', 'SUBMITTED', 'APPROVED', 'COMPLETED']);
  });

  it('go on asking about what staff accepted', async () => {
    const id = await receiveOne();
    const accepted = { state: 'ACCEPTED', messages: null, corrections: null, results: null } as const;
    await store.change(id, { events: [{ kind: 'DECIDED', filing: `${id}-1`, receipt: accepted }] });
    await admin`update journeys.filings set retry_at = now() where submission = ${id}`;
    await admin`update journeys.submissions set due_at = now() where id = ${id}`;
    await start();
    await department.answer('APPROVED');
    await until(async () => (await stateOf(id)) === 'APPROVED');
    expect(department.called).toEqual(['find']);
  });
});

describe('a hold', () => {
  const take = (worker: string, most = 1) => store.holds.claim(worker, 'OLDEST', most);

  it('is taken of what is due for longest or since last, and of as many as there is room for', async () => {
    const ids = [await receiveOne(), await receiveOne(), await receiveOne(), await receiveOne()];
    const [first, second, third, fourth] = ids;
    const { holds } = store;
    expect([await holds.claim('a', 'NEWEST', 1), await take('a'), await holds.claim('b', 'NEWEST', 1)]).toEqual([
      ...[[fourth], [first], [third]],
    ]);
    expect([await take('c', 8), await take('c', 8)]).toEqual([[second], []]);
    const dueAt = async (id: string) => (await store.find(id))?.dueAt ?? null;
    const holders = ['a', 'c', 'b', 'a'];
    await Promise.all(ids.map(async (id, index) => holds.release(id, holders[index] as string, await dueAt(id), null)));
    expect(await Promise.all(ids.map(async (id) => (await store.find(id))?.heldBy))).toEqual([null, null, null, null]);
  });

  it('of several is let go of each for itself', async () => {
    const ids = [await receiveOne(), await receiveOne(), await receiveOne()] as const;
    const { holds } = store;
    expect((await take('a', 8)).toSorted()).toEqual(ids.toSorted());
    const [quiet, changed, taken] = ids;
    const dueAt = async (id: string) => (await store.find(id))?.dueAt ?? null;
    const seen = await Promise.all(ids.map(dueAt));
    await store.change(changed, { events: [{ kind: 'WITHDRAWN' }] });
    await admin`update journeys.submissions set held_by = 'b' where id = ${taken}`;
    const later = Date.now() + 60_000;
    await Promise.all(ids.map((id, index) => holds.release(id, 'a', seen[index] as string, later)));
    const rows = await Promise.all(ids.map((id) => store.find(id)));
    expect(rows.map((row) => row?.heldBy)).toEqual([null, null, 'b']);
    expect(Date.parse(rows[0]?.dueAt as string)).toBe(later);
    expect(Date.parse(rows[1]?.dueAt as string)).toBeLessThan(later);
    expect(rows[2]?.dueAt).toBe(seen[2]);
    for (const [id, worker] of [[quiet, 'a'] as const, [changed, 'a'] as const, [taken, 'b'] as const]) {
      await admin`update journeys.submissions set held_by = ${worker} where id = ${id}`;
      await holds.release(id, worker, await dueAt(id), null);
    }
  });

  it('is one worker’s, renewed by nobody else, and let go only as nothing happened meanwhile', async () => {
    const id = await receiveOne();
    const { holds } = store;
    expect([await take('a'), await take('b')]).toEqual([[id], []]);
    expect([await holds.renew(id, 'a'), await holds.renew(id, 'b')]).toEqual([true, false]);
    const seen = (await store.find(id))?.dueAt as string;
    await store.change(id, { events: [{ kind: 'WITHDRAWN' }] });
    await holds.release(id, 'a', seen, Date.now() + 60_000);
    // The withdrawal came in between: the department that may have been handed it is due to be told.
    expect(await take('b')).toEqual([id]);
    const now = (await store.find(id))?.dueAt as string;
    await holds.release(id, 'b', now, null);
    expect([(await store.find(id))?.dueAt, await take('c')]).toEqual([null, []]);
  });
});
