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

const what: Readonly<Record<Outage, LocalizedName>> = {
  SUBGRAPH_UNAVAILABLE: { zh: '暂时无法连接，请稍后重试。', en: 'cannot be reached: try again later.' },
  SUBGRAPH_TIMEOUT: { zh: '未能在时限内答复，请稍后重试。', en: 'did not answer in time: try again later.' },
  SUBGRAPH_INVALID_RESPONSE: {
    zh: '答复无法识别，请稍后重试。',
    en: 'gave an answer that cannot be read: try again later.',
  },
  SUBGRAPH_RESPONSE_TOO_LARGE: {
    zh: '答复过大，请缩小查询范围。',
    en: 'gave an answer that is too large: ask for less.',
  },
  SUBGRAPH_REFUSED: {
    zh: '拒绝了请求，请核对权限与凭证。',
    en: 'refused the request: check what you may ask and your credentials.',
  },
  SUBGRAPH_BUSY: { zh: '正忙，请稍后重试。', en: 'is busy: try again later.' },
};
const lasting: ReadonlySet<Outage> = new Set(['SUBGRAPH_REFUSED', 'SUBGRAPH_RESPONSE_TOO_LARGE']);

/** What stands in for an answer. Names whom, never where: an address is nobody's business outside. */
export function lost(
  { code, status, retryAfterMs }: Pick<OutageError, 'code' | 'status' | 'retryAfterMs'>,
  subgraph: string,
  title: LocalizedName | undefined,
  traceId: string,
): GraphResponse {
  const { zh, en } = title ?? { zh: subgraph, en: subgraph };
  const message = `${zh}${what[code].zh} ${en} ${what[code].en}`;
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
