import type { Gateway } from '../gateway/index.ts';
import type { GraphClient } from '../subgraphs/journeys/index.ts';
import { createIdentityVerifier, identityHeader, signIdentity } from '../subgraphs/runtime/identity.ts';
import type { SubgraphResponse } from '../subgraphs/runtime/subgraph.ts';

const path = '/internal/graphql';

/** Where parts run apart, journeys asks the whole graph through this route; only a signed service identity opens it. */
export function registerInternalDoor(gateway: Gateway, identitySecret: string): void {
  const verify = createIdentityVerifier(identitySecret);
  gateway.app.post(path, async (request, reply) => {
    const identity = await verify(request.headers[identityHeader] as string | undefined).catch(() => null);
    if (identity?.kind !== 'SERVICE') return reply.code(404).send({ errors: [{ message: 'Not found' }] });
    const { query, variables, headers } = request.body as {
      query: string;
      variables: Record<string, unknown>;
      headers: Record<string, string>;
    };
    return gateway.internal({ query, variables }, headers);
  });
}

export function createInternalClient(gatewayUrl: string, identitySecret: string): GraphClient {
  const url = new URL(path, gatewayUrl);
  return async ({ query, variables }, headers) => {
    const identity = await signIdentity(identitySecret, {
      subject: 'journeys',
      kind: 'SERVICE',
      department: null,
      scopes: [],
    });
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [identityHeader]: identity },
      body: JSON.stringify({ query, variables, headers }),
      signal: AbortSignal.timeout(15_000),
    });
    return (await response.json()) as SubgraphResponse;
  };
}
