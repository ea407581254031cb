import { type Fillings, type ProblemId, problem } from '../language/problems.ts';
import type { Localized } from '../language/text.ts';
import type { Merged, Stepped, Worded } from './store/index.ts';

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

const grades = { least: 1, most: 5 };
type Refusal = Exclude<Stepped | Merged, object> | Worded;
/** 1 very bad to 5 very good; null: none was given. */
export const isGrade = (grade: number | null): boolean =>
  grade === null || (grade >= grades.least && grade <= grades.most);

/** Where in the input what is refused lies, where it is not the appeal itself. */
const places: Readonly<Partial<Record<Refusal, string>>> = {
  CASE_CLASS_UNKNOWN: 'class',
  CASE_REASON_MISSING: 'reason',
  CASE_NOTICE_MISSING: 'notified',
  CASE_OWNER_CONCERNED: 'department',
  CASE_ESCALATION_INCOMPLETE: 'members',
  CASE_REFUSAL_INCOMPLETE: 'legalBasis',
};

/** What a refusal of a step is told as. */
export function told(outcome: Exclude<Refusal, 'DONE'>): Asked {
  if (outcome === 'KEY_REUSED') return refused('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey');
  if (outcome === 'TOO_MANY') return refused('APPEAL_TOO_LONG', 'appeal');
  return refused(outcome, places[outcome] ?? 'appeal');
}
