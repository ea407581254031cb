import { setTimeout as sleep } from 'node:timers/promises';
import type { GraphQLFormattedError } from 'graphql';
import { type Dispatcher, Pool } from 'undici';
import type { Asking, Fetch } from '../execution/execution.ts';
import type { Representations } from '../execution/representations.ts';
import type { GraphResponse, LocalizedName, SubgraphAnswer, SubgraphOptions } from '../types.ts';
import { Breaker, type BreakerState } from './breaker.ts';
import type { Leaving } from './leaving.ts';

type Headers = Readonly<Record<string, string>>;

/** One fetch for one request. */
export interface Call {
  readonly fetch: Fetch;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly representations: Representations | null;
  readonly headers: Headers;
  /** Not part of what is asked: calls that differ in it alone are the same. */
  readonly traceparent: string;
  /** The same for the same headers. */
  readonly who: string;
  readonly leaving: Leaving | undefined;
  /** When the whole request has to be answered, on `performance.now()`'s clock. */
  readonly until: number;
}
export interface Sources {
  ask(call: Call, traceId: () => string): Promise<Asking>;
  /** Of each subgraph that is reached over a network. */
  breakers(): ReadonlyMap<string, BreakerState>;
  /** Once everything under way has ended. */
  close(): Promise<void>;
}
export type ObserveFetch = (subgraph: string, outcome: 'OK' | Outage, seconds: number) => void;

export type Outage = 'SUBGRAPH_UNAVAILABLE' | 'SUBGRAPH_TIMEOUT' | 'SUBGRAPH_INVALID_RESPONSE' | 'SUBGRAPH_BUSY';
class OutageError extends Error {
  readonly code: Outage;
  /** It was not asked at all, or said itself when to come back. */
  readonly retryAfterMs: number | null;
  constructor(code: Outage, retryAfterMs: number | null = null) {
    super(code);
    this.code = code;
    this.retryAfterMs = retryAfterMs;
  }
}

const defaultDeadlineMs = 3000;
const defaultConcurrency = 256;
const maximumResponseBytes = 16 * 1024 * 1024;
const retries = 2;
const firstWaitMs = 50;
/** Longer than any deadline: what was not asked is not tried again. */
const neverMs = 3_600_000;

type Send = (call: Call, leftMs: number) => Promise<SubgraphAnswer>;
interface Source {
  readonly title: LocalizedName | undefined;
  readonly deadlineMs: number;
  readonly concurrency: number;
  readonly send: Send;
  /** Only what is reached over a network fails in ways that waiting or leaving it alone mends. */
  readonly breaker: Breaker | null;
  /** Its answers are nobody else's. */
  readonly fresh: boolean;
  underWay: number;
}

/**
 * One connection pool, breaker and bulkhead per subgraph over HTTP; in process a plain call. All under a deadline. Queries are sent
 * again within the deadline where the subgraph could not be reached; mutations never.
 */
export function createSources(
  subgraphs: ReadonlyArray<{ readonly name: string; readonly url: string }>,
  options: Readonly<Record<string, SubgraphOptions>> = {},
  observe: ObserveFetch = () => {},
  { returnHeaders = [], masked = false }: { returnHeaders?: ReadonlyArray<string>; masked?: boolean } = {},
): Sources {
  const pools: Pool[] = [];
  const sources = new Map<string, Source>();
  for (const { name, url: declared } of subgraphs) {
    const own = options[name] ?? {};
    const deadlineMs = own.deadlineMs ?? defaultDeadlineMs;
    const base = { title: own.name, deadlineMs, concurrency: own.concurrency ?? defaultConcurrency, underWay: 0 };
    if (own.execute) {
      sources.set(name, { ...base, send: inTime(own.execute), breaker: null, fresh: own.fresh ?? false });
      continue;
    }
    const url = new URL(own.url ?? declared);
    const pool = new Pool(url.origin, {
      connections: 64,
      pipelining: 1,
      connect: { timeout: Math.min(deadlineMs, 2000) },
    });
    pools.push(pool);
    sources.set(name, {
      ...base,
      send: overHttp(pool, url, own.firstByteMs ?? deadlineMs, returnHeaders),
      breaker: new Breaker(),
      fresh: true,
    });
  }

  /** Whether, and after how long, what failed may be tried again: null where it may not. */
  const waitBefore = (again: number, outage: OutageError, source: Source, call: Call, end: number): number | null => {
    const tries = source.breaker === null || !call.fetch.isQuery ? 0 : retries;
    if (outage.code !== 'SUBGRAPH_UNAVAILABLE' || again > tries || call.leaving?.left) return null;
    const waitMs = outage.retryAfterMs ?? firstWaitMs * 2 ** (again - 1) * (0.5 + Math.random());
    return performance.now() + waitMs >= end ? null : waitMs;
  };

  return {
    // One function, for every promise within would be paid by every fetch.
    async ask(call, traceId) {
      const { subgraph } = call.fetch;
      const source = sources.get(subgraph);
      if (!source) return { response: lost('SUBGRAPH_UNAVAILABLE', subgraph, undefined, traceId()), isOwn: true };
      const { breaker } = source;
      const began = performance.now();
      // A mutation that is sent has its department's whole time, for its answer decides what is told; one that would be late is not sent.
      const end = call.fetch.isQuery ? Math.min(began + source.deadlineMs, call.until) : began + source.deadlineMs;
      for (let tried = 0; ; ) {
        let sent = false;
        try {
          if (began >= call.until) throw new OutageError('SUBGRAPH_TIMEOUT');
          if (source.underWay >= source.concurrency) throw new OutageError('SUBGRAPH_BUSY', neverMs);
          // Last, for the one trial it lets through has to be made.
          if (breaker && !breaker.lets(Date.now())) throw new OutageError('SUBGRAPH_UNAVAILABLE', neverMs);
          source.underWay += 1;
          sent = true;
          // Whole milliseconds, so that timers of one deadline share a list.
          const leftMs = Math.max(1, Math.round(tried === 0 ? end - began : end - performance.now()));
          const response = await source.send(call, leftMs);
          source.underWay -= 1;
          sent = false;
          breaker?.succeeded(Date.now());
          observe(subgraph, 'OK', (performance.now() - began) / 1000);
          const isOwn = source.fresh;
          const { errors, headers } = response;
          if (!errors || errors.length === 0) return { response, isOwn, headers };
          const told = errors.map((error) => outward(error, subgraph, source.title, masked ? traceId() : null));
          return { response: { data: response.data ?? null, errors: told }, isOwn, headers };
        } catch (error) {
          if (sent) source.underWay -= 1;
          const outage = error instanceof OutageError ? error : new OutageError('SUBGRAPH_UNAVAILABLE');
          // It is not to blame for a client that left, or for a request that had no time left for it.
          const isCut = outage.code === 'SUBGRAPH_TIMEOUT' && end === call.until;
          if (sent && !isCut && !call.leaving?.left) breaker?.failed(Date.now());
          tried += 1;
          const waitMs = waitBefore(tried, outage, source, call, end);
          if (waitMs === null) {
            observe(subgraph, outage.code, (performance.now() - began) / 1000);
            return { response: lost(outage.code, subgraph, source.title, traceId()), isOwn: true };
          }
          await sleep(waitMs);
        }
      }
    },
    breakers: () => {
      const now = Date.now();
      return new Map(
        [...sources].flatMap(([name, { breaker }]) => (breaker ? [[name, breaker.state(now)] as const] : [])),
      );
    },
    close: async () => {
      await Promise.all(pools.map((pool) => pool.close()));
    },
  };
}

const what: Readonly<Record<Outage, LocalizedName>> = {
  SUBGRAPH_UNAVAILABLE: { zh: '暂时无法连接', en: 'cannot be reached' },
  SUBGRAPH_TIMEOUT: { zh: '未能在时限内答复', en: 'did not answer in time' },
  SUBGRAPH_INVALID_RESPONSE: { zh: '答复无法识别', en: 'gave an answer that cannot be read' },
  SUBGRAPH_BUSY: { zh: '正忙', en: 'is busy' },
};

/** Names whom, never where: an address is nobody's business outside. */
function lost(code: Outage, subgraph: string, title: LocalizedName | undefined, traceId: string): GraphResponse {
  const { zh, en } = title ?? { zh: subgraph, en: subgraph };
  const message = `${zh}${what[code].zh}，请稍后重试。 ${en} ${what[code].en}: try again later.`;
  const extensions = { code, subgraph, ...(title ? { department: title } : {}), retryable: true, traceId };
  return { data: null, errors: [{ message, extensions }] };
}

/**
 * A subgraph's error as clients are told it. Where it is said in its own document is nobody's business; and in production neither is what
 * it did not mean to say: an error without a code, or with that of an accident, is told as an accident, to be found by its trace.
 */
function outward(
  { locations: _own, ...error }: GraphQLFormattedError,
  subgraph: string,
  title: LocalizedName | undefined,
  traceId: string | null,
): GraphQLFormattedError {
  const { stacktrace: _stacktrace, exception: _exception, ...extensions } = error.extensions ?? {};
  const { code } = extensions;
  if (traceId === null || (typeof code === 'string' && code !== 'INTERNAL_SERVER_ERROR')) {
    return { ...error, extensions: { ...extensions, subgraph } };
  }
  const { zh, en } = title ?? { zh: subgraph, en: subgraph };
  return {
    message: `${zh}内部出错，请稍后重试。 Something went wrong inside ${en}: try again later.`,
    ...(error.path ? { path: error.path } : {}),
    extensions: { code: 'INTERNAL_SERVER_ERROR', subgraph, ...(title ? { department: title } : {}), traceId },
  };
}

/** Runs until done, late or no longer wanted. */
function inTime(execute: NonNullable<SubgraphOptions['execute']>): Send {
  return ({ fetch, variables, representations, headers, traceparent, leaving }, leftMs) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new OutageError('SUBGRAPH_TIMEOUT')), leftMs);
      const leave = (): void => reject(new OutageError('SUBGRAPH_UNAVAILABLE'));
      leaving?.on(leave);
      const done = (): void => {
        clearTimeout(timer);
        leaving?.off(leave);
      };
      execute({
        query: fetch.operation,
        variables: representations ? { ...variables, representations: representations.values } : variables,
        operationName: fetch.operationName,
        headers: { ...headers, traceparent },
        get signal() {
          return leaving?.signal;
        },
      }).then(
        (answer) => {
          done();
          resolve(answer);
        },
        (error) => {
          done();
          reject(error);
        },
      );
    });
}

/** One request that several wait for; it is given up when nobody does any more. */
interface Flight {
  readonly exchange: Exchange;
  waiting: number;
}

function overHttp(pool: Pool, url: URL, firstByteMs: number, returned: ReadonlyArray<string>): Send {
  const path = url.pathname + url.search;
  const flights = new Map<string, Flight>();

  return async ({ fetch, variables, representations, headers, traceparent, who, leaving }, leftMs) => {
    const given = variablesText(variables, representations);
    const { isQuery } = fetch;
    // Asked for by the same person in the same words while it is under way: once is enough. But a cookie is for one client alone.
    const shares = isQuery && returned.length === 0;
    const key = shares ? `${fetch.head}${given}${who}` : '';
    let flight = shares ? flights.get(key) : undefined;
    if (!flight) {
      const exchange = new Exchange(leftMs, returned);
      flight = { exchange, waiting: 0 };
      const own = flight;
      pool.dispatch(
        {
          path,
          method: 'POST',
          headers: { ...headers, traceparent, 'content-type': 'application/json', accept: 'application/json' },
          body: `${fetch.head}${given}}`,
          headersTimeout: Math.max(1, Math.min(firstByteMs, leftMs)),
          bodyTimeout: 0,
        },
        exchange,
      );
      if (shares) {
        flights.set(key, own);
        const land = (): void => {
          if (flights.get(key) === own) flights.delete(key);
        };
        exchange.text.then(land, land);
      }
    }
    const own = flight;
    own.waiting += 1;
    if (!leaving) return readAnswer(await own.exchange.text, own.exchange.headers);
    const leave = (): void => {
      own.waiting -= 1;
      // A mutation that was sent runs to its end: its answer decides what is told.
      if (own.waiting === 0 && isQuery) {
        if (flights.get(key) === own) flights.delete(key);
        own.exchange.giveUp();
      }
    };
    leaving.on(leave);
    try {
      return readAnswer(await own.exchange.text, own.exchange.headers);
    } finally {
      leaving.off(leave);
    }
  };
}

function variablesText(variables: Call['variables'], representations: Representations | null): string {
  const text = JSON.stringify(variables);
  if (!representations) return text;
  const own = text === '{}' ? '{' : `${text.slice(0, -1)},`;
  return `${own}"representations":[${representations.texts.join(',')}]}`;
}

/** One request on the wire until its answer has arrived whole, is late, too large or no longer wanted. */
class Exchange implements Dispatcher.DispatchHandler {
  readonly text: Promise<string>;
  /** Those to be passed on; none: undefined. */
  headers: SubgraphAnswer['headers'];
  readonly #returned: ReadonlyArray<string>;
  #resolve!: (text: string) => void;
  #reject!: (error: OutageError) => void;
  #controller: Dispatcher.DispatchController | undefined;
  readonly #timer: NodeJS.Timeout;
  #chunks: Buffer[] = [];
  #bytes = 0;
  /** Why it was ended from here. */
  #ended: OutageError | undefined;
  #unavailable = false;
  #retryAfterMs: number | null = null;

  constructor(leftMs: number, returned: ReadonlyArray<string>) {
    this.#returned = returned;
    this.text = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    this.#timer = setTimeout(end, leftMs, this, 'SUBGRAPH_TIMEOUT');
  }

  giveUp(code: Outage = 'SUBGRAPH_UNAVAILABLE'): void {
    this.#ended = new OutageError(code);
    clearTimeout(this.#timer);
    this.#reject(this.#ended);
    this.#controller?.abort(this.#ended);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#ended) controller.abort(this.#ended);
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    statusCode: number,
    headers: Record<string, string | string[] | undefined>,
  ): void {
    for (const name of this.#returned) {
      const value = headers[name];
      if (value !== undefined) this.headers = { ...this.headers, [name]: value };
    }
    if (statusCode !== 429 && statusCode !== 502 && statusCode !== 503 && statusCode !== 504) return;
    this.#unavailable = true;
    const seconds = Number(headers['retry-after']);
    this.#retryAfterMs = Number.isFinite(seconds) ? seconds * 1000 : null;
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#bytes += chunk.length;
    if (this.#bytes > maximumResponseBytes) this.giveUp('SUBGRAPH_INVALID_RESPONSE');
    else if (!this.#unavailable) this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    clearTimeout(this.#timer);
    if (this.#unavailable) {
      this.#reject(new OutageError('SUBGRAPH_UNAVAILABLE', this.#retryAfterMs));
      return;
    }
    const [only] = this.#chunks;
    this.#resolve((only && this.#chunks.length === 1 ? only : Buffer.concat(this.#chunks)).toString('utf8'));
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error & { code?: string }): void {
    clearTimeout(this.#timer);
    const late = error.code === 'UND_ERR_HEADERS_TIMEOUT';
    this.#reject(this.#ended ?? new OutageError(late ? 'SUBGRAPH_TIMEOUT' : 'SUBGRAPH_UNAVAILABLE'));
  }
}

function end(exchange: Exchange, code: Outage): void {
  exchange.giveUp(code);
}

function readAnswer(text: string, headers: SubgraphAnswer['headers']): SubgraphAnswer {
  try {
    const answer = JSON.parse(text) as GraphResponse;
    if (answer !== null && typeof answer === 'object' && ('data' in answer || Array.isArray(answer.errors))) {
      const { data, errors } = answer;
      const told = headers === undefined ? {} : { headers };
      return Array.isArray(errors)
        ? { data: data ?? null, errors: errors.map(readable), ...told }
        : { data: data ?? null, ...told };
    }
  } catch {
    // Said below.
  }
  throw new OutageError('SUBGRAPH_INVALID_RESPONSE');
}

/** Whatever a subgraph put among its errors, as an error with a message. */
function readable(error: unknown): GraphQLFormattedError {
  const given = (error !== null && typeof error === 'object' ? error : {}) as Partial<GraphQLFormattedError>;
  return { ...given, message: typeof given.message === 'string' ? given.message : 'Error without a message.' };
}
