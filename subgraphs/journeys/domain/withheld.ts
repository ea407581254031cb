import type { ToldPerson } from './people.ts';
import { isOfCaller } from './preview.ts';
import type { evidenceFor } from './travel.ts';

type Evidence<Supplied extends { readonly material: string }> = ReturnType<typeof evidenceFor<Supplied>>;

/**
 * What an applicant sees of documents that sources provided. One of somebody with a number of their own, who did not sign in, went to its department;
 * that it did is told, and not what it says: a form with a stranger's name and number would be answered with the stranger's papers.
 */
export function withoutOthers<Supplied extends { readonly material: string }>(
  evidence: Evidence<Supplied>,
  people: ReadonlyArray<ToldPerson>,
  identityNumber: string | null,
): Evidence<Supplied> {
  // A child without a number is found by who applies: of somebody whom nobody vouches for, it might be a stranger's.
  const isShown = (document: { readonly parties: ReadonlyArray<string> }): boolean =>
    identityNumber !== null && isOfCaller(document, people, identityNumber);
  return evidence.map(({ documents, ...row }) => ({
    ...row,
    ...(documents === undefined
      ? {}
      : {
          documents: documents.map((document) =>
            isShown(document) ? document : { ...document, number: null, data: null },
          ),
        }),
  }));
}
