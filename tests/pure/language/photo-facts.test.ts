import { describe, expect, it } from 'vitest';
import {
  apartIn,
  bothOf,
  isInRange,
  isWithin,
  type PhotoFacts,
  photoKey,
} from '../../../subgraphs/language/photo-facts.ts';

const any: PhotoFacts = {
  ...{ width: null, height: null, background: null, kib: null },
  ...{ printWidthMm: null, printHeightMm: null },
};
const photo = (more: Partial<PhotoFacts>): PhotoFacts => ({ ...any, ...more });
const from = (least: number | null, most: number | null) => ({ least, most });
const exactly = (value: number) => from(value, value);

describe('two facts of photographs', () => {
  const cases: ReadonlyArray<readonly [string, PhotoFacts | null, PhotoFacts | null, ReadonlyArray<string>]> = [
    ['nothing is said of either', null, null, []],
    ['nothing is said of one', photo({ background: 'BLUE' }), null, []],
    ['one background', photo({ background: 'BLUE' }), photo({ background: 'BLUE' }), []],
    ['two backgrounds', photo({ background: 'BLUE' }), photo({ background: 'WHITE' }), ['background']],
    ['a background and any', photo({ background: 'BLUE' }), photo({ width: exactly(1) }), []],
    ['ranges that touch', photo({ width: from(300, 400) }), photo({ width: from(400, 500) }), []],
    ['ranges that do not', photo({ width: from(300, 399) }), photo({ width: from(400, 500) }), ['width']],
    ['ranges open to the same side', photo({ kib: from(null, 20) }), photo({ kib: from(null, 14) }), []],
    ['ranges open to each other', photo({ kib: from(null, 20) }), photo({ kib: from(14, null) }), []],
    ['ranges open away from each other', photo({ kib: from(null, 13) }), photo({ kib: from(14, null) }), ['kib']],
    [
      'everything',
      photo({
        width: exactly(1),
        height: exactly(1),
        printHeightMm: exactly(1),
        printWidthMm: exactly(1),
        kib: exactly(1),
        background: 'RED',
      }),
      photo({
        width: exactly(2),
        height: exactly(2),
        printHeightMm: exactly(2),
        printWidthMm: exactly(2),
        kib: exactly(2),
        background: 'BLUE',
      }),
      ['width', 'height', 'kib', 'printWidthMm', 'printHeightMm', 'background'],
    ],
  ];
  it.each(cases)('%s', (_name, one, other, apart) => {
    expect(apartIn(one, other)).toEqual(apart);
    expect(apartIn(other, one)).toEqual(apart);
  });

  it('are one by what both leave', () => {
    const one = photo({ width: from(300, 400), kib: from(14, null), background: 'WHITE' });
    const other = photo({ width: from(358, 500), kib: from(null, 20), height: exactly(441) });
    const both = photo({ width: from(358, 400), kib: from(14, 20), background: 'WHITE', height: exactly(441) });
    expect(bothOf(one, other)).toEqual(both);
    expect(bothOf(other, one)).toEqual(both);
    expect([bothOf(null, one), bothOf(one, null), bothOf(null, null)]).toEqual([one, one, null]);
  });
});

it.each<readonly [string, PhotoFacts | null, PhotoFacts | null, boolean]>([
  ['anything is any', null, null, true],
  ['something is any', photo({ width: exactly(1) }), null, true],
  ['any is not something', null, photo({ width: exactly(1) }), false],
  ['any is whatever is not said', null, any, true],
  ['the same is the same', photo({ width: from(1, 2) }), photo({ width: from(1, 2) }), true],
  ['less is within', photo({ width: from(2, 3) }), photo({ width: from(1, 4) }), true],
  ['what begins before is not', photo({ width: from(0, 3) }), photo({ width: from(1, 4) }), false],
  ['what ends behind is not', photo({ width: from(2, 5) }), photo({ width: from(1, 4) }), false],
  ['what is open is not', photo({ width: from(2, null) }), photo({ width: from(1, 4) }), false],
  ['what is open below is not', photo({ width: from(null, 2) }), photo({ width: from(1, 4) }), false],
  ['what is open within what is', photo({ width: from(2, null) }), photo({ width: from(1, null) }), true],
  ['another background is not', photo({ background: 'RED' }), photo({ background: 'BLUE' }), false],
  ['any background is not', photo({ width: exactly(1) }), photo({ background: 'BLUE' }), false],
  ['the background is', photo({ background: 'BLUE' }), photo({ background: 'BLUE' }), true],
])('%s', (_name, narrow, wide, within) => {
  expect(isWithin(narrow, wide)).toBe(within);
});

it('a number is in a range with both its ends', () => {
  expect([13, 14, 20, 21].map((kib) => isInRange(kib, from(14, 20)))).toEqual([false, true, true, false]);
  expect([isInRange(1, null), isInRange(1, from(null, 0)), isInRange(1, from(2, null))]).toEqual([true, false, false]);
});

it('equal facts have one key, different ones two', () => {
  expect(photoKey(photo({ width: exactly(358), height: exactly(441), background: 'WHITE', kib: from(14, 20) }))).toBe(
    '358x441,white,14-20KiB',
  );
  const others = [
    any,
    photo({ width: exactly(358) }),
    photo({ height: exactly(358) }),
    photo({ width: from(358, null) }),
    photo({ width: from(null, 358) }),
    photo({ kib: exactly(358) }),
    photo({ background: 'RED' }),
    photo({ printWidthMm: exactly(358) }),
    photo({ printHeightMm: exactly(358) }),
  ];
  expect(new Set(others.map(photoKey)).size).toBe(others.length);
});
