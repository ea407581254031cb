import type { CaseEvent, CaseState, CaseTerms } from '../../language/case-clock.ts';
import { caseOf } from '../../language/case-events.ts';

export { caseOf, divided, joined, type Words } from '../../language/case-events.ts';

/** How a case stood when the event of that number had happened. */
export function caseUntil<
  Event extends { readonly number: number; readonly event: CaseEvent; readonly unit: string | null },
>(
  terms: CaseTerms,
  events: ReadonlyArray<Event>,
  number: number,
): { readonly events: ReadonlyArray<Event>; readonly state: CaseState; readonly grade: number | null } {
  const until = events.filter((each) => each.number <= number);
  const word = until.findLast(({ event }) => event.kind === 'WORD')?.event;
  const grade = word?.kind === 'WORD' ? word.grade : null;
  return { events: until, state: caseOf(terms, until), grade };
}
