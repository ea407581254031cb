import { expect, it } from 'vitest';
import { inTime } from '../../../subgraphs/journeys/in-time.ts';

const never = () => new Promise<string>(() => {});
const numbers = [1, 2, 3, 4];

it('asks in order, so many at once, and answers in order', async () => {
  let running = 0;
  let most = 0;
  const answers = await inTime(numbers, { atOnce: 2, withinMs: 60_000 }, async (number, index, inTimeOr) => {
    most = Math.max(most, ++running);
    const answer = await inTimeOr('late', async () => `${number} at ${index}`);
    running -= 1;
    return answer;
  });
  expect([most, answers]).toEqual([2, ['1 at 0', '2 at 1', '3 at 2', '4 at 3']]);
});

it('what is not answered within the time of all is late, and what comes after it is not asked', async () => {
  const asked: number[] = [];
  const answers = await inTime(numbers, { atOnce: 1, withinMs: 1 }, (number, _index, inTimeOr) =>
    inTimeOr('late', () => {
      asked.push(number);
      return number === 1 ? Promise.resolve('in time') : never();
    }),
  );
  expect([asked, answers]).toEqual([
    [1, 2],
    ['in time', 'late', 'late', 'late'],
  ]);
});
