import { setImmediate } from 'node:timers/promises';
import { GraphQLError, getVariableValues } from 'graphql';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { createReadPersisted } from '../door/persisted.ts';
import type { Denied } from '../execution/completion.ts';
import type { Ask } from '../execution/execution.ts';
import { deniedTo } from '../planning/authorisation.ts';
import type { Planned, Prepared } from '../planning/documents.ts';
import type { View } from '../planning/supergraph.ts';
import type { Leaving } from '../sources/leaving.ts';
import type { Sources } from '../sources/sources.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import { startTrace, type Trace } from '../telemetry/tracing.ts';
import type { Caller, GatewayOptions, GraphRequest, GraphResponse, SupergraphStatus } from '../types.ts';
import { type CachedAnswer, ResponseCache } from './response-cache.ts';
import { Returned, type ReturnedHeaders } from './returned-headers.ts';
import { createServing, type Serving } from './serving.ts';

export interface Answer extends GraphResponse {
  /** How it was come by, where not by asking. */
  readonly outcome?: 'CACHED' | 'STALE';
  /** Its data as JSON, where that is at hand. */
  readonly dataText?: string;
  /** Everyone is told the same. */
  readonly isPublic?: boolean;
  /** The operation was refused before it ran. */
  readonly refused?: boolean;
  /** The whole answer as JSON, in place of its members: to those who asked for it so. */
  readonly body?: string | Buffer;
  readonly retryAfterSeconds?: number;
  /** Of subgraphs' answers, to be passed on. */
  readonly headers?: ReturnedHeaders;
}
/** One request, with what the transport knows of it. */
export interface Asked {
  readonly request: GraphRequest;
  readonly caller: Caller | null;
  /** Passed on to subgraphs. */
  readonly headers: Readonly<Record<string, string>>;
  /** Who asks, signed; not sent where everyone is told the same. */
  readonly identity: Readonly<Record<string, string>>;
  /** What is kept holds while this does; null: nothing is kept. */
  readonly revision: string | null;
  /** Refuse mutations. */
  readonly readOnly?: boolean;
  /** Tells anonymous callers apart. */
  readonly address?: string | undefined;
  readonly clientName?: string | undefined;
  readonly leaving?: Leaving | undefined;
  readonly explain?: boolean;
  /** Answer with a body where one can be written at once. */
  readonly asBody?: boolean;
  /** The request's bytes with the headers its answer depends on, where nobody said who they are: its answer may be kept by it. */
  readonly text?: string | undefined;
}
export interface Engine {
  answer(asked: Asked): Promise<Answer>;
  /** The answer to a request whose very bytes were answered before, while that holds. */
  again(text: string, revision: string, traceparent: string | undefined): Buffer | undefined;
  /** Over the whole schema, `@inaccessible` parts included. */
  answerWhole(asked: Asked): Promise<Answer>;
  reload(from: GatewayOptions['supergraph']): Promise<SupergraphStatus>;
  status(): SupergraphStatus;
  breakers(): ReturnType<Sources['breakers']>;
  explain(request: GraphRequest): string;
  close(): Promise<void>;
}

const defaultRequestMs = 10_000;
const defaultCacheBytes = 64 * 1024 * 1024;
const named = /\b(?:query|mutation)\s+([A-Za-z_]\w*)/;
/** Operations understood anew before a supergraph takes over. */
const warmed = 200;

/** Runs operations over a supergraph that may be exchanged while it runs. Throws one sentence where the first one cannot be. */
export async function createEngine(options: GatewayOptions, metrics: Metrics): Promise<Engine> {
  const { production = false, cost, slowMs = 1000, requestMs = defaultRequestMs, returnHeaders = [] } = options;
  const readPersisted = createReadPersisted(options.persisted);
  const decidePolicies = options.policies ?? (async () => []);
  const publicSubgraphs = new Set(options.cache?.publicSubgraphs);
  const cache = options.cache ? new ResponseCache(options.cache.maximumBytes ?? defaultCacheBytes) : undefined;
  // Where unknown operations are logged, each is read.
  const remembers = options.persisted?.mode !== 'LOG_UNKNOWN';
  const limiter = options.rate
    ? new RateLimiterMemory({ points: options.rate.points, duration: options.rate.perSeconds })
    : undefined;

  const serve = (from: GatewayOptions['supergraph']): Promise<Serving> => createServing(from, options, metrics);
  let serving = await serve(options.supergraph);
  let refusal: SupergraphStatus['refused'] = null;
  const status = (): SupergraphStatus => ({ supergraph: serving.id, since: serving.since, refused: refusal });

  const exchange = async (from: GatewayOptions['supergraph']): Promise<SupergraphStatus> => {
    let next: Serving | undefined;
    try {
      next = await serve(from);
      if (next.id === serving.id) {
        await next.close();
        refusal = null;
        return status();
      }
      for (const [query, operationName] of serving.prepare.recent().slice(0, warmed)) {
        const known = next.prepare(query, operationName);
        if (known.ok) await planIfPossible(known.prepared);
        // One at a time: those who wait for an answer go first.
        await setImmediate();
      }
      const before = serving;
      serving = next;
      refusal = null;
      cache?.clear();
      metrics.reloaded('SWAPPED');
      // Waits for what is under way; nobody waits for that.
      before.close().catch(console.error);
    } catch (error) {
      if (next && next !== serving) next.close().catch(console.error);
      refusal = { at: new Date().toISOString(), reason: (error as Error).message };
      metrics.reloaded('REFUSED');
      console.error(`The new supergraph is refused, the old one keeps answering: ${refusal.reason}`);
    }
    return status();
  };
  // One after another: two at once could end in the wrong order.
  let exchanging: Promise<unknown> = Promise.resolve();

  const publicAnswer = async (asked: Asked, trace: Trace): Promise<Answer> => {
    const persisted = readPersisted(asked.request, asked.caller);
    if (!persisted.ok) return refused(persisted.code, persisted.zh, persisted.en);
    const { request } = persisted;
    const at = serving;
    const { revision } = asked;
    const key =
      cache && revision !== null && !asked.explain ? cacheKey(request, asked.headers, options.pin?.header) : undefined;
    const keptKey = key === undefined ? '' : `${at.id}${key}`;
    // One that brings its hash and its text wants the hash remembered.
    const text = asked.request.query !== '' && asked.request.extensions?.persistedQuery ? undefined : asked.text;
    const remember = (answer: CachedAnswer): void => {
      if (remembers && text !== undefined && at === serving)
        cache?.remember(text, { answer, operationName: request.operationName });
    };
    if (cache && key !== undefined && revision !== null) {
      const kept = cache.fresh(keptKey, revision);
      if (kept) remember(kept);
      if (kept)
        return asked.asBody
          ? { outcome: 'CACHED', body: kept.bytes }
          : { outcome: 'CACHED', ...(JSON.parse(String(kept.bytes)) as GraphResponse) };
    }
    const preparation = at.prepare(request.query, request.operationName);
    if (!preparation.ok) return { refused: true, errors: preparation.errors.map((error) => error.toJSON()) };
    const { prepared } = preparation;
    const isPublic = (asks: ReadonlySet<string>): boolean =>
      key !== undefined &&
      prepared.operation.operation === 'query' &&
      prepared.guards.length === 0 &&
      asks.size > 0 &&
      [...asks].every((subgraph) => publicSubgraphs.has(subgraph));
    const answer = await run(at, at.supergraph.publicView, prepared, request, asked, trace, isPublic);
    if (!cache || !answer.isPublic || revision === null || answer.headers) return answer;
    if (!answer.errors) {
      if (at === serving) {
        const data = answer.dataText ?? JSON.stringify(answer.data ?? null);
        const extensions = answer.extensions ? JSON.stringify(answer.extensions) : null;
        const bytes = Buffer.from(bodyOf(data, extensions));
        const stored: CachedAnswer = { data, extensions, bytes, at: Date.now(), revision };
        cache.keep(keptKey, stored);
        remember(stored);
      }
      return answer;
    }
    const outages = answer.errors
      .map(({ extensions }) => extensions)
      .filter((each) => String(each?.code).startsWith('SUBGRAPH_'));
    const old = outages.length > 0 ? cache.latest(keptKey) : undefined;
    if (!old) return answer;
    const ageSeconds = Math.round((Date.now() - old.at) / 1000);
    const extensions = {
      ...(old.extensions === null ? {} : (JSON.parse(old.extensions) as Record<string, unknown>)),
      stale: { ageSeconds, revision: old.revision, missing: [...new Set(outages.map((each) => each?.subgraph))] },
    };
    return { outcome: 'STALE', data: JSON.parse(old.data) as Record<string, unknown>, extensions };
  };

  const run = async (
    at: Serving,
    view: View,
    prepared: Prepared,
    request: GraphRequest,
    asked: Asked,
    trace: Trace,
    isPublic: (asks: ReadonlySet<string>) => boolean = () => false,
  ): Promise<Answer> => {
    const { operation } = prepared;
    const until = performance.now() + requestMs;
    if (asked.readOnly && operation.operation !== 'query') {
      return refused('MUTATION_OVER_GET', '变更操作请使用 POST。', 'Send a mutation by POST.');
    }
    const variables = getVariableValues(view.schema, operation.variableDefinitions ?? [], request.variables ?? {}, {
      maxErrors: 20,
    });
    if (variables.errors) {
      if (production && view === at.supergraph.publicView)
        return refused(
          'BAD_USER_INPUT',
          '变量与操作声明的类型不符。',
          'The variables do not fit the types the operation declares.',
        );
      return {
        refused: true,
        errors: variables.errors.map((error) => ({ ...error.toJSON(), extensions: { code: 'BAD_USER_INPUT' } })),
      };
    }
    const isPublicView = view === at.supergraph.publicView;
    let points = 1;
    if (isPublicView && (cost || limiter)) {
      points = prepared.cost(variables.coerced);
      if (cost?.mode === 'ENFORCE' && points > cost.maximum) {
        return refused(
          'OPERATION_TOO_COSTLY',
          `查询代价 ${points} 超过上限 ${cost.maximum}，请减少层级或分页。`,
          `The operation costs ${points}, more than ${cost.maximum}: ask for fewer levels or pages.`,
        );
      }
      const late = limiter ? await overRate(limiter, asked, points) : null;
      if (late !== null) {
        return {
          ...refused('RATE_LIMITED', '请求过于频繁，请稍后重试。', 'Too many requests: try again later.'),
          retryAfterSeconds: late,
        };
      }
    }
    const fields =
      prepared.guards.length === 0 ? new Set<never>() : await deniedTo(asked.caller, prepared.guards, decidePolicies);
    const denied: Denied | undefined = fields.size === 0 ? undefined : { fields, error: denialOf(asked.caller) };
    let planned: Planned;
    try {
      const planning = trace.plan(() => prepared.plan(denied?.fields));
      const found = planning instanceof Promise ? await inTime(planning, requestMs) : planning;
      if (!found) {
        return {
          ...refused('OVERLOADED', '服务繁忙，请稍后重试。', 'The service is busy: try again later.'),
          retryAfterSeconds: 1,
        };
      }
      planned = found;
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      return { refused: true, errors: [error.toJSON()] };
    }
    const forAll = isPublic(planned.asks);
    const identity = forAll ? {} : asked.identity;
    const leaving = operation.operation === 'query' ? asked.leaving : undefined;
    const { traceparent: _given, ...headers } = asked.headers;
    const sent = { ...headers, ...identity };
    const who = JSON.stringify(sent);
    const traceId = (): string => trace.traceId;
    const asking: Ask = (fetch, own, representations) =>
      trace.fetch(fetch.subgraph, (traceparent) =>
        at.sources.ask(
          { fetch, variables: own, representations, headers: sent, traceparent, who, leaving, until },
          traceId,
        ),
      );
    const returned = returnHeaders.length > 0 ? new Returned(returnHeaders) : undefined;
    const ask = returned ? returned.taking(asking) : asking;
    if (at.reference && isPublicView) return at.reference(prepared, request.query, variables.coerced, ask);
    const { data, errors } = await planned.execute(variables.coerced, ask);
    const told = returned?.headers ? { headers: returned.headers } : {};
    const extensions = production ? undefined : extensionsOf(at, prepared, asked, points);
    if (asked.asBody && errors.length === 0 && !denied) {
      const dataText = prepared.shape.write(data, variables.coerced);
      if (dataText !== undefined) {
        const body = bodyOf(dataText, extensions ? JSON.stringify(extensions) : null);
        return { isPublic: forAll, body, dataText, ...(extensions ? { extensions } : {}), ...told };
      }
    }
    const completed = prepared.shape.complete(data, variables.coerced, errors, denied);
    return {
      ...told,
      isPublic: forAll,
      data: completed,
      ...(errors.length > 0 ? { errors } : {}),
      ...(extensions ? { extensions } : {}),
    };
  };

  const extensionsOf = (
    at: Serving,
    { document, operation }: Prepared,
    asked: Asked,
    points: number,
  ): GraphResponse['extensions'] => {
    if (!cost && !asked.explain) return undefined;
    return {
      ...(cost ? { cost: { points, maximum: cost.maximum } } : {}),
      ...(asked.explain ? { queryPlan: at.explain(document, operation.name?.value) } : {}),
    };
  };

  return {
    async answer(asked) {
      const began = performance.now();
      const trace = startTrace(asked.headers.traceparent, asked.request.operationName);
      let failed = true;
      try {
        const answer = await publicAnswer(asked, trace);
        const took = performance.now() - began;
        failed = answer.errors !== undefined;
        const outcome = answer.refused ? 'REFUSED' : (answer.outcome ?? (failed ? 'PARTIAL' : 'OK'));
        metrics.answered(outcome, took / 1000);
        if (took > slowMs) {
          // Names alone: what was asked about is nobody's business here.
          const operationName = asked.request.operationName ?? named.exec(asked.request.query)?.[1];
          console.warn(
            JSON.stringify({
              slow: operationName ?? null,
              client: asked.clientName ?? null,
              milliseconds: Math.round(took),
              traceId: trace.traceId,
            }),
          );
        }
        return answer;
      } finally {
        trace.end(failed);
      }
    },
    again(text, revision, traceparent) {
      const began = performance.now();
      const known = cache?.again(text, revision);
      if (!known) return undefined;
      startTrace(traceparent, known.operationName).end(false);
      metrics.answered('CACHED', (performance.now() - began) / 1000);
      return known.answer.bytes;
    },
    async answerWhole(asked) {
      const at = serving;
      const trace = startTrace(asked.headers.traceparent, asked.request.operationName);
      let failed = true;
      try {
        const preparation = at.prepareWhole()(asked.request.query, asked.request.operationName);
        if (!preparation.ok) return { refused: true, errors: preparation.errors.map((error) => error.toJSON()) };
        const answer = await run(at, at.supergraph.wholeView(), preparation.prepared, asked.request, asked, trace);
        failed = answer.errors !== undefined;
        return answer;
      } finally {
        trace.end(failed);
      }
    },
    reload: (from) => {
      const exchanged = exchanging.then(() => exchange(from));
      exchanging = exchanged;
      return exchanged;
    },
    status,
    breakers: () => serving.sources.breakers(),
    explain: ({ query, operationName }) => {
      const preparation = serving.prepare(query, operationName);
      if (!preparation.ok) return preparation.errors.map(({ message }) => message).join('\n');
      return serving.explain(preparation.prepared.document, operationName);
    },
    close: async () => {
      await exchanging;
      await serving.close();
    },
  };
}

/** Undefined: not by then; it goes on, and is known when it is asked for again. */
function inTime<T>(promise: Promise<T>, milliseconds: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, milliseconds, undefined);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** One that the new supergraph cannot plan is told so when it is asked for. */
async function planIfPossible(prepared: Prepared): Promise<void> {
  try {
    await prepared.plan();
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
  }
}

function bodyOf(data: string, extensions: string | null): string {
  return extensions === null ? `{"data":${data}}` : `{"data":${data},"extensions":${extensions}}`;
}

/** What of an answer its caller is given. */
export function responseOf({ data, errors, extensions }: Answer): GraphResponse {
  return {
    ...(errors ? { errors } : {}),
    ...(data === undefined ? {} : { data }),
    ...(extensions ? { extensions } : {}),
  };
}

export function refused(code: string, zh: string, en: string): Answer {
  return { refused: true, errors: [{ message: `${zh} ${en}`, extensions: { code } }] };
}

function denialOf(caller: Caller | null): Denied['error'] {
  return caller === null
    ? { code: 'UNAUTHENTICATED', message: '请先登录。 Sign in first.' }
    : { code: 'FORBIDDEN', message: '您无权查看此内容。 This is not yours to see.' };
}

/** Everything an answer depends on but what it is pinned to, which is kept beside it. A trace is no part of it. */
function cacheKey({ query, operationName, variables }: GraphRequest, headers: Asked['headers'], pin?: string): string {
  const who = Object.entries(headers).filter(([name]) => name !== 'traceparent' && name !== pin);
  return `${operationName ?? ''}\n${JSON.stringify(who)}\n${JSON.stringify(variables ?? null)}\n${query}`;
}

/** Seconds to wait; null: go on. */
async function overRate(limiter: RateLimiterMemory, asked: Asked, points: number): Promise<number | null> {
  try {
    await limiter.consume(
      asked.caller ? `caller ${asked.caller.subject}` : `address ${asked.address ?? ''}`,
      Math.max(1, points),
    );
    return null;
  } catch (over) {
    const wait = (over as { readonly msBeforeNext?: number }).msBeforeNext;
    if (wait === undefined) throw over;
    return Math.max(1, Math.ceil(wait / 1000));
  }
}
