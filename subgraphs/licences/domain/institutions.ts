import { byCode } from '../../language/canonical.ts';
import { addDays, addPeriod } from '../../language/civil-date.ts';
import type { Localized } from '../../language/text.ts';

/** An institution beside the departments, as the catalogue has it (`data/institutions`). */
export interface Institution {
  readonly code: string;
  readonly name: Localized;
  readonly department: string;
  readonly issues: ReadonlyArray<{
    readonly documentType: string;
    readonly validDays: number;
    readonly consumable: boolean;
  }>;
  readonly redeems: ReadonlyArray<string>;
}

/** What an institution issues on a day, ISO: its last day, and whether it is used up by being used once. Null: it issues no such thing. */
export function issuedBy(
  { issues }: Institution,
  documentType: string,
  issuedOn: string,
): { readonly expiresOn: string; readonly consumable: boolean } | null {
  const kind = issues.find((each) => each.documentType === documentType);
  return kind ? { expiresOn: addDays(issuedOn, kind.validDays - 1), consumable: kind.consumable } : null;
}

/** How much an institution issued in a month, and how much of it another used up. */
export interface Counted {
  readonly institution: string;
  readonly issued: number;
  readonly shared: number;
}
export interface Adoption extends Counted {
  /** From 1; those who issued and shared as many have the same. */
  readonly rank: number;
  /** It may issue, and issued none. */
  readonly isIdle: boolean;
}

/** Every institution that may issue such documents, by how many it issued, then by how many were shared, then by code. */
export function adoptionOf(
  institutions: ReadonlyArray<Institution>,
  documentType: string,
  counted: ReadonlyArray<Counted>,
): ReadonlyArray<Adoption> {
  const designated = institutions.filter(({ issues }) => issues.some((each) => each.documentType === documentType));
  const rows = designated
    .map(
      ({ code }) =>
        counted.find(({ institution }) => institution === code) ?? { institution: code, issued: 0, shared: 0 },
    )
    .sort((a, b) => b.issued - a.issued || b.shared - a.shared || byCode(a.institution, b.institution));
  return rows.map((row) => ({
    ...row,
    rank: 1 + rows.findIndex(({ issued, shared }) => issued === row.issued && shared === row.shared),
    isIdle: row.issued === 0,
  }));
}

const monthPattern = /^\d{4}-(0[1-9]|1[0-2])$/;

/** First day of a month (`2026-11`) and of the next, ISO; null: there is no such month. */
export function monthOf(month: string): { readonly from: string; readonly until: string } | null {
  if (!monthPattern.test(month)) return null;
  const from = `${month}-01`;
  return { from, until: addPeriod(from, { months: 1 }) };
}
