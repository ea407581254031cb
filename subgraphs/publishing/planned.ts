import { type AnswerValue, type Condition, evaluate, type QuestionsByCode } from '../language/conditions.ts';
import { buildPlan } from '../planning/index.ts';
import type { Plan, PlanInput } from '../planning/types.ts';
import { answersOffered, describeSituation, someDay } from './situations.ts';

/** Plans of one event that a rule may ask for: what it doubts is seldom seen in one situation alone. */
const mostPlans = 40;

export interface PlannedSituation {
  readonly plan: Plan;
  /** `question = answer, …`. */
  readonly situation: string;
}

/**
 * An event as the core plans it, in its own region: first for somebody who is entitled to as much of it as can be, then with each other answer to one
 * question. A sample, for rules that have a reason to look.
 */
export function* plannedSituations(input: PlanInput): Iterable<PlannedSituation> {
  const { questions, members } = input.basis;
  const offered = questions.flatMap((question) => {
    const answers = answersOffered(question);
    return answers ? [{ code: question.code, answers }] : [];
  });
  const accepted = members.flatMap(({ acceptance = [] }) => acceptance.map(({ condition }) => condition));
  const first = entitled(offered, accepted, new Map(questions.map((question) => [question.code, question])));
  const varied: ReadonlyArray<ReadonlyMap<string, AnswerValue>> = offered.flatMap(({ code, answers }) =>
    answers.filter((answer) => answer !== first.get(code)).map((answer) => new Map([...first, [code, answer]])),
  );
  for (const answers of [first, ...varied].slice(0, mostPlans)) {
    const asked = [...answers].filter(([code]) => isAsked(code, answers, input));
    const plan = buildPlan({
      ...input,
      situation: { ...input.situation, answers: asked.map(([question, value]) => ({ question, value })) },
    });
    yield { plan, situation: describeSituation(new Map(asked)) };
  }
}

/** To each question, in turn, the first of the answers by which the fewest are refused: of whom everything is refused nothing is planned. */
function entitled(
  offered: ReadonlyArray<{ readonly code: string; readonly answers: ReadonlyArray<AnswerValue> }>,
  accepted: ReadonlyArray<Condition>,
  questions: QuestionsByCode,
): ReadonlyMap<string, AnswerValue> {
  const chosen = new Map<string, AnswerValue>();
  const refused = (code: string, answer: AnswerValue): number => {
    const facts = { answers: new Map([...chosen, [code, answer]]), questions, today: someDay };
    return accepted.filter((condition) => evaluate(condition, facts) === 'FALSE').length;
  };
  for (const { code, answers } of offered) {
    const [best] = answers
      .map((answer) => ({ answer, refusals: refused(code, answer) }))
      .sort((a, b) => a.refusals - b.refusals);
    if (best) chosen.set(code, best.answer);
  }
  return chosen;
}

function isAsked(code: string, answers: ReadonlyMap<string, AnswerValue>, { basis }: PlanInput): boolean {
  const questions = new Map(basis.questions.map((question) => [question.code, question]));
  return evaluate(questions.get(code)?.condition, { answers, questions, today: someDay }) === 'TRUE';
}
