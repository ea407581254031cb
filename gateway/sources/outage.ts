import type { GraphResponse, LocalizedName } from '../types.ts';

export type Outage = 'SUBGRAPH_UNAVAILABLE' | 'SUBGRAPH_TIMEOUT' | 'SUBGRAPH_INVALID_RESPONSE' | 'SUBGRAPH_BUSY';

export class OutageError extends Error {
  readonly code: Outage;
  /** It was not asked at all, or said itself when to come back. */
  readonly retryAfterMs: number | null;
  constructor(code: Outage, retryAfterMs: number | null = null) {
    super(code);
    this.code = code;
    this.retryAfterMs = retryAfterMs;
  }
}

const what: Readonly<Record<Outage, LocalizedName>> = {
  SUBGRAPH_UNAVAILABLE: { zh: '暂时无法连接', en: 'cannot be reached' },
  SUBGRAPH_TIMEOUT: { zh: '未能在时限内答复', en: 'did not answer in time' },
  SUBGRAPH_INVALID_RESPONSE: { zh: '答复无法识别', en: 'gave an answer that cannot be read' },
  SUBGRAPH_BUSY: { zh: '正忙', en: 'is busy' },
};

/** What stands in for an answer. Names whom, never where: an address is nobody's business outside. */
export function lost(code: Outage, subgraph: string, title: LocalizedName | undefined, traceId: string): GraphResponse {
  const { zh, en } = title ?? { zh: subgraph, en: subgraph };
  const message = `${zh}${what[code].zh}，请稍后重试。 ${en} ${what[code].en}: try again later.`;
  const extensions = { code, subgraph, ...(title ? { department: title } : {}), retryable: true, traceId };
  return { data: null, errors: [{ message, extensions }] };
}
