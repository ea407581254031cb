import type { EquivalenceScope } from '../language/equivalence.ts';
import type { PolicyFact as Fact, FactTeller as Teller } from '../language/policy.ts';
import type { Localized } from '../language/text.ts';
import type { Identity } from '../runtime/identity.ts';
import type { Usable } from './domain/equivalents.ts';
import type { StandingConsent } from './domain/events.ts';
import type { Offer as Made } from './domain/offers.ts';
import type { OfferedPolicy, PolicyRules } from './domain/rules.ts';
import type { ToldFact } from './domain/tellers.ts';
import type { Found, LookingParts } from './looking.ts';
import type { RegisterStore } from './store/registers.ts';
import type { WordParts } from './words.ts';

/** What the resolvers are given: each type here stands for the one of the schema with the same name. */
export interface Context {
  readonly identity: Identity | null;
  /** Of the revision that the request is pinned to; read once. */
  readonly rules: () => Promise<PolicyRules>;
  /** The day of the catalogue that is asked for, ISO: a client may name another than today. */
  readonly catalogueDay: string;
  /** By the clock of this server, ISO: what people may have is judged by no other. */
  readonly today: string;
  readonly looking: LookingParts;
  readonly registers: RegisterStore;
  readonly words: WordParts;
}
/** With who asks, and the region that was asked for. */
export interface Offer extends Made {
  readonly caller: Found['caller'];
  readonly region: string;
}
export type OfferReason = ToldFact;
export interface OfferConsent {
  readonly place: string;
  /** Null: it is not agreed to. */
  readonly standing: StandingConsent | null;
}
export interface Problem {
  readonly code: string;
  readonly message: Localized;
  readonly path: ReadonlyArray<string>;
  readonly material: string | null;
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
