import { createHmac, randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { ReferenceExecutor } from '../execution/reference-executor.ts';
import type { Ask } from '../execution/step.ts';
import { maxima } from '../maxima.ts';
import type { Call } from '../sources/call.ts';
import { DigitsLost } from '../sources/digits.ts';
import type { Trace } from '../telemetry/tracing.ts';
import type { GatewayOptions, GraphResponse } from '../types.ts';
import type { Admitted } from './admit.ts';
import { type Answer, type Asked, bodyOf, whoAsks } from './asked.ts';
import type { Planned } from './planned.ts';
import type { Prepared } from './prepare.ts';
import { Returned } from './returned-headers.ts';
import type { Serving } from './serving.ts';

/** An operation that was admitted and planned. */
export interface Running {
  readonly at: Serving;
  readonly prepared: Prepared;
  readonly planned: Planned;
  readonly admitted: Admitted;
  readonly asked: Asked;
  /** Runs it in place of its plan. */
  readonly reference: ReferenceExecutor | undefined;
  readonly query: string;
  /** Everyone is told the same, so that nobody is named to subgraphs. */
  readonly forAll: boolean;
  /** When it has to be answered, on `performance.now()`'s clock. */
  readonly until: number;
  readonly trace: Trace;
}
export type RunOperation = (running: Running) => Promise<Answer>;

/** Carries operations out and writes their answers. */
export function createRun({ production, cost, cache, returnHeaders = [] }: GatewayOptions): RunOperation {
  const publicSubgraphs = new Set(cache?.publicSubgraphs);
  const callerOf = createCallerOf();
  const extensionsOf = ({ at, prepared, asked, admitted }: Running): GraphResponse['extensions'] => {
    if (production || (!cost && !asked.explain)) return undefined;
    const { document, operation } = prepared;
    return {
      ...(cost ? { cost: { points: admitted.points, maximum: cost.maximum } } : {}),
      ...(asked.explain ? { queryPlan: at.explain(document, operation.name?.value) } : {}),
    };
  };

  const carryOut = async (running: Running, keepsDigits: boolean): Promise<Answer> => {
    const { reference, prepared, planned, admitted, asked } = running;
    const { variables, denied } = admitted;
    const returned = returnHeaders.length > 0 ? new Returned(returnHeaders) : undefined;
    const asking = askFor(running, publicSubgraphs, callerOf, keepsDigits);
    const ask = returned ? returned.taking(asking) : asking;
    if (reference) return reference(prepared, running.query, variables, ask);
    const { data, errors } = await planned.execute(variables, ask, !keepsDigits);
    const extensions = extensionsOf(running);
    const told = { ...(extensions ? { extensions } : {}), ...(returned?.headers ? { headers: returned.headers } : {}) };
    if (asked.asBody && errors.length === 0 && !denied) {
      const dataText = prepared.shape.write(data, variables);
      if (dataText !== undefined) {
        return { body: bodyOf(dataText, extensions ? JSON.stringify(extensions) : null), dataText, ...told };
      }
    }
    const completed = prepared.shape.complete(data, variables, errors, denied, !keepsDigits);
    return { data: completed, ...(errors.length > 0 ? { errors } : {}), ...told };
  };

  return async (running) => {
    const { planned } = running;
    if (planned.keepsDigits) return carryOut(running, true);
    try {
      return await carryOut(running, false);
    } catch (error) {
      if (!(error instanceof DigitsLost)) throw error;
      // Asked once more, and from now on read so at once: where such numbers occur they come again.
      planned.keepsDigits = true;
      return carryOut(running, true);
    }
  };
}

/** Tells callers apart, so that subgraphs can share what they do among them, and says nothing of who they are. */
function createCallerOf(): (asked: Asked) => string {
  const salt = randomBytes(16);
  const known = new LRUCache<string, string>({ max: maxima.callersRemembered });
  return (asked) => {
    const who = whoAsks(asked);
    const seen = known.get(who);
    if (seen !== undefined) return seen;
    const caller = createHmac('sha256', salt).update(who).digest('base64url').slice(0, 16);
    known.set(who, caller);
    return caller;
  };
}

/** As whom a subgraph is asked. */
type Asker = Pick<Call, 'identity' | 'who' | 'headers'>;

/** How one request's fetches are asked: with its headers, within its time, under its trace. */
function askFor(
  { at, prepared, asked, forAll, until, trace }: Running,
  publicSubgraphs: ReadonlySet<string>,
  callerOf: (asked: Asked) => string,
  keepsDigits: boolean,
): Ask {
  // A mutation that was sent runs to its end, whoever leaves.
  const leaving = prepared.operation.operation === 'query' ? asked.leaving : undefined;
  const { traceparent: _given, ...passed } = asked.headers;
  let somebody: Asker | undefined;
  let nobody: Asker | undefined;
  const traceId = (): string => trace.traceId;
  return (fetch, variables, representations) => {
    let as: Asker;
    if (forAll || (fetch.isQuery && publicSubgraphs.has(fetch.subgraph))) as = nobody ??= unnamed(passed);
    else as = somebody ??= named(asked, passed, callerOf);
    const { identity, who, headers } = as;
    return trace.fetch(fetch.subgraph, (traceparent) =>
      at.sources.ask(
        { fetch, variables, representations, keepsDigits, traceparent, identity, who, headers, leaving, until },
        traceId,
      ),
    );
  };
}

function unnamed(headers: Asked['headers']): Asker {
  return { identity: null, who: JSON.stringify(headers), headers };
}

/** Who shares an answer is decided by what it depends on: the caller's turn is not. */
function named(asked: Asked, headers: Asked['headers'], callerOf: (asked: Asked) => string): Asker {
  const { identity } = asked;
  const who = JSON.stringify([headers, identity]);
  return { identity, who, headers: { ...headers, 'yijianshi-caller': callerOf(asked) } };
}
