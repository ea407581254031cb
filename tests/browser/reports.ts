import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { readPlanted } from '../../scripts/bench/planted.ts';
import type { ToldFinding } from '../../scripts/check/findings.ts';
import type { TrendState } from '../../scripts/check/trend.ts';
import { repositoryRoot } from '../../subgraphs/publishing/read.ts';

/** A page as the command wrote it, and what `--format json` told of the same. */
export interface Written {
  readonly page: string;
  readonly json: Told;
}
export interface Told {
  readonly exit: number;
  readonly findings: ReadonlyArray<ToldFinding>;
}

const day = '2026-11-27';
const run = promisify(execFile);

/** The command in a process of its own. It ends with 1 where findings block. */
async function check(args: ReadonlyArray<string>, root?: string): Promise<void> {
  const command = root === undefined ? ['scripts/check.ts'] : ['scripts/bench/check-below.ts', root];
  const all = ['--import', 'tsx', ...command, '--date', day, ...args];
  try {
    await run(process.execPath, all, { cwd: repositoryRoot });
  } catch (error) {
    const { code, stderr } = error as { readonly code?: unknown; readonly stderr?: string };
    if (code !== 1) throw new Error(`check ${args.join(' ')} ended with ${code}: ${stderr}`);
  }
}

async function written(folder: string, args: ReadonlyArray<string>, trend: string, root?: string): Promise<Written> {
  const [page, json] = [join(folder, 'report.html'), join(folder, 'report.json')];
  // Each has a file of earlier runs of its own: what they tell is the same, and neither writes while the other reads.
  await Promise.all(
    Object.entries({ html: page, json }).map(async ([format, output]) => {
      const runs = join(folder, `${format}.jsonl`);
      writeFileSync(runs, trend);
      await check([...args, '--format', format, '--output', output, '--trend', runs], root);
    }),
  );
  return { page, json: JSON.parse(readFileSync(json, 'utf8')) };
}

/** Of the catalogue as it is. */
export async function realReport(folder: string): Promise<Written> {
  mkdirSync(folder, { recursive: true });
  return written(folder, ['--no-effect'], '');
}

/** Of the same with faults: errors, warnings and notes, new, known, approved and mended ones; a circle; two types that are one; earlier runs. */
export async function plantedReport(folder: string): Promise<Written> {
  const root = join(folder, 'planted');
  for (const part of ['subgraphs/catalogue/data', 'subgraphs/departments'])
    cpSync(join(repositoryRoot, part), join(root, part), { recursive: true });
  for (const { file, find, put } of edits()) {
    const path = join(root, 'subgraphs', file);
    const text = readFileSync(path, 'utf8');
    if (text.split(find).length !== 2) throw new Error(`"${find}" is not in ${file} exactly once.`);
    writeFileSync(
      path,
      text.replace(find, () => put),
    );
  }
  const first = join(folder, 'first.json');
  const last = join(folder, 'last.jsonl');
  await check(['--no-effect', '--format', 'json', '--output', first, '--trend', last], root);
  const { findings } = JSON.parse(readFileSync(first, 'utf8')) as Told;
  return written(
    folder,
    ['--no-effect', ...decisions(folder, findings)],
    earlierRuns(readFileSync(last, 'utf8')),
    root,
  );
}

interface Edit {
  /** Below `subgraphs`. */
  readonly file: string;
  readonly find: string;
  readonly put: string;
}
function edits(): ReadonlyArray<Edit> {
  const circle = readPlanted().find(({ name }) => name === 'a circle of two matters');
  if (!circle?.in || !circle.find || !circle.put) throw new Error('The circle is planted otherwise now.');
  return [
    { file: `departments/${circle.in}.yaml`, find: circle.find, put: circle.put },
    {
      file: 'catalogue/data/document-types/newborn.yaml',
      find: 'documentTypes:\n',
      put: 'documentTypes:\n  - { code: resident-identity-papers, name: { zh: 居民身份证件, en: Resident identity papers }, aliases: [], holding: EACH }\n',
    },
    {
      file: 'departments/community-health/matters/vaccination-certificate-zhejiang.yaml',
      find: '{ type: resident-identity-card, subject: GUARDIAN',
      put: '{ type: resident-identity-papers, subject: GUARDIAN',
    },
    {
      file: 'departments/health/matters/birth-certificate-zhejiang.yaml',
      find: 'statutoryLimit: { amount: 5, unit: WORKING_DAY }',
      put: 'statutoryLimit: { amount: 3, unit: WORKING_DAY }',
    },
  ];
}

/** One code is a note here; of the warnings one was known, one is answered for, and one that was known is mended. */
function decisions(folder: string, findings: ReadonlyArray<ToldFinding>): ReadonlyArray<string> {
  const write = (name: string, value: unknown): string => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, JSON.stringify(value));
    return path;
  };
  const [known, approved] = findings.filter(({ rule }) => rule === 'PROMISE_BELOW_SLOWEST_MEMBER');
  if (!known || !approved) throw new Error('There are not two warnings to decide about.');
  const mended = { ...known, fingerprint: '0123456789abcdef' };
  const approval = { reason: '十二月调整承诺时限', author: '王某', expires: '2027-03-31' };
  return [
    ...['--settings', write('settings.yaml', { severities: { USED_BY_NOBODY: 'note' } })],
    ...['--approvals', write('approvals.yaml', { approvals: [{ fingerprint: approved.fingerprint, ...approval }] })],
    '--baseline',
    write('baseline.json', {
      baseline_version: 1,
      findings: [known, mended].map(({ fingerprint, rule, file }) => ({ fingerprint, rule, file })),
    }),
  ];
}

/** Of a week, ever fewer warnings and more matters online; the last of them is not the run that is looked at. */
function earlierRuns(last: string): string {
  const now = JSON.parse(last) as TrendState;
  const { coverage } = now;
  const runs = Array.from({ length: 6 }, (_, index): TrendState => {
    const left = 6 - index;
    return {
      ...now,
      date: `2026-11-2${index}`,
      warnings: now.warnings + 3 * left,
      coverage: { ...coverage, online: { ...coverage.online, holds: coverage.online.holds - 2 * left } },
    };
  });
  return runs.map((each) => `${JSON.stringify(each)}\n`).join('');
}
