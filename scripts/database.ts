import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { type Registry, readRegistry } from '../schema/registry.ts';
import { nextRevision, publishCatalogue } from '../subgraphs/catalogue/store.ts';
import { publishMatters, schemaOfDepartment } from '../subgraphs/departments/store/matters.ts';
import type { LinkedCatalogue } from '../subgraphs/publishing/link/catalogue.ts';
import { bootstrapDatabase, roleOf, roleUrl, type SchemaPlan } from '../subgraphs/runtime/bootstrap.ts';
import type { DatabaseOptions } from '../subgraphs/runtime/database.ts';

const migrationsOf = (subgraph: string): string =>
  fileURLToPath(new URL(`../subgraphs/${subgraph}/migrations`, import.meta.url));

/** Name of the schema of a subgraph. */
export function schemaOf(subgraph: string): string {
  return subgraph === 'catalogue' || subgraph === 'journeys' ? subgraph : schemaOfDepartment(subgraph);
}

/** The schemas of this graph: departments with a server of their own keep their data themselves. */
export function schemaPlans(registry: Registry = readRegistry()): ReadonlyArray<SchemaPlan> {
  return [
    { schema: 'catalogue', migrations: migrationsOf('catalogue') },
    { schema: 'journeys', migrations: migrationsOf('journeys') },
    ...registry.departments
      .filter((row) => !row.external)
      .map((row) => ({ schema: schemaOfDepartment(row.code), migrations: migrationsOf('departments') })),
  ];
}

export function prepareDatabase(adminUrl: string, secret: string, registry: Registry = readRegistry()): Promise<void> {
  return bootstrapDatabase({ adminUrl, schemas: schemaPlans(registry), secret });
}

/** How one subgraph connects: as its own role, to its own schema. */
export function databaseOf(subgraph: string, adminUrl: string, secret: string): DatabaseOptions {
  const schema = schemaOf(subgraph);
  return { url: roleUrl(adminUrl, secret, roleOf(schema)), schema };
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
  const elsewhere = new Set(registry.departments.filter((row) => row.external).map(({ code }) => code));
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {}, connect_timeout: 5 });
  try {
    return await sql.begin(async (transaction) => {
      const session = transaction as unknown as postgres.Sql;
      const { next, same } = await nextRevision(session, catalogue.publication.contentHash);
      if (same) return { revision: next - 1, changed: false };
      for (const [department, matters] of catalogue.departments) {
        if (elsewhere.has(department)) continue;
        await publishMatters(session, department, next, matters);
      }
      await publishCatalogue(session, next, catalogue.publication);
      return { revision: next, changed: true };
    });
  } finally {
    await sql.end({ timeout: 5 });
  }
}
