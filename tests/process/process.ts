import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import postgres from 'postgres';
import { onTestFinished } from 'vitest';
import { operationText } from '../../scripts/assemble.ts';
import type { DevelopmentTokens } from '../../scripts/development-issuer.ts';
import { startEmbeddedPostgres } from '../../scripts/embedded-postgres.ts';
import { newbornAnswers, newbornForm, newbornParties } from '../../scripts/newborn-example.ts';
import type { PlanAnswer, SubmissionAnswer, SubmitAnswer } from '../database/gateway-of.ts';
import { patient } from '../patient.ts';
import { prepareDataFolder } from '../prepared.ts';

/** As its user would set them where the machine is too busy for the defaults. */
const deadlines = { DEADLINE_MS: String(patient.deadlineMs), REQUEST_MS: String(patient.requestMs) };
const repository = fileURLToPath(new URL('../../', import.meta.url));

/** An empty data folder until the test ends. A private one, as a home may be, shuts out the user that PostgreSQL runs as under root. */
export function newFolder(mode: 0o700 | 0o755 = 0o755): string {
  const folder = mkdtempSync(join(tmpdir(), 'yijianshi-start-'));
  chmodSync(folder, mode);
  onTestFinished(() => {
    // A database that root could not keep in a private folder lies elsewhere.
    const pointer = join(folder, 'postgres', 'database-folder');
    if (existsSync(pointer)) rmSync(readFileSync(pointer, 'utf8'), { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** A data folder as the first start leaves it. */
export async function startedFolder(mode?: 0o700 | 0o755): Promise<string> {
  const folder = newFolder(mode);
  await prepareDataFolder(folder);
  return folder;
}

/** A PostgreSQL of the operator's own until the test ends: prepared as by `npm run import`, or with nothing of ours in it. */
export async function startDatabase(kind: 'prepared' | 'empty'): Promise<string> {
  const server = await startEmbeddedPostgres(join(await startedFolder(), 'postgres'), ['fsync=off']);
  onTestFinished(() => server.stop());
  if (kind === 'prepared') return server.url;
  const sql = postgres(server.url, { max: 1 });
  await sql`create database own template template0`;
  // The server was copied from a prepared one, which has made its own.
  for (const { rolname } of await sql`select rolname from pg_roles where rolname like 'yijianshi_%'`)
    await sql.unsafe(`alter role "${rolname}" rename to "former_${rolname}"`);
  await sql.end();
  const url = new URL(server.url);
  url.pathname = '/own';
  return url.toString();
}

/** An empty one whose roles are an administrator's to make: ours, of `url`, may make neither them nor schemas. */
export async function startRestrictedDatabase(): Promise<{ readonly url: string; readonly administrator: string }> {
  const administrator = await startDatabase('empty');
  const sql = postgres(administrator, { max: 1 });
  await sql`create role operator login password 'operator'`;
  await sql.end();
  const url = new URL(administrator);
  Object.assign(url, { username: 'operator', password: 'operator' });
  return { url: url.toString(), administrator };
}

export interface Running {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly ended: Promise<number | null>;
  /** Waits until it has said so, and answers the words that fit. */
  says(what: RegExp): Promise<RegExpExecArray>;
}
export interface Started extends Running {
  readonly address: string;
}

/** Runs `npm start` as its user would, but for npm: `--port` and `--data`, until it prints its address. */
export async function startProduct(
  folder: string,
  port: number,
  { cwd = repository, environment = {} }: { cwd?: string; environment?: Record<string, string> } = {},
): Promise<Started> {
  const started = runStart(['--port', String(port), '--data', folder], { cwd, environment });
  const [, address] = await started.says(/ready at (http:\S+)\/graphql/);
  return { ...started, address: address as string };
}

export function runStart(
  argv: ReadonlyArray<string>,
  where: { cwd?: string; environment?: Record<string, string> } = {},
): Running {
  return run('scripts/start.ts', argv, where);
}

/** Runs a script of the product; what still runs when the test ends is stopped. */
export function run(
  script: string,
  argv: ReadonlyArray<string>,
  where: { cwd?: string; environment?: Record<string, string> } = {},
): Running {
  return runNode(['--import', 'tsx', script, ...argv], where);
}

/** The same of what the build made, as plain Node runs it. */
export function runBuilt(
  root: string,
  script: string,
  argv: ReadonlyArray<string>,
  environment: Record<string, string> = {},
): Running {
  return runNode([`dist/scripts/${script}.js`, ...argv], { cwd: root, environment });
}

export function runNode(
  argv: ReadonlyArray<string>,
  { cwd = repository, environment = {} }: { cwd?: string; environment?: Record<string, string> } = {},
): Running {
  const child = spawn(process.execPath, [...argv], {
    cwd,
    env: { ...process.env, NODE_ENV: 'development', PAYMENT_PROVIDER: 'sandbox-at-once', ...deadlines, ...environment },
  });
  let text = '';
  const heard = (chunk: Buffer): void => {
    text += chunk;
  };
  child.stdout.on('data', heard);
  child.stderr.on('data', heard);
  const ended = new Promise<number | null>((done) => child.once('exit', (code) => done(code)));
  const running: Running = {
    child,
    output: () => text,
    ended,
    says: (what) =>
      new Promise((done, failed) => {
        const look = (): void => {
          const found = what.exec(text);
          if (found) done(found);
        };
        look();
        child.stdout.on('data', look);
        ended.then((code) => failed(new Error(`ended with ${code}: ${text}`)));
      }),
  };
  onTestFinished(async () => {
    if (child.exitCode === null && child.signalCode === null) await stop(running);
  });
  return running;
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

/** Waits until a submission is at its end, and nothing else than on its way before. */
export async function untilCompleted(
  client: ReturnType<typeof clientOf>,
  submission: { readonly id: string } | null,
): Promise<SubmissionAnswer> {
  for (;;) {
    const seen = await client.look(submission?.id ?? '');
    if (seen?.state === 'COMPLETED') return seen;
    if (seen?.state !== 'RECEIVED' && seen?.state !== 'IN_PROGRESS') throw new Error(`It is ${seen?.state}.`);
    await delay(50);
  }
}

/** `npm run compose`, as its user would. */
export async function composeIn(root: string): Promise<void> {
  await promisify(execFile)(process.execPath, ['--import', 'tsx', 'scripts/compose.ts'], { cwd: root });
}

export async function stop({ child, ended }: Running, signal: NodeJS.Signals = 'SIGINT'): Promise<number | null> {
  child.kill(signal);
  return ended;
}

/** A client as the development citizen. */
export function clientOf(address: string, folder: string) {
  const tokens = JSON.parse(readFileSync(join(folder, 'dev-tokens.json'), 'utf8')) as DevelopmentTokens;
  const authorization = { authorization: `Bearer ${tokens.citizen}` };
  const post = async <T>(query: string, variables: Record<string, unknown>): Promise<{ data: T; errors?: unknown }> => {
    const response = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...authorization },
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
    authorization,
  };
}
