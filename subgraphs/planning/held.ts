import { daysBetween } from '../language/civil-date.ts';
import type { MatterInstance } from './expansion.ts';
import type { Identity } from './identity.ts';
import type { Binder } from './roles.ts';
import type { EvidenceUse, HeldDocument } from './types.ts';

const TRUST = { A: 3, B: 2, C: 1, D: 0 } as const;

/** The documents held that meet a use of a matter; none where it is not held. */
export type HeldFor = (need: Identity, use: EvidenceUse, instance: MatterInstance) => ReadonlyArray<HeldDocument>;

/** Young and trusted enough on the day that the matter begins (PLANNING, rule 10). */
export function createHeldFor(
  held: ReadonlyArray<HeldDocument>,
  binder: Binder,
  startsOn: (instance: number) => string,
): HeldFor {
  return heldFor;

  /** The one document that meets it, or of a type that each of a group has, one of each; a licence before what is only said to be held. */
  function heldFor(need: Identity, use: EvidenceUse, instance: MatterInstance): ReadonlyArray<HeldDocument> {
    const find = (documents: ReadonlyArray<HeldDocument>, identity: Identity): HeldDocument | undefined => {
      const good = documents.filter((document) => isGoodFor(document, identity, use, instance));
      return good.find(({ licence }) => licence != null) ?? good[0];
    };
    const whole = find(held, need);
    if (whole) return [whole];
    if (need.parties.length === 1 || need.documentType.holding !== 'EACH') return [];
    // One of nobody in particular is no more than one of them has.
    const named = held.filter(({ party, subject }) => party != null || subject != null);
    const each = need.parties.map((party) => find(named, { ...need, parties: [party] }));
    return each.every((document) => document !== undefined) ? each : [];
  }

  function isGoodFor(document: HeldDocument, need: Identity, use: EvidenceUse, { index }: MatterInstance): boolean {
    if (document.documentType !== need.documentType.code || (document.spec ?? null) !== need.spec) return false;
    const of =
      document.party != null ? [document.party] : document.subject != null ? binder.partiesOf(document.subject) : [];
    if (of.length > 0 && !need.parties.every((party) => of.includes(party))) return false;
    if (of.length === 0 && need.parties.length > 1 && need.documentType.holding === 'EACH') return false;
    if (TRUST[document.trust] < TRUST[use.minimumTrust]) return false;
    if (document.expiresOn != null && document.expiresOn < startsOn(index)) return false;
    if (use.maximumAgeDays === null) return true;
    return document.issuedOn != null && daysBetween(document.issuedOn, startsOn(index)) <= use.maximumAgeDays;
  }
}
