import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { prepareDatabase, requireReachable } from '../../scripts/database.ts';
import { startEmbeddedPostgres } from '../../scripts/embedded-postgres.ts';
import { freePort } from '../../scripts/free-port.ts';
import { sentenceOf } from '../../scripts/start-error.ts';
import { runStart, startedFolder } from './process.ts';

it('what cannot start ends with one sentence: here, a port that is taken', async () => {
  const busy = createServer().listen(0, '127.0.0.1');
  await once(busy, 'listening');
  const { port } = busy.address() as AddressInfo;
  const started = runStart(['--port', String(port), '--data', await startedFolder()]);
  expect(await started.ended).toBe(1);
  expect(started.output()).toMatch(/端口 \d+ 已被占用.*The port \d+ is taken/);
  expect(started.output()).not.toMatch(/\n\s+at /);
  busy.close();
});

it('a database that does not answer is told in that sentence too', async () => {
  const url = `postgres://nobody@127.0.0.1:${await freePort()}/nothing`;
  const error = await prepareDatabase(url, 'a secret of sufficient length').catch((thrown: unknown) => thrown);
  expect(sentenceOf(error, 0)).toMatch(/无法使用数据库.*cannot be reached/);
});

it('what accepts connections and is no PostgreSQL is waited for no longer than a connection may take', async () => {
  const server = createServer((_request, response) => response.end()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `postgres://nobody@127.0.0.1:${(server.address() as AddressInfo).port}/nothing?connect_timeout=1`;
  await expect(requireReachable(url, 100)).rejects.toThrow(/nothing answered as PostgreSQL does.*DATABASE_URL/);
  server.close();
});

it('a damaged database says that it did not start, and where to look', async () => {
  const folder = join(await startedFolder(), 'postgres');
  writeFileSync(join(folder, 'cluster', 'global', 'pg_control'), 'nothing');
  await expect(startEmbeddedPostgres(folder)).rejects.toThrow(/did not start .*See .*postgres\.log/);
});
