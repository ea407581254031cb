import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { maxima } from '../language/maxima.ts';
import { problemStatus, problemText } from '../language/problems.ts';
import { callerOf } from '../runtime/caller.ts';
import { openDatabase } from '../runtime/database.ts';
import type { SubgraphContext, SubgraphDefinition } from '../runtime/definition.ts';
import { serviceIdentity } from '../runtime/identity.ts';
import { createSealer } from '../runtime/personal-data.ts';
import { readPin } from '../runtime/pin.ts';
import { createSubgraph, type Subgraph } from '../runtime/subgraph.ts';
import { createDecide } from './decide.ts';
import { fileArrived } from './domain/reasons.ts';
import type { PutOutcome } from './domain/uploads.ts';
import { createDoors } from './doors.ts';
import { createCheckForm } from './form.ts';
import { createPlanner } from './planner.ts';
import { createContext, resolvers } from './resolvers.ts';
import { createSubmissionStore } from './store/index.ts';
import { createSubmit } from './submit.ts';
import { createSupplement } from './supplement.ts';
import { createUploads, type Uploads } from './uploads.ts';
import { createWithdraw } from './withdraw.ts';
import { startWorker } from './worker.ts';

/** How long a killed worker's submissions wait for another. */
const holdMs = 5000;

/** What answering and working have in common; each has connections of its own. */
function open({ row, database, dataKeys, registry, doors, now, chance }: SubgraphContext) {
  const { db, sql, close } = openDatabase(database);
  const sealer = createSealer(dataKeys);
  const store = createSubmissionStore({ db, sealer, holdMs, now, chance });
  return { sql, close, sealer, store, openDoor: createDoors(registry.departments, doors, serviceIdentity(row.code)) };
}

/** The subgraph of plans and submissions. */
async function start(context: SubgraphContext): Promise<Subgraph> {
  const { graph, now } = context;
  const { sql, close, sealer, store, openDoor } = open(context);
  await store.sealWhatLiesClear();
  // Citizens' files lie there, sealed.
  const folder = join(context.dataFolder, 'uploads');
  const uploads = createUploads({ rows: store.uploads, folder, sealer, now });
  const checkForm = createCheckForm(now);
  const planner = createPlanner({ log: context.log.child({ part: 'planner' }) });
  const mutations = {
    submit: createSubmit({ store, graph, planner, checkForm, now }),
    supplement: createSupplement(store, checkForm),
    withdraw: createWithdraw(store, openDoor),
    decide: createDecide(store, openDoor, now),
  };
  return createSubgraph({
    name: context.row.code,
    port: context.port,
    log: context.log,
    typeDefs: context.typeDefs,
    resolvers,
    context: async (headers, identity) => {
      const caller = identity?.subject ?? callerOf(headers);
      return createContext({ store, mutations, uploads, planner }, identity, readPin(headers), caller);
    },
    ready: async () => {
      await sql`select 1`;
    },
    routes: (app) => takeUploads(app, uploads),
    onClose: async () => {
      await planner.close();
      await close();
    },
  });
}

/** Carries submissions through. */
async function work(context: SubgraphContext): Promise<() => Promise<void>> {
  const { sql, close, store, openDoor } = open(context);
  const worker = await startWorker({
    store,
    sql,
    openDoor,
    log: context.log.child({ part: 'worker' }),
    now: context.now,
    holdMs,
  });
  return async () => {
    await worker.stop();
    await close();
  };
}

function takeUploads(app: FastifyInstance, uploads: Uploads): void {
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: maxima.uploadBytes }, (_request, body, done) =>
    done(null, body),
  );
  app.head<{ Params: { ticket: string } }>('/uploads/:ticket', async (request, reply) => {
    const place = await uploads.place(request.params.ticket);
    if (typeof place === 'string') return reply.code(putAnswers[place].status).send();
    return reply.code(204).header('upload-limit', `max-size=${place.bytes}`).send();
  });
  app.put<{ Params: { ticket: string } }>('/uploads/:ticket', async (request, reply) => {
    const content = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const { status, message } = putAnswers[await uploads.put(request.params.ticket, content)];
    return reply.code(status).send({ message });
  });
}

function putAnswer(id: 'UPLOAD_TICKET_UNKNOWN' | 'UPLOAD_REPEATED' | 'UPLOAD_DIFFERS') {
  const { zh, en } = problemText(id);
  return { status: problemStatus(id) as number, message: `${zh} ${en}` };
}
const putAnswers: Readonly<Record<PutOutcome, { readonly status: number; readonly message: string }>> = {
  STORED: { status: 201, message: `${fileArrived.zh} ${fileArrived.en}` },
  NO_SUCH_PLACE: putAnswer('UPLOAD_TICKET_UNKNOWN'),
  STORED_BEFORE: putAnswer('UPLOAD_REPEATED'),
  NOT_AS_ANNOUNCED: putAnswer('UPLOAD_DIFFERS'),
};

const journeys: SubgraphDefinition = {
  migrations: new URL('./migrations', import.meta.url),
  start,
  work,
  asks: true,
  live: [{ path: '/submissions/:id/events', channel: 'submission', operation: 'submission' }],
  forward: [{ method: 'PUT', path: '/uploads/:ticket' }],
};
export default journeys;
