import { createSecretKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { suiteNames, suiteOfDigest, suiteOfSignature, suites } from '../../../../subgraphs/runtime/suites/index.ts';
import { openWhole, type SuiteName } from '../../../../subgraphs/runtime/suites/suite.ts';

const secrets: Readonly<Record<SuiteName, () => string>> = {
  INTERNATIONAL: () => JSON.stringify(generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })),
  SM: () => randomBytes(32).toString('hex'),
};

describe.each(suiteNames)('the suite %s', (name) => {
  const suite = suites[name];
  const key = createSecretKey(Buffer.alloc(32, 7));
  const content = Buffer.from('个人信息 personal data');

  it.each([0, 1, 15, 16, 17, 100_000])(
    'opens %d bytes that it sealed, by that key and in that context alone',
    (length) => {
      const bytes = randomBytes(length);
      const sealed = suite.seal(key, bytes, 'row 1');
      expect(sealed).toHaveLength(suite.headBytes + length);
      expect(openWhole(suite, key, sealed, 'row 1').equals(bytes)).toBe(true);
      expect(() => openWhole(suite, key, sealed, 'row 2')).toThrow();
      expect(() => openWhole(suite, key, sealed, 'row 1\0')).toThrow();
      expect(() => openWhole(suite, createSecretKey(Buffer.alloc(32, 8)), sealed, 'row 1')).toThrow();
    },
  );

  it('finds each bit that is turned, and each byte that is missing', () => {
    const sealed = suite.seal(key, content, 'row 1');
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const changed = Buffer.from(sealed);
      changed[bit >> 3] = (changed[bit >> 3] as number) ^ (1 << (bit & 7));
      expect(() => openWhole(suite, key, changed, 'row 1'), `bit ${bit}`).toThrow();
    }
    for (let length = 0; length < sealed.length; length += 1)
      expect(() => openWhole(suite, key, sealed.subarray(0, length), 'row 1'), `${length} bytes`).toThrow(
        length < suite.headBytes ? 'What is sealed is cut off.' : undefined,
      );
    expect(() => openWhole(suite, key, Buffer.concat([sealed, Buffer.from([0])]), 'row 1')).toThrow();
  });

  it('takes nothing of the context for the content', () => {
    const sealed = suite.seal(key, Buffer.alloc(0), 'row 1');
    expect(() => openWhole(suite, key, Buffer.concat([sealed, Buffer.from('1')]), 'row ')).toThrow();
  });

  it('seals the same twice in another way, and shows nothing of it', () => {
    const [one, two] = [suite.seal(key, content, 'row 1'), suite.seal(key, content, 'row 1')];
    expect(one.equals(two)).toBe(false);
    expect(one.includes('personal')).toBe(false);
    expect(one.subarray(suite.headBytes).equals(two.subarray(suite.headBytes))).toBe(false);
  });

  it('opens in pieces what it opens as one', () => {
    const bytes = randomBytes(1000);
    const sealed = suite.seal(key, bytes, 'row 1');
    const opening = suite.beginOpening(key, sealed.subarray(0, suite.headBytes), 'row 1');
    const pieces = [0, 1, 17, 500, 1000].map((from, index, all) =>
      opening.update(sealed.subarray(suite.headBytes + from, suite.headBytes + (all[index + 1] ?? 1000))),
    );
    opening.end();
    expect(Buffer.concat(pieces).equals(bytes)).toBe(true);
  });

  it('signs for whoever has the published key, and nothing else', () => {
    const signer = suite.signer(secrets[name]());
    const statement = Buffer.from('ledger of journeys\nabc');
    const signature = signer.sign(statement);
    for (const { holds } of [signer, suite.verifier(signer.published)]) {
      expect(holds(statement, signature)).toBe(true);
      expect(holds(Buffer.from('ledger of journeys\nabd'), signature)).toBe(false);
      expect(holds(statement, '')).toBe(false);
      expect(holds(statement, 'none')).toBe(false);
      // Each character is one of 64, of which none may stand for another.
      for (let at = 0; at < signature.length; at += 1) {
        const other = signature[at] === 'A' ? 'B' : 'A';
        expect(holds(statement, signature.slice(0, at) + other + signature.slice(at + 1)), `at ${at}`).toBe(false);
      }
      for (const last of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_')
        expect(holds(statement, signature.slice(0, -1) + last)).toBe(signature.endsWith(last));
      for (const more of ['=', ' ', '\n', 'A', '+']) expect(holds(statement, signature + more)).toBe(false);
    }
    expect(suite.verifier(suite.signer(secrets[name]()).published).holds(statement, signature)).toBe(false);
  });

  it('says its name in whatever it makes', () => {
    expect(suiteOfDigest(suite.digest('a'))).toBe(suite);
    expect(suiteOfDigest(suite.digest('a'))).not.toBe(suites[name === 'SM' ? 'INTERNATIONAL' : 'SM']);
    const signer = suite.signer(secrets[name]());
    expect(suiteOfSignature(signer.sign(Buffer.from('a')))).toBe(suite);
    expect(suiteOfSignature(signer.published)).toBe(suite);
    expect(suite.mac(Buffer.alloc(32), 'a')).not.toBe(suite.mac(Buffer.alloc(32, 1), 'a'));
    expect(suite.mac(Buffer.alloc(32), 'a')).not.toBe(suite.mac(Buffer.alloc(32), 'b'));
  });

  it('has no key of the other', () => {
    const other = suites[name === 'SM' ? 'INTERNATIONAL' : 'SM'];
    expect(() => suite.verifier(other.signer(secrets[other.name]()).published)).toThrow();
    expect(() => suite.signer(secrets[other.name]())).toThrow();
  });
});

it('no two suites begin what they seal alike, nor as releases before did, by a key’s id', () => {
  const marks = Object.values(suites).map(({ mark }) => mark);
  expect(new Set([...marks, 1, 2]).size).toBe(marks.length + 2);
});

it('of what SM sealed nothing passes from the context into the counter, and on into the content', () => {
  const key = createSecretKey(Buffer.alloc(32, 7));
  const [iv, tag, content] = [16, 32, 5];
  const sealed = suites.SM.seal(key, Buffer.alloc(content, 3), 'row 1');
  const counter = sealed.subarray(0, iv);
  const moved = Buffer.concat([
    Buffer.from('1'),
    counter.subarray(0, -1),
    sealed.subarray(iv, iv + tag),
    counter.subarray(-1),
    sealed.subarray(iv + tag),
  ]);
  expect(() => openWhole(suites.SM, key, moved, 'row ')).toThrow('What is sealed was changed.');
});

it('a key of SM says so, and one that does not is none', () => {
  const { published } = suites.SM.signer(secrets.SM());
  expect(suites.SM.verifier(published)).toBeDefined();
  expect(() => suites.SM.verifier(`sm3:${published.slice(4)}`)).toThrow('It is no SM2 key.');
});
