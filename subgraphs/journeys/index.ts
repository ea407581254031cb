import { shownForMs } from '../../schema/retention.ts';
import { callerOf } from '../runtime/caller.ts';
import type { Doors, SubgraphContext, SubgraphDefinition, Work } from '../runtime/definition.ts';
import { serviceIdentity } from '../runtime/identity.ts';
import { openSealedDatabase } from '../runtime/keys/database.ts';
import { createPseudonym } from '../runtime/personal-data.ts';
import { readPin } from '../runtime/pin.ts';
import { startRounds } from '../runtime/rounds.ts';
import { createSubgraph, type Subgraph } from '../runtime/subgraph.ts';
import { createAcceptEvidence } from './accept-evidence.ts';
import { onlyAnswers } from './answers.ts';
import { createAppeals } from './appeals.ts';
import { createAppointments } from './appointments.ts';
import { createKnownTypes } from './asked-papers.ts';
import { createBringing } from './bringing.ts';
import { createClamd } from './clamd.ts';
import { createDecide } from './decide.ts';
import { createDelegations } from './delegations.ts';
import { createDoors } from './doors.ts';
import { createDownloads } from './downloads.ts';
import { createRequestErasure } from './erase.ts';
import { createCheckForm } from './form.ts';
import { gatherFrom } from './gather.ts';
import { giveFiles } from './giving.ts';
import { createKeeping } from './keeping.ts';
import { createKeptFiles } from './kept-files.ts';
import { createLanes } from './lanes.ts';
import { createLooking } from './looking.ts';
import { createDeliveryMeters, createLaneMeters, watchWorkLeft } from './meters.ts';
import { createMyData } from './my-data.ts';
import { createOffers } from './offers.ts';
import { createHearProvider } from './payments/hearing.ts';
import { createHttpProvider } from './payments/http.ts';
import type { PaymentProvider } from './payments/provider.ts';
import { hearProviders, servePayments } from './payments/routes.ts';
import { createSandbox } from './payments/sandbox.ts';
import { createPlanner } from './planner.ts';
import { createReasonsOfMatters } from './refusal-reasons.ts';
import { createRequestEvidence } from './request-evidence.ts';
import { createContext, resolvers } from './resolvers.ts';
import { createRetaining } from './retention.ts';
import { createRetry } from './retry.ts';
import { builtInScanner } from './scanner.ts';
import { createSubmissionStore } from './store/index.ts';
import { places, sealedPlaces } from './store/places.ts';
import { createSubmit } from './submit.ts';
import { createSupervision } from './supervision.ts';
import { createSupplement } from './supplement.ts';
import { createTaken } from './taken-views.ts';
import { takeUploads } from './taking.ts';
import { startTelling } from './telling.ts';
import { createUploads } from './uploads.ts';
import { createVault } from './vault.ts';
import { createWebhookMeters, startWebhooks } from './webhooks/telling.ts';
import { createWithdraw } from './withdraw.ts';
import { createWithdrawConsent } from './withdraw-consent.ts';
import { startWorker } from './worker.ts';

/** How long a killed worker's submissions wait for another. */
const holdMs = 5000;

/** What answering and working have in common; each has connections and doors of its own. */
async function open(context: SubgraphContext, toDoors: (doors: Doors) => Doors = (doors) => doors) {
  const { row, lookupKey, registry, now, chance } = context;
  const doors = toDoors(onlyAnswers(context.doors, context.log.child({ part: 'doors' })));
  const { db, sql, sealer, close } = await openSealedDatabase(context);
  const { ledgerKey } = context;
  if (!ledgerKey) throw new Error('Submissions are proven: their part has a key.');
  const pseudonym = createPseudonym(lookupKey, context.suite);
  const clientsTold = new Set(context.webhooks?.map(({ client }) => client));
  const store = createSubmissionStore({ db, sealer, pseudonym, ledgerKey, holdMs, now, chance, clientsTold });
  // Citizens' files lie there, sealed.
  const files = createKeptFiles(context.storage('uploads'), sealer);
  const pieces = createKeptFiles(context.storage('upload-pieces'), sealer, places.piece);
  const log = context.log.child({ part: 'files' });
  const scanner = context.scanner ? createClamd(context.scanner, log) : builtInScanner;
  const keeping = {
    rows: store.uploads,
    pieceRows: store.pieces,
    usedLinks: store.usedLinks,
    evidenceRequests: store.evidenceRequests,
    files,
    pieces,
    scanner,
    log,
    now,
  };
  const downloads = createDownloads({ store, files, sealer, now });
  const { payments } = context;
  const sandbox =
    payments.provider === 'SANDBOX'
      ? createSandbox({ rows: store.sandbox, secret: lookupKey, paysAtOnce: payments.paysAtOnce, now })
      : null;
  const http =
    payments.provider === 'HTTP'
      ? createHttpProvider({ ...payments, log: context.log.child({ part: 'payments' }), now })
      : null;
  return {
    sql,
    close: async () => {
      await http?.close();
      await close();
    },
    store,
    sandbox,
    provider: (sandbox ?? http) as PaymentProvider,
    keeping,
    downloads,
    vault: createVault(context.doors, serviceIdentity(row.code), context.log.child({ part: 'vault' })),
    appeals: createAppeals(context.doors, serviceIdentity(row.code), context.log.child({ part: 'appeals' })),
    appointments: createAppointments(
      context.doors,
      serviceIdentity(row.code),
      context.log.child({ part: 'appointments' }),
    ),
    supervision: createSupervision(
      context.doors,
      serviceIdentity(row.code),
      context.log.child({ part: 'supervision' }),
    ),
    offers: createOffers(context.doors, serviceIdentity(row.code), context.log.child({ part: 'offers' })),
    knownTypes: createKnownTypes(
      context.doors,
      serviceIdentity(row.code),
      context.log.child({ part: 'document types' }),
    ),
    reasonsOf: createReasonsOfMatters(
      context.doors,
      serviceIdentity(row.code),
      context.log.child({ part: 'refusal reasons' }),
    ),
    openDoor: createDoors(registry.departments, doors, serviceIdentity(row.code), downloads),
  };
}

/** The subgraph of plans and submissions. */
async function start(context: SubgraphContext): Promise<Subgraph> {
  const { graph, now } = context;
  const {
    sql,
    close,
    store,
    vault,
    appeals,
    appointments,
    supervision,
    reasonsOf,
    knownTypes,
    offers,
    sandbox,
    provider,
    keeping,
    downloads,
    openDoor,
  } = await open(context);
  await store.sealWhatLiesClear();
  const looking = createLooking(keeping.log);
  const bringing = createBringing({ ...keeping, rows: keeping.pieceRows });
  const uploads = createUploads({ ...keeping, bringing, pseudonym: store.pseudonym, looking });
  const checkForm = createCheckForm(now);
  const taken = createTaken(store, keeping.files, downloads);
  const planner = createPlanner({ log: context.log.child({ part: 'planner' }) });
  const myData = createMyData(store, openDoor, vault, appeals, appointments, offers, supervision);
  const delegations = createDelegations(
    context.doors,
    serviceIdentity(context.row.code),
    context.log.child({ part: 'delegations' }),
  );
  const gather = gatherFrom(graph);
  const mutations = {
    submit: createSubmit({ store, vault, delegations, gather, planner, checkForm, now }),
    supplement: createSupplement({ store, vault, checkForm, now }),
    withdraw: createWithdraw(store, openDoor),
    retry: createRetry(store),
    decide: createDecide({ store, openDoor, reasonsOf, knownTypes, now }),
    withdrawConsent: createWithdrawConsent(store, now),
    requestEvidence: createRequestEvidence({
      ...{ store, vault, gather, planner, checkForm, now, openDoor },
      atOnce: 8,
      withinMs: 8000,
      shownForMs: shownForMs(),
    }),
    acceptEvidence: createAcceptEvidence(store, now),
    requestErasure: createRequestErasure({ store, files: keeping.files, pieces: keeping.pieces, openDoor, now }),
  };
  return createSubgraph({
    name: context.row.code,
    port: context.port,
    log: context.log,
    meters: context.meters,
    typeDefs: context.typeDefs,
    resolvers,
    context: async (headers, identity) => {
      const caller = identity?.subject ?? callerOf(headers);
      const parts = { store, mutations, uploads, taken, downloads, myData, planner, vault, now };
      return createContext(parts, identity, readPin(headers), caller);
    },
    ready: async () => {
      await sql`select 1`;
    },
    routes: (app, identityOf) => {
      takeUploads(app, uploads, context.meters, now);
      giveFiles(app, downloads, identityOf);
      const hear = createHearProvider(store, provider, context.log.child({ part: 'payments' }));
      hearProviders(app, hear);
      if (sandbox) servePayments(app, sandbox, hear);
    },
    onClose: async () => {
      await Promise.all([planner.close(), looking.close()]);
      await close();
    },
  });
}

/** Carries submissions through, and looks after files. */
async function work(context: SubgraphContext): Promise<Work> {
  const { now, retention, meters } = context;
  const lanesLog = context.log.child({ part: 'doors' });
  const { sql, close, store, vault, appeals, appointments, supervision, reasonsOf, provider, keeping, openDoor } =
    await open(context, (doors) =>
      createLanes({ doors, clock: () => performance.now(), log: lanesLog, meters: createLaneMeters(meters) }),
    );
  const delivery = createDeliveryMeters(meters);
  watchWorkLeft(meters, store.workLeft);
  const log = context.log.child({ part: 'retention' });
  const retaining = createRetaining({
    store,
    files: keeping.files,
    pieces: keeping.pieces,
    openDoor,
    now,
    retention,
    log,
  });
  const stopKeeping = startRounds([createKeeping(keeping), retaining], keeping.log, context.pace?.keptMs, {
    name: context.row.code,
    meters,
  });
  const worker = await startWorker({
    store,
    sql,
    openDoor,
    provider,
    log: context.log.child({ part: 'worker' }),
    meters,
    delivery,
    now: context.now,
    holdMs,
    ...(context.pace?.dueMs === undefined ? {} : { pollMs: context.pace.dueMs }),
  });
  const telling = await startTelling({
    store,
    vault,
    appeals,
    appointments,
    supervision,
    reasonsOf,
    sql,
    log: context.log.child({ part: 'telling' }),
    meters,
    delivery,
    now,
  });
  const programs = await startWebhooks(
    {
      ...{ store, sql, now, chance: context.chance, process: meters },
      log: context.log.child({ part: 'webhooks' }),
      meters: createWebhookMeters(meters),
    },
    context.webhooks ?? [],
  );
  return {
    ready: async () => {
      await Promise.all([worker.ready(), telling.ready(), programs.ready()]);
    },
    stop: async () => {
      await Promise.all([worker.stop(), telling.stop(), programs.stop(), stopKeeping()]);
      await close();
    },
  };
}

const journeys: SubgraphDefinition = {
  migrations: new URL('./migrations', import.meta.url),
  start,
  work,
  sealed: sealedPlaces,
  asks: true,
  live: [{ path: '/submissions/:id/events', channel: 'submission', operation: 'submission' }],
  forward: [
    { method: 'PUT', path: '/uploads/:ticket' },
    { method: 'PATCH', path: '/uploads/:ticket' },
    { method: 'GET', path: '/downloads/:link' },
    { method: 'POST', path: '/payments/call-back' },
    { method: 'POST', path: '/sandbox-payments/:id/:deed' },
  ],
};
export default journeys;
