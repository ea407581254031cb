import { type Fillings, type ProblemId, problem } from '../language/problems.ts';
import type { Localized } from '../language/text.ts';

export interface Told {
  readonly code: string;
  readonly message: Localized;
  readonly path: ReadonlyArray<string>;
  readonly material: null;
}
/** Either an appeal, as it was when the event of that number had happened (null: as it is now), or what is wrong. */
export interface Asked {
  readonly id: string | null;
  readonly until: number | null;
  readonly problems: ReadonlyArray<Told>;
}

export function refused<Id extends ProblemId>(id: Id, path: string, ...slots: Fillings<Id>): Asked {
  return { id: null, until: null, problems: [{ ...problem(id, ...slots), path: [path], material: null }] };
}
export const done = (id: string, until: number | null = null): Asked => ({ id, until, problems: [] });

export const longestKey = 255;
/** A key says which request it is: it is written in characters that show. */
export const isKey = (key: string): boolean => key.trim() !== '' && key.length <= longestKey && !/\p{C}/u.test(key);
