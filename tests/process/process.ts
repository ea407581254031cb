import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, readFileSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { operationText } from '../../scripts/assemble.ts';
import type { DevelopmentTokens } from '../../scripts/development-issuer.ts';
import { newbornAnswers, newbornForm, newbornParties } from '../../scripts/newborn-example.ts';
import type { PlanAnswer, SubmissionAnswer, SubmitAnswer } from '../database/gateway-of.ts';

const repository = fileURLToPath(new URL('../../', import.meta.url));

export interface Started {
  readonly child: ChildProcess;
  readonly address: string;
  readonly output: () => string;
  readonly ended: Promise<number | null>;
}

/** Runs `npm start` as its user would, but for npm: `--port` and `--data`, until it prints its address. */
export async function startProduct(
  folder: string,
  port: number,
  { cwd = repository, environment = {} }: { cwd?: string; environment?: Record<string, string> } = {},
): Promise<Started> {
  const started = runStart(['--port', String(port), '--data', folder], { cwd, environment });
  const ready = new Promise<string>((done, failed) => {
    const look = (): void => {
      const address = /ready at (http:\S+)\/graphql/.exec(started.output())?.[1];
      if (address) done(address);
    };
    started.child.stdout?.on('data', look);
    started.ended.then((code) => failed(new Error(`ended with ${code}: ${started.output()}`)));
  });
  return { ...started, address: await ready };
}

export function runStart(
  argv: ReadonlyArray<string>,
  { cwd = repository, environment = {} }: { cwd?: string; environment?: Record<string, string> } = {},
): Omit<Started, 'address'> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.ts', ...argv], {
    cwd,
    env: { ...process.env, NODE_ENV: 'development', ...environment },
  });
  let text = '';
  child.stdout?.on('data', (chunk) => {
    text += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    text += chunk;
  });
  const ended = new Promise<number | null>((done) => child.once('exit', (code) => done(code)));
  return { child, output: () => text, ended };
}

/** A copy of the product to add files to. */
export function copyProduct(): string {
  const root = mkdtempSync(join(tmpdir(), 'yijianshi-copy-'));
  chmodSync(root, 0o755);
  for (const part of ['schema', 'scripts', 'subgraphs', 'gateway', 'package.json', 'tsconfig.json']) {
    cpSync(join(repository, part), join(root, part), { recursive: true });
  }
  symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'));
  return root;
}

/** `npm run compose`, as its user would. */
export async function composeIn(root: string): Promise<void> {
  await promisify(execFile)(process.execPath, ['--import', 'tsx', 'scripts/compose.ts'], { cwd: root });
}

export async function stop(
  { child, ended }: Pick<Started, 'child' | 'ended'>,
  signal: NodeJS.Signals = 'SIGINT',
): Promise<number | null> {
  child.kill(signal);
  return ended;
}

/** A client as the development citizen. */
export function clientOf(address: string, folder: string) {
  const tokens = JSON.parse(readFileSync(join(folder, 'dev-tokens.json'), 'utf8')) as DevelopmentTokens;
  const post = async <T>(query: string, variables: Record<string, unknown>): Promise<{ data: T; errors?: unknown }> => {
    const response = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${tokens.citizen}` },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as { data: T; errors?: unknown };
  };
  const ask = async <T>(query: string, variables: Record<string, unknown>): Promise<T> => {
    const { data, errors } = await post<T>(query, variables);
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };
  const situation = { answers: newbornAnswers, parties: newbornParties };
  /** Also of a department that is out: then there is a plan, and an error that names it. */
  const plan = async (): Promise<PlanAnswer> => {
    const variables = { code: 'newborn', region: '330381000000', ...situation };
    return (await post<{ lifeEvent: { plan: PlanAnswer } }>(operationText('plan'), variables)).data.lifeEvent.plan;
  };
  return {
    ask,
    plan,
    submit: async (input: Record<string, unknown>): Promise<SubmitAnswer> =>
      (await ask<{ submitLifeEvent: SubmitAnswer }>(operationText('submit'), { input })).submitLifeEvent,
    look: async (id: string): Promise<SubmissionAnswer | null> =>
      (await ask<{ submission: SubmissionAnswer | null }>(operationText('submission'), { id })).submission,
    form: newbornForm,
  };
}
