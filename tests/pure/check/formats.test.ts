import { describe, expect, it } from 'vitest';
import { fingerprintOf, undecided } from '../../../scripts/check/findings.ts';
import { type Format, formats } from '../../../scripts/check/formats/index.ts';
import { cell, commentMark, markdownOf } from '../../../scripts/check/formats/markdown.ts';
import { textOf } from '../../../scripts/check/formats/text.ts';
import type { Report } from '../../../scripts/check/report.ts';
import { finding, isReport, reportOf } from './run.ts';

const told = { zh: '<b>“甲”|\n乙</b>', en: 'A "b", 100 % | `c`\n@all <img> ]]> \u0007' };
const findings = [
  finding({ severity: 'INFO', rule: 'MISSING_TRANSLATION', file: 'a b/é.yaml' }),
  finding({ severity: 'WARNING', message: told }),
  finding({ rule: 'UNKNOWN_REFERENCE' }),
  finding({ rule: 'SOME_COMPOSITION_ERROR', line: 9 }),
];
const layers: Report['layers'] = [
  { layer: 'API', state: 'NOT_JUDGED', because: ['COMPOSITION'] },
  { layer: 'CATALOGUE', state: 'PARTLY', because: ['a.yaml'] },
  { layer: 'GENERATED', state: 'FAILED', because: ['<no & disk>'] },
  { layer: 'COMPOSITION', state: 'JUDGED', because: [] },
];
const report = reportOf(findings, layers);
const plain = { colour: false, all: false };
const many = reportOf(Array.from({ length: 23 }, (_each, index) => finding({ line: index + 1, part: `p${index}` })));

it.each(Object.keys(formats) as Format[])('%s tells the same bytes for the same findings in any order', (format) => {
  const again = reportOf([...findings].reverse(), layers);
  expect(formats[format](again, plain)).toBe(formats[format](report, plain));
});

describe('a fingerprint', () => {
  const print = (change: Parameters<typeof finding>[0]) => fingerprintOf(finding(change));

  it('is the same where lines moved, or the words changed in the other language alone', () => {
    expect(print({ line: 99, column: 1, severity: 'WARNING' })).toBe(print({}));
    expect(print({ message: { zh: '别的。', en: 'Wrong.' } })).toBe(print({}));
    const syntax = (line: number) => print({ message: { zh: '', en: `Missing ] at line ${line}, column 3:` } });
    expect(syntax(11)).toBe(syntax(12));
  });

  it.each([
    { rule: 'OTHER' },
    { file: 'b.yaml' },
    { part: 'requirements[A-02].name' },
    { message: { zh: '有误。', en: 'Wrong otherwise.' } },
  ])('is another for %o', (change) => {
    expect(print(change)).not.toBe(print({}));
  });

  it('is each one its own, of findings that are alike in all but the line', () => {
    const prints = undecided([finding({ line: 1 }), finding({ line: 2 }), finding({ line: 3 })]);
    expect(new Set(prints.map(({ fingerprint }) => fingerprint)).size).toBe(3);
  });
});

describe('text', () => {
  it('says place, code, what and mend in both languages, and the totals last', () => {
    const text = textOf(reportOf([finding()]), plain);
    expect(text.split('\n')).toEqual([
      'subgraphs/departments/health/matters/a.yaml:3:5 ERROR NO_REMEDY',
      '  有误。  请改。',
      '  Wrong.  Mend it.',
      '1 error, 0 warnings, 0 notes.',
    ]);
  });

  it('has twenty of one code, unless all are asked for', () => {
    const lines = (text: string) => text.split('\n').filter((line) => line.includes(' ERROR '));
    expect(lines(textOf(many, plain))).toHaveLength(20);
    expect(textOf(many, plain)).toContain('NO_REMEDY: 3 more (--all)');
    expect(lines(textOf(many, { ...plain, all: true }))).toHaveLength(23);
    expect(textOf(many, { ...plain, all: true })).not.toContain('more');
  });

  it('is coloured for a terminal alone', () => {
    expect(textOf(report, { ...plain, colour: true })).toContain('\u001b[');
    expect(textOf(report, plain)).not.toContain('\u001b[');
  });
});

it('JSON is as its published schema says', () => {
  for (const each of [report, many, reportOf([])]) {
    const value = JSON.parse(formats.json(each));
    expect(isReport(value), JSON.stringify(isReport.errors)).toBe(true);
  }
  const { counts, exit, findings: all } = JSON.parse(formats.json(report));
  expect({ counts, exit, all: all.length }).toEqual({
    counts: {
      errors: 2,
      warnings: 1,
      notes: 1,
      known: 0,
      approved: 0,
      blocking: 2,
      off: 0,
      mended: 0,
      unpublishable: 0,
    },
    exit: 3,
    all: 4,
  });
});

describe('annotations', () => {
  const lines = formats.github(report).split('\n');

  it('are a command a line, the totals first and the worst findings before the others', () => {
    expect(lines.map((line) => line.match(/^::(\w+) /)?.[1])).toEqual([
      'error',
      'error',
      'error',
      'warning',
      'notice',
      undefined,
    ]);
    expect(lines[0]).toContain('2 errors, 1 warning, 1 note.%0AAPI: not judged');
    expect(formats.github(reportOf([])).split('\n')[0]).toMatch(/^::notice /);
  });

  it('hold what the texts hold', () => {
    expect(lines[3]).toContain('100 %25 | `c`%0A@all');
    expect(formats.github(reportOf([finding({ file: 'a,b:c.yaml' })]))).toContain('file=a%2Cb%3Ac.yaml,line=3,col=5');
  });
});

describe('Markdown', () => {
  const text = markdownOf(report);

  it('is one comment that is found again, with a table of codes', () => {
    expect(text.startsWith(`${commentMark}\n`)).toBe(true);
    expect(text).toContain('| `UNKNOWN_REFERENCE` | ERROR | 1 | 0 | 0 |');
    expect(text).toContain('> CATALOGUE: partly judged: a.yaml');
  });

  it('has tables that no text ends: as many cells in each row as its head has', () => {
    for (const table of text.split('\n\n').filter((part) => part.startsWith('|'))) {
      const cells = table.split('\n').map((row) => row.replaceAll('\\|', '').split('|').length);
      expect(new Set(cells).size, table).toBe(1);
    }
    expect(text).not.toContain('<b>');
    expect(text).not.toContain('@all');
    expect(cell('a_b\nc')).toBe('a\\_b c');
  });

  it('fits into a comment, however much there is, and says how much it leaves out', () => {
    const long = (index: number) => finding({ rule: `RULE_${index}`, message: { zh: '长'.repeat(900), en: 'Long.' } });
    const huge = markdownOf(reportOf(Array.from({ length: 200 }, (_each, index) => long(index))));
    expect(huge.length).toBeLessThan(65_536);
    expect(huge).toMatch(/\n… \d+$/);
  });
});

describe('JUnit', () => {
  const xml = formats.junit(report);

  it('has a case per rule: of those that block a failure, of the others none', () => {
    const cases = [...xml.matchAll(/<testcase classname="([^"]+)" name="([^"]+)"/g)].map(([, , name]) => name);
    expect(new Set(cases).size).toBe(cases.length);
    expect(cases).toEqual(expect.arrayContaining(['UNKNOWN_REFERENCE', 'NOT_EXACTLY_ONE', 'SOME_COMPOSITION_ERROR']));
    expect([...xml.matchAll(/<failure type="(\w+)"/g)].map(([, code]) => code)).toEqual([
      'SOME_COMPOSITION_ERROR',
      'UNKNOWN_REFERENCE',
    ]);
    expect(xml).toMatch(/name="MISSING_TRANSLATION"><system-out>/);
    expect(xml).toMatch(/<testsuites name="check" tests="\d+" failures="2" errors="1">/);
  });

  it('tells layers that broke off as errors, and others that were not judged as skipped', () => {
    expect(xml).toContain('name="GENERATED"><error message="&lt;no &amp; disk&gt;"/>');
    expect(xml).toContain('name="API"><skipped message="COMPOSITION"/>');
  });

  it('is well formed, whatever the texts hold', () => {
    const open: string[] = [];
    expect(xml).not.toContain('\u0007');
    for (const [, end, name, rest] of xml.matchAll(/<(\/?)([a-z-]+)((?:\s+[\w:]+="[^"<]*")*\s*\/?)>/g)) {
      if (end) expect(open.pop()).toBe(name);
      else if (!rest?.endsWith('/')) open.push(name as string);
    }
    expect(open).toEqual([]);
    expect(xml.replaceAll(/<\/?[a-z?][^<>]*>/g, '')).not.toMatch(/[<>]/);
  });
});
