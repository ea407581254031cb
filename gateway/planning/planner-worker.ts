import { parentPort, workerData } from 'node:worker_threads';
import { GraphQLError, type GraphQLFormattedError, parse } from 'graphql';
import { createPlan, notPlanned, type Plans } from './planner.ts';
import { createView } from './supergraph.ts';

export interface PlanRequest {
  readonly text: string;
  readonly operationName: string | undefined;
}
export type PlanReply =
  | { readonly kind: 'READY' }
  | { readonly kind: 'PLANNED'; readonly plans: Plans }
  | { readonly kind: 'REFUSED'; readonly error: GraphQLFormattedError };

const plan = createPlan(createView((workerData as { readonly sdl: string }).sdl));
const reply = (message: PlanReply): void => parentPort?.postMessage(message);

parentPort?.on('message', ({ text, operationName }: PlanRequest) => {
  try {
    reply({ kind: 'PLANNED', plans: plan(parse(text, { noLocation: true }), operationName) });
  } catch (error) {
    reply({ kind: 'REFUSED', error: (error instanceof GraphQLError ? error : notPlanned()).toJSON() });
  }
});
reply({ kind: 'READY' });
