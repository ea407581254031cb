import type { FetchNode, PlanNode, SubscriptionNode } from '@apollo/query-planner';
import { type DocumentNode, type FieldNode, type GraphQLError, type OperationDefinitionNode, visit } from 'graphql';
import { LRUCache } from 'lru-cache';
import { compileInOrder, compilePlans, type Execute } from '../execution/execution.ts';
import { createShape, type Shape } from '../execution/shape.ts';
import { type Guard, guardsOf } from '../planning/access-rules.ts';
import { createCost } from '../planning/cost.ts';
import type { Plans } from '../planning/planner.ts';
import { asksNobody } from '../planning/selections.ts';
import type { View } from '../planning/supergraph.ts';
import { withoutDenied } from './denied.ts';
import { createUnderstand, type UnderstandOptions } from './understand.ts';

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
  /** Of all its fields, or without some, with the labels of `@override`s that hold. Throws or rejects with a GraphQLError with a code where it cannot be planned. */
  plan(denied?: ReadonlySet<FieldNode>, held?: ReadonlyArray<string>): Planned | Promise<Planned>;
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
export interface PrepareOptions extends UnderstandOptions {
  /** Length supposed of a list that says nothing of it. */
  readonly listSize: number;
  readonly plan: (operation: ToPlan) => Promise<Plans>;
}
export interface ToPlan {
  readonly document: DocumentNode;
  /** The document's text, where it is at hand. */
  readonly text: string | undefined;
  readonly operationName: string | undefined;
  readonly held: ReadonlyArray<string>;
}

/** Bytes of operations understood: some 400 like that of the whole plan, or 4,000 small ones. */
const remembered = 128 * 1024 * 1024;
/* What they hold, measured over the shipped operations: read and checked, and planned and compiled. */
const bytesPerCharacterRead = 30;
const bytesPerCharacter = 12;
const bytesPerFetch = 2000;
const refusedMs = 30_000;

interface Kept {
  readonly preparation: Preparation & { readonly ok: true };
  readonly size: Size;
}
interface Size {
  bytes: number;
}

const nobody: Planned = { execute: async () => ({ data: {}, errors: [] }), asks: new Set() };

/** Makes operations ready to run; remembers what it understood, by text and name. */
export function createPrepare(view: View, options: PrepareOptions): Prepare {
  const { listSize, plan } = options;
  const understand = createUnderstand(view.schema, options);
  const cache = new LRUCache<string, Kept>({ maxSize: remembered, sizeCalculation: ({ size }) => size.bytes });

  const make = (query: string, operationName: string | undefined, size: Size, grown: () => void): Preparation => {
    const understood = understand(query, operationName);
    if (!understood.ok) return understood;
    const { document, operation } = understood;
    forgetTokens(document);
    const guards = guardsOf(document, view.schema, view.access);
    const shape = createShape(view, document, operation);
    const known = new Map<string, Planned | Promise<Planned>>();
    if (asksNobody(document, operation)) known.set('', nobody);
    const planOf = (
      denied: ReadonlySet<FieldNode> | undefined,
      held: ReadonlyArray<string>,
      key: string,
    ): Promise<Planned> => {
      const left = denied ? withoutDenied(document, denied) : document;
      const planning = plan({ document: left, text: denied ? undefined : query, operationName, held }).then((plans) =>
        ready(plans, shape, view, size),
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
      return planning;
    };
    const prepared: Prepared = {
      document,
      operation,
      guards,
      shape,
      cost: createCost({ schema: view.schema, document, operation }, view.costs, listSize),
      plan: (denied, held = []) => {
        const left = denied ? guards.map(({ node }) => (denied.has(node) ? '1' : '0')).join('') : '';
        const key = held.length === 0 ? left : `${left}\n${held.join('\n')}`;
        return known.get(key) ?? (known.get('') === nobody ? nobody : planOf(denied, held, key));
      },
    };
    return { ok: true, prepared };
  };

  const prepare = (query: string, operationName: string | undefined): Preparation => {
    const key = `${operationName ?? ''}\n${query}`;
    const known = cache.get(key);
    if (known) return known.preparation;
    const size = { bytes: query.length * bytesPerCharacterRead };
    const preparation = make(query, operationName, size, () => {
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

function ready(plans: Plans, shape: Shape, view: View, size: Size): Planned {
  const list = plans.kind === 'QUERY' ? plans.plans : plans.plans.map(([, plan]) => plan);
  const execute =
    plans.kind === 'QUERY' ? compilePlans(plans.plans, view) : compileInOrder(plans.plans, shape.rootFields, view);
  const asks = new Set<string>();
  for (const { serviceName, operation } of list.flatMap(({ node }) => fetchesOf(node))) {
    asks.add(serviceName);
    size.bytes += operation.length * bytesPerCharacter + bytesPerFetch;
  }
  return { execute, asks };
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
