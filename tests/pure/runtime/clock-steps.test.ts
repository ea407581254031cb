import { expect, it } from 'vitest';
import { createClockSteps } from '../../../subgraphs/runtime/clock-steps.ts';

function clocks() {
  const at = { wall: 1_000_000, steady: 500 };
  const heard: number[] = [];
  let fails = false;
  const notice = createClockSteps(
    () => at.wall,
    async (backMs) => {
      if (fails) throw new Error('out');
      heard.push(backMs);
    },
    () => at.steady,
  );
  return {
    notice,
    heard,
    pass: (wall: number, steady: number) => {
      at.wall += wall;
      at.steady += steady;
    },
    fail: (now: boolean) => {
      fails = now;
    },
  };
}

it('hears nothing of time that passes, of small corrections, nor of a clock that is put forward', async () => {
  const { notice, heard, pass } = clocks();
  for (const [wall, steady] of [
    [1000, 1000],
    [-58_999, 1000],
    [86_400_000, 10],
    [5, 5],
  ] as const) {
    pass(wall, steady);
    await notice();
  }
  expect(heard).toEqual([]);
});

it('hears once by how much it was put back, and again where nobody could be told', async () => {
  const { notice, heard, pass, fail } = clocks();
  pass(-59_000, 1000);
  fail(true);
  await expect(notice()).rejects.toThrow('out');
  fail(false);
  pass(1000, 1000);
  await notice();
  await notice();
  expect(heard).toEqual([60_000]);
  pass(-100_000, 0);
  await notice();
  expect(heard).toEqual([60_000, 100_000]);
});
