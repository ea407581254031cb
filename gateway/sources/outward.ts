import type { GraphQLFormattedError } from 'graphql';
import { errorOf } from '../errors.ts';
import type { LocalizedName } from '../types.ts';

/**
 * A subgraph's error as clients are told it. Where it is said in its own document is nobody's business; and in production neither is what
 * it did not mean to say: an error without a code, or with that of an accident, is told as an accident, to be found by its trace.
 */
export function outward(
  { locations: _own, ...error }: GraphQLFormattedError,
  subgraph: string,
  title: LocalizedName | undefined,
  traceId: string | null,
): GraphQLFormattedError {
  const { stacktrace: _stacktrace, exception: _exception, ...extensions } = error.extensions ?? {};
  const { code } = extensions;
  if (traceId === null || (typeof code === 'string' && code !== 'INTERNAL_SERVER_ERROR')) {
    return { ...error, extensions: { ...extensions, subgraph } };
  }
  const accident = errorOf('INTERNAL_SERVER_ERROR.SUBGRAPH', { subgraph: title ?? subgraph });
  return {
    message: accident.message,
    ...(error.path ? { path: error.path } : {}),
    extensions: { ...accident.extensions, subgraph, ...(title ? { department: title } : {}), traceId },
  };
}
