import { evaluate, type Facts, mayBeAsked, openIn, type SameParty } from '../language/conditions.ts';
import { apartIn, isWithin } from '../language/photo-facts.ts';
import type { Expansion, Need } from './expansion.ts';
import type { Understood } from './situation.ts';
import type { PlanningBasis } from './types.ts';

/** What an open question changes: the list (and who is in it), or nothing but the form. */
export type Decides = 'LIST' | 'FORM';

/**
 * Questions whether two roles are one party that are open: nothing tells it yet, and it would change the list, the form or the order of what is
 * certain to be done. What hangs on another question waits for that one: nobody is asked who the agent is before it is said that there is one.
 */
export function openSame(
  { roles, questions }: PlanningBasis,
  { facts, parties, unknown, held }: Understood,
  expansion: Expansion,
): ReadonlyArray<readonly [question: string, decides: Decides]> {
  const asked = questions.filter(({ code, same }) => same !== undefined && !facts.answers.has(code));
  if (asked.length === 0) return [];
  const { binder } = expansion;
  const named = new Set(parties.map(({ id }) => id));
  const groups = new Set(roles.filter(({ members = [] }) => members.length > 0).map(({ code }) => code));
  const known = knownOf(expansion, facts, unknown);
  const owned = held.map(({ documentType, spec, party, subject }) => ({
    sort: sortOf(documentType, spec ?? null),
    parties: party != null ? [party] : subject != null ? binder.partiesOf(subject) : [],
  }));

  /** The one party of a role that nothing but its own name stands for, or that was named. */
  const partyIn = (role: string): string | null => {
    const [only, ...others] = binder.partiesOf(role);
    return only !== undefined && others.length === 0 && !groups.has(role) ? only : null;
  };
  const rolesOf = (party: string) => roles.filter(({ code }) => partyIn(code) === party);
  const toldApart = new Set(
    questions.flatMap(({ code, same }) => (same && facts.answers.get(code) === false ? `${same.role} ${same.as}` : [])),
  );
  /** By what their roles are, or by an answer about any two of them: who is the one cannot be the other either. */
  const areApart = (one: string, other: string): boolean => {
    const [these, those] = [rolesOf(one), rolesOf(other)];
    const neverIs = (a: (typeof roles)[number], b: (typeof roles)[number]): boolean =>
      a.neverIs?.includes(b.code) === true || toldApart.has(`${a.code} ${b.code}`);
    return these.some((a) => those.some((b) => neverIs(a, b) || neverIs(b, a)));
  };
  const decides = ({ role, as }: SameParty): Decides | null => {
    const [one, other] = [partyIn(role), partyIn(as)];
    // Somebody who is bound already is told; two people who were named are two.
    if (one === null || other === null || one === other || (named.has(one) && named.has(other))) return null;
    if ((one !== role && !named.has(one)) || areApart(one, other)) return null;
    if (joinsDocuments(known, expansion, owned, one, other) || joinsWork(expansion, one, other)) return 'LIST';
    return sharedOf(known.fields, one, other).length > 0 ? 'FORM' : null;
  };
  return asked.flatMap(({ code, same }) => {
    const decided = same && mayBeAsked(code, facts) !== 'FALSE' ? decides(same) : null;
    return decided === null ? [] : [[code, decided] as const];
  });
}

interface Known {
  /** What rows certainly ask for. */
  readonly needs: ReadonlyArray<Need>;
  /** Party → what matters certainly make of it. */
  readonly made: ReadonlyMap<string, ReadonlySet<string>>;
  /** Party → fields that the form certainly asks. */
  readonly fields: ReadonlyMap<string, ReadonlySet<string>>;
}

const sortOf = (documentType: string, spec: string | null): string => `${documentType}|${spec ?? ''}`;

function knownOf({ instances, rows, binder }: Expansion, facts: Facts, unknown: ReadonlySet<string>): Known {
  const settled = (codes: ReadonlyArray<string>): boolean => codes.every((code) => unknown.has(code));
  const made = new Map<string, Set<string>>();
  const fields = new Map<string, Set<string>>();
  const note = (into: Map<string, Set<string>>, party: string, what: string): void => {
    into.set(party, (into.get(party) ?? new Set()).add(what));
  };
  for (const instance of instances) {
    if (!settled(openIn(instance.condition, facts))) continue;
    const { answer, member } = instance;
    const results =
      answer?.results?.map((each) => ({ ...each, documentType: each.documentType.code })) ?? member.produces;
    for (const { documentType, subject, spec } of results)
      for (const party of binder.partiesOf(subject, instance)) note(made, party, sortOf(documentType, spec));
    for (const { code, subject, condition } of answer?.formFields ?? [])
      if (evaluate(condition, facts) !== 'FALSE' && settled(openIn(condition, facts)))
        for (const party of binder.partiesOf(subject, instance)) note(fields, party, code);
  }
  const needs = rows
    .filter(({ state, dependsOn, options }) => {
      const own = new Set(options.flatMap((option) => option.needs.flatMap(({ mayLack }) => mayLack)));
      return state === 'OPEN' && settled(dependsOn.filter((code) => !own.has(code)));
    })
    .flatMap(({ options }) => options)
    .filter(({ condition }) => settled(openIn(condition, facts)))
    .flatMap((option) => option.needs)
    .filter(({ generated }) => !generated);
  return { needs, made, fields };
}

function sharedOf(of: ReadonlyMap<string, ReadonlySet<string>>, one: string, other: string): ReadonlyArray<string> {
  const others = of.get(other);
  return others ? [...(of.get(one) ?? [])].filter((each) => others.has(each)) : [];
}

/** Whether one document would do for both, where two do now and the citizen brings at least one; or one has not got what the other would bring. */
function joinsDocuments(
  { needs, made }: Known,
  { lacking }: Expansion,
  owned: ReadonlyArray<{ readonly sort: string; readonly parties: ReadonlyArray<string> }>,
  one: string,
  other: string,
): boolean {
  const isThere = (party: string, sort: string): boolean =>
    (made.get(party)?.has(sort) ?? false) || owned.some((each) => each.sort === sort && each.parties.includes(party));
  const isBrought = ({ source, held, producers }: Need): boolean => source === null && !held && producers.length === 0;
  const joins = (mine: ReadonlyArray<Need>, theirs: ReadonlyArray<Need>, them: string): boolean =>
    mine.some((need) => {
      const sort = sortOf(need.documentType.code, need.spec);
      const same = theirs.filter(
        (each) => sortOf(each.documentType.code, each.spec) === sort && apartIn(need.photo, each.photo).length === 0,
      );
      // What they have not got, or may turn out not to have, would be asked for otherwise.
      const asked = { parties: [them], use: need.use };
      if (lacking?.lacks(them, need.documentType.code) || (lacking?.openFor(asked).length ?? 0) > 0) return true;
      const known = isWithin(need.documentType.photo ?? null, need.photo);
      return isBrought(need) ? same.length > 0 || (known && isThere(them, sort)) : same.some(isBrought);
    });
  const of = (party: string): ReadonlyArray<Need> => needs.filter(({ parties }) => parties.includes(party));
  return joins(of(one), of(other), other) || joins(of(other), of(one), one);
}

/** Whether a matter is done for each of the two, which would then be done once. */
function joinsWork({ instances }: Expansion, one: string, other: string): boolean {
  const matters = new Set(instances.filter(({ party }) => party === one).map(({ member }) => member.matter));
  return instances.some(({ party, member }) => party === other && matters.has(member.matter));
}
