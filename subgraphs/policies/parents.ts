import type { EquivalenceScope } from '../language/equivalence.ts';
import type { PolicyFact as Fact, FactTeller as Teller } from '../language/policy.ts';
import type { Identity } from '../runtime/identity.ts';
import type { Usable } from './domain/equivalents.ts';
import type { OfferedPolicy, PolicyRules } from './domain/rules.ts';

/** What the resolvers are given: each type here stands for the one of the schema with the same name. */
export interface Context {
  readonly identity: Identity | null;
  /** Of the revision that the request is pinned to; read once. */
  readonly rules: () => Promise<PolicyRules>;
  /** The day of the request, ISO. */
  readonly today: string;
}
export type Policy = OfferedPolicy;
export type PolicyFact = Fact;
export type FactTeller = Teller;
export type Equivalence = Usable;
export interface EquivalenceTerm {
  readonly scope: EquivalenceScope;
  readonly code: string;
}
export interface LifeEvent {
  readonly code: string;
  readonly region: string;
}
export interface DocumentType {
  readonly code: string;
}
