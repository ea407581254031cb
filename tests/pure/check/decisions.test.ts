import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { fingerprintOf, type LayerFinding } from '../../../scripts/check/findings.ts';
import { examined, finding, isReport, layer, run } from './run.ts';

let root = '';
const roots: string[] = [];
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'check-'));
  roots.push(root);
});
afterAll(() => {
  for (const each of roots) rmSync(each, { recursive: true });
});
const write = (name: string, text: string): string => {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  writeFileSync(join(root, name), text);
  return join(root, name);
};

const one = finding();
const other = finding({ part: 'requirements[A-02].name' });
const warning = finding({ rule: 'LEVELS_DIFFER', severity: 'WARNING' });

interface Told {
  readonly code: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly findings: ReadonlyArray<{ rule: string; state: string; severity: string; approval?: object; line: number }>;
}
async function check(findings: ReadonlyArray<LayerFinding>, ...args: ReadonlyArray<string>): Promise<Told> {
  const layers = [layer('CATALOGUE', () => ({ findings }))];
  const { code, out, err } = await run(['--json', ...args], { examine: () => examined(layers), root });
  expect(err).toBe('');
  expect(isReport(JSON.parse(out)), JSON.stringify(isReport.errors)).toBe(true);
  return { code, ...JSON.parse(out) };
}
async function refused(...args: ReadonlyArray<string>): Promise<string> {
  const { code, out, err } = await run(args, { examine: () => examined([]), root });
  expect({ code, out }).toEqual({ code: 2, out: '' });
  return err;
}
const states = ({ findings }: Told) => findings.map(({ rule, state }) => `${rule} ${state}`);

describe('a baseline', () => {
  const written = async (findings: ReadonlyArray<LayerFinding>): Promise<string> => {
    const file = join(root, 'baseline.json');
    const { code } = await run(['baseline', file], {
      examine: () => examined([layer('CATALOGUE', () => ({ findings }))]),
      root,
    });
    expect(code).toBe(0);
    return file;
  };

  it('lets through what was there, counts it still, and stops what is new', async () => {
    const file = await written([one, warning]);
    const same = await check([one, warning], '--baseline', file);
    expect(same.code).toBe(0);
    expect(same.counts).toMatchObject({ errors: 1, warnings: 1, known: 2, blocking: 0, unpublishable: 1, mended: 0 });
    const more = await check([one, other], '--baseline', file);
    expect(more.code).toBe(1);
    expect(states(more).sort()).toEqual(['NO_REMEDY KNOWN', 'NO_REMEDY NEW']);
    expect(more.counts).toMatchObject({ errors: 2, known: 1, blocking: 1, mended: 1 });
  });

  it('holds where lines have moved, and not for a second one alike', async () => {
    const file = await written([one]);
    expect((await check([finding({ line: 90 })], '--baseline', file)).code).toBe(0);
    expect((await check([one, finding({ line: 90 })], '--baseline', file)).code).toBe(1);
  });

  it('is not written by a run that broke off', async () => {
    const file = join(root, 'baseline.json');
    const broken = layer('API', () => {
      throw new Error('no');
    });
    expect((await run(['baseline', file], { examine: () => examined([broken]), root })).code).toBe(3);
    expect(() => readFileSync(file)).toThrow();
  });

  it.each([
    ['that is not there', undefined, 'ENOENT'],
    ['of another version', '{ "baseline_version": 2, "findings": [] }', '1:23 /baseline_version'],
    ['that is no JSON', '{ "baseline_version": 1', '1:24'],
  ])('%s is unreadable', async (_what, text, says) => {
    const file = text === undefined ? join(root, 'nowhere.json') : write('baseline.json', text);
    expect(await refused('--baseline', file)).toContain(says);
  });
});

describe('an approval', () => {
  const approval = (expires: string, fingerprint = fingerprintOf(one)): string =>
    `approvals:\n  - { fingerprint: "${fingerprint}", reason: 等新系统, author: 李某, expires: ${expires} }\n`;

  it('lets its finding through until its last day, and says who answers for it', async () => {
    write('.check/approvals.yaml', approval('2026-11-27'));
    const told = await check([one, warning]);
    expect(told.code).toBe(0);
    expect(told.findings[0]).toMatchObject({
      state: 'APPROVED',
      approval: { reason: '等新系统', author: '李某', expires: '2026-11-27' },
    });
    expect(told.counts).toMatchObject({ approved: 1, blocking: 0, unpublishable: 1 });
  });

  it('fails the day after, at its line, and its finding counts again', async () => {
    write('.check/approvals.yaml', approval('2026-11-27'));
    const told = await check([one], '--date', '2026-11-28');
    expect(told.code).toBe(1);
    expect(states(told).sort()).toEqual(['APPROVAL_EXPIRED NEW', 'NO_REMEDY NEW']);
    expect(told.findings[0]).toMatchObject({ file: '.check/approvals.yaml', line: 2, severity: 'ERROR' });
    // Of a warning too: an approval is a promise.
    expect((await check([], '--date', '2026-11-28')).code).toBe(1);
  });

  it('cannot be let through by a baseline once it has expired', async () => {
    write('.check/approvals.yaml', approval('2026-11-26'));
    const file = join(root, 'baseline.json');
    await run(['baseline', file], { examine: () => examined([layer('CATALOGUE', () => ({ findings: [one] }))]), root });
    const told = await check([one], '--baseline', file);
    expect(states(told).sort()).toEqual(['APPROVAL_EXPIRED NEW', 'NO_REMEDY KNOWN']);
    expect(told.code).toBe(1);
  });

  it('of what is not found is told, and stops nothing', async () => {
    const told = await check([other], '--approvals', write('mine.yaml', approval('2027-01-01')));
    expect(states(told)).toEqual(['NO_REMEDY NEW', 'APPROVAL_UNUSED NEW']);
    expect((await check([warning], '--approvals', join(root, 'mine.yaml'))).code).toBe(0);
  });

  it.each([
    [
      'without a reason',
      'approvals:\n  - { fingerprint: "0123456789abcdef", author: A, expires: 2026-12-01 }',
      'reason',
    ],
    ['until a day that does not exist', approval('2026-02-30'), 'is no date that exists'],
    ['of no fingerprint', approval('2026-12-01', 'xyz'), 'fingerprint'],
  ])('%s is unreadable', async (_what, text, says) => {
    expect(await refused('--approvals', write('a.yaml', text))).toContain(says);
  });
});

it('a finding stays the same while days pass on which a client used what it is about', () => {
  const used = (day: string, client: string) => {
    const en = `Gone. Used by Slots, ${client}, last used ${day}.`;
    return fingerprintOf(finding({ message: { zh: '', en } }));
  };
  expect(used('2026-11-20', 'hall')).toBe(used('2026-11-21', 'hall'));
  expect(used('2026-11-20', 'hall')).not.toBe(used('2026-11-20', 'kiosk'));
});

describe('settings', () => {
  const settings = (text: string): string => write('.check/settings.yaml', text);
  const elsewhere = finding({
    rule: 'LEVELS_DIFFER',
    severity: 'WARNING',
    file: 'subgraphs/departments/tax/matters/a.yaml',
  });

  it('say what a code weighs, for all and otherwise for one department', async () => {
    settings('severities: { LEVELS_DIFFER: error }\ndepartments: { health: { severities: { LEVELS_DIFFER: note } } }');
    const told = await check([warning, elsewhere]);
    expect(told.code).toBe(1);
    expect(told.findings.map(({ severity }) => severity).sort()).toEqual(['ERROR', 'INFO']);
    expect((await check([warning])).code).toBe(0);
  });

  it('turn a code off: it is counted, and told nowhere', async () => {
    settings('severities: { NO_REMEDY: off }');
    const told = await check([one, warning]);
    expect(told.code).toBe(0);
    expect(told.counts).toMatchObject({ errors: 0, warnings: 1, off: 1, unpublishable: 1 });
    const { out } = await run([], { examine: () => examined([layer('CATALOGUE', () => ({ findings: [one] }))]), root });
    expect(out).toBe(
      'CATALOGUE 目录数据 Catalogue data: judged, 0 errors, 0 warnings, 0 notes\n' +
        '0 errors, 0 warnings, 0 notes. 1 off. 1 error let through here, and nothing is published with them.\n',
    );
  });

  it.each([
    ['a code that is none', 'severities: { NO_REMEDI: off }', '1:26 no check has the code "NO_REMEDI"'],
    ['a department that is none', 'departments: { helth: { severities: {} } }', 'there is no department "helth"'],
    ['a code of a department that is none', 'departments: { health: { severities: { X: off } } }', 'the code "X"'],
    ['a weight that is none', 'severities: { NO_REMEDY: heavy }', '(error, warning, note, off)'],
    ['something else', 'severity: {}', 'severity'],
  ])('with %s are unreadable', async (_what, text, says) => {
    settings(text);
    expect(await refused()).toContain(says);
  });
});

it('a layer finds what is wrong whatever was decided: no layer runs where a decision cannot be read', async () => {
  write('.check/approvals.yaml', 'approvals: [');
  let ran = false;
  const spy = layer('CATALOGUE', () => {
    ran = true;
    return { findings: [] };
  });
  expect((await run([], { examine: () => examined([spy]), root })).code).toBe(2);
  expect(ran).toBe(false);
});
