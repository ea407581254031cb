import { openDatabase } from '../runtime/database.ts';
import type { SubgraphContext, SubgraphDefinition } from '../runtime/definition.ts';
import { createSubgraph, type Subgraph } from '../runtime/subgraph.ts';
import type { Context } from './parents.ts';
import { resolvers } from './resolvers.ts';
import { createSupervisionStore, type Published, publishCatalogue, type SupervisionStore } from './store/index.ts';

/** Asked for once in a request, and not before somebody needs it. */
function publishedOf(store: SupervisionStore): () => Promise<Published> {
  let asked: Promise<Published> | null = null;
  return () => {
    asked ??= store.latest().then((published) => {
      if (!published) throw new Error('No catalogue was published yet.');
      return published;
    });
    return asked;
  };
}

/** The subgraph of supervision: what authorities have online, and what is held against what they publish. */
async function start({ row, port, log, typeDefs, database, now }: SubgraphContext): Promise<Subgraph> {
  const { db, sql, close } = openDatabase(database);
  const store = createSupervisionStore(db);
  return createSubgraph({
    ...{ name: row.code, port, log, typeDefs, resolvers },
    context: async (_headers, identity): Promise<Context> => ({
      ...{ identity, store, published: publishedOf(store), now },
    }),
    ready: async () => {
      await sql`select 1`;
    },
    onClose: close,
  });
}

const supervision: SubgraphDefinition = {
  migrations: new URL('./migrations', import.meta.url),
  start,
  publish: (transaction, { schema, revision, catalogue: { publication } }) => {
    const { businessItems, availabilityReasons } = publication;
    return publishCatalogue(transaction, schema, revision, { businessItems, availabilityReasons });
  },
};
export default supervision;
