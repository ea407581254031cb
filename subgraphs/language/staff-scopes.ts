import type { namedScopes, scopes } from './scopes.ts';

/** A scope of `schema/scopes.yaml` that is for everything of its kind. */
export type Scope = keyof typeof scopes;
/** One that is for one thing, and names it after a colon. */
export type NamedScope = keyof typeof namedScopes;

/** What the scopes of a token of this kind name: `['station']` of `cases:station`. */
export function namedBy(has: ReadonlyArray<string>, scope: NamedScope): ReadonlyArray<string> {
  const begin = `${scope}:`;
  return has.filter((each) => each.startsWith(begin) && each !== begin).map((each) => each.slice(begin.length));
}
