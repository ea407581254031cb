import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { readRegistry } from '../../schema/registry.ts';
import { importCatalogue, prepareDatabase } from '../../scripts/database.ts';
import { startEmbeddedPostgres } from '../../scripts/embedded-postgres.ts';
import { readCatalogue } from '../../subgraphs/publishing/read.ts';
import { testSecret } from './database.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    databaseServer: string;
  }
}

/** One PostgreSQL for the whole run; a template with the real catalogue, from which each test file copies a database of its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'yijianshi-tests-'));
  const server = await startEmbeddedPostgres(folder, ['fsync=off']);
  const sql = postgres(server.url, { max: 1 });
  await sql`create database catalogue_template`;
  await sql.end();
  const url = new URL(server.url);
  url.pathname = '/catalogue_template';
  await prepareDatabase(url.toString(), testSecret);
  const read = readCatalogue(readRegistry().departments);
  if (!read.ok) throw new Error(JSON.stringify(read.findings, null, 2));
  await importCatalogue(url.toString(), read.catalogue);
  project.provide('databaseServer', server.url);
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
