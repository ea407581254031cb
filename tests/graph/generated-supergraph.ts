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
import { createGateway, type Gateway, type GatewayOptions, type SubgraphOptions } from '../../gateway/index.ts';
import { patient } from '../patient.ts';

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
/** A type that clients may not see, where one was drawn: objects of it stand among the others. */
const hidden = 'Hidden';
type Kind = Entity | typeof hidden;

interface Thing {
  readonly __typename: Kind;
  readonly id: string;
  readonly code: string;
  readonly home: { readonly zip: string };
}
const thing = (type: Kind, number: number): Thing => ({
  __typename: type,
  // Its letter is its type's: whoever knows the interface alone has nothing else to go by.
  id: `${type[0]}${number % 5}`,
  code: `c${number % 5}`,
  home: { zip: `z${number % 5}` },
});
const numberIn = (given: Partial<Thing>): number =>
  Number((given.id ?? given.code ?? given.home?.zip ?? 'x0').slice(1));
const types: ReadonlyArray<Kind> = [...entities, hidden];
const typeOf = (id: string): Kind => types.find((type) => type[0] === id[0]) ?? 'Alpha';
const numberOf = ({ id }: { readonly id: string }): number => Number(id.slice(1));
const value = (type: string, field: string, id: string): string | null =>
  (numberOf({ id }) + field.length + type.length) % 7 === 0 ? null : `${type}.${field}(${id})`;

const toldOf = (type: string, id: string): string => `told ${type} ${id}`;
const scoreOf = (given: { readonly id: string }): number => numberOf(given) * 10;

/** How a field is declared and answered, wherever it stands. */
interface FieldKind {
  readonly declaration: string;
  answer(parent: Thing, given: Record<string, unknown>): unknown;
}

function fieldsOf(type: Entity, at: number, hasHidden: boolean): Readonly<Record<string, FieldKind>> {
  const next = entities[(at + 1) % entities.length] as Entity;
  const own = (field: string): FieldKind => ({
    declaration: 'String',
    answer: ({ id }) => value(type, field, id),
  });
  return {
    plain: own('plain'),
    other: own('other'),
    // Told along the way by whoever links here, where it is provided.
    told: { declaration: 'String', answer: ({ id }) => toldOf(type, id) },
    place: {
      declaration: 'Place',
      answer: ({ id }) => (numberOf({ id }) === 1 ? null : { zip: `z${id}`, street: { name: `${type} street` } }),
    },
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
      answer: ({ id }) => {
        const number = numberOf({ id });
        return thing(hasHidden && number === 2 ? hidden : (entities[number % entities.length] as Entity), number);
      },
    },
    nodes: {
      declaration: '[Node]',
      answer: ({ id }) =>
        (hasHidden ? types : entities).map((each, index) => thing(each, numberOf({ id }) + index)).reverse(),
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

/** What mutations change: one number for the gateway's subgraphs, another for graphql-js. */
interface Tally {
  sum: number;
}
type Root = readonly [
  declaration: string,
  home: Graph,
  answer: (parent: unknown, given: { at?: number; by?: number }, tally: Tally) => unknown,
];

export interface Told {
  readonly data?: unknown;
  readonly errors?: ReadonlyArray<{ readonly path?: ReadonlyArray<string | number> }>;
}
/** What arrives instead of a subgraph's right answer to a fetch. */
export type ChangeAnswer = (answer: Told, fetch: string, schema: GraphQLSchema) => unknown;
/** Asks one of its subgraphs. */
export type Ask = (
  subgraph: string,
  call: {
    readonly query: string;
    readonly variables?: object | undefined;
    readonly operationName?: string | undefined;
  },
) => Promise<{ readonly answer: unknown; readonly fetch: string; readonly schema: GraphQLSchema }>;
/** How the gateway reaches a subgraph. */
export type Reach = (subgraph: string, ask: Ask) => SubgraphOptions;
const inProcess: Reach = (subgraph, ask) => ({ execute: async (call) => (await ask(subgraph, call)).answer as never });

export interface Case {
  readonly gateway: Gateway;
  /** Which of Federation's means were drawn. */
  readonly drawn: ReadonlySet<string>;
  /** As if no mutation had run. */
  reset(): void;
  /** From now on what subgraphs answer is changed like this on its way to the gateway. */
  changeAnswers(change: ChangeAnswer): void;
  readonly api: GraphQLSchema;
  /** Answers by graphql-js alone, over everything at once. */
  alone(query: string, variables: Record<string, unknown>): Promise<Told>;
}

/** A supergraph drawn from a seed: who answers which field, by which key it is reached, what needs what. Null: it does not compose. */
export async function generatedSupergraph(
  seed: number,
  more: Partial<GatewayOptions> = {},
  reach: Reach = inProcess,
): Promise<Case | null> {
  const draw = drawer(seed + 1);
  const pick = <T>(list: ReadonlyArray<T>): T => list[draw(list.length)] as T;
  const lines = new Map<Graph, Map<Entity, string[]>>(graphs.map((graph) => [graph, new Map()]));
  const resolvers = new Map<Graph, Record<string, Record<string, unknown>>>(graphs.map((graph) => [graph, {}]));
  const resolversOf = (graph: Graph) => resolvers.get(graph) as Record<string, Record<string, unknown>>;
  const merged: Record<string, string[]> = {};
  const drawn = new Set<string>();
  // A graph that knows the interface alone reaches every type by the interface's key.
  const hasInterfaceObject = draw(2) === 0;
  if (hasInterfaceObject) drawn.add('@interfaceObject');
  const keys = new Map(
    entities.map((type) => [type, hasInterfaceObject ? 'id' : pick(['id', 'code', 'id code', 'home { zip }'])]),
  );
  if ([...keys.values()].includes('home { zip }')) drawn.add('composite key');
  const homes = new Map<string, Graph>();
  // Of another sequence: what was drawn from a seed before is drawn again.
  const hasHidden = drawer(seed + 7)(2) === 0;
  if (hasHidden) drawn.add('@inaccessible');

  for (const [at, type] of entities.entries()) {
    const kinds = fieldsOf(type, at, hasHidden);
    merged[type] = ['id: ID!', 'code: String!', 'home: Home!'];
    const home = new Map<string, Graph>();
    for (const graph of graphs) {
      lines
        .get(graph)
        ?.set(type, [
          `id: ID!${keys.get(type)?.includes('id') ? '' : ' @shareable'}`,
          `code: String!${keys.get(type)?.includes('code') ? '' : ' @shareable'}`,
          `home: Home!${keys.get(type)?.includes('home') ? '' : ' @shareable'}`,
        ]);
      resolversOf(graph)[type] = {
        __resolveReference: (given: Partial<Thing>) => ({ ...given, ...thing(type, numberIn(given)) }),
      };
    }
    for (const [name, kind] of Object.entries(kinds)) {
      const graph = pick(graphs);
      home.set(name, graph);
      homes.set(`${type}.${name}`, graph);
      const declaration =
        name === 'priced' ? `priced(unit: String): ${kind.declaration}` : `${name}: ${kind.declaration}`;
      merged[type]?.push(declaration);
      (resolversOf(graph)[type] as Record<string, unknown>)[name] = kind.answer;
      const list = lines.get(graph)?.get(type);
      if (name === 'certain' && draw(2) === 0) {
        // Taken over from a graph that still answers, and wrongly.
        const old = pick(graphs.filter((each) => each !== graph));
        lines.get(old)?.get(type)?.push(declaration);
        (resolversOf(old)[type] as Record<string, unknown>)[name] = () => 'out of date';
        list?.push(`${declaration} @override(from: "${old}")`);
        drawn.add('@override');
      } else if (name === 'place' && draw(2) === 0) {
        // Two graphs answer it alike.
        const second = pick(graphs.filter((each) => each !== graph));
        lines.get(second)?.get(type)?.push(`${declaration} @shareable`);
        (resolversOf(second)[type] as Record<string, unknown>)[name] = kind.answer;
        list?.push(`${declaration} @shareable`);
        drawn.add('shared value type');
      } else {
        list?.push(name === 'told' ? `${declaration} @shareable` : declaration);
      }
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
  for (const [at, type] of entities.entries()) {
    const next = entities[(at + 1) % entities.length] as Entity;
    const graph = homes.get(`${type}.link`) as Graph;
    if (homes.get(`${next}.told`) === graph || draw(2) === 0) continue;
    drawn.add('@provides');
    const own = lines.get(graph);
    own?.get(next)?.push('told: String @external');
    const list = own?.get(type) ?? [];
    list[list.indexOf(`link: ${next}`)] = `link: ${next} @provides(fields: "told")`;
    const { link } = fieldsOf(type, at, hasHidden);
    (resolversOf(graph)[type] as Record<string, unknown>).link = (parent: Thing) => {
      const linked = link?.answer(parent, {}) as Thing | null;
      return linked && { ...linked, told: toldOf(next, linked.id) };
    };
  }
  const roots: ReadonlyArray<Root> = [
    ['first(at: Int): Alpha', pick(graphs), (_, { at }) => thing('Alpha', at ?? 1)],
    ['many: [Beta!]!', pick(graphs), () => [0, 1, 2, 3].map((each) => thing('Beta', each))],
    [
      'node(at: Int): Node',
      pick(graphs),
      (_, { at = 2 }) => thing(hasHidden && at === 4 ? hidden : (entities[at % 3] as Entity), at),
    ],
    ['all: [Any]', pick(graphs), () => (hasHidden ? types : entities).map((type, index) => thing(type, index))],
  ];
  const mutations: ReadonlyArray<Root> = [
    [
      'add(by: Int): Int',
      pick(graphs),
      (_, { by }, tally) => {
        tally.sum += by ?? 1;
        return tally.sum;
      },
    ],
    [
      'double: Int',
      pick(graphs),
      (_, _given, tally) => {
        tally.sum = (tally.sum * 2) % 1000;
        return tally.sum;
      },
    ],
    ['refuse: Int', pick(graphs), (_, _given, tally) => refuse(tally)],
    ['found: Alpha', pick(graphs), (_, _given, tally) => thing('Alpha', tally.sum)],
  ];
  const tallies = { graphs: { sum: 0 }, alone: { sum: 0 } };
  const nameOf = (declaration: string): string => /^\w+/.exec(declaration)?.[0] ?? '';
  const rootType = (type: string, own: ReadonlyArray<Root>): string =>
    own.length > 0 ? `type ${type} { ${own.map(([declaration]) => declaration).join('\n')} }` : '';
  const rootResolvers = (type: string, own: ReadonlyArray<Root>, tally: Tally): object =>
    own.length === 0
      ? {}
      : {
          [type]: Object.fromEntries(
            own.map(([declaration, , answer]) => [
              nameOf(declaration),
              (parent: unknown, given: object) => answer(parent, given, tally),
            ]),
          ),
        };
  const values = 'type Home { zip: String! } type Place { zip: String street: Street } type Street { name: String }';
  const hiddenLine = hasHidden
    ? ` | Hidden type Hidden implements Node @key(fields: "id") @inaccessible { id: ID! code: String! @shareable }`
    : '';
  const shared = `interface Node ${hasInterfaceObject ? '@key(fields: "id") ' : ''}{ id: ID! code: String! } union Any = Alpha | Beta | Gamma${hiddenLine} ${values.replaceAll(' {', ' @shareable {')}`;
  const link =
    'extend schema @link(url: "https://specs.apollo.dev/federation/v2.6", import: ["@key", "@external", "@requires", "@provides", "@override", "@interfaceObject", "@shareable", "@inaccessible"])\n';
  const scores = {
    name: 'four',
    url: 'http://four',
    typeDefs: parse(`${link} type Node @key(fields: "id") @interfaceObject { id: ID! score: Int }`),
    resolvers: { Node: { __resolveReference: ({ id }: Thing) => ({ id }), score: scoreOf } },
  };
  const known = graphs.map((graph) => {
    const own = roots.filter(([, home]) => home === graph);
    const ownMutations = mutations.filter(([, home]) => home === graph);
    const types = entities.map(
      (type) =>
        `type ${type} implements Node @key(fields: "${keys.get(type)}") { ${lines.get(graph)?.get(type)?.join('\n')} }`,
    );
    const roots_ = `${rootType('Query', own)}\n${rootType('Mutation', ownMutations)}`;
    return {
      name: graph as string,
      url: `http://${graph}`,
      typeDefs: parse(`${link}${shared}\n${types.join('\n')}\n${roots_}`),
      resolvers: {
        ...resolvers.get(graph),
        ...(hasHidden ? { [hidden]: { __resolveReference: (given: Thing) => thing(hidden, numberIn(given)) } } : {}),
        ...(hasInterfaceObject
          ? { Node: { __resolveReference: ({ id }: Thing) => thing(typeOf(id), numberOf({ id })) } }
          : {}),
        ...rootResolvers('Query', own, tallies.graphs),
        ...rootResolvers('Mutation', ownMutations, tallies.graphs),
      },
    };
  });
  const parts = hasInterfaceObject ? [...known, scores] : known;
  const composed = composeServices(parts.map(({ name, url, typeDefs }) => ({ name, url, typeDefs })));
  if (composed.errors) return null;
  const schemas = new Map(
    parts.map(({ name, typeDefs, resolvers: own }) => [
      name,
      buildSubgraphSchema({ typeDefs, resolvers: own as never }),
    ]),
  );
  let change: ChangeAnswer = (answer) => answer;
  const ask: Ask = async (name, { query: fetch, variables, operationName }) => {
    const schema = schemas.get(name) as GraphQLSchema;
    const operation = { variableValues: { ...variables }, operationName: operationName ?? null };
    const answer = JSON.parse(JSON.stringify(await graphql({ schema, source: fetch, ...operation })));
    return { answer: change(answer, fetch, schema), fetch, schema };
  };
  const gateway = await createGateway({
    supergraph: { sdl: composed.supergraphSdl },
    // What is compared is what is answered, not how soon on a busy machine.
    ...patient,
    ...more,
    subgraphs: Object.fromEntries(parts.map(({ name }) => [name, reach(name, ask)])),
  });
  const interfaceLine = `interface Node { id: ID! code: String!${hasInterfaceObject ? ' score: Int' : ''} }`;
  const wholeTypes = entities.map(
    (type) => `type ${type} implements Node { ${merged[type]?.join('\n')} ${hasInterfaceObject ? 'score: Int' : ''} }`,
  );
  const whole = buildSubgraphSchema({
    typeDefs: parse(
      [
        interfaceLine,
        'union Any = Alpha | Beta | Gamma',
        values,
        ...wholeTypes,
        rootType('Query', roots),
        rootType('Mutation', mutations),
      ].join('\n'),
    ),
    resolvers: {
      ...rootResolvers('Query', roots, tallies.alone),
      ...rootResolvers('Mutation', mutations, tallies.alone),
      ...Object.fromEntries(
        entities.map((type, at) => {
          const kinds = fieldsOf(type, at, hasHidden);
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
              ...(hasInterfaceObject ? { score: scoreOf } : {}),
            },
          ];
        }),
      ),
    } as never,
  });
  return {
    gateway,
    drawn,
    reset: () => {
      tallies.graphs.sum = 0;
      tallies.alone.sum = 0;
    },
    changeAnswers: (to) => {
      change = to;
    },
    api: whole,
    alone: async (query, variables) =>
      JSON.parse(JSON.stringify(await graphql({ schema: whole, source: query, variableValues: variables }))),
  };
}

function refuse(tally: Tally): never {
  tally.sum += 100;
  throw new Error('refused');
}

/** An operation drawn over a schema: aliases, arguments, fragments of every kind, `@skip` and `@include`, type names, abstract types. */
export function generatedOperation(
  schema: GraphQLSchema,
  seed: number,
  clashing: boolean,
  root: 'Query' | 'Mutation' = 'Query',
): { query: string; variables: Record<string, unknown> } {
  const draw = drawer(seed + 77);
  const fragments: string[] = [];
  const variables: Record<string, unknown> = { yes: true, no: false, unit: 'JPY', at: draw(5) };
  let names = 0;

  const fieldText = (typeName: string, depth: number): string => {
    const type = schema.getType(typeName);
    const picks: string[] = [];
    const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
    const count = (typeName === 'Mutation' ? 2 : 1) + draw(4);
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
          : field.args.some(({ name }) => name === 'by')
            ? ['', '(by: 7)', '(by: $at)'][draw(3)]
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
  const body = selection(root, root === 'Query' ? 4 : 3);
  const text = `${body} ${fragments.join('\n')}`;
  const types = { yes: 'Boolean! = true', no: 'Boolean! = false', unit: 'String', at: 'Int' };
  const declared = Object.entries(types).filter(([name]) => text.includes(`$${name}`));
  const head = declared.length === 0 ? '' : `(${declared.map(([name, type]) => `$${name}: ${type}`).join(', ')})`;
  return { query: `${root.toLowerCase()} ${head} ${text}`, variables };
}
