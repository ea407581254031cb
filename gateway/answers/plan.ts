import { GraphQLError } from 'graphql';
import type { Trace } from '../telemetry/tracing.ts';
import { type Refused, refused } from './asked.ts';
import { isOverloaded, type PlanFor, type Planned, type PlanOne } from './planned.ts';

/** The operation's plan: a promise only where it is not known yet, and then no longer than until then, on `performance.now()`'s clock. */
export function planOf(
  plan: PlanOne,
  wish: PlanFor,
  trace: Trace,
  until: number,
): Planned | Promise<Planned | Refused> {
  const planning = trace.plan(() => plan(wish));
  return planning instanceof Promise ? awaited(planning, until) : planning;
}

async function awaited(planning: Promise<Planned>, until: number): Promise<Planned | Refused> {
  try {
    return (await inTime(planning, until - performance.now())) ?? busy();
  } catch (error) {
    if (isOverloaded(error)) return busy();
    if (!(error instanceof GraphQLError)) throw error;
    return { refused: true, errors: [error.toJSON()] };
  }
}

function busy(): Refused {
  return { ...refused('OVERLOADED'), retryAfterSeconds: 1 };
}

/** Undefined: not by then; it goes on, and is known when it is asked for again. */
async function inTime<T>(promise: Promise<T>, milliseconds: number): Promise<T | undefined> {
  if (milliseconds <= 0) return undefined;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, milliseconds, undefined);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
