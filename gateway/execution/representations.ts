import type { FetchNode } from '@apollo/query-planner';
import type { Entities } from '../sources/call.ts';
import type { Graph } from './graph.ts';
import { merge } from './merging.ts';
import { quote } from './quote.ts';
import { applyRewrites } from './rewrites.ts';
import type { Entity } from './values.ts';

/** What a selection of a representation looks like in a query plan. */
type Wanted = NonNullable<FetchNode['requires']>;

/** The entities one fetch is about, each once: as JSON, and as values for those who are asked without a network between. */
export class Representations implements Entities {
  readonly texts: string[] = [];
  readonly #sources: Entity[] = [];
  readonly #value: (source: Entity) => Entity | null;
  #values: ReadonlyArray<Entity | null> | undefined;

  constructor(value: (source: Entity) => Entity | null) {
    this.#value = value;
  }

  add(text: string, source: Entity): void {
    this.texts.push(text);
    this.#sources.push(source);
  }

  get values(): ReadonlyArray<Entity | null> {
    this.#values ??= this.#sources.map(this.#value);
    return this.#values;
  }
}

export interface Described {
  readonly representations: Representations;
  /** Of each target its place among the representations; -1: the fetch is not about it. */
  readonly placeOf: ReadonlyArray<number>;
}
/** Describes the targets as a fetch wants them, equal ones once. Null: it is about none of them. */
export type Describe = (targets: ReadonlyArray<Entity>) => Described | null;

/** One field that objects of a type are described by. */
interface Part {
  readonly key: string;
  /** As JSON, up to its value. */
  readonly head: string;
  readonly below: Wanted | null;
}

/** Types a fetch may remember; what subgraphs make up is not remembered for ever. */
const rememberedTypes = 1000;

export function compileDescribe({ requires = [], inputRewrites }: FetchNode, graph: Graph): Describe {
  const byType = new Map<unknown, ReadonlyArray<Part> | null>();
  const partsFor = (typename: unknown): ReadonlyArray<Part> | null => {
    let parts = byType.get(typename);
    if (parts === undefined) {
      parts = partsOf(requires, typename, graph);
      if (byType.size < rememberedTypes) byType.set(typename, parts);
    }
    return parts;
  };
  const value = (source: Entity): Entity | null => {
    const representation = represent(requires, source, graph);
    if (representation && inputRewrites) applyRewrites(graph, inputRewrites, representation);
    return representation;
  };
  const textOf = (source: Entity): string | null => {
    if (inputRewrites) {
      const representation = value(source);
      return representation?.__typename ? JSON.stringify(representation) : null;
    }
    const parts = partsFor(source.__typename);
    if (!parts) return null;
    let text = '';
    for (let index = 0; index < parts.length; index++) {
      const { key, head, below } = parts[index] as Part;
      const own = source[key];
      text += head;
      if (below) text += JSON.stringify(nested(below, own, graph));
      else text += typeof own === 'string' ? quote(own) : JSON.stringify(own ?? null);
    }
    return `${text}}`;
  };
  return (targets) => {
    const places = new Map<string, number>();
    const placeOf: number[] = [];
    let representations: Representations | null = null;
    for (let index = 0; index < targets.length; index++) {
      const target = targets[index] as Entity;
      const text = textOf(target);
      if (text === null) {
        placeOf.push(-1);
        continue;
      }
      let place = places.get(text);
      if (place === undefined) {
        place = places.size;
        places.set(text, place);
        representations ??= new Representations(value);
        representations.add(text, target);
      }
      placeOf.push(place);
    }
    return representations && { representations, placeOf };
  };
}

/** What applies to objects of one type, flat. Null where that does not tell which type they are: nobody can be asked about such. */
function partsOf(wanted: Wanted, typename: unknown, graph: Graph): ReadonlyArray<Part> | null {
  const parts = new Map<string, { readonly key: string; below: Wanted | null }>();
  const walk = (selections: Wanted): void => {
    for (const selection of selections) {
      if (selection.kind !== 'Field') {
        if (applies(selection.typeCondition, typename, graph)) walk(selection.selections);
        continue;
      }
      const { name, selections: below } = selection;
      const known = parts.get(name);
      if (known) known.below = below ? [...(known.below ?? []), ...below] : known.below;
      else parts.set(name, { key: keyOf(selection), below: below ?? null });
    }
  };
  walk(wanted);
  const named = parts.get('__typename');
  if (!named || (named.key === '__typename' && !typename)) return null;
  return [...parts].map(([name, { key, below }], index) => ({
    key,
    head: `${index === 0 ? '{' : ','}${JSON.stringify(name)}:`,
    below,
  }));
}

function applies(condition: string | undefined, typename: unknown, graph: Graph): boolean {
  return !condition || (typeof typename === 'string' && graph.isSubtype(typename, condition));
}

function keyOf(selection: Wanted[number] & { readonly kind: 'Field' }): string {
  return (selection as { alias?: string }).alias ?? selection.name;
}

/** What a subgraph is told of an entity: its type, its keys and what `@requires` names. Null where the object is of another type. */
function represent(wanted: Wanted, source: Entity, graph: Graph): Entity | null {
  let result: Entity | null = null;
  for (const selection of wanted) {
    if (selection.kind === 'Field') {
      const own = source[keyOf(selection)];
      result ??= {};
      const value = selection.selections ? nested(selection.selections, own, graph) : (own ?? null);
      const present = result[selection.name];
      // The same field of two fragments that both apply.
      if (present && value && typeof present === 'object' && selection.selections) {
        merge(result, { [selection.name]: value }, true);
      } else {
        result[selection.name] = value;
      }
      continue;
    }
    if (!applies(selection.typeCondition, source.__typename, graph)) continue;
    const part = represent(selection.selections, source, graph);
    if (!part) continue;
    if (result) merge(result, part, true);
    else result = part;
  }
  return result;
}

function nested(wanted: Wanted, value: unknown, graph: Graph): unknown {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map((item) => nested(wanted, item, graph));
  return represent(wanted, value as Entity, graph);
}
