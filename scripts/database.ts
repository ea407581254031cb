import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { type Registry, readRegistry } from '../schema/registry.ts';
import type { LinkedCatalogue } from '../subgraphs/publishing/link/catalogue.ts';
import { bootstrapDatabase, RightsMissing, type SchemaPlan, SecretDiffers } from '../subgraphs/runtime/bootstrap.ts';
import { loadParts, schemaOf } from './definitions.ts';
import { cannotStart } from './start-error.ts';

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
): Promise<void> {
  try {
    await bootstrapDatabase({ adminUrl, schemas: await schemaPlans(registry), secret });
  } catch (error) {
    if (error instanceof SecretDiffers) throw cannotStart('SECRET_DIFFERS');
    if (!(error instanceof RightsMissing)) throw error;
    throw cannotStart('DATABASE_RIGHTS_MISSING', { statements: error.statements.join('\n') });
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
