import { type Fillings, type ProblemId, problem } from '../../language/problems.ts';
import type { Localized } from '../../language/text.ts';

export interface Told {
  readonly code: string;
  readonly message: Localized;
  readonly path: ReadonlyArray<string>;
  readonly material: null;
}
/** Either the id of what was asked for or what is wrong. */
export interface Asked {
  readonly id: string | null;
  readonly problems: ReadonlyArray<Told>;
}

export function refused<Id extends ProblemId>(id: Id, path: string, ...slots: Fillings<Id>): Asked {
  return { id: null, problems: [{ ...problem(id, ...slots), path: [path], material: null }] };
}

const longestKey = 255;

/** What is wrong with the name of a request; null: nothing. */
export function keyRefusal(key: string): Asked | null {
  const isKey = key.trim() !== '' && key.length <= longestKey && !/\p{C}/u.test(key);
  return isKey ? null : refused('IDEMPOTENCY_KEY_REQUIRED', 'idempotencyKey', { most: longestKey });
}
