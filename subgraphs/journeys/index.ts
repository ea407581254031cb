import { type Registry, readRegistry } from '../../schema/registry.ts';
import { journeysTypeDefs } from '../../schema/subgraphs.ts';
import { type DatabaseOptions, openDatabase } from '../runtime/database.ts';
import { createIdentityVerifier, identityHeader } from '../runtime/identity.ts';
import { createSealer } from '../runtime/personal-data.ts';
import { readPin } from '../runtime/pin.ts';
import { createSubgraph, type Subgraph } from '../runtime/subgraph.ts';
import { createDoors, type Doors } from './doors.ts';
import { createMutations, type GraphClient } from './mutations.ts';
import { createContext, resolvers } from './resolvers.ts';
import { createSubmissionStore } from './store.ts';
import { createUploadStore, maximumUploadBytes } from './uploads.ts';
import { startWorker, type Worker } from './worker.ts';

export { type Doors, doorOverHttp } from './doors.ts';
export type { GraphClient } from './mutations.ts';

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
}

/** The subgraph of plans and submissions. */
export async function startJourneys(options: JourneysOptions): Promise<Subgraph> {
  const { identitySecret, registry = readRegistry() } = options;
  const { db, sql, close } = openDatabase(options.database);
  const sealer = createSealer(options.dataKeys);
  const store = createSubmissionStore(db, sealer);
  const uploads = createUploadStore(db, options.storageFolder, sealer);
  const openDoor = createDoors(registry.departments, options.doors, identitySecret);
  const mutations = createMutations(store, uploads, options.graph, openDoor);
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
        const status = await uploads.put(request.params.ticket, content);
        return reply.code(status).send(uploadAnswers[status]);
      });
    },
  });
  const worker: Worker | undefined = options.worker
    ? await startWorker({ store, sql, openDoor, ...(options.holdMs === undefined ? {} : { holdMs: options.holdMs }) })
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

const uploadAnswers = {
  201: { message: '已收到文件。 The file has arrived.' },
  404: {
    message:
      '上传地址无效或已过期，请重新调用 createUpload。 This place does not exist or has ended: ask for another by createUpload.',
  },
  409: { message: '此文件已上传。 This file has arrived before.' },
  422: { message: '文件与声明的大小或 sha256 不符。 The file is not of the size or sha256 announced.' },
};
