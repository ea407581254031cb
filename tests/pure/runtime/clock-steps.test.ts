import { expect, it } from 'vitest';
import { createClockSteps } from '../../../subgraphs/runtime/clock-steps.ts';

function clocks() {
  const at = { wall: 1_000_000, steady: 500 };
  const heard: Array<number | 'begins' | 'shows'> = [];
  let fails: string | null = null;
  const hears = async (what: number | 'begins' | 'shows'): Promise<void> => {
    if (fails === (typeof what === 'number' ? 'back' : what)) throw new Error('out');
    heard.push(what);
  };
  const notice = createClockSteps(
    () => at.wall,
    { begin: () => hears('begins'), putRight: hears, clockShows: () => hears('shows') },
    () => at.steady,
  );
  return {
    notice,
    /** Since it was asked last. */
    heard: () => heard.splice(0),
    pass: (wall: number, steady: number) => {
      at.wall += wall;
      at.steady += steady;
    },
    fail: (now: string | null) => {
      fails = now;
    },
  };
}

it('begins once, and again where that failed, before it hears of anything', async () => {
  const { notice, heard, pass, fail } = clocks();
  fail('begins');
  await expect(notice()).rejects.toThrow('out');
  pass(-100_000, 0);
  await expect(notice()).rejects.toThrow('out');
  fail(null);
  await notice();
  await notice();
  expect(heard()).toEqual(['begins', 100_000, 'shows']);
});

it('hears nothing of time that passes, nor of small corrections', async () => {
  const { notice, heard, pass } = clocks();
  await notice();
  heard();
  for (const [wall, steady] of [
    [1000, 1000],
    [-58_999, 1000],
    [59_999, 0],
    [5, 5],
  ] as const) {
    pass(wall, steady);
    await notice();
  }
  expect(heard()).toEqual([]);
});

it('hears once by how much it was put back, and again where nobody could be told', async () => {
  const { notice, heard, pass, fail } = clocks();
  await notice();
  heard();
  pass(-59_000, 1000);
  fail('back');
  await expect(notice()).rejects.toThrow('out');
  fail(null);
  pass(1000, 1000);
  await notice();
  await notice();
  expect(heard()).toEqual([60_000]);
  pass(-100_000, 0);
  await notice();
  expect(heard()).toEqual([100_000]);
});

it('writes down what the clock shows every minute, and at once where it was put forward; again where that failed', async () => {
  const { notice, heard, pass, fail } = clocks();
  await notice();
  expect(heard()).toEqual(['begins', 'shows']);
  pass(59_999, 59_999);
  await notice();
  expect(heard()).toEqual([]);
  pass(1, 1);
  await notice();
  expect(heard()).toEqual(['shows']);
  fail('shows');
  pass(60_000, 0);
  await expect(notice()).rejects.toThrow('out');
  fail(null);
  await notice();
  await notice();
  expect(heard()).toEqual(['shows']);
});
