import type { ForwardedRequest, SubgraphOptions } from '../gateway/index.ts';
import type { Subgraph, SubgraphResponse } from '../subgraphs/runtime/subgraph.ts';

const doorDeadlineMs = 10_000;

/** A subgraph that runs apart. The deadline covers the whole answer. */
export function executeOverHttp(url: string): Subgraph['execute'] {
  return async ({ query, variables, headers }) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(doorDeadlineMs),
    });
    return (await response.json()) as SubgraphResponse;
  };
}

/** A subgraph's own routes, without a connection. */
export function forwardInto(subgraph: Subgraph): NonNullable<SubgraphOptions['forward']> {
  return async ({ method, path, headers, body }: ForwardedRequest) => {
    const response = await subgraph.app.inject({
      method,
      url: path,
      headers: { ...headers },
      ...(body ? { payload: body } : {}),
    });
    return {
      status: response.statusCode,
      contentType: String(response.headers['content-type'] ?? 'application/json'),
      body: response.rawPayload,
    };
  };
}
