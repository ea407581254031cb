import { errorOf } from '../errors.ts';
import type { GraphResponse, LocalizedName, SubgraphAnswer } from '../types.ts';

export type Outage =
  | 'SUBGRAPH_UNAVAILABLE'
  | 'SUBGRAPH_TIMEOUT'
  | 'SUBGRAPH_INVALID_RESPONSE'
  | 'SUBGRAPH_RESPONSE_TOO_LARGE'
  | 'SUBGRAPH_REFUSED'
  | 'SUBGRAPH_BUSY';

interface Known {
  /** It was not asked at all, or said itself when to come back. */
  readonly retryAfterMs?: number | null;
  /** HTTP status of an answer that is none. */
  readonly status?: number | undefined;
  /** GraphQL that it said all the same: told where nothing better comes of trying again. */
  readonly answer?: SubgraphAnswer;
}

export class OutageError extends Error {
  readonly code: Outage;
  readonly retryAfterMs: number | null;
  readonly status: number | undefined;
  readonly answer: SubgraphAnswer | undefined;
  constructor(code: Outage, { retryAfterMs = null, status, answer }: Known = {}) {
    super(code);
    this.code = code;
    this.retryAfterMs = retryAfterMs;
    this.status = status;
    this.answer = answer;
  }
}

const lasting: ReadonlySet<Outage> = new Set(['SUBGRAPH_REFUSED', 'SUBGRAPH_RESPONSE_TOO_LARGE']);

/** What stands in for an answer. Names whom, never where: an address is nobody's business outside. */
export function lost(
  { code, status, retryAfterMs }: Pick<OutageError, 'code' | 'status' | 'retryAfterMs'>,
  subgraph: string,
  title: LocalizedName | undefined,
  traceId: string,
): GraphResponse {
  const { message } = errorOf(code, { subgraph: title ?? subgraph });
  const extensions = {
    code,
    subgraph,
    ...(title ? { department: title } : {}),
    retryable: !lasting.has(code),
    ...(status === undefined ? {} : { status }),
    ...(status === undefined || retryAfterMs === null ? {} : { retryAfterSeconds: Math.ceil(retryAfterMs / 1000) }),
    traceId,
  };
  return { data: null, errors: [{ message, extensions }] };
}
