import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createTogether, NotTogether } from '../../../subgraphs/runtime/together.ts';

interface Writing {
  readonly items: ReadonlyArray<string>;
  /** Ends it: with an answer each, or so. */
  readonly end: (error?: unknown) => void;
}

function stand(
  options: { most?: number; atOnce?: number; reads?: boolean; keysOf?: (item: string) => ReadonlyArray<string> } = {},
) {
  const writings: Writing[] = [];
  const write = createTogether<string, string>({
    most: 3,
    atOnce: 1,
    ...options,
    write: (items) =>
      new Promise((resolve, reject) => {
        const end: Writing['end'] = (error) =>
          error === undefined ? resolve(items.map((item) => `${item}!`)) : reject(error);
        writings.push({ items, end });
      }),
  });
  const told: string[] = [];
  const put = (...items: ReadonlyArray<string>): void => {
    for (const item of items)
      write(item).then(
        (done) => told.push(done),
        (error: Error) => told.push(`${item}: ${error.message}`),
      );
  };
  const begun = () => writings.map(({ items }) => items.join());
  const end = async (at: number, error?: unknown): Promise<void> => {
    writings[at]?.end(error);
    await settled();
  };
  return { put, begun, end, told };
}
const settled = async (): Promise<void> => {
  for (let each = 0; each < 3; each++) await turn();
};
const refused = (code: string): Error => Object.assign(new Error(code), { code });

it('writes whoever comes alone at once', async () => {
  const { put, begun, end, told } = stand();
  put('a');
  await settled();
  expect(begun()).toEqual(['a']);
  await end(0);
  expect(told).toEqual(['a!']);
});

it('writes together what comes at the same time and what comes meanwhile, as many as may be, in their order', async () => {
  const { put, begun, end, told } = stand();
  put('a', 'b');
  await settled();
  put('c', 'd', 'e', 'f');
  await settled();
  expect(begun()).toEqual(['a,b']);
  await end(0);
  expect(begun()).toEqual(['a,b', 'c,d,e']);
  await end(1);
  await end(2);
  expect(begun()).toEqual(['a,b', 'c,d,e', 'f']);
  expect(told).toEqual(['a!', 'b!', 'c!', 'd!', 'e!', 'f!']);
});

it('has as many writings under way as may be, and no more', async () => {
  const { put, begun, end } = stand({ most: 1, atOnce: 2 });
  put('a', 'b', 'c');
  await settled();
  expect(begun()).toEqual(['a', 'b']);
  await end(1);
  expect(begun()).toEqual(['a', 'b', 'c']);
});

it('never writes two of one key together, nor while the other is, and lets nobody past who waits for it', async () => {
  const { put, begun, end, told } = stand({ atOnce: 2, keysOf: (item) => [...item] });
  put('ab', 'bc', 'c', 'd');
  await settled();
  expect(begun()).toEqual(['ab,d']);
  put('e', 'a');
  await settled();
  expect(begun()).toEqual(['ab,d', 'e']);
  await end(0);
  expect(begun()).toEqual(['ab,d', 'e', 'bc,a']);
  await end(1);
  expect(begun()).toHaveLength(3);
  await end(2);
  await end(3);
  expect(begun()).toEqual(['ab,d', 'e', 'bc,a', 'c']);
  expect(told).toEqual(['ab!', 'd!', 'e!', 'bc!', 'a!', 'c!']);
});

it.each([
  ['a constraint', refused('23505')],
  ['a deadlock, wrapped', new Error('a query failed', { cause: refused('40P01') })],
  ['whoever writes', new NotTogether('no')],
])('writes each by itself where %s refused several, so that nobody is refused for another', async (_who, error) => {
  const { put, begun, end, told } = stand();
  put('a', 'b', 'c');
  await settled();
  put('d');
  await end(0, error);
  await end(1);
  await end(2, error);
  await end(3);
  await end(4);
  expect(begun()).toEqual(['a,b,c', 'a', 'b', 'c', 'd']);
  expect(told).toEqual(['a!', `b: ${error.message}`, 'c!', 'd!']);
});

it.each([
  ['is out', refused('ECONNRESET')],
  ['ends', refused('57P01')],
  ['lost its pipe', refused('EPIPE')],
])('writes nothing again where the database %s, for nobody knows what was written', async (_how, error) => {
  const { put, begun, end, told } = stand();
  put('a', 'b');
  await settled();
  await end(0, error);
  expect(begun()).toEqual(['a,b']);
  expect(told).toEqual([`a: ${error.message}`, `b: ${error.message}`]);
});

it.each([
  ['an accident of ours', new Error('oops')],
  ['a fault of the file system', refused('ENOENT')],
  ['one of five letters', refused('EBUSY')],
])('writes nothing again after %s, and goes on with the next', async (_what, error) => {
  const { put, begun, end, told } = stand();
  put('a', 'b');
  await settled();
  put('c');
  await end(0, error);
  await end(1);
  expect(begun()).toEqual(['a,b', 'c']);
  expect(told).toEqual([`a: ${error.message}`, `b: ${error.message}`, 'c!']);
});

it('reads each by itself after an accident of ours, and nothing again where the database is out', async () => {
  const { put, begun, end, told } = stand({ reads: true });
  put('a', 'b');
  await settled();
  await end(0, new Error('oops'));
  await end(1, new Error('oops'));
  await end(2);
  expect([begun(), told]).toEqual([
    ['a,b', 'a', 'b'],
    ['a: oops', 'b!'],
  ]);
  put('c', 'd');
  await settled();
  await end(3, refused('ECONNRESET'));
  expect(begun()).toEqual(['a,b', 'a', 'b', 'c,d']);
});
