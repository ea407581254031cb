import { ApolloGateway } from '@apollo/gateway';
import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import { fetchOf } from '../sources/call.ts';
import type { GraphResponse, Log } from '../types.ts';
import type { Ask } from './step.ts';

export type ReferenceExecutor = (
  asked: { readonly document: DocumentNode; readonly operation: OperationDefinitionNode },
  query: string,
  variables: Readonly<Record<string, unknown>>,
  ask: Ask,
) => Promise<GraphResponse>;

/** `@apollo/gateway`'s own planner and executor over the same subgraphs: the switch to fall back to, and the reference in tests. */
export async function createReferenceExecutor(supergraphSdl: string, log: Log): Promise<ReferenceExecutor> {
  const gateway = new ApolloGateway({
    supergraphSdl,
    buildService: ({ name }) => ({
      async process({ request, context }) {
        const ask = (context as { ask: Ask }).ask;
        const fetch = fetchOf(name, request.query ?? '', request.operationName ?? undefined);
        const { response } = await ask(fetch, request.variables ?? {}, null);
        return response as never;
      },
    }),
  });
  const { executor } = await gateway.load();
  const told = (text: unknown): void => log.warn({ text: String(text) }, 'the reference executor complains');
  return async ({ document, operation }, query, variables, ask) => {
    const result = await executor({
      document,
      request: { query, variables: variables as Record<string, unknown> },
      operationName: operation.name?.value ?? null,
      operation,
      queryHash: query,
      context: { ask },
      metrics: {},
      overallCachePolicy: {},
      logger: { debug: () => {}, info: () => {}, warn: told, error: told },
      cache: undefined,
      source: query,
    } as never);
    return {
      data: result.data ?? null,
      ...(result.errors ? { errors: result.errors.map((error) => error.toJSON?.() ?? error) } : {}),
    };
  };
}
