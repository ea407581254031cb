import type { Condition } from './conditions.ts';
import type { Localized } from './text.ts';

/** In which field something stands for something else (等效范围). */
export type EquivalenceScope = 'DRUG' | 'DOCUMENT_TYPE';

/** A law, regulation or document, as catalogue data name it. */
export interface Basis {
  readonly title: string;
  readonly article: string | null;
  readonly documentNumber: string | null;
}

/** Something that only equivalences speak of; document types are declared elsewhere. */
export interface EquivalenceTerm {
  readonly code: string;
  readonly name: Localized;
  /** Of what it is one: a class of drugs. */
  readonly group: string;
}

/** That one thing may be taken in place of another (等效、替代). Never the other way round, nor on to a third, unless another row says so. */
export interface Equivalence {
  readonly code: string;
  readonly scope: EquivalenceScope;
  readonly from: string;
  readonly to: string;
  /** Over answers about whoever asks; null: always. */
  readonly condition: Condition | null;
  readonly legalBasis: Basis;
  /** Who answers for it; null: nobody yet. */
  readonly approvedBy: Localized | null;
  /** ISO date; null: nobody has yet. */
  readonly approvedOn: string | null;
  /** First day and the day after the last on which it holds, ISO; null: open. */
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** Whether it may be used on a day (ISO): it is in force, and somebody had approved it by then. What it depends on is judged elsewhere. */
export function isInForce(
  { approvedBy, approvedOn, validFrom, validTo }: Omit<Equivalence, 'condition'>,
  day: string,
): boolean {
  const isApproved = approvedBy !== null && approvedOn !== null && approvedOn <= day;
  return isApproved && validFrom <= day && (validTo === null || day < validTo);
}
