import { byCode, fingerprint } from '../../language/canonical.ts';
import { alikeness, leastAlike } from './sameness.ts';

/** A change of what the catalogue says of a matter: at a place of what is published another value, or (null) none any more. */
export interface CatalogueChange {
  readonly id: string;
  readonly matter: string;
  /** Names of members; an element of a list by its code, or by its place from 0. */
  readonly path: ReadonlyArray<string>;
  readonly value: unknown;
}

/** What stands at a place; undefined: nothing does. */
export function valueAt(content: unknown, path: ReadonlyArray<string>): unknown {
  return path.reduce<unknown>((value, step) => {
    if (Array.isArray(value)) return value.find((each) => codeOf(each) === step) ?? value[Number(step)];
    return typeof value === 'object' && value !== null && Object.hasOwn(value, step)
      ? (value as Readonly<Record<string, unknown>>)[step]
      : undefined;
  }, content);
}

function codeOf(element: unknown): unknown {
  if (typeof element !== 'object' || element === null) return element;
  const { code, documentType } = element as { readonly code?: unknown; readonly documentType?: unknown };
  return code ?? codeOf(documentType ?? null);
}

/** Whether what is published is as the change wants it. */
export function holds({ path, value }: Omit<CatalogueChange, 'id'>, content: unknown): boolean {
  const found = valueAt(content, path) ?? null;
  return fingerprint(found) === fingerprint(value ?? null);
}

export interface Classifiable {
  readonly id: string;
  readonly matter: string | null;
  readonly about: string | null;
  /** Code for which it was refused; null: it was for none. */
  readonly refusal: string | null;
  readonly text: string | null;
}
/** So many are a class. */
const fewest = 2;

/**
 * Those that may have one cause, the largest class first: about the same, and refused for the same reason or in words that are alike. The two
 * groups that are the most alike become one, again and again, while they are alike on the average: by a single pair of them that is, a
 * phrase that everybody uses would join what is not, and which came first would decide.
 */
export function suggestClasses(open: ReadonlyArray<Classifiable>): ReadonlyArray<ReadonlyArray<Classifiable>> {
  const place = new Map(open.map(({ id }, index) => [id, index]));
  const placeOf = ({ id }: Classifiable): number => place.get(id) ?? 0;
  return bySubject([...open].sort((a, b) => byCode(a.id, b.id)))
    .flatMap(groupsIn)
    .filter(({ length }) => length >= fewest)
    .map((members) => [...members].sort((a, b) => placeOf(a) - placeOf(b)))
    .sort((a, b) => b.length - a.length);
}

/** About one matter or, where there is none, one department; what is about nothing is like nothing. */
function bySubject(open: ReadonlyArray<Classifiable>): ReadonlyArray<ReadonlyArray<Classifiable>> {
  const subjects = new Map<string, Classifiable[]>();
  for (const each of open) {
    if (each.matter === null && each.about === null) continue;
    const subject = each.matter === null ? `about ${each.about}` : `matter ${each.matter}`;
    subjects.set(subject, [...(subjects.get(subject) ?? []), each]);
  }
  return [...subjects.values()];
}

function groupsIn(all: ReadonlyArray<Classifiable>): ReadonlyArray<ReadonlyArray<Classifiable>> {
  /** Of each group, by its place; what went into another has none any more. */
  const groups = new Map(all.map((each, index) => [index, [each]]));
  const average = all.map((one, index) => all.map((other, at) => (at > index ? likenessBetween(one, other) : 0)));
  const between = (one: number, other: number): number => average[Math.min(one, other)]?.[Math.max(one, other)] ?? 0;
  for (;;) {
    let best = { average: 0, into: -1, from: -1 };
    for (const into of groups.keys())
      for (const from of groups.keys()) {
        const found = into < from ? between(into, from) : 0;
        if (found >= leastAlike && found > best.average) best = { average: found, into, from };
      }
    const { into, from } = best;
    const [kept, gone] = [groups.get(into), groups.get(from)];
    if (!kept || !gone) return [...groups.values()];
    groups.delete(from);
    groups.set(into, [...kept, ...gone]);
    for (const other of groups.keys()) {
      const sum = kept.length * between(into, other) + gone.length * between(from, other);
      const row = average[Math.min(into, other)];
      if (row && other !== into) row[Math.max(into, other)] = sum / (kept.length + gone.length);
    }
  }
}

function likenessBetween(one: Classifiable, other: Classifiable): number {
  if (one.refusal !== null && one.refusal === other.refusal) return 1;
  return one.text !== null && other.text !== null ? alikeness(one.text, other.text) : 0;
}
