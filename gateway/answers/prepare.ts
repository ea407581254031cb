import { type DocumentNode, type GraphQLError, type OperationDefinitionNode, visit } from 'graphql';
import { LRUCache } from 'lru-cache';
import { createShape, type Shape } from '../execution/shape.ts';
import { type Guard, guardsOf } from '../planning/access-rules.ts';
import { createCost } from '../planning/cost.ts';
import type { View } from '../planning/supergraph.ts';
import type { PlanOperations } from './plan-operations.ts';
import { createPlanOne, type PlanOne } from './planned.ts';
import { createUnderstand, type UnderstandOptions } from './understand.ts';

/** An operation that holds: validated, with the shape of its answer. It is planned when it is first admitted. */
export interface Prepared {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly guards: ReadonlyArray<Guard>;
  readonly plan: PlanOne;
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
  readonly plan: PlanOperations['plan'];
}

/** Bytes of operations understood: some 400 like that of the whole plan, or 4,000 small ones. */
const remembered = 128 * 1024 * 1024;
/** What one that is read and checked holds, measured over the shipped operations. */
const bytesPerCharacterRead = 30;

interface Kept {
  readonly preparation: Preparation & { readonly ok: true };
  readonly size: Size;
}
interface Size {
  bytes: number;
}

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
    const prepared: Prepared = {
      document,
      operation,
      guards,
      shape,
      cost: createCost({ schema: view.schema, document, operation }, view.costs, listSize),
      plan: createPlanOne({
        view,
        query,
        document,
        operation,
        guards,
        shape,
        plan,
        grown: (bytes) => {
          size.bytes += bytes;
          grown();
        },
      }),
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
