import { daysBetween } from '../../language/civil-date.ts';
import { type HeldLicence, isSamePerson, type KnownPerson, type TrustGrade } from '../../language/held-licence.ts';
import { own } from '../../language/own.ts';
import type { Localized } from '../../language/text.ts';
import type { Evidence } from './acceptance.ts';
import type { ToldPerson } from './people.ts';
import { type Place, type Refusal, refuse } from './refusals.ts';

export type { HeldLicence, TrustGrade } from '../../language/held-licence.ts';

const TRUST = { A: 3, B: 2, C: 1, D: 0 } as const;

/** What a licence for one material, or for one use that a held one meets, has to be. */
export interface LicenceTerms {
  readonly title: Localized;
  readonly documentType: string;
  readonly spec: string | null;
  /** Whose: one licence for each of them, or where `joint` one for all. */
  readonly parties: ReadonlyArray<string>;
  readonly joint: boolean;
  /** The original is handed in, of which there is no electronic one. */
  readonly handIn: boolean;
  readonly minimumTrust: TrustGrade;
  readonly maximumAgeDays: number | null;
  /** ISO date on which the last of its matters starts: it must hold until then. */
  readonly neededOn: string;
}
/** A licence as it goes to the departments that need it. */
export interface SuppliedLicence {
  readonly documentType: string;
  readonly parties: ReadonlyArray<string>;
  readonly spec: string | null;
  /** In place of the source that documents otherwise come from. */
  readonly licence: string;
  readonly issuer: string;
  /** Null, as `data`: of somebody else, where it is told to who asks. */
  readonly number: string | null;
  readonly data: unknown;
  readonly trust: TrustGrade;
  readonly issuedOn: string;
  readonly expiresOn: string | null;
  readonly providedAt: string;
}

/** The licences that an item names: one, or one for each person of a material that each has. */
export function licencesIn({ licence, licences }: Evidence): ReadonlyArray<string> {
  return [...new Set([...(licence == null ? [] : [licence]), ...(licences ?? [])])];
}

/** Licences that are to meet one material, or one use. */
export interface LicenceUse {
  readonly at: Place;
  readonly ids: ReadonlyArray<string>;
  readonly terms: LicenceTerms;
}
/** What became of a look at licences: those of the account by id; `OUT`: the vault does not answer. */
export type LookedUp = ReadonlyMap<string, HeldLicence> | 'OUT';

export interface Judged {
  readonly refusals: ReadonlyArray<Refusal>;
  /** By id, for the departments. */
  readonly supplied: Readonly<Record<string, SuppliedLicence>>;
  /** Those that are used up by this. */
  readonly consumable: ReadonlyArray<string>;
  /** Parties of whom neither the form nor the licence tells enough to know whose it is: staff look at it. */
  readonly unverified: ReadonlyArray<string>;
}

/**
 * Whether licences serve, each use by itself and all that is wrong at once. One that is not in the caller's vault is not there, whoever else has it.
 * `purposes`: those for which they may have been used up already. `at` ISO instant.
 */
export function judgeLicences(
  uses: ReadonlyArray<LicenceUse>,
  looked: LookedUp,
  people: ReadonlyArray<ToldPerson>,
  { at, purposes }: { readonly at: string; readonly purposes: ReadonlyArray<string> },
): Judged {
  const refusals: Refusal[] = [];
  const supplied: Record<string, SuppliedLicence> = {};
  const consumable = new Set<string>();
  const unverified = new Set<string>();
  for (const { at: place, ids, terms } of uses) {
    const material = terms.title;
    if (terms.handIn) {
      refusals.push(refuse('LICENCE_NOT_HANDED_IN', place, { material }));
      continue;
    }
    if (looked === 'OUT') {
      refusals.push(refuse('LICENCES_UNAVAILABLE', place));
      continue;
    }
    const found = ids.flatMap((id) => looked.get(id) ?? []);
    if (found.length < ids.length) refusals.push(refuse('LICENCE_NOT_FOUND', place));
    const wrong = found.flatMap((licence) => unfit(licence, terms, place, purposes));
    refusals.push(...wrong);
    if (found.length < ids.length || wrong.length > 0) continue;
    const assigned = assign(found, terms, people);
    if (assigned === null) {
      refusals.push(refuse('LICENCE_OF_ANOTHER', place, { material }));
      continue;
    }
    for (const { licence, parties, isKnown } of assigned) {
      const { id, purpose: _purpose, holder: _holder, consumable: once, ...told } = licence;
      supplied[id] = { ...told, parties, licence: id, providedAt: at };
      if (once) consumable.add(id);
      if (!isKnown) for (const party of parties) unverified.add(party);
    }
  }
  return { refusals, supplied, consumable: [...consumable], unverified: [...unverified] };
}

/** What is wrong with a licence, whoever it is about. */
function unfit(
  licence: HeldLicence,
  terms: LicenceTerms,
  place: Place,
  purposes: ReadonlyArray<string>,
): ReadonlyArray<Refusal> {
  const { title: material, neededOn, maximumAgeDays: days } = terms;
  const { documentType, spec, trust, issuedOn, expiresOn, purpose } = licence;
  if (documentType !== terms.documentType || spec !== terms.spec)
    return [refuse('LICENCE_OF_OTHER_TYPE', place, { material })];
  const refusals: Refusal[] = [];
  if (purpose !== null && !purposes.includes(purpose)) refusals.push(refuse('LICENCE_CONSUMED', place, { material }));
  if (expiresOn !== null && expiresOn < neededOn)
    refusals.push(refuse('LICENCE_EXPIRED', place, { material, expiresOn, neededOn }));
  if (days !== null && daysBetween(issuedOn, neededOn) > days)
    refusals.push(refuse('LICENCE_TOO_OLD', place, { material, issuedOn, neededOn, days }));
  if (TRUST[trust] < TRUST[terms.minimumTrust])
    refusals.push(refuse('LICENCE_GRADE_TOO_LOW', place, { material, trust, needed: terms.minimumTrust }));
  return refusals;
}

interface Assigned {
  readonly licence: HeldLicence;
  readonly parties: ReadonlyArray<string>;
  /** Whether form and licence say that it is theirs. */
  readonly isKnown: boolean;
}

/** Each person's own licence; null where there is one too many or too few, or one is about somebody else. */
function assign(
  found: ReadonlyArray<HeldLicence>,
  { parties, joint }: LicenceTerms,
  people: ReadonlyArray<ToldPerson>,
): ReadonlyArray<Assigned> | null {
  const personOf = (party: string) => people.find((each) => each.party === party) ?? null;
  if (joint || parties.length === 1) {
    const [licence, more] = found;
    if (!licence || more) return null;
    const same = parties.map((party) => isOf(licence.holder, personOf(party)));
    if (same.includes('YES')) return [{ licence, parties, isKnown: true }];
    return same.includes('UNKNOWN') ? [{ licence, parties, isKnown: false }] : null;
  }
  if (found.length !== parties.length) return null;
  const left = [...found];
  const take = (party: string, sure: boolean): Assigned | null => {
    const index = left.findIndex(({ holder }) => isOf(holder, personOf(party)) === (sure ? 'YES' : 'UNKNOWN'));
    const [licence] = index < 0 ? [] : left.splice(index, 1);
    return licence ? { licence, parties: [party], isKnown: sure } : null;
  };
  const sure = new Map(parties.map((party) => [party, take(party, true)]));
  const all = parties.map((party) => sure.get(party) ?? take(party, false));
  return all.every((each) => each !== null) ? all : null;
}

/** Whether a licence is about a person of the form. */
export function isOf(holder: KnownPerson, person: ToldPerson | null): 'YES' | 'NO' | 'UNKNOWN' {
  return person === null ? 'UNKNOWN' : isSamePerson(holder, person);
}

/** As much of a plan as says what licences for it have to be. */
interface PlanOfLicences {
  readonly materials: ReadonlyArray<{
    readonly id: string;
    readonly title: Localized;
    readonly documentType: string;
    readonly parties: ReadonlyArray<string>;
    readonly spec: string | null;
    readonly handIn: boolean;
    readonly minimumTrust: TrustGrade;
    readonly maximumAgeDays: number | null;
  }>;
  readonly filings: ReadonlyArray<{
    readonly startsOn: string;
    readonly rows: ReadonlyArray<{
      readonly materials: ReadonlyArray<string>;
      readonly shared: ReadonlyArray<SharedTerms>;
      readonly licences: ReadonlyArray<Omit<SharedTerms, 'material'> & { readonly licence: string }>;
    }>;
  }>;
}
interface SharedTerms extends Omit<LicenceTerms, 'joint' | 'handIn' | 'neededOn'> {
  readonly material: string;
}

/** Material → what a licence for it has to be: of the list, and of what sources may turn out not to have. `joint`: types of which a group has one. */
export function licenceTerms(
  { materials, filings }: PlanOfLicences,
  joint: ReadonlySet<string>,
): Readonly<Record<string, LicenceTerms>> {
  const terms: Record<string, LicenceTerms> = {};
  const neededOn = (takes: (row: PlanOfLicences['filings'][number]['rows'][number]) => boolean): string =>
    filings.reduce((last, { startsOn, rows }) => (startsOn > last && rows.some(takes) ? startsOn : last), '');
  for (const { id, title, documentType, parties, spec, handIn, minimumTrust, maximumAgeDays } of materials) {
    terms[id] = {
      ...{ title, documentType, parties, spec, handIn, minimumTrust, maximumAgeDays },
      joint: joint.has(documentType),
      neededOn: neededOn((row) => row.materials.includes(id)),
    };
  }
  for (const { material, ...shared } of filings.flatMap(({ rows }) => rows.flatMap((row) => row.shared))) {
    if (material in terms) continue;
    terms[material] = {
      ...termsOf(shared, joint),
      neededOn: neededOn((row) => row.shared.some((each) => each.material === material)),
    };
  }
  return terms;
}

const termsOf = (
  { title, documentType, parties, spec, minimumTrust, maximumAgeDays }: Omit<SharedTerms, 'material'>,
  joint: ReadonlySet<string>,
): Omit<LicenceTerms, 'neededOn'> => ({
  ...{ title, documentType, parties, spec, minimumTrust, maximumAgeDays },
  ...{ joint: joint.has(documentType), handIn: false },
});

/** Uses of the licences that the evidence names; what is named for a material that is on no list is judged elsewhere. */
export function evidenceUses(
  evidence: ReadonlyArray<Evidence>,
  terms: Readonly<Record<string, LicenceTerms>>,
): ReadonlyArray<LicenceUse> {
  return evidence.flatMap((item, index) => {
    const ids = licencesIn(item);
    const known = own(terms, item.material);
    if (ids.length === 0 || !known) return [];
    return [{ ids, terms: known, at: { path: ['evidence', String(index), 'licence'], material: item.material } }];
  });
}

/** Uses of licences that are held: of each row that one meets. `held`: as the client said, for where they stand. */
export function heldUses(
  { filings }: Pick<PlanOfLicences, 'filings'>,
  held: ReadonlyArray<{ readonly licence?: string | null }>,
  joint: ReadonlySet<string>,
): ReadonlyArray<LicenceUse> {
  return filings.flatMap(({ startsOn, rows }) =>
    rows.flatMap(({ licences }) =>
      licences.map(({ licence, ...terms }) => {
        const index = held.findIndex((each) => each.licence === licence);
        const at = { path: ['held', String(index), 'licence'] };
        return { at, ids: [licence], terms: { ...termsOf(terms, joint), neededOn: startsOn } };
      }),
    ),
  );
}
