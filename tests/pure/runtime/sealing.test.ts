import { createCipheriv, createSecretKey, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { KeyClosed, openRow } from '../../../subgraphs/runtime/keys/rows.ts';
import { createLocalWrapper } from '../../../subgraphs/runtime/keys/wrapper.ts';
import {
  createPseudonym,
  createSealer,
  type DataKey,
  type DataKeys,
  headerOf,
  highestKeyId,
  KeyUnknown,
  keyIdOf,
} from '../../../subgraphs/runtime/personal-data.ts';
import { suiteNames } from '../../../subgraphs/runtime/suites/index.ts';
import type { SuiteName } from '../../../subgraphs/runtime/suites/suite.ts';

/** Of each suite, as a part has them that has been with both. */
const ids: Readonly<Record<SuiteName, ReadonlyArray<number>>> = {
  INTERNATIONAL: [1, 3, 700, highestKeyId],
  SM: [4, 701, highestKeyId - 1],
};
const held = new Map<number, DataKey>(
  suiteNames.flatMap((suite) =>
    ids[suite].map((id) => [id, { id, key: createSecretKey(Buffer.alloc(32, id % 251)), suite }]),
  ),
);
const keys = (id: number, has: (id: number) => boolean = () => true): DataKeys => ({
  sealing: held.get(id) as DataKey,
  find: (each) => (has(each) ? held.get(each) : undefined),
});
const value = { name: '陈', numbers: [1, 2] };
const sealing = suiteNames.flatMap((suite) => ids[suite].map((id) => ({ suite, id }))).filter(({ id }) => id > 2);
async function* inPieces(bytes: Buffer, length: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}
async function whole(pieces: AsyncIterable<Buffer>): Promise<string> {
  const found: Buffer[] = [];
  for await (const piece of pieces) found.push(piece);
  return Buffer.concat(found).toString();
}

describe('what is sealed', () => {
  it.each(sealing)('by key $id of $suite says so, and opens also when another seals', ({ suite, id }) => {
    const sealed = createSealer(keys(id)).seal(value, 'row 1');
    expect(keyIdOf(sealed)).toBe(id);
    expect(sealed.subarray(0, 3).equals(headerOf({ id, suite }))).toBe(true);
    const text = createSealer(keys(id)).sealText('陈', 'row 1');
    // By this databases find what is not sealed by the newest key.
    expect(text.startsWith(`sealed:${headerOf({ id, suite }).toString('base64')}`)).toBe(true);
    for (const another of [3, 4]) {
      expect(createSealer(keys(another)).open(sealed, 'row 1')).toEqual(value);
      expect(createSealer(keys(another)).openText(text, 'row 1')).toBe('陈');
    }
  });

  it.each([3, 4])('opens in its own row alone, and unchanged: by key %i', (id) => {
    const sealer = createSealer(keys(id));
    const sealed = sealer.seal(value, 'row 1');
    expect(() => sealer.open(sealed, 'row 2')).toThrow();
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] as number) ^ 1;
      expect(() => sealer.open(changed, 'row 1'), `byte ${at}`).toThrow();
    }
  });

  it.each([700, 701])('by key %i, which is not here, is told by that key’s id', (id) => {
    const sealed = createSealer(keys(id)).seal(value, 'row 1');
    const open = () => createSealer(keys(3, (each) => each === 3)).open(sealed, 'row 1');
    expect(open).toThrow(KeyUnknown);
    expect(open).toThrow(expect.objectContaining({ id }));
  });

  it.each(sealing)('by key $id of $suite is not opened by a key of that id and the other suite', ({ suite, id }) => {
    const key = { ...(held.get(id) as DataKey), suite: suite === 'SM' ? 'INTERNATIONAL' : 'SM' } as const;
    const sealed = createSealer(keys(id)).seal(value, 'row 1');
    expect(() => createSealer({ sealing: key, find: () => key }).open(sealed, 'row 1')).toThrow(KeyUnknown);
  });

  it.each([3, 4])('by key %i comes back in pieces, however it is read', async (id) => {
    const sealer = createSealer(keys(id));
    const sealed = sealer.seal(value, 'row 1');
    for (const length of [1, 2, 30, 31, 50, 51, 52, sealed.length])
      expect(await whole(sealer.openPieces(() => inPieces(sealed, length), 'row 1'))).toBe(JSON.stringify(value));
    for (const short of [0, 1, 3, 30, 40, sealed.length - 1])
      await expect(whole(sealer.openPieces(() => inPieces(sealed.subarray(0, short), 7), 'row 1'))).rejects.toThrow();
  });

  it('by an earlier release, whose ids had one byte, opens', () => {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', (held.get(1) as DataKey).key, nonce).setAAD(Buffer.from('row 1'));
    const text = Buffer.concat([cipher.update(JSON.stringify(value)), cipher.final()]);
    const sealed = Buffer.concat([Buffer.from([1]), nonce, cipher.getAuthTag(), text]);
    expect(keyIdOf(sealed)).toBe(1);
    expect(createSealer(keys(3)).open(sealed, 'row 1')).toEqual(value);
  });

  it('in clear is read as it stands', () => {
    expect(createSealer(keys(3)).openText('陈', 'row 1')).toBe('陈');
  });
});

describe.each(suiteNames)('a wrapped key, by %s', (suite) => {
  const wrapper = createLocalWrapper(Buffer.alloc(32, 1), suite);
  const dataKey = randomBytes(32);

  it('is unwrapped by what wrapped it, for whom it was wrapped, and unchanged', async () => {
    const wrapped = await wrapper.wrap(dataKey, 'key 3 of a');
    expect(wrapped.includes(dataKey)).toBe(false);
    expect((await wrapper.unwrap(wrapped, 'key 3 of a')).equals(dataKey)).toBe(true);
    await expect(wrapper.unwrap(wrapped, 'key 3 of b')).rejects.toThrow();
    const another = createLocalWrapper(Buffer.alloc(32, 2), suite);
    expect(another.id).not.toBe(wrapper.id);
    await expect(another.unwrap(wrapped, 'key 3 of a')).rejects.toThrow();
    wrapped[wrapped.length - 1] = (wrapped.at(-1) as number) ^ 1;
    await expect(wrapper.unwrap(wrapped, 'key 3 of a')).rejects.toThrow();
  });

  it('names its suite by its wrapper, and is of 32 bytes', () => {
    expect(wrapper.id).toMatch(suite === 'SM' ? /^local-sm [0-9a-f]{16}$/ : /^local [0-9a-f]{16}$/);
    expect(() => createLocalWrapper(Buffer.alloc(16), suite)).toThrow('32 bytes');
  });
});

describe('a pseudonym', () => {
  const [international, sm] = suiteNames.map((suite) => createPseudonym(Buffer.alloc(32, 2), suite));

  it('is the same by both suites, for rows are found by it', () => {
    expect(sm?.('lin')).toBe(international?.('lin'));
    expect(sm?.('zhao')).not.toBe(sm?.('lin'));
    expect(createPseudonym(Buffer.alloc(32, 3))('lin')).not.toBe(international?.('lin'));
  });

  it('of what chains hold is the suite’s', () => {
    expect(international?.content('lin')).toMatch(/^keyed:[\w-]{43}$/);
    expect(sm?.content('lin')).toMatch(/^keyed:sm3:[\w-]{43}$/);
    expect(createPseudonym(Buffer.alloc(32, 3), 'SM').content('lin')).not.toBe(sm?.content('lin'));
    expect([international?.suite.name, sm?.suite.name]).toEqual(['INTERNATIONAL', 'SM']);
  });
});

describe('a key as it is kept', () => {
  const wrapper = createLocalWrapper(Buffer.alloc(32, 1));
  const place = { schema: 'journeys', wrappers: [wrapper] };
  const rowOf = async (bytes: Buffer) => ({
    ...{ id: 5, wrapped_by: wrapper.id, seals_at: null, seals: true },
    wrapped: await wrapper.wrap(bytes, 'data key 5 of journeys'),
  });
  const bytes = Buffer.alloc(32, 9);

  it.each([
    ['INTERNATIONAL', bytes],
    ['SM', Buffer.concat([Buffer.from([0x81]), bytes])],
  ])('is of the suite %s, which stands under what wraps it', async (suite, written) => {
    const key = await openRow(place, await rowOf(written));
    expect([key.id, key.suite, key.key.export().equals(bytes)]).toEqual([5, suite, true]);
  });

  it.each([
    ['too short', bytes.subarray(1)],
    ['of no suite', Buffer.concat([Buffer.from([0x82]), bytes])],
    ['too long', Buffer.concat([Buffer.from([0x81, 0x81]), bytes])],
    ['nothing', Buffer.alloc(0)],
  ])('that is %s does not open', async (_what, written) => {
    await expect(openRow(place, await rowOf(written))).rejects.toThrow(KeyClosed);
  });
});
