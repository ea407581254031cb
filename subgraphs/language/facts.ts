import { isCivilDate } from './civil-date.ts';
import { type AnswerValue, type Elapsed, isBetween, type PartyRole } from './conditions.ts';
import { type NumberPart, partOfNumber } from './identity-number.ts';
import { own } from './own.ts';
import type { Localized } from './text.ts';

/**
 * That a question asks about a field of the form: the data element of whoever is in the role. By option code: the values of the field that go with
 * the answer, whether all those in the role have the same one, how long it is since the date, or between which numbers it lies. None of the four: the
 * answer is the value. A field that is told first answers the question the same way round, of `values` alone by what `answers` says.
 */
export interface QuestionFact {
  readonly element: string;
  readonly subject: PartyRole;
  readonly values?: Readonly<Record<string, ReadonlyArray<unknown>>>;
  readonly alike?: Readonly<Record<string, boolean>>;
  readonly elapsed?: Readonly<Record<string, Elapsed>>;
  readonly between?: Readonly<Record<string, Between>>;
  /** The answer that one value of the field gives by itself, of anyone in the role: what it leaves open is asked. */
  readonly answers?: Readonly<Record<string, AnswerValue>>;
}

/** Both included. */
export interface Between {
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** What is no number is not judged here. */
export function isWithin({ atLeast, atMost }: Between, value: unknown): boolean {
  if (typeof value !== 'number') return true;
  return (atLeast === undefined || value >= atLeast) && (atMost === undefined || value <= atMost);
}

/** A document of somebody that a source has and that answers a question: its `field`, as an answer, by `answers` where that lists values, else as it is. */
export interface KnownFact {
  readonly documentType: string;
  readonly subject: PartyRole;
  readonly field: string;
  readonly answers?: Readonly<Record<string, AnswerValue>>;
}

/** The answer that a document's data give; undefined: none. */
export function answerIn(
  { field, answers }: { readonly field: string; readonly answers?: KnownFact['answers'] | null },
  data: unknown,
): unknown {
  const value =
    typeof data === 'object' && data !== null ? own(data as Readonly<Record<string, unknown>>, field) : undefined;
  return answers && value !== undefined ? own(answers, String(value)) : value;
}

/** What must hold of a field (事实规则), of everyone of whom it is told or of one role; a field that is not told contradicts nothing. */
export interface FactRule {
  /** Unique in the catalogue. */
  readonly code: string;
  readonly element: string;
  readonly subject?: PartyRole;
  /** Only where another field of the same party has one of these values. */
  readonly where?: { readonly element: string; readonly in: ReadonlyArray<unknown> };
  readonly in?: ReadonlyArray<unknown>;
  /** What is compared is this part of an identity number. */
  readonly part?: NumberPart;
  /** Data element of the same party that has the same value. */
  readonly sameAs?: string;
  /** Data element of the same party; numbers and dates. */
  readonly notBefore?: string;
  readonly notAfterToday?: boolean;
  /** Why not: told to the citizen. */
  readonly otherwise: Localized;
}

/** The same for the parties of one form. */
export interface FormRule extends Omit<FactRule, 'code' | 'subject'> {
  readonly party: string;
  /** All of these parties have one value of the element, or not all of them. */
  readonly alike?: { readonly parties: ReadonlyArray<string>; readonly same: boolean };
  readonly elapsed?: Elapsed;
  readonly between?: Between;
}

/** Keyword of a form's schema that holds its rules; validators that do not know it pass it over. */
export const RULES = 'x-rules';

type Form = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;

/** `asked`: ISO date on which questions about time gone by were answered; `today`: which no event lies beyond. */
export interface Days {
  readonly asked: string;
  readonly today: string;
}

/** Whether a form's values obey a rule. What is not told, or is of another kind than its schema wants, obeys. */
export function obeys(rule: FormRule, form: Form, days: Days): boolean {
  const of = (element: string, party = rule.party): unknown => {
    const values = Object.hasOwn(form, party) ? form[party] : undefined;
    return values && Object.hasOwn(values, element) ? values[element] : undefined;
  };
  const told = of(rule.element);
  const value = rule.part ? partOfNumber(told, rule.part) : told;
  if (value === undefined) return true;
  const other = rule.sameAs === undefined ? undefined : of(rule.sameAs);
  if (other !== undefined && other !== value) return false;
  if (rule.where && !rule.where.in.includes(of(rule.where.element))) return true;
  if (rule.in && !rule.in.includes(value)) return false;
  if (rule.notBefore !== undefined && isBefore(value, of(rule.notBefore))) return false;
  if (rule.notAfterToday && isBefore(days.today, value)) return false;
  if (rule.elapsed && isCivilDate(value) && !isBetween(rule.elapsed, value, days.asked)) return false;
  if (rule.between && !isWithin(rule.between, value)) return false;
  if (!rule.alike) return true;
  return areAlike(rule.alike.parties.map((party) => of(rule.element, party))) !== !rule.alike.same;
}

function isBefore(value: unknown, other: unknown): boolean {
  return typeof value === typeof other && (typeof value === 'number' || typeof value === 'string')
    ? value < (other as typeof value)
    : false;
}

/** Null while it is not known of all of them. */
function areAlike(values: ReadonlyArray<unknown>): boolean | null {
  if (values.length < 2 || values.includes(undefined)) return null;
  return values.every((value) => value === values[0]);
}
