import { join } from 'node:path';
import type { Registry } from '../schema/registry.ts';
import { checkCatalogue, readTexts } from '../subgraphs/publishing/read.ts';
import type { Root } from './config.ts';
import { importCatalogue, prepareDatabase, publicationHistory } from './database.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { packFiles } from './published-files.ts';
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
  return { adminUrl, revision: await standingRevision(adminUrl, registry) };
}

/** What somebody published stands, whatever the files say; of what only starts published the files are published anew. */
async function standingRevision(adminUrl: string, registry: Registry): Promise<number> {
  const [newest] = await publicationHistory(adminUrl, 1, registry);
  if (newest && newest.kind !== 'STARTED') return newest.revision;
  const texts = readTexts(registry.departments);
  const read = checkCatalogue(registry.departments, texts);
  if (!read.ok) {
    throw cannotStart('CATALOGUE_INVALID', { findings: read.findings.length });
  }
  const files = packFiles({ departments: registry.departments, texts });
  const act = { kind: 'STARTED', author: 'start', reason: 'start', approvedBy: null, files } as const;
  const { revision } = await importCatalogue(adminUrl, read.catalogue, registry, act);
  return revision;
}
