import { answersToTry } from '../language/answers-to-try.ts';
import { isCivilDate } from '../language/civil-date.ts';
import {
  type Answers,
  type AnswerValue,
  type Comparison,
  type Condition,
  comparisonsOf,
  evaluate,
  type Question,
  type QuestionsByCode,
} from '../language/conditions.ts';
import { questionsNamed } from './link/questions.ts';

/** More situations than this are not walked: such a condition is judged by nobody but the planner. */
const maximumSituations = 4096;

/** Whatever the day, the same catalogue is found the same: how long ago something was is all that counts. */
export const someDay = '2025-06-15';

/**
 * Every combination of answers to the questions that conditions name, and to those that decide whether these are asked; of a number or a date one answer in
 * every interval that conditions tell apart. Null where they are too many, or where two dates hang on each other or on the day.
 */
export function situationsOf(
  conditions: ReadonlyArray<Condition | null | undefined>,
  questions: QuestionsByCode,
): ReadonlyArray<Answers> | null {
  let situations: ReadonlyArray<Answers> = [new Map()];
  const named = questionsNamed(conditions, questions);
  const asked = [...named].map((code) => questions.get(code)?.condition);
  const comparisons = [...conditions, ...asked].flatMap(comparisonsOf);
  for (const code of named) {
    const values = valuesOf(questions.get(code), comparisons);
    if (values === null || situations.length * values.length > maximumSituations) return null;
    situations = situations.flatMap((answers) => values.map((value) => new Map([...answers, [code, value]])));
  }
  return situations.map((answers) => withoutUnasked(answers, questions));
}

function valuesOf(
  question: Question | undefined,
  comparisons: ReadonlyArray<Comparison>,
): ReadonlyArray<AnswerValue> | null {
  if (!question) return null;
  const own = comparisons.filter((each) => each.question === question.code);
  const relative = comparisons.filter((each) => 'elapsed' in each);
  if (relative.some(({ until }) => until !== undefined)) return null;
  // A day of the calendar comes nearer while the plan's day moves on.
  if (question.kind === 'DATE' && own.some((each) => 'elapsed' in each) && own.some(comparesDays)) return null;
  return answersToTry(question, comparisons, { answers: new Map(), today: someDay });
}

function comparesDays(comparison: Comparison): boolean {
  return Object.values(comparison).flat().some(isCivilDate);
}

/** The answers that can be given to a question; null where they cannot be listed. */
export function answersOffered(question: Question | undefined): ReadonlyArray<AnswerValue> | null {
  if (question?.kind === 'BOOLEAN') return [true, false];
  if (question?.kind === 'CHOICE') return question.options.map(({ code }) => code);
  return null;
}

/** An answer to a question that is not asked there is no situation; without it the rest is one. */
function withoutUnasked(answers: Answers, questions: QuestionsByCode): Answers {
  const asked = new Map(answers);
  for (let before = -1; before !== asked.size; ) {
    before = asked.size;
    for (const code of [...asked.keys()])
      if (evaluate(questions.get(code)?.condition, { answers: asked, questions, today: someDay }) === 'FALSE')
        asked.delete(code);
  }
  return asked;
}

/** `question = answer, …`, as findings name a situation. */
export function describeSituation(answers: Answers): string {
  return [...answers].map(([question, answer]) => `${question} = ${String(answer)}`).join(', ');
}
