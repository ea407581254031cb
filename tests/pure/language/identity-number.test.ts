import { describe, expect, it } from 'vitest';
import { isCreditCode } from '../../../subgraphs/language/credit-code.ts';
import {
  checkCharacter,
  isIdentityNumber,
  residentIdentityNumber,
} from '../../../subgraphs/language/identity-number.ts';
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

describe('whether an identity number can be', () => {
  it.each([
    ['of the standard’s example', '11010519491231002X', true],
    ['of a resident of Hong Kong', '810000199001010019', true],
    ['of a resident of Macao', '820000199001010010', true],
    ['of a resident of Taiwan', '830000199001010012', true],
    ['of a foreigner with a permanent residence card', '911330199001010018', true],
    ['of a child born today', '33038120261126001X', true],
    ['of a 29 February in a leap year', '33038120240229001X', true],
    ['of a 29 February in another', '330381202502290017', false],
    ['of a child born tomorrow', '330381202611270015', false],
    ['of a man of 177 years', '330381184912310010', false],
    ['with another check character', '110105194912310021', false],
    ['with two digits exchanged', '11010519491213002X', false],
    ['with a small x', '11010519491231002x', false],
    ['of no province', '770105194912310022', false],
    ['that begins with 0', '010105194912310026', false],
    ['of 81 and more than the permit', '810105199001010016', false],
    ['of 17 characters', '11010519491231002', false],
    ['of 15 characters, as before 1999', '110105491231002', false],
    ['in full-width digits', '１1010519491231002X', false],
    ['with a line break', '11010519491231002X\n', false],
    ['of nothing', '', false],
  ])('%s', (_what, number, holds) => expect(isIdentityNumber(number, '2026-11-26')).toBe(holds));
});

describe('whether a unified credit code can be', () => {
  it.each([
    ['of digits', '914403001922038216', true],
    ['with a letter to check', '91440300708461136T', true],
    ['with letters within', '9144030071526726XG', true],
    ['with another check character', '914403001922038217', false],
    ['with two digits exchanged', '914403001922038126', false],
    ['with a letter that there is not', '91440300I92203821G', false],
    ['of 17 characters', '91440300192203821', false],
    ['of 19', '9144030019220382160', false],
    ['in small letters', '91440300708461136t', false],
    ['of nothing', '', false],
  ])('%s', (_what, code, holds) => expect(isCreditCode(code)).toBe(holds));
});

it.each([
  ['EN', 'the text'],
  ['ZH', '文字'],
  [undefined, '文字'],
] as const)('a text in %s', (language, text) => {
  expect(localized({ zh: '文字', en: 'the text' }, language)).toBe(text);
});
