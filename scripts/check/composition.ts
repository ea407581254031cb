import type { GraphQLError } from 'graphql';
import { type Composition, compose } from '../../schema/compose.ts';
import { folderOf, readRegistry } from '../../schema/registry.ts';
import { subgraphSchemas } from '../../schema/subgraphs.ts';
import type { Localized } from '../../subgraphs/language/text.ts';
import type { Finding } from '../../subgraphs/publishing/finding.ts';
import { generatedFiles, staleFiles } from '../generated.ts';

/** Composes what stands in `schema/`. */
export function composeRepository(): Composition {
  return compose(subgraphSchemas(readRegistry()));
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
export async function findStaleFiles(composed: Composition): Promise<ReadonlyArray<Finding>> {
  if (!composed.ok) return [];
  return staleFiles(await generatedFiles(readRegistry(), composed)).map((file) => ({
    rule: 'GENERATED_FILE_STALE',
    severity: 'ERROR' as const,
    file,
    line: 1,
    column: 1,
    message: { zh: '生成文件与其来源不一致。', en: 'It is not what it is made from.' },
    mend: { zh: '请运行 npm run compose 并提交结果。', en: 'Run "npm run compose" and commit the result.' },
  }));
}

function toFinding(error: GraphQLError): Finding {
  const code = String(error.extensions.code);
  const node = error.nodes?.[0];
  const subgraph = node && 'subgraph' in node ? String(node.subgraph) : undefined;
  const row = readRegistry().subgraphs.find(({ code: each }) => each === subgraph);
  return {
    rule: code,
    severity: 'ERROR',
    file: row ? `${folderOf(row)}/schema.graphql` : 'schema/subgraphs.yaml',
    line: node?.loc?.startToken.line ?? 1,
    column: node?.loc?.startToken.column ?? 1,
    message: { zh: `子图无法组合：${error.message}`, en: error.message },
    mend: mendOfComposition(code),
  };
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
