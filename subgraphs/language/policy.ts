import type { AnswerValue, Condition, PartyRole } from './conditions.ts';
import type { Basis } from './equivalence.ts';
import type { NumberPart } from './identity-number.ts';
import type { Localized } from './text.ts';

/** What a licence in a vault tells: that it is there, one of its days, the day of birth of whom it is about, or an entry of it. */
export type LicenceTelling = 'HELD' | 'ISSUED_ON' | 'EXPIRES_ON' | 'BORN_ON' | 'FIELD';

/** Who can tell a fact, and which answers its values are; without `answers` the value is the answer. */
export type FactTeller = { readonly answers: Readonly<Record<string, AnswerValue>> | null } & (
  | { readonly place: 'IDENTITY'; readonly part: NumberPart }
  | {
      readonly place: 'VAULT';
      readonly documentType: string;
      readonly tells: LicenceTelling;
      /** Entry of the licence, where it tells a FIELD. */
      readonly field: string | null;
    }
  | { readonly place: 'SOURCE'; readonly source: string; readonly documentType: string; readonly field: string }
);

/** A question of the catalogue, and who can answer it in place of the citizen, the first who can. */
export interface PolicyFact {
  readonly question: string;
  readonly tellers: ReadonlyArray<FactTeller>;
}

/** Something that may be offered to people who did not ask for it (免申即享、政策找人). */
export interface Policy {
  readonly code: string;
  readonly name: Localized;
  readonly region: string;
  readonly legalBasis: Basis;
  /** First day and the day after the last on which it may be offered, ISO; null: open. */
  readonly validFrom: string;
  readonly validTo: string | null;
  /** Whoever such licences of the vault are about, one offer each; null: the holder of the account. */
  readonly about: { readonly documentType: string; readonly role: PartyRole } | null;
  /** Role of the holder of the account in what it leads to. */
  readonly applicant: PartyRole;
  readonly facts: ReadonlyArray<PolicyFact>;
  readonly condition: Condition;
  /** Told to whom it is offered. */
  readonly why: Localized;
  readonly benefit: {
    readonly text: Localized;
    /** Fen; null: it pays nothing, or no fixed amount. */
    readonly amountFen: number | null;
  };
  readonly leadsTo: { readonly event: string } | { readonly matter: string };
  /** Licences of whom it is about that show that they have it already; of a matter's alone where one is named. */
  readonly had: ReadonlyArray<{ readonly documentType: string; readonly matter: string | null }>;
}

/** What of the facts an event asks, so that a plan of it is filled with them. */
export interface Carried {
  readonly questions: ReadonlyArray<string>;
  /** Fields of the form that tell who somebody in a role is. */
  readonly fields: ReadonlyArray<{ readonly element: 'name' | 'birth-date'; readonly subject: PartyRole }>;
}

/** Whether it may be offered on a day (ISO). */
export function mayBeOffered({ validFrom, validTo }: Pick<Policy, 'validFrom' | 'validTo'>, day: string): boolean {
  return validFrom <= day && (validTo === null || day < validTo);
}
