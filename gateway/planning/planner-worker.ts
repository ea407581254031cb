import { parentPort, workerData } from 'node:worker_threads';
import { GraphQLError, type GraphQLFormattedError, parse } from 'graphql';
import { createPlan, notPlanned, type Plan, type Plans } from './planner.ts';
import { provenPlan } from './proof.ts';
import { createView } from './supergraph.ts';

export interface ThreadData {
  readonly sdl: string;
  /** Nothing is left to prove of it. */
  readonly isProven: boolean;
}
export interface PlanRequest {
  readonly text: string;
  readonly operationName: string | undefined;
  /** Labels of `@override`s that hold. */
  readonly held?: ReadonlyArray<string>;
}
export type PlanReply =
  | { readonly kind: 'READY' }
  /** The supergraph does not hold. */
  | { readonly kind: 'UNPROVEN'; readonly reason: string }
  | { readonly kind: 'PLANNED'; readonly plans: Plans }
  | { readonly kind: 'REFUSED'; readonly error: GraphQLFormattedError }
  /** Beside a refusal: why, for the log. */
  | { readonly kind: 'GAVE_UP'; readonly error: unknown };

const reply = (message: PlanReply): void => parentPort?.postMessage(message);
const gaveUp = (error: unknown): void => {
  // An error of ours may carry what cannot be sent.
  const { name, message, stack } = error as Error;
  reply({ kind: 'GAVE_UP', error: { name, message, stack } });
};

function begin(plan: Plan): void {
  parentPort?.on('message', ({ text, operationName, held }: PlanRequest) => {
    try {
      reply({ kind: 'PLANNED', plans: plan(parse(text, { noLocation: true }), operationName, held) });
    } catch (error) {
      reply({ kind: 'REFUSED', error: (error instanceof GraphQLError ? error : notPlanned()).toJSON() });
    }
  });
  reply({ kind: 'READY' });
}

const { sdl, isProven } = workerData as ThreadData;
try {
  begin((isProven ? createPlan : provenPlan)(createView(sdl, isProven), gaveUp));
} catch (error) {
  // One that was proven is served already: it is the thread that fails, not the supergraph.
  if (isProven) throw error;
  reply({ kind: 'UNPROVEN', reason: (error as Error).message });
}
