import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../../scripts/free-port.ts';
import { inputFor } from '../database/gateway-of.ts';
import { buildProduct } from './build.ts';
import { clientOf, runBuilt, startedFolder, stop, untilCompleted } from './process.ts';

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

  it('plans, submits and completes in four processes, where one serves every department', async () => {
    const folder = await startedFolder();
    const [port, inner] = [await freePort(), await freePort()];
    const started = runBuilt(root, 'start-apart', ['--port', String(port), '--data', folder], {
      INNER_PORT: String(inner),
    });
    await Promise.all([/tax at/, /policies at/, /worker is running/, /gateway at/].map((each) => started.says(each)));
    const children = readFileSync(`/proc/${started.child.pid}/task/${started.child.pid}/children`, 'utf8');
    const commands = children
      .trim()
      .split(' ')
      .map((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0'))
      .flatMap((argv) => (argv.includes('--role') ? [argv[argv.indexOf('--role') + 1]] : []));
    expect(commands.sort()).toEqual(['departments', 'gateway', 'services', 'worker']);
    await complete(`http://127.0.0.1:${port}`, folder);
    expect(await stop(started, 'SIGTERM')).toBe(0);
  });
});
