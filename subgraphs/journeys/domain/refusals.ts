import { type Fillings, type ProblemId, problem } from '../../language/problems.ts';
import type { Localized } from '../../language/text.ts';

/** A refusal that the caller can act on. `path` points into the mutation's input. */
export interface Refusal {
  readonly code: string;
  readonly message: Localized;
  readonly path: ReadonlyArray<string>;
  readonly material: string | null;
}

/** Where in the input a refusal lies. */
export interface Place {
  readonly path: ReadonlyArray<string>;
  readonly material?: string;
}

export function refuse<Id extends ProblemId>(id: Id, { path, material }: Place, ...slots: Fillings<Id>): Refusal {
  return { ...problem(id, ...slots), path, material: material ?? null };
}
