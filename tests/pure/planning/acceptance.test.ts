import { describe, expect, it } from 'vitest';
import { comparisonsOf, evaluate, type Question, questionsOf } from '../../../subgraphs/language/conditions.ts';
import { buildPlan } from '../../../subgraphs/planning/index.ts';
import { valuesToTry } from '../../../subgraphs/planning/questions.ts';
import type { AcceptanceCondition, Answer, Plan, PlanInput } from '../../../subgraphs/planning/types.ts';
import { distinctEvents, inputFor } from './catalogue-input.ts';

// Of every condition of acceptance of every shipped event one situation that meets it and one that fails it, both made from the condition itself.

const mostAnswers = 400;
const ways = 60;

/** Answers to what the condition asks, in every combination of those that it tells apart. */
function answersTo({ condition }: AcceptanceCondition, input: PlanInput): ReadonlyArray<ReadonlyMap<string, unknown>> {
  const named = [...new Set(comparisonsOf(condition).flatMap(questionsOf))];
  let combinations: ReadonlyArray<ReadonlyMap<string, unknown>> = [new Map()];
  for (const code of named) {
    const question = input.basis.questions.find((each) => each.code === code) as Question;
    combinations = combinations
      .flatMap((answered) => {
        const answers = [...answered].map(([asked, value]) => ({ question: asked, value }));
        const values = valuesToTry(question, { ...input, situation: { ...input.situation, answers } });
        return values.map((value) => new Map([...answered, [code, value]]));
      })
      .slice(0, mostAnswers);
  }
  return combinations;
}

/** Goes through the questions with these answers; what else is asked is answered by the way's remainders. */
function walked(input: PlanInput, fixed: ReadonlyMap<string, unknown>, way: number): Plan {
  let left = way;
  for (let answers: ReadonlyArray<Answer> = []; ; ) {
    const situation = { ...input.situation, answers };
    const plan = buildPlan({ ...input, situation });
    const [open] = plan.openQuestions;
    if (!open) return plan;
    const question = input.basis.questions.find(({ code }) => code === open.question) as Question;
    const values = valuesToTry(question, { ...input, situation });
    const value = fixed.has(question.code) ? fixed.get(question.code) : values[left % values.length];
    answers = [...answers, { question: question.code, value: value as Answer['value'] }];
    left = fixed.has(question.code) ? left : Math.floor(left / values.length);
  }
}

function isMet(input: PlanInput, condition: AcceptanceCondition, met: boolean, so: (plan: Plan) => boolean): boolean {
  const questions = new Map(input.basis.questions.map((each) => [each.code, each]));
  const fitting = answersTo(condition, input).filter((answers) => {
    const facts = { answers: answers as ReadonlyMap<string, never>, questions, today: input.today };
    return (evaluate(condition.condition, facts) === 'TRUE') === met;
  });
  for (let way = 0; way < ways; way++) if (fitting.some((answers) => so(walked(input, answers, way)))) return true;
  return false;
}

const conditions = distinctEvents.flatMap(([event, region]) =>
  (inputFor(event, region).matters ?? []).flatMap((matter) =>
    (matter?.acceptance ?? []).map((each) => [event, region, each.code, matter?.code ?? '', each] as const),
  ),
);

describe.each(conditions)('%s in %s, %s of %s', (event, region, code, matter, condition) => {
  const input = inputFor(event, region);

  it('is met by somebody, who has the matter done', () => {
    expect(isMet(input, condition, true, ({ steps }) => steps.some((step) => step.matter === matter))).toBe(true);
  });

  it('is failed by somebody, who is refused the matter by it and told why, by which law, in both languages', () => {
    const refusalOf = ({ refusals }: Plan) =>
      refusals.find((each) => each.matter === matter && each.condition === code);
    expect(isMet(input, condition, false, (plan) => refusalOf(plan) !== undefined)).toBe(true);
    expect([condition.reasons.zh, condition.reasons.en, condition.legalBasis.title].every(Boolean)).toBe(true);
    if (condition.alternatives) expect(Object.values(condition.alternatives).every(Boolean)).toBe(true);
  });
});

it('there are many of them', () => {
  expect(conditions.length).toBeGreaterThan(60);
});
