import type { FastifyInstance } from 'fastify';
import { type Dispatcher, request } from 'undici';
import type { Gateway } from '../gateway/index.ts';
import { admitCallers, readSignedJson } from '../subgraphs/runtime/admission.ts';
import type { GraphClient } from '../subgraphs/runtime/definition.ts';
import { type CodedError, refusal } from '../subgraphs/runtime/errors.ts';
import { serviceIdentity } from '../subgraphs/runtime/identity.ts';
import { gatewayPart, type SignInward, type VerifyInward } from '../subgraphs/runtime/inward.ts';
import type { SubgraphResponse } from '../subgraphs/runtime/subgraph.ts';

const path = '/internal/graphql';
const deadlineMs = 15_000;

interface Asked {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
}

/** Where parts run apart, a subgraph asks the whole graph through this route; only what a part signed for itself opens it. */
export function registerInternalDoor(app: FastifyInstance, gateway: Gateway, verify: VerifyInward): void {
  app.register(async (door) => {
    const readJson = readSignedJson(door);
    const callerOf = admitCallers(door, verify);
    door.post(path, async (request, reply) => {
      if (callerOf(request)?.kind !== 'SERVICE') return reply.code(404).send(told(refusal('NOT_FOUND')));
      const asked = readJson(request);
      if (!isAsked(asked)) return reply.code(400).send(told(refusal('BAD_REQUEST')));
      const { query, variables, headers } = asked;
      return gateway.internal({ query, variables }, headers);
    });
  });
}

const told = ({ message, extensions }: CodedError) => ({ errors: [{ message, extensions }] });

function isAsked(body: unknown): body is Asked {
  const { query, variables, headers } = (body ?? {}) as Partial<Record<keyof Asked, unknown>>;
  return typeof query === 'string' && isObject(variables) && isObject(headers);
}
const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Asks the graph at its gateway's inner address, as the part that it is. Rejects while the gateway is out. */
export function createInternalClient(
  gatewayUrl: URL,
  part: string,
  sign: SignInward,
  dispatcher: Dispatcher,
): GraphClient {
  const url = new URL(path, gatewayUrl);
  return async ({ query, variables }, headers) => {
    const asked: Asked = { query, variables, headers };
    const body = JSON.stringify(asked);
    const signed = await sign(gatewayPart, serviceIdentity(part), body);
    const response = await request(url, {
      method: 'POST',
      headers: { ...signed, 'content-type': 'application/json' },
      body,
      dispatcher,
      signal: AbortSignal.timeout(deadlineMs),
    });
    if (response.statusCode !== 200) {
      await response.body.dump();
      throw new Error(`The gateway at ${url} answered ${response.statusCode}.`);
    }
    return (await response.body.json()) as SubgraphResponse;
  };
}
