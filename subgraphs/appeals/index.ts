import DataLoader from 'dataloader';
import { addPeriod, civilDateOf } from '../language/civil-date.ts';
import type { SubgraphContext, SubgraphDefinition, Work } from '../runtime/definition.ts';
import { serviceIdentity } from '../runtime/identity.ts';
import { openSealedDatabase } from '../runtime/keys/database.ts';
import { createPseudonym } from '../runtime/personal-data.ts';
import { startRounds } from '../runtime/rounds.ts';
import { createSubgraph, type Subgraph } from '../runtime/subgraph.ts';
import type { AppealRules } from './domain/rules.ts';
import type { Context } from './parents.ts';
import { resolvers } from './resolvers.ts';
import { createSteps } from './steps.ts';
import { type AppealStore, createAppealStore, type KeptAppeal, publishRules, sealedPlaces } from './store/index.ts';
import { createSubmissions } from './submissions.ts';

async function open(context: SubgraphContext) {
  const { db, sql, sealer, close } = await openSealedDatabase(context);
  return { sql, close, store: createAppealStore(db, sealer, createPseudonym(context.lookupKey)) };
}

/** Asked for once in a request, and not before somebody needs them. */
function rulesOf(store: AppealStore): () => Promise<AppealRules> {
  let asked: Promise<AppealRules> | null = null;
  return () => {
    asked ??= store.rules().then((rules) => {
      if (!rules) throw new Error('No catalogue was published yet.');
      return rules;
    });
    return asked;
  };
}

/** The subgraph of appeals: what cannot be done and what is complained of, seen to its end. */
async function start(context: SubgraphContext): Promise<Subgraph> {
  const { row, port, log, typeDefs, now, registry } = context;
  const { sql, store, close } = await open(context);
  const submissions = createSubmissions(context.doors, serviceIdentity(row.code), log.child({ part: row.code }));
  const departments = new Set(registry.departments.map(({ code }) => code));
  return createSubgraph({
    ...{ name: row.code, port, log, typeDefs, resolvers },
    context: async (_headers, identity): Promise<Context> => {
      const account = identity?.kind === 'CITIZEN' ? identity.subject : null;
      const rules = rulesOf(store);
      const ofSubmission = new DataLoader<string, ReadonlyArray<KeptAppeal>>(async (ids) => {
        const found = account === null ? [] : await store.ofSubmissions(account, ids);
        return ids.map((id) => found.filter(({ submission }) => submission === id));
      });
      return {
        ...{ identity, store, submissions, rules, now },
        steps: createSteps({ store, submissions, departments, rules, now }),
        byId: new DataLoader(async (ids) => {
          const found = await store.many(ids);
          return ids.map((id) => found.get(id) ?? null);
        }),
        ofSubmission: async (id) => (account === null ? null : ofSubmission.load(id)),
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

/** Takes out what closed appeals tell of persons, once nobody may keep it any longer. */
async function work(context: SubgraphContext): Promise<Work> {
  const { now, retention } = context;
  const { sql, store, close } = await open(context);
  const round = async (): Promise<void> => {
    const before = addPeriod(civilDateOf(now()), { months: -retention.appeals });
    const at = new Date(now()).toISOString();
    const instant = new Date(`${before}T00:00:00+08:00`).toISOString();
    while ((await store.eraseClosedBefore(instant, atOnce, at)) === atOnce);
  };
  const stopRounds = startRounds([{ round }], context.log.child({ part: 'appeals' }), context.pace?.keptMs ?? hourMs);
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

const appeals: SubgraphDefinition = {
  migrations: new URL('./migrations', import.meta.url),
  start,
  work,
  sealed: sealedPlaces,
  asks: true,
  publish: (transaction, { schema, revision, catalogue: { publication, departments } }) => {
    const { calendar, caseUnits: units, caseKinds: kinds } = publication;
    const codes = new Map([...departments].map(([department, all]) => [department, all.map(({ code }) => code)]));
    return publishRules(transaction, schema, revision, { calendar, units, kinds }, codes);
  },
};
export default appeals;
