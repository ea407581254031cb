import type { Trace } from '../telemetry/tracing.ts';
import type { Admit } from './admit.ts';
import { type Answer, type Asked, type ReadOperation, whoAsks } from './asked.ts';
import type { Keep } from './keep.ts';
import type { DecideLabels } from './override-labels.ts';
import { planOf } from './plan.ts';
import type { RunOperation } from './run.ts';
import type { Face, Serving } from './serving.ts';

/** What operations are answered over, and by whose rules. */
export interface Over {
  /** The supergraph that answers now. */
  readonly serving: () => Serving;
  readonly faceOf: (serving: Serving) => Face;
  readonly read: ReadOperation;
  readonly keep: Keep | undefined;
  readonly admit: Admit;
  readonly run: RunOperation;
  readonly decideLabels: DecideLabels;
  /** An operation's whole time. */
  readonly requestMs: number;
}

const none: ReadonlyArray<string> = [];

/** Answers operations: admit, plan, run, keep. What is known already is not awaited, for every promise would be paid by every request. */
export function createAnswer({ serving, faceOf, read, keep, admit, run, decideLabels, requestMs }: Over) {
  return async (asked: Asked, trace: Trace): Promise<Answer> => {
    const until = performance.now() + requestMs;
    const request = read(asked.request, asked.caller);
    if ('refused' in request) return request;
    const at = serving();
    const place = keep?.placeOf(asked, request, at.id);
    const fresh = place && keep?.fresh(place, asked);
    if (fresh) return fresh;

    const { schema, prepare, reference, overrides } = faceOf(at);
    const preparation = prepare(request.query, request.operationName);
    if (!preparation.ok) return { refused: true, errors: preparation.errors.map((error) => error.toJSON()) };
    const { prepared } = preparation;
    const admitting = admit(prepared, schema, request.variables, asked);
    const admitted = admitting instanceof Promise ? await admitting : admitting;
    if ('refused' in admitted) return admitted;

    const held = overrides.length === 0 ? none : await decideLabels(overrides, asked);
    const wish = { caller: whoAsks(asked), denied: admitted.denied?.fields, held };
    const planning = planOf(prepared.plan, wish, trace, until);
    const planned = planning instanceof Promise ? await planning : planning;
    if ('refused' in planned) return planned;

    const forAll = place !== undefined && (keep?.isForAll(prepared, planned) ?? false);
    const { query } = request;
    const answer = await run({ at, reference, query, prepared, planned, admitted, asked, forAll, until, trace });
    // The reference executor's answers are there to be compared, each made anew.
    if (!keep || !place || !forAll || reference) return answer;
    return keep.kept(place, answer, at === serving());
  };
}
