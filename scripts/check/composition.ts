import { GraphQLError, type Source } from 'graphql';
import { type Composition, compose } from '../../schema/compose.ts';
import { folderOf, type Registry, readRegistry } from '../../schema/registry.ts';
import { type SubgraphSchema, typeDefsOf } from '../../schema/subgraphs.ts';
import type { Finding } from '../../subgraphs/publishing/finding.ts';
import { mendOfComposition } from './composition-mends.ts';

/** Composes the subgraphs of a registry; SDL that cannot be parsed is an error of composition like any other, each file's told once. */
export function composeRegistry(registry: Registry): Composition {
  const errors = new Map<string, GraphQLError>();
  const schemas: SubgraphSchema[] = [];
  for (const row of registry.subgraphs) {
    try {
      schemas.push({ name: row.code, url: row.url, typeDefs: typeDefsOf(row, registry) });
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      errors.set(`${error.source?.name}\n${error.message}`, error);
    }
  }
  return errors.size > 0 ? { ok: false, errors: [...errors.values()] } : compose(schemas);
}

export function findCompositionErrors(composed: Composition): ReadonlyArray<Finding> {
  return composed.ok ? [] : composed.errors.map(toFinding);
}

function toFinding(error: GraphQLError): Finding {
  const code = String(error.extensions.code ?? 'INVALID_GRAPHQL');
  const node = error.nodes?.[0];
  const subgraph = node && 'subgraph' in node ? String(node.subgraph) : undefined;
  const row = readRegistry().subgraphs.find(({ code: each }) => each === subgraph);
  const token = node?.loc?.startToken;
  const place = token ?? error.locations?.[0];
  return {
    rule: code,
    severity: 'ERROR',
    file:
      fileOf(node?.loc?.source ?? error.source) ?? (row ? `${folderOf(row)}/schema.graphql` : 'schema/subgraphs.yaml'),
    line: place?.line ?? 1,
    column: place?.column ?? 1,
    part: '',
    message: { zh: `子图无法组合：${error.message}`, en: error.message },
    mend: mendOfComposition(code),
  };
}

/** What was spliced or printed anew has no file. */
function fileOf(source: Source | undefined): string | undefined {
  return source?.name.endsWith('.graphql') ? source.name : undefined;
}
