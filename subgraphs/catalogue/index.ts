import { openDatabase } from '../runtime/database.ts';
import type { SubgraphContext, SubgraphDefinition } from '../runtime/definition.ts';
import { refusal } from '../runtime/errors.ts';
import { dateHeader, readPin, revisionHeader } from '../runtime/pin.ts';
import { createPinnedCache, oncePerPin } from '../runtime/pinned-cache.ts';
import { createSubgraph, type Subgraph } from '../runtime/subgraph.ts';
import { createContext, createResolvers } from './resolvers.ts';
import { proposals } from './store/proposals.ts';
import {
  createStore,
  filesOf,
  historyOf,
  nextRevision,
  publishCatalogue,
  recordAct,
  revisionChannel,
} from './store.ts';

/** The subgraph of what exists: events, matters' directory, document types, questions. Everything it answers is public. */
async function start({ row, registry, typeDefs, database, port, log, meters }: SubgraphContext): Promise<Subgraph> {
  const { db, sql, close } = openDatabase(database);
  const store = createStore(db);
  const cache = createPinnedCache();
  const contextAt = oncePerPin((pin) => createContext(store, cache, { ...pin, revision: Number(pin.revision) }));
  return createSubgraph({
    name: row.code,
    port,
    log,
    meters,
    typeDefs,
    resolvers: createResolvers(registry.departments),
    context: async (headers) => {
      const pin = readPin(headers);
      // A copy, for each request writes into its own.
      const revision = pin.revision ?? (await store.revisionOn(pin.date));
      if (revision === null) throw refusal('NO_CATALOGUE_YET', { day: pin.date });
      return { ...contextAt({ ...pin, revision }) };
    },
    ready: async () => {
      await sql`select 1`;
    },
    onClose: close,
  });
}

const catalogue: SubgraphDefinition = {
  migrations: new URL('./migrations', import.meta.url),
  start,
  publish: (transaction, { revision, catalogue: { publication } }) =>
    publishCatalogue(transaction, revision, publication),
  revisions: {
    next: nextRevision,
    record: recordAct,
    proposals,
    history: historyOf,
    filesOf,
    pin: {
      header: revisionHeader,
      operation: '{ catalogueRevision }',
      field: 'catalogueRevision',
      channel: revisionChannel,
      day: dateHeader,
    },
  },
};
export default catalogue;
