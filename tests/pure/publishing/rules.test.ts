import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../subgraphs/publishing/rule.ts';
import { findAll, rules } from '../../../subgraphs/publishing/rules.ts';
import { casesOf, catalogueOf, changed, findingsIn, lineOf } from './rule-cases.ts';

const severities = { error: 'ERROR', warning: 'WARNING', trial: 'INFO' };

it('nothing is to be said of the base that the cases change', () => {
  expect(findingsIn(changed({}))).toEqual([]);
});

it('rules are found in the folders of their groups, each under its own code', () => {
  expect(rules.length).toBeGreaterThan(20);
  for (const { rule, group, source } of rules)
    expect(source.pathname).toMatch(
      new RegExp(`/rules/${group}/${rule.code.toLowerCase().replaceAll('_', '-')}\\.ts$`),
    );
  expect(new Set(rules.map(({ rule }) => rule.code)).size).toBe(rules.length);
});

describe('what a rule finds', () => {
  const rule = (code: string, severity: Rule['severity']): Rule => ({
    code,
    severity,
    *find({ matters }) {
      for (const { file } of matters.slice(0, 1))
        yield { file, at: ['title'], message: { zh: '有误。', en: 'Wrong.' }, mend: { zh: '请改。', en: 'Mend it.' } };
    },
  });
  const found = (first: Rule['severity'], group: string): ReadonlyArray<string> =>
    findAll(catalogueOf(changed({})), [
      { rule: rule('LATER', 'warning'), group: 'time' },
      { rule: rule('FIRST', first), group },
    ]).map((each) => `${each.severity} ${each.rule} ${each.file.split('/').at(-1)}`);
  const birth = 'birth-certificate.yaml';

  it.each(['file', 'reference', 'schema'])(
    'as an error in the group %s is set aside, and the rest is judged',
    (group) => {
      expect(found('error', group)).toEqual([`ERROR FIRST ${birth}`, 'WARNING LATER grant-of-others.yaml']);
      expect(found('warning', group)).toEqual([`WARNING FIRST ${birth}`, `WARNING LATER ${birth}`]);
    },
  );

  it('on trial is told as a note, and stops nothing', () => {
    expect(found('trial', 'reference')).toEqual([`INFO FIRST ${birth}`, `WARNING LATER ${birth}`]);
  });

  it('as an error elsewhere stands beside what others find', () => {
    expect(found('error', 'time')).toEqual([`WARNING LATER ${birth}`, `ERROR FIRST ${birth}`]);
  });
});

describe.each(rules.map((found) => [found.rule.code, found] as const))('%s', (code, found) => {
  const { good, bad, boundary } = casesOf(found);

  it('blocks, is told or is on trial', () => {
    expect(Object.keys(severities)).toContain(found.rule.severity);
  });

  it.each(bad)('finds: $name', ({ at, also = [], says = '', ...change }) => {
    const texts = changed(change);
    const findings = findingsIn(texts);
    const own = findings.filter(({ rule }) => rule === code);
    expect(own.map(({ file, line }) => `${file}:${line}`)).toEqual([at].flat().map((each) => lineOf(texts, each)));
    // What the cases of others leave unused is no business of theirs.
    const told = findings.map(({ rule }) => rule).filter((rule) => rule === code || rule !== 'USED_BY_NOBODY');
    expect([...new Set(told)].sort()).toEqual([code, ...also].sort());
    expect(own[0]?.message.en).toContain(says);
    for (const { severity, message, mend } of own) {
      expect(severity).toBe(severities[found.rule.severity]);
      for (const text of [message, mend]) {
        expect(text.zh).toMatch(/\p{Script=Han}/u);
        expect(text.en).toMatch(/[A-Za-z]{2}/);
      }
    }
  });

  it.each([...good, ...(typeof boundary === 'string' ? [] : boundary)])('leaves alone: $name', (change) => {
    const told = findingsIn(changed(change)).filter(({ rule }) => rule === code || rule !== 'USED_BY_NOBODY');
    expect(told).toEqual([]);
  });

  it('has a case at its threshold, where it compares sizes', () => {
    const statements = readFileSync(found.source, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
    if (/ [<>]=? /.test(statements)) expect(typeof boundary, 'its condition compares').not.toBe('string');
  });
});
