import { type AnswerValue, evaluate } from '../language/conditions.ts';
import { buildPlan } from '../planning/index.ts';
import type { Plan, PlanInput } from '../planning/types.ts';
import type { Catalogue } from './catalogue.ts';
import { planInputOf } from './link/events.ts';
import type { LifeEventFile } from './shapes.ts';
import { answersOffered, describeSituation, someDay } from './situations.ts';

/** Plans of one event that a rule may ask for: what it doubts is seldom seen in one situation alone. */
const mostPlans = 40;

export interface PlannedSituation {
  readonly plan: Plan;
  readonly input: PlanInput;
  /** `question = answer, …`. */
  readonly situation: string;
}

/**
 * An event as the core plans it, in its own region: first with the first answer to each question, then with each other answer to one of them. A
 * sample, for rules that have a reason to look.
 */
export function* plannedSituations(event: LifeEventFile, catalogue: Catalogue): Iterable<PlannedSituation> {
  const input = planInputOf(event, catalogue, someDay);
  const { questions } = input.basis;
  const offered = questions.flatMap((question) => {
    const answers = answersOffered(question);
    return answers ? [{ code: question.code, answers }] : [];
  });
  const first = new Map(offered.map(({ code, answers: [answer] }) => [code, answer as AnswerValue] as const));
  const varied: ReadonlyArray<ReadonlyMap<string, AnswerValue>> = offered.flatMap(({ code, answers }) =>
    answers.slice(1).map((answer) => new Map([...first, [code, answer]])),
  );
  for (const answers of [first, ...varied].slice(0, mostPlans)) {
    const asked = [...answers].filter(([code]) => isAsked(code, answers, input));
    const plan = buildPlan({
      ...input,
      situation: { ...input.situation, answers: asked.map(([question, value]) => ({ question, value })) },
    });
    yield { plan, input, situation: describeSituation(new Map(asked)) };
  }
}

function isAsked(code: string, answers: ReadonlyMap<string, AnswerValue>, { basis }: PlanInput): boolean {
  const questions = new Map(basis.questions.map((question) => [question.code, question]));
  return evaluate(questions.get(code)?.condition, { answers, questions, today: someDay }) === 'TRUE';
}
