import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freePort, startEmbeddedPostgres } from '../../scripts/embedded-postgres.ts';
import { newFolder, runStart, startedFolder } from './process.ts';

describe('what cannot start ends with one sentence', () => {
  const fails = async (argv: ReadonlyArray<string>, environment: Record<string, string>, says: RegExp) => {
    const started = runStart(argv, { environment });
    expect(await started.ended).toBe(1);
    expect(started.output()).toMatch(says);
    expect(started.output()).not.toMatch(/\n\s+at /);
  };

  it('on a port that is taken', async () => {
    const busy = createServer().listen(0, '127.0.0.1');
    await once(busy, 'listening');
    const { port } = busy.address() as AddressInfo;
    const argv = ['--port', String(port), '--data', await startedFolder()];
    await fails(argv, {}, /端口 \d+ 已被占用.*The port \d+ is taken/);
    busy.close();
  });

  it('without its database', async () => {
    const url = `postgres://nobody@127.0.0.1:${await freePort()}/nothing`;
    const argv = ['--data', newFolder(), '--port', '0'];
    await fails(argv, { DATABASE_URL: url }, /无法连接数据库.*cannot be reached/);
  });

  it('as a part that there is not', async () => {
    const argv = ['--role', 'subgraph:archives', '--data', newFolder(), '--port', '0'];
    await fails(argv, { DATABASE_URL: 'postgres://nobody@127.0.0.1/nothing' }, /没有子图.*no subgraph/);
  });
});

it('a damaged database says that it did not start, and where to look', async () => {
  const folder = join(await startedFolder(), 'postgres');
  writeFileSync(join(folder, 'cluster', 'global', 'pg_control'), 'nothing');
  await expect(startEmbeddedPostgres(folder)).rejects.toThrow(/did not start .*See .*postgres\.log/);
});
