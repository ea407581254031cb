import { addDays, daysBetween, isCivilDate } from '../language/civil-date.ts';
import { refusal } from '../runtime/errors.ts';
import type { Access } from './store/accesses.ts';
import type { KeptAppeal, KeptEvent, KeptSource } from './store/index.ts';

const mostDays = 366;

/** Whether it is the source by which an appeal came in first. */
export const isOpener = ({ id }: Pick<KeptAppeal, 'id'>, source: Pick<KeptSource, 'appeal' | 'number'>): boolean =>
  source.appeal === id && source.number === 1;

/** Whether there is an answer that stands. */
export const isAnswered = ({ status, answer }: KeptAppeal['state']): boolean =>
  answer !== null && (status === 'ANSWERED' || status === 'CLOSED');

/** The words of an event; null where none were said, or they were erased. */
export function wordsOf({ event, isErased }: KeptEvent): string | null {
  if (isErased) return null;
  if ('reason' in event) return event.reason === '' ? null : event.reason;
  return 'text' in event ? event.text : null;
}

/** The tracking code of a source; of one that a release before this one opened it stands with the appeal. */
export function trackingCodeOf(appeal: KeptAppeal, source: KeptSource | undefined): string | null {
  if (!source) return null;
  return source.trackingCode ?? (isOpener(appeal, source) ? appeal.record.trackingCode : null);
}

/** Days of figures as instants. Throws INVALID_DATE and APPEAL_FIGURES_TOO_LONG. */
export function daysAsked(from: string, to: string): { readonly from: string; readonly until: string } {
  for (const date of [from, to]) if (!isCivilDate(date)) throw refusal('INVALID_DATE', { date });
  const days = daysBetween(from, to);
  if (days < 0 || days > mostDays) throw refusal('APPEAL_FIGURES_TOO_LONG', { most: mostDays });
  const instantOf = (date: string): string => new Date(`${date}T00:00:00+08:00`).toISOString();
  return { from: instantOf(from), until: instantOf(addDays(to, 1)) };
}

/** Everything that is held of an appeal, for one of those who said it. Who of the staff did something is theirs, and what others wrote is theirs. */
export function heldOf(
  { events, state, record, terms: _settled, ...appeal }: KeptAppeal,
  own: ReadonlyArray<KeptSource>,
  accesses: ReadonlyArray<Pick<Access, 'at' | 'kind' | 'unit'>>,
) {
  const { terms: _terms, ...standing } = state;
  const whole = { ...appeal, events, state, record, terms: state.terms as KeptAppeal['terms'] };
  const history = events.map(({ event, by: _by, ...each }) => ({ ...each, ...event }));
  const isFirst = own.some((each) => isOpener(appeal, each));
  return {
    ...{ ...appeal, ...standing, text: record.text, location: isFirst ? record.location : null, history },
    reasons: whole.terms.reasons ?? [],
    accesses: accesses.map(({ at, kind, unit }) => ({ at: new Date(at).toISOString(), kind, unit })),
    trackingCode: trackingCodeOf(whole, own[0]),
    sources: own.map(({ kind, at, point }) => ({ kind, at, point })),
  };
}
