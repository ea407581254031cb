import { isSameName } from '../../language/names.ts';
import type { Localized } from '../../language/text.ts';
import type { ToldPerson } from './people.ts';
import { type Refusal, refuse } from './refusals.ts';

/** Whether two entries tell of one person: by the number, where both tell one, else by name and day of birth. */
function isSamePerson(one: ToldPerson, other: ToldPerson): boolean {
  if (one.identityNumber !== null && other.identityNumber !== null) return one.identityNumber === other.identityNumber;
  if (one.name === null || other.name === null || one.bornOn === null) return false;
  return one.bornOn === other.bornOn && isSameName(one.name, other.name);
}

/** Two parties of one submission are two people. `titleOf`: of a party in the form. */
export function twiceRefusals(
  people: ReadonlyArray<ToldPerson>,
  titleOf: (party: string) => Localized,
): ReadonlyArray<Refusal> {
  return people.flatMap((person, index) => {
    const first = people.slice(0, index).find((each) => isSamePerson(each, person));
    if (!first) return [];
    const element = person.identityNumber !== null && first.identityNumber !== null ? person.numberElement : 'name';
    const at = { path: ['form', person.party, element] };
    return [refuse('PERSON_TWICE', at, { one: titleOf(first.party), other: titleOf(person.party) })];
  });
}

/** A submission as far as it tells whom it concerns. */
export interface Concerning {
  readonly people: ReadonlyArray<ToldPerson>;
  readonly parties: ReadonlyArray<{ readonly id: string; readonly roles: ReadonlyArray<string> }>;
}

/** The first person whom both submissions concern. `roles`: those for whom matters of the event are done one by one. */
export function concernedAlready(
  { people, parties }: Concerning,
  before: Concerning,
  roles: ReadonlyArray<string>,
): ToldPerson | null {
  const concerned = inRoles(people, parties, roles);
  const known = inRoles(before.people, before.parties, roles);
  return concerned.find((person) => known.some((each) => isSamePerson(person, each))) ?? null;
}

function inRoles(
  people: Concerning['people'],
  parties: Concerning['parties'],
  roles: ReadonlyArray<string>,
): ReadonlyArray<ToldPerson> {
  const named = new Set(
    parties.filter((party) => party.roles.some((role) => roles.includes(role))).map(({ id }) => id),
  );
  // A role that nobody was named for is a party under its own code.
  return people.filter(({ party }) => named.has(party) || roles.includes(party));
}
