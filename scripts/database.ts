import { fileURLToPath } from 'node:url';
import type postgres from 'postgres';
import { type Registry, readRegistry } from '../schema/registry.ts';
import type { LinkedCatalogue } from '../subgraphs/publishing/link/catalogue.ts';
import { always, beginRevision } from '../subgraphs/runtime/beginnings.ts';
import { bootstrapDatabase, RightsMissing, type SchemaPlan, SecretDiffers } from '../subgraphs/runtime/bootstrap.ts';
import { connect } from '../subgraphs/runtime/connect.ts';
import type { PublicationAct, PublishedAct, SubgraphDefinition } from '../subgraphs/runtime/definition.ts';
import { sealsAfterMs } from '../subgraphs/runtime/keys/keyring.ts';
import { beginKeys } from '../subgraphs/runtime/keys/rows.ts';
import type { KeyWrapper } from '../subgraphs/runtime/keys/wrapper.ts';
import { schemasBehind } from '../subgraphs/runtime/prepared.ts';
import type { SuiteName } from '../subgraphs/runtime/suites/suite.ts';
import { loadParts, schemaOf } from './definitions.ts';
import { earlierDataKeys, rootSecrets } from './secrets.ts';
import { cannotStart, StartError } from './start-error.ts';
import { wrappersOf } from './wrappers.ts';

/** The schemas of this graph: a subgraph with a server of its own keeps its data itself. */
export async function schemaPlans(registry: Registry = readRegistry()): Promise<ReadonlyArray<SchemaPlan>> {
  const parts = await loadParts(registry);
  return parts.map(({ row, definition }) => ({
    schema: schemaOf(row),
    migrations: fileURLToPath(definition.migrations),
  }));
}

/** How keys are made that are missing: who wraps them in the place of the parts' own, and of which suite they are. */
export interface NewKeys {
  readonly outside: KeyWrapper | null;
  readonly suite: SuiteName;
}

/** Brings a database to the state this version needs. Throws a sentence where the role may not. */
export async function prepareDatabase(
  adminUrl: string,
  secret: string,
  registry: Registry = readRegistry(),
  keys: NewKeys = { outside: null, suite: 'INTERNATIONAL' },
): Promise<void> {
  try {
    await bootstrapDatabase({ adminUrl, schemas: await schemaPlans(registry), secret });
    await beginAllKeys(adminUrl, secret, registry, keys);
  } catch (error) {
    if (error instanceof SecretDiffers) throw cannotStart('SECRET_DIFFERS');
    if (!(error instanceof RightsMissing)) throw error;
    const { code, message } = cannotStart('DATABASE_RIGHTS_MISSING');
    // Once, and nothing else on their lines, to be copied as they are.
    throw new StartError(code, [message, ...error.statements].join('\n'));
  }
}

/** Beyond what a connection may take to open. */
const defaultAnswerMs = 3000;

/**
 * That a database of one's own answers as PostgreSQL does, and takes us with what its address says. The driver itself tries for ever where somebody
 * accepts connections and ends them, as what stands before a server that is down. Throws `DATABASE_UNREACHABLE`.
 */
export async function requireReachable(adminUrl: string, answerMs = defaultAnswerMs): Promise<void> {
  const sql = connect(adminUrl, { max: 1 });
  const unreachable = (reason: string): StartError => cannotStart('DATABASE_UNREACHABLE', { reason });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_done, failed) => {
    const openMs = sql.options.connect_timeout * 1000;
    timer = setTimeout(() => failed(unreachable('nothing answered as PostgreSQL does')), openMs + answerMs);
  });
  try {
    await Promise.race([sql`select 1`, late]);
  } catch (error) {
    if (error instanceof StartError) throw error;
    const { code, message } = error as Error & { readonly code?: string };
    throw unreachable(code === undefined || message.includes(code) ? message : `${code}: ${message}`);
  } finally {
    clearTimeout(timer);
    await sql.end({ timeout: 0 });
  }
}

/** Of one's own root secret and database, that they belong together. Alters nothing. Throws `SECRET_DIFFERS`, and what `requireReachable` throws. */
export async function requireOwn(adminUrl: string, secret: string, registry: Registry): Promise<void> {
  await requireReachable(adminUrl);
  await schemasBehind({ adminUrl, schemas: await schemaPlans(registry), secret }).catch((error: unknown) => {
    throw error instanceof SecretDiffers ? cannotStart('SECRET_DIFFERS') : error;
  });
}

/** Every part that keeps personal data has a key to seal it with. */
async function beginAllKeys(
  adminUrl: string,
  secret: string,
  registry: Registry,
  { outside, suite }: NewKeys,
): Promise<void> {
  const parts = await loadParts(registry);
  const secrets = await rootSecrets(adminUrl, secret, registry);
  const sql = connect(adminUrl, { max: 1 });
  try {
    for (const { row, definition } of parts) {
      if (!definition.sealed) continue;
      const place = { sql, schema: schemaOf(row), suite, wrappers: wrappersOf(secrets(row.code), outside, suite) };
      const tables = definition.sealed.tables.map(({ name }) => name);
      await beginKeys(place, tables, earlierDataKeys(secret, row.code), sealsAfterMs);
    }
  } finally {
    await sql.end({ timeout: 5 });
  }
}

export interface Imported {
  readonly revision: number;
  /** False: this very content already stood. */
  readonly changed: boolean;
}

/** The part that numbers the revisions of the catalogue. */
async function numberingPart(registry: Registry) {
  const parts = await loadParts(registry);
  const numbering = parts.find(({ definition }) => definition.revisions);
  const revisions = numbering?.definition.revisions;
  if (!numbering || !revisions) throw new Error('No subgraph of the registry numbers the revisions of the catalogue.');
  return { parts, numbering, revisions };
}

async function withDatabase<T>(adminUrl: string, use: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = connect(adminUrl, { max: 1 });
  try {
    return await use(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Publishes a catalogue as the next revision, all or nothing, with how it came to be; the same content twice is published once. `holdsFrom`: ISO date from which it stands; default: whatever day is asked for. */
export async function importCatalogue(
  adminUrl: string,
  catalogue: LinkedCatalogue,
  registry: Registry = readRegistry(),
  act?: PublicationAct,
  holdsFrom: string = always,
): Promise<Imported> {
  const { parts, numbering, revisions } = await numberingPart(registry);
  return withDatabase(adminUrl, (sql) =>
    sql.begin(async (transaction) => {
      const session = transaction as unknown as postgres.Sql;
      const { next, same } = await revisions.next(session, catalogue.publication.contentHash, holdsFrom);
      if (same !== null) return { revision: same, changed: false };
      // The row of the one that numbers them is the switch: everyone else's must stand before.
      for (const { row, definition } of [...parts.filter((part) => part !== numbering), numbering]) {
        if (!definition.publish) continue;
        await beginRevision(session, schemaOf(row), next, holdsFrom);
        await definition.publish(session, { row, schema: schemaOf(row), revision: next, catalogue });
      }
      if (act) await revisions.record(session, next, act);
      return { revision: next, changed: true };
    }),
  ) as Promise<Imported>;
}

/** Who published what, and why; the newest first. */
export async function publicationHistory(
  adminUrl: string,
  most: number,
  registry: Registry = readRegistry(),
): Promise<ReadonlyArray<PublishedAct>> {
  const { revisions } = await numberingPart(registry);
  return withDatabase(adminUrl, (sql) => revisions.history(sql, most));
}

/** The files of a revision, packed; null where nothing is known of them. */
export async function publishedFiles(
  adminUrl: string,
  revision: number,
  registry: Registry = readRegistry(),
): Promise<Uint8Array | null> {
  const { revisions } = await numberingPart(registry);
  return withDatabase(adminUrl, (sql) => revisions.filesOf(sql, revision));
}

/** What is proposed to be published, with the connection that it is asked over. */
export async function withProposals<T>(
  adminUrl: string,
  registry: Registry,
  use: (proposals: NonNullable<SubgraphDefinition['revisions']>['proposals'], sql: postgres.Sql) => Promise<T>,
): Promise<T> {
  const { revisions } = await numberingPart(registry);
  return withDatabase(adminUrl, (sql) => use(revisions.proposals, sql));
}
