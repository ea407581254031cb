import { json } from '../sources/digits.ts';
import type { GatewayOptions, GraphRequest, GraphResponse } from '../types.ts';
import { type Answer, type Asked, bodyOf } from './asked.ts';
import type { Planned } from './planned.ts';
import type { Prepared } from './prepare.ts';
import { type CachedAnswer, ResponseCache } from './response-cache.ts';

const defaultCacheBytes = 64 * 1024 * 1024;

/** Under what one request's answer is kept. */
export interface Place {
  readonly key: string;
  readonly revision: string;
  /** The request's bytes, where they alone may find the answer again. */
  readonly text: string | undefined;
  readonly operationName: string | undefined;
}

/** Keeps the answers that everyone is told the same. */
export class Keep {
  readonly #cache: ResponseCache;
  readonly #publicSubgraphs: ReadonlySet<string>;
  readonly #pinHeader: string | undefined;
  readonly #remembersBytes: boolean;

  /** Undefined: nothing is kept. */
  static from({ cache, pin, persisted }: GatewayOptions): Keep | undefined {
    // Where unknown operations are logged, each is read.
    return cache && new Keep(cache, pin?.header, persisted?.mode !== 'LOG_UNKNOWN');
  }

  constructor(
    { maximumBytes = defaultCacheBytes, publicSubgraphs }: NonNullable<GatewayOptions['cache']>,
    pinHeader: string | undefined,
    remembersBytes: boolean,
  ) {
    this.#cache = new ResponseCache(maximumBytes);
    this.#publicSubgraphs = new Set(publicSubgraphs);
    this.#pinHeader = pinHeader;
    this.#remembersBytes = remembersBytes;
  }

  /** `request`: with its text, of a supergraph of this id. Undefined: its answer is not kept. */
  placeOf(asked: Asked, request: GraphRequest, supergraph: string): Place | undefined {
    const { revision, explain } = asked;
    if (revision === null || explain) return undefined;
    const given = asked.request;
    // One that brings its hash and its text wants the hash remembered.
    const registers = given.query !== '' && given.extensions?.persistedQuery;
    return {
      key: `${supergraph}${keyOf(request, asked.headers, this.#pinHeader)}`,
      revision,
      text: this.#remembersBytes && !registers ? asked.text : undefined,
      operationName: request.operationName,
    };
  }

  fresh(place: Place, asked: Asked): Answer | undefined {
    const kept = this.#cache.fresh(place.key, place.revision);
    if (!kept) return undefined;
    this.#remember(place, kept);
    return asked.asBody
      ? { outcome: 'CACHED', body: kept.bytes }
      : { outcome: 'CACHED', ...(JSON.parse(String(kept.bytes)) as GraphResponse) };
  }

  /** The answer to a request whose very bytes were answered before, while that holds. */
  again(text: string, revision: string): ReturnType<ResponseCache['again']> {
    return this.#cache.again(text, revision);
  }

  /** Whether everyone is told the same. */
  isForAll({ operation, guards }: Prepared, { asks }: Planned): boolean {
    if (operation.operation !== 'query' || guards.length > 0 || asks.size === 0) return false;
    for (const subgraph of asks) if (!this.#publicSubgraphs.has(subgraph)) return false;
    return true;
  }

  /**
   * Keeps an answer that holds; in place of one that lacks what a subgraph did not tell, the latest that was kept, said to
   * be old. `isCurrent`: the supergraph that it is an answer of is the one that answers.
   */
  kept(place: Place, answer: Answer, isCurrent: boolean): Answer {
    // What is for one client alone is nobody else's.
    if (answer.headers) return answer;
    if (answer.errors) return this.#standIn(place, answer.errors) ?? answer;
    if (isCurrent) {
      const data = answer.dataText ?? json(answer.data ?? null);
      const extensions = answer.extensions ? JSON.stringify(answer.extensions) : null;
      const bytes = Buffer.from(bodyOf(data, extensions));
      const stored: CachedAnswer = { data, extensions, bytes, at: Date.now(), revision: place.revision };
      this.#cache.keep(place.key, stored);
      this.#remember(place, stored);
    }
    return answer;
  }

  clear(): void {
    this.#cache.clear();
  }

  #standIn({ key }: Place, errors: NonNullable<Answer['errors']>): Answer | undefined {
    const outages = errors
      .map(({ extensions }) => extensions)
      .filter((each) => String(each?.code).startsWith('SUBGRAPH_'));
    const old = outages.length > 0 ? this.#cache.latest(key) : undefined;
    if (!old) return undefined;
    const ageSeconds = Math.round((Date.now() - old.at) / 1000);
    const extensions = {
      ...(old.extensions === null ? {} : (JSON.parse(old.extensions) as Record<string, unknown>)),
      stale: { ageSeconds, revision: old.revision, missing: [...new Set(outages.map((each) => each?.subgraph))] },
    };
    return { outcome: 'STALE', data: JSON.parse(old.data) as Record<string, unknown>, extensions };
  }

  #remember({ text, operationName }: Place, answer: CachedAnswer): void {
    if (text !== undefined) this.#cache.remember(text, { answer, operationName });
  }
}

/** Everything an answer depends on but what it is pinned to, which is kept beside it. A trace is no part of it. */
function keyOf({ query, operationName, variables }: GraphRequest, headers: Asked['headers'], pin?: string): string {
  const who = Object.entries(headers).filter(([name]) => name !== 'traceparent' && name !== pin);
  return `${operationName ?? ''}\n${JSON.stringify(who)}\n${json(variables ?? null)}\n${query}`;
}
