import type { GraphQLFormattedError } from 'graphql';
import type { GraphResponse, SubgraphAnswer } from '../types.ts';
import { OutageError } from './outage.ts';

/** A subgraph's answer from its text. Throws an OutageError where that is no GraphQL answer. */
export function readAnswer(text: string, headers: SubgraphAnswer['headers']): SubgraphAnswer {
  try {
    const answer = JSON.parse(text) as GraphResponse;
    if (answer !== null && typeof answer === 'object' && ('data' in answer || Array.isArray(answer.errors))) {
      const { data, errors } = answer;
      const told = headers === undefined ? {} : { headers };
      return Array.isArray(errors)
        ? { data: data ?? null, errors: errors.map(readable), ...told }
        : { data: data ?? null, ...told };
    }
  } catch {
    // Said below.
  }
  throw new OutageError('SUBGRAPH_INVALID_RESPONSE');
}

/** Whatever a subgraph put among its errors, as an error with a message. */
function readable(error: unknown): GraphQLFormattedError {
  const given = (error !== null && typeof error === 'object' ? error : {}) as Partial<GraphQLFormattedError>;
  return { ...given, message: typeof given.message === 'string' ? given.message : 'Error without a message.' };
}
