import type { Calendar } from '../../language/calendar.ts';
import type { Localized } from '../../language/text.ts';
import type { BusinessItem } from './availability.ts';
import type { Delegation } from './delegations.ts';
import type { KnownType, SupervisionRules } from './issues.ts';

/** What one revision of the catalogue says that supervision rests on. */
export interface SupervisionCatalogue {
  readonly businessItems: ReadonlyArray<BusinessItem>;
  readonly delegations: ReadonlyArray<Delegation>;
  /** Null: nobody says how supervision is done. */
  readonly rules: SupervisionRules | null;
  readonly calendar: Calendar;
  readonly documentTypes: ReadonlyArray<KnownType>;
  readonly availabilityReasons: ReadonlyArray<{ readonly code: string; readonly name: Localized }>;
}
