import type { FetchNode } from '@apollo/query-planner';
import { DigitsLost } from '../sources/digits.ts';
import type { FieldType, Graph } from './graph.ts';
import { coerced, type Leaf, leafNamed, mayHaveLost } from './leaf.ts';
import { merge } from './merging.ts';
import { type Entity, own, type Path } from './values.ts';

/** What a selection of a representation looks like in a query plan. */
export type Wanted = NonNullable<FetchNode['requires']>;
type WantedField = Wanted[number] & { readonly kind: 'Field' };

interface Place {
  readonly type: string;
  readonly field: string;
  readonly known: FieldType | undefined;
}

/** A value that is none of its type; null was told instead. */
export interface Refused {
  readonly field: string;
  readonly message: string;
}

/** What a subgraph is told of an entity: its type, its keys and what `@requires` names, with each value as its type has it. */
export class Represent {
  readonly #graph: Graph;
  /** Stop where a number may have lost digits. */
  watchesDigits = false;
  /** Something that would be told was never answered, not even by null. */
  missesAny = false;
  #wrong: Refused[] = [];

  constructor(graph: Graph) {
    this.#graph = graph;
  }

  /** What was none of its type since it was asked last; null was told instead. */
  takeWrong(): ReadonlyArray<Refused> {
    const found = this.#wrong;
    if (found.length > 0) this.#wrong = [];
    return found;
  }

  applies(condition: string | undefined, typename: unknown): boolean {
    return !condition || (typeof typename === 'string' && this.#graph.isSubtype(typename, condition));
  }

  /** Its name in what subgraphs answered. */
  keyOf(selection: WantedField): string {
    return (selection as { alias?: string }).alias ?? selection.name;
  }

  takesText(type: string, field: string): boolean {
    const known = this.#graph.fieldOf(type, field);
    if (field === '__typename' || !known) return true;
    const leaf = leafOfField(known);
    return known.lists === 0 && (leaf === 'String' || leaf === 'ID' || leaf === 'CUSTOM');
  }

  /** Null where the object is of another type. */
  object(wanted: Wanted, source: Entity, type: string): Entity | null {
    const runtime = typeof source.__typename === 'string' ? source.__typename : type;
    let result: Entity | null = null;
    for (const selection of wanted) {
      if (selection.kind === 'Field') {
        result ??= {};
        this.#field(selection, source, runtime, result);
        continue;
      }
      if (!this.applies(selection.typeCondition, source.__typename)) continue;
      const part = this.object(selection.selections, source, runtime);
      if (!part) continue;
      if (result) merge(result, part, true);
      else result = part;
    }
    return result;
  }

  #field(selection: WantedField, source: Entity, type: string, result: Entity): void {
    const { name, selections } = selection;
    const given = own(source, this.keyOf(selection));
    if (!selections) {
      result[name] = this.leaf(given, type, name);
      return;
    }
    const value = this.below(selections, given, type, name);
    // The same field of two fragments that both apply.
    if (value && result[name] && typeof result[name] === 'object') merge(result, { [name]: value }, true);
    else result[name] = value;
  }

  below(wanted: Wanted, value: unknown, type: string, field: string): unknown {
    if (value === undefined) this.missesAny = true;
    return this.#objects(wanted, value, { type, field, known: this.#graph.fieldOf(type, field) });
  }

  #objects(wanted: Wanted, given: unknown, place: Place, lists = place.known?.lists): unknown {
    if (given === null || given === undefined) return null;
    if (Array.isArray(given) && lists !== 0)
      return given.map((each) => this.#objects(wanted, each, place, lists && lists - 1));
    if (typeof given === 'object' && !Array.isArray(given) && !lists)
      return this.object(wanted, given as Entity, place.known?.type ?? '');
    return this.#refuse(place.type, place.field);
  }

  leaf(value: unknown, type: string, field: string): unknown {
    const known = field === '__typename' ? undefined : this.#graph.fieldOf(type, field);
    if (value === null) return null;
    if (value === undefined) {
      this.missesAny = true;
      return null;
    }
    if (!known) return value;
    return this.#leaves(value, { type, field, known }, leafOfField(known), known.lists);
  }

  #leaves(given: unknown, place: Place, leaf: Leaf, lists: number): unknown {
    if (given === null || given === undefined) return null;
    if (lists > 0) {
      if (Array.isArray(given)) return given.map((each) => this.#leaves(each, place, leaf, lists - 1));
      return this.#refuse(place.type, place.field);
    }
    if (this.watchesDigits && typeof given === 'number' && mayHaveLost(leaf, given)) throw new DigitsLost();
    return coerced(leaf, given) ?? this.#refuse(place.type, place.field);
  }

  /** Where values that would be told were never answered, below where the object lies. */
  missing(wanted: Wanted, source: Entity, at: Path): ReadonlyArray<Path> {
    return wanted.flatMap((selection) => {
      if (selection.kind !== 'Field')
        return this.applies(selection.typeCondition, source.__typename)
          ? this.missing(selection.selections, source, at)
          : [];
      const key = this.keyOf(selection);
      const value = own(source, key);
      if (value === undefined) return [[...at, key]];
      return selection.selections ? this.#missingIn(selection.selections, value, [...at, key]) : [];
    });
  }

  #missingIn(wanted: Wanted, value: unknown, at: Path): ReadonlyArray<Path> {
    if (Array.isArray(value)) return value.flatMap((each, index) => this.#missingIn(wanted, each, [...at, index]));
    return typeof value === 'object' && value !== null ? this.missing(wanted, value as Entity, at) : [];
  }

  #refuse(type: string, field: string): null {
    const message = `A value of ${type}.${field} is none of its type, so nobody is told it.`;
    this.#wrong.push({ field, message });
    return null;
  }
}

function leafOfField({ kind, type }: FieldType): Leaf {
  return typeof kind === 'string' ? leafNamed(type) : kind;
}
