import type { Calendar } from '../../language/calendar.ts';
import type { CaseTerms } from '../../language/case-clock.ts';
import { readSpokenCode, spokenCode } from '../../language/spoken-code.ts';
import { namedBy } from '../../language/staff-scopes.ts';
import type { Localized } from '../../language/text.ts';

/** What the catalogue says of appeals (`data/case-rules`), in one revision. */
export interface AppealRules {
  readonly calendar: Calendar;
  readonly units: ReadonlyArray<{ readonly code: string; readonly name: Localized }>;
  /** By which appeals are delivered. */
  readonly platforms: ReadonlyArray<{ readonly code: string; readonly name: Localized }>;
  readonly kinds: ReadonlyArray<AppealKind>;
}
export interface AppealKind extends Omit<CaseTerms, 'calendar'> {
  readonly code: string;
  readonly name: Localized;
  readonly owner: string;
  /** Whether it is opened with a photograph, and done by showing another. */
  readonly photos?: boolean;
  readonly recurrence: { readonly count: number; readonly withinDays: number } | null;
  /** Opened by itself where refusals of two departments exclude each other; absent: not. */
  readonly forExcludingRefusals?: boolean;
}

/** A department, or a unit beside the departments, as cases name who has them: `department:tax`, `unit:service-station`. */
export const departmentHandler = (code: string): string => `department:${code}`;
export const unitHandler = (code: string): string => `unit:${code}`;

export interface Handler {
  readonly kind: 'department' | 'unit';
  readonly code: string;
}
export function handlerOf(handler: string): Handler {
  const [kind, ...code] = handler.split(':');
  return { kind: kind === 'unit' ? 'unit' : 'department', code: code.join(':') };
}

/** What an appeal is settled on when it is opened, and stays, whatever a later catalogue says. */
export interface AppealTerms extends CaseTerms {
  readonly kind: Pick<AppealKind, 'code' | 'name' | 'owner'>;
  /** Absent of what a release before this one opened. */
  readonly photos?: boolean;
  /** What two departments refuse by, and that excludes each other; absent: it was not opened by that. */
  readonly reasons?: ReadonlyArray<ExcludingReason>;
}
/** What a department refuses by. */
export interface ExcludingReason {
  readonly matter: string;
  readonly department: string;
  readonly code: string;
  readonly text: Localized;
  readonly legalBasis: string;
  /** It was refused for this; else it would be. */
  readonly refused: boolean;
  /** Absent of what a release before this one opened. */
  readonly photos?: boolean;
}
export function termsOf({ calendar }: AppealRules, kind: AppealKind): AppealTerms {
  const { code, name, owner, classes, firstClass, mostWorkingDays, ownerMayBeAbout } = kind;
  return {
    ...{ classes, firstClass, mostWorkingDays, ownerMayBeAbout, calendar, kind: { code, name, owner } },
    escalatesTo: unitHandler(kind.escalatesTo),
    photos: kind.photos ?? false,
  };
}

/** Whether a department is one of those whose reasons exclude each other. */
export function isParty({ reasons = [] }: Pick<AppealTerms, 'reasons'>, handler: string): boolean {
  return reasons.some(({ department }) => departmentHandler(department) === handler);
}

/** Units that look after an appeal's kind: they see all of its appeals, and give them to whoever is to handle them. */
export function unitsOf({ kind, escalatesTo }: Pick<AppealTerms, 'kind' | 'escalatesTo'>): ReadonlyArray<string> {
  return [unitHandler(kind.owner), escalatesTo];
}

/** For whom somebody of the staff may act: their department, and the units that their token names. */
export function handlersOf(staff: {
  readonly department: string | null;
  readonly scopes: ReadonlyArray<string>;
}): ReadonlyArray<string> {
  const units = namedBy(staff.scopes, 'cases').map(unitHandler);
  return [...(staff.department === null ? [] : [departmentHandler(staff.department)]), ...units];
}

const codeShape = { groups: 4, groupLength: 4 };

/** A tracking code of 16 characters, 80 bits of chance. `random`: 16 bytes. */
export const trackingCode = (random: Uint8Array): string => spokenCode(random, codeShape);

/** A tracking code as it is looked for; null: it is none. */
export const readTrackingCode = (written: string): string | null => readSpokenCode(written, codeShape);
