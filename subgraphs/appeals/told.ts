import { addDays, daysBetween, isCivilDate } from '../language/civil-date.ts';
import { refusal } from '../runtime/errors.ts';
import { divided, joined } from './domain/events.ts';
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

function hidden(each: KeptEvent): KeptEvent {
  const { event } = each;
  if (event.kind === 'PHOTOGRAPHED') return { ...each, event: { ...event, photos: [] } };
  return { ...each, isErased: true, event: joined(divided(event).body, null) };
}

/** Of several who said the same, what was written to or by one is not for the others. */
const isOfOne = ({ kind, event }: KeptEvent): boolean =>
  kind === 'WORD' || kind === 'TELEPHONED' || (event.kind === 'PHOTOGRAPHED' && event.stage === 'BEFORE');

/** An appeal as one of those who said it is told: their own words, and of what others wrote nothing. */
export function toldTo(
  appeal: KeptAppeal,
  own: ReadonlyArray<KeptSource>,
  sources: number,
  account: string,
): KeptAppeal {
  const isOwn = own.some((each) => each.appeal === appeal.id);
  const isFirst = own.some((each) => isOpener(appeal, each));
  const { record, submission, events } = appeal;
  return {
    ...appeal,
    submission: isFirst ? submission : null,
    record: {
      text: isOwn ? record.text : null,
      location: isFirst ? record.location : null,
      trackingCode: trackingCodeOf(appeal, own[0]),
    },
    events: sources < 2 ? events : events.map((each) => (each.by !== account && isOfOne(each) ? hidden(each) : each)),
  };
}

/** Days of figures as instants. Throws INVALID_DATE and APPEAL_FIGURES_TOO_LONG. */
export function daysAsked(from: string, to: string): { readonly from: string; readonly until: string } {
  for (const date of [from, to]) if (!isCivilDate(date)) throw refusal('INVALID_DATE.DAY', { date });
  const days = daysBetween(from, to);
  if (days < 0 || days > mostDays) throw refusal('APPEAL_FIGURES_TOO_LONG', { most: mostDays });
  const instantOf = (date: string): string => new Date(`${date}T00:00:00+08:00`).toISOString();
  return { from: instantOf(from), until: instantOf(addDays(to, 1)) };
}

/** Everything that is held of an appeal, as `toldTo` tells it. Who of the staff did something is theirs. */
export function heldOf(
  { events, state, record, terms, ...appeal }: KeptAppeal,
  own: ReadonlyArray<KeptSource>,
  accesses: ReadonlyArray<Pick<Access, 'at' | 'kind' | 'unit'>>,
) {
  const { terms: _terms, ...standing } = state;
  const history = events.map(({ event, by: _by, ...each }) => ({ ...each, ...event }));
  return {
    ...{ ...appeal, ...standing, ...record, history, reasons: terms.reasons ?? [] },
    accesses: accesses.map(({ at, kind, unit }) => ({ at: new Date(at).toISOString(), kind, unit })),
    sources: own.map(({ kind, at, point }) => ({ kind, at, point })),
  };
}
