import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createReadiness } from '../../../gateway/door/readiness.ts';
import type { Log } from '../../../gateway/index.ts';

const logged: string[] = [];
const note =
  (level: string) =>
  (fields: object): void => {
    logged.push(`${level} ${(fields as { check: string }).check}`);
  };
const log = { info: note('info'), error: note('error') } as unknown as Log;
const never = (): Promise<void> => new Promise(() => {});

it('names what is out, sorted, until it can be used again, and logs each once', async () => {
  const out = new Set(['b', 'a']);
  const check = (name: string) => async () => {
    if (out.has(name)) throw new Error('out');
  };
  const ready = createReadiness({ b: check('b'), a: check('a'), c: check('c') }, { log, withinMs: 1000, keptMs: 0 });
  expect(await ready()).toEqual(['a', 'b']);
  expect(await ready()).toEqual(['a', 'b']);
  out.delete('a');
  expect(await ready()).toEqual(['b']);
  out.delete('b');
  expect(await ready()).toEqual([]);
  expect(logged.splice(0).sort()).toEqual(['error a', 'error b', 'info a', 'info b']);
});

it('takes a check that does not answer for one that failed', async () => {
  expect(await createReadiness({ slow: never, quick: async () => {} }, { log, withinMs: 5, keptMs: 0 })()).toEqual([
    'slow',
  ]);
});

it('asks once for all who look at about the same time', async () => {
  let asked = 0;
  const count = async (): Promise<void> => {
    asked += 1;
  };
  const kept = createReadiness({ count }, { log, withinMs: 1000, keptMs: 60_000 });
  await Promise.all([kept(), kept(), kept()]);
  await kept();
  expect(asked).toBe(1);
  const brief = createReadiness({ count }, { log, withinMs: 1000, keptMs: 1 });
  await brief();
  await sleep(5);
  await brief();
  expect(asked).toBe(3);
});
