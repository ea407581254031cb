import type { GraphQLFormattedError } from 'graphql';
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
  const { zh, en } = title ?? { zh: subgraph, en: subgraph };
  return {
    message: `${zh}内部出错，请稍后重试。 Something went wrong inside ${en}: try again later.`,
    ...(error.path ? { path: error.path } : {}),
    extensions: { code: 'INTERNAL_SERVER_ERROR', subgraph, ...(title ? { department: title } : {}), traceId },
  };
}
