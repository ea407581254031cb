import { describe, expect, it } from 'vitest';
import type { AnswerValue, Question } from '../../../subgraphs/language/conditions.ts';
import { buildPlan } from '../../../subgraphs/planning/index.ts';
import { valuesToTry } from '../../../subgraphs/planning/questions.ts';
import type { Answer, Plan, PlanInput } from '../../../subgraphs/planning/types.ts';
import { distinctEvents as events, inputFor } from './catalogue-input.ts';
import { drawer, situationsOf } from './situations.ts';

const samples = Number(process.env.SAMPLES ?? 5);
const most = Number(process.env.SITUATIONS ?? 600);

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

function fatesCounted({ reduction }: Plan): number {
  const { kept, merged, produced, shared, generated, committed, deferred, waived, notApplicable, notEntitled } =
    reduction;
  return kept + merged + produced + shared + generated + committed + deferred + waived + notApplicable + notEntitled;
}

/** Who declines everything, or is entitled to nothing or to the one of a group that they need, is told so: there it is no fault of the catalogue. */
function problemsOf({ problems, steps, refusals }: Plan): Plan['problems'] {
  const told = [...(steps.length > 0 ? [] : ['NO_MATTER']), ...(refusals.length > 0 ? ['NONE_OF_GROUP'] : [])];
  return problems.filter(({ code }) => !told.includes(code));
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

/** What a citizen would notice of an answer. */
const seen = (plan: Plan): string =>
  JSON.stringify([
    plan.materials,
    plan.account.map(({ fate, material, party, dependsOn }) => [fate, material, party, dependsOn]),
    plan.form,
    plan.steps,
    plan.openQuestions.map(({ question }) => question),
  ]);

describe.each(events)('%s in %s', (code, region) => {
  const input = inputFor(code, region);

  it('plans every situation, or 600 of them, without a problem', () => {
    for (const answers of situationsOf(input, most)) {
      const plan = buildPlan({ ...input, situation: { ...input.situation, answers } });
      const accounted = fatesCounted(plan);
      const documents = new Set(
        plan.materials.map((line) => JSON.stringify([line.documentType, line.parties, line.spec])),
      );
      const holds =
        problemsOf(plan).length === 0 &&
        plan.complete &&
        plan.optimal &&
        plan.openQuestions.length === 0 &&
        accounted === plan.reduction.rows &&
        documents.size === plan.materials.length &&
        plan.filings.every(({ after, stage }) => after.every((before) => (plan.filings[before]?.stage ?? 0) < stage));
      if (!holds)
        expect.fail(
          `${JSON.stringify(answers)}: ${JSON.stringify(plan.problems)} ${plan.openQuestions.map(({ question }) => question)}`,
        );
    }
  });

  it('asks no idle question: at each step some two answers, or of two dates those to both, give plans a citizen can tell apart', () => {
    const draw = drawer(11);
    const answered = (given: ReadonlyArray<Answer>) => {
      const situation = { ...input.situation, answers: given };
      return { situation, plan: buildPlan({ ...input, situation }) };
    };
    const withNextDate = ({ situation, plan }: ReturnType<typeof answered>): ReadonlyArray<string> => {
      const date = plan.openQuestions.map((each) => questions.get(each.question)).find((each) => each?.kind === 'DATE');
      if (!date) return [seen(plan)];
      return valuesToTry(date, { ...input, situation }).map((value) =>
        seen(answered([...situation.answers, { question: date.code, value }]).plan),
      );
    };
    const questions = new Map(input.basis.questions.map((question) => [question.code, question]));
    for (let answers: ReadonlyArray<Answer> = []; ; ) {
      const plan = buildPlan({ ...input, situation: { ...input.situation, answers } });
      const [next] = plan.openQuestions;
      if (!next) break;
      const question = questions.get(next.question) as Question;
      const values = valuesToTry(question, { ...input, situation: { ...input.situation, answers } });
      const planned = values.map((value) => answered([...answers, { question: question.code, value }]));
      // Time from one date to another: the first alone tells nothing apart.
      const pairs = question.kind === 'DATE' && new Set(planned.map(({ plan }) => seen(plan))).size === 1;
      const plans = pairs ? planned.flatMap(withNextDate) : planned.map(({ plan }) => seen(plan));
      expect(new Set(plans).size, `${question.code} after ${JSON.stringify(answers)}`).toBeGreaterThan(1);
      answers = [...answers, { question: question.code, value: values[draw(values.length)] as AnswerValue }];
    }
  });

  it('plans every situation walked: no problem, every row accounted for, in order, no document twice', () => {
    for (let seed = 1; seed <= samples; seed++) {
      const { plan, asked } = walk(input, seed);
      const told = `seed ${seed}: ${asked.join(', ')}`;
      expect(problemsOf(plan), told).toEqual([]);
      expect(plan.complete).toBe(true);
      const { rows } = plan.reduction;
      expect(fatesCounted(plan), told).toBe(rows);
      const timesOf = (code: string | undefined): number => {
        const role = input.basis.members.find(({ matter }) => matter === code)?.repeatedFor ?? '';
        // What is not done is not repeated: its rows are told once.
        const isDone = plan.steps.some(({ matter }) => matter === code);
        return isDone ? (input.basis.bindings[role]?.length ?? 1) : 1;
      };
      const wanted = (input.matters ?? []).reduce(
        (sum, matter) => sum + (matter?.requirements?.length ?? 0) * timesOf(matter?.code),
        0,
      );
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

it('whoever is asked for a document has a name in words, whatever the event', () => {
  const asked = events.flatMap(([code, region]) => {
    const { basis } = inputFor(code, region);
    const named = new Set(basis.departments.map((each) => each.code));
    const providers = basis.documentTypes.flatMap(({ sources }) => sources.flatMap(({ provider }) => provider ?? []));
    return providers.map((provider) => ({ code, provider, isNamed: named.has(provider) }));
  });
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter(({ isNamed }) => !isNamed)).toEqual([]);
});
