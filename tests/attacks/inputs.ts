import { readFileSync } from 'node:fs';
import {
  buildSchema,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

export const api = buildSchema(readFileSync(new URL('../../schema/generated/api.graphql', import.meta.url), 'utf8'));

/** One place where a client of the public API says something, and an operation that reaches it. */
export interface Input {
  /** As the SDL names it: `Query.matter(code:)`, `PartyInput.id`. */
  readonly coordinate: string;
  /** The field of Query or Mutation that it is asked through. */
  readonly root: string;
  readonly query: string;
  /** What would be taken. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Where in the variables it stands. */
  readonly path: ReadonlyArray<string | number>;
  readonly type: GraphQLInputType;
}
/** Values that lead as far into the product as they can, by coordinate or by name; others are made of their types. */
export type Samples = Readonly<Record<string, unknown>>;

/** How a field is reached from a root: fields one in another, with the types they are asked on. */
interface Step {
  readonly parent: string;
  readonly field: GraphQLField<unknown, unknown>;
}

/** Every argument of every field that can be reached, and every field of every input object that stands in one. */
export function inputsOf(schema: GraphQLSchema, samples: Samples): ReadonlyArray<Input> {
  return fieldsOf(schema).flatMap(({ steps, kind }) => {
    const last = steps.at(-1) as Step;
    const operation = operationOf(kind, steps, samples);
    return last.field.args.flatMap((argument) =>
      placesOf(argument.type, `${last.parent}.${last.field.name}(${argument.name}:)`, [
        variableOf(steps.length - 1, argument),
      ]).map((place) => ({ ...operation, ...place })),
    );
  });
}

/** Fields with arguments, by the shortest way to each. What an interface declares is asked on it alone. */
function fieldsOf(
  schema: GraphQLSchema,
): ReadonlyArray<{ readonly kind: string; readonly steps: ReadonlyArray<Step> }> {
  const found: Array<{ kind: string; steps: ReadonlyArray<Step> }> = [];
  const seen = new Set<string>();
  const todo: Array<{ kind: string; type: GraphQLNamedType; steps: ReadonlyArray<Step> }> = [];
  for (const [kind, type] of [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
  ] as const)
    if (type) todo.push({ kind, type, steps: [] });
  for (let next = todo.shift(); next; next = todo.shift()) {
    const { kind, type, steps } = next;
    if (seen.has(type.name) || !(isObjectType(type) || isInterfaceType(type))) continue;
    seen.add(type.name);
    const declared = new Set(type.getInterfaces().flatMap((each) => Object.keys(each.getFields())));
    for (const field of Object.values(type.getFields())) {
      if (declared.has(field.name)) continue;
      const way = [...steps, { parent: type.name, field }];
      if (field.args.length > 0) found.push({ kind, steps: way });
      todo.push({ kind, type: getNamedType(field.type), steps: way });
    }
  }
  return found;
}

const variableOf = (depth: number, { name }: GraphQLArgument): string => `${name}${depth}`;

function operationOf(
  kind: string,
  steps: ReadonlyArray<Step>,
  samples: Samples,
): Pick<Input, 'root' | 'query' | 'variables'> {
  const variables: Record<string, unknown> = {};
  const declared: string[] = [];
  const fields = steps.map(({ parent, field }, depth) => {
    const wanted = field.args.filter(({ type }) => isNonNullType(type) || depth === steps.length - 1);
    const given = wanted.map((argument) => {
      const name = variableOf(depth, argument);
      declared.push(`$${name}: ${argument.type}`);
      variables[name] = sampleOf(argument.type, [`${parent}.${field.name}(${argument.name}:)`, argument.name], samples);
      return `${argument.name}: $${name}`;
    });
    return given.length === 0 ? field.name : `${field.name}(${given.join(', ')})`;
  });
  const inmost = getNamedType((steps.at(-1) as Step).field.type);
  const selection = fields.reduceRight<string>(
    (inner, field) => (inner === '' ? field : `${field} { ${inner} }`),
    isCompositeType(inmost) ? leavesOf(inmost) : '',
  );
  const root = (steps[0] as Step).field.name;
  return { root, query: `${kind}${declared.length > 0 ? `(${declared.join(', ')})` : ''} { ${selection} }`, variables };
}

/** Of a payload also what is wrong: whether it was refused has to be seen. */
function leavesOf(type: GraphQLNamedType): string {
  const hasProblems = isObjectType(type) && type.getFields().problems;
  return hasProblems ? '__typename problems { code message }' : '__typename';
}

function placesOf(
  type: GraphQLInputType,
  coordinate: string,
  path: ReadonlyArray<string | number>,
): ReadonlyArray<Pick<Input, 'coordinate' | 'path' | 'type'>> {
  const of = getNullableType(type);
  const own = { coordinate, path, type };
  if (isListType(of)) return [own, ...placesOf(of.ofType, `${coordinate}[]`, [...path, 0])];
  if (!isInputObjectType(of)) return [own];
  return [
    own,
    ...Object.values(of.getFields()).flatMap((field) =>
      placesOf(field.type, `${of.name}.${field.name}`, [...path, field.name]),
    ),
  ];
}

export function sampleOf(type: GraphQLInputType, names: ReadonlyArray<string>, samples: Samples): unknown {
  const known = names.find((name) => Object.hasOwn(samples, name));
  if (known !== undefined) return samples[known];
  const of = getNullableType(type);
  if (isListType(of)) return [sampleOf(of.ofType, [], samples)];
  if (isEnumType(of)) return of.getValues()[0]?.name;
  if (isInputObjectType(of))
    return Object.fromEntries(
      Object.values(of.getFields()).map((field) => [
        field.name,
        sampleOf(field.type, [`${of.name}.${field.name}`, field.name], samples),
      ]),
    );
  const made: Record<string, unknown> = { Int: 1, Boolean: true, JSON: { a: { b: 'c' } }, Date: '2026-11-26' };
  return made[of.name] ?? 'a';
}

/** The variables with something else in one place; what leads there and is not there is made. */
export function withValue({ variables, path }: Input, value: unknown): Record<string, unknown> {
  const put = (at: unknown, [first, ...rest]: ReadonlyArray<string | number>): unknown => {
    if (first === undefined) return value;
    if (typeof first === 'number') return [put(Array.isArray(at) ? at[0] : undefined, rest)];
    return { ...(at as object | undefined), [first]: put((at as Record<string, unknown> | undefined)?.[first], rest) };
  };
  return put(variables, path) as Record<string, unknown>;
}

/** What stands there, or would. */
export function standingAt({ variables, path, type }: Input, samples: Samples): unknown {
  const found = path.reduce<unknown>(
    (at, step) => (at as Record<string | number, unknown> | undefined)?.[step],
    variables,
  );
  return found ?? sampleOf(type, [], samples);
}
