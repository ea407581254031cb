import { GraphQLError, type Source } from 'graphql';
import { type Composition, compose } from '../../schema/compose.ts';
import { folderOf, type Registry, readRegistry } from '../../schema/registry.ts';
import { type SubgraphSchema, typeDefsOf } from '../../schema/subgraphs.ts';
import type { Localized } from '../../subgraphs/language/text.ts';
import type { Finding } from '../../subgraphs/publishing/finding.ts';
import { generatedFiles, staleFiles } from '../generated.ts';

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

/**
 * 生成文件与其来源不一致。
 * A generated file is not what would be made of its sources now.
 *
 * @why 网关和客户端读的是生成文件：来源改了而文件没改，改动不会生效。
 * The gateway and clients read the generated file: a change of its source alone never takes effect.
 * @mend 运行 npm run compose，并提交结果。
 * Run "npm run compose" and commit the result.
 * @source MAINTAINERS.md
 */
export async function findStaleFiles(registry: Registry, composed: Composition): Promise<ReadonlyArray<Finding>> {
  if (!composed.ok) return [];
  return staleFiles(await generatedFiles(registry, composed)).map((file) => ({
    rule: 'GENERATED_FILE_STALE',
    severity: 'ERROR' as const,
    file,
    line: 1,
    column: 1,
    part: '',
    message: { zh: '生成文件与其来源不一致。', en: 'It is not what it is made from.' },
    mend: { zh: '请运行 npm run compose 并提交结果。', en: 'Run "npm run compose" and commit the result.' },
  }));
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

/** How to mend an error of composition, where there is more to say than the composer does. */
export function mendOfComposition(code: string): Localized {
  return mends[code] ?? anyMend;
}

const anyMend: Localized = {
  zh: '请按该组合错误码的说明修改所指子图。',
  en: 'Mend the subgraph named, as the composition rule of this code says.',
};
const mends: Readonly<Record<string, Localized>> = {
  INTERFACE_FIELD_NO_IMPLEM: {
    zh: '登记表有此部门而图中没有它的子图：请加入其子图，或删去登记行。',
    en: 'The registry has a row whose department has no subgraph: add the department, or remove the row.',
  },
  INTERFACE_KEY_MISSING_IMPLEMENTATION_TYPE: {
    zh: '该部门不在登记表中：请在 schema/subgraphs.yaml 增加一行。',
    en: 'The department has no row in the registry: add one to schema/subgraphs.yaml.',
  },
  INVALID_FIELD_SHARING: {
    zh: '同一字段由两个子图回答：一个字段只能有一个所有者。',
    en: 'Two subgraphs answer one field: give it one owner.',
  },
};
