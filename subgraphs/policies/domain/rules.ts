import type { Question } from '../../language/conditions.ts';
import type { Equivalence, EquivalenceTerm } from '../../language/equivalence.ts';
import type { Carried, Policy } from '../../language/policy.ts';

/** A policy with every region in which it is offered, and what it leads to is filled with. */
export type OfferedPolicy = Policy & { readonly regions: ReadonlyArray<string>; readonly carries: Carried };
export type PublishedRow = Equivalence & { readonly provenance: 'SOURCED' | 'RECONSTRUCTED' | 'BACKGROUND' };

/** What the catalogue says of policies and equivalences (`data/policies`, `data/equivalences`), in one revision. */
export interface PolicyRules {
  readonly policies: ReadonlyArray<OfferedPolicy>;
  readonly terms: ReadonlyArray<EquivalenceTerm>;
  readonly equivalences: ReadonlyArray<PublishedRow>;
  /** Those that policies and equivalences compare. */
  readonly questions: ReadonlyArray<Question>;
  /** Those that facts are asked of, with the department whose system is asked; null: nobody's. */
  readonly sources: ReadonlyArray<{ readonly code: string; readonly provider: string | null }>;
}
