import { describe, expect, it } from 'vitest';
import { checkCharacter, residentIdentityNumber } from '../../../subgraphs/language/identity-number.ts';
import { localized } from '../../../subgraphs/language/text.ts';

describe('a citizen identity number', () => {
  // The example of GB 11643-1999, appendix; and one whose check is 10, written X.
  it.each([
    ['11010519491231002', 'X'],
    ['44052418800101001', '4'],
  ])('of %s ends in %s', (first17, check) => expect(checkCharacter(first17)).toBe(check));

  it('counts men by odd numbers and women by even ones', () => {
    const numberOf = (sex: string, order: number) =>
      residentIdentityNumber('330381', '2026-11-24', sex, order).slice(0, 17);
    expect(numberOf('男', 1)).toBe('33038120261124001');
    expect(numberOf('男', 2)).toBe('33038120261124003');
    expect(numberOf('女', 1)).toBe('33038120261124002');
    expect(numberOf('男', 500)).toBe('33038120261124999');
    expect(numberOf('女', 499)).toBe('33038120261124998');
    expect(residentIdentityNumber('110105', '1949-12-31', '女', 1)).toBe('11010519491231002X');
  });

  it('ends with the day’s numbers', () => {
    expect(() => residentIdentityNumber('330381', '2026-11-24', '男', 501)).toThrow(/taken/);
    expect(() => residentIdentityNumber('330381', '2026-11-24', '女', 500)).toThrow(/taken/);
  });

  it.each([
    ['33038', '2026-11-24'],
    ['3303811', '2026-11-24'],
    ['33038x', '2026-11-24'],
    ['330381', '2026-11'],
    ['330381', '2026-11-241'],
  ])('wants six digits and a date: not %s, %s', (area, born) => {
    expect(() => residentIdentityNumber(area, born, '男', 1)).toThrow(/six-digit/);
  });
});

it.each([
  ['EN', 'the text'],
  ['ZH', '文字'],
  [undefined, '文字'],
] as const)('a text in %s', (language, text) => {
  expect(localized({ zh: '文字', en: 'the text' }, language)).toBe(text);
});
