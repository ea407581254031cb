import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operationText } from '../../scripts/assemble.ts';
import { freePort } from '../../scripts/free-port.ts';
import { newbornAnswers, newbornApplicant, newbornParties } from '../../scripts/newborn-example.ts';
import { inputFor } from '../database/gateway-of.ts';
import { buildProduct } from './build.ts';
import { settingsFile, unitProcesses } from './deployment.ts';
import { startIssuer } from './issuer.ts';
import { load } from './load.ts';
import {
  clientOf,
  newFolder,
  type Running,
  runBuilt,
  runNode,
  startDatabase,
  startedFolder,
  stop,
  untilCompleted,
} from './process.ts';

let root: string;
beforeAll(async () => {
  root = await buildProduct();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function complete(address: string, folder: string): Promise<void> {
  const client = clientOf(address, folder);
  const plan = await client.plan();
  expect(plan).toMatchObject({ complete: true, optimal: true });
  const { submission, problems } = await client.submit(inputFor(plan));
  expect(problems).toEqual([]);
  const seen = await untilCompleted(client, submission);
  expect(seen.timeline.filter(({ event }) => event === 'APPROVED')).toHaveLength(7);
}

describe('what the build makes', () => {
  it('is JavaScript with maps, and asks for no compiler and no package for development', () => {
    const files = readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' });
    expect(files.filter((file) => file.endsWith('.ts'))).toEqual([]);
    const code = files.filter((file) => /\.m?js$/.test(file));
    expect(code.length).toBeGreaterThan(400);
    expect(code.filter((file) => file.endsWith('.js') && !files.includes(`${file}.map`))).toEqual([]);
    const asking = code.filter((file) => /from 'tsx|tsImport/.test(readFileSync(join(root, 'dist', file), 'utf8')));
    expect(asking).toEqual([]);
    for (const left of ['tsx', 'vitest', 'typescript', 'esbuild']) {
      expect(existsSync(join(root, 'node_modules', left)), left).toBe(false);
    }
  });

  it('tells what each of its commands does', async () => {
    const { include } = JSON.parse(readFileSync('tsconfig.build.json', 'utf8')) as { include: ReadonlyArray<string> };
    const commands = include.flatMap((path) => /^scripts\/([\w/-]+)\.ts$/.exec(path)?.[1] ?? []);
    expect(commands).toContain('import');
    for (const command of commands) {
      const told = runBuilt(root, command, ['--help']);
      expect(await told.ended, told.output()).toBe(0);
      expect(told.output()).toMatch(/^Usage: /);
    }
  });

  it('plans, submits and completes in one process, its threads among it', async () => {
    const folder = await startedFolder();
    const started = runBuilt(root, 'start', ['--port', String(await freePort()), '--data', folder], {
      PLANNING_THREADS: '1',
    });
    const [, address = ''] = await started.says(/ready at (http:\S+)\/graphql/);
    await complete(address, folder);
    expect(started.output()).not.toMatch(/a thread ended|ERR_MODULE_NOT_FOUND/);
    expect(await stop(started, 'SIGTERM')).toBe(0);
  });

  it('plans in four processes, where one serves every department', async () => {
    const folder = await startedFolder();
    const [port, inner] = [await freePort(), await freePort()];
    const started = runBuilt(root, 'start-apart', ['--port', String(port), '--data', folder], {
      INNER_PORT: String(inner),
      // Its parts are not given the root, in a file either.
      YIJIANSHI_SECRET_FILE: join(folder, 'secret'),
    });
    await Promise.all([/tax at/, /policies at/, /worker is running/, /gateway at/].map((each) => started.says(each)));
    const children = readFileSync(`/proc/${started.child.pid}/task/${started.child.pid}/children`, 'utf8');
    const commands = children
      .trim()
      .split(' ')
      .map((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0'))
      .flatMap((argv) => (argv.includes('--role') ? [argv[argv.indexOf('--role') + 1]] : []));
    expect(commands.sort()).toEqual(['departments', 'gateway', 'services', 'worker']);
    expect(await clientOf(`http://127.0.0.1:${port}`, folder).plan()).toMatchObject({ complete: true, optimal: true });
    expect(await stop(started, 'SIGTERM')).toBe(0);
  });

  // Minutes on a busy machine: `npm run test:long` has it.
  it.runIf(process.env.UNITS)(
    'in production, by the lines of the units: prepares an empty database, serves, completes, and drops nobody when it stops',
    async () => {
      const [state, credentials] = [newFolder(), newFolder()];
      const databaseUrl = await startDatabase('empty');
      const rootSecret = 'the root secret of a deployment, long enough';
      writeFileSync(join(credentials, 'database-url'), `${databaseUrl}\n`);
      writeFileSync(join(credentials, 'secret'), `${rootSecret}\n`);
      const { settings, token } = await startIssuer(newbornApplicant);
      const ports = await Promise.all([0, 1, 2, 3].map(() => freePort()));
      // What the file of settings would say on this machine; the rest is as it stands there.
      const ofMachine = {
        ...settingsFile(),
        ...settings,
        PAYMENT_PROVIDER: 'sandbox-at-once',
        // Departments of this rehearsal have no system of their own that provides documents.
        REGISTERS_DIR: join(root, 'dist/subgraphs/departments'),
        GATEWAY_URL: `http://127.0.0.1:${ports[2]}`,
      };
      const runUnit = async (
        name: string,
        own: Record<string, string> = {},
      ): Promise<Running & { watched: string }> => {
        const unit = unitProcesses().find((each) => each.name === name);
        const here = Object.entries(unit?.environment ?? {}).map(([key, value]) => [
          key,
          value.replace('/var/lib/yijianshi', state).replace('%d', credentials),
        ]);
        const watch = String(await freePort());
        const environment = { ...ofMachine, ...Object.fromEntries(here), METRICS_PORT: watch, ...own };
        const running = runNode(unit?.command.slice(1) ?? [], { cwd: root, environment });
        return { ...running, watched: `http://127.0.0.1:${watch}` };
      };

      // What nobody has prepared is nothing that a start prepares.
      const early = runNode(['dist/scripts/start.js', '--port', String(ports[0]), '--data', newFolder()], {
        cwd: root,
        environment: { ...ofMachine, DATABASE_URL: databaseUrl, YIJIANSHI_SECRET: rootSecret },
      });
      expect(await early.ended).toBe(1);
      expect(early.output()).toMatch(/has not been brought to this version: catalogue/);
      const imported = await runUnit('import');
      expect(await imported.ended, imported.output()).toBe(0);
      expect(imported.output()).toMatch(/Revision 1 is published/);
      const gatewayAt = (at: 0 | 1) =>
        runUnit('gateway', { PORT: String(ports[at]), INNER_PORT: String(ports[at + 2]) });
      const [first, second, services, departments, worker] = await Promise.all([
        gatewayAt(0),
        gatewayAt(1),
        // Told to stop with their gateway they go on while it drains, as the chart has it.
        runUnit('services', { DRAIN_MS: '7000' }),
        runUnit('departments', { DRAIN_MS: '7000' }),
        runUnit('worker'),
      ]);
      const all = [first, second, services, departments, worker];
      await Promise.all(
        all.map(({ says }, index) =>
          says([/gateway at/, /gateway at/, /policies at/, /tax at/, /worker is/][index] ?? /./),
        ),
      );
      for (const { watched } of all) expect((await fetch(`${watched}/readyz`)).status).toBe(200);
      writeFileSync(join(state, 'dev-tokens.json'), JSON.stringify({ citizen: token }));
      await complete(`http://127.0.0.1:${ports[0]}`, state);

      const variables = { code: 'newborn', region: '330381000000', answers: newbornAnswers, parties: newbornParties };
      const origins = ports.slice(0, 2).map((port) => `http://127.0.0.1:${port}`);
      const [left = '', stays = ''] = origins;
      const asking = load(
        origins,
        { path: '/graphql', body: JSON.stringify({ query: operationText('plan'), variables }) },
        4,
      );
      for (const origin of origins) await expect.poll(() => asking.answers(origin)).toBeGreaterThan(20);
      first.child.kill('SIGTERM');
      // Said while it still answers, so that nobody is sent there any more when it goes.
      await expect.poll(async () => (await fetch(`${left}/readyz`)).status, { interval: 10 }).toBe(503);
      expect(await first.ended).toBe(0);
      const before = asking.answers(stays);
      await expect.poll(() => asking.answers(stays)).toBeGreaterThan(before + 20);
      // The rest of them all at once, as a pod is stopped.
      for (const { child } of [second, services, departments, worker]) child.kill('SIGTERM');
      for (const each of [second, services, departments, worker]) expect(await each.ended).toBe(0);
      expect(await asking.stop()).toEqual([]);
    },
  );
});
