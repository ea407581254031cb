import { beforeEach, expect, it } from 'vitest';
import { defaultRetention } from '../../../schema/retention.ts';
import { createRetaining, type RetainingParts } from '../../../subgraphs/journeys/retention.ts';
import { silentLog } from '../../../subgraphs/runtime/log.ts';

/** Ended long ago, the oldest first. */
let ended: string[] = [];
let told: string[] = [];
let toTell: string[] = [];
let erase: (id: string) => 'ERASED' | 'UNDER_WAY';
const said: string[] = [];
const keep = (message: string) => (of: object) => said.push(`${message} ${(of as { submission: string }).submission}`);

const retaining = () =>
  createRetaining({
    retention: defaultRetention(),
    now: () => Date.parse('2026-11-28T00:00:00Z'),
    log: { ...silentLog, warn: keep('needed'), error: keep('failed') },
    files: { remove: async () => {}, removeLeft: async () => {} },
    pieces: { remove: async () => {}, removeLeft: async () => {} },
    openDoor: () => null,
    store: {
      erasures: {
        endedBefore: async (_at: string, most: number, passedOver: number) =>
          ended.slice(passedOver, passedOver + most),
        erase: async (id: string) => {
          const done = erase(id);
          if (done === 'ERASED') ended = ended.filter((other) => other !== id);
          return done;
        },
        toTell: async () => toTell,
        of: async () => [{ part: 'journeys', cause: 'RETENTION' }],
        add: async () => {},
        tellAgain: async (id: string, again: string | null) => void told.push(`${id}: ${again}`),
      },
      find: async (id: string) => {
        if (id.startsWith('bad')) throw new Error('It cannot be opened.');
        return null;
      },
      filingsOf: async (ids: ReadonlyArray<string>) => {
        if (ids.some((id) => id.startsWith('bad'))) throw new Error('It cannot be opened.');
        return [];
      },
      letGo: { requests: async () => 0, keys: async () => 0, accesses: async () => 0, files: async () => 0 },
    },
  } as unknown as RetainingParts);
const numbered = (name: string, count: number) => Array.from({ length: count }, (_, each) => `${name} ${each}`);

beforeEach(() => {
  told = [];
  toTell = [];
  said.length = 0;
  erase = (id) => {
    if (id.startsWith('bad')) throw new Error('It cannot be opened.');
    return id.startsWith('needed') ? 'UNDER_WAY' : 'ERASED';
  };
});

it('erases what is over, however many before it cannot be erased or are needed still', async () => {
  ended = [...numbered('bad', 40), ...numbered('needed', 40), ...numbered('over', 3)];
  await retaining().round();
  expect(ended).toEqual([...numbered('bad', 40), ...numbered('needed', 40)]);
  expect(said).toEqual([...numbered('failed bad', 40), ...numbered('needed needed', 40)]);
});

it('erases some fifty in a round, and the rest in the next', async () => {
  ended = numbered('over', 120);
  const { round } = retaining();
  const left: number[] = [];
  for (let each = 0; each < 3; each++) {
    await round();
    left.push(ended.length);
  }
  expect(left).toEqual([70, 20, 0]);
});

it('looks no further than a thousand that stay', async () => {
  ended = [...numbered('needed', 1000), 'over'];
  await retaining().round();
  expect(ended).toContain('over');
});

it('tells departments whatever of another cannot be told', async () => {
  ended = [];
  toTell = ['bad', 'good'];
  await retaining().round();
  expect([told, said]).toEqual([['bad: 2026-11-28T00:10:00.000Z', 'good: null'], ['failed bad']]);
});

it('ends where the database is out', async () => {
  ended = numbered('over', 3);
  erase = () => {
    throw Object.assign(new Error('closed'), { code: 'CONNECTION_CLOSED' });
  };
  await expect(retaining().round()).rejects.toThrow('closed');
  expect(said).toEqual([]);
});
