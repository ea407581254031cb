import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { freePort } from '../../scripts/embedded-postgres.ts';
import { createTestDatabase, testSecret } from '../database/database.ts';
import { inputFor } from '../database/gateway-of.ts';
import { clientOf, runStart, startProduct, stop } from './process.ts';

const folders: string[] = [];
/** Private folders, as a home directory may be, shut out the user that PostgreSQL runs as under root. */
const newFolder = (mode: 0o700 | 0o755 = 0o755): string => {
  const folder = mkdtempSync(join(tmpdir(), 'yijianshi-start-'));
  chmodSync(folder, mode);
  folders.push(folder);
  return folder;
};
afterEach(() => {
  for (const folder of folders.splice(0)) {
    // A database that root could not keep in a private folder lies elsewhere.
    const pointer = join(folder, 'postgres', 'database-folder');
    if (existsSync(pointer)) rmSync(readFileSync(pointer, 'utf8'), { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  }
});

describe('the first run', () => {
  it('starts, keeps everything over a clean stop, and starts again', async () => {
    const folder = newFolder();
    const first = await startProduct(folder, await freePort());
    expect(first.output()).toContain('otherCitizen');
    const before = clientOf(first.address, folder);
    const { submission } = await before.submit(inputFor(await before.plan()));
    expect(await stop(first)).toBe(0);
    const second = await startProduct(folder, await freePort());
    expect(await clientOf(second.address, folder).look(submission?.id ?? '')).not.toBeNull();
    // A second start on the same folder says so and leaves the first alone.
    const twice = runStart(['--port', String(await freePort()), '--data', folder]);
    expect(await twice.ended).toBe(1);
    expect(twice.output()).toMatch(/正被进程.*is in use by process/);
    expect(await clientOf(second.address, folder).plan()).toMatchObject({ complete: true });
    expect(await stop(second, 'SIGTERM')).toBe(0);
  });

  it('loses and repeats nothing when it is killed at any moment', async () => {
    const folder = newFolder(0o700);
    const ids: string[] = [];
    for (let round = 0; round < 3; round++) {
      const product = await startProduct(folder, await freePort());
      const client = clientOf(product.address, folder);
      const plan = await client.plan();
      for (let each = 0; each < 4; each++) {
        const { submission } = await client.submit(inputFor(plan, { idempotencyKey: `round ${round}, ${each}` }));
        ids.push(submission?.id ?? '');
      }
      await delay(round * 40);
      await stop(product, 'SIGKILL');
    }
    const product = await startProduct(folder, await freePort());
    const client = clientOf(product.address, folder);
    const certificates: string[] = [];
    for (const id of ids) {
      let seen = await client.look(id);
      while (seen?.state !== 'COMPLETED') {
        await delay(50);
        seen = await client.look(id);
      }
      certificates.push(...seen.results.filter(({ spec }) => spec === '正页').map(({ number }) => number));
      expect(seen.timeline.filter(({ event }) => event === 'APPROVED')).toHaveLength(7);
    }
    // One certificate each, and none issued besides: the numbers are 1 to 12.
    expect(certificates.map((number) => Number(number.slice(3))).sort((a, b) => a - b)).toEqual(
      ids.map((_id, index) => index + 1),
    );
    await stop(product);
  });

  it('runs on a database of one’s own', async () => {
    const database = await createTestDatabase('empty');
    const folder = newFolder();
    // Roles belong to the server: the secret of the other tests, or their passwords would change under them.
    const environment = {
      DATABASE_URL: database.adminUrl,
      YIJIANSHI_SECRET: testSecret,
    };
    const product = await startProduct(folder, await freePort(), { environment });
    expect(await clientOf(product.address, folder).plan()).toMatchObject({ complete: true, optimal: true });
    expect(await stop(product)).toBe(0);
    await database.close();
  });
});

describe('two replicas on one database', () => {
  it('the one that lives takes over what the killed one held', async () => {
    const database = await createTestDatabase('empty');
    const environment = { DATABASE_URL: database.adminUrl, YIJIANSHI_SECRET: testSecret };
    const [folder, otherFolder] = [newFolder(), newFolder()];
    const first = await startProduct(folder, await freePort(), { environment });
    const second = await startProduct(otherFolder, await freePort(), { environment });
    const client = clientOf(first.address, folder);
    const plan = await client.plan();
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_each, index) =>
        client.submit(inputFor(plan, { idempotencyKey: `replica ${index}` })),
      ),
    );
    await stop(first, 'SIGKILL');
    const survivor = clientOf(second.address, otherFolder);
    const certificates: string[] = [];
    for (const { submission } of answers) {
      let seen = await survivor.look(submission?.id ?? '');
      while (seen?.state !== 'COMPLETED') {
        await delay(50);
        seen = await survivor.look(submission?.id ?? '');
      }
      expect(seen.timeline.filter(({ event }) => event === 'APPROVED')).toHaveLength(7);
      certificates.push(...seen.results.filter(({ spec }) => spec === '正页').map(({ number }) => number));
    }
    expect(certificates.map((number) => Number(number.slice(3))).sort((a, b) => a - b)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8,
    ]);
    await stop(second);
    await database.close();
  });
});

describe('what the gateway lets in is a setting', () => {
  it('a rate that is spent, and operations whose names are the only way in', async () => {
    const folder = newFolder();
    const manifest = join(folder, 'manifest.json');
    writeFileSync(manifest, JSON.stringify({ operations: [{ id: 'hello', body: '{ __typename }' }] }));
    const environment = { RATE: '2/600', PERSISTED_MANIFEST: manifest, PERSISTED_MODE: 'IDS_FOR_ANONYMOUS' };
    const product = await startProduct(folder, await freePort(), { environment });
    const post = async (body: object): Promise<{ status: number; code: unknown; retryAfter: string | null }> => {
      const response = await fetch(`${product.address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
        body: JSON.stringify(body),
      });
      const { errors } = (await response.json()) as { errors?: ReadonlyArray<{ extensions: { code: string } }> };
      const retryAfter = response.headers.get('retry-after');
      return { status: response.status, code: errors?.[0]?.extensions.code, retryAfter };
    };
    expect(await post({ query: '{ __typename }' })).toMatchObject({ status: 400 });
    expect(await post({ documentId: 'hello' })).toMatchObject({ status: 200, code: undefined });
    expect(await post({ documentId: 'hello' })).toMatchObject({ status: 200 });
    const third = await post({ documentId: 'hello' });
    expect(third).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
    expect(Number(third.retryAfter)).toBeGreaterThan(0);
    await stop(product);
  });
});

describe('what cannot start says so in one sentence', () => {
  const fails = async (
    argv: ReadonlyArray<string>,
    environment: Record<string, string>,
    says: RegExp,
    code = 1,
  ): Promise<void> => {
    const started = runStart(argv, { environment: { DATA_DIR: newFolder(), ...environment } });
    expect(await started.ended).toBe(code);
    expect(started.output()).toMatch(says);
    expect(started.output()).not.toMatch(/\n\s+at /);
  };

  it('a busy port', async () => {
    const busy = createServer().listen(0, '127.0.0.1');
    await new Promise((done) => busy.once('listening', done));
    const address = busy.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await fails(['--port', String(port), '--data', newFolder()], {}, /端口 \d+ 已被占用.*The port is taken/);
    busy.close();
  });

  it('an unreachable database', async () => {
    const url = `postgres://nobody@127.0.0.1:${await freePort()}/nothing`;
    await fails(['--data', newFolder(), '--port', '0'], { DATABASE_URL: url }, /无法连接数据库.*cannot be reached/);
  });

  it('a damaged data folder', async () => {
    const folder = newFolder();
    const product = await startProduct(folder, await freePort());
    await stop(product);
    writeFileSync(join(folder, 'postgres', 'cluster', 'global', 'pg_control'), 'nothing');
    await fails(['--port', '0', '--data', folder], {}, /did not start/);
  });

  it('production with development tokens', async () => {
    await fails(['--data', newFolder(), '--port', '0'], { NODE_ENV: 'production' }, /开发令牌.*development tokens/);
  });

  it('a limit that is none', async () => {
    await fails(['--port', '0', '--data', newFolder()], { RATE: 'much' }, /RATE wants points and seconds/);
    await fails(['--port', '0', '--data', newFolder()], { COST_MAXIMUM: '-1' }, /COST_MAXIMUM wants a whole number/);
    await fails(['--port', '0', '--data', newFolder()], { PERSISTED_MODE: 'IDS_ONLY' }, /wants PERSISTED_MANIFEST/);
    await fails(
      ['--port', '0', '--data', newFolder()],
      { CLIENT_KEYS: 'package.json' },
      /CLIENT_KEYS wants a JSON file/,
    );
  });

  it('a role there is not', async () => {
    await fails(
      ['--role', 'subgraph:archives', '--port', '0'],
      { DATABASE_URL: inject('databaseServer') },
      /没有子图.*no subgraph/,
    );
  });
});
