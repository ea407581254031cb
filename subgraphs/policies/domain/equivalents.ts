import { type Answers, evaluate, openIn, type Question } from '../../language/conditions.ts';
import { type EquivalenceScope, isInForce } from '../../language/equivalence.ts';
import type { PublishedRow } from './rules.ts';

/** A row that may be used, with the questions that keep it from being certain. */
export interface Usable {
  readonly row: PublishedRow;
  readonly dependsOn: ReadonlyArray<string>;
}

/**
 * What may be taken in place of something on a day (ISO), in the order of the rows: one that is not in force, or that nobody has approved, is not among them, nor
 * one whose condition the answers make false. What they leave open stays, with what it depends on.
 */
export function equivalents(
  rows: ReadonlyArray<PublishedRow>,
  { scope, of }: { readonly scope: EquivalenceScope; readonly of: string },
  day: string,
  answers: Answers,
  questions: ReadonlyMap<string, Question>,
): ReadonlyArray<Usable> {
  const facts = { answers, questions, today: day };
  return rows
    .filter((row) => row.scope === scope && row.from === of && isInForce(row, day))
    .filter(({ condition }) => evaluate(condition, facts) !== 'FALSE')
    .map((row) => ({ row, dependsOn: [...new Set(openIn(row.condition, facts))] }));
}
