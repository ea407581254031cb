import { own } from '../../language/own.ts';
import type { Localized } from '../../language/text.ts';
import { type HeldLicence, isOf, type TrustGrade } from './licence-use.ts';
import { type ToldPerson, toldOf } from './people.ts';

/** What is said of the parties of a plan before there is a form. */
export interface SaidOfParties {
  readonly parties: ReadonlyArray<{ readonly id: string; readonly name?: string | null }>;
  readonly facts: ReadonlyArray<{ readonly party: string; readonly field: string; readonly value: unknown }>;
}
/** A licence as it is planned with. Without a `party`: held jointly, by whomever rows ask it of. */
export interface OwnLicence {
  readonly licence: string;
  readonly documentType: string;
  readonly spec: string | null;
  readonly party: string | null;
  /** The party that is known to be its holder. */
  readonly of: string;
  readonly trust: TrustGrade;
  readonly issuedOn: string;
  readonly expiresOn: string | null;
}

/**
 * Licences of a vault that are known to be a party's, in the order of the vault: by name, as long as no day of birth speaks against it. One that may be
 * of two parties is nobody's. Submitted, each is held against the whole form.
 */
export function ownLicences(
  licences: ReadonlyArray<HeldLicence>,
  said: SaidOfParties,
  joint: ReadonlySet<string>,
): ReadonlyArray<OwnLicence> {
  const people = said.parties.map((party) => toldOf(party, said.facts));
  return licences.flatMap((licence): ReadonlyArray<OwnLicence> => {
    const { id, documentType, spec, trust, issuedOn, expiresOn } = licence;
    const [person, another] = people.filter((each) => isNamed(licence, each));
    if (!person || another) return [];
    const party = joint.has(documentType) ? null : person.party;
    return [{ licence: id, documentType, spec, party, of: person.party, trust, issuedOn, expiresOn }];
  });
}

const isNamed = ({ holder }: HeldLicence, person: ToldPerson): boolean =>
  holder.name !== null && person.name !== null && isOf(holder, person) !== 'NO';

/** As much of a plan as says which rows licences meet, and whose they are. */
export interface PlanWithLicences {
  readonly bound: Readonly<Record<string, ReadonlyArray<string>>>;
  readonly account: ReadonlyArray<{
    readonly matter: string;
    readonly requirement: string;
    readonly party: string | null;
  }>;
  readonly filings: ReadonlyArray<{
    readonly matter: string;
    readonly party: string | null;
    readonly rows: ReadonlyArray<{
      readonly requirement: string;
      readonly licences: ReadonlyArray<{
        readonly licence: string;
        readonly documentType: string;
        readonly parties: ReadonlyArray<string>;
        readonly spec: string | null;
        readonly title: Localized;
      }>;
    }>;
  }>;
}
/** A licence that meets rows of a plan, said as a document that is held. */
export interface UsedLicence {
  readonly licence: string;
  readonly documentType: string;
  readonly spec: string | null;
  readonly subject: string;
  /** Of a group: none. */
  readonly party: string | null;
  readonly parties: ReadonlyArray<string>;
  readonly title: Localized;
  /** Indexes into `Plan.account`. */
  readonly rows: ReadonlyArray<number>;
}

/** Each licence that meets a row, once for each party or group that it does so for, in the order of the rows. */
export function usedLicences({ bound, account, filings }: PlanWithLicences): ReadonlyArray<UsedLicence> {
  const found = new Map<string, UsedLicence>();
  for (const { matter, party: repeated, rows } of filings)
    for (const { requirement, licences } of rows)
      for (const { parties, ...met } of licences) {
        const key = JSON.stringify([met.licence, parties]);
        const row = account.findIndex(
          (each) => each.matter === matter && each.requirement === requirement && each.party === repeated,
        );
        const [only, more] = parties;
        found.set(key, {
          ...met,
          ...{ subject: roleOf(parties, bound), party: more === undefined ? (only ?? null) : null, parties },
          rows: [...new Set([...(found.get(key)?.rows ?? []), row])],
        });
      }
  return [...found.values()];
}

/** The role whose parties are these, or the narrowest that has them all. */
function roleOf(parties: ReadonlyArray<string>, bound: PlanWithLicences['bound']): string {
  const having = Object.keys(bound).filter((role) => parties.every((party) => own(bound, role)?.includes(party)));
  const size = (role: string): number => own(bound, role)?.length ?? 0;
  return having.sort((a, b) => size(a) - size(b) || (a < b ? -1 : 1))[0] ?? '';
}
