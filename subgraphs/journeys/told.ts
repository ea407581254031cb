import { type Fillings, type ProblemId, problem, problemStatus } from '../language/problems.ts';

/** What the routes of files say, which are no GraphQL. */
export interface Told {
  readonly status: number;
  readonly body: { readonly code?: string; readonly message: string };
}
export function refused<Id extends ProblemId>(id: Id, ...slots: Fillings<Id>): Told {
  const { code, message } = problem(id, ...slots);
  return { status: problemStatus(id) ?? 422, body: { code, message: `${message.zh} ${message.en}` } };
}
