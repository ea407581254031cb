import {
  type Condition,
  comparisonsOf,
  type Question,
  type QuestionOption,
  questionsOf,
} from '../../language/conditions.ts';
import type { QuestionsFile } from '../shapes.ts';

const yesOrNo: ReadonlyArray<QuestionOption> = [
  { code: 'true', text: { zh: '是', en: 'Yes' } },
  { code: 'false', text: { zh: '否', en: 'No' } },
];

export function linkQuestion(question: QuestionsFile['questions'][number]): Question {
  return {
    code: question.code,
    text: question.text,
    kind: question.kind,
    options: question.options ?? (question.kind === 'BOOLEAN' ? yesOrNo : []),
    condition: question.condition ?? null,
    ...(question.facts ? { facts: question.facts } : {}),
  };
}

/** Codes of the questions that conditions name, and of those that decide whether these are asked. */
export function questionsNamed(
  conditions: ReadonlyArray<Condition | null | undefined>,
  questionOf: ReadonlyMap<string, Question>,
): ReadonlySet<string> {
  const named = new Set(conditions.flatMap(comparisonsOf).flatMap(questionsOf));
  // A set goes on to what is added while it is walked.
  for (const code of named)
    for (const earlier of comparisonsOf(questionOf.get(code)?.condition).flatMap(questionsOf)) named.add(earlier);
  return named;
}
