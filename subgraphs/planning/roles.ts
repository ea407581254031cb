import { byCode } from '../language/canonical.ts';
import type { Bindings, PartyRole, SameParty } from '../language/conditions.ts';
import { own } from '../language/own.ts';
import type { PartyBinding, RoleDefinition } from './types.ts';

/** Binds roles to parties (people or things). */
export interface Binder {
  /** The parties of a role, in order of id. Within an instance repeated for a party, that role is that party alone. */
  partiesOf(role: PartyRole, instance?: Instance): ReadonlyArray<string>;
  /** A group is asked for as one; a role of several parties means each of them. */
  isGroup(role: PartyRole): boolean;
  /** The role a party is shown under. */
  roleOf(party: string): PartyRole;
}
export interface Instance {
  readonly repeatedFor: PartyRole | null;
  readonly party: string | null;
}

/**
 * From the parties given, else from the options answered, else from the event's default; a role still unbound is one party
 * of its own, whose id is the role's code (PLANNING, rule 2). Of two roles that are the `same` the party that somebody was named for stands,
 * else that of the second; two people who were named stay two, and so does whoever is several.
 */
export function createBinder(
  roles: ReadonlyArray<RoleDefinition>,
  parties: ReadonlyArray<PartyBinding>,
  answered: Bindings,
  defaults: Bindings,
  same: ReadonlyArray<SameParty> = [],
): Binder {
  const members = new Map(roles.map((role) => [role.code, role.members ?? []]));
  const given = new Map<PartyRole, string[]>();
  const shownAs = new Map<string, PartyRole>();
  for (const party of parties) {
    for (const role of party.roles) given.set(role, [...(given.get(role) ?? []), party.id]);
    const single = party.roles.find((role) => (members.get(role)?.length ?? 0) === 0) ?? party.roles[0];
    if (single !== undefined) shownAs.set(party.id, single);
  }

  function resolve(role: PartyRole, seen: ReadonlyArray<PartyRole>): ReadonlyArray<string> {
    const ids = given.get(role);
    if (ids) return ids;
    // A binding that leads back to itself binds nothing.
    if (seen.includes(role)) return [role];
    const targets = own(answered, role) ?? own(defaults, role) ?? members.get(role) ?? [];
    if (targets.length === 0) return [role];
    return targets.flatMap((target) => resolve(target, [...seen, role]));
  }
  const isNamed = new Set(parties.map(({ id }) => id));
  const merged = new Map<string, string>();
  const partyIn = (role: PartyRole): string | null => {
    const [only, ...others] = new Set(resolve(role, []).map(afterMerging));
    return only !== undefined && others.length === 0 ? only : null;
  };
  function afterMerging(party: string): string {
    let now = party;
    for (let next = merged.get(now); next !== undefined; next = merged.get(now)) now = next;
    return now;
  }
  for (const { role, as } of same) {
    const [one, other] = [partyIn(role), partyIn(as)];
    if (one === null || other === null || one === other) continue;
    if (!isNamed.has(one)) merged.set(one, other);
    else if (!isNamed.has(other)) merged.set(other, one);
  }
  const cache = new Map<PartyRole, ReadonlyArray<string>>();
  function partiesOf(role: PartyRole, instance?: Instance): ReadonlyArray<string> {
    if (instance?.party != null && instance.repeatedFor === role) return [instance.party];
    let found = cache.get(role);
    if (!found) {
      found = [...new Set(resolve(role, []).map(afterMerging))].sort(byCode);
      cache.set(role, found);
    }
    return found;
  }
  return {
    partiesOf,
    isGroup: (role) => (members.get(role)?.length ?? 0) > 0,
    roleOf: (party) => shownAs.get(party) ?? party,
  };
}
