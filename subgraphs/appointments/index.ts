import DataLoader from 'dataloader';
import { addPeriod, civilDateOf } from '../language/civil-date.ts';
import type { SubgraphContext, SubgraphDefinition, Work } from '../runtime/definition.ts';
import { serviceIdentity } from '../runtime/identity.ts';
import { openSealedDatabase } from '../runtime/keys/database.ts';
import { createPseudonym } from '../runtime/personal-data.ts';
import { startRounds } from '../runtime/rounds.ts';
import { createSubgraph, type Subgraph } from '../runtime/subgraph.ts';
import { createSubmissions } from '../runtime/submissions.ts';
import { createAgency } from './agency.ts';
import { createBooking } from './booking.ts';
import type { WindowRules } from './domain/rules.ts';
import { createDays } from './offers.ts';
import type { Context } from './parents.ts';
import { resolvers } from './resolvers.ts';
import {
  type AppointmentStore,
  createAppointmentStore,
  type KeptTicket,
  publishRules,
  sealedPlaces,
} from './store/index.ts';
import { createWindows } from './windows.ts';

async function open(context: SubgraphContext) {
  const { ledgerKey } = context;
  if (!ledgerKey) throw new Error('Every row of the log is signed: this part has a key.');
  const { db, sql, sealer, close } = await openSealedDatabase(context);
  return {
    sql,
    close,
    store: createAppointmentStore(db, sealer, createPseudonym(context.lookupKey, context.suite), ledgerKey),
  };
}

/** Asked for once in a request, and not before somebody needs them. */
function rulesOf(store: AppointmentStore): () => Promise<WindowRules> {
  let asked: Promise<WindowRules> | null = null;
  return () => {
    asked ??= store.rules().then((rules) => {
      if (!rules) throw new Error('No catalogue was published yet.');
      return rules;
    });
    return asked;
  };
}

/** The subgraph of numbers: what windows can serve, who booked what, who waits, and what should not be. */
async function start(context: SubgraphContext): Promise<Subgraph> {
  const { row, port, log, typeDefs, now } = context;
  const { sql, store, close } = await open(context);
  const submissions = createSubmissions(context.doors, serviceIdentity(row.code), log.child({ part: row.code }));
  return createSubgraph({
    ...{ name: row.code, port, log, typeDefs, resolvers, meters: context.meters },
    context: async (_headers, identity): Promise<Context> => {
      const account = identity?.kind === 'CITIZEN' ? identity.subject : null;
      const rules = rulesOf(store);
      const ofSubmission = new DataLoader<string, ReadonlyArray<KeptTicket>>(async (ids) => {
        const found = account === null ? [] : await store.ofSubmissions(account, ids);
        return ids.map((id) => found.filter(({ submission }) => submission === id));
      });
      const days = createDays(store, rules, now);
      const parts = { store, submissions, rules, days, now };
      return {
        ...{ identity, store, rules, days, now },
        ...{ booking: createBooking(parts), windows: createWindows(parts), agency: createAgency(parts) },
        agents: new DataLoader(async (ids) => {
          const found = await store.agents(ids);
          return ids.map((id) => found.get(id) ?? null);
        }),
        departments: new DataLoader(async (codes) => {
          const found = await store.departmentsOf(codes);
          return codes.map((code) => found.get(code) ?? null);
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

const minuteMs = 60_000;
const atOnce = 100;

/** Settles days whose numbers begin to be given out, ends days that are over, and takes out what nobody may keep any longer. */
async function work(context: SubgraphContext): Promise<Work> {
  const { now, retention } = context;
  const { sql, store, close } = await open(context);
  const days = async (): Promise<void> => {
    const at = new Date(now()).toISOString();
    const today = civilDateOf(now());
    await store.keeping.endDaysBefore(today, at);
    const rules = await store.rules();
    if (rules) await store.keeping.settleReleased(rules, today, at);
  };
  const erasure = async (): Promise<void> => {
    const before = addPeriod(civilDateOf(now()), { months: -retention.appointments });
    const at = new Date(now()).toISOString();
    while ((await store.keeping.eraseBefore(before, atOnce, at)) === atOnce);
  };
  const stopRounds = startRounds(
    [{ round: days }, { round: erasure }],
    context.log.child({ part: 'appointments' }),
    context.pace?.keptMs ?? minuteMs,
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

const appointments: SubgraphDefinition = {
  migrations: new URL('./migrations', import.meta.url),
  start,
  work,
  sealed: sealedPlaces,
  asks: true,
  publish: (transaction, { schema, revision, catalogue: { publication, departments } }) => {
    const { calendar, serviceWindows } = publication;
    const codes = new Map([...departments].map(([department, all]) => [department, all.map(({ code }) => code)]));
    return publishRules(transaction, schema, revision, { calendar, ...serviceWindows }, codes);
  },
};
export default appointments;
