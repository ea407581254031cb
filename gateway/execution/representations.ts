import type { FetchNode } from '@apollo/query-planner';
import type { Entities } from '../sources/call.ts';
import { DigitsLost, holdsLostDigits, json } from '../sources/digits.ts';
import type { Graph } from './graph.ts';

import { quote } from './quote.ts';
import { type Refused, Represent, type Wanted } from './represent.ts';
import { applyRewrites } from './rewrites.ts';
import type { Run } from './step.ts';
import { type Entity, own as held, type Path } from './values.ts';

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

/** A value that is none of its type, of a target: its subgraph is told null instead. */
export interface Wrong extends Refused {
  readonly index: number;
}
export interface Described {
  /** Null: none can be asked about. */
  readonly representations: Representations | null;
  /** Of each target its place among the representations; -1: the fetch is not about it, or cannot ask for it. */
  readonly placeOf: ReadonlyArray<number>;
  /** Targets that the fetch is about, but whose key or a required field is not known. */
  readonly unknown: ReadonlyArray<number>;
  readonly wrong: ReadonlyArray<Wrong>;
}
/** Describes the targets as a fetch wants them, equal ones once. Null: it is about none of them. */
export type Describe = (
  targets: ReadonlyArray<Entity>,
  run: Pick<Run, 'watchesDigits' | 'mayLeaveOut' | 'errors'>,
  paths: () => ReadonlyArray<Path>,
) => Described | null;

/** One field that objects of a type are described by. */
interface Part {
  readonly name: string;
  readonly key: string;
  /** As JSON, up to its value. */
  readonly head: string;
  readonly below: Wanted | null;
  /** Any text is a value of it. */
  readonly takesText: boolean;
  /** Without it nobody can be asked. */
  readonly isKey: boolean;
}
/** How objects of one type are described. */
interface Kind {
  readonly type: string;
  readonly parts: ReadonlyArray<Part>;
}
const UNKNOWN = Symbol('a key is not known');

/** Types a fetch may remember; what subgraphs make up is not remembered for ever. */
const rememberedTypes = 1000;

export function compileDescribe(node: FetchNode, graph: Graph): Describe {
  const { requires = [], inputRewrites, serviceName } = node;
  const represent = new Represent(graph);
  const byType = new Map<unknown, Kind | null>();
  const kindOf = (typename: unknown): Kind | null => {
    let kind = byType.get(typename);
    if (kind === undefined) {
      kind = createKind(requires, typename, serviceName, represent, graph);
      if (byType.size < rememberedTypes) byType.set(typename, kind);
    }
    return kind;
  };
  const value = (source: Entity): Entity | null => {
    const { __typename: typename } = source;
    const representation = represent.object(requires, source, typeof typename === 'string' ? typename : '');
    if (representation && inputRewrites) applyRewrites(graph, inputRewrites, representation);
    return representation;
  };
  const textOf = (source: Entity): string | null | typeof UNKNOWN => {
    const kind = kindOf(source.__typename);
    if (!kind) return null;
    let text = '';
    for (const { name, key, head, below, takesText, isKey } of kind.parts) {
      const given = held(source, key);
      if (typeof given === 'string' && takesText) {
        text += head + quote(given);
        continue;
      }
      const told = below ? represent.below(below, given, kind.type, name) : represent.leaf(given, kind.type, name);
      if (isKey && !isKnown(told)) return UNKNOWN;
      const own = json(told);
      if (represent.watchesDigits && typeof told === 'object' && holdsLostDigits(own)) throw new DigitsLost();
      text += head + own;
    }
    if (!inputRewrites) return `${text}}`;
    const representation = value(source);
    return representation?.__typename ? json(representation) : null;
  };
  return (targets, { watchesDigits, mayLeaveOut, errors }, paths) => {
    represent.watchesDigits = watchesDigits;
    // What was found wrong for others: when their values were made, or when they were given up half way.
    represent.takeWrong();
    let told: ReadonlySet<string> | undefined;
    // What errors have told of already, or a condition left out, is asked about without: an outage costs its own fields alone.
    const isTold = (index: number): boolean => {
      if (mayLeaveOut) return true;
      told ??= new Set(errors.map(({ path = [] }) => JSON.stringify(path)));
      const missing = represent.missing(requires, targets[index] as Entity, paths()[index] ?? []);
      return missing.every((path) => [path, ...above(path)].some((each) => told?.has(JSON.stringify(each))));
    };
    const places = new Map<string, number>();
    const placeOf: number[] = [];
    const unknown: number[] = [];
    const wrong: Wrong[] = [];
    let representations: Representations | null = null;
    for (let index = 0; index < targets.length; index++) {
      const target = targets[index] as Entity;
      represent.missesAny = false;
      const described = textOf(target);
      // What would be made of a value that a subgraph kept back is not known either; of null it is.
      const text = represent.missesAny && described !== null && !isTold(index) ? UNKNOWN : described;
      for (const found of represent.takeWrong()) wrong.push({ index, ...found });
      if (text === UNKNOWN) unknown.push(index);
      if (typeof text !== 'string') {
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
    return representations || unknown.length > 0 ? { representations, placeOf, unknown, wrong } : null;
  };
}

function above(path: Path): ReadonlyArray<Path> {
  return path.map((_step, depth) => path.slice(0, depth));
}

/** Whether nothing of a key is null. */
function isKnown(value: unknown): boolean {
  if (value === null || value === undefined) return false;
  if (Array.isArray(value)) return value.every(isKnown);
  return typeof value !== 'object' || Object.values(value).every(isKnown);
}

/** What applies to objects of one type, flat. Null where that does not tell which type they are: nobody can be asked about such. */
function createKind(
  wanted: Wanted,
  typename: unknown,
  subgraph: string,
  represent: Represent,
  graph: Graph,
): Kind | null {
  const found = new Map<string, { readonly key: string; below: Wanted | null }>();
  const walk = (selections: Wanted): void => {
    for (const selection of selections) {
      if (selection.kind !== 'Field') {
        if (represent.applies(selection.typeCondition, typename)) walk(selection.selections);
        continue;
      }
      const { name, selections: below } = selection;
      const known = found.get(name);
      if (known) known.below = below ? [...(known.below ?? []), ...below] : known.below;
      else found.set(name, { key: represent.keyOf(selection), below: below ?? null });
    }
  };
  walk(wanted);
  const named = found.get('__typename');
  if (!named || (named.key === '__typename' && !typename)) return null;
  const type = typeof typename === 'string' ? typename : '';
  const keys = keyNames(graph.keysOf(subgraph, type), found);
  const parts = [...found].map(([name, { key, below }], index): Part => {
    const head = `${index === 0 ? '{' : ','}${JSON.stringify(name)}:`;
    const takesText = below === null && represent.takesText(type, name);
    return { name, key, head, below, takesText, isKey: keys.has(name) };
  });
  return { type, parts };
}

/** Names of fields that every key has which the fetch goes by. */
function keyNames(
  keys: ReadonlyArray<ReadonlyArray<string>>,
  wanted: ReadonlyMap<string, unknown>,
): ReadonlySet<string> {
  const used = keys.filter((key) => key.length > 0 && key.every((name) => wanted.has(name)));
  return new Set((used[0] ?? []).filter((name) => used.every((key) => key.includes(name))));
}
