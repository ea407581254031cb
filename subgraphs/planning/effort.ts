import type { PlanInput } from './types.ts';

/** Of a number or a date no options are known without looking through conditions. */
const fewThresholds = 3;

/**
 * How much work a plan may be, before it is made: its rows, as often as they are repeated, by the answers that would be tried and the documents
 * held. Linear in what is given. One core of our day does some 150 a millisecond.
 */
export function effortOf({ basis, matters, situation }: PlanInput): number {
  const rowsOf = new Map((matters ?? []).map((matter) => [matter?.code, matter?.requirements?.length ?? 0]));
  const partiesOf = new Map<string, number>();
  for (const { roles } of situation.parties)
    for (const role of roles) partiesOf.set(role, (partiesOf.get(role) ?? 0) + 1);
  const rows = basis.members.reduce((sum, { matter, repeatedFor }) => {
    const times = repeatedFor === null ? 1 : Math.max(1, partiesOf.get(repeatedFor) ?? 1);
    return sum + (rowsOf.get(matter) ?? 0) * times;
  }, 0);
  const answered = new Set(situation.answers.map(({ question }) => question));
  const tries = basis.questions
    .filter(({ code }) => !answered.has(code))
    .reduce((sum, { options }) => sum + Math.max(options.length, fewThresholds), 1);
  return rows * (tries + situation.held.length) + situation.answers.length + situation.parties.length;
}
