import type { GraphQLFormattedError } from 'graphql';
import type { GraphRequest } from '../types.ts';

export function bad(zh: string, en: string): GraphQLFormattedError {
  return { message: `${zh} ${en}`, extensions: { code: 'BAD_REQUEST' } };
}

/** Of a POST: its body as an object, or what is wrong with it. */
export function fromBody(body: unknown): GraphRequest | GraphQLFormattedError {
  if (body === null || typeof body !== 'object' || Array.isArray(body)) {
    return bad('请求体应为 JSON 对象。', 'The body wants a JSON object.');
  }
  const { query: text, variables, operationName, extensions, documentId } = body as Record<string, unknown>;
  const persisted =
    typeof documentId === 'string' || (extensions as { persistedQuery?: unknown } | null | undefined)?.persistedQuery;
  const query = text === undefined && persisted ? '' : text;
  if (typeof query !== 'string') return bad('缺少 query。', 'The member "query" wants a string.');
  if (variables != null && (typeof variables !== 'object' || Array.isArray(variables))) {
    return bad('variables 应为对象。', 'The member "variables" wants an object.');
  }
  if (operationName != null && typeof operationName !== 'string') {
    return bad('operationName 应为字符串。', 'The member "operationName" wants a string.');
  }
  if (extensions != null && (typeof extensions !== 'object' || Array.isArray(extensions))) {
    return bad('extensions 应为对象。', 'The member "extensions" wants an object.');
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
    return bad('variables 和 extensions 应为 JSON。', 'The parameters "variables" and "extensions" want JSON.');
  }
}
