import { type DocumentNode, GraphQLError, Kind, parse, Source } from 'graphql';
import { compose } from '../../schema/compose.ts';
import { type Registry, registryOf, type SubgraphRow } from '../../schema/registry.ts';
import { typeDefsOf } from '../../schema/subgraphs.ts';
import type { Finding } from '../../subgraphs/publishing/finding.ts';
import { publishedSchema } from './breaking.ts';
import { findCompositionErrors } from './composition.ts';
import { breakingWithEvidence, evidenceOf, failing } from './evidence.ts';
import type { Layer, LayerOutcome } from './layers.ts';
import { lintBeside } from './lint/index.ts';
import { readRecorded } from './recorded.ts';
import { readSdl } from './sdl-source.ts';

export interface AskedSubgraph {
  /** Its code in the registry, or the one it will have. */
  readonly name: string;
  /** File or address of its SDL. */
  readonly schema: string;
  /** Recorded operations, beside the registered ones. */
  readonly operations?: string | undefined;
}

/**
 * What would break if one subgraph served this SDL, for whoever runs it elsewhere: whether the graph still composes, what the public schema
 * loses, which operations that clients send would fail, and what lint says of it.
 */
export function subgraphLayers(
  asked: AskedSubgraph,
  registry: Registry,
  published: string = publishedSchema(),
): ReadonlyArray<Layer> {
  const evidence = evidenceOf(asked.operations === undefined ? undefined : readRecorded(asked.operations));
  let composing: Promise<Composed> | undefined;
  const composed = (): Promise<Composed> => {
    composing ??= readSdl(asked.schema).then((sdl) => composeWith(asked, sdl, registry));
    return composing;
  };
  const resting = async (find: (graph: Graph) => LayerOutcome | Promise<LayerOutcome>): Promise<LayerOutcome> => {
    const { graph } = await composed();
    return graph ? find(graph) : { findings: [], state: 'NOT_JUDGED', because: ['COMPOSITION'] };
  };
  return [
    { name: 'COMPOSITION', run: async () => ({ findings: (await composed()).findings }) },
    {
      name: 'API',
      run: () => resting(async ({ api }) => ({ findings: await breakingWithEvidence(published, api, evidence) })),
    },
    {
      name: 'OPERATIONS',
      run: () => resting(({ api }) => ({ findings: failing(published, api, evidence.operations) })),
    },
    {
      name: 'LINT',
      run: () =>
        resting(({ api, typeDefs }) => ({
          findings: lintBeside({ path: asked.schema, document: typeDefs }, asked.name, registry, parse(api)),
        })),
    },
  ];
}

interface Graph {
  /** The public schema. */
  readonly api: string;
  /** What the subgraph itself would serve. */
  readonly typeDefs: DocumentNode;
}
interface Composed {
  readonly graph?: Graph;
  readonly findings: ReadonlyArray<Finding>;
}

function composeWith({ name, schema }: AskedSubgraph, sdl: string, registry: Registry): Composed {
  let typeDefs: DocumentNode;
  try {
    typeDefs = parse(new Source(sdl, schema));
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return {
      findings: findCompositionErrors({ ok: false, errors: [error] }).map((finding) => ({ ...finding, file: schema })),
    };
  }
  const known = registry.subgraphs.find(({ code }) => code === name);
  const row = known ?? newRow(name, typeDefs);
  const rows = known ? registry.subgraphs : [...registry.subgraphs, row];
  const all = registryOf(rows);
  const result = compose(
    rows.map((each) => ({
      name: each.code,
      url: each.url,
      typeDefs: each.code === name ? typeDefs : typeDefsOf(each, all),
    })),
  );
  if (result.ok) return { graph: { api: result.api, typeDefs }, findings: [] };
  const own = new Map(result.errors.map((error) => [error.message, isOf(name, error)]));
  const findings = findCompositionErrors(result).map((finding) =>
    own.get(finding.message.en) ? { ...finding, file: schema } : finding,
  );
  return { findings };
}

const isOf = (name: string, { nodes = [], message }: GraphQLError): boolean =>
  nodes.some((node) => 'subgraph' in node && node.subgraph === name) || message.startsWith(`[${name}]`);

/** One whose matters have a type of their own joins as a department, any other as a part of the core. */
function newRow(code: string, { definitions }: DocumentNode): SubgraphRow {
  const matter = definitions.find(
    (each) =>
      (each.kind === Kind.OBJECT_TYPE_DEFINITION || each.kind === Kind.OBJECT_TYPE_EXTENSION) &&
      each.name.value.endsWith('Matter') &&
      each.interfaces?.some(({ name }) => name.value === 'Matter'),
  );
  const type = matter && 'name' in matter ? matter.name?.value.slice(0, -'Matter'.length) : undefined;
  const shared = {
    code,
    answers: 'PERSONAL',
    url: 'http://127.0.0.1/graphql',
    name: { zh: code, en: code },
    external: true,
  } as const;
  return type ? { ...shared, kind: 'DEPARTMENT', type } : { ...shared, kind: 'CORE' };
}
