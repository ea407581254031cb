import type { NameSource } from './acceptance.ts';
import type { GivenConsent } from './consent.ts';
import type { ToldPerson } from './people.ts';
import { type PreviewItem, samePerson } from './preview.ts';
import { documentsNeeded, isFit, type Provision, type SharedDocument } from './provision.ts';
import { type Refusal, refuse } from './refusals.ts';

/** What was shown to a citizen, for whom, and what they said to it. */
export interface ShownEvidence {
  readonly lifeEvent: string;
  readonly region: string;
  /** As the sources were asked. */
  readonly people: ReadonlyArray<ToldPerson>;
  readonly applicant: string | null;
  readonly items: ReadonlyArray<PreviewItem>;
}
/** The submission that is to take it. */
export interface Taking {
  readonly lifeEvent: string;
  readonly region: string;
  readonly people: ReadonlyArray<ToldPerson>;
  readonly applicant: string | null;
  readonly filings: ReadonlyArray<{ readonly rows: ReadonlyArray<{ readonly shared: ReadonlyArray<SharedDocument> }> }>;
  readonly nameSource: NameSource;
  /** Civil date. */
  readonly today: string;
}
export interface TakenEvidence {
  readonly refusals: ReadonlyArray<Refusal>;
  /** By position of the filing. */
  readonly provisions: ReadonlyArray<ReadonlyArray<Provision>>;
}
const at = { path: ['evidenceRequest'] };

/**
 * What a submission takes of what was shown and accepted: each filing what its own rows need and nothing else. What was not shown, was not decided on, or
 * does not serve on the day is left to be fetched; what was shown for somebody else, or disputed and is still to be fetched, is refused.
 */
export function takeEvidence(shown: ShownEvidence, taking: Taking): TakenEvidence {
  if (shown.lifeEvent !== taking.lifeEvent || shown.region !== taking.region)
    return { refusals: [refuse('EVIDENCE_FOR_OTHER_EVENT', at)], provisions: [] };
  const refusals = new Map<string, Refusal>();
  const applicantIs = samePerson(find(shown.people, shown.applicant), find(taking.people, taking.applicant));
  const take = (document: SharedDocument): ReadonlyArray<Provision> => {
    const item = shown.items.find((each) => isFor(each.document, document));
    if (!item || item.found === null || item.decision === null) return [];
    const { material, source, title } = document;
    const place = { ...at, material };
    if (!item.decision.accepted) {
      refusals.set(item.id, refuse('EVIDENCE_DISPUTED', place, { material: title, source: taking.nameSource(source) }));
      return [];
    }
    const compared = [
      applicantIs,
      ...document.parties.map((party) => samePerson(find(shown.people, party), find(taking.people, party))),
    ];
    if (compared.includes('OTHER')) refusals.set(item.id, refuse('EVIDENCE_OF_ANOTHER', place, { material: title }));
    const serves = compared.every((each) => each === 'SAME') && isFit(document, item.found, taking.today);
    return serves ? [{ material, source, outcome: 'FOUND', document: item.found, at: item.at }] : [];
  };
  const provisions = taking.filings.map(({ rows }) => documentsNeeded(rows).flatMap(take));
  return { refusals: [...refusals.values()], provisions };
}

function find(people: ReadonlyArray<ToldPerson>, party: string | null): ToldPerson | undefined {
  return people.find((each) => each.party === party);
}

function isFor(shown: SharedDocument, needed: SharedDocument): boolean {
  return (
    shown.source === needed.source &&
    shown.material === needed.material &&
    shown.documentType === needed.documentType &&
    shown.spec === needed.spec &&
    shown.parties.join() === needed.parties.join()
  );
}

/** What was said to each document, as consents are written down. */
export function handedOver(items: ReadonlyArray<PreviewItem>) {
  return items.flatMap(({ document, requirements, decision }) => {
    if (!decision) return [];
    const given: GivenConsent = {
      ...{ source: document.source, granted: decision.accepted, purpose: 'HAND_OVER', requirements },
      textVersion: decision.textVersion,
    };
    return [{ ...given, at: decision.at }];
  });
}
