import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { Agent } from 'undici';
import { executeOverHttp } from '../scripts/reach.ts';
import type { Identity } from '../subgraphs/runtime/identity.ts';
import type { Subgraph, SubgraphResponse } from '../subgraphs/runtime/subgraph.ts';

/** What one call meets. `work` does what was asked, once it is called. */
interface Met {
  readonly response: ServerResponse;
  readonly socket: Socket;
  /** The field that was asked. */
  readonly field: string;
  work(): Promise<SubgraphResponse>;
}
export interface Fault {
  readonly name: string;
  /** What the submission makes of it: it asks again by itself; its staff have to look; or it does not notice. */
  readonly means: 'ASKED_AGAIN' | 'LEFT_TO_STAFF' | 'NOTHING';
  /** Where it is asked in place of its server. */
  readonly url?: string;
  meet(met: Met): Promise<unknown> | unknown;
}

const says =
  (status: number, body: string, headers: Record<string, string> = {}) =>
  ({ response }: Met) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
const receipt =
  (said: unknown) =>
  ({ response, field }: Met) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data: { [field]: said } }));
const nothing = (): void => {};
const slowMs = 30;
const patientMs = 300_000;
const bigBytes = 50 * 1024 * 1024;

/** Faults of a department’s server and of the way to it; `reliability.md` names them. */
export const faults: ReadonlyArray<Fault> = [
  // Nobody listens at the port for discarded traffic.
  { name: 'refuses connections', means: 'ASKED_AGAIN', url: 'http://127.0.0.1:9/graphql', meet: nothing },
  // Names that end so exist nowhere (RFC 6761).
  { name: 'has a name that nobody knows', means: 'ASKED_AGAIN', url: 'http://tax.invalid/graphql', meet: nothing },
  { name: 'resets before the headers', means: 'ASKED_AGAIN', meet: ({ socket }) => socket.resetAndDestroy() },
  {
    name: 'resets in the middle of the body',
    means: 'ASKED_AGAIN',
    async meet({ response, socket }) {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' }).write('{"data":');
      await delay(slowMs);
      socket.resetAndDestroy();
    },
  },
  { name: 'accepts and is silent', means: 'ASKED_AGAIN', meet: nothing },
  { name: 'ends its side and is silent', means: 'ASKED_AGAIN', meet: ({ socket }) => socket.end() },
  {
    name: 'begins late',
    means: 'NOTHING',
    async meet({ response, work }) {
      await delay(10 * slowMs);
      response.writeHead(200).end(JSON.stringify(await work()));
    },
  },
  {
    name: 'sends a byte now and then',
    means: 'ASKED_AGAIN',
    meet({ response }) {
      response.writeHead(200, { 'content-type': 'application/json' });
      const timer = setInterval(() => response.write(' '), slowMs);
      response.once('close', () => clearInterval(timer));
    },
  },
  { name: 'does the work and answers nobody', means: 'ASKED_AGAIN', meet: ({ work }) => work() },
  {
    name: 'does the work and breaks off its answer',
    means: 'ASKED_AGAIN',
    async meet({ response, socket, work }) {
      const answer = JSON.stringify(await work());
      response.writeHead(200, { 'content-length': String(answer.length * 4) }).write(answer.slice(0, -1));
      await delay(slowMs);
      socket.resetAndDestroy();
    },
  },
  { name: 'answers 500', means: 'ASKED_AGAIN', meet: says(500, '{"data":null}') },
  { name: 'answers 502 with a page', means: 'ASKED_AGAIN', meet: says(502, '<html>', { 'content-type': 'text/html' }) },
  { name: 'answers 429 and when to come again', means: 'ASKED_AGAIN', meet: says(429, '', { 'retry-after': '2' }) },
  { name: 'answers broken JSON', means: 'ASKED_AGAIN', meet: says(200, '{"data":{') },
  { name: 'answers other types', means: 'LEFT_TO_STAFF', meet: receipt({ state: 7, results: 'none' }) },
  { name: 'answers null where there must be something', means: 'LEFT_TO_STAFF', meet: receipt({ state: null }) },
  { name: 'answers errors without a message', means: 'ASKED_AGAIN', meet: says(200, '{"errors":[{}]}') },
  {
    name: 'answers fifty megabytes',
    means: 'ASKED_AGAIN',
    meet: ({ response, field }) =>
      response.end(`{"data":{"${field}":{"state":"APPROVED","results":[],"more":"${'x'.repeat(bigBytes)}"}}}`),
  },
  {
    name: 'answers a small body that unpacks to fifty megabytes',
    means: 'ASKED_AGAIN',
    meet: ({ response, field }) =>
      response
        .writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
        .end(gzipSync(`{"data":{"${field}":{"state":"APPROVED","results":[],"more":"${'x'.repeat(bigBytes)}"}}}`)),
  },
  {
    name: 'answers a second time, to what was not asked',
    means: 'NOTHING',
    async meet({ socket, field, work }) {
      const say = (answer: unknown): string => {
        const body = Buffer.from(JSON.stringify(answer));
        return `HTTP/1.1 200 OK\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
      };
      const refused = { data: { [field]: { state: 'REFUSED', messages: { zh: '别人的', en: 'Another’s' } } } };
      socket.write(say(await work()) + say(refused));
    },
  },
];

export interface FaultySwitch {
  /** What calls of these fields meet; null: nothing stands in the way. */
  set(fault: Fault | null, fields?: RegExp): void;
  /** How often it was met. */
  met(): number;
  /** Calls that the part itself has seen, by field. */
  readonly worked: Map<string, number>;
}

/** Puts a part behind a server and a connection of its own, on which calls can go wrong. */
export async function behindFaults(
  execute: Subgraph['execute'],
  deadlineMs: number,
): Promise<{
  readonly execute: Subgraph['execute'];
  readonly faulty: FaultySwitch;
  close(): Promise<void>;
}> {
  let fault: Fault | null = null;
  let fields = /^/;
  let met = 0;
  const worked = new Map<string, number>();
  const fieldOf = (query: string): string => /\{\s*(\w+)/.exec(query)?.[1] ?? '';
  const isMet = (query: string): boolean => fault !== null && fields.test(fieldOf(query));

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const { query, variables } = JSON.parse(String(Buffer.concat(pieces)));
    const { told } = request.headers;
    const { headers, identity } = JSON.parse(decodeURIComponent(String(told)));
    const field = fieldOf(query);
    const work = async (): Promise<SubgraphResponse> => {
      worked.set(field, (worked.get(field) ?? 0) + 1);
      return execute({ query, variables, headers, identity });
    };
    if (fault && isMet(query)) {
      met += 1;
      await fault.meet({ response, socket: request.socket, field, work });
      return;
    }
    const answer = await work().catch(() => null);
    if (answer) response.end(JSON.stringify(answer));
    else response.writeHead(500).end();
  }
  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  const agent = new Agent({ maxResponseSize: 5 * 1024 * 1024 });
  return {
    faulty: {
      set: (next, of = /^/) => {
        fault = next;
        fields = of;
        met = 0;
        worked.clear();
      },
      met: () => met,
      worked,
    },
    execute: (request) => {
      const { headers, identity = null } = request;
      // Who asks and from what, as it was said here: how parts prove it to each other is not looked at.
      const told = encodeURIComponent(JSON.stringify({ headers, identity }));
      const isElsewhere = fault?.url !== undefined && isMet(request.query);
      if (isElsewhere) met += 1;
      const asks = executeOverHttp(
        'faulty',
        (isElsewhere && fault?.url) || url,
        async (_part: string, _as: Identity | null) => ({ told }),
        agent,
        // Only what is never answered is waited for in vain: the rest takes as long as a busy machine needs.
        isMet(request.query) && fault?.means === 'ASKED_AGAIN' ? deadlineMs : patientMs,
      );
      return asks(request);
    },
    close: async () => {
      server.closeAllConnections();
      await agent.destroy();
      server.close();
    },
  };
}
