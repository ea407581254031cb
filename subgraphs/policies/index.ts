import { fingerprint } from '../language/canonical.ts';
import { addPeriod, civilDateOf } from '../language/civil-date.ts';
import { createAskPart } from '../runtime/ask-part.ts';
import type { SubgraphContext, SubgraphDefinition, Work } from '../runtime/definition.ts';
import { serviceIdentity } from '../runtime/identity.ts';
import { openSealedDatabase } from '../runtime/keys/database.ts';
import { createPseudonym } from '../runtime/personal-data.ts';
import { readPin } from '../runtime/pin.ts';
import { startRounds } from '../runtime/rounds.ts';
import { createSubgraph, type Subgraph } from '../runtime/subgraph.ts';
import { vaultPart } from '../runtime/vault.ts';
import type { PolicyRules } from './domain/rules.ts';
import type { LookingParts } from './looking.ts';
import type { Context } from './parents.ts';
import { resolvers } from './resolvers.ts';
import { createAskSource } from './sources.ts';
import { publishRules } from './store/publish.ts';
import { createRegisterStore, sealedPlaces } from './store/registers.ts';
import { createRuleStore } from './store/rules.ts';
import { submissionsPart } from './submissions.ts';

async function open(context: SubgraphContext) {
  const { db, sql, sealer, close } = await openSealedDatabase(context);
  const pseudonym = createPseudonym(context.lookupKey, context.suite);
  return { db, sql, close, pseudonym, registers: createRegisterStore(db, sealer, pseudonym) };
}

/** Half of a digest: nobody finds another that is the same. */
const idLength = 32;

/** The subgraph of policies: what may be offered to people who did not ask, and what stands in for something else. */
async function start(context: SubgraphContext): Promise<Subgraph> {
  const { row, typeDefs, port, registry, doors, retention, now } = context;
  const { db, sql, close, pseudonym, registers } = await open(context);
  const store = createRuleStore(db);
  const log = context.log.child({ part: row.code });
  const service = serviceIdentity(row.code);
  const looking: LookingParts = {
    askVault: createAskPart(doors, vaultPart, service, log),
    askSubmissions: createAskPart(doors, submissionsPart, service, log),
    askSource: createAskSource(registry.departments, doors, service, log, () => civilDateOf(now())),
    idOf: (...parts) => fingerprint(pseudonym(JSON.stringify(parts))).slice(0, idLength),
  };
  return createSubgraph({
    ...{ name: row.code, port, log: context.log, typeDefs, resolvers, meters: context.meters },
    context: async (headers, identity): Promise<Context> => {
      const pin = readPin(headers);
      let asked: Promise<PolicyRules> | null = null;
      const rules = (): Promise<PolicyRules> => {
        asked ??= store.at(pin.revision);
        return asked;
      };
      const words = { store: registers, rules, months: retention.offers, now };
      return {
        ...{ identity, rules, looking, registers, words },
        ...{ catalogueDay: pin.date, today: civilDateOf(now()) },
      };
    },
    ready: async () => {
      await sql`select 1`;
    },
    onClose: close,
  });
}

const hourMs = 60 * 60_000;
const atOnce = 100;

/** Takes out what people said of offers, once nobody may keep it any longer. */
async function work(context: SubgraphContext): Promise<Work> {
  const { now, retention } = context;
  const { sql, registers, close } = await open(context);
  const round = async (): Promise<void> => {
    const before = addPeriod(civilDateOf(now()), { months: -retention.offers });
    const since = new Date(`${before}T00:00:00+08:00`).toISOString();
    while ((await registers.forgetSilent(since, atOnce, new Date(now()).toISOString())) === atOnce);
  };
  const stopRounds = startRounds([{ round }], context.log.child({ part: 'policies' }), context.pace?.keptMs ?? hourMs, {
    name: context.row.code,
    meters: context.meters,
  });
  return {
    ready: async () => {
      await sql`select 1`;
    },
    stop: async () => {
      await stopRounds();
      await close();
    },
  };
}

const policies: SubgraphDefinition = {
  migrations: new URL('./migrations', import.meta.url),
  start,
  work,
  sealed: sealedPlaces,
  asks: true,
  publish: (transaction, { schema, revision, catalogue: { publication } }) =>
    publishRules(transaction, schema, revision, publication),
};
export default policies;
