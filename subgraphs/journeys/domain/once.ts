import { own } from '../../language/own.ts';
import type { FormValue } from './acceptance.ts';
import type { UnverifiedFact, UnverifiedKind } from './binding.ts';

/** Who an event happens to once in a life, and by which fields two of them are one; of the person where no `subject` is named. */
export interface OnceFor {
  readonly role: string;
  readonly sameBy: ReadonlyArray<ReadonlyArray<{ readonly element: string; readonly subject?: string }>>;
}
/** One way in which a party of a submission may be found to be the same as one of another. */
export interface OnceKey {
  readonly party: string;
  /** Equal for equal people of equal events; it tells who they are. */
  readonly key: string;
}

/**
 * What tells who those are to whom the event happens once: a key for each list of fields that the form fills whole. `bound`: role → parties. Names are
 * compared as people write them, without spaces and the dots between them.
 */
export function onceKeys(
  event: string,
  onceFor: ReadonlyArray<OnceFor>,
  bound: Readonly<Record<string, ReadonlyArray<string>>>,
  form: FormValue,
): ReadonlyArray<OnceKey> {
  return onceFor.flatMap(({ role, sameBy }) =>
    (own(bound, role) ?? []).flatMap((party) =>
      sameBy.flatMap((fields) => {
        const told = fields.map(({ element, subject }) => {
          const [whose] = subject === undefined ? [party] : (own(bound, subject) ?? []);
          const value = whose === undefined ? undefined : own(own(form, whose), element);
          return typeof value === 'string' ? value.replace(/[\s·•.]/g, '') : '';
        });
        if (told.includes('')) return [];
        const names = fields.map(({ element, subject }) => `${subject ?? role}.${element}`);
        return [{ party, key: JSON.stringify([event, names, told]) }];
      }),
    ),
  );
}

/** What makes a stranger of whoever applies, while nobody has verified it. */
const ofApplicant: ReadonlySet<UnverifiedKind> = new Set<UnverifiedKind>(['APPLICANT', 'MANDATE', 'RELATION']);

/** The fact by which whoever applies may be a stranger to those concerned; undefined: they are none. */
export function strangeness(unverified: ReadonlyArray<UnverifiedFact>): UnverifiedKind | undefined {
  return unverified.find(({ fact }) => ofApplicant.has(fact))?.fact;
}

/** As whoever applies is told: a stranger not whom other submissions concern, for they could ask so who has a child. */
export function toldToApplicant<Fact extends Pick<UnverifiedFact, 'fact'>>(
  facts: ReadonlyArray<Fact>,
  unverified: ReadonlyArray<UnverifiedFact>,
): ReadonlyArray<Fact> {
  return strangeness(unverified) === undefined ? facts : facts.filter(({ fact }) => fact !== 'SECOND');
}
