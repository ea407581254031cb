import { fingerprint } from '../../language/canonical.ts';
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

/** Those that may have one cause, the largest class first: about the same, and refused for the same reason or in words that are alike. */
export function suggestClasses(open: ReadonlyArray<Classifiable>): ReadonlyArray<ReadonlyArray<Classifiable>> {
  const classes: Classifiable[][] = [];
  for (const each of open) {
    const like = classes.find((members) => members.some((other) => isLike(each, other)));
    if (like) like.push(each);
    else classes.push([each]);
  }
  return classes.filter(({ length }) => length >= fewest).sort((a, b) => b.length - a.length);
}

function isLike(one: Classifiable, other: Classifiable): boolean {
  const isAboutSame =
    one.matter !== null ? one.matter === other.matter : one.about !== null && one.about === other.about;
  if (!isAboutSame || one.matter !== other.matter) return false;
  if (one.refusal !== null && one.refusal === other.refusal) return true;
  return one.text !== null && other.text !== null && alikeness(one.text, other.text) >= leastAlike;
}
