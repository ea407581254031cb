import type { AnswerValue, Condition, Elapsed } from '../../../../subgraphs/language/conditions.ts';
import type { PlanInput } from '../../../../subgraphs/planning/types.ts';

/**
 * PLANNING.md once more, with everything answered, as one would do it by hand: no third value, nothing compiled, nothing kept, and no line of the
 * core. This file is rules 1 and 2: what holds, and who is whom.
 */
export interface ByHand {
  readonly input: PlanInput;
  holds(condition: Condition | null | undefined): boolean;
  /** The parties of a role; of a matter that is done for one of them, that one. */
  partiesOf(role: string, own?: OwnParty): ReadonlyArray<string>;
  isGroup(role: string): boolean;
  /** What stands in for a document that somebody has not got; null: nothing does; undefined: they may have it. */
  insteadOf(party: string, documentType: string): string | null | undefined;
}
export interface OwnParty {
  readonly role: string | null;
  readonly party: string | null;
}

export function byHand(input: PlanInput): ByHand {
  const { basis, situation } = input;
  const answers = new Map(situation.answers.map(({ question, value }) => [question, value as AnswerValue]));
  const holds = (condition: Condition | null | undefined): boolean => {
    if (!condition) return true;
    if ('all' in condition) return condition.all.every(holds);
    if ('any' in condition) return condition.any.some(holds);
    if ('not' in condition) return !holds(condition.not);
    const value = answers.get(condition.question);
    // A question that is not asked here is answered by nobody: nothing that compares its answer holds.
    if (value === undefined) return false;
    if ('equals' in condition) return value === condition.equals;
    if ('in' in condition) return condition.in.includes(value);
    if ('atLeast' in condition) return value >= condition.atLeast;
    if ('atMost' in condition) return value <= condition.atMost;
    const end = condition.until === undefined ? input.today : answers.get(condition.until);
    return end !== undefined && hasGoneBy(String(value), String(end), condition.elapsed);
  };
  // In order of the questions' codes, so that of two answers that bind a role the later stands.
  const options = [...basis.questions]
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .flatMap(({ code, options: all, same }) => {
      const answer = answers.get(code);
      return [{ ...all.find((option) => option.code === String(answer)), same: answer === true ? same : undefined }];
    });
  const membersOf = (role: string) => basis.roles.find(({ code }) => code === role)?.members ?? [];
  const isNamed = (party: string): boolean => situation.parties.some(({ id }) => id === party);
  /** Party → the party that it is, as answered. */
  const is = new Map<string, string>();
  const settled = (party: string): string => (is.has(party) ? settled(is.get(party) as string) : party);
  const whoIs = (role: string, above: ReadonlyArray<string> = []): ReadonlyArray<string> => {
    const named = situation.parties.filter(({ roles }) => roles.includes(role)).map(({ id }) => id);
    if (named.length > 0) return named;
    if (above.includes(role)) return [role];
    const answered = options.findLast(({ binds }) => binds?.[role])?.binds?.[role];
    const others = answered ?? basis.bindings[role] ?? membersOf(role);
    return others.length === 0 ? [role] : others.flatMap((other) => whoIs(other, [...above, role]));
  };
  const partiesOf = (role: string): ReadonlyArray<string> => [...new Set(whoIs(role).map(settled))].sort();
  for (const { same } of options) {
    if (!same) continue;
    const [ones, others] = [partiesOf(same.role), partiesOf(same.as)];
    const [one, other] = [ones[0] as string, others[0] as string];
    if (ones.length > 1 || others.length > 1 || one === other || (isNamed(one) && isNamed(other))) continue;
    if (isNamed(one)) is.set(other, one);
    else is.set(one, other);
  }
  const instead = new Map<string, string | null>();
  for (const { makes } of options)
    for (const [role, kind] of Object.entries(makes ?? {}))
      for (const party of partiesOf(role))
        for (const lacked of basis.kinds?.find(({ code }) => code === kind)?.lacks ?? [])
          instead.set(`${party} ${lacked.documentType}`, lacked.instead);
  return {
    input,
    holds,
    partiesOf: (role, own) => (own?.party != null && own.role === role ? [own.party] : partiesOf(role)),
    isGroup: (role) => membersOf(role).length > 0,
    insteadOf: (party, documentType) => instead.get(`${party} ${documentType}`),
  };
}

function hasGoneBy(since: string, end: string, { atLeast, atMost }: Elapsed): boolean {
  const after = ({ years = 0, months = 0, days = 0 }: NonNullable<Elapsed['atLeast']>): number => {
    const [year, month, day] = since.split('-').map(Number) as [number, number, number];
    const at = month - 1 + months + 12 * years;
    // A month without that day ends with its last.
    const last = new Date(Date.UTC(year, at + 1, 0)).getUTCDate();
    return Date.UTC(year, at, Math.min(day, last) + days);
  };
  const now = Date.parse(end);
  return now >= Date.parse(since) && (!atLeast || after(atLeast) <= now) && (!atMost || after(atMost) >= now);
}
