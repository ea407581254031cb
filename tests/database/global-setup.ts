import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../../scripts/embedded-postgres.ts';
import { prepareDataFolder } from '../prepared.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    databaseServer: string;
  }
}

/** One PostgreSQL for the whole run, from which each test file copies a database of its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'yijianshi-tests-'));
  chmodSync(folder, 0o755);
  await prepareDataFolder(folder);
  // A graph may hold some 60 connections, and several files have one at once, some with processes of their own beside.
  const server = await startEmbeddedPostgres(join(folder, 'postgres'), ['fsync=off', 'max_connections=600']);
  // However busy the machine: time is not the question where a test does not make it one.
  project.provide('databaseServer', `${server.url}?connect_timeout=300&statement_timeout=900000`);
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
