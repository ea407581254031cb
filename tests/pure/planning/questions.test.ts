import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnswerValue, Question } from '../../../subgraphs/language/conditions.ts';
import { choose } from '../../../subgraphs/planning/choose.ts';
import { isOrderInDoubt } from '../../../subgraphs/planning/doubt.ts';
import { buildPlan } from '../../../subgraphs/planning/index.ts';
import { valuesToTry } from '../../../subgraphs/planning/questions.ts';
import { expandRows } from '../../../subgraphs/planning/rows.ts';
import { understand } from '../../../subgraphs/planning/situation.ts';
import type { Answer, PlanInput, PlannedQuestion, Situation } from '../../../subgraphs/planning/types.ts';
import { catalogue, inputFor } from './catalogue-input.ts';
import { entitledInput } from './entitled-catalogue.ts';
import { generatedInput } from './generated-catalogue.ts';
import { photographed } from './photographed-catalogue.ts';

/** The slow way, which solves the whole event anew for each value of each question: what the quick one is held against. */
type Counted = Pick<PlannedQuestion, 'question' | 'mostMaterials' | 'fewestMaterials'>;
function askedSlowly(input: PlanInput): ReadonlyArray<Counted> {
  const questions = new Map(input.basis.questions.map((question) => [question.code, question]));
  const countOf = (question: string, value: AnswerValue): number | null => {
    const situation = { ...input.situation, answers: [...input.situation.answers, { question, value }] };
    const tried = { ...input, situation };
    const chosen = choose(
      tried,
      expandRows(tried, understand(tried.basis, situation, input.today), () => input.today),
    );
    return chosen.optimal ? chosen.lines.length : null;
  };
  return buildPlan(input).openQuestions.flatMap(({ question }) => {
    const counts = valuesToTry(questions.get(question) as Question, input).map((value) => countOf(question, value));
    // Where it stopped at its budget it knows no better.
    if (counts.includes(null)) return [];
    const known = counts.filter((count) => count !== null);
    return [{ question, mostMaterials: Math.max(...known), fewestMaterials: Math.min(...known) }];
  });
}

function expectSame(input: PlanInput, told: string): number {
  const asked = buildPlan(input).openQuestions.map(
    ({ question, mostMaterials, fewestMaterials }): Counted => ({ question, mostMaterials, fewestMaterials }),
  );
  const slowly = askedSlowly(input);
  const known = new Set(slowly.map(({ question }) => question));
  expect(
    asked.filter(({ question }) => known.has(question)),
    told,
  ).toEqual(slowly);
  return slowly.length;
}

/** Situations half told: some answers, some children or heirs, a source refused, documents held. */
const situations = (input: PlanInput): fc.Arbitrary<Situation> => {
  const { questions, roles, members, documentTypes } = input.basis;
  const answer = (question: Question): fc.Arbitrary<Answer> =>
    fc.constantFrom(...valuesToTry(question, input)).map((value) => ({ question: question.code, value }));
  const repeated = [...new Set(members.flatMap(({ repeatedFor }) => repeatedFor ?? []))];
  const codes = [...repeated, ...roles.map(({ code }) => code)];
  const sources = documentTypes.flatMap((type) => type.sources.map(({ code }) => code));
  return fc.record({
    answers: fc.subarray([...questions]).chain((some) => fc.tuple(...some.map(answer))),
    parties: fc
      .array(fc.constantFrom(...codes), { maxLength: 3 })
      .map((each) => each.map((role, index) => ({ id: `party-${index}`, roles: [role] }))),
    refusedSources: fc.subarray([...new Set(sources)]),
    held: fc.array(
      fc
        .constantFrom(...documentTypes)
        .map(({ code }) => ({ documentType: code, trust: 'A' as const, issuedOn: '2026-10-01' })),
      { maxLength: 2 },
    ),
    commitments: fc.constant([]),
  });
};

/** Papers of two sorts are taken away, so that two matters may want the same. */
function withTakers(input: PlanInput): PlanInput {
  const isTaken = (code: string): boolean => code === 'a' || code === 'b';
  const matters = (input.matters ?? []).map(
    (matter) =>
      matter && {
        ...matter,
        requirements: (matter.requirements ?? []).map((row) => ({
          ...row,
          options: row.options.map((option) => ({
            ...option,
            uses: option.uses.map((use) =>
              isTaken(use.documentType.code) ? { ...use, use: 'HAND_IN' as const } : use,
            ),
          })),
        })),
      },
  );
  return { ...input, matters };
}

const runs = Number(process.env.RUNS ?? 8);

describe('open questions are asked as the slow way asks them', () => {
  it.each(catalogue.publication.lifeEvents.map(({ code, region }) => [code, region] as const))(
    '%s in %s',
    (code, region) => {
      const input = inputFor(code, region);
      let compared = expectSame(input, 'nothing said');
      const property = fc.property(situations(input), (situation) => {
        compared += expectSame({ ...input, situation }, JSON.stringify(situation));
      });
      fc.assert(property, { numRuns: runs, seed: 2026 });
      expect(compared).toBeGreaterThan(0);
    },
  );

  it('in catalogues of every shape, with circles and with papers that two matters take', () => {
    let doubted = 0;
    let compared = 0;
    const property = fc.property(generatedInput, fc.boolean(), (drawn, taking) => {
      const input = taking ? withTakers(drawn) : drawn;
      const rows = expandRows(input, understand(input.basis, input.situation, input.today), () => input.today);
      doubted += isOrderInDoubt(rows) ? 1 : 0;
      compared += expectSame(input, 'generated');
    });
    fc.assert(property, { numRuns: runs * 80, seed: 2026 });
    expect(doubted).toBeGreaterThan(10);
    expect(compared).toBeGreaterThan(100);
  });

  it('where photographs can be one, or cannot', () => {
    let compared = 0;
    const property = fc.property(photographed(generatedInput), (input) => {
      compared += expectSame(input, 'photographed');
    });
    fc.assert(property, { numRuns: runs * 50, seed: 2026 });
    expect(compared).toBeGreaterThan(100);
  });

  it('where conditions of acceptance, ages, groups and amounts decide what is done', () => {
    let compared = 0;
    const property = fc.property(entitledInput, (input) => {
      compared += expectSame(input, 'entitled');
    });
    fc.assert(property, { numRuns: runs * 50, seed: 2026 });
    expect(compared).toBeGreaterThan(100);
  });
});
