import { describe, expect, it } from 'vitest';
import { own } from '../../../subgraphs/language/own.ts';
import { isSafeId } from '../../../subgraphs/language/safe-id.ts';

describe('an id that somebody else chose', () => {
  it.each([
    ['one letter', 'a', true],
    ['a word', 'baby', true],
    ['a role', 'LEGAL_REPRESENTATIVE', true],
    ['a UUID', '0b0f8f4e-3f0a-4f3e-9c43-2d1f4b2f6a10', true],
    ['64 characters', 'k'.repeat(64), true],
    ['a name that objects inherit', 'constructor', true],
    ['65 characters', 'k'.repeat(65), false],
    ['nothing', '', false],
    ['the prototype', '__proto__', false],
    ['a dash first', '-a', false],
    ['a dot: a path', 'a.b', false],
    ['a slash', 'a/b', false],
    ['the answers of a form', '$answers', false],
    ['a NUL', 'a\0', false],
    ['a line break at the end', 'a\n', false],
    ['Han characters', '晨', false],
    ['full-width letters', 'ａｂ', false],
    ['a blank', ' a', false],
  ])('of %s', (_what, id, safe) => expect(isSafeId(id)).toBe(safe));
});

describe('what an object holds itself', () => {
  const hostile = JSON.parse('{ "a": 1, "__proto__": 2 }') as Readonly<Record<string, number>>;
  it.each([
    ['a', 1],
    ['__proto__', 2],
    ['constructor', undefined],
    ['toString', undefined],
    ['b', undefined],
  ])('under %s', (name, value) => expect(own(hostile, name)).toBe(value));

  it('is nothing, of nothing', () => {
    expect(own(null, 'a')).toBeUndefined();
    expect(own(undefined, 'constructor')).toBeUndefined();
  });
});
