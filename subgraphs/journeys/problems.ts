import type { Localized } from '../language/text.ts';
import type { Problem } from '../planning/types.ts';

/** A refusal that the caller can act on. `path` points into the mutation's input. */
export function problem(
  code: string,
  zh: string,
  en: string,
  path: ReadonlyArray<string> = [],
  material: string | null = null,
): Problem {
  return { code, message: { zh, en }, path, material };
}

const maximumKeyLength = 255;

/** Problems of an idempotency key itself. */
export function keyProblems(key: string): ReadonlyArray<Problem> {
  if (key.trim() !== '' && key.length <= maximumKeyLength) return [];
  return [
    problem(
      'IDEMPOTENCY_KEY_REQUIRED',
      `请提供幂等键（1 至 ${maximumKeyLength} 个字符），重试时保持不变。`,
      `Send an idempotency key of 1 to ${maximumKeyLength} characters, the same on every retry.`,
      ['idempotencyKey'],
    ),
  ];
}

export const keyReused = problem(
  'IDEMPOTENCY_KEY_REUSED',
  '此幂等键已用于另一内容，请为新的请求使用新的键。',
  'This idempotency key was used with another content: use a new key for a new request.',
  ['idempotencyKey'],
);

export function departmentOut(names: ReadonlyArray<Localized>): Problem {
  return problem(
    'DEPARTMENT_UNAVAILABLE',
    `${names.map((name) => name.zh).join('、')}暂时没有答复，请稍后再提交；您填写的内容没有丢失，也没有提交。`,
    `${names.map((name) => name.en).join(', ')} did not answer: submit again later. Nothing was submitted and nothing is half done.`,
    ['planId'],
  );
}
