import { type Registry, readRegistry } from '../../schema/registry.ts';
import { journeysTypeDefs } from '../../schema/subgraphs.ts';
import { problemStatus, problemText } from '../language/problems.ts';
import { type DatabaseOptions, openDatabase } from '../runtime/database.ts';
import { createIdentityVerifier, identityHeader } from '../runtime/identity.ts';
import { createSealer } from '../runtime/personal-data.ts';
import { readPin } from '../runtime/pin.ts';
import { createSubgraph, type Subgraph } from '../runtime/subgraph.ts';
import { createDecide } from './decide.ts';
import { fileArrived } from './domain/reasons.ts';
import { maximumUploadBytes, type PutOutcome } from './domain/uploads.ts';
import { createDoors, type Doors } from './doors.ts';
import { createCheckForm } from './form.ts';
import type { GraphClient } from './gather.ts';
import { createContext, resolvers } from './resolvers.ts';
import { createSubmissionStore } from './store/index.ts';
import { createSubmit } from './submit.ts';
import { createSupplement } from './supplement.ts';
import { createUploads } from './uploads.ts';
import { createWithdraw } from './withdraw.ts';
import { startWorker, type Worker } from './worker.ts';

export { type Doors, doorOverHttp } from './doors.ts';
export type { GraphClient } from './gather.ts';

export interface JourneysOptions {
  readonly database: DatabaseOptions;
  readonly identitySecret: string;
  /** Seals personal data; newest first. */
  readonly dataKeys: ReadonlyArray<Buffer>;
  readonly graph: GraphClient;
  readonly doors: Doors;
  /** Whether this process also carries submissions through. */
  readonly worker: boolean;
  /** Where uploaded files lie, sealed. */
  readonly storageFolder: string;
  readonly registry?: Registry;
  /** How long a killed worker's submissions wait for another; default 5 s. */
  readonly holdMs?: number;
  /** The clock, in milliseconds; default the machine's. */
  readonly now?: () => number;
  /** In [0, 1): spreads retries; default random. */
  readonly chance?: () => number;
}

/** The subgraph of plans and submissions. */
export async function startJourneys(options: JourneysOptions): Promise<Subgraph> {
  const { identitySecret, registry = readRegistry(), holdMs = 5000, now = Date.now, chance = Math.random } = options;
  const { db, sql, close } = openDatabase(options.database);
  const sealer = createSealer(options.dataKeys);
  const store = createSubmissionStore({ db, sealer, holdMs, now, chance });
  const uploads = createUploads({ rows: store.uploads, folder: options.storageFolder, sealer, now });
  const openDoor = createDoors(registry.departments, options.doors, identitySecret);
  const checkForm = createCheckForm();
  const mutations = {
    submit: createSubmit({ store, graph: options.graph, checkForm, now }),
    supplement: createSupplement(store, checkForm),
    withdraw: createWithdraw(store, openDoor),
    decide: createDecide(store, openDoor),
  };
  const verify = createIdentityVerifier(identitySecret);
  const subgraph = await createSubgraph({
    name: 'journeys',
    typeDefs: journeysTypeDefs(),
    resolvers,
    context: async (headers) => {
      const identity = await verify(headers[identityHeader] as string | undefined);
      return createContext({ store, mutations, uploads }, identity, readPin(headers));
    },
    ready: async () => {
      await sql`select 1`;
    },
    routes: (app) => {
      app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: maximumUploadBytes }, (_request, body, done) =>
        done(null, body),
      );
      app.put<{ Params: { ticket: string } }>('/uploads/:ticket', async (request, reply) => {
        const content = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        const { status, message } = putAnswers[await uploads.put(request.params.ticket, content)];
        return reply.code(status).send({ message });
      });
    },
  });
  const worker: Worker | undefined = options.worker
    ? await startWorker({ store, sql, openDoor, now, holdMs })
    : undefined;
  return {
    ...subgraph,
    close: async () => {
      await worker?.stop();
      await subgraph.close();
      await close();
    },
  };
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
