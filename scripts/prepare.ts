import { join } from 'node:path';
import type { Registry } from '../schema/registry.ts';
import { readCatalogue } from '../subgraphs/publishing/read.ts';
import type { Root } from './config.ts';
import { importCatalogue, prepareDatabase } from './database.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { cannotStart } from './start-error.ts';
import { outsideWrapper } from './wrappers.ts';

/** The database that everything runs on: of one's own or embedded, brought to this version, with the catalogue's files published. */
export async function prepare(
  { databaseUrl, secret }: Root,
  keyWrapper: string | null,
  data: string,
  registry: Registry,
  stops: Array<() => Promise<void>>,
): Promise<{ readonly adminUrl: string; readonly revision: number }> {
  let adminUrl = databaseUrl;
  if (adminUrl === null) {
    const server = await startEmbeddedPostgres(join(data, 'postgres'));
    stops.push(server.stop);
    adminUrl = server.url;
  }
  await prepareDatabase(adminUrl, secret, registry, await outsideWrapper(keyWrapper));
  const read = readCatalogue(registry.departments);
  if (!read.ok) {
    throw cannotStart('CATALOGUE_INVALID', { findings: read.findings.length });
  }
  const { revision } = await importCatalogue(adminUrl, read.catalogue, registry);
  return { adminUrl, revision };
}
