import { type Calendar, workingDayAfter, workingDaysBetween } from './calendar.ts';
import { addPeriod } from './civil-date.ts';
import type { Localized } from './text.ts';

/**
 * A case that somebody has to see to the end: who has it, by when, and how it ends. Whatever has a clock and an owner runs on this one reducer; what
 * differs (classes, limits, who begins) are its terms, which are data and settled when it is opened.
 */
export interface CaseTerms {
  /** Classes with their limits in working days from the day of receipt. */
  readonly classes: ReadonlyArray<{ readonly code: string; readonly name: Localized; readonly workingDays: number }>;
  /** Until somebody says another. */
  readonly firstClass: string;
  /** No extension goes beyond. */
  readonly mostWorkingDays: number;
  /** Whether whom it is about may have it: to be helped by them, yes; to complain of them, no. */
  readonly ownerMayBeAbout: boolean;
  /** Who has it when it is disputed, or comes again and again. */
  readonly escalatesTo: string;
  readonly calendar: Calendar;
}

/** `ANSWERED`: whoever it is for has yet to say whether that will do; until then it is open, and its clock stands. */
export type CaseStatus = 'IN_HAND' | 'PAUSED' | 'ANSWERED' | 'CLOSED';
/** By what it was closed; `MERGE`: it is seen to its end together with another that says the same. */
export type CaseClosing = 'WORD' | 'CHECK' | 'MERGE';
export type CaseOutcome = 'SOLVED' | 'ADVISED' | 'REFUSED';

export interface CaseAnswer {
  readonly outcome: CaseOutcome;
  readonly text: string;
  /** Law or rule that forbids what was asked for: of a refusal never null. */
  readonly legalBasis: string | null;
  /** What else is possible. */
  readonly alternatives: ReadonlyArray<string>;
  readonly by: string;
  readonly on: string;
}
export interface CaseState {
  readonly terms: CaseTerms;
  readonly status: CaseStatus;
  /** Never empty: a department or a unit. */
  readonly owner: string;
  /** Whom it is about; null: nobody in particular. */
  readonly about: string | null;
  readonly class: string;
  readonly openedOn: string;
  /** Working days that were added to the limit of its class. */
  readonly extendedBy: number;
  /** Working days during which its clock stood, up to `stoodSince`. */
  readonly stood: number;
  /** Day since which its clock stands; null: it runs. */
  readonly stoodSince: string | null;
  /** Last day; while the clock stands, as if it ran on from today. */
  readonly dueOn: string;
  /** Years that the calendar lacks and over which the last day was counted: there it is a guess. */
  readonly yearsNotCovered: ReadonlyArray<number>;
  readonly answer: CaseAnswer | null;
  readonly disputes: number;
  readonly escalation: {
    readonly to: string;
    readonly members: ReadonlyArray<string>;
    readonly meetsOn: string | null;
  } | null;
  readonly closedBy: CaseClosing | null;
}

/** Who did something: `unit` is the department or unit they did it for; null: whom the case is for. */
export interface CaseActor {
  readonly unit: string | null;
}
export type CaseEvent = { readonly on: string } & (
  | { readonly kind: 'OPENED'; readonly owner: string; readonly about: string | null }
  /** So many like it came in so short a time that whoever is above looks at it. */
  | { readonly kind: 'RECURRED'; readonly count: number }
  | { readonly kind: 'CLASSIFIED'; readonly class: string; readonly reason: string; readonly isNotified: boolean }
  | { readonly kind: 'ASSIGNED'; readonly owner: string; readonly reason: string }
  | { readonly kind: 'PAUSED'; readonly reason: string }
  | { readonly kind: 'RESUMED' }
  | {
      readonly kind: 'EXTENDED';
      readonly workingDays: number;
      readonly reason: string;
      /** Whether whoever it is for is told: without that there is no extension. */
      readonly isNotified: boolean;
    }
  | {
      readonly kind: 'ESCALATED';
      readonly to: string;
      readonly members: ReadonlyArray<string>;
      readonly meetsOn: string | null;
      readonly reason: string;
    }
  /** Told by telephone: it is written down, and ends nothing. */
  | { readonly kind: 'TELEPHONED'; readonly text: string }
  /** A document that one of them issued for it, lodged with those who need it. `reason`: what it certifies; `text`: its number. */
  | { readonly kind: 'LODGED'; readonly submission: string; readonly reason: string; readonly text: string }
  | ({ readonly kind: 'ANSWERED' } & Omit<CaseAnswer, 'by' | 'on'>)
  /** The word of whoever it is for. */
  | { readonly kind: 'WORD'; readonly accepted: boolean; readonly grade: number | null; readonly text: string | null }
  /** What it looked like before, or looks like since; `digest` tells files apart. */
  | {
      readonly kind: 'PHOTOGRAPHED';
      readonly stage: 'BEFORE' | 'AFTER';
      readonly photos: ReadonlyArray<{ readonly upload: string; readonly digest: string }>;
    }
  /** Another that says the same is seen to its end with this one. */
  | { readonly kind: 'JOINED'; readonly from: string; readonly reason: string }
  /** It is seen to its end with another. */
  | { readonly kind: 'MERGED'; readonly into: string; readonly reason: string }
  /** Somebody who had no part in it has looked. */
  | { readonly kind: 'CHECKED'; readonly holds: boolean; readonly text: string }
);

export type CaseRefusal =
  | 'CASE_ALREADY_CLOSED'
  | 'CASE_CLASS_UNKNOWN'
  | 'CASE_LIMIT_EXCEEDED'
  | 'CASE_REASON_MISSING'
  | 'CASE_NOTICE_MISSING'
  | 'CASE_OWNER_CONCERNED'
  | 'CASE_NOT_IN_HAND'
  | 'CASE_NOT_PAUSED'
  | 'CASE_ESCALATION_INCOMPLETE'
  | 'CASE_REFUSAL_INCOMPLETE'
  | 'CASE_NOT_ANSWERED'
  | 'CASE_CHECK_NOT_INDEPENDENT';
export type CaseStep = { readonly state: CaseState } | { readonly refusal: CaseRefusal };

const isBlank = (text: string): boolean => text.trim() === '';

/** A case as it begins. Its owner is never whom it is about, where its terms forbid that: then whoever it escalates to has it. */
export function openCase(
  terms: CaseTerms,
  { on, owner, about }: Extract<CaseEvent, { readonly kind: 'OPENED' }>,
): CaseState {
  const isConcerned = !terms.ownerMayBeAbout && owner === about;
  return withDueDay({
    ...{ terms, about, status: 'IN_HAND', openedOn: on, owner: isConcerned ? terms.escalatesTo : owner },
    ...{ class: terms.firstClass, extendedBy: 0, stood: 0, stoodSince: null, dueOn: on, yearsNotCovered: [] },
    ...{ answer: null, disputes: 0, escalation: null, closedBy: null },
  });
}

/** What an event makes of a case, or why it cannot be. */
export function stepCase(state: CaseState, event: CaseEvent, actor: CaseActor): CaseStep {
  if (state.status === 'CLOSED') return { refusal: 'CASE_ALREADY_CLOSED' };
  switch (event.kind) {
    case 'OPENED':
      return { refusal: 'CASE_NOT_IN_HAND' };
    case 'RECURRED':
      return { state: { ...state, owner: state.terms.escalatesTo } };
    case 'CLASSIFIED':
      return classify(state, event);
    case 'ASSIGNED':
      return assign(state, event);
    case 'PAUSED':
      if (state.status !== 'IN_HAND') return { refusal: 'CASE_NOT_IN_HAND' };
      if (isBlank(event.reason)) return { refusal: 'CASE_REASON_MISSING' };
      return { state: { ...state, status: 'PAUSED', stoodSince: event.on } };
    case 'RESUMED':
      return state.status === 'PAUSED' ? { state: running(state, event.on) } : { refusal: 'CASE_NOT_PAUSED' };
    case 'EXTENDED':
      return extend(state, event);
    case 'ESCALATED':
      return escalate(state, event);
    case 'LODGED':
      return isBlank(event.text) || isBlank(event.reason) ? { refusal: 'CASE_REASON_MISSING' } : { state };
    case 'TELEPHONED':
      return isBlank(event.text) ? { refusal: 'CASE_REASON_MISSING' } : { state };
    case 'ANSWERED':
      return answer(state, event, actor);
    case 'WORD':
      return hear(state, event);
    case 'PHOTOGRAPHED':
      return { state };
    case 'JOINED':
      return isBlank(event.reason) ? { refusal: 'CASE_REASON_MISSING' } : { state };
    case 'MERGED':
      return isBlank(event.reason) ? { refusal: 'CASE_REASON_MISSING' } : { state: closed(state, 'MERGE') };
    case 'CHECKED':
      return check(state, event, actor);
  }
}

const limitOf = ({ classes }: CaseTerms, code: string): number | undefined =>
  classes.find((each) => each.code === code)?.workingDays;

function withDueDay(state: CaseState): CaseState {
  const { terms, openedOn, extendedBy, stood } = state;
  const days = (limitOf(terms, state.class) ?? terms.mostWorkingDays) + extendedBy + stood;
  const { date, yearsNotCovered } = workingDayAfter(terms.calendar, openedOn, days);
  return { ...state, dueOn: date, yearsNotCovered };
}

/** Its clock runs on: the working days in which it stood are added. */
function running(state: CaseState, on: string): CaseState {
  const { stoodSince, stood, terms } = state;
  const more = stoodSince === null ? 0 : workingDaysBetween(terms.calendar, stoodSince, on);
  return withDueDay({ ...state, status: 'IN_HAND', stood: stood + more, stoodSince: null });
}

type Of<Kind extends CaseEvent['kind']> = Extract<CaseEvent, { readonly kind: Kind }>;

function classify(state: CaseState, event: Of<'CLASSIFIED'>): CaseStep {
  const { terms, extendedBy } = state;
  const [before, after] = [limitOf(terms, state.class), limitOf(terms, event.class)];
  if (after === undefined) return { refusal: 'CASE_CLASS_UNKNOWN' };
  if (after + extendedBy > terms.mostWorkingDays) return { refusal: 'CASE_LIMIT_EXCEEDED' };
  // A class with a longer limit is an extension by another name.
  const isLonger = before !== undefined && after > before;
  if (isLonger && isBlank(event.reason)) return { refusal: 'CASE_REASON_MISSING' };
  if (isLonger && !event.isNotified) return { refusal: 'CASE_NOTICE_MISSING' };
  return { state: withDueDay({ ...state, class: event.class }) };
}

function assign(state: CaseState, { owner, reason }: Of<'ASSIGNED'>): CaseStep {
  if (isBlank(reason)) return { refusal: 'CASE_REASON_MISSING' };
  if (!state.terms.ownerMayBeAbout && owner === state.about) return { refusal: 'CASE_OWNER_CONCERNED' };
  return { state: { ...state, owner } };
}

function extend(state: CaseState, { workingDays, reason, isNotified }: Of<'EXTENDED'>): CaseStep {
  const extendedBy = state.extendedBy + workingDays;
  if (isBlank(reason)) return { refusal: 'CASE_REASON_MISSING' };
  if (!isNotified) return { refusal: 'CASE_NOTICE_MISSING' };
  if (workingDays < 1 || (limitOf(state.terms, state.class) ?? 0) + extendedBy > state.terms.mostWorkingDays)
    return { refusal: 'CASE_LIMIT_EXCEEDED' };
  return { state: withDueDay({ ...state, extendedBy }) };
}

/** To several at one table, of whom each is named once, on a day of the year to come. */
function escalate(state: CaseState, { to, members, meetsOn, reason, on }: Of<'ESCALATED'>): CaseStep {
  if (isBlank(reason)) return { refusal: 'CASE_REASON_MISSING' };
  if (!state.terms.ownerMayBeAbout && to === state.about) return { refusal: 'CASE_OWNER_CONCERNED' };
  const named = new Set(members.map((member) => member.trim()));
  const isNamed = members.length > 0 && named.size === members.length && !named.has('');
  const isToCome = meetsOn !== null && meetsOn >= on && meetsOn <= addPeriod(on, { years: 1 });
  if (!isNamed || !isToCome) return { refusal: 'CASE_ESCALATION_INCOMPLETE' };
  return { state: { ...state, owner: to, escalation: { to, members, meetsOn } } };
}

function answer(
  state: CaseState,
  { outcome, text, legalBasis, alternatives, on }: Of<'ANSWERED'>,
  { unit }: CaseActor,
): CaseStep {
  if (state.status === 'ANSWERED') return { refusal: 'CASE_NOT_IN_HAND' };
  if (isBlank(text)) return { refusal: 'CASE_REASON_MISSING' };
  // Nobody is sent away without the law that says so and what they can do instead.
  const isWhole = legalBasis !== null && !isBlank(legalBasis) && alternatives.some((each) => !isBlank(each));
  if (outcome === 'REFUSED' && !isWhole) return { refusal: 'CASE_REFUSAL_INCOMPLETE' };
  const stood = state.status === 'PAUSED' ? running(state, on) : state;
  const given = { outcome, text, legalBasis, alternatives, by: unit ?? state.owner, on };
  return { state: { ...stood, status: 'ANSWERED', stoodSince: on, answer: given } };
}

/** Who is not content has it looked at by somebody else, above whoever answered. */
function hear(state: CaseState, { accepted, on }: Of<'WORD'>): CaseStep {
  if (state.status !== 'ANSWERED') return { refusal: 'CASE_NOT_ANSWERED' };
  return { state: accepted ? closed(state, 'WORD') : disputed(state, on) };
}

function check(state: CaseState, { holds, on, text }: Of<'CHECKED'>, { unit }: CaseActor): CaseStep {
  if (state.status !== 'ANSWERED') return { refusal: 'CASE_NOT_ANSWERED' };
  if (isBlank(text)) return { refusal: 'CASE_REASON_MISSING' };
  const concerned = [state.owner, state.about, state.answer?.by];
  if (unit === null || concerned.includes(unit)) return { refusal: 'CASE_CHECK_NOT_INDEPENDENT' };
  return { state: holds ? closed(state, 'CHECK') : disputed(state, on) };
}

function closed(state: CaseState, closedBy: CaseClosing): CaseState {
  return { ...state, status: 'CLOSED', stoodSince: null, closedBy };
}

function disputed(state: CaseState, on: string): CaseState {
  return { ...running(state, on), owner: state.terms.escalatesTo, disputes: state.disputes + 1 };
}

/** Whether its last day is over: while its clock stands it is not. */
export function isOverdue({ status, dueOn }: CaseState, today: string): boolean {
  return status === 'IN_HAND' && dueOn < today;
}
