import type { Localized } from '../../language/text.ts';
import type { BusinessItem } from './availability.ts';
import type { Delegation } from './delegations.ts';

/** What one revision of the catalogue says that supervision rests on. */
export interface SupervisionCatalogue {
  readonly businessItems: ReadonlyArray<BusinessItem>;
  readonly delegations: ReadonlyArray<Delegation>;
  readonly availabilityReasons: ReadonlyArray<{ readonly code: string; readonly name: Localized }>;
}
