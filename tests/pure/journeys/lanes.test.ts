import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createLanes } from '../../../subgraphs/journeys/lanes.ts';
import type { LaneMeters } from '../../../subgraphs/journeys/meters.ts';
import { silentLog } from '../../../subgraphs/runtime/log.ts';
import { Unanswered } from '../../../subgraphs/runtime/unanswered.ts';

/** Departments that answer when they are told to, behind their lanes. */
function departments() {
  const asked: string[] = [];
  const open: Array<{ readonly code: string; end(error?: Error): void }> = [];
  let read: Parameters<LaneMeters['watch']>[0] = () => [];
  const doors = createLanes({
    meters: {
      called: () => {},
      watch: (levels) => {
        read = levels;
      },
    },
    doors: (code) => () => {
      asked.push(code);
      return new Promise((resolve, reject) => {
        open.push({ code, end: (error) => (error ? reject(error) : resolve({ data: {} })) });
      });
    },
    clock: Date.now,
    log: silentLog,
  });
  const told: string[] = [];
  return {
    asked,
    told,
    lanes: () => [...read()],
    ask: (code: string, name = code) => {
      doors(code)({ query: '', variables: {}, headers: {} }).then(
        () => told.push(`${name}: answered`),
        (error: Unanswered) =>
          told.push(`${name}: ${error.asked === false ? `not asked, again in ${error.afterMs}` : error.message}`),
      );
      return settled();
    },
    /** Ends the call of a department that waits for longest. */
    end: (code: string, error?: Error) => {
      const at = open.findIndex((call) => call.code === code);
      open.splice(at, 1)[0]?.end(error);
      return settled();
    },
  };
}
const settled = () => vi.advanceTimersByTimeAsync(0);
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const deadline = new Error('deadline');

beforeEach(() => {
  vi.useFakeTimers();
  return () => {
    vi.useRealTimers();
  };
});

describe('a lane', () => {
  it('takes eight calls at once and lets fifty-six wait in the order they came; others are told at once to come again', async () => {
    const { asked, told, ask, end } = departments();
    for (let each = 0; each < 65; each++) await ask('tax', `${each}`);
    expect([asked.length, told]).toEqual([8, ['64: not asked, again in 2000']]);
    for (let each = 0; each < 64; each++) await end('tax');
    expect(asked).toHaveLength(64);
    expect(told.slice(1)).toEqual(Array.from({ length: 64 }, (_, each) => `${each}: answered`));
  });

  it('whose department says nothing for two seconds keeps nobody waiting, and no other lane ever', async () => {
    const { asked, told, ask, end } = departments();
    for (let each = 0; each < 9; each++) await ask('tax');
    await pass(1999);
    await ask('health');
    await end('health');
    expect(told).toEqual(['health: answered']);
    await pass(1);
    await ask('tax', 'late');
    expect(told.slice(1)).toEqual(['tax: not asked, again in 2000', 'late: not asked, again in 2000']);
    expect(asked.filter((code) => code === 'tax')).toHaveLength(8);
  });

  it('waits for its turn as long as anything is answered', async () => {
    const { told, ask, end } = departments();
    for (let each = 0; each < 16; each++) await ask('tax', `${each}`);
    for (let each = 0; each < 8; each++) {
      await pass(1900);
      await end('tax');
    }
    expect(told).toEqual(Array.from({ length: 8 }, (_, each) => `${each}: answered`));
  });
});

describe('a breaker', () => {
  it('closes after three failures in a row, for who waits as well; one call in five seconds finds out', async () => {
    const { asked, told, ask, end } = departments();
    for (let each = 0; each < 11; each++) await ask('tax', `${each}`);
    for (let each = 0; each < 3; each++) await end('tax', deadline);
    // The first two that failed gave their turns on; the third had none to give.
    expect(asked).toHaveLength(10);
    expect(told).toContain('10: not asked, again in 5000');
    await ask('tax', 'early');
    expect(told.at(-1)).toBe('early: not asked, again in 5000');
    await pass(5000);
    await ask('tax', 'probe');
    await ask('tax', 'beside');
    expect([asked.length, told.at(-1)]).toEqual([11, 'beside: not asked, again in 5000']);
  });

  it('opens with the first answer, and is not closed by failures that answers came between', async () => {
    const { told, ask, end } = departments();
    for (let each = 0; each < 3; each++) {
      await ask('tax');
      await end('tax', deadline);
    }
    await pass(5000);
    await ask('tax');
    await end('tax');
    for (let each = 0; each < 4; each++) {
      for (const error of [deadline, deadline, undefined]) {
        await ask('tax');
        await end('tax', error);
      }
    }
    expect(told.filter((each) => each.includes('not asked'))).toEqual([]);
    expect(told.filter((each) => each.includes('answered'))).toHaveLength(5);
  });

  it('keeps to the time for which a department wants to be left alone, up to an hour', async () => {
    const { told, ask, end } = departments();
    for (const [wished, kept] of [
      [90_000, 90_000],
      [24 * 3_600_000, 3_600_000],
    ] as const) {
      await ask('tax');
      await end('tax', new Unanswered('429', { afterMs: wished }));
      await ask('tax');
      expect(told.at(-1)).toBe(`tax: not asked, again in ${kept}`);
      await pass(kept - 1);
      await ask('tax');
      expect(told.at(-1)).toBe('tax: not asked, again in 1');
      await pass(1);
    }
    await ask('tax');
    await end('tax');
    expect(told.at(-1)).toBe('tax: answered');
  });

  it('keeps to the longest of the times that calls under way are told', async () => {
    const { told, ask, end } = departments();
    for (const _each of [1, 2]) await ask('tax');
    for (const afterMs of [90_000, 1000]) await end('tax', new Unanswered('429', { afterMs }));
    await ask('tax');
    expect(told.at(-1)).toBe('tax: not asked, again in 90000');
  });

  it('is told as open until somebody has found out that the department answers', async () => {
    const { ask, end, lanes } = departments();
    const isOpen = () => lanes()[0]?.[1].open;
    for (let each = 0; each < 3; each++) {
      await ask('tax');
      expect(isOpen()).toBe(false);
      await end('tax', deadline);
    }
    expect(isOpen()).toBe(true);
    await pass(5000);
    expect(isOpen()).toBe(true);
    await ask('tax');
    await end('tax');
    expect(isOpen()).toBe(false);
    await ask('tax');
    await end('tax', new Unanswered('429', { afterMs: 1000 }));
    expect(isOpen()).toBe(true);
    await pass(1000);
    expect(isOpen()).toBe(false);
  });
});
