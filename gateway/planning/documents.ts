import type { FetchNode, PlanNode, SubscriptionNode } from '@apollo/query-planner';
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  getOperationAST,
  Kind,
  NoSchemaIntrospectionCustomRule,
  type OperationDefinitionNode,
  parse,
  type SelectionNode,
  specifiedRules,
  validate,
  visit,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { createShape, type Shape } from '../execution/completion.ts';
import { compileInOrder, compilePlans, type Execute } from '../execution/execution.ts';
import { type Guard, guardsOf, withoutDenied } from './authorisation.ts';
import { createCost } from './cost.ts';
import type { Plans } from './planner.ts';
import type { View } from './supergraph.ts';

export interface Planned {
  readonly execute: Execute;
  /** Subgraphs that it asks. */
  readonly asks: ReadonlySet<string>;
}
/** An operation that holds: validated, with the shape of its answer. It is planned when it is first admitted. */
export interface Prepared {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly guards: ReadonlyArray<Guard>;
  /** Of all its fields, or without some. Throws or rejects with a GraphQLError with a code where it cannot be planned. */
  plan(denied?: ReadonlySet<FieldNode>): Planned | Promise<Planned>;
  readonly shape: Shape;
  /** Points that it costs. */
  cost(variables: Readonly<Record<string, unknown>>): number;
}
export type Preparation =
  | { readonly ok: true; readonly prepared: Prepared }
  | { readonly ok: false; readonly errors: ReadonlyArray<GraphQLError> };

export interface Prepare {
  (query: string, operationName: string | undefined): Preparation;
  /** What was asked last, the latest first: to be understood anew before a new supergraph takes over. */
  recent(): ReadonlyArray<readonly [query: string, operationName: string | undefined]>;
}
export interface PrepareOptions {
  readonly introspection: boolean;
  /** Tell nothing of the schema by what is refused: an unknown name and one used wrongly look alike. */
  readonly masked: boolean;
  /** Length supposed of a list that says nothing of it. */
  readonly listSize: number;
  readonly plan: (operation: ToPlan) => Promise<Plans>;
}
export interface ToPlan {
  readonly document: DocumentNode;
  /** The document's text, where it is at hand. */
  readonly text: string | undefined;
  readonly operationName: string | undefined;
}

const maximumTokens = 15_000;
/** Twice and more of what the shipped operations and GraphiQL's introspection need. */
const limits = { depth: 40, aliases: 100, directives: 200, rootFields: 50 };
/** Bytes of operations understood: some 400 like that of the whole plan, or 4,000 small ones. */
const remembered = 128 * 1024 * 1024;
/* What they hold, measured over the shipped operations: read and checked, and planned and compiled. */
const bytesPerCharacterRead = 30;
const bytesPerCharacter = 12;
const bytesPerFetch = 2000;
const refusedMs = 30_000;

interface Size {
  bytes: number;
}
interface Understood {
  readonly preparation: Preparation & { readonly ok: true };
  readonly size: Size;
}

/** Parses, validates and plans; remembers what it understood, by text and name. */
export function createPrepare(view: View, { introspection, masked, listSize, plan }: PrepareOptions): Prepare {
  const rules = introspection ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule];
  const cache = new LRUCache<string, Understood>({ maxSize: remembered, sizeCalculation: ({ size }) => size.bytes });
  const ready = (plans: Plans, shape: Shape, size: Size): Planned => {
    const list = plans.kind === 'QUERY' ? plans.plans : plans.plans.map(([, plan]) => plan);
    const execute =
      plans.kind === 'QUERY' ? compilePlans(plans.plans, view) : compileInOrder(plans.plans, shape.rootFields, view);
    const asks = new Set<string>();
    for (const { serviceName, operation } of list.flatMap(({ node }) => fetchesOf(node))) {
      asks.add(serviceName);
      size.bytes += operation.length * bytesPerCharacter + bytesPerFetch;
    }
    return { execute, asks };
  };

  const understand = (query: string, operationName: string | undefined, size: Size, grown: () => void): Preparation => {
    const refuse = (...errors: ReadonlyArray<GraphQLError>): Preparation => ({ ok: false, errors });
    let document: DocumentNode;
    try {
      document = parse(query, { maxTokens: maximumTokens });
    } catch (error) {
      return refuse(coded(error as GraphQLError, 'GRAPHQL_PARSE_FAILED'));
    }
    // Before validation, whose cost grows with what is counted here.
    const excess = excessOf(document);
    if (excess) return refuse(excess);
    const invalid = validate(view.schema, document, rules, { maxErrors: masked ? 1 : 100 });
    if (invalid.length > 0) {
      return masked ? refuse(notValid()) : refuse(...invalid.map((error) => coded(error, 'GRAPHQL_VALIDATION_FAILED')));
    }
    const operation = getOperationAST(document, operationName);
    if (!operation) {
      return refuse(
        new GraphQLError('请用 operationName 指明要执行的操作。 Name the operation to run in operationName.', {
          extensions: { code: 'OPERATION_RESOLUTION_FAILURE' },
        }),
      );
    }
    if (operation.operation === 'subscription') {
      return refuse(
        new GraphQLError('不支持订阅，请使用事件流接口。 Subscriptions are not offered: use the event streams.', {
          extensions: { code: 'SUBSCRIPTION_NOT_OFFERED' },
        }),
      );
    }
    forgetTokens(document);
    const guards = guardsOf(document, view.schema, view.access);
    const known = new Map<string, Planned | Promise<Planned>>();
    const shape = createShape(view, document, operation);
    const prepared: Prepared = {
      document,
      operation,
      guards,
      shape,
      cost: createCost({ schema: view.schema, document, operation }, view.costs, listSize),
      plan: (denied) => {
        const key = denied ? guards.map(({ node }) => (denied.has(node) ? '1' : '0')).join('') : '';
        let planned = known.get(key);
        if (planned === undefined) {
          const left = denied ? withoutDenied(document, denied) : document;
          const planning = plan({ document: left, text: denied ? undefined : query, operationName }).then((plans) =>
            ready(plans, shape, size),
          );
          known.set(key, planning);
          planning.then(
            (found) => {
              known.set(key, found);
              grown();
            },
            // Refused at once when it comes again, but not for ever: the machine may have been busy.
            () => setTimeout(() => known.delete(key), refusedMs).unref(),
          );
          planned = planning;
        }
        return planned;
      },
    };
    return { ok: true, prepared };
  };

  const prepare = (query: string, operationName: string | undefined): Preparation => {
    const key = `${operationName ?? ''}\n${query}`;
    const known = cache.get(key);
    if (known) return known.preparation;
    const size = { bytes: query.length * bytesPerCharacterRead };
    const preparation = understand(query, operationName, size, () => {
      // Set anew, it is weighed anew; one that was given up meanwhile stays so.
      if (preparation.ok && cache.has(key)) cache.set(key, { preparation, size: { ...size } });
    });
    if (preparation.ok) cache.set(key, { preparation, size });
    return preparation;
  };
  const recent = (): ReturnType<Prepare['recent']> =>
    [...cache.keys()].map((key) => {
      const end = key.indexOf('\n');
      return [key.slice(end + 1), key.slice(0, end) || undefined] as const;
    });
  return Object.assign(prepare, { recent });
}

function notValid(): GraphQLError {
  return new GraphQLError(
    '操作与公开的结构不符，请对照接口文档修改。 The operation does not fit the schema: compare it with the published one.',
    { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
  );
}

function fetchesOf(node: PlanNode | SubscriptionNode | undefined): ReadonlyArray<FetchNode> {
  switch (node?.kind) {
    case 'Fetch':
      return [node];
    case 'Flatten':
      return fetchesOf(node.node);
    case 'Condition':
      return [...fetchesOf(node.ifClause), ...fetchesOf(node.elseClause)];
    case 'Sequence':
    case 'Parallel':
      return node.nodes.flatMap(fetchesOf);
    default:
      return [];
  }
}

/** Every token of a text hangs by the first: more than half of what a document holds. Where its parts stood stays known. */
function forgetTokens(document: DocumentNode): void {
  visit(document, {
    enter({ loc }) {
      const held = loc as { startToken?: unknown; endToken?: unknown } | undefined;
      if (!held) return;
      held.startToken = undefined;
      held.endToken = undefined;
    },
  });
}

function coded(error: GraphQLError, code: string): GraphQLError {
  return new GraphQLError(error.message, {
    ...(error.nodes ? { nodes: error.nodes } : {}),
    source: error.source,
    positions: error.positions,
    extensions: { code },
  });
}

function excessOf(document: DocumentNode): GraphQLError | null {
  const counts = { depth: depthOf(document), aliases: 0, directives: 0, rootFields: 0 };
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) counts.rootFields += definition.selectionSet.selections.length;
  }
  visit(document, {
    Field(node) {
      if (node.alias) counts.aliases += 1;
    },
    Directive() {
      counts.directives += 1;
    },
  });
  for (const [what, most] of Object.entries(limits) as ReadonlyArray<[keyof typeof limits, number]>) {
    if (counts[what] <= most) continue;
    return new GraphQLError(
      `查询过大（${what} 超过 ${most}），请拆分后重试。 The operation is too large (${what} over ${most}): ask in parts.`,
      { extensions: { code: 'OPERATION_TOO_LARGE', limit: what } },
    );
  }
  return null;
}

/** Deepest nesting of fields, through fragments; a fragment that contains itself counts as it stands, validation refuses it. */
function depthOf(document: DocumentNode): number {
  const fragments = new Map(
    document.definitions
      .filter((definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const known = new Map<string, number>();
  type Selections = OperationDefinitionNode['selectionSet'] | undefined;
  const below = (selections: Selections): number => Math.max(0, ...(selections?.selections ?? []).map(through));
  const through = (selection: SelectionNode): number => {
    if (selection.kind === Kind.FIELD) return 1 + below(selection.selectionSet);
    if (selection.kind === Kind.INLINE_FRAGMENT) return below(selection.selectionSet);
    const name = selection.name.value;
    if (!known.has(name)) {
      known.set(name, 0);
      known.set(name, below(fragments.get(name)?.selectionSet));
    }
    return known.get(name) ?? 0;
  };
  return Math.max(
    0,
    ...document.definitions.map((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION ? below(definition.selectionSet) : 0,
    ),
  );
}
