import type { GraphQLFormattedError } from 'graphql';
import { Pool } from 'undici';
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
  close(): Promise<void>;
}

type Outage = 'SUBGRAPH_UNAVAILABLE' | 'SUBGRAPH_TIMEOUT' | 'SUBGRAPH_INVALID_RESPONSE';
class OutageError extends Error {
  readonly code: Outage;
  constructor(code: Outage) {
    super(code);
    this.code = code;
  }
}

const defaultDeadlineMs = 3000;
const maximumResponseBytes = 16 * 1024 * 1024;

/** One connection pool per subgraph over HTTP; in process a plain call. Both under a deadline. */
export function createSources(
  subgraphs: ReadonlyArray<{ readonly name: string; readonly url: string }>,
  options: Readonly<Record<string, SubgraphOptions>> = {},
): Sources {
  const pools: Pool[] = [];
  const callers = new Map(
    subgraphs.map(({ name, url: declared }) => {
      const own = options[name] ?? {};
      const deadlineMs = own.deadlineMs ?? defaultDeadlineMs;
      if (own.execute) return [name, { call: inTime(own.execute, deadlineMs), title: own.name }] as const;
      const url = new URL(own.url ?? declared);
      const pool = new Pool(url.origin, {
        connections: 64,
        pipelining: 1,
        connect: { timeout: Math.min(deadlineMs, 2000) },
      });
      pools.push(pool);
      return [name, { call: overHttp(pool, url, deadlineMs), title: own.name }] as const;
    }),
  );
  return {
    async ask(subgraph, call, traceId) {
      const caller = callers.get(subgraph);
      try {
        if (!caller) throw new OutageError('SUBGRAPH_UNAVAILABLE');
        const { data, errors } = await caller.call(call);
        return {
          data: data ?? null,
          ...(errors && errors.length > 0
            ? { errors: errors.map((error) => ({ ...error, extensions: { ...error.extensions, subgraph } })) }
            : {}),
        };
      } catch (error) {
        const code = error instanceof OutageError ? error.code : 'SUBGRAPH_UNAVAILABLE';
        return { data: null, errors: [outage(code, subgraph, caller?.title, traceId)] };
      }
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

type Call = (call: SubgraphCall) => Promise<GraphResponse>;

function inTime(execute: Call, deadlineMs: number): Call {
  return async (call) => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new OutageError('SUBGRAPH_TIMEOUT')), deadlineMs);
    });
    try {
      return await Promise.race([execute(call), late]);
    } finally {
      clearTimeout(timer);
    }
  };
}

function overHttp(pool: Pool, url: URL, deadlineMs: number): Call {
  const path = url.pathname + url.search;
  return async ({ query, variables, operationName, headers }) => {
    const signal = AbortSignal.timeout(deadlineMs);
    try {
      const { body } = await pool.request({
        path,
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ query, variables, operationName }),
        signal,
      });
      const chunks: Buffer[] = [];
      let bytes = 0;
      for await (const chunk of body) {
        bytes += (chunk as Buffer).length;
        if (bytes > maximumResponseBytes) throw new OutageError('SUBGRAPH_INVALID_RESPONSE');
        chunks.push(chunk as Buffer);
      }
      return readAnswer(Buffer.concat(chunks).toString('utf8'));
    } catch (error) {
      if (error instanceof OutageError) throw error;
      throw new OutageError(signal.aborted ? 'SUBGRAPH_TIMEOUT' : 'SUBGRAPH_UNAVAILABLE');
    }
  };
}

function readAnswer(text: string): GraphResponse {
  try {
    const answer = JSON.parse(text) as GraphResponse;
    if (answer !== null && typeof answer === 'object' && ('data' in answer || Array.isArray(answer.errors)))
      return answer;
  } catch {
    // Said below.
  }
  throw new OutageError('SUBGRAPH_INVALID_RESPONSE');
}
