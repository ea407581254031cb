import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Ask, Reach, Told } from '../generated-supergraph.ts';
import { type Leaving, sendPlain } from './wire-faults.ts';

type Break = (leaving: Omit<Leaving, 'tooManyBytes' | 'draw'>) => unknown;

/** Serves generated subgraphs over HTTP, each under its name. */
export class Served {
  readonly #asks = new Map<string, Ask>();
  readonly #server: Server;
  readonly #stranger: Server;
  #at = -1;
  #isLasting = false;
  #break: Break = sendPlain;
  #broken: string | null = null;
  /** Since the last `breakOne`. */
  fetches = 0;
  /** What was broken, once it has been. */
  fetch: string | null = null;
  /** What a server was sent that is nobody's subgraph. */
  readonly strayed: string[] = [];

  private constructor() {
    this.#server = createServer((request, response) => {
      this.#serve(request, response).catch((error) => response.destroy(error));
    });
    this.#stranger = createServer(async (request, response) => {
      this.strayed.push(await text(request));
      response.end('{"data":{}}');
    });
  }

  static async listen(): Promise<Served> {
    const served = new Served();
    for (const server of [served.#server, served.#stranger])
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return served;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { url: path = '/' } = request;
    const body = await text(request);
    const ask = this.#asks.get(/^\/(\w+)/.exec(path)?.[1] ?? '');
    if (!ask) {
      response.writeHead(404).end();
      return;
    }
    const { answer, fetch, schema } = await ask(path.split('/')[1] as string, JSON.parse(body));
    const leaving = { response, answer: answer as Told, fetch, schema, path, elsewhere: urlOf(this.#stranger) };
    // What has moved is counted once; what is asked again meets the same again, or not.
    const hasMoved = path.endsWith('/moved');
    const isBroken = !hasMoved && (this.fetches++ === this.#at || (this.#isLasting && body === this.#broken));
    if (!isBroken) {
      sendPlain(leaving);
      return;
    }
    this.#broken = body;
    this.fetch = fetch;
    await this.#break(leaving);
  }

  readonly reach: Reach = (name, ask) => {
    this.#asks.set(name, ask);
    return { url: `${urlOf(this.#server)}${name}` };
  };

  /** Breaks the `at`-th that is asked for from now on; none: nothing. */
  breakOne(at = -1, isLasting = false, how: Break = sendPlain): void {
    Object.assign(this, { fetches: 0, fetch: null });
    this.#at = at;
    this.#isLasting = isLasting;
    this.#broken = null;
    this.#break = how;
  }

  close(): void {
    for (const server of [this.#server, this.#stranger]) {
      server.close();
      server.closeAllConnections();
    }
  }
}

function urlOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
