import type { Catalogue } from '../catalogue.ts';
import type { PublishedDelegation } from '../published-desk.ts';
import { legalBasis } from './matters.ts';

/** Powers that are handed down. */
export function linkDelegations({ delegations }: Pick<Catalogue, 'delegations'>): ReadonlyArray<PublishedDelegation> {
  return delegations.flatMap(({ value }) =>
    value.delegations.map((each) => ({ ...each, legalBasis: legalBasis(each.legalBasis) })),
  );
}

/** Of some matters, what journeys has to know to find out whose they are on a day. */
export function delegationsOf(
  catalogue: Pick<Catalogue, 'delegations'>,
  matters: ReadonlyArray<string>,
): ReadonlyArray<Pick<PublishedDelegation, 'matter' | 'to' | 'effectiveOn'>> {
  return linkDelegations(catalogue)
    .filter(({ matter }) => matters.includes(matter))
    .map(({ matter, to, effectiveOn }) => ({ matter, to, effectiveOn }));
}
