import { openDatabase } from '../runtime/database.ts';
import type { SubgraphContext, SubgraphDefinition } from '../runtime/definition.ts';
import { readPin } from '../runtime/pin.ts';
import { createSubgraph, type Subgraph } from '../runtime/subgraph.ts';
import type { PolicyRules } from './domain/rules.ts';
import type { Context } from './parents.ts';
import { resolvers } from './resolvers.ts';
import { publishRules } from './store/publish.ts';
import { createRuleStore } from './store/rules.ts';

/** The subgraph of policies: what may be offered to people who did not ask, and what stands in for something else. */
async function start({ row, typeDefs, database, port, log }: SubgraphContext): Promise<Subgraph> {
  const { db, sql, close } = openDatabase(database);
  const store = createRuleStore(db);
  return createSubgraph({
    ...{ name: row.code, port, log, typeDefs, resolvers },
    context: async (headers, identity): Promise<Context> => {
      const pin = readPin(headers);
      let asked: Promise<PolicyRules> | null = null;
      const rules = (): Promise<PolicyRules> => {
        asked ??= store.at(pin.revision);
        return asked;
      };
      return { identity, rules, today: pin.date };
    },
    ready: async () => {
      await sql`select 1`;
    },
    onClose: close,
  });
}

const policies: SubgraphDefinition = {
  migrations: new URL('./migrations', import.meta.url),
  start,
  publish: (transaction, { schema, revision, catalogue: { publication } }) =>
    publishRules(transaction, schema, revision, publication),
};
export default policies;
