import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  type Keys,
  keySet,
  oldestMs,
  openBytes,
  openWord,
  sealBytes,
  sealWord,
} from '../../../subgraphs/departments/adapters/sealed-files.ts';

/* What is carried between two sides: signed by one, sealed for the other. */

const made = (kind: 'ed25519' | 'x25519', kid: string): Keys['keys'][number] =>
  ({ ...generateKeyPairSync(kind as 'ed25519').privateKey.export({ format: 'jwk' }), kid }) as never;
const side = (of: string): Keys => ({ keys: [made('ed25519', `${of} signs`), made('x25519', `${of} opens`)] });
const publicOf = ({ keys }: Keys): Keys =>
  keySet.parse({ keys: keys.map(({ d: _private, ...each }: Keys['keys'][number] & { d?: unknown }) => each) });

const [us, them, others] = [side('we'), side('they'), side('others')];
const now = Date.parse('2026-11-27T04:00:00Z');
const sent = (more: Partial<Parameters<typeof sealWord>[1]> = {}): Promise<string> =>
  sealWord({ hello: 1 }, { from: 'tax', to: 'yijianshi', ours: them, theirs: publicOf(us), now, ...more });
const opened = (text: string, more: Partial<Parameters<typeof openWord>[1]> = {}) =>
  openWord(text, { from: 'tax', to: 'yijianshi', ours: us, theirs: publicOf(them), now, ...more });

describe('a word', () => {
  it('is opened by whom it is for, also by one of several keys while they are exchanged', async () => {
    expect(await opened(await sent())).toEqual({ word: { hello: 1 } });
    const [ours, theirs] = [{ keys: [...side('old').keys, ...us.keys] }, { keys: [...others.keys, ...them.keys] }];
    expect(await opened(`\n${await sent()}\n`, { ours, theirs: publicOf(theirs) })).toEqual({ word: { hello: 1 } });
  });

  it('that is signed and not sealed is taken too', async () => {
    const signed = Buffer.from(await openBytes(await sent(), us)).toString('utf8');
    expect(signed.split('.')).toHaveLength(3);
    expect(await opened(signed)).toEqual({ word: { hello: 1 } });
  });

  it.each([
    ['sealed for somebody else', () => sent({ theirs: publicOf(others) }), 'RELAY_FILE_BROKEN'],
    ['signed by a key that is not known', () => sent({ ours: others }), 'RELAY_FILE_FOREIGN'],
    ['of somebody else', () => sent({ from: 'health' }), 'RELAY_FILE_FOREIGN'],
    ['for somebody else', () => sent({ to: 'another' }), 'RELAY_FILE_FOREIGN'],
    ['too old', () => sent({ now: now - oldestMs - 1000 }), 'RELAY_FILE_OLD'],
    ['of another day', () => sent({ now: now + 86_400_000 }), 'RELAY_FILE_OLD'],
    ['nothing', async () => '', 'RELAY_FILE_BROKEN'],
    ['altered', async () => (await sent()).replace(/.{4}$/, 'AAAA'), 'RELAY_FILE_BROKEN'],
  ])('%s is not read', async (_what, text, why) => {
    expect(await opened(await text())).toBe(why);
  });

  it('by another key of the same name does not hold', async () => {
    const posing = { keys: others.keys.map((key, at) => ({ ...key, kid: them.keys[at]?.kid ?? '' })) };
    expect(await opened(await sent({ ours: posing }))).toBe('RELAY_FILE_BROKEN');
    // Nor is one opened that names a key of ours which is not for opening.
    const mixed = { keys: us.keys.map((key) => ({ ...key, kid: 'one' })) };
    expect(await opened(await sent({ theirs: publicOf(mixed) }), { ours: mixed })).toEqual({ word: { hello: 1 } });
  });

  it('is as old as it may be to the last moment', async () => {
    expect(await opened(await sent({ now: now - oldestMs }))).toEqual({ word: { hello: 1 } });
  });
});

it('what is sealed is nobody’s but theirs, whole or not at all', async () => {
  const bytes = Buffer.from('a document');
  const sealed = await sealBytes(bytes, publicOf(us));
  expect(Buffer.from(await openBytes(sealed, us))).toEqual(bytes);
  await expect(openBytes(sealed, them)).rejects.toThrow('nobody here');
  await expect(openBytes(sealed.slice(0, -2), us)).rejects.toThrow();
  await expect(sealBytes(bytes, { keys: us.keys.slice(0, 1) })).rejects.toThrow('X25519');
});
