/** What a new part of the product begins with. */
export interface Skeleton {
  /** Its files, by path from the repository's root. */
  readonly files: Readonly<Record<string, string>>;
  /** Its row in `schema/subgraphs.yaml`. */
  readonly row?: Readonly<Record<string, string>>;
  /** What a person does next, a sentence each. */
  readonly next: ReadonlyArray<string>;
}

/** What skeletons are told besides their name. */
export interface Asked {
  /** In kebab case. */
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  /** An address that no row has. */
  readonly url: string;
  /** Tells the existing matters' files: code → path. */
  readonly matters: ReadonlyMap<string, string>;
}

/** `fire-rescue` → `FireRescue`. */
export function pascal(name: string): string {
  return name
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

/** `fire-rescue` → `fireRescue`. */
export function camel(name: string): string {
  const text = pascal(name);
  return text.charAt(0).toLowerCase() + text.slice(1);
}
