import type { Localized } from '../language/text.ts';
import { namedAs, oneOfSeveral, somebody } from './reasons.ts';
import type { Binder } from './roles.ts';
import type { PartyBinding, RoleDefinition } from './types.ts';

/** Words for a party in a citizen's sentence: never its id, which is the client's, nor a code of a role. */
export type NameParty = (party: string) => Localized;

/**
 * A party's own name, with its role where another has the same one; without a name, its role's word, counted in order of id where
 * several share the role.
 */
export function createNameParty(
  roles: ReadonlyArray<RoleDefinition>,
  parties: ReadonlyArray<PartyBinding>,
  { roleOf }: Pick<Binder, 'roleOf'>,
): NameParty {
  const words = new Map(roles.map((role) => [role.code, role.name]));
  const sharing = new Map<string, string[]>();
  const named = new Map<string, number>();
  for (const { id, name } of parties) {
    const role = roleOf(id);
    sharing.set(role, [...(sharing.get(role) ?? []), id]);
    if (name != null) named.set(name, (named.get(name) ?? 0) + 1);
  }
  const ownNames = new Map(parties.flatMap(({ id, name }) => (name == null ? [] : [[id, name] as const])));

  const byRole = (party: string): Localized => {
    const role = roleOf(party);
    const word = words.get(role) ?? somebody;
    const all = sharing.get(role) ?? [];
    return all.length > 1 ? oneOfSeveral(word, all.indexOf(party) + 1) : word;
  };
  return (party) => {
    const name = ownNames.get(party);
    if (name === undefined) return byRole(party);
    return (named.get(name) ?? 0) > 1 ? namedAs(name, byRole(party)) : { zh: name, en: name };
  };
}
