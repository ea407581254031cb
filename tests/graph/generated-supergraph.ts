import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  type GraphQLSchema,
  getNamedType,
  graphql,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  parse,
} from 'graphql';
import { createGateway, type Gateway } from '../../gateway/index.ts';

/** A fixed sequence of numbers, so that a failing case is the same case again. */
export function drawer(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

const entities = ['Alpha', 'Beta', 'Gamma'] as const;
const graphs = ['one', 'two', 'three'] as const;
type Graph = (typeof graphs)[number];
type Entity = (typeof entities)[number];

interface Thing {
  readonly __typename: Entity;
  readonly id: string;
  readonly code: string;
}
const thing = (type: Entity, number: number): Thing => ({
  __typename: type,
  id: `${number % 5}`,
  code: `c${number % 5}`,
});
const numberOf = ({ id }: { readonly id: string }): number => Number(id);
const value = (type: string, field: string, id: string): string | null =>
  (numberOf({ id }) + field.length + type.length) % 7 === 0 ? null : `${type}.${field}(${id})`;

/** How a field is declared and answered, wherever it stands. */
interface FieldKind {
  readonly declaration: string;
  /** What its subgraph needs of another, as a field set. */
  readonly requires?: string;
  answer(parent: Thing, given: Record<string, unknown>): unknown;
}

function fieldsOf(type: Entity, at: number): Readonly<Record<string, FieldKind>> {
  const next = entities[(at + 1) % entities.length] as Entity;
  const own = (field: string): FieldKind => ({
    declaration: 'String',
    answer: ({ id }) => value(type, field, id),
  });
  return {
    plain: own('plain'),
    other: own('other'),
    certain: { declaration: 'String!', answer: ({ id }) => `certain ${type} ${id}` },
    // Null where none may stand, for some.
    fragile: { declaration: 'String!', answer: ({ id }) => (numberOf({ id }) === 3 ? null : `fragile ${id}`) },
    broken: {
      declaration: 'String',
      answer: ({ id }) => {
        if (numberOf({ id }) % 2 === 1) throw new Error(`broken ${id}`);
        return `whole ${id}`;
      },
    },
    priced: { declaration: 'String', answer: ({ id }, { unit }) => `${id} ${String(unit ?? 'CNY')}` },
    link: {
      declaration: next,
      answer: ({ id }) => (numberOf({ id }) === 4 ? null : thing(next, numberOf({ id }) + 1)),
    },
    links: {
      declaration: `[${next}!]`,
      answer: ({ id }) => [0, 1, 2].map((each) => thing(next, numberOf({ id }) + each)),
    },
    nested: {
      declaration: `[[${next}]!]`,
      answer: ({ id }) => [[thing(next, numberOf({ id })), null], [], [thing(next, numberOf({ id }) + 2)]],
    },
    any: {
      declaration: 'Any',
      answer: ({ id }) => thing(entities[numberOf({ id }) % entities.length] as Entity, numberOf({ id })),
    },
    nodes: {
      declaration: '[Node]',
      answer: ({ id }) => entities.map((each, index) => thing(each, numberOf({ id }) + index)),
    },
  };
}
/** What needs what: the field, what is declared of it, and what it makes of that. */
const derived: Readonly<Record<string, { readonly requires: string; readonly of: string; readonly given?: object }>> = {
  fromPlain: { requires: 'plain', of: 'plain' },
  fromPriced: { requires: 'priced(unit: "EUR")', of: 'priced', given: { unit: 'EUR' } },
  fromPricedToo: { requires: 'priced(unit: "USD")', of: 'priced', given: { unit: 'USD' } },
  fromOther: { requires: 'other', of: 'other' },
};

export interface Case {
  readonly gateway: Gateway;
  readonly api: GraphQLSchema;
  /** Answers by graphql-js alone, over everything at once. */
  alone(
    query: string,
    variables: Record<string, unknown>,
  ): Promise<{ data?: unknown; errors?: ReadonlyArray<unknown> }>;
}

/** A supergraph drawn from a seed: who answers which field, by which key it is reached, what needs what. Null: it does not compose. */
export async function generatedSupergraph(
  seed: number,
  executor: 'compiled' | 'reference' = 'compiled',
): Promise<Case | null> {
  const draw = drawer(seed + 1);
  const pick = <T>(list: ReadonlyArray<T>): T => list[draw(list.length)] as T;
  const lines = new Map<Graph, Map<Entity, string[]>>(graphs.map((graph) => [graph, new Map()]));
  const resolvers = new Map<Graph, Record<string, Record<string, unknown>>>(graphs.map((graph) => [graph, {}]));
  const resolversOf = (graph: Graph) => resolvers.get(graph) as Record<string, Record<string, unknown>>;
  const merged: Record<string, string[]> = {};
  const keys = new Map(entities.map((type) => [type, pick(['id', 'code', 'id code'])]));

  for (const [at, type] of entities.entries()) {
    const kinds = fieldsOf(type, at);
    merged[type] = ['id: ID!', 'code: String!'];
    const home = new Map<string, Graph>();
    for (const graph of graphs) {
      lines
        .get(graph)
        ?.set(type, [
          `id: ID!${keys.get(type)?.includes('id') ? '' : ' @shareable'}`,
          `code: String!${keys.get(type)?.includes('code') ? '' : ' @shareable'}`,
        ]);
      resolversOf(graph)[type] = {
        __resolveReference: (given: Partial<Thing>) => {
          const id = given.id ?? given.code?.slice(1) ?? '0';
          return { ...given, ...thing(type, Number(id)) };
        },
      };
    }
    for (const [name, kind] of Object.entries(kinds)) {
      const graph = pick(graphs);
      home.set(name, graph);
      const declaration =
        name === 'priced' ? `priced(unit: String): ${kind.declaration}` : `${name}: ${kind.declaration}`;
      lines.get(graph)?.get(type)?.push(declaration);
      merged[type]?.push(declaration);
      (resolversOf(graph)[type] as Record<string, unknown>)[name] = kind.answer;
    }
    for (const [name, { requires, of }] of Object.entries(derived)) {
      const owner = home.get(of) as Graph;
      const graph = pick(graphs.filter((each) => each !== owner));
      const external = of === 'priced' ? 'priced(unit: String): String @external' : `${of}: String @external`;
      const list = lines.get(graph)?.get(type) as string[];
      if (!list.includes(external)) list.push(external);
      list.push(`${name}: String @requires(fields: ${JSON.stringify(requires)})`);
      merged[type]?.push(`${name}: String`);
      (resolversOf(graph)[type] as Record<string, unknown>)[name] = (parent: Record<string, unknown>) =>
        `from ${String(parent[of])}`;
    }
  }
  const roots: ReadonlyArray<readonly [string, Graph, (parent: unknown, given: { at?: number }) => unknown]> = [
    ['first(at: Int): Alpha', pick(graphs), (_, { at }) => thing('Alpha', at ?? 1)],
    ['many: [Beta!]!', pick(graphs), () => [0, 1, 2, 3].map((each) => thing('Beta', each))],
    ['node(at: Int): Node', pick(graphs), (_, { at }) => thing(entities[(at ?? 0) % 3] as Entity, at ?? 2)],
    ['all: [Any]', pick(graphs), () => entities.map((type, index) => thing(type, index))],
  ];
  const shared = 'interface Node { id: ID! code: String! } union Any = Alpha | Beta | Gamma';
  const parts = graphs.map((graph) => {
    const own = roots.filter(([, home]) => home === graph);
    const types = entities.map(
      (type) =>
        `type ${type} implements Node @key(fields: "${keys.get(type)}") { ${lines.get(graph)?.get(type)?.join('\n')} }`,
    );
    const query = own.length > 0 ? `type Query { ${own.map(([declaration]) => declaration).join('\n')} }` : '';
    return {
      name: graph,
      url: `http://${graph}`,
      typeDefs: parse(
        `extend schema @link(url: "https://specs.apollo.dev/federation/v2.6", import: ["@key", "@external", "@requires", "@shareable"])\n${shared}\n${types.join('\n')}\n${query}`,
      ),
      resolvers: {
        ...resolvers.get(graph),
        ...(own.length > 0
          ? { Query: Object.fromEntries(own.map(([declaration, , answer]) => [/^\w+/.exec(declaration)?.[0], answer])) }
          : {}),
      },
    };
  });
  const composed = composeServices(parts.map(({ name, url, typeDefs }) => ({ name, url, typeDefs })));
  if (composed.errors) return null;
  const schemas = new Map(
    parts.map(({ name, typeDefs, resolvers: own }) => [
      name,
      buildSubgraphSchema({ typeDefs, resolvers: own as never }),
    ]),
  );
  const gateway = await createGateway({
    supergraph: { sdl: composed.supergraphSdl },
    executor,
    subgraphs: Object.fromEntries(
      parts.map(({ name }) => [
        name,
        {
          execute: async ({ query, variables, operationName }) =>
            JSON.parse(
              JSON.stringify(
                await graphql({
                  schema: schemas.get(name) as GraphQLSchema,
                  source: query,
                  variableValues: variables,
                  operationName: operationName ?? null,
                }),
              ),
            ),
        },
      ]),
    ),
  });
  const whole = buildSubgraphSchema({
    typeDefs: parse(
      `${shared}\n${entities.map((type) => `type ${type} implements Node { ${merged[type]?.join('\n')} }`).join('\n')}\ntype Query { ${roots.map(([declaration]) => declaration).join('\n')} }`,
    ),
    resolvers: {
      Query: Object.fromEntries(roots.map(([declaration, , answer]) => [/^\w+/.exec(declaration)?.[0], answer])),
      ...Object.fromEntries(
        entities.map((type, at) => {
          const kinds = fieldsOf(type, at);
          return [
            type,
            {
              ...Object.fromEntries(Object.entries(kinds).map(([name, kind]) => [name, kind.answer])),
              ...Object.fromEntries(
                Object.entries(derived).map(([name, { of, given }]) => [
                  name,
                  (parent: Thing) => `from ${String((kinds[of] as FieldKind).answer(parent, { ...given }))}`,
                ]),
              ),
            },
          ];
        }),
      ),
    } as never,
  });
  return {
    gateway,
    api: whole,
    alone: async (query, variables) =>
      JSON.parse(JSON.stringify(await graphql({ schema: whole, source: query, variableValues: variables }))),
  };
}

/** An operation drawn over a schema: aliases, arguments, fragments of every kind, `@skip` and `@include`, type names, abstract types. */
export function generatedOperation(
  schema: GraphQLSchema,
  seed: number,
  clashing: boolean,
): { query: string; variables: Record<string, unknown> } {
  const draw = drawer(seed + 77);
  const fragments: string[] = [];
  const variables: Record<string, unknown> = { yes: true, no: false, unit: 'JPY', at: draw(5) };
  let names = 0;

  const fieldText = (typeName: string, depth: number): string => {
    const type = schema.getType(typeName);
    const picks: string[] = [];
    const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
    const count = 1 + draw(4);
    for (let index = 0; index < count && fields.length > 0; index++) {
      const field = fields[draw(fields.length)];
      if (!field || field.name.startsWith('_')) continue;
      const target = getNamedType(field.type);
      const composite = isCompositeType(target);
      if (composite && depth <= 0) continue;
      const arguments_ = field.args.some(({ name }) => name === 'unit')
        ? ['', '(unit: "GBP")', '(unit: $unit)'][draw(3)]
        : field.args.some(({ name }) => name === 'at')
          ? ['', '(at: 3)', '(at: $at)'][draw(3)]
          : '';
      // Unique where arguments could clash; sometimes the very name of a key or of a field that another one requires.
      const clash = clashing && draw(6) === 0 ? (['id', 'code', 'plain', 'priced'][draw(4)] as string) : undefined;
      const alias = clash && depth % 2 === 0 ? `${clash}: ` : draw(3) === 0 || arguments_ ? `a${names++}: ` : '';
      const directive = ['', '', '', ' @skip(if: $no)', ' @include(if: $yes)', ' @skip(if: $yes)'][draw(6)];
      const below = composite ? ` ${selection(target.name, depth - 1)}` : '';
      picks.push(`${alias}${field.name}${arguments_}${directive}${below}`);
    }
    return picks.join(' ');
  };
  const selection = (typeName: string, depth: number): string => {
    const type = schema.getType(typeName);
    const parts: string[] = [];
    if (draw(3) === 0) parts.push(draw(2) === 0 ? '__typename' : `t${names++}: __typename`);
    parts.push(fieldText(typeName, depth));
    if (isAbstractType(type)) {
      for (const possible of schema.getPossibleTypes(type)) {
        if (draw(2) === 0) parts.push(`... on ${possible.name} { ${fieldText(possible.name, depth)} __typename }`);
      }
      if (isUnionType(type) && draw(3) === 0) parts.push('... on Node { id code }');
    }
    if (draw(4) === 0 && !isUnionType(type)) {
      const name = `F${fragments.length}`;
      fragments.push('');
      fragments[Number(name.slice(1))] =
        `fragment ${name} on ${typeName} { ${fieldText(typeName, depth - 1)} __typename }`;
      parts.push(`...${name}`);
    }
    const text = parts.join(' ').trim();
    return `{ ${text === '' ? '__typename' : text} }`;
  };
  const body = selection('Query', 4);
  const text = `${body} ${fragments.join('\n')}`;
  const types = { yes: 'Boolean! = true', no: 'Boolean! = false', unit: 'String', at: 'Int' };
  const declared = Object.entries(types).filter(([name]) => text.includes(`$${name}`));
  const head = declared.length === 0 ? '' : `(${declared.map(([name, type]) => `$${name}: ${type}`).join(', ')})`;
  return { query: `query ${head} ${text}`, variables };
}
