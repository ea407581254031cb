import { composeServices } from '@apollo/composition';
import { Supergraph } from '@apollo/federation-internals';
import { type GraphQLError, lexicographicSortSchema, printSchema } from 'graphql';
import type { SubgraphSchema } from './subgraphs.ts';

export type Composition =
  | { readonly ok: true; readonly supergraph: string; readonly api: string; readonly hints: ReadonlyArray<string> }
  | { readonly ok: false; readonly errors: ReadonlyArray<GraphQLError> };

/** Composes the subgraphs into one supergraph and its public schema. Errors are results, each with its code in `extensions.code`. */
export function compose(subgraphs: ReadonlyArray<SubgraphSchema>): Composition {
  const result = composeServices([...subgraphs]);
  if (result.errors) return { ok: false, errors: result.errors };
  const api = Supergraph.build(result.supergraphSdl).apiSchema().toGraphQLJSSchema();
  return {
    ok: true,
    supergraph: `${result.supergraphSdl.trim()}\n`,
    api: `${printSchema(lexicographicSortSchema(api)).trim()}\n`,
    hints: result.hints.map((hint) => hint.toString()),
  };
}
