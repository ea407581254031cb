import type { Question } from '../../../subgraphs/language/conditions.ts';
import { buildPlan } from '../../../subgraphs/planning/index.ts';
import { valuesToTry } from '../../../subgraphs/planning/questions.ts';
import type { Answer, PartyBinding, Plan, PlanInput } from '../../../subgraphs/planning/types.ts';

/** Somebody's situation in an event, and what the core plans for it. */
export interface PlannedSituation {
  readonly answers: ReadonlyArray<Answer>;
  readonly parties: ReadonlyArray<PartyBinding>;
  readonly plan: Plan;
}

/** So many ways through the questions are tried in search of situations in which each matter is done. */
const ways = 400;

/**
 * Situations of an event that can be submitted and in which together every matter is done that some way through its questions leads to: first the one of
 * all first answers that leads there, then whichever adds a matter. Everyone of whom the form asks something is a party of their own.
 */
export function submittable(input: PlanInput): ReadonlyArray<PlannedSituation> {
  const missing = new Set(input.matterCodes);
  const found: PlannedSituation[] = [];
  for (let way = 0; way < ways && missing.size > 0; way++) {
    const situation = walked(input, way);
    if (situation.plan.problems.length > 0) continue;
    const added = situation.plan.filings.filter(({ matter }) => missing.delete(matter));
    if (added.length > 0) found.push(situation);
  }
  return found;
}

/** The way of a number: its remainders say which answer is given next. */
function walked(input: PlanInput, way: number): PlannedSituation {
  const planOf = (answers: ReadonlyArray<Answer>, parties: ReadonlyArray<PartyBinding> = []): Plan =>
    buildPlan({ ...input, situation: { ...input.situation, answers, parties } });
  let left = way;
  for (let answers: ReadonlyArray<Answer> = []; ; ) {
    const plan = planOf(answers);
    const [open] = plan.openQuestions;
    if (!open) {
      const roles = Object.keys((plan.form.schema as { properties?: object }).properties ?? {});
      const parties = roles.map((role, index) => ({ id: `party-${index}`, roles: [role] }));
      return { answers, parties, plan: planOf(answers, parties) };
    }
    const question = input.basis.questions.find(({ code }) => code === open.question) as Question;
    // Nobody is born tomorrow: what a form's rules refuse is no situation that can be submitted.
    const values = valuesToTry(question, { ...input, situation: { ...input.situation, answers } }).filter(
      (value) => question.kind !== 'DATE' || !question.facts || String(value) <= input.today,
    );
    answers = [...answers, { question: question.code, value: values[left % values.length] as Answer['value'] }];
    // Numbers beyond the last question begin again, so that late questions are answered otherwise too.
    left = Math.floor(left / values.length) || (way * 7919 + answers.length) % (ways + 1);
  }
}
