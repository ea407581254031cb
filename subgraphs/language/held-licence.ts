import { partOfNumber } from './identity-number.ts';
import { isSameName } from './names.ts';

/** How far a document can be relied on (国办函〔2016〕108号): A issued by the authority, to D made by its user. */
export type TrustGrade = 'A' | 'B' | 'C' | 'D';

/** Who somebody is, as far as it is known. */
export interface KnownPerson {
  readonly name: string | null;
  readonly identityNumber: string | null;
  /** ISO date. */
  readonly bornOn: string | null;
}
/** A licence as the vault has it. */
export interface HeldLicence {
  readonly id: string;
  readonly documentType: string;
  readonly spec: string | null;
  readonly number: string;
  readonly data: unknown;
  /** Whom it is about. */
  readonly holder: KnownPerson;
  readonly issuer: string;
  /** The matter whose result it is; null: of none. */
  readonly matter: string | null;
  readonly issuedOn: string;
  readonly expiresOn: string | null;
  readonly trust: TrustGrade;
  readonly consumable: boolean;
  /** What it was used up for; null: it was not. */
  readonly purpose: string | null;
}

/** Whether two are one person: by number where both have one, else by name and day of birth, else by name. */
export function isSamePerson(one: KnownPerson, other: KnownPerson): 'YES' | 'NO' | 'UNKNOWN' {
  if (one.identityNumber !== null && other.identityNumber !== null)
    return one.identityNumber === other.identityNumber ? 'YES' : 'NO';
  if (one.name === null || other.name === null) return 'UNKNOWN';
  if (!isSameName(one.name, other.name)) return 'NO';
  const [first, second] = [bornOn(one), bornOn(other)];
  if (first === null || second === null) return 'UNKNOWN';
  return first === second ? 'YES' : 'NO';
}

/** ISO date on which somebody was born, said or by their number; null: nobody knows. */
export function bornOn({ bornOn: said, identityNumber }: KnownPerson): string | null {
  return said ?? partOfNumber(identityNumber, 'birth-date') ?? null;
}
