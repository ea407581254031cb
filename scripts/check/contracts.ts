import { buildASTSchema, type DocumentNode, parse, type Source, validate } from 'graphql';
import type { Localized } from '../../subgraphs/language/text.ts';
import type { Finding } from '../../subgraphs/publishing/finding.ts';
import type { NodePath } from '../../subgraphs/publishing/source-file.ts';
import { registeredOperations } from './operations.ts';
import { type Contracts, fieldsOf, readContracts, rootFields, type View, viewOf } from './views.ts';

/** What the views of the public schema do not hold of: `schema/contracts.yaml`, and the operations of each. */
export function findContractFaults(
  api: string,
  contracts: Contracts = readContracts(),
  operations: ReadonlyArray<Source> = registeredOperations(),
): ReadonlyArray<Finding> {
  const document = parse(api);
  return [
    ...ofNothing(document, contracts, operations),
    ...undecided(document, contracts, operations),
    ...outside(document, contracts, operations),
  ];
}

const operationName = ({ name }: Source): string => name.replace(/^.*\/|\.graphql$/g, '');

/**
 * 视图所列的字段或操作不存在，或列了两次。
 * A view lists a field or an operation that is not there, or that stands in two places.
 *
 * @why 写错的一行什么也没有开放；应当开放的字段，客户端仍然用不了。
 * A misspelt line opens nothing, and clients still lack what it was meant to give them.
 * @mend 改正名称，或删去这一行。
 * Correct the name, or take the line out.
 * @source schema/contracts.yaml
 */
export function ofNothing(
  api: DocumentNode,
  { file, views }: Contracts,
  operations: ReadonlyArray<Source>,
): ReadonlyArray<Finding> {
  const there = { fields: new Set(rootFields(api)), operations: new Set(operations.map(operationName)) };
  const seen = new Set<string>();
  const find = (view: View, index: number, list: 'fields' | 'operations'): ReadonlyArray<Finding> =>
    view[list].flatMap((name, position) => {
      const isTwice = seen.has(`${list} ${name}`);
      seen.add(`${list} ${name}`);
      if (there[list].has(name) && !isTwice) return [];
      return [
        findingAt(file, ['views', index, list, position], 'VIEW_OF_NOTHING', 'ERROR', {
          message: isTwice
            ? { zh: `“${name}”列了两次。`, en: `"${name}" stands in two places.` }
            : { zh: `没有“${name}”。`, en: `There is no "${name}".` },
          mend: { zh: '请改正名称，或删去这一行。', en: 'Correct the name, or take the line out.' },
        }),
      ];
    });
  return views.flatMap((view, index) => [...find(view, index, 'fields'), ...find(view, index, 'operations')]);
}

/**
 * 公开接口的一个根字段或一个登记的操作不属于任何视图。
 * A root field of the public schema, or a registered operation, is in no view.
 *
 * @why 没有人决定它给谁用：办事人的应用看不到它，集成方也不知道能否依赖它。
 * Nobody decided whom it is for: apps of citizens do not see it, and integrators cannot know whether to rely on it.
 * @mend 在 schema/contracts.yaml 中写入最先可以使用它的视图。
 * List it in `schema/contracts.yaml`, in the first view that may use it.
 * @source schema/contracts.yaml
 */
export function undecided(
  api: DocumentNode,
  { file, views }: Contracts,
  operations: ReadonlyArray<Source>,
): ReadonlyArray<Finding> {
  const listed = new Set(views.flatMap((view) => [...view.fields, ...view.operations]));
  return [...rootFields(api), ...operations.map(operationName)]
    .filter((name) => !listed.has(name))
    .map((name) =>
      findingAt(file, ['views'], 'VIEW_UNDECIDED', 'WARNING', {
        part: `views[${name}]`,
        message: { zh: `“${name}”不属于任何视图。`, en: `"${name}" is in no view.` },
        mend: {
          zh: '请写入最先可以使用它的视图。',
          en: 'List it in the first view that may use it.',
        },
      }),
    );
}

/**
 * 一个视图的操作用到该视图没有的字段。
 * An operation of a view uses what the view has not got.
 *
 * @why 按该视图开发的客户端无法发出这个操作：字段已改归更宽的视图，而用它的人还在。
 * A client that is written against its view cannot send it: the field went to a wider view while somebody uses it.
 * @mend 把字段移回该视图，或把操作改归更宽的视图。
 * Move the field back into that view, or the operation to a wider one.
 * @source schema/contracts.yaml
 */
export function outside(
  api: DocumentNode,
  { views }: Contracts,
  operations: ReadonlyArray<Source>,
): ReadonlyArray<Finding> {
  const whole = buildASTSchema(api, { assumeValid: true });
  return views.flatMap(({ code, name, operations: own }) => {
    const schema = buildASTSchema(viewOf(api, fieldsOf(views, code) ?? new Set()), { assumeValid: true });
    return operations
      .filter((source) => own.includes(operationName(source)))
      .flatMap((source) => {
        const document = parsed(source);
        // What holds nowhere is told as such.
        if (!document || validate(whole, document).length > 0) return [];
        return validate(schema, document).map(({ message, locations }) => ({
          rule: 'OPERATION_OUTSIDE_VIEW',
          severity: 'ERROR' as const,
          file: source.name,
          line: locations?.[0]?.line ?? 1,
          column: locations?.[0]?.column ?? 1,
          part: code,
          message: { zh: `“${name.zh}”的视图中：${message}`, en: `In the view "${code}": ${message}` },
          mend: {
            zh: '请把字段移回该视图，或把操作改归更宽的视图。',
            en: 'Move the field back into that view, or the operation to a wider one.',
          },
        }));
      });
  });
}

function parsed(source: Source): DocumentNode | undefined {
  try {
    return parse(source);
  } catch {
    return undefined;
  }
}

function findingAt(
  file: Contracts['file'],
  at: NodePath,
  rule: string,
  severity: Finding['severity'],
  {
    part = file.placeOf(at),
    ...said
  }: { readonly part?: string; readonly message: Localized; readonly mend: Localized },
): Finding {
  return { rule, severity, file: file.path, ...file.positionOf(at), part, ...said };
}
