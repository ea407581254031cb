import { isCivilDate } from './civil-date.ts';
import type { Question } from './conditions.ts';
import { problem } from './problems.ts';

/** Whether a value is one that the question can be answered with. */
export function isAnswerTo(question: Question, value: unknown): boolean {
  return wrongAnswer(question, value) === undefined;
}

/** What is wrong with a value as an answer to a question; undefined: nothing. */
export function wrongAnswer(
  { kind, text: question, options }: Question,
  value: unknown,
): ReturnType<typeof problem> | undefined {
  switch (kind) {
    case 'BOOLEAN':
      return typeof value === 'boolean' ? undefined : problem('INVALID_ANSWER.BOOLEAN', { question });
    case 'CHOICE': {
      if (options.some(({ code }) => code === value)) return undefined;
      return problem('INVALID_ANSWER.CHOICE', { question, options: options.map((option) => option.text) });
    }
    case 'NUMBER':
      return Number.isFinite(value) ? undefined : problem('INVALID_ANSWER.NUMBER', { question });
    case 'DATE':
      return isCivilDate(value) ? undefined : problem('INVALID_ANSWER.DATE', { question });
  }
}
