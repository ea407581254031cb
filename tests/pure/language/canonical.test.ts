import { describe, expect, it } from 'vitest';
import {
  byCode,
  canonicalJson,
  digest,
  fingerprint,
  lastingFingerprint,
} from '../../../subgraphs/language/canonical.ts';

describe('the canonical form', () => {
  it.each<readonly [unknown, string]>([
    [null, 'null'],
    [undefined, 'null'],
    [true, 'true'],
    [false, 'false'],
    [0, '0'],
    [1.5, '1.5'],
    ['', '""'],
    ['a"b', '"a\\"b"'],
    // é as one code point and as two is one text.
    ['e\u0301', '"\u00e9"'],
    [[], '[]'],
    [[1], '[1]'],
    [[2, 1], '[2,1]'],
    [[undefined, null, 'a'], '[null,null,"a"]'],
    [{}, '{}'],
    [{ b: 1, a: 2 }, '{"a":2,"b":1}'],
    [{ b: 1, a: undefined }, '{"b":1}'],
    [{ a: undefined, b: undefined, c: 1, d: 2 }, '{"c":1,"d":2}'],
    [{ a: null }, '{"a":null}'],
    [{ 'e\u0301': 1 }, '{"\u00e9":1}'],
    [{ a: { d: [1, { f: 1, e: 2 }], c: 'x' } }, '{"a":{"c":"x","d":[1,{"e":2,"f":1}]}}'],
  ])('of %j is %s', (value, text) => expect(canonicalJson(value)).toBe(text));

  it('is not that of a number written as text', () => expect(canonicalJson('1')).not.toBe(canonicalJson(1)));
});

describe('a digest', () => {
  // Known answers: FIPS 180-2, and of UTF-8.
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ['一件事', '34df1771'],
  ])('of %j is the SHA-256 of its UTF-8', (text, hex) => expect(digest(text).startsWith(hex)).toBe(true));

  it('of equal values is equal, of others another', () => {
    expect(fingerprint({ a: 1, b: [2] })).toBe(fingerprint({ b: [2], a: 1 }));
    expect(fingerprint({ a: 1 })).toBe(digest('{"a":1}'));
    expect(fingerprint({ a: 1 })).not.toBe(fingerprint({ a: 2 }));
  });

  it('of what lasts is the same, and gone through once', () => {
    let read = 0;
    const lasting = {
      get a() {
        read++;
        return 1;
      },
    };
    expect([lastingFingerprint(lasting), lastingFingerprint(lasting)]).toEqual(Array(2).fill(fingerprint({ a: 1 })));
    expect(read).toBe(1);
  });
});

it.each([
  ['a', 'b', -1],
  ['b', 'a', 1],
  ['a', 'a', 0],
  ['a', 'aa', -1],
  ['Z', 'a', -1],
  ['10', '9', -1],
])('the order of %s and %s is %i', (a, b, order) => expect(byCode(a, b)).toBe(order));
