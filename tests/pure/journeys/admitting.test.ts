import { expect, it } from 'vitest';
import { createAdmit } from '../../../subgraphs/journeys/admitting.ts';

/** Work that shares one processor, on a clock of its own. */
function machine(withinMs: number) {
  let time = 0;
  const admit = createAdmit({ withinMs, now: () => time, refuse: (seconds) => new Error(`in ${seconds}`) });
  const ends: Array<() => void> = [];
  const begin = () => admit(() => new Promise<void>((end) => ends.push(end)));
  const tried = (count: number) =>
    Array.from({ length: count }, () =>
      begin().then(
        () => 'done',
        (error: Error) => error.message,
      ),
    );
  return {
    tried,
    begun: () => ends.length,
    /** All that is under way ends, each having cost so much. */
    finish: async (costMs: number) => {
      time += ends.length * costMs;
      for (const end of ends.splice(0)) end();
      await new Promise((done) => setImmediate(done));
    },
  };
}

it('begins as many as are over in time, and tells the others when to come again', async () => {
  const { tried, begun, finish } = machine(1000);
  const first = tried(15);
  // Until something has ended, 100 ms each are supposed.
  expect(begun()).toBe(10);
  await finish(20);
  expect(await Promise.all(first)).toEqual([...Array(10).fill('done'), ...Array(5).fill('in 1')]);
});

it('begins more where each costs less, fewer where each costs more, and always some', async () => {
  const quick = machine(1000);
  for (let round = 0; round < 4; round++) {
    quick.tried(10);
    await quick.finish(20);
  }
  quick.tried(100);
  expect(quick.begun()).toBeGreaterThan(30);
  expect(quick.begun()).toBeLessThanOrEqual(50);
  const slow = machine(1000);
  for (let round = 0; round < 8; round++) {
    slow.tried(10);
    await slow.finish(900);
  }
  const late = slow.tried(20);
  expect(slow.begun()).toBe(4);
  expect(await late[4]).toMatch(/^in [3-5]$/);
  await slow.finish(1);
});

it('a piece that fails leaves its place to another', async () => {
  const admit = createAdmit({ withinMs: 100, now: () => 0, refuse: () => new Error('busy') });
  for (let each = 0; each < 20; each++)
    await expect(admit(async () => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
});
