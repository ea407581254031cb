import { addPeriod, type Period } from './civil-date.ts';
import type { KnownFact, QuestionFact } from './facts.ts';
import type { Localized } from './text.ts';

/** Code of a party role: CHILD, MOTHER, PARENTS … Extensible by catalogue data. */
export type PartyRole = string;
/** Boolean, option code, number or ISO date, by the question's kind. */
export type AnswerValue = boolean | string | number;

/** A structured condition over the answers (情形). Unanswered is unknown, not false. */
export type Condition =
  | { readonly question: string; readonly equals: AnswerValue }
  | { readonly question: string; readonly in: ReadonlyArray<AnswerValue> }
  | { readonly question: string; readonly atLeast: number | string }
  | { readonly question: string; readonly atMost: number | string }
  | { readonly question: string; readonly elapsed: Elapsed; readonly until?: string }
  | { readonly all: ReadonlyArray<Condition> }
  | { readonly any: ReadonlyArray<Condition> }
  | { readonly not: Condition };

/**
 * How long it is since the date answered: until the plan's day or, with `until`, until the date that another question was answered with. An
 * age (周岁), a term, a deadline. `atLeast` so long, `atMost` so long, or both; since a date that lies ahead nothing has gone by, and neither holds.
 */
export interface Elapsed {
  readonly atLeast?: Period;
  readonly atMost?: Period;
}

/** Role → the roles whose party (or parties) it is. `{ AGENT: ['MOTHER'] }`: the agent *is* the mother; `{ PARENTS: ['MOTHER'] }`: the group has one member. */
export type Bindings = Readonly<Record<PartyRole, ReadonlyArray<PartyRole>>>;

export type QuestionKind = 'BOOLEAN' | 'CHOICE' | 'NUMBER' | 'DATE';
export interface QuestionOption {
  /** Of a BOOLEAN: `true` or `false`. */
  readonly code: string;
  readonly text: Localized;
  /** Roles that this answer binds. */
  readonly binds?: Bindings;
  /** Role → code of the kind of person that its party then is. */
  readonly makes?: Readonly<Record<PartyRole, string>>;
}
/** Two roles that may be one party. */
export interface SameParty {
  readonly role: PartyRole;
  readonly as: PartyRole;
}
export interface Question {
  readonly code: string;
  readonly text: Localized;
  readonly kind: QuestionKind;
  readonly options: ReadonlyArray<QuestionOption>;
  /** Asked only where this holds. */
  readonly condition?: Condition | null;
  /** Fields of the form that it asks about. */
  readonly facts?: ReadonlyArray<QuestionFact>;
  /** Documents of sources that answer it, so that nobody need be asked. */
  readonly knownBy?: ReadonlyArray<KnownFact>;
  /** Whether `UNKNOWN` is an answer: then what may hold is planned as if it held, and nobody is asked again. */
  readonly mayBeUnknown?: boolean;
  /** Asks, with yes and no, whether two roles are one party. Open only where that changes something. */
  readonly same?: SameParty;
  readonly group?: QuestionGroup;
}
/** Questions that are asked together (题组). */
export interface QuestionGroup {
  readonly code: string;
  readonly title: Localized;
  /** Place among the groups, as authored. */
  readonly position: number;
}
/** The answer of who does not know. */
export const UNKNOWN = 'UNKNOWN';

/** Three-valued (Kleene): a condition over answers not all given may be unknown. */
export type Truth = 'TRUE' | 'FALSE' | 'UNKNOWN';

/** Valid answers by question code. */
export type Answers = ReadonlyMap<string, AnswerValue>;

/** Questions, to be looked up by their code. */
export type QuestionsByCode = Pick<ReadonlyMap<string, Question>, 'get'>;

/** What conditions are judged by: the answers, the questions with their own conditions, and the day. */
export interface Facts<Questions extends QuestionsByCode = ReadonlyMap<string, Question>> {
  readonly answers: Answers;
  readonly questions: Questions;
  /** ISO date of the plan's day. */
  readonly today: string;
}

/** A condition's truth. None is always true. A question that may not be asked here makes its comparisons false: nobody can answer it. */
export function evaluate(condition: Condition | null | undefined, facts: Facts<QuestionsByCode>): Truth {
  if (!condition) return 'TRUE';
  if ('all' in condition) {
    const truths = condition.all.map((part) => evaluate(part, facts));
    return truths.includes('FALSE') ? 'FALSE' : truths.includes('UNKNOWN') ? 'UNKNOWN' : 'TRUE';
  }
  if ('any' in condition) {
    const truths = condition.any.map((part) => evaluate(part, facts));
    return truths.includes('TRUE') ? 'TRUE' : truths.includes('UNKNOWN') ? 'UNKNOWN' : 'FALSE';
  }
  if ('not' in condition) {
    const truth = evaluate(condition.not, facts);
    return truth === 'UNKNOWN' ? truth : truth === 'TRUE' ? 'FALSE' : 'TRUE';
  }
  const value = facts.answers.get(condition.question);
  if (value === undefined && mayBeAsked(condition.question, facts) === 'FALSE') return 'FALSE';
  if ('elapsed' in condition) return hasElapsed(condition, value, facts);
  if (value === undefined) return 'UNKNOWN';
  return compare(condition, value) ? 'TRUE' : 'FALSE';
}

function hasElapsed(
  { elapsed, until }: ElapsedSince,
  since: AnswerValue | undefined,
  facts: Facts<QuestionsByCode>,
): Truth {
  const end = until === undefined ? facts.today : facts.answers.get(until);
  if (until !== undefined && end === undefined && mayBeAsked(until, facts) === 'FALSE') return 'FALSE';
  if (since === undefined || end === undefined) return 'UNKNOWN';
  return typeof since === 'string' && typeof end === 'string' && isBetween(elapsed, since, end) ? 'TRUE' : 'FALSE';
}

/** Whether so long went by between two ISO dates. */
export function isBetween({ atLeast, atMost }: Elapsed, since: string, end: string): boolean {
  if (since > end) return false;
  const longEnough = atLeast === undefined || addPeriod(since, atLeast) <= end;
  return longEnough && (atMost === undefined || addPeriod(since, atMost) >= end);
}

/** Whether the question's own condition lets it be asked. Catalogue files are checked for questions that wait for each other. */
export function mayBeAsked(question: string, facts: Facts<QuestionsByCode>): Truth {
  return evaluate(facts.questions.get(question)?.condition, facts);
}

export type Comparison = Extract<Condition, { question: string }>;
export type ElapsedSince = Extract<Comparison, { elapsed: Elapsed }>;

function compare(comparison: Exclude<Comparison, ElapsedSince>, value: AnswerValue): boolean {
  if ('equals' in comparison) return comparison.equals === value;
  if ('in' in comparison) return comparison.in.includes(value);
  // Numbers compare as numbers, ISO dates as text.
  if ('atLeast' in comparison) return typeof value === typeof comparison.atLeast && value >= comparison.atLeast;
  return typeof value === typeof comparison.atMost && value <= comparison.atMost;
}

/** The comparisons of a condition, however deep. */
export function comparisonsOf(condition: Condition | null | undefined): ReadonlyArray<Comparison> {
  if (!condition) return [];
  if ('all' in condition) return condition.all.flatMap(comparisonsOf);
  if ('any' in condition) return condition.any.flatMap(comparisonsOf);
  if ('not' in condition) return comparisonsOf(condition.not);
  return [condition];
}

/** Codes of the questions that a comparison compares. */
export function questionsOf(comparison: Comparison): ReadonlyArray<string> {
  return 'elapsed' in comparison && comparison.until !== undefined
    ? [comparison.question, comparison.until]
    : [comparison.question];
}

/** Codes of the unanswered questions that keep a condition unknown, with those that decide whether they may be asked. */
export function openIn(condition: Condition | null | undefined, facts: Facts<QuestionsByCode>): ReadonlyArray<string> {
  if (!condition || evaluate(condition, facts) !== 'UNKNOWN') return [];
  if ('all' in condition) return condition.all.flatMap((part) => openIn(part, facts));
  if ('any' in condition) return condition.any.flatMap((part) => openIn(part, facts));
  if ('not' in condition) return openIn(condition.not, facts);
  return questionsOf(condition)
    .filter((code) => !facts.answers.has(code))
    .flatMap((code) => [code, ...openIn(facts.questions.get(code)?.condition, facts)]);
}
