import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../subgraphs/publishing/finding.ts';
import type { PlacedText } from '../../../subgraphs/publishing/read.ts';
import { judge } from '../../../subgraphs/publishing/rules.ts';
import { catalogueOf, changed } from './rule-cases.ts';

const told = (findings: ReadonlyArray<Finding>): ReadonlyArray<string> =>
  findings.map(({ rule, file, line }) => `${rule} ${file.split('/').at(-1)}:${line}`);
const judged = (texts: ReadonlyArray<PlacedText>) => judge(catalogueOf(texts));
const base = changed({});
/** Of one file another text. */
const exchanged = (path: string, change: (text: string) => string): ReadonlyArray<PlacedText> =>
  base.map((each) => (each.path === path ? { ...each, text: change(each.text) } : each));
const paths = base.map(({ path }) => path);

describe('one malformed file', () => {
  it.each(paths)('%s is told, and nothing is said to be wrong elsewhere for it', (path) => {
    const { findings, setAside } = judged(exchanged(path, (text) => `${text}\n  [: broken\n`));
    expect(findings.length).toBeGreaterThan(0);
    expect(new Set(findings.map(({ rule, file }) => `${rule} ${file}`))).toEqual(new Set([`FILE_SYNTAX ${path}`]));
    expect(setAside).toContain(path);
  });

  it.each(paths)('%s of another shape is told, and nothing elsewhere', (path) => {
    const { findings } = judged(exchanged(path, (text) => `${text}surplus: 1\n`));
    expect(new Set(findings.map(({ rule, file }) => `${rule} ${file}`))).toEqual(new Set([`FILE_SHAPE ${path}`]));
  });

  it('that an event stands in takes along what regions have otherwise of it', () => {
    const set = {
      'regional-events/city': {
        code: 'birth',
        region: '330300000000',
        legalBasis: { title: '通知' },
        promisedDays: 3,
      },
      'life-events/birth#/audience': 'NOBODY',
    };
    const { findings, setAside } = judged(changed({ set }));
    expect(findings.map(({ rule }) => rule)).toEqual(['FILE_SHAPE']);
    expect(setAside.some((path) => path.endsWith('city.yaml'))).toBe(true);
  });

  it('of roles takes along what hangs on whether they are one', () => {
    const set = {
      'roles/all#/roles/-': { code: 'NURSE', name: { zh: '护士', en: 'The nurse' }, mayBe: [{ role: 'MOTHER' }] },
      'police/grant-of-others#/requirements/0/condition': { question: 'nurse-is-mother', equals: true },
    };
    const ofRole = (change: object) => judged(changed({ set: { ...set, ...change } })).findings.map(({ rule }) => rule);
    expect(ofRole({})).not.toContain('UNKNOWN_QUESTION');
    expect(ofRole({ 'roles/all#/roles/4/name': 'nurse' })).toEqual(['FILE_SHAPE']);
  });

  it('hides nothing of what does not rest on it', () => {
    const texts = changed({
      text: { 'calendar/2026': 'years: [' },
      set: {
        'health/birth-certificate#/visits': 'many',
        'police/grant-of-others#/requirements/0/name': { zh: '户口 　簿', en: 'Household book' },
        'questions/all#/questions/4/code': 'Moved Here',
        'document-types/all#/documentTypes/1/sources': ['nobody'],
      },
    });
    const { findings, setAside, notAsked } = judged(texts);
    expect(told(findings).map((each) => each.replace(/:\d+$/, ''))).toEqual(
      expect.arrayContaining([
        'FILE_SYNTAX 2026.yaml',
        'FILE_SHAPE birth-certificate.yaml',
        'FILE_SHAPE all.yaml',
        'UNKNOWN_REFERENCE all.yaml',
        'STRAY_SPACES grant-of-others.yaml',
      ]),
    );
    expect(setAside.map((path) => path.split('/').at(-1))).not.toContain('grant-of-others.yaml');
    expect(notAsked).toContain('NO_REMEDY');
  });
});

describe('an entry of a list that is set aside', () => {
  it('takes along what names it, and only that', () => {
    const { findings, setAside } = judged(
      changed({
        set: {
          'document-types/all#/documentTypes/4/holding': 'NOBODY',
          'police/registration#/title/zh': '出生户口登记',
        },
      }),
    );
    expect(findings.map(({ rule }) => rule)).toEqual(['FILE_SHAPE']);
    expect(setAside.some((path) => path.endsWith('grant-of-others.yaml'))).toBe(true);
    expect(setAside.some((path) => path.endsWith('registration.yaml'))).toBe(false);
  });

  it('leaves the others where they stand in the file', () => {
    const untranslated = { 'document-types/all#/documentTypes/4/name/en': '决定' };
    const placesOf = (set: Readonly<Record<string, unknown>>) =>
      judged(changed({ set }))
        .findings.filter(({ rule }) => rule === 'MISSING_TRANSLATION')
        .map(({ part, line, column }) => ({ part, line, column }));
    const [alone, ...others] = placesOf(untranslated);
    expect(alone?.part).toBe('documentTypes[grant].name.en');
    expect(others).toEqual([]);
    expect(placesOf({ ...untranslated, 'document-types/all#/documentTypes/0/holding': 'NOBODY' })).toEqual([alone]);
  });
});

it('several parts of one file are told each, however deep', () => {
  const { findings } = judged(
    changed({
      set: {
        'health/birth-certificate#/visits': 'many',
        'health/birth-certificate#/requirements/0/necessity': 'SOMETIMES',
        'health/birth-certificate#/formFields/0/required': 'yes',
      },
    }),
  );
  expect(findings.map(({ part }) => part.replace(/\[.*?\]/, ''))).toEqual([
    'visits',
    'requirements.necessity',
    'formFields.required',
  ]);
});

it('a part is named by codes: the same after others were written before it', () => {
  const inEnglish = (questions: string): ReadonlyArray<readonly [string, number]> =>
    judged(changed({ text: { 'questions/more': questions } }))
      .findings.filter(({ rule }) => rule === 'MISSING_TRANSLATION')
      .map(({ part, line }) => [part, line]);
  const question = (code: string, en: string): string =>
    `  - { code: ${code}, kind: BOOLEAN, text: { zh: 有吗？, en: ${en} } }\n`;
  const alone = inEnglish(`questions:\n${question('more', '有')}`);
  const after = inEnglish(`# Others.\nquestions:\n${question('first', 'Is it?')}${question('more', '有')}`);
  expect(alone).toEqual([['questions[more].text.en', 2]]);
  expect(after).toEqual([['questions[more].text.en', 4]]);
});
