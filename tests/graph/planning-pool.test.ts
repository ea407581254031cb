import { afterAll, afterEach, expect, it } from 'vitest';
import type { Log } from '../../gateway/index.ts';
import { type PlannerPool, type PoolOptions, startPlannerPool } from '../../gateway/planning/planner-pool.ts';

/* Turns, bounds and lost threads, over threads that do what they are told. */

const said: string[] = [];
const tell = (_details: object, message: string): void => {
  said.push(message);
};
const log: Log = { info: tell, warn: tell, error: tell };
const standIn = new URL('./planner-stand-in.mjs', import.meta.url);
const plans = { kind: 'QUERY', plans: [] } as const;

const pools: PlannerPool[] = [];
afterEach(() => {
  said.length = 0;
});
afterAll(() => {
  for (const pool of pools) pool.close();
});

/** A pool whose threads keep what is called `kept …` until it is let go. */
function pool(options: Partial<PoolOptions> = {}) {
  const gate = new Int32Array(new SharedArrayBuffer(4));
  const made = startPlannerPool(gate as unknown as string, {
    threads: 2,
    budgetMs: 60_000,
    here: { prove: () => {}, plan: () => plans },
    log,
    from: standIn,
    ...options,
  });
  pools.push(made);
  const answered: string[] = [];
  const plan = (text: string, caller: string, isHard = false) => {
    const planning = made.plan({ text, operationName: undefined }, { isHard, caller });
    const outcome = planning.plans.then(
      () => answered.push(text),
      (error) => answered.push(`${text} ${error.extensions.code}`),
    );
    return { ...planning, outcome };
  };
  const letGo = () => {
    Atomics.store(gate, 0, 1);
    Atomics.notify(gate, 0);
  };
  return { made, plan, letGo, answered };
}

it('has turns for callers, not for operations, and none for a second hard operation', async () => {
  const { plan, letGo, answered } = pool();
  const hard = [plan('kept 1', 'one', true), plan('kept 2', 'zero', true)];
  const easy = ['a1', 'a2', 'a3', 'b1', 'c1'].map((text) => plan(text, text[0] as string).outcome);
  await Promise.all(easy);
  // Each caller once before anybody twice.
  expect(answered).toEqual(['a1', 'b1', 'c1', 'a2', 'a3']);
  letGo();
  await Promise.all(hard.map(({ outcome }) => outcome));
  expect(answered.slice(5)).toEqual(['kept 1', 'kept 2']);
});

it('leaves a thread to others, however wrong the estimate of what one caller asks for', async () => {
  const { made, plan, letGo, answered } = pool();
  await made.ready;
  const kept = [plan('kept 1', 'one'), plan('kept 2', 'one')];
  await plan('other', 'two').outcome;
  await plan('another', 'two').outcome;
  expect(answered).toEqual(['other', 'another']);
  letGo();
  await Promise.all(kept.map(({ outcome }) => outcome));
});

it('does not begin a hard operation while the thread for easy ones is not there', async () => {
  const { made, plan, letGo, answered } = pool();
  const hard = plan('kept 1', 'one', true);
  await made.ready;
  await plan('easy', 'one').outcome;
  expect(answered).toEqual(['easy']);
  letGo();
  await hard.outcome;
});

it('gives an operation that many wait for the best of their turns', async () => {
  const { made, plan, letGo, answered } = pool({ threads: 1 });
  await made.ready;
  const kept = plan('kept 1', 'zero');
  const own = ['a', 'b', 'shared'].map((text) => plan(text, 'one'));
  own[2]?.join('two');
  letGo();
  await Promise.all([kept, ...own].map(({ outcome }) => outcome));
  expect(answered).toEqual(['kept 1', 'a', 'shared', 'b']);
});

it('refuses what has no place: of one caller, and in all', async () => {
  const { made, plan, letGo, answered } = pool({ threads: 1 });
  await made.ready;
  const kept = plan('kept 1', 'one');
  const many = Array.from({ length: 70 }, (_each, at) => plan(`m${at}`, 'one'));
  const other = plan('other', 'two');
  const crowd = Array.from({ length: 300 }, (_each, at) => plan(`c${at}`, `crowd ${at}`));
  await many[69]?.outcome;
  expect(answered[0]).toBe('m64 OVERLOADED');
  letGo();
  await Promise.all([kept, other, ...many, ...crowd].map(({ outcome }) => outcome));
  const refused = answered.filter((each) => each.endsWith(' OVERLOADED'));
  expect(refused.filter((each) => each.startsWith('m'))).toHaveLength(6);
  // 64 of the first caller and one of the second leave so many places.
  expect(refused.filter((each) => each.startsWith('c'))).toHaveLength(300 - (256 - 65));
  expect(answered).toContain('other');
});

it.each([
  ['stuck', 500],
  ['greedy', 60_000],
  ['leaves', 60_000],
])('replaces a thread that is %s, and the others are served', async (text, budgetMs) => {
  const { made, plan, answered } = pool({ budgetMs });
  await made.ready;
  await Promise.all([plan(text, 'one').outcome, plan('a', 'one').outcome, plan('b', 'two').outcome]);
  await plan('after', 'one').outcome;
  expect(answered).toContain(`${text} OPERATION_NOT_PLANNED`);
  expect(answered.filter((each) => ['a', 'b', 'after'].includes(each)).sort()).toEqual(['a', 'after', 'b']);
  expect(said).toContain("the planner's thread ended");
});

it('plans and proves here where no thread can be begun, but for what is hard, and says so', async () => {
  let proofs = 0;
  const prove = () => {
    proofs += 1;
  };
  const from = new URL('./nothing.mjs', import.meta.url);
  const { made, plan, answered } = pool({ from, here: { prove, plan: () => plans } });
  await made.ready;
  expect(proofs).toBe(1);
  await plan('easy', 'one').outcome;
  await plan('hard', 'one', true).outcome;
  expect(answered).toEqual(['easy', 'hard OPERATION_NOT_PLANNED']);
  expect(said).toContain("the planner's thread cannot begin");
});

it('answers what waits before it closes', async () => {
  const { made, plan, letGo, answered } = pool({ threads: 1 });
  const waiting = [plan('kept 1', 'one'), plan('a', 'one')];
  made.close();
  letGo();
  await Promise.all(waiting.map(({ outcome }) => outcome));
  expect(answered).toEqual(['kept 1', 'a']);
});
