import { GraphQLError } from 'graphql';
import { type Fillings, type ProblemCode, type ProblemId, problem } from './problems.ts';

/** A refusal as it stands among the errors of an answer: both languages, and the code. */
export interface CodedFormattedError {
  readonly message: string;
  readonly extensions: { readonly code: ProblemCode } & Readonly<Record<string, unknown>>;
}

export function errorOf<Id extends ProblemId>(id: Id, ...slots: Fillings<Id>): CodedFormattedError {
  const { code, message } = problem(id, ...slots);
  return { message: `${message.zh} ${message.en}`, extensions: { code } };
}

/** The same to be thrown, or told beside graphql-js's own. */
export function graphqlErrorOf<Id extends ProblemId>(id: Id, ...slots: Fillings<Id>): GraphQLError {
  const { message, extensions } = errorOf(id, ...slots);
  return new GraphQLError(message, { extensions });
}

/** Why a gateway does not start, or keeps what it serves: both languages, and the code. */
export class UnusableSupergraph extends Error {
  readonly code: ProblemCode;
  constructor({ message, extensions }: CodedFormattedError, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = extensions.code;
  }
}
