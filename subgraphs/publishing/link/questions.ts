import {
  type Condition,
  comparisonsOf,
  type Question,
  type QuestionGroup,
  type QuestionOption,
  type QuestionsByCode,
  questionsOf,
} from '../../language/conditions.ts';
import type { QuestionsFile } from '../shapes.ts';

/** Groups by code: of the files in their order, one after the other. */
export function questionGroups(
  files: ReadonlyArray<{ readonly value: QuestionsFile }>,
): ReadonlyMap<string, QuestionGroup> {
  const groups = files.flatMap(({ value }) => value.groups ?? []);
  return new Map(groups.map((group, position) => [group.code, { ...group, position }]));
}

export const yesOrNo: ReadonlyArray<QuestionOption> = [
  { code: 'true', text: { zh: '是', en: 'Yes' } },
  { code: 'false', text: { zh: '否', en: 'No' } },
];

export function linkQuestion(
  question: QuestionsFile['questions'][number],
  groups: ReadonlyMap<string, QuestionGroup> = new Map(),
): Question {
  const group = question.group === undefined ? undefined : groups.get(question.group);
  return {
    code: question.code,
    text: question.text,
    kind: question.kind,
    options: question.options ?? (question.kind === 'BOOLEAN' ? yesOrNo : []),
    condition: question.condition ?? null,
    ...(question.facts ? { facts: question.facts } : {}),
    ...(question.knownBy ? { knownBy: question.knownBy } : {}),
    ...(question.mayBeUnknown ? { mayBeUnknown: true } : {}),
    ...(group ? { group } : {}),
  };
}

/** Codes of the questions that conditions name, and of those that decide whether these are asked. */
export function questionsNamed(
  conditions: ReadonlyArray<Condition | null | undefined>,
  questionOf: QuestionsByCode,
): ReadonlySet<string> {
  const named = new Set(conditions.flatMap(comparisonsOf).flatMap(questionsOf));
  // A set goes on to what is added while it is walked.
  for (const code of named)
    for (const earlier of comparisonsOf(questionOf.get(code)?.condition).flatMap(questionsOf)) named.add(earlier);
  return named;
}
