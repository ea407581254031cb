import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { type Registry, readRegistry } from '../schema/registry.ts';
import type { LinkedCatalogue } from '../subgraphs/publishing/link/catalogue.ts';
import { bootstrapDatabase, RightsMissing, type SchemaPlan, SecretDiffers } from '../subgraphs/runtime/bootstrap.ts';
import { beginKeys } from '../subgraphs/runtime/keys/rows.ts';
import type { KeyWrapper } from '../subgraphs/runtime/keys/wrapper.ts';
import { loadParts, schemaOf } from './definitions.ts';
import { earlierDataKeys, rootSecrets } from './secrets.ts';
import { cannotStart } from './start-error.ts';
import { wrappersOf } from './wrappers.ts';

/** The schemas of this graph: a subgraph with a server of its own keeps its data itself. */
export async function schemaPlans(registry: Registry = readRegistry()): Promise<ReadonlyArray<SchemaPlan>> {
  const parts = await loadParts(registry);
  return parts.map(({ row, definition }) => ({
    schema: schemaOf(row),
    migrations: fileURLToPath(definition.migrations),
  }));
}

/** Brings a database to the state this version needs. Throws a sentence where the role may not. */
export async function prepareDatabase(
  adminUrl: string,
  secret: string,
  registry: Registry = readRegistry(),
  outside: KeyWrapper | null = null,
): Promise<void> {
  try {
    await bootstrapDatabase({ adminUrl, schemas: await schemaPlans(registry), secret });
    await beginAllKeys(adminUrl, secret, registry, outside);
  } catch (error) {
    if (error instanceof SecretDiffers) throw cannotStart('SECRET_DIFFERS');
    if (!(error instanceof RightsMissing)) throw error;
    throw cannotStart('DATABASE_RIGHTS_MISSING', { statements: error.statements.join('\n') });
  }
}

/** Every part that keeps personal data has a key to seal it with. */
async function beginAllKeys(
  adminUrl: string,
  secret: string,
  registry: Registry,
  outside: KeyWrapper | null,
): Promise<void> {
  const parts = await loadParts(registry);
  const secrets = await rootSecrets(adminUrl, secret, registry);
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {}, connect_timeout: 5 });
  try {
    for (const { row, definition } of parts) {
      if (!definition.sealed) continue;
      const place = { sql, schema: schemaOf(row), wrappers: wrappersOf(secrets(row.code), outside) };
      const tables = definition.sealed.tables.map(({ name }) => name);
      await beginKeys(place, tables, earlierDataKeys(secret, row.code));
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

/** Publishes a catalogue as the next revision, all or nothing; the same content twice is published once. */
export async function importCatalogue(
  adminUrl: string,
  catalogue: LinkedCatalogue,
  registry: Registry = readRegistry(),
): Promise<Imported> {
  const parts = await loadParts(registry);
  const numbering = parts.find(({ definition }) => definition.revisions);
  const revisions = numbering?.definition.revisions;
  if (!revisions) throw new Error('No subgraph of the registry numbers the revisions of the catalogue.');
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {}, connect_timeout: 5 });
  try {
    return await sql.begin(async (transaction) => {
      const session = transaction as unknown as postgres.Sql;
      const { next, same } = await revisions.next(session, catalogue.publication.contentHash);
      if (same) return { revision: next - 1, changed: false };
      // The row of the one that numbers them is the switch: everyone else's must stand before.
      for (const { row, definition } of [...parts.filter((part) => part !== numbering), numbering]) {
        await definition.publish?.(session, { row, schema: schemaOf(row), revision: next, catalogue });
      }
      return { revision: next, changed: true };
    });
  } finally {
    await sql.end({ timeout: 5 });
  }
}
