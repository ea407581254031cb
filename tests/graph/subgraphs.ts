import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, graphql, parse } from 'graphql';
import { createGateway, type Gateway, type GatewayOptions, type SubgraphCall } from '../../gateway/index.ts';

import { patient } from '../patient.ts';

export type Part = readonly [name: string, sdl: string, resolvers: Record<string, unknown>];

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires", "@provides", "@override", "@interfaceObject", "@shareable", "@inaccessible", "@authenticated", "@requiresScopes", "@policy", "@cost", "@listSize"])\n';
const typeDefs = (sdl: string) => parse(link + sdl);

export function composed(...parts: ReadonlyArray<Part>): string {
  const result = composeServices(
    parts.map(([name, sdl]) => ({ name, url: `http://${name}.invalid/graphql`, typeDefs: typeDefs(sdl) })),
  );
  if (result.errors) throw new Error(result.errors.map(({ message }) => message).join('\n'));
  return result.supergraphSdl;
}

/** Answers as the subgraph would. */
export function answerer([, sdl, resolvers]: Part) {
  const schema: GraphQLSchema = buildSubgraphSchema({ typeDefs: typeDefs(sdl), resolvers: resolvers as never });
  return async ({ query, variables, operationName }: SubgraphCall) =>
    JSON.parse(
      JSON.stringify(
        await graphql({ schema, source: query, variableValues: variables, operationName: operationName ?? null }),
      ),
    );
}

/** A gateway over subgraphs in this process; `asked` counts what reached them. */
export async function over(...parts: ReadonlyArray<Part>): Promise<Gateway & { asked: SubgraphCall[] }> {
  return overWith({}, ...parts);
}

export async function overWith(
  options: Partial<GatewayOptions>,
  ...parts: ReadonlyArray<Part>
): Promise<Gateway & { asked: SubgraphCall[] }> {
  const asked: SubgraphCall[] = [];
  const gateway = await createGateway({
    supergraph: { sdl: composed(...parts) },
    // A thread for each of many gateways would be most of what tests do; planner-thread.test.ts tries it.
    planning: 'HERE',
    ...patient,
    ...options,
    subgraphs: Object.fromEntries(
      parts.map((part) => {
        const answer = answerer(part);
        return [
          part[0],
          {
            execute: (call: SubgraphCall) => {
              asked.push(call);
              return answer(call);
            },
          },
        ];
      }),
    ),
  });
  return Object.assign(gateway, { asked });
}
