import type { GraphQLFormattedError } from 'graphql';
import type { Asking, Entities, Fetch } from '../sources/call.ts';
import type { Entity, Variables } from './values.ts';

/** Asks one subgraph; an outage is an error in the answer, never a rejection. */
export type Ask = (fetch: Fetch, variables: Variables, representations: Entities | null) => Promise<Asking>;

/** One execution of one plan. */
export interface Run {
  readonly variables: Variables;
  /** Conditions may have left out what a later fetch would tell its subgraph: that it is missing says nothing then. */
  readonly mayLeaveOut: boolean;
  readonly ask: Ask;
  readonly data: Entity;
  /** Stop, by DigitsLost, where a number may have lost digits when it was read. */
  readonly watchesDigits: boolean;
  readonly errors: GraphQLFormattedError[];
  /** Objects that a subgraph which was asked about them knows nothing of. */
  readonly nobody: Set<Entity>;
}
/** Fills the targets: the objects at its place in the answer. */
export type Step = (run: Run, targets: ReadonlyArray<Entity>) => Promise<void>;
