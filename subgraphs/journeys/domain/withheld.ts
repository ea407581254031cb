import type { ToldPerson } from './people.ts';
import { isOfCaller } from './preview.ts';
import type { Provision, SharedDocument } from './provision.ts';
import type { evidenceFor } from './travel.ts';

type Evidence = ReturnType<typeof evidenceFor>;
type OfParties = Pick<SharedDocument, 'parties'>;
/** Whether what a document says is told to who asks. */
export type IsShown = (document: OfParties) => boolean;

/**
 * What an applicant sees of documents that sources provided. One of somebody with a number of their own, who did not sign in, went to its department;
 * that it did is told, and not what it says: a form with a stranger's name and number would be answered with the stranger's papers.
 */
export function shownTo(people: ReadonlyArray<ToldPerson>, identityNumber: string | null): IsShown {
  // A child without a number is found by who applies: of somebody whom nobody vouches for, it might be a stranger's.
  return (document) => identityNumber !== null && isOfCaller(document, people, identityNumber);
}

export function withoutOthers(evidence: Evidence, isShown: IsShown): Evidence {
  return evidence.map(({ documents, ...row }) => ({
    ...row,
    ...(documents === undefined
      ? {}
      : { documents: documents.map((document) => (isShown(document) ? document : unsaid(document))) }),
  }));
}

/** The same of what lies with a filing. A document of which the filing's rows do not tell whose it is is told of nobody. */
export function provisionsWithoutOthers(
  provisions: ReadonlyArray<Provision>,
  needed: ReadonlyArray<Pick<SharedDocument, 'material' | 'parties'>>,
  isShown: IsShown,
): ReadonlyArray<Provision> {
  const shown = new Set(needed.filter(isShown).map(({ material }) => material));
  return provisions.map((each) =>
    each.document === null || shown.has(each.material) ? each : { ...each, document: unsaid(each.document) },
  );
}

/** That there is such a document, and not what it says. */
export function unsaid<Document extends object>(document: Document): Document & { number: null; data: null } {
  return { ...document, number: null, data: null };
}
