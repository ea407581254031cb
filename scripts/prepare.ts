import { join } from 'node:path';
import type { Registry } from '../schema/registry.ts';
import { todayInChina } from '../subgraphs/language/civil-date.ts';
import { checkCatalogue, readTexts } from '../subgraphs/publishing/read.ts';
import { SecretDiffers } from '../subgraphs/runtime/bootstrap.ts';
import type { PublishedAct } from '../subgraphs/runtime/definition.ts';
import { schemasBehind } from '../subgraphs/runtime/prepared.ts';
import { publishedSchema } from './check/breaking.ts';
import type { Config, Root } from './config.ts';
import { importCatalogue, prepareDatabase, publicationHistory, requireReachable, schemaPlans } from './database.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { packFiles } from './published-files.ts';
import { cannotStart } from './start-error.ts';
import { createStarted } from './started.ts';
import { outsideWrapper } from './wrappers.ts';

/** The database that everything runs on: of one's own or embedded, brought to this version, with the catalogue's files published. */
export async function prepare(
  { databaseUrl, secret }: Root,
  { keyWrapper, suite }: Pick<Config, 'keyWrapper' | 'suite'>,
  data: string,
  registry: Registry,
  stops: Array<() => Promise<void>>,
): Promise<{ readonly adminUrl: string; readonly revision: number }> {
  let adminUrl = databaseUrl;
  if (adminUrl === null) {
    const server = await startEmbeddedPostgres(join(data, 'postgres'));
    stops.push(server.stop);
    adminUrl = server.url;
  } else await requireReachable(adminUrl);
  await prepareDatabase(adminUrl, secret, registry, { outside: await outsideWrapper(keyWrapper), suite });
  return { adminUrl, revision: await standingRevision(adminUrl, registry, data) };
}

/** More revisions than are published before their day. */
const mostLookedAt = 1000;

/** The revision that holds on a day (ISO), of a history with the newest first. */
export function standingOn(history: ReadonlyArray<PublishedAct>, day: string): PublishedAct | undefined {
  const begun = history.filter(({ holdsFrom }) => (holdsFrom ?? '') <= day);
  return begun.reduce<PublishedAct | undefined>(
    (last, each) => (last && (last.holdsFrom ?? '') >= (each.holdsFrom ?? '') ? last : each),
    undefined,
  );
}

/** What somebody published stands, whatever the files say; of what only starts published the files are published anew. */
async function standingRevision(adminUrl: string, registry: Registry, data: string): Promise<number> {
  const history = await publicationHistory(adminUrl, mostLookedAt, registry);
  const today = todayInChina();
  if (history.some(({ kind }) => kind !== 'STARTED')) return standingOn(history, today)?.revision ?? 0;
  const started = createStarted(data);
  const last = started.revision();
  // Another's start may have published other files since.
  if (last !== undefined && history[0]?.revision === last) return last;
  const texts = readTexts(registry.departments);
  const read = checkCatalogue(registry.departments, texts);
  if (!read.ok) {
    throw cannotStart('CATALOGUE_INVALID', { findings: read.findings.length });
  }
  const files = packFiles({ departments: registry.departments, texts, api: publishedSchema() });
  const act = { kind: 'STARTED', author: 'start', reason: 'start', approvedBy: null, files } as const;
  const { revision } = await importCatalogue(adminUrl, read.catalogue, registry, act, todayInChina());
  started.keep(revision);
  return revision;
}

/** The revision that stands in a database that this version can run on. Alters nothing; throws a sentence where somebody has to prepare it first. */
export async function requirePrepared(adminUrl: string, secret: string, registry: Registry): Promise<number> {
  await requireReachable(adminUrl);
  const schemas = await schemaPlans(registry);
  const behind = await schemasBehind({ adminUrl, schemas, secret }).catch((error: unknown) => {
    throw error instanceof SecretDiffers ? cannotStart('SECRET_DIFFERS') : error;
  });
  if (behind.length > 0) throw cannotStart('DATABASE_NOT_PREPARED', { schemas: behind });
  const history = await publicationHistory(adminUrl, mostLookedAt, registry);
  if (history.length === 0) throw cannotStart('DATABASE_NOT_PREPARED.CATALOGUE');
  return standingOn(history, todayInChina())?.revision ?? 0;
}
