import { createCipheriv, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createLocalWrapper } from '../../../subgraphs/runtime/keys/wrapper.ts';
import {
  createSealer,
  type DataKeys,
  headerOf,
  highestKeyId,
  KeyUnknown,
  keyIdOf,
} from '../../../subgraphs/runtime/personal-data.ts';

const held = new Map<number, KeyObject>(
  [1, 3, 700, highestKeyId].map((id) => [id, createSecretKey(Buffer.alloc(32, id % 251))]),
);
const keys = (id: number, has: (id: number) => boolean = () => true): DataKeys => ({
  sealing: { id, key: held.get(id) as KeyObject },
  find: (each) => (has(each) ? held.get(each) : undefined),
});
const value = { name: '陈', numbers: [1, 2] };

describe('what is sealed', () => {
  it.each([3, 700, highestKeyId])('by key %i says so, and opens also when another seals', (id) => {
    const sealed = createSealer(keys(id)).seal(value, 'row 1');
    expect(keyIdOf(sealed)).toBe(id);
    expect(createSealer(keys(3)).open(sealed, 'row 1')).toEqual(value);
    const text = createSealer(keys(id)).sealText('陈', 'row 1');
    // By this databases find what is not sealed by the newest key.
    expect(text.startsWith(`sealed:${headerOf(id).toString('base64')}`)).toBe(true);
    expect(createSealer(keys(3)).openText(text, 'row 1')).toBe('陈');
  });

  it('opens in its own row alone, and unchanged', () => {
    const sealer = createSealer(keys(3));
    const sealed = sealer.seal(value, 'row 1');
    expect(() => sealer.open(sealed, 'row 2')).toThrow();
    for (let at = 3; at < sealed.length; at += 7) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] as number) ^ 1;
      expect(() => sealer.open(changed, 'row 1')).toThrow();
    }
  });

  it('by a key that is not here is told by that key’s id', () => {
    const sealed = createSealer(keys(700)).seal(value, 'row 1');
    const open = () => createSealer(keys(3, (id) => id === 3)).open(sealed, 'row 1');
    expect(open).toThrow(KeyUnknown);
    expect(open).toThrow(expect.objectContaining({ id: 700 }));
  });

  it('by an earlier release, whose ids had one byte, opens', () => {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', held.get(1) as KeyObject, nonce).setAAD(Buffer.from('row 1'));
    const text = Buffer.concat([cipher.update(JSON.stringify(value)), cipher.final()]);
    const sealed = Buffer.concat([Buffer.from([1]), nonce, cipher.getAuthTag(), text]);
    expect(keyIdOf(sealed)).toBe(1);
    expect(createSealer(keys(3)).open(sealed, 'row 1')).toEqual(value);
  });

  it('in clear is read as it stands', () => {
    expect(createSealer(keys(3)).openText('陈', 'row 1')).toBe('陈');
  });
});

describe('a wrapped key', () => {
  const wrapper = createLocalWrapper(Buffer.alloc(32, 1));
  const dataKey = randomBytes(32);

  it('is unwrapped by what wrapped it, for whom it was wrapped, and unchanged', async () => {
    const wrapped = await wrapper.wrap(dataKey, 'key 3 of a');
    expect(wrapped.includes(dataKey)).toBe(false);
    expect((await wrapper.unwrap(wrapped, 'key 3 of a')).equals(dataKey)).toBe(true);
    await expect(wrapper.unwrap(wrapped, 'key 3 of b')).rejects.toThrow();
    const another = createLocalWrapper(Buffer.alloc(32, 2));
    expect(another.id).not.toBe(wrapper.id);
    await expect(another.unwrap(wrapped, 'key 3 of a')).rejects.toThrow();
    wrapped[wrapped.length - 1] = (wrapped.at(-1) as number) ^ 1;
    await expect(wrapper.unwrap(wrapped, 'key 3 of a')).rejects.toThrow();
  });
});
