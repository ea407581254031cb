import { buildPlan } from '../../subgraphs/planning/index.ts';
import type { PlanInput } from '../../subgraphs/planning/types.ts';
import { decided, type MergeDesk, type MergePair, type Saving } from './merge-desk.ts';

/** The desk, and what each merger would be to citizens, and all of them together. `events`: as they are planned, with nothing answered. */
export function withSavings(desk: MergeDesk, events: ReadonlyArray<PlanInput>): MergeDesk {
  const before = new Map<PlanInput, Figures>();
  const figures = (input: PlanInput): Figures => {
    const known = before.get(input) ?? figuresOf(input);
    before.set(input, known);
    return known;
  };
  const saved = (pairs: ReadonlyArray<MergePair>): ReadonlyArray<Saving> =>
    events.flatMap((input) => {
      const instead = replacements(pairs, input);
      if (instead.size === 0) return [];
      const [one, other] = [figures(input), figuresOf(withTypes(input, instead))];
      if (one.materials === other.materials && one.workingDays === other.workingDays) return [];
      return [
        {
          event: input.basis.event,
          title: input.basis.title,
          materials: [one.materials, other.materials],
          workingDays: [one.workingDays, other.workingDays],
        },
      ];
    });
  return { ...desk, pairs: desk.pairs.map((pair) => ({ ...pair, saves: saved([pair]) })), saves: saved(desk.pairs) };
}

interface Figures {
  readonly materials: number;
  readonly workingDays: number;
}
function figuresOf(input: PlanInput): Figures {
  const { materials, criticalPath } = buildPlan(input);
  return { materials: materials.length, workingDays: criticalPath.workingDays };
}

/** Type → the one that stays in its place; only of pairs of which the event has both, for nothing else can become one in it. */
function replacements(pairs: ReadonlyArray<MergePair>, { basis }: PlanInput): ReadonlyMap<string, string> {
  const known = new Set(basis.documentTypes.map(({ code }) => code));
  const instead = new Map<string, string>();
  const kept = (code: string): string => {
    const next = instead.get(code);
    return next === undefined ? code : kept(next);
  };
  for (const pair of pairs) {
    const { keep, give } = decided(pair);
    if (!known.has(keep.code) || !known.has(give.code)) continue;
    const [stays, goes] = [kept(keep.code), kept(give.code)];
    if (stays !== goes) instead.set(goes, stays);
  }
  return new Map([...instead.keys()].map((code) => [code, kept(code)]));
}

/** The event as it would be: whatever is asked for, made or declared under one code is so under the other. */
function withTypes(input: PlanInput, instead: ReadonlyMap<string, string>): PlanInput {
  const renamed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(renamed);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [key, key === 'documentType' ? typed(member) : renamed(member)]),
    );
  };
  const typed = (member: unknown): unknown => {
    if (typeof member === 'string') return instead.get(member) ?? member;
    const { code } = member as { readonly code: string };
    return { ...(member as object), code: instead.get(code) ?? code };
  };
  const { basis, matters } = input;
  return {
    ...input,
    basis: { ...basis, members: renamed(basis.members) as typeof basis.members },
    matters: renamed(matters) as typeof matters,
  };
}
