import { describe, expect, it } from 'vitest';
import { createTurns } from '../../../subgraphs/journeys/turns.ts';
import { maxima } from '../../../subgraphs/language/maxima.ts';

const settled = (): Promise<void> => new Promise((done) => setImmediate(done));

describe('turns', () => {
  it('of one caller are few at once; the next has its turn when one ends, in the order of asking', async () => {
    const takeTurn = createTurns(2);
    const began: number[] = [];
    const ends: Array<() => void> = [];
    for (const index of [0, 1, 2, 3])
      takeTurn('one').then((end) => {
        began.push(index);
        ends.push(end);
      });
    await settled();
    expect(began).toEqual([0, 1]);
    ends[0]?.();
    // A turn ends once.
    ends[0]?.();
    await settled();
    expect(began).toEqual([0, 1, 2]);
    ends[1]?.();
    await settled();
    expect(began).toEqual([0, 1, 2, 3]);
  });

  it('of another caller do not wait for them, and nothing is left of a caller who has gone', async () => {
    const takeTurn = createTurns(1);
    const [mine, theirs] = [await takeTurn('one'), await takeTurn('another')];
    theirs();
    mine();
    expect(await takeTurn('one')).toBeTypeOf('function');
  });

  it('are waited for by so many of one caller, and by so many in all', async () => {
    const takeTurn = createTurns(1);
    const codeOf = (asking: Promise<unknown>) => asking.catch((err) => err.extensions.code);
    const fill = async (caller: string, waiting: number): Promise<void> => {
      await takeTurn(caller);
      for (let index = 0; index < waiting; index++) void takeTurn(caller);
    };
    await fill('one', maxima.plansOfOne);
    expect(await codeOf(takeTurn('one'))).toBe('PLAN_NOT_MADE');
    for (let index = 1; index < maxima.plans / maxima.plansOfOne; index++) await fill(`${index}`, maxima.plansOfOne);
    await takeTurn('last');
    expect(await codeOf(takeTurn('last'))).toBe('PLAN_NOT_MADE');
  });
});
