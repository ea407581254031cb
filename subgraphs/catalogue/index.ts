import { type Registry, readRegistry } from '../../schema/registry.ts';
import { catalogueTypeDefs } from '../../schema/subgraphs.ts';
import { type DatabaseOptions, openDatabase } from '../runtime/database.ts';
import { readPin } from '../runtime/pin.ts';
import { createPinnedCache, oncePerPin } from '../runtime/pinned-cache.ts';
import { createSubgraph, type Subgraph } from '../runtime/subgraph.ts';
import { createContext, createResolvers } from './resolvers.ts';
import { createStore } from './store.ts';

export interface CatalogueOptions {
  readonly database: DatabaseOptions;
  readonly registry?: Registry;
}

/** The subgraph of what exists: events, matters' directory, document types, questions. Everything it answers is public. */
export async function startCatalogue({ database, registry = readRegistry() }: CatalogueOptions): Promise<Subgraph> {
  const { db, sql, close } = openDatabase(database);
  const store = createStore(db);
  const cache = createPinnedCache();
  const contextAt = oncePerPin((pin) => createContext(store, cache, { ...pin, revision: Number(pin.revision) }));
  return createSubgraph({
    name: 'catalogue',
    typeDefs: catalogueTypeDefs(registry),
    resolvers: createResolvers(registry.departments),
    context: async (headers) => {
      const pin = readPin(headers);
      // A copy, for each request writes into its own.
      return { ...contextAt({ ...pin, revision: pin.revision ?? (await store.newestRevision()) }) };
    },
    ready: async () => {
      await sql`select 1`;
    },
    onClose: close,
  });
}
