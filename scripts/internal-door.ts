import type { Gateway } from '../gateway/index.ts';
import type { GraphClient } from '../subgraphs/runtime/definition.ts';
import { createIdentityVerifier, identityHeader, signIdentity } from '../subgraphs/runtime/identity.ts';
import type { SubgraphResponse } from '../subgraphs/runtime/subgraph.ts';

const path = '/internal/graphql';
const deadlineMs = 15_000;

interface Asked {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
}

/** Where parts run apart, a subgraph asks the whole graph through this route; only a signed service identity opens it. */
export function registerInternalDoor(gateway: Gateway, identitySecret: string): void {
  const verify = createIdentityVerifier(identitySecret);
  gateway.app.post(path, async (request, reply) => {
    const identity = await verify(request.headers[identityHeader] as string | undefined).catch(() => null);
    if (identity?.kind !== 'SERVICE') return reply.code(404).send({ errors: [{ message: 'Not found' }] });
    // The gateway reads no JSON but GraphQL's own: what other routes are sent arrives as it is.
    const { query, variables, headers } = JSON.parse(String(request.body)) as Asked;
    return gateway.internal({ query, variables }, headers);
  });
}

/** Asks the graph at its gateway's address, as the service `subject`. Rejects while the gateway is out. */
export function createInternalClient(gatewayUrl: URL, identitySecret: string, subject: string): GraphClient {
  const url = new URL(path, gatewayUrl);
  return async ({ query, variables }, headers) => {
    const identity = await signIdentity(identitySecret, { subject, kind: 'SERVICE', department: null, scopes: [] });
    const asked: Asked = { query, variables, headers };
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [identityHeader]: identity },
      body: JSON.stringify(asked),
      signal: AbortSignal.timeout(deadlineMs),
    });
    if (!response.ok) throw new Error(`The gateway at ${url} answered ${response.status}.`);
    return (await response.json()) as SubgraphResponse;
  };
}
