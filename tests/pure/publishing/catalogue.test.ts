import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readRegistry } from '../../../schema/registry.ts';
import { readCatalogue, repositoryRoot } from '../../../subgraphs/publishing/read.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A copy of the real catalogue with one text in one file exchanged. */
function spoiled(file: string, from: string, to: string): ReturnType<typeof readCatalogue> {
  const root = mkdtempSync(join(tmpdir(), 'catalogue-'));
  folders.push(root);
  for (const folder of ['subgraphs/catalogue/data', 'subgraphs/departments']) {
    cpSync(join(repositoryRoot, folder), join(root, folder), { recursive: true });
  }
  const path = join(root, file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
  return readCatalogue(readRegistry().departments, [root]);
}

const birth = 'subgraphs/departments/health/matters/birth-certificate.yaml';
const questions = 'subgraphs/catalogue/data/questions/newborn.yaml';
const cases: ReadonlyArray<readonly [rule: string, file: string, from: string, to: string, line: number]> = [
  ['FILE_SYNTAX', birth, 'visits: 1', 'visits: [1', 10],
  ['FILE_SHAPE', birth, 'visits: 1', 'visits: many', 10],
  ['UNKNOWN_REFERENCE', birth, 'type: marriage-certificate', 'type: marriage-paper', 26],
  ['UNKNOWN_QUESTION', birth, 'question: married', 'question: wed', 24],
  ['UNKNOWN_OPTION', birth, 'equals: father }', 'equals: uncle }', 40],
  ['DECLARED_TWICE', birth, 'code: WJ1001-02', 'code: WJ1001-01', 21],
  ['STRAY_SPACES', birth, 'name: 结婚证', 'name: "结婚证 "', 22],
  ['CONDITIONAL_WITHOUT_CONDITION', birth, '    condition: { question: married, equals: true }\n', '', 23],
  [
    'PROMISE_LONGER_THAN_LAW',
    birth,
    'promisedLimit: { amount: 20, unit: MINUTE }',
    'promisedLimit: { amount: 9, unit: WORKING_DAY }',
    9,
  ],
  ['FILE_SHAPE', birth, 'declaredSource: GOVERNMENT', 'declaredSource: A4', 19],
  ['SWAPPED_FIELDS', birth, 'name: 结婚证', 'name: 申请人自备', 22],
  [
    'SWAPPED_FIELDS',
    birth,
    'title: { zh: 出生医学证明首次签发, en: First issue of the medical certificate of birth }',
    'title: { zh: First issue of the medical certificate of birth, en: 出生医学证明首次签发 }',
    4,
  ],
  [
    'FIELD_CONFLICT',
    'subgraphs/departments/public-security/matters/birth-household-registration.yaml',
    '{ element: name, subject: CHILD, required: true }',
    '{ element: name, subject: CHILD, required: true, schema: { type: integer } }',
    136,
  ],
  [
    'QUESTIONS_WAIT_FOR_EACH_OTHER',
    questions,
    '    text: { zh: 父母是否已登记结婚？',
    '    condition: { question: household, equals: mother }\n    text: { zh: 父母是否已登记结婚？',
    6,
  ],
];

describe('the catalogue files of this repository', () => {
  it('hold; what is told of them is what their sources say: promises shorter than a member', () => {
    const { ok, findings } = readCatalogue(readRegistry().departments);
    expect(ok).toBe(true);
    expect(new Set(findings.map(({ rule, severity }) => `${severity} ${rule}`))).toEqual(
      new Set(['WARNING PROMISE_BELOW_SLOWEST_MEMBER']),
    );
  });
});

const doubtful: ReadonlyArray<readonly [rule: string, file: string, from: string, to: string]> = [
  [
    'UNREACHABLE_REQUIREMENT',
    'subgraphs/departments/public-security/matters/birth-household-registration.yaml',
    'condition: { question: same-ethnicity, equals: false }',
    'condition: { all: [{ question: same-ethnicity, equals: false }, { question: father-known, equals: false }] }',
  ],
  [
    'NO_OPTION_IN_SITUATION',
    'subgraphs/departments/public-security/matters/birth-household-registration.yaml',
    'condition: { question: married, equals: false },\n          uses: [{ type: extramarital-birth-statement',
    'condition: { question: service-member, equals: true },\n          uses: [{ type: extramarital-birth-statement',
  ],
  ['SITUATION_ONLY_IN_NAME', birth, 'name: 新生儿父母有效身份证件', 'name: 新生儿父母有效身份证件（委托办理的提供）'],
  [
    'NOT_EXACTLY_ONE',
    'subgraphs/catalogue/data/life-events/company-closing.yaml',
    'condition: { question: entity-type, equals: branch }',
    'condition: { question: entity-type, equals: partnership }',
  ],
  [
    'LEVELS_DIFFER',
    'subgraphs/departments/health/matters/birth-certificate.yaml',
    'zh: 出生医学证明首次签发',
    'zh: 出生医学证明签发',
  ],
  [
    'PROMISE_BELOW_SLOWEST_MEMBER',
    'subgraphs/catalogue/data/life-events/citizen-death.yaml',
    'promisedDays: 30',
    'promisedDays: 5',
  ],
  [
    'ASKED_OF_APPLICANT_BUT_PRODUCED',
    'subgraphs/departments/public-security/matters/birth-household-registration.yaml',
    '    declaredSource: GOVERNMENT\n    uses: [{ type: birth-certificate',
    '    declaredSource: APPLICANT\n    uses: [{ type: birth-certificate',
  ],
];

describe('a doubtful catalogue file is told of, and does not stop an import', () => {
  it.each(doubtful)('%s', (rule, file, from, to) => {
    const read = spoiled(file, from, to);
    expect(read.ok).toBe(true);
    expect(
      read.findings.find((each) => each.rule === rule),
      JSON.stringify(read.findings),
    ).toMatchObject({ file, severity: 'WARNING' });
  });
});

describe('a spoiled catalogue file gives a finding and no catalogue', () => {
  it.each(cases)('%s', (rule, file, from, to, line) => {
    const read = spoiled(file, from, to);
    expect(read.ok).toBe(false);
    const finding = read.findings.find((each) => each.rule === rule);
    expect(finding, JSON.stringify(read.findings)).toMatchObject({ file, severity: 'ERROR' });
    expect(Math.abs((finding?.line ?? 0) - line), `line ${finding?.line}`).toBeLessThanOrEqual(2);
    for (const text of [finding?.message, finding?.mend]) {
      expect(text?.zh).toMatch(/\p{Script=Han}/u);
      expect(text?.en).toMatch(/[A-Za-z]/);
    }
  });
});
