import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../../subgraphs/language/canonical.ts';
import type { PhotoFacts } from '../../../subgraphs/language/photo-facts.ts';
import { buildPlan } from '../../../subgraphs/planning/index.ts';
import type { Plan, PlanInput, Requirement } from '../../../subgraphs/planning/types.ts';
import { decide, everyCompletion } from './entitled-catalogue.ts';
import { freeFor, grownInput, holdsIn, rowByHand } from './grown-catalogue.ts';
import { peopled } from './peopled-catalogue.ts';
import { photographed } from './photographed-catalogue.ts';

/**
 * Eleven properties × 1,200 catalogues: more than 10,000 a run; with `--mode long` 10,000 each, with `RUNS` as many as that. A failure prints its seed, and leaves its shrunk catalogue in `fixtures/`, where every later run tries it first.
 */
const runs = { numRuns: Number(process.env.RUNS ?? 1200) };
const fixtures = new URL('./fixtures/', import.meta.url);
const kept = readdirSync(fixtures)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(new URL(name, fixtures), 'utf8')) as PlanInput);
const holds = (property: (input: PlanInput, plan: Plan) => void): void => {
  for (const input of kept) property(input, buildPlan(input));
  const outcome = fc.check(
    fc.property(photographed(peopled(grownInput)), (input) => property(input, buildPlan(input))),
    runs,
  );
  if (outcome.failed && outcome.counterexample) {
    const text = JSON.stringify(outcome.counterexample[0]);
    writeFileSync(new URL(`${fingerprint(text).slice(0, 12)}.json`, fixtures), text);
  }
  expect(outcome.failed, fc.defaultReportMessage(outcome) ?? '').toBe(false);
};
const lineKeys = (plan: Plan): ReadonlyArray<string> => plan.materials.map(({ id }) => id).sort();

describe('for any catalogue', () => {
  it('every row of every matter stands in the account once, with one fate', () => {
    holds((input, plan) => {
      const wanted = (input.matters ?? []).flatMap((matter) =>
        (matter?.requirements ?? []).map((row) => `${matter?.code} ${row.code}`),
      );
      expect(plan.account.map((row) => `${row.matter} ${row.requirement}`).sort()).toEqual(wanted.sort());
      const {
        rows,
        kept,
        merged,
        produced,
        shared,
        generated,
        committed,
        deferred,
        waived,
        notApplicable,
        notEntitled,
      } = plan.reduction;
      expect(
        kept + merged + produced + shared + generated + committed + deferred + waived + notApplicable + notEntitled,
      ).toBe(rows);
    });
  });

  it('no document of the same parties stands on the list twice', () => {
    holds((_input, plan) => {
      expect(new Set(plan.materials.map(({ id }) => id)).size).toBe(plan.materials.length);
      for (const one of plan.materials)
        for (const other of plan.materials) {
          if (one === other || keyOf(one) !== keyOf(other)) continue;
          // Two photographs that cannot be one, and both say so.
          expect(canBeOne(one.photo, other.photo)).toBe(false);
          expect(one.apart.map(({ material }) => material)).toContain(other.id);
        }
    });
  });

  it('each line is needed by a row, each kept or merged row by its line', () => {
    holds((input, plan) => {
      for (const line of plan.materials) expect(line.neededBy.length).toBeGreaterThan(0);
      for (const { photo, neededBy, documentType } of plan.materials) {
        const asked = neededBy.flatMap((index) => photosOf(input, plan, index, documentType));
        if (photo !== null) expect(asked.some((each) => each !== null)).toBe(true);
      }
      for (const row of plan.account) {
        if (row.fate === 'KEPT') expect(plan.materials.map(({ id }) => id)).toContain(row.material);
      }
    });
  });

  it('the order of matters, rows, options and uses changes nothing', () => {
    holds((input, plan) => {
      const rowsBackwards = (rows: ReadonlyArray<Requirement>): ReadonlyArray<Requirement> => [...rows].reverse();
      const backwards: PlanInput = {
        ...input,
        matterCodes: [...input.matterCodes].reverse(),
        basis: {
          ...input.basis,
          members: [...input.basis.members].reverse(),
          documentTypes: [...input.basis.documentTypes].reverse(),
        },
        matters: [...(input.matters ?? [])]
          .reverse()
          .map((matter) => matter && { ...matter, requirements: rowsBackwards(matter.requirements ?? []) }),
      };
      const again = buildPlan(backwards);
      expect(lineKeys(again)).toEqual(lineKeys(plan));
      expect(again.id).toBe(plan.id);
    });
  });

  it('work is done in order: nothing before what it waits for', () => {
    holds((_input, plan) => {
      const stages = new Map(plan.steps.map((step) => [step.matter, step.stage]));
      for (const step of plan.steps) {
        for (const before of step.after) expect(stages.get(before) ?? 0).toBeLessThan(step.stage);
      }
      for (const filing of plan.filings) {
        for (const before of filing.after) expect(plan.filings[before]?.stage ?? 0).toBeLessThan(filing.stage);
      }
    });
  });

  it('a department that is silent never adds a demand, and none of what it makes is asked of the citizen', () => {
    holds((input, plan) => {
      // Where rows leave a choice, the least for the rows that are known may be another.
      if ((input.matters ?? []).some((matter) => matter?.requirements?.some((row) => row.options.length > 1))) return;
      const known = new Set(demands(plan));
      for (const silent of input.matterCodes) {
        const without = buildPlan({
          ...input,
          matters: (input.matters ?? []).filter((matter) => matter?.code !== silent),
        });
        if (plan.steps.some((step) => step.matter === silent)) expect(without.complete).toBe(false);
        expect(demands(without).filter((demand) => !known.has(demand))).toEqual([]);
      }
    });
  });

  it('who is entitled, and what is refused, is what deciding by hand gives: for certain, once everything that matters is answered', () => {
    holds((input, plan) => {
      const steps = new Set(plan.steps.map(({ matter }) => matter));
      const told = new Set(plan.refusals.map(({ matter, condition }) => `${matter} ${condition}`));
      const ways = everyCompletion(input).map((answers) => decide(input, answers));
      for (const { done } of ways) for (const matter of done) expect([...steps]).toContain(matter);
      const matterOf = (refusal: string): string => refusal.split(' ')[0] as string;
      for (const { matter, condition } of plan.refusals.filter(({ dependsOn }) => dependsOn.length === 0))
        for (const { refused } of ways) {
          expect([...refused].map(matterOf)).toContain(matter);
          // Which of two reasons it is may be open, and nobody asks.
          if (condition !== 'high') expect([...refused]).toContain(`${matter} ${condition}`);
        }
      for (const row of plan.account) {
        const isRefused = plan.refusals.some(({ matter }) => matter === row.matter);
        expect(row.fate === 'NOT_ENTITLED').toBe(isRefused);
        if (isRefused) expect([...steps]).not.toContain(row.matter);
      }
      if (plan.openQuestions.length > 0) return;
      for (const { done, refused } of ways) {
        expect(steps).toEqual(done);
        for (const each of refused) expect([...told].map(matterOf)).toContain(matterOf(each));
      }
      const always = [...(ways[0]?.refused ?? [])].filter((each) => ways.every(({ refused }) => refused.has(each)));
      for (const each of always) expect([...told]).toContain(each);
    });
  });

  it('a plan without a matter, or with more of a group than one, cannot be submitted; any other is free of such problems', () => {
    holds((input, plan) => {
      const codes = new Set(plan.problems.map(({ code }) => code));
      expect(codes.has('NO_MATTER')).toBe(plan.steps.length === 0);
      if (plan.openQuestions.length > 0) return;
      const of = (group: string): number =>
        input.basis.members.filter(
          ({ matter, exclusiveGroup }) => exclusiveGroup === group && plan.steps.some((step) => step.matter === matter),
        ).length;
      expect(of('high')).toBeLessThanOrEqual(1);
      const hasOne = input.basis.members.some(({ exclusiveGroup }) => exclusiveGroup === 'one');
      expect(codes.has('EXCLUSIVE_MATTERS_TOGETHER')).toBe(of('most') > 1 || of('one') > 1);
      expect(codes.has('NONE_OF_GROUP')).toBe(hasOne && of('one') === 0);
    });
  });

  it('a row is waived where it may be needed and its department or the event says so, and what a row is met by may meet it', () => {
    holds((input, plan) => {
      const rows = new Map(
        (input.matters ?? []).flatMap((each) => (each?.requirements ?? []).map((row) => [row.code, row])),
      );
      for (const { fate, requirement, source } of plan.account)
        if (fate === 'SHARED') {
          const named = rows
            .get(requirement)
            ?.exemptions?.flatMap(({ sources }) => sources?.map(({ code }) => code) ?? []);
          if (named) expect(named).toContain(source);
        }
      if (plan.openQuestions.length > 0) return;
      // What is still unanswered decides nothing more: any way to answer it will do.
      const ways = everyCompletion(input).map((answers) => ({ answers, ...decide(input, answers) }));
      for (const row of plan.account) {
        const said = rows.get(row.requirement) as Requirement;
        const fates = new Set(
          ways
            .filter(({ done }) => done.has(row.matter))
            .map(({ answers }) => rowByHand(input, row.matter, said, answers)),
        );
        // Nobody is asked whether it is needed: were it, it would be waived.
        if (row.fate === 'WAIVED') expect([...fates].every((fate) => typeof fate === 'string')).toBe(true);
        else if (fates.size > 0) expect([...fates].every((fate) => fate === 'WAIVED')).toBe(false);
      }
    });
  });

  it('a matter ends when all before it have, its waits are over, and it is handled: no sooner, no later; never later than one by one', () => {
    holds((input, plan) => {
      const ends = new Map<string, number>();
      const waits = new Map((input.matters ?? []).map((each) => [each?.code, each?.waits ?? []]));
      const ways = everyCompletion(input);
      for (const { matter, after } of [...plan.steps].sort((a, b) => a.stage - b.stage)) {
        const free = Math.max(0, ...after.map((before) => ends.get(before) ?? 0));
        const over = (waits.get(matter) ?? [])
          .filter(({ condition }) => ways.some((answers) => holdsIn(answers, condition)))
          .map(({ since, limit }) => limit.amount + (since === 'BEGINNING' ? 0 : free));
        ends.set(matter, Math.max(free, ...over) + 1);
      }
      if (plan.problems.some(({ code }) => code === 'PRODUCTION_CYCLE')) return;
      expect(plan.criticalPath.workingDays).toBe(Math.max(0, ...ends.values()));
      for (const filing of plan.filings) expect(filing.endsAfterWorkingDays).toBe(ends.get(filing.matter));
      expect(plan.reduction.before.workingDays).toBeGreaterThanOrEqual(plan.reduction.after.workingDays);
    });
  });

  it('the list is as short as any that meets every row', () => {
    holds((input, plan) => {
      if (!plan.optimal || plan.openQuestions.length > 0) return;
      expect(plan.lowerBound).toBe(plan.materials.length);
      const best = fewestByBruteForce(input, plan);
      if (best !== null) expect(plan.materials.length).toBe(best);
    });
  });
});

/** Each document asked for, of each party. */
const demands = (plan: Plan): ReadonlyArray<string> =>
  plan.materials.flatMap(({ documentType, parties, spec }) =>
    parties.map((party) => `${documentType} ${party} ${spec}`),
  );
const keyOf = ({ documentType, parties, spec }: Plan['materials'][number]): string =>
  JSON.stringify([documentType, [...parties].sort(), spec]);

/** Said anew, and slowly: whether a number of pixels, of KiB and a background are left that are right for both. */
function canBeOne(one: PhotoFacts | null, other: PhotoFacts | null): boolean {
  const range = (fact: 'width' | 'kib'): boolean =>
    Array.from({ length: 600 }, (_each, at) => at).some((at) =>
      [one, other].every((each) => at >= (each?.[fact]?.least ?? 0) && at <= (each?.[fact]?.most ?? 600)),
    );
  const colours = new Set([one?.background, other?.background].filter((colour) => colour != null));
  return range('width') && range('kib') && colours.size < 2;
}

/** What the uses of a row's options say of photographs of a type. */
function photosOf(input: PlanInput, plan: Plan, index: number, type: string): ReadonlyArray<PhotoFacts | null> {
  const row = plan.account[index];
  const member = input.basis.members.find(({ matter }) => matter === row?.matter);
  const said = (input.matters ?? [])
    .find((matter) => matter?.code === row?.matter)
    ?.requirements?.find(({ code }) => code === row?.requirement);
  const override = member?.overrides?.find(({ requirement }) => requirement === row?.requirement);
  return [...(said?.options ?? []), ...(override?.options ?? [])].flatMap(({ uses }) =>
    uses.filter(({ documentType }) => documentType.code === type).map(({ photo }) => photo ?? null),
  );
}

/** The fewest photographs that can be all of these, trying each with every one before it. */
function fewestPhotos(
  left: ReadonlyArray<PhotoFacts | null>,
  groups: ReadonlyArray<ReadonlyArray<PhotoFacts | null>> = [],
): number {
  const [photo, ...others] = left;
  if (photo === undefined) return groups.length;
  const joined = groups.flatMap((group, at) =>
    group.every((each) => canBeOne(each, photo))
      ? [
          fewestPhotos(
            others,
            groups.map((each, index) => (index === at ? [...each, photo] : each)),
          ),
        ]
      : [],
  );
  return Math.min(...joined, fewestPhotos(others, [...groups, [photo]]));
}

/**
 * The fewest lines, by trying every combination of options: another way to the same number, for catalogues without joint or group
 * papers, outputs or conditions on options, where a need is simply a type, a party and a spec that no source supplies.
 */
function fewestByBruteForce(input: PlanInput, plan: Plan): number | null {
  if (input.basis.members.some(({ produces }) => produces.length > 0)) return null;
  const answers = everyCompletion(input)[0] ?? new Map();
  const { done } = decide(input, answers);
  const rows = (input.matters ?? []).flatMap((matter) => {
    if (!matter || !done.has(matter.code)) return [];
    return (matter.requirements ?? []).flatMap((row) => {
      const options = rowByHand(input, matter.code, row, answers);
      const free = freeFor(input, row);
      return typeof options === 'string' ? [] : [options.map(({ uses }) => ({ uses, free }))];
    });
  });
  if (rows.some((options) => options.some(({ uses }) => uses.some(({ subject }) => subject === 'BOTH')))) return null;
  if (plan.account.some((row) => row.fate === 'COMMITTED')) return null;
  let best = Number.POSITIVE_INFINITY;
  const visit = (index: number, lines: ReadonlyMap<string, PhotoFacts | null>): void => {
    const fewest = fewestOf(lines);
    if (fewest >= best) return;
    const options = rows[index];
    if (!options) {
      best = fewest;
      return;
    }
    for (const { uses, free } of options) {
      const needed = uses
        // A source knows a document by its type, which says nothing of photographs here.
        .filter(({ documentType, photo }) => photo != null || !free.has(documentType.code))
        .map(({ documentType, subject, spec, photo = null }): [string, PhotoFacts | null] => [
          `${documentType.code} ${subject} ${spec}\n${JSON.stringify(photo)}`,
          photo,
        ]);
      visit(index + 1, new Map([...lines, ...needed]));
    }
  };
  visit(0, new Map());
  return best;
}

/** Of documents by what they are and, behind a line's end, what photographs of them have to be. */
function fewestOf(lines: ReadonlyMap<string, PhotoFacts | null>): number {
  const byDocument = new Map<string, (PhotoFacts | null)[]>();
  for (const [key, photo] of lines) {
    const document = key.slice(0, key.indexOf('\n'));
    byDocument.set(document, [...(byDocument.get(document) ?? []), photo]);
  }
  return [...byDocument.values()].reduce((sum, photos) => sum + fewestPhotos(photos), 0);
}
