import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Registry, readRegistry, registryPath } from '../../schema/registry.ts';
import { judgeFiles, repositoryRoot } from '../../subgraphs/publishing/read.ts';
import { findBreakingChanges, publishedSchema } from './breaking.ts';
import { composeRegistry, findCompositionErrors, findStaleFiles } from './composition.ts';
import { type Layer, type LayerOutcome, reading } from './layers.ts';
import { findOperationErrors } from './operations.ts';

export interface Asked {
  /** A further folder of catalogue files. */
  readonly catalogue?: string | undefined;
  /** The public schema to compare with. */
  readonly against?: string | undefined;
}

export function repositoryRegistry(): Registry {
  return reading(registryPath, () => readRegistry());
}

/** The layers of this repository: composition, what is made of it, the public schema, registered operations, catalogue files. */
export function repositoryLayers({ catalogue, against }: Asked): ReadonlyArray<Layer> {
  const registry = repositoryRegistry();
  // What was named is read before anything is judged.
  const published = against === undefined ? undefined : publishedSchema(against);
  const roots = catalogue === undefined ? [repositoryRoot] : [repositoryRoot, existingFolder(catalogue)];
  const composed = once(() => composeRegistry(registry));
  const restsOnComposition = async (
    find: (api: string) => LayerOutcome['findings'] | Promise<LayerOutcome['findings']>,
  ): Promise<LayerOutcome> => {
    const composition = composed();
    if (!composition.ok) return { findings: [], state: 'NOT_JUDGED', because: ['COMPOSITION'] };
    return { findings: await find(composition.api) };
  };
  return [
    { name: 'COMPOSITION', run: () => ({ findings: findCompositionErrors(composed()) }) },
    { name: 'GENERATED', run: () => restsOnComposition(() => findStaleFiles(registry, composed())) },
    { name: 'API', run: () => restsOnComposition((api) => findBreakingChanges(published ?? publishedSchema(), api)) },
    { name: 'OPERATIONS', run: () => restsOnComposition(findOperationErrors) },
    { name: 'CATALOGUE', run: () => catalogueLayer(registry, roots) },
  ];
}

function catalogueLayer({ departments }: Registry, roots: ReadonlyArray<string>): LayerOutcome {
  const { findings, setAside, notAsked } = judgeFiles(departments, roots);
  if (setAside.length === 0) return { findings };
  return { findings, state: 'PARTLY', because: [...setAside, ...notAsked] };
}

function existingFolder(folder: string): string {
  return reading(folder, () => {
    if (!statSync(folder).isDirectory()) throw new Error('no folder');
    return resolve(folder);
  });
}

/** A layer that others rest on is computed once; what it throws it throws to each. */
function once<T>(compute: () => T): () => T {
  let kept: { readonly value: T } | undefined;
  return () => {
    kept ??= { value: compute() };
    return kept.value;
  };
}
