import { GraphQLError } from 'graphql';
import type { Denied } from '../execution/completion.ts';
import type { Trace } from '../telemetry/tracing.ts';
import { type Refused, refused } from './asked.ts';
import type { Planned, Prepared } from './prepare.ts';

/** The operation's plan without what is denied: a promise only where it is not known yet, and then no longer than this. */
export function planOf(
  prepared: Prepared,
  denied: Denied | undefined,
  held: ReadonlyArray<string>,
  trace: Trace,
  withinMs: number,
): Planned | Promise<Planned | Refused> {
  const planning = trace.plan(() => prepared.plan(denied?.fields, held));
  return planning instanceof Promise ? awaited(planning, withinMs) : planning;
}

async function awaited(planning: Promise<Planned>, withinMs: number): Promise<Planned | Refused> {
  try {
    const planned = await inTime(planning, withinMs);
    if (planned) return planned;
    return {
      ...refused('OVERLOADED'),
      retryAfterSeconds: 1,
    };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return { refused: true, errors: [error.toJSON()] };
  }
}

/** Undefined: not by then; it goes on, and is known when it is asked for again. */
function inTime<T>(promise: Promise<T>, milliseconds: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, milliseconds, undefined);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
