import { readFileSync } from 'node:fs';
import { buildSchema, type DocumentNode, Kind, parse } from 'graphql';
import type { Finding } from '../../subgraphs/publishing/finding.ts';

const apiPath = 'schema/generated/api.graphql';

/** The public schema clients rely on, where nothing earlier is there to compare with: the file on disk. */
export function publishedSchema(): string {
  return readFileSync(new URL(`../../${apiPath}`, import.meta.url), 'utf8');
}

/**
 * 公开接口有不兼容的变更：删除、改名、改类型，或新增必填参数。
 * A change of the public schema breaks clients: something is removed, renamed, of another type, or a new argument is required.
 *
 * @why 已上线的客户端仍按原接口请求，变更发布之时即报错。
 * Clients in use ask as before, and fail on the day the change is published.
 * @mend 保留原名称，以 @deprecated 注明替代项；确无客户端使用后再删除。
 * Keep the old one and mark it @deprecated with its replacement; remove it when no client asks for it.
 * @source GraphQL, Schema Evolution
 */
export async function findBreakingChanges(published: string, current: string): Promise<ReadonlyArray<Finding>> {
  if (published === current) return [];
  const { CriticalityLevel, diff } = await import('@graphql-inspector/core');
  const document = parse(published);
  const changes = await diff(buildSchema(published), buildSchema(current));
  return changes
    .filter((change) => change.criticality.level === CriticalityLevel.Breaking)
    .map((change) => ({
      rule: 'BREAKING_CHANGE',
      severity: 'ERROR' as const,
      file: apiPath,
      ...positionOf(document, change.path ?? ''),
      part: change.path ?? '',
      message: {
        zh: `公开接口的不兼容变更（${change.type}）：${change.path ?? ''}`,
        en: `${change.message}.`,
      },
      mend: {
        zh: '请保留原名称，先以 @deprecated 注明替代项；确无客户端使用后再删除。',
        en: 'Keep the old one and mark it @deprecated with its replacement; remove it when no client asks for it.',
      },
    }));
}

/** Line and column of a schema coordinate (`Type.field.argument`); of its nearest parent where it is gone. */
function positionOf(document: DocumentNode, coordinate: string): { line: number; column: number } {
  const [typeName, memberName] = coordinate.split('.');
  const definition = document.definitions.find(
    (candidate) => 'name' in candidate && candidate.name?.value === typeName,
  );
  const members =
    definition && 'fields' in definition
      ? definition.fields
      : definition?.kind === Kind.ENUM_TYPE_DEFINITION
        ? definition.values
        : undefined;
  const node = members?.find((member) => member.name.value === memberName) ?? definition;
  const name = node && 'name' in node ? node.name : undefined;
  return { line: name?.loc?.startToken.line ?? 1, column: name?.loc?.startToken.column ?? 1 };
}
