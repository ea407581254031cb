import { parentPort, workerData } from 'node:worker_threads';
import { GraphQLError, type GraphQLFormattedError, parse } from 'graphql';
import { createPlan, notPlanned, type Plans } from './planner.ts';
import { createView } from './supergraph.ts';

export interface PlanRequest {
  readonly text: string;
  readonly operationName: string | undefined;
  /** Labels of `@override`s that hold. */
  readonly held?: ReadonlyArray<string>;
}
export type PlanReply =
  | { readonly kind: 'READY' }
  | { readonly kind: 'PLANNED'; readonly plans: Plans }
  | { readonly kind: 'REFUSED'; readonly error: GraphQLFormattedError }
  /** Beside a refusal: why, for the log. */
  | { readonly kind: 'GAVE_UP'; readonly error: unknown };

const reply = (message: PlanReply): void => parentPort?.postMessage(message);
const plan = createPlan(createView((workerData as { readonly sdl: string }).sdl), (error) => {
  // An error of ours may carry what cannot be sent.
  const { name, message, stack } = error as Error;
  reply({ kind: 'GAVE_UP', error: { name, message, stack } });
});

parentPort?.on('message', ({ text, operationName, held }: PlanRequest) => {
  try {
    reply({ kind: 'PLANNED', plans: plan(parse(text, { noLocation: true }), operationName, held) });
  } catch (error) {
    reply({ kind: 'REFUSED', error: (error instanceof GraphQLError ? error : notPlanned()).toJSON() });
  }
});
reply({ kind: 'READY' });
