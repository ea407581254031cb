import type { AnswerValue, Question } from '../../../subgraphs/language/conditions.ts';
import { evaluate } from '../../../subgraphs/language/conditions.ts';
import { valuesToTry } from '../../../subgraphs/planning/questions.ts';
import type { Answer, PlanInput } from '../../../subgraphs/planning/types.ts';

/** A fixed sequence of numbers, so that a failing walk is the same walk again. */
export function drawer(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

/** Every situation of an event, or so many drawn: answers to all questions that may be asked, and to no other. */
export function situationsOf(input: PlanInput, most: number): ReadonlyArray<ReadonlyArray<Answer>> {
  const { questions } = input.basis;
  const named = new Map(questions.map((question) => [question.code, question]));
  const values = new Map(questions.map((question) => [question.code, valuesToTry(question, input)]));
  const complete = (pick: (question: Question) => AnswerValue): ReadonlyArray<Answer> => {
    const answers = new Map<string, AnswerValue>();
    for (let before = -1; before !== answers.size; ) {
      before = answers.size;
      for (const question of questions) {
        if (
          !answers.has(question.code) &&
          evaluate(question.condition, { answers, questions: named, today: input.today }) === 'TRUE'
        )
          answers.set(question.code, pick(question));
      }
    }
    return [...answers].map(([question, value]) => ({ question, value }));
  };
  const combinations = [...values.values()].reduce((product, each) => product * each.length, 1);
  const found = new Map<string, ReadonlyArray<Answer>>();
  const draw = drawer(7);
  for (let index = 0; index < Math.min(combinations, most); index++) {
    let rest = index;
    const digits = new Map<string, AnswerValue>();
    for (const [code, each] of values) {
      digits.set(code, each[combinations > most ? draw(each.length) : rest % each.length] as AnswerValue);
      rest = Math.floor(rest / each.length);
    }
    const answers = complete((question) => digits.get(question.code) as AnswerValue);
    found.set(JSON.stringify(answers), answers);
  }
  return [...found.values()];
}
