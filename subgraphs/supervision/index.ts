import DataLoader from 'dataloader';
import { addDays, addPeriod, civilDateOf } from '../language/civil-date.ts';
import type { SubgraphContext, SubgraphDefinition, Work } from '../runtime/definition.ts';
import { serviceIdentity } from '../runtime/identity.ts';
import { openSealedDatabase } from '../runtime/keys/database.ts';
import { createPseudonym } from '../runtime/personal-data.ts';
import { startRounds } from '../runtime/rounds.ts';
import { createSubgraph, type Subgraph } from '../runtime/subgraph.ts';
import { createJourneys, type FiguresOf, type FilingFigures } from './journeys.ts';
import type { Context } from './parents.ts';
import { resolvers } from './resolvers.ts';
import { createHearAsked } from './steps/asked-papers.ts';
import { createDelegationSteps } from './steps/delegations.ts';
import { createIssueSteps } from './steps/issues.ts';
import { createReviewSteps } from './steps/reviews.ts';
import { createRecordWalkthrough } from './steps/walkthroughs.ts';
import {
  createSupervisionStore,
  type Published,
  publishCatalogue,
  publishMatters,
  type SupervisionStore,
  sealedPlaces,
} from './store/index.ts';

async function open(context: SubgraphContext) {
  const { db, sql, sealer, close } = await openSealedDatabase(context);
  return { sql, close, store: createSupervisionStore(db, sealer, createPseudonym(context.lookupKey, context.suite)) };
}

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

/** The subgraph of supervision: what authorities have online, what they hand down, and what is held against what they publish. */
async function start(context: SubgraphContext): Promise<Subgraph> {
  const { row, port, log, typeDefs, now, doors, registry } = context;
  const { sql, store, close } = await open(context);
  const departments = new Set(registry.departments.map(({ code }) => code));
  const journeys = createJourneys(doors, serviceIdentity(row.code), log.child({ part: row.code }));
  return createSubgraph({
    ...{ name: row.code, port, log, typeDefs, resolvers, meters: context.meters },
    context: async (_headers, identity): Promise<Context> => {
      const published = publishedOf(store);
      return {
        ...{ identity, store, published, journeys, now },
        steps: createDelegationSteps({ store, published, now }),
        issueSteps: createIssueSteps({ store, published, departments, now }),
        reviewSteps: createReviewSteps({ store, journeys, published, now }),
        recordWalkthrough: createRecordWalkthrough({ store, published, now }),
        hearAsked: createHearAsked({ store, journeys, published, now }),
        figures: new DataLoader<FiguresOf, FilingFigures, string>((of) => journeys.figures(of), {
          cacheKeyFn: (of) => JSON.stringify(of),
          maxBatchSize: 100,
        }),
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

/** Takes out who of the staff did what, once nobody may keep it any longer. */
async function work(context: SubgraphContext): Promise<Work> {
  const { now, retention } = context;
  const { sql, store, close } = await open(context);
  const round = async (): Promise<void> => {
    const before = addPeriod(civilDateOf(now()), { months: -retention.supervision });
    const instant = new Date(`${before}T00:00:00+08:00`).toISOString();
    const at = new Date(now()).toISOString();
    const rules = (await store.latest())?.content.rules;
    if (rules) await store.askedPapers.forgetBefore(addDays(civilDateOf(now()), -rules.drift.withinDays));
    while ((await store.delegations.eraseBefore(instant, atOnce)) === atOnce);
    while ((await store.walkthroughs.eraseBefore(instant, atOnce)) === atOnce);
    while ((await store.reviews.eraseBefore(instant, atOnce, at)) === atOnce);
    while ((await store.issues.eraseClosedBefore(instant, atOnce, at)) === atOnce);
  };
  const stopRounds = startRounds(
    [{ round }],
    context.log.child({ part: 'supervision' }),
    context.pace?.keptMs ?? hourMs,
    { name: context.row.code, meters: context.meters },
  );
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

const supervision: SubgraphDefinition = {
  migrations: new URL('./migrations', import.meta.url),
  start,
  work,
  sealed: sealedPlaces,
  asks: true,
  publish: async (transaction, { schema, revision, catalogue: { publication, departments } }) => {
    const { businessItems, availabilityReasons, delegations, supervision: rules, calendar } = publication;
    const documentTypes = publication.documentTypes.map(({ code, name, aliases }) => ({
      code,
      names: [name.zh, name.en, ...aliases],
    }));
    const content = { businessItems, availabilityReasons, delegations, rules, calendar, documentTypes };
    await publishCatalogue(transaction, schema, revision, content);
    await publishMatters(transaction, schema, revision, departments);
  },
};
export default supervision;
