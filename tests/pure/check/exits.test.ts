import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { reading } from '../../../scripts/check/layers.ts';
import { examined, finding, layer, run } from './run.ts';

const of = (...layers: ReadonlyArray<ReturnType<typeof layer>>) => ({ examine: () => examined(layers) });
const clean = layer('CATALOGUE', () => ({ findings: [] }));
const finds = (severity: 'ERROR' | 'WARNING' | 'INFO') =>
  layer('CATALOGUE', () => ({ findings: [finding({ severity })] }));
const broken = layer('API', () => {
  throw new Error('no schema here');
});

describe('the exit code', () => {
  it.each([
    [0, 'nothing is found', clean],
    [0, 'there are warnings', finds('WARNING')],
    [0, 'there are notes', finds('INFO')],
    [1, 'a finding blocks', finds('ERROR')],
    [3, 'a layer breaks off', broken],
  ] as const)('is %i where %s', async (code, _where, one) => {
    expect((await run([], of(one))).code).toBe(code);
  });

  it('is 3 where one layer breaks off and another finds, and both are told', async () => {
    const { code, out } = await run([], of(broken, finds('ERROR')));
    expect(code).toBe(3);
    expect(out).toContain('API: broke off: no schema here');
    expect(out).toContain('NO_REMEDY');
  });

  it.each([
    ['an option that is none', ['--nothing']],
    ['an argument too many', ['something']],
    ['a format that is none', ['--format', 'pdf']],
    ['a day that does not exist', ['--date', '2026-02-30']],
    ['a day in another form', ['--date', '27.11.2026']],
    ['a code that is none', ['explain', 'NO_SUCH_CODE']],
    ['an output that cannot be written', ['--output', '/nowhere/at/all']],
  ])('is 2 after %s, and says why', async (_what, args) => {
    const { code, out, err } = await run(args, of(clean));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.trim()).not.toBe('');
  });

  it('is 2 where an input cannot be read, whichever layer reads it', async () => {
    const unreadable = layer('API', () => reading('old.graphql', () => readFileSync('/nowhere/old.graphql')) as never);
    const { code, err } = await run([], of(finds('ERROR'), unreadable));
    expect(code).toBe(2);
    expect(err).toContain('old.graphql');
  });

  it('is 0 where help was asked for', async () => {
    const { code, out } = await run(['--help'], of(broken));
    expect(code).toBe(0);
    expect(out).toContain('--date');
  });
});

describe('what is told', () => {
  it('has the day that was given, else today', async () => {
    const dateIn = async (...args: string[]): Promise<string> =>
      JSON.parse((await run(['--format', 'json', ...args], of(clean))).out).date;
    expect(await dateIn()).toBe('2026-11-27');
    expect(await dateIn('--date', '2027-01-31')).toBe('2027-01-31');
  });

  it('stands in the file that was named, and the totals are said', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'check-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'report.json');
    const { code, out } = await run(['--json', '--output', file], of(finds('ERROR')));
    expect({ code, out }).toEqual({ code: 1, out: '1 error, 0 warnings, 0 notes.\n' });
    expect(JSON.parse(readFileSync(file, 'utf8')).findings).toHaveLength(1);
  });

  it('says of a layer that could not judge everything what it left out', async () => {
    const partly = layer('CATALOGUE', () => ({ findings: [], state: 'PARTLY', because: ['a.yaml'] }));
    const resting = layer('API', () => ({ findings: [], state: 'NOT_JUDGED', because: ['COMPOSITION'] }));
    const { code, out } = await run([], of(partly, resting));
    expect(code).toBe(0);
    expect(out).toContain('CATALOGUE: partly judged: a.yaml\nAPI: not judged: COMPOSITION\n');
  });
});
