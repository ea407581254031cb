import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'graphql';
import type { Registry } from '../../schema/registry.ts';
import type { Finding } from '../../subgraphs/publishing/finding.ts';
import { repositoryRoot } from '../../subgraphs/publishing/read.ts';
import { findContractFaults } from './contracts.ts';
import { breakingWithEvidence, evidenceOf, failing } from './evidence.ts';
import { type ComposedGraph, type createKeptGraphs, graphKey, sha256 } from './kept-graph.ts';
import type { Layer, LayerOutcome } from './layers.ts';
import { lint, sdlFiles } from './lint/index.ts';
import { findDeprecatedUses, findOperationErrors } from './operations.ts';
import type { KnownOperation } from './recorded.ts';
import { findStaleFiles } from './stale-files.ts';

interface Given {
  readonly registry: Registry;
  /** The public schema that clients rely on. */
  readonly published: () => string;
  /** Operations that were recorded, beside the registered ones; absent: nobody recorded any. */
  readonly recorded?: ReadonlyArray<KnownOperation> | undefined;
  /** What is made of the catalogue, as it has to be; empty where that does not hold. */
  readonly ofCatalogue: () => ReadonlyMap<string, string>;
  /** Where compositions are kept; absent: composed anew. */
  readonly kept?: ReturnType<typeof createKeptGraphs> | undefined;
}
type Composed = Pick<ComposedGraph, 'api'> & { readonly files: () => Promise<ComposedGraph['files']> };

/** What the graph is asked: whether it composes, what is generated of it, what clients would lose, which operations would fail, how its SDL is written, and who may use what. */
export function graphLayers({ registry, published, recorded, ofCatalogue, kept }: Given): ReadonlyArray<Layer> {
  let composing: Promise<Composed | { readonly findings: ReadonlyArray<Finding> }> | undefined;
  const composed = () => {
    composing ??= composeOrFind(registry, kept);
    return composing;
  };
  const resting = async (find: (graph: Composed) => Promise<LayerOutcome['findings']>): Promise<LayerOutcome> => {
    const graph = await composed();
    return 'findings' in graph
      ? { findings: [], state: 'NOT_JUDGED', because: ['COMPOSITION'] }
      : { findings: await find(graph) };
  };
  const stale = async ({ files }: Composed): Promise<LayerOutcome['findings']> => {
    const expected = [
      ...Object.entries(await files()),
      ...[...ofCatalogue()].map(([file, text]) => [file, sha256(text)] as const),
    ];
    return findStaleFiles(expected.filter(([file, sum]) => sumOf(file) !== sum).map(([file]) => file));
  };
  return [
    {
      name: 'COMPOSITION',
      run: async () => {
        const graph = await composed();
        return { findings: 'findings' in graph ? graph.findings : [] };
      },
    },
    { name: 'GENERATED', run: () => resting(stale) },
    { name: 'API', run: () => resting(({ api }) => breakingWithEvidence(published(), api, evidenceOf(recorded))) },
    {
      name: 'OPERATIONS',
      run: () =>
        resting(async ({ api }) => [
          ...findOperationErrors(api),
          ...(recorded ? failing(published(), api, recorded) : []),
          ...findDeprecatedUses(api),
        ]),
    },
    { name: 'LINT', run: () => resting(async ({ api }) => lint(sdlFiles(registry), parse(api))) },
    { name: 'CONTRACTS', run: () => resting(async ({ api }) => findContractFaults(api)) },
  ];
}

async function composeOrFind(
  registry: Registry,
  kept: Given['kept'],
): Promise<Composed | { readonly findings: ReadonlyArray<Finding> }> {
  const key = kept && graphKey();
  const found = key === undefined ? undefined : kept?.find(key);
  if (found) return { api: found.api, files: async () => found.files };
  // The composer takes longer to load than a catalogue to be judged.
  const { composeRegistry, findCompositionErrors } = await import('./composition.ts');
  const graph = composeRegistry(registry);
  if (!graph.ok) return { findings: findCompositionErrors(graph) };
  const { api } = graph;
  return {
    api,
    files: async () => {
      const { generatedFiles } = await import('../generated.ts');
      const texts = [...(await generatedFiles(registry, graph))];
      const files = Object.fromEntries(texts.map(([file, text]) => [file, sha256(text)]));
      if (key !== undefined) kept?.keep(key, { api, files });
      return files;
    },
  };
}

function sumOf(file: string): string | undefined {
  const path = join(repositoryRoot, file);
  return existsSync(path) ? createHash('sha256').update(readFileSync(path)).digest('hex') : undefined;
}
