import { readdirSync, readFileSync } from 'node:fs';
import { buildSchema, type GraphQLError, NoDeprecatedCustomRule, parse, Source, validate } from 'graphql';
import type { Finding } from '../../subgraphs/publishing/finding.ts';

const folder = 'schema/operations';

export function registeredOperations(): ReadonlyArray<Source> {
  const root = new URL('../../', import.meta.url);
  return readdirSync(new URL(`${folder}/`, root))
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => new Source(readFileSync(new URL(`${folder}/${name}`, root), 'utf8'), `${folder}/${name}`));
}

/**
 * 登记的操作在公开接口中无法执行：语法有误，或用到没有的字段、参数、类型。
 * A registered operation does not hold in the public schema: its syntax is wrong, or it names a field, an argument or a type that is not there.
 *
 * @why 客户端按登记的操作请求，发布后每一次请求都会被拒绝。
 * Clients ask by registered operations: from the day of publication each such request is refused.
 * @mend 改正操作，或恢复它所用的字段。
 * Correct the operation, or bring back what it uses.
 * @source GraphQL, Validation
 */
export function findOperationErrors(
  api: string,
  operations: ReadonlyArray<Source> = registeredOperations(),
): ReadonlyArray<Finding> {
  const schema = buildSchema(api);
  return operations.flatMap((source) => errorsIn(source, schema).map((error) => findingOf(source, error)));
}

/**
 * 登记的操作用到已弃用的字段、参数或枚举值。
 * A registered operation uses a field, an argument or a value that is deprecated.
 *
 * @why 弃用的迟早要删：还有登记的操作在用，就删不掉；删了，用它的客户端当天报错。
 * What is deprecated is to go: while a registered operation uses it, it cannot, and when it does, its clients fail on that day.
 * @mend 改用弃用说明中写的替代项。
 * Use what its reason names in its place.
 * @source GraphQL, Deprecation
 */
export function findDeprecatedUses(
  api: string,
  operations: ReadonlyArray<Source> = registeredOperations(),
): ReadonlyArray<Finding> {
  const schema = buildSchema(api);
  return operations.flatMap((source) =>
    errorsIn(source, schema, [NoDeprecatedCustomRule])
      .filter(({ nodes }) => nodes !== undefined)
      .map((error) => ({
        ...findingOf(source, error),
        rule: 'OPERATION_DEPRECATED',
        severity: 'WARNING' as const,
        message: { zh: `登记的操作用到已弃用的内容：${error.message}`, en: error.message },
        mend: { zh: '请改用弃用说明中写的替代项。', en: 'Use what its reason names in its place.' },
      })),
  );
}

function errorsIn(
  source: Source,
  schema: ReturnType<typeof buildSchema>,
  rules?: Parameters<typeof validate>[2],
): ReadonlyArray<GraphQLError> {
  try {
    return validate(schema, parse(source), rules);
  } catch (error) {
    return [error as GraphQLError];
  }
}

function findingOf(source: Source, { message, locations }: GraphQLError): Finding {
  const [{ line, column } = { line: 1, column: 1 }] = locations ?? [];
  return {
    rule: 'OPERATION_INVALID',
    severity: 'ERROR',
    file: source.name,
    line,
    column,
    part: '',
    message: { zh: `登记的操作无法执行：${message}`, en: message },
    mend: { zh: '请改正操作，或恢复它所用的字段。', en: 'Correct the operation, or bring back what it uses.' },
  };
}
