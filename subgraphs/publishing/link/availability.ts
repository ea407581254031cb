import type { Catalogue } from '../catalogue.ts';
import type { CataloguePublication } from '../published.ts';
import { legalBasis } from './matters.ts';

/** What authorities have online and what not. */
export function linkAvailability({
  availability,
}: Pick<Catalogue, 'availability'>): Pick<CataloguePublication, 'businessItems' | 'availabilityReasons'> {
  return {
    availabilityReasons: availability.flatMap(({ value }) => value.reasons ?? []),
    businessItems: availability.flatMap(({ value: { authority, items } }) =>
      items.map(({ code, name, matter, onlineSince, exempt, offline }) => ({
        ...{ authority, code, name, matter: matter ?? null, onlineSince: onlineSince ?? null },
        exempt: exempt
          ? { reason: exempt.reason, legalBasis: exempt.legalBasis ? legalBasis(exempt.legalBasis) : null }
          : null,
        offline: offline ? { ...offline, promised: offline.promised ?? null } : null,
      })),
    ),
  };
}
