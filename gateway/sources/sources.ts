import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';
import { maxima } from '../maxima.ts';
import type { Sign, SubgraphAnswer, SubgraphOptions } from '../types.ts';
import { Breaker, type BreakerState } from './breaker.ts';
import type { Asking, Call } from './call.ts';
import { inProcess } from './in-process.ts';
import { lost, type Outage, OutageError } from './outage.ts';
import { outward } from './outward.ts';
import { overHttp } from './over-http.ts';
import { enter, leaveFailed, type Source, waitBefore } from './source.ts';

export interface Sources {
  ask(call: Call, traceId: () => string): Promise<Asking>;
  /** Of each subgraph that is reached over a network. */
  breakers(): ReadonlyMap<string, BreakerState>;
  /** Once everything under way has ended. */
  close(): Promise<void>;
}
export interface SourcesOptions {
  readonly returnHeaders?: ReadonlyArray<string>;
  readonly masked?: boolean;
  /** Larger answers are given up. */
  readonly maximumResponseBytes?: number | undefined;
  /** Of those that have none of their own. */
  readonly deadlineMs?: number | undefined;
  /** Tells subgraphs over a network who asks. */
  readonly sign?: Sign | undefined;
}
export type ObserveFetch = (subgraph: string, outcome: 'OK' | Outage, seconds: number) => void;

const defaultDeadlineMs = 3000;
const defaultConcurrency = 256;
const connections = 64;
const maximumConnectMs = 2000;

/**
 * One connection pool, breaker and bulkhead per subgraph over HTTP; in process a plain call. All under a deadline. Queries are sent
 * again within the deadline where the subgraph could not be reached; mutations never.
 */
export function createSources(
  subgraphs: ReadonlyArray<{ readonly name: string; readonly url: string }>,
  options: Readonly<Record<string, SubgraphOptions>> = {},
  observe: ObserveFetch = () => {},
  {
    returnHeaders = [],
    masked = false,
    maximumResponseBytes = maxima.responseBytes,
    deadlineMs: gatewayDeadlineMs = defaultDeadlineMs,
    sign,
  }: SourcesOptions = {},
): Sources {
  const pools: Pool[] = [];
  const sourceOf = (declared: string, own: SubgraphOptions): Source => {
    const { deadlineMs = gatewayDeadlineMs, concurrency = defaultConcurrency, name: title, execute } = own;
    const base = { title, deadlineMs, concurrency, underWay: 0 };
    if (execute) return { ...base, send: inProcess(execute), breaker: null, fresh: own.fresh ?? false };
    const url = new URL(own.url ?? declared);
    const connect = { timeout: Math.min(deadlineMs, maximumConnectMs), ...tlsOf(own) };
    const pool = new Pool(url.origin, { connections, pipelining: 1, connect });
    pools.push(pool);
    const send = overHttp({
      pool,
      url,
      firstByteMs: own.firstByteMs ?? deadlineMs,
      returned: returnHeaders,
      maximumBytes: maximumResponseBytes,
      sign,
    });
    return { ...base, send, breaker: new Breaker(), fresh: true };
  };
  const sources = new Map(subgraphs.map(({ name, url }) => [name, sourceOf(url, options[name] ?? {})]));

  const told = (answer: SubgraphAnswer, subgraph: string, source: Source, traceId: () => string): Asking => {
    const { fresh: isOwn } = source;
    const { data = null, errors, headers } = answer;
    if (!errors || errors.length === 0) return { response: answer, isOwn, headers };
    const seen = errors.map((error) => outward(error, subgraph, source.title, masked ? traceId() : null));
    return { response: { data, errors: seen }, isOwn, headers };
  };

  const lostOrTold = (outage: OutageError, subgraph: string, source: Source, traceId: () => string): Asking =>
    outage.answer
      ? told(outage.answer, subgraph, source, traceId)
      : { response: lost(outage, subgraph, source.title, traceId()), isOwn: true };

  return {
    // One function, for every promise within would be paid by every fetch.
    async ask(call, traceId) {
      const { subgraph, isQuery } = call.fetch;
      const source = sources.get(subgraph);
      if (!source)
        return { response: lost(new OutageError('SUBGRAPH_UNAVAILABLE'), subgraph, undefined, traceId()), isOwn: true };
      const began = performance.now();
      // A mutation that is sent has its subgraph's whole time and the request's, for its answer decides what is told, and its subgraph may
      // have others to ask; one that would be late is not sent.
      const ends = [began + source.deadlineMs, call.until];
      const end = isQuery ? Math.min(...ends) : Math.max(...ends);
      for (let tried = 0; ; ) {
        let sent = false;
        try {
          enter(source, call, began);
          sent = true;
          // Whole milliseconds, so that timers of one deadline share a list.
          const leftMs = Math.max(1, Math.round(tried === 0 ? end - began : end - performance.now()));
          const answer = await source.send(call, leftMs);
          source.underWay -= 1;
          sent = false;
          source.breaker?.succeeded(Date.now());
          observe(subgraph, 'OK', (performance.now() - began) / 1000);
          return told(answer, subgraph, source, traceId);
        } catch (error) {
          const outage = error instanceof OutageError ? error : new OutageError('SUBGRAPH_UNAVAILABLE');
          if (sent) leaveFailed(source, outage, call, end);
          tried += 1;
          const waitMs = waitBefore(tried, outage, source, call, end);
          if (waitMs === null) {
            observe(subgraph, outage.code, (performance.now() - began) / 1000);
            return lostOrTold(outage, subgraph, source, traceId);
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

function tlsOf({ tls }: SubgraphOptions) {
  return tls ? { ...tls, ca: [...tls.ca] } : {};
}
