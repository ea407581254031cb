import type { GraphQLFormattedError } from 'graphql';
import { errorOf } from '../errors.ts';
import type { GraphRequest } from '../types.ts';

/** Of a POST: its body as an object, or what is wrong with it. */
export function fromBody(body: unknown): GraphRequest | GraphQLFormattedError {
  if (body === null || typeof body !== 'object' || Array.isArray(body)) {
    return errorOf('BAD_REQUEST.BODY');
  }
  const { query: text, variables, operationName, extensions, documentId } = body as Record<string, unknown>;
  const persisted =
    typeof documentId === 'string' || (extensions as { persistedQuery?: unknown } | null | undefined)?.persistedQuery;
  const query = text === undefined && persisted ? '' : text;
  if (typeof query !== 'string') return errorOf('BAD_REQUEST.STRING', { member: 'query' });
  if (variables != null && (typeof variables !== 'object' || Array.isArray(variables))) {
    return errorOf('BAD_REQUEST.OBJECT', { member: 'variables' });
  }
  if (operationName != null && typeof operationName !== 'string') {
    return errorOf('BAD_REQUEST.STRING', { member: 'operationName' });
  }
  if (extensions != null && (typeof extensions !== 'object' || Array.isArray(extensions))) {
    return errorOf('BAD_REQUEST.OBJECT', { member: 'extensions' });
  }
  return {
    query,
    ...(variables == null ? {} : { variables: variables as Record<string, unknown> }),
    ...(operationName == null ? {} : { operationName }),
    ...(typeof documentId === 'string' ? { documentId } : {}),
    ...(extensions == null ? {} : { extensions: extensions as Record<string, unknown> }),
  };
}

/** Of a GET: its parameters. */
export function fromQuery(parameters: unknown): GraphRequest | GraphQLFormattedError {
  const { query, variables, operationName, extensions, documentId } = parameters as Record<string, string | undefined>;
  try {
    return fromBody({
      query,
      variables: variables ? JSON.parse(variables) : undefined,
      operationName: operationName === '' ? undefined : operationName,
      extensions: extensions ? JSON.parse(extensions) : undefined,
      documentId,
    });
  } catch {
    return errorOf('BAD_REQUEST.PARAMETERS');
  }
}
