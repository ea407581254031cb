import { setTimeout as sleep } from 'node:timers/promises';
import type { GraphQLFormattedError } from 'graphql';
import { Pool } from 'undici';
import { Breaker, type BreakerState } from './breaker.ts';
import type { GraphResponse, LocalizedName, SubgraphCall, SubgraphOptions } from './types.ts';

/** Asks one subgraph; an outage is an error in the answer, never a rejection. */
export type Ask = (
  subgraph: string,
  operation: string,
  operationName: string | undefined,
  variables: Readonly<Record<string, unknown>>,
) => Promise<GraphResponse>;

export interface Sources {
  ask(subgraph: string, call: SubgraphCall, traceId: string): Promise<GraphResponse>;
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

type Call = (call: SubgraphCall, leftMs: number) => Promise<GraphResponse>;
interface Source {
  readonly title: LocalizedName | undefined;
  readonly deadlineMs: number;
  readonly concurrency: number;
  readonly call: Call;
  /** Only what is reached over a network fails in ways that waiting or leaving it alone mends. */
  readonly breaker: Breaker | null;
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
): Sources {
  const pools: Pool[] = [];
  const sources = new Map<string, Source>();
  for (const { name, url: declared } of subgraphs) {
    const own = options[name] ?? {};
    const deadlineMs = own.deadlineMs ?? defaultDeadlineMs;
    const base = { title: own.name, deadlineMs, concurrency: own.concurrency ?? defaultConcurrency, underWay: 0 };
    if (own.execute) {
      sources.set(name, { ...base, call: inTime(own.execute), breaker: null });
      continue;
    }
    const url = new URL(own.url ?? declared);
    const pool = new Pool(url.origin, {
      connections: 64,
      pipelining: 1,
      connect: { timeout: Math.min(deadlineMs, 2000) },
    });
    pools.push(pool);
    sources.set(name, { ...base, call: overHttp(pool, url, own.firstByteMs ?? deadlineMs), breaker: new Breaker() });
  }

  const attempt = async (source: Source, call: SubgraphCall, leftMs: number): Promise<GraphResponse> => {
    if (source.breaker && !source.breaker.lets(Date.now())) throw new OutageError('SUBGRAPH_UNAVAILABLE', 60_000);
    if (source.underWay >= source.concurrency) throw new OutageError('SUBGRAPH_BUSY', 60_000);
    source.underWay += 1;
    try {
      const answer = await source.call(call, leftMs);
      source.breaker?.succeeded(Date.now());
      return answer;
    } catch (error) {
      if (!call.signal?.aborted) source.breaker?.failed(Date.now());
      throw error;
    } finally {
      source.underWay -= 1;
    }
  };

  const insist = async (source: Source, call: SubgraphCall): Promise<GraphResponse> => {
    const ends = performance.now() + source.deadlineMs;
    const tries = source.breaker === null || call.query.startsWith('mutation') ? 0 : retries;
    for (let tried = 0; ; tried++) {
      try {
        return await attempt(source, call, ends - performance.now());
      } catch (error) {
        const outage = error instanceof OutageError ? error : new OutageError('SUBGRAPH_UNAVAILABLE');
        const waitMs = outage.retryAfterMs ?? firstWaitMs * 2 ** tried * (0.5 + Math.random());
        const again = outage.code === 'SUBGRAPH_UNAVAILABLE' && tried < tries && !call.signal?.aborted;
        if (!again || performance.now() + waitMs >= ends) throw outage;
        await sleep(waitMs);
      }
    }
  };

  return {
    async ask(subgraph, call, traceId) {
      const source = sources.get(subgraph);
      const began = performance.now();
      const seconds = (): number => (performance.now() - began) / 1000;
      try {
        if (!source) throw new OutageError('SUBGRAPH_UNAVAILABLE');
        const { data, errors } = await insist(source, call);
        observe(subgraph, 'OK', seconds());
        return {
          data: data ?? null,
          ...(errors && errors.length > 0
            ? { errors: errors.map((error) => ({ ...error, extensions: { ...error.extensions, subgraph } })) }
            : {}),
        };
      } catch (error) {
        const code = error instanceof OutageError ? error.code : 'SUBGRAPH_UNAVAILABLE';
        observe(subgraph, code, seconds());
        return { data: null, errors: [outage(code, subgraph, source?.title, traceId)] };
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
function outage(
  code: Outage,
  subgraph: string,
  title: LocalizedName | undefined,
  traceId: string,
): GraphQLFormattedError {
  const { zh, en } = title ?? { zh: subgraph, en: subgraph };
  return {
    message: `${zh}${what[code].zh}，请稍后重试。 ${en} ${what[code].en}: try again later.`,
    extensions: { code, subgraph, ...(title ? { department: title } : {}), retryable: true, traceId },
  };
}

/** Runs until done, late or no longer wanted. */
function inTime(execute: NonNullable<SubgraphOptions['execute']>): Call {
  return (call, leftMs) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new OutageError('SUBGRAPH_TIMEOUT')), leftMs);
      const leave = (): void => reject(new OutageError('SUBGRAPH_UNAVAILABLE'));
      call.signal?.addEventListener('abort', leave, { once: true });
      execute(call)
        .then(resolve, reject)
        .finally(() => {
          clearTimeout(timer);
          call.signal?.removeEventListener('abort', leave);
        });
    });
}

/** One request that several wait for; it is given up when nobody does any more. */
interface Flight {
  readonly text: Promise<string>;
  readonly abort: AbortController;
  waiting: number;
}

function overHttp(pool: Pool, url: URL, firstByteMs: number): Call {
  const path = url.pathname + url.search;
  const flights = new Map<string, Flight>();

  const send = async (
    headers: Readonly<Record<string, string>>,
    body: string,
    leftMs: number,
    abort: AbortController,
  ): Promise<string> => {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      abort.abort();
    }, leftMs);
    try {
      const response = await pool.request({
        path,
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json', accept: 'application/json' },
        body,
        headersTimeout: Math.max(1, Math.min(firstByteMs, leftMs)),
        signal: abort.signal,
      });
      const { statusCode } = response;
      if (statusCode === 429 || statusCode === 502 || statusCode === 503 || statusCode === 504) {
        await response.body.dump();
        const seconds = Number(response.headers['retry-after']);
        throw new OutageError('SUBGRAPH_UNAVAILABLE', Number.isFinite(seconds) ? seconds * 1000 : null);
      }
      const chunks: Buffer[] = [];
      let bytes = 0;
      for await (const chunk of response.body) {
        bytes += (chunk as Buffer).length;
        if (bytes > maximumResponseBytes) throw new OutageError('SUBGRAPH_INVALID_RESPONSE');
        chunks.push(chunk as Buffer);
      }
      return (chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)).toString('utf8');
    } catch (error) {
      if (error instanceof OutageError) throw error;
      const slow = late || (error as { code?: string }).code === 'UND_ERR_HEADERS_TIMEOUT';
      throw new OutageError(slow ? 'SUBGRAPH_TIMEOUT' : 'SUBGRAPH_UNAVAILABLE');
    } finally {
      clearTimeout(timer);
    }
  };

  return async ({ query, variables, operationName, headers, signal }, leftMs) => {
    const body = JSON.stringify({ query, variables, operationName });
    const isQuery = !query.startsWith('mutation');
    // Asked for by the same person in the same words while it is under way: once is enough.
    const { traceparent: _own, ...who } = headers;
    const key = isQuery ? `${JSON.stringify(who)}${body}` : '';
    let flight = isQuery ? flights.get(key) : undefined;
    if (!flight) {
      const abort = new AbortController();
      const text = send(headers, body, leftMs, abort);
      flight = { text, abort, waiting: 0 };
      if (isQuery) {
        flights.set(key, flight);
        const land = (): void => {
          if (flights.get(key)?.text === text) flights.delete(key);
        };
        text.then(land, land);
      }
    }
    const own = flight;
    own.waiting += 1;
    const leave = (): void => {
      own.waiting -= 1;
      // A mutation that was sent runs to its end: its answer decides what is told.
      if (own.waiting === 0 && isQuery) {
        if (flights.get(key) === own) flights.delete(key);
        own.abort.abort();
      }
    };
    signal?.addEventListener('abort', leave, { once: true });
    try {
      return readAnswer(await own.text);
    } finally {
      signal?.removeEventListener('abort', leave);
    }
  };
}

function readAnswer(text: string): GraphResponse {
  try {
    const answer = JSON.parse(text) as GraphResponse;
    if (answer !== null && typeof answer === 'object' && ('data' in answer || Array.isArray(answer.errors)))
      return { ...answer, ...(Array.isArray(answer.errors) ? { errors: answer.errors.map(readable) } : {}) };
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
