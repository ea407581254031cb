import type { DepartmentRow } from '../../schema/registry.ts';
import type { SubgraphContext, SubgraphDefinition } from '../runtime/definition.ts';
import { openSealedDatabase } from '../runtime/keys/database.ts';
import { readPin } from '../runtime/pin.ts';
import { createPinnedCache, oncePerPin } from '../runtime/pinned-cache.ts';
import { createSubgraph, type Subgraph } from '../runtime/subgraph.ts';
import { openSystem } from './open-system.ts';
import type { Context } from './parents.ts';
import { readRegister } from './register.ts';
import { createMatters, createResolvers } from './resolvers.ts';
import { createDeskFilings, sealedPlaces } from './store/filings.ts';
import { createMatterStore, publishMatters } from './store/matters.ts';

/** One department: what its matters ask for, and its desk behind its own door. */
async function start(context: SubgraphContext<DepartmentRow>): Promise<Subgraph> {
  const { row, typeDefs, port, now, log } = context;
  const { db, sql, sealer, close } = await openSealedDatabase(context);
  const store = createMatterStore(db);
  const cache = createPinnedCache();
  const mattersAt = oncePerPin((pin) => createMatters(store, cache, pin));
  const filings = createDeskFilings(db, sealer, now);
  await filings.sealWhatLiesClear();
  const { system, stop } = await openSystem(context, { filings, matters: store });
  const register = readRegister(context.registers, now);
  return createSubgraph({
    name: row.code,
    port,
    log,
    meters: context.meters,
    typeDefs,
    resolvers: createResolvers(row),
    context: async (headers, identity): Promise<Context> => {
      const pin = readPin(headers);
      return { identity, pin, system, register, matters: mattersAt(pin) };
    },
    ready: async () => {
      await sql`select 1`;
    },
    onClose: async () => {
      await stop();
      await close();
    },
  });
}

const department: SubgraphDefinition<DepartmentRow> = {
  migrations: new URL('./migrations', import.meta.url),
  start,
  sealed: sealedPlaces,
  publish: (transaction, { row, schema, revision, catalogue: { publication, departments } }) => {
    // Its desk decides what it takes over by the rules of whoever handed it down.
    const taken = new Set(publication.delegations.filter(({ to }) => to === row.code).map(({ matter }) => matter));
    const handedDown = taken.size === 0 ? [] : [...departments.values()].flat().filter(({ code }) => taken.has(code));
    return publishMatters(transaction, schema, revision, [...(departments.get(row.code) ?? []), ...handedDown]);
  },
};
export default department;
