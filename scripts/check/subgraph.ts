import { type DocumentNode, GraphQLError, Kind, parse, Source } from 'graphql';
import { compose } from '../../schema/compose.ts';
import { type Registry, registryOf, type SubgraphRow } from '../../schema/registry.ts';
import { typeDefsOf } from '../../schema/subgraphs.ts';
import type { Finding } from '../../subgraphs/publishing/finding.ts';
import { findBreakingChanges, publishedSchema } from './breaking.ts';
import { findCompositionErrors } from './composition.ts';
import type { Layer, LayerOutcome } from './layers.ts';
import { findOperationErrors, registeredOperations } from './operations.ts';
import { coordinatesUsed, type KnownOperation, readRecorded } from './recorded.ts';
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
 * loses, and which operations that clients send would fail.
 */
export function subgraphLayers(
  asked: AskedSubgraph,
  registry: Registry,
  published: string = publishedSchema(),
): ReadonlyArray<Layer> {
  const recorded = asked.operations === undefined ? undefined : readRecorded(asked.operations);
  const operations = [...registeredOperations().map((source) => ({ source })), ...(recorded ?? [])];
  let composing: Promise<Composed> | undefined;
  const composed = (): Promise<Composed> => {
    composing ??= readSdl(asked.schema).then((sdl) => composeWith(asked, sdl, registry));
    return composing;
  };
  const resting = async (find: (api: string) => LayerOutcome | Promise<LayerOutcome>): Promise<LayerOutcome> => {
    const { api } = await composed();
    return api === undefined ? { findings: [], state: 'NOT_JUDGED', because: ['COMPOSITION'] } : find(api);
  };
  return [
    { name: 'COMPOSITION', run: async () => ({ findings: (await composed()).findings }) },
    {
      name: 'API',
      run: () =>
        resting(async (api) => ({ findings: await breaking(published, api, operations, recorded !== undefined) })),
    },
    { name: 'OPERATIONS', run: () => resting((api) => ({ findings: failing(published, api, operations) })) },
  ];
}

interface Composed {
  readonly api?: string;
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
  if (result.ok) return { api: result.api, findings: [] };
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

/** A breaking change that no operation uses is a note, where it was recorded what clients send; where it was not, nobody can say so. */
async function breaking(
  published: string,
  api: string,
  operations: ReadonlyArray<KnownOperation>,
  isRecorded: boolean,
): Promise<ReadonlyArray<Finding>> {
  const used = coordinatesUsed(published, operations);
  return (await findBreakingChanges(published, api)).map((finding) => {
    const users = used.get(finding.part) ?? [];
    if (users.length > 0) {
      const names = users.slice(0, 5).map(told).join('; ') + (users.length > 5 ? ` … ${users.length}` : '');
      return said(finding, 'ERROR', `使用它的操作：${names}。`, `Used by ${names}.`);
    }
    return isRecorded
      ? said(finding, 'INFO', '登记和记录的操作都不使用它。', 'No registered or recorded operation uses it.')
      : said(
          finding,
          'ERROR',
          '没有操作记录（--operations），无法知道是否有客户端使用。',
          'No operations were recorded (--operations): nobody can say that no client uses it.',
        );
  });
}

const said = (finding: Finding, severity: Finding['severity'], zh: string, en: string): Finding => ({
  ...finding,
  severity,
  message: { zh: `${finding.message.zh}。${zh}`, en: `${finding.message.en} ${en}` },
});

const told = ({ source, client, lastUsed }: KnownOperation): string =>
  [source.name, ...(client ? [client] : []), ...(lastUsed ? [lastUsed] : [])].join(', ');

/** Those that hold in what is published and would not any more; what is broken already is not this subgraph's doing. */
function failing(published: string, api: string, operations: ReadonlyArray<KnownOperation>): ReadonlyArray<Finding> {
  const sources = operations.map(({ source }) => source);
  const before = new Set(findOperationErrors(published, sources).map(({ file }) => file));
  const holding = operations.filter(({ source }) => !before.has(source.name));
  const byFile = new Map(holding.map((operation) => [operation.source.name, operation]));
  return findOperationErrors(
    api,
    holding.map(({ source }) => source),
  ).map((finding) => {
    const { client, lastUsed } = byFile.get(finding.file) ?? {};
    if (!client && !lastUsed) return finding;
    const who = [client, lastUsed].filter(Boolean).join(', ');
    return { ...finding, message: { zh: `${finding.message.zh}（${who}）`, en: `${finding.message.en} (${who})` } };
  });
}
