import { isSameName } from '../../language/names.ts';
import { own } from '../../language/own.ts';
import type { ToldPerson } from './people.ts';
import { type Refusal, refuse } from './refusals.ts';

/** Who signed in, as far as the issuer of their token vouches for it. */
export interface SignedIn {
  readonly name: string | null;
  readonly identityNumber: string | null;
}
/** Whom the roles mean, and which of them may apply. */
export interface Roles {
  /** Role → parties, bound. */
  readonly bound: Readonly<Record<string, ReadonlyArray<string>>>;
  /** Roles whose holder may apply by being who they are; null: whoever is a party may. */
  readonly standing: ReadonlyArray<string> | null;
}
/**
 * What a submission rests on and nobody has verified. `APPLICANT`: that who signed in is the applicant. `MANDATE`: that the agent acts for them. `RELATION`:
 * that the applicant stands to those concerned as they say. `HELD`: that the documents said to be held are. `LICENCE`: whose a licence is of which neither it nor the form tells enough.
 * `SECOND`: that somebody to whom such an event happens once is not concerned by another submission.
 * `CONSENT`: what a source would have told, had consent to it not been withdrawn.
 */
export type UnverifiedKind = 'APPLICANT' | 'MANDATE' | 'RELATION' | 'HELD' | 'LICENCE' | 'SECOND' | 'CONSENT';
export interface UnverifiedFact {
  readonly fact: UnverifiedKind;
  readonly party: string | null;
}
export interface Binding {
  readonly refusals: ReadonlyArray<Refusal>;
  readonly unverified: ReadonlyArray<UnverifiedFact>;
}

/** Binds who signed in to the parties that claim to be them: what the token shows to be untrue is refused, what it does not show is marked. */
export function bindPerson(
  { name, identityNumber }: SignedIn,
  people: ReadonlyArray<ToldPerson>,
  { bound, standing }: Roles,
): Binding {
  const applicants = own(bound, 'APPLICANT') ?? [];
  const agents = (own(bound, 'AGENT') ?? []).filter((party) => !applicants.includes(party));
  const fact = (kind: UnverifiedKind, party: string | null): Binding => ({
    refusals: [],
    unverified: [{ fact: kind, party }],
  });
  const [applicant = null] = applicants;
  if (identityNumber === null) return fact('APPLICANT', applicant);

  const selves = selvesOf(people, { name, identityNumber });
  const misnamed = selves.filter((self) => name !== null && self.name !== null && !isSameName(name, self.name));
  if (misnamed.length > 0)
    return {
      refusals: misnamed.map(({ party }) => refuse('PERSON_NAME_DIFFERS', { path: ['form', party, 'name'] })),
      unverified: [],
    };
  const agent = selves.find(({ party }) => agents.includes(party));
  if (agent) return fact('MANDATE', agent.party);
  const others = people.filter(
    (person) =>
      applicants.includes(person.party) &&
      person.identityNumber !== null &&
      person.identityNumber !== identityNumber &&
      // Of several applicants one is enough.
      !selves.some(({ party }) => applicants.includes(party)),
  );
  if (others.length > 0)
    return {
      refusals: others.map(({ party, numberElement }) =>
        refuse('PERSON_DIFFERS', { path: ['form', party, numberElement] }),
      ),
      unverified: [],
    };
  const [self] = selves;
  if (!self) return fact('APPLICANT', applicant);
  const stands =
    standing === null ||
    standing.some((role) => own(bound, role)?.some((party) => selves.some((each) => each.party === party)));
  return stands ? { refusals: [], unverified: [] } : fact('RELATION', self.party);
}

/** Parties that are who signed in: by the number, and in an event that asks for nobody's by the name. */
function selvesOf(people: ReadonlyArray<ToldPerson>, { name, identityNumber }: SignedIn): ReadonlyArray<ToldPerson> {
  if (people.some((person) => person.identityNumber !== null))
    return people.filter((person) => person.identityNumber === identityNumber);
  return people.filter((person) => name !== null && person.name !== null && isSameName(name, person.name));
}
