import { GraphQLError } from 'graphql';
import { type Fillings, type ProblemId, problem } from '../language/problems.ts';
import type { Localized } from '../language/text.ts';

/** A refusal with a code, in both languages, which says what to do. Answered in `errors` with `extensions.code`. */
export class CodedError extends GraphQLError {
  constructor(code: string, message: Localized) {
    super(`${message.zh} ${message.en}`, { extensions: { code } });
    this.name = 'CodedError';
  }
}

/** The refusal of `schema/problems.yaml`, to be thrown. */
export function refusal<Id extends ProblemId>(id: Id, ...slots: Fillings<Id>): CodedError {
  const { code, message } = problem(id, ...slots);
  return new CodedError(code, message);
}
