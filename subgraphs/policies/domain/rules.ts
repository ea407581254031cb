import type { Question } from '../../language/conditions.ts';
import type { Equivalence, EquivalenceTerm } from '../../language/equivalence.ts';
import type { Policy } from '../../language/policy.ts';

/** A policy with every region in which it is offered. */
export type OfferedPolicy = Policy & { readonly regions: ReadonlyArray<string> };
export type PublishedRow = Equivalence & { readonly provenance: 'SOURCED' | 'RECONSTRUCTED' | 'BACKGROUND' };

/** What the catalogue says of policies and equivalences (`data/policies`, `data/equivalences`), in one revision. */
export interface PolicyRules {
  readonly policies: ReadonlyArray<OfferedPolicy>;
  readonly terms: ReadonlyArray<EquivalenceTerm>;
  readonly equivalences: ReadonlyArray<PublishedRow>;
  /** Those that policies and equivalences compare. */
  readonly questions: ReadonlyArray<Question>;
}
