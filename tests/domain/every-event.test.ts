import { describe, expect, it } from 'vitest';
import { buildPlan } from '../../subgraphs/journeys/domain/index.ts';
import type { Answer, Plan, PlanInput, Question } from '../../subgraphs/journeys/domain/types.ts';
import { catalogue, inputFor } from './catalogue-input.ts';

const samples = Number(process.env.SAMPLES ?? 5);
const events = catalogue.publication.lifeEvents.map(({ code, region }) => [code, region] as const);

/** A fixed sequence of numbers, so that a failing walk is the same walk again. */
function drawer(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

function someAnswer(question: Question, draw: (below: number) => number): unknown {
  switch (question.kind) {
    case 'BOOLEAN':
      return draw(2) === 0;
    case 'CHOICE':
      return question.options[draw(question.options.length)]?.code;
    case 'NUMBER':
      return [0, 10_000, 50_000][draw(3)];
    case 'DATE':
      return ['2026-01-01', '2026-12-31'][draw(2)];
  }
}

/** Answers the most decisive question until none is open, as a questionnaire would. */
function walk(input: PlanInput, seed: number): { readonly plan: Plan; readonly asked: ReadonlyArray<string> } {
  const draw = drawer(seed);
  const questions = new Map(input.basis.questions.map((question) => [question.code, question]));
  const answers: Answer[] = [];
  const asked: string[] = [];
  for (;;) {
    const plan = buildPlan({ ...input, situation: { ...input.situation, answers } });
    const [next] = plan.openQuestions;
    if (!next) return { plan, asked };
    expect(asked, 'no question is asked twice').not.toContain(next.question);
    asked.push(next.question);
    answers.push({ question: next.question, value: someAnswer(questions.get(next.question) as Question, draw) });
  }
}

describe.each(events)('%s in %s', (code, region) => {
  const input = inputFor(code, region);

  it('plans every situation walked: no problem, every row accounted for, in order, no document twice', () => {
    for (let seed = 1; seed <= samples; seed++) {
      const { plan, asked } = walk(input, seed);
      const told = `seed ${seed}: ${asked.join(', ')}`;
      expect(plan.problems, told).toEqual([]);
      expect(plan.complete).toBe(true);
      const { rows, kept, merged, produced, shared, generated, committed, deferred, notApplicable } = plan.reduction;
      expect(kept + merged + produced + shared + generated + committed + deferred + notApplicable, told).toBe(rows);
      const wanted = (input.matters ?? []).reduce((sum, matter) => sum + (matter?.requirements?.length ?? 0), 0);
      expect(rows, told).toBe(wanted);
      const keys = plan.materials.map(({ documentType, parties, spec }) =>
        JSON.stringify([documentType, parties, spec]),
      );
      expect(new Set(keys).size, told).toBe(keys.length);
      for (const filing of plan.filings) {
        for (const before of filing.after) expect(plan.filings[before]?.stage ?? 0, told).toBeLessThan(filing.stage);
      }
      expect(plan.optimal, told).toBe(true);
      expect(
        plan.materials.every((line) => line.dependsOn.length === 0),
        told,
      ).toBe(true);
    }
  });
});
