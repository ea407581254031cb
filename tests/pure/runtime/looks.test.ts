import { expect, it } from 'vitest';
import { Looks } from '../../../gateway/door/looks.ts';

/** Work that ends when it is told to, and whether it has begun. */
function work() {
  let end: (seen: string) => void = () => {};
  const seen = new Promise<string>((done) => {
    end = done;
  });
  const begun: number[] = [];
  const run = (): Promise<string> => {
    begun.push(1);
    return seen;
  };
  return { begun, end, run };
}
const turn = () => new Promise((done) => setImmediate(done));

it('looks at so many things at once, and at the next as soon as one is done, the first first', async () => {
  const looks = new Looks<string>(2);
  const all = [work(), work(), work(), work()];
  const seen = all.map(({ run }, index) => looks.look(`thing ${index}`, run));
  const begun = () => all.map((each) => each.begun.length);
  await turn();
  expect(begun()).toEqual([1, 1, 0, 0]);
  all[1]?.end('second');
  expect(await seen[1]).toBe('second');
  await turn();
  expect(begun()).toEqual([1, 1, 1, 0]);
  for (const { end } of all) end('done');
  expect(await Promise.all(seen)).toEqual(['done', 'second', 'done', 'done']);
  // Every place is free again.
  const [one, other] = [work(), work()];
  const again = [looks.look('one', one.run), looks.look('other', other.run)];
  await turn();
  expect([one.begun.length, other.begun.length]).toEqual([1, 1]);
  one.end('');
  other.end('');
  await Promise.all(again);
});

it('one that has not begun serves everybody who asks for the same; one that has may not see what happened since', async () => {
  const looks = new Looks<string>(1);
  const [busy, waiting, late] = [work(), work(), work()];
  const first = looks.look('other', busy.run);
  const [one, same] = [looks.look('thing', waiting.run), looks.look('thing', late.run)];
  expect(same).toBe(one);
  busy.end('');
  await first;
  await turn();
  const after = looks.look('thing', late.run);
  expect(after).not.toBe(one);
  waiting.end('before');
  late.end('since');
  expect(await Promise.all([one, after])).toEqual(['before', 'since']);
  expect([waiting.begun.length, late.begun.length]).toEqual([1, 1]);
});

it('one that fails gives its place back', async () => {
  const looks = new Looks<string>(1);
  await expect(looks.look('thing', () => Promise.reject(new Error('out')))).rejects.toThrow('out');
  expect(await looks.look('thing', async () => 'back')).toBe('back');
});
