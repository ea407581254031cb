import DataLoader from 'dataloader';
import { addPeriod, civilDateOf } from '../language/civil-date.ts';
import { callerOf } from '../runtime/caller.ts';
import type { SubgraphContext, SubgraphDefinition, Work } from '../runtime/definition.ts';
import { type Identity, serviceIdentity } from '../runtime/identity.ts';
import { openSealedDatabase } from '../runtime/keys/database.ts';
import { createPseudonym } from '../runtime/personal-data.ts';
import { startRounds } from '../runtime/rounds.ts';
import { createSubgraph, type Subgraph } from '../runtime/subgraph.ts';
import { createSubmissions } from '../runtime/submissions.ts';
import { createClassing } from './classing.ts';
import { createDelivering } from './delivering.ts';
import type { IntakePlace, IntakePoint } from './domain/intake.ts';
import type { AppealRules } from './domain/rules.ts';
import { lodgedForCaller } from './lodging.ts';
import { createOpening } from './opening.ts';
import type { Context } from './parents.ts';
import { createPhotos } from './photos.ts';
import { resolvers } from './resolvers.ts';
import { createSteps } from './steps.ts';
import {
  type AppealStore,
  createAppealStore,
  type KeptAppeal,
  type KeptSource,
  publishRules,
  sealedPlaces,
} from './store/index.ts';
import { isAnswered } from './told.ts';
import { lookingFor } from './who-sees.ts';

async function open(context: SubgraphContext) {
  const { db, sql, sealer, close } = await openSealedDatabase(context);
  if (!context.ledgerKey) throw new Error('Appeals sign what happens to them: their part has a key.');
  const store = createAppealStore(db, sealer, createPseudonym(context.lookupKey, context.suite), context.ledgerKey);
  return { sql, close, store, ledgerKey: context.ledgerKey };
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

/** What is looked up by code or by appeal in one request. */
function lookingUp(store: AppealStore, account: string | null) {
  const none: ReadonlyArray<KeptSource> = [];
  return {
    sourceCounts: new DataLoader<string, number>(async (ids) => {
      const found = await store.countSources(ids);
      return ids.map((id) => found.get(id) ?? 0);
    }),
    ownSources: new DataLoader<string, ReadonlyArray<KeptSource>>(async (ids) => {
      const found = account === null ? new Map() : await store.ownSources(ids, account);
      return ids.map((id) => found.get(id) ?? none);
    }),
    points: new DataLoader<string, IntakePoint | null>(async (codes) => {
      const found = await store.points(codes);
      return codes.map((code) => found.get(code) ?? null);
    }),
    places: new DataLoader<string, IntakePlace | null>(async (codes) => {
      const found = await store.places(codes);
      return codes.map((code) => found.get(code) ?? null);
    }),
  };
}

/** What is written down of who looks, once for each appeal of a request. */
function noting(store: AppealStore, identity: Identity | null, now: () => number): Pick<Context, 'look' | 'receive'> {
  const seen = new Set<string>();
  const at = (): string => new Date(now()).toISOString();
  return {
    async look(appeals) {
      if (identity?.kind !== 'STAFF') return;
      const fresh = appeals.filter(({ id }) => !seen.has(id));
      for (const { id } of fresh) seen.add(id);
      const staff = identity.subject;
      await store.addAccesses(
        fresh.map((each) => ({ appeal: each.id, kind: 'READ', unit: lookingFor(each, identity), staff, at: at() })),
      );
    },
    async receive(appeals) {
      const answered = appeals.filter(({ state }) => isAnswered(state)).map(({ id }) => id);
      if (identity?.kind !== 'CITIZEN' || answered.length === 0) return;
      const own = await store.ownSources(answered, identity.subject);
      await store.markReceived(
        [...own.values()].flat().map(({ id }) => id),
        at(),
      );
    },
  };
}

/** The subgraph of appeals: what cannot be done and what is complained of, seen to its end. */
async function start(context: SubgraphContext): Promise<Subgraph> {
  const { row, port, log, typeDefs, now, registry } = context;
  const { sql, store, close, ledgerKey } = await open(context);
  const submissions = createSubmissions(context.doors, serviceIdentity(row.code), log.child({ part: row.code }));
  const photos = createPhotos(context.doors, serviceIdentity(row.code), log.child({ part: row.code }));
  const departments = new Set(registry.departments.map(({ code }) => code));
  return createSubgraph({
    ...{ name: row.code, port, log, typeDefs, resolvers, meters: context.meters },
    context: async (headers, identity): Promise<Context> => {
      const account = identity?.kind === 'CITIZEN' ? identity.subject : null;
      const rules = rulesOf(store);
      const ofSubmission = new DataLoader<string, ReadonlyArray<KeptAppeal>>(async (ids) => {
        const found = account === null ? [] : await store.ofSubmissions(account, ids);
        return ids.map((id) => found.filter(({ submission }) => submission === id));
      });
      const parts = { store, photos, submissions, departments, rules, now };
      const noted = noting(store, identity, now);
      return {
        ...{ identity, store, photos, submissions, rules, ledgerKey, now, caller: callerOf(headers) },
        opening: createOpening(parts),
        delivering: createDelivering(parts),
        classing: createClassing(parts),
        steps: createSteps(parts),
        byId: new DataLoader(async (ids) => {
          const found = await store.many(ids);
          return ids.map((id) => found.get(id) ?? null);
        }),
        lodgedFor: (id) => lodgedForCaller({ store, identity, look: noted.look }, id),
        ofSubmission: async (id) => (account === null ? null : ofSubmission.load(id)),
        ...lookingUp(store, account),
        ...noted,
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
  const photos = createPhotos(context.doors, serviceIdentity(context.row.code), context.log.child({ part: 'appeals' }));
  const round = async (): Promise<void> => {
    const before = addPeriod(civilDateOf(now()), { months: -retention.appeals });
    const at = new Date(now()).toISOString();
    const instant = new Date(`${before}T00:00:00+08:00`).toISOString();
    while ((await store.eraseClosedBefore(instant, atOnce, at, photos.letGo)) === atOnce);
    while ((await store.eraseAsked(atOnce, at, photos.letGo)) === atOnce);
    await store.forgetTurns(new Date(now() - hourMs).toISOString());
  };
  // By itself: what may not go yet by the database's clock keeps nothing else from going.
  const looks = async (): Promise<void> => {
    const before = addPeriod(civilDateOf(now()), { months: -retention.accesses });
    await store.forgetAccesses(new Date(`${before}T00:00:00+08:00`).toISOString());
  };
  const stopRounds = startRounds(
    [{ round }, { round: looks }],
    context.log.child({ part: 'appeals' }),
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

const appeals: SubgraphDefinition = {
  migrations: new URL('./migrations', import.meta.url),
  start,
  work,
  sealed: sealedPlaces,
  asks: true,
  publish: (transaction, { schema, revision, catalogue: { publication, departments } }) => {
    const { calendar, caseUnits: units, caseKinds: kinds, casePlatforms: platforms, intakePoints } = publication;
    return publishRules(
      transaction,
      schema,
      revision,
      { calendar, units, platforms, kinds },
      departments,
      intakePoints,
    );
  },
};
export default appeals;
