import type { RequirementInFile, UseInFile } from './shapes.ts';

/** Two documents are one when type, party and spec are: no spec is a spec of its own. */
export function documentKey({ type, subject, spec }: Pick<UseInFile, 'type' | 'subject' | 'spec'>): string {
  return JSON.stringify([type, subject, spec ?? null]);
}

/** Every document that a row may ask for, whichever option is taken. */
export function usesOf({ uses, options }: RequirementInFile): ReadonlyArray<UseInFile> {
  return uses ?? (options ?? []).flatMap((option) => option.uses);
}
