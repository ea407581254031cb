import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { mended } from '../../../subgraphs/publishing/mended.ts';
import { normalText, withoutStraySpaces } from '../../../subgraphs/publishing/normal-text.ts';
import { changed } from './rule-cases.ts';

const matter = (text: string): string => mended('matter', text);

describe('a file as it should be written', () => {
  it.each([
    ['wide letters and digits', 'name: Ａ４纸', 'name: A4纸'],
    ['a character that is not composed', 'en: "Cafe\u0301"', 'en: "Café"'],
    ['what nobody sees', "zh: '出生\u200B证明'", "zh: '出生证明'"],
    ['spaces at the ends of what people read', 'zh: " 户口簿 "', 'zh: "户口簿"'],
    ['several spaces, and a wide one', "title: '户口  簿\u3000页'", "title: '户口 簿 页'"],
    ['in a list', 'aliases: [结婚证, 结婚\u200B证书]', 'aliases: [结婚证, 结婚证书]'],
    ['beside what it must leave', 'b: |\n  Ａ\na: Ａ４\n', 'b: |\n  Ａ\na: A4\n'],
    ['beside a list whose order means something', 'holidays: [b, a]\nname: Ａ\n', 'holidays: [b, a]\nname: A\n'],
    ['deep in it', 'a:\n  - { b: { zh: １号 } } # why\n', 'a:\n  - { b: { zh: 1号 } } # why\n'],
  ])('has no %s', (_what, before, after) => {
    expect(matter(before)).toBe(after);
    expect(matter(after)).toBe(after);
  });

  it.each([
    ['wide punctuation', 'zh: 证明（首次），一式两份：甲、乙'],
    ['a comment, whatever is in it', 'a: 1 # Ａ４'],
    ['spaces of what programs read', 'pattern: "a  b "'],
    ['blocks of several lines', 'zh: |\n  Ａ４\n  纸\n'],
    ['what is written with escapes', 'zh: "\\uFF21"'],
    ['what would be a number then', 'zh: １２'],
    ['a key that would be another', '"Ａ": 1'],
    ['what is no YAML', 'zh: [Ａ'],
    ['order where it means something', 'holidays: ["2026-10-02", "2026-10-01"]'],
  ])('keeps %s', (_what, text) => {
    expect(matter(text)).toBe(text);
  });

  it('has the days of a calendar in their order, each as it is written', () => {
    const before =
      'years:\n  - year: 2026\n    holidays: [\'2026-10-02\', "2026-10-01"] # a\n    workdays:\n      - "2026-10-10"\n      - "2026-01-04"\n';
    const after =
      'years:\n  - year: 2026\n    holidays: ["2026-10-01", \'2026-10-02\'] # a\n    workdays:\n      - "2026-01-04"\n      - "2026-10-10"\n';
    expect(mended('calendar', before)).toBe(after);
    expect(mended('calendar', after)).toBe(after);
    const both = before.replace("'2026-10-02'", "'２026-10-02'");
    expect(mended('calendar', both)).toBe(after);
  });

  it('is what it is already, of all that the cases begin from', () => {
    for (const { kind, text } of changed({})) expect(mended(kind, text)).toBe(text);
  });

  it('says nothing else: what is read afterwards is what was read, but for its characters', () => {
    const text = 'code: X\nrows:\n  - { zh: "Ａ ", n: 1, list: [１a, b] }\n';
    expect(parse(matter(text))).toEqual({ code: 'X', rows: [{ zh: 'A', n: 1, list: ['1a', 'b'] }] });
  });
});

describe('texts', () => {
  it.each([
    ['ＡＺａｚ０９', 'AZaz09'],
    ['＠［', '＠［'],
    ['e\u0301', 'é'],
    ['a\u00ADb\uFEFF\u202Ec', 'abc'],
    ['（，。', '（，。'],
  ])('%j is normally %j, and that is normal', (text, normal) => {
    expect(normalText(text)).toBe(normal);
    expect(normalText(normal)).toBe(normal);
  });

  it.each([
    [' a b ', 'a b'],
    ['a  b', 'a b'],
    ['a\u3000b', 'a b'],
    ['a \u3000 b', 'a b'],
    ['a b', 'a b'],
  ])('%j without stray spaces is %j', (text, without) => {
    expect(withoutStraySpaces(text)).toBe(without);
    expect(withoutStraySpaces(without)).toBe(without);
  });
});
