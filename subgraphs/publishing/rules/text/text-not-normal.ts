import { normalText } from '../../normal-text.ts';
import type { Rule } from '../../rule.ts';
import type { NodePath } from '../../source-file.ts';

/**
 * 文字含有全角字母数字、看不见的字符，或未按 NFC 组合的字符。
 * A text holds wide letters or digits, characters that nobody sees, or such as are not composed (NFC).
 *
 * @why 看上去相同的名称和编码并不相同：检索不到，引用也对不上。
 * Names and codes that look alike are not: a search misses one of them, and a reference leads nowhere.
 * @mend 运行 npm run check -- --fix，它先列出差异。
 * Run "npm run check -- --fix", which shows the difference first.
 * @source Unicode 标准附件 15 (UAX #15)
 */
export const rule: Rule = {
  code: 'TEXT_NOT_NORMAL',
  severity: 'warning',
  perFile: true,
  *find({ files }) {
    for (const { file } of files) {
      // Nearly always; an escaped character stands in no text before it is read.
      if (!file.text.includes('\\') && file.text === normalText(file.text)) continue;
      for (const [at, text] of textsIn(file.value, [])) {
        if (text === normalText(text)) continue;
        yield {
          file,
          at,
          message: {
            zh: `“${normalText(text)}”写有全角、看不见或未组合的字符。`,
            en: `"${normalText(text)}" is written with characters that are wide, invisible or not composed.`,
          },
          mend: { zh: '请运行 npm run check -- --fix。', en: 'Run "npm run check -- --fix".' },
        };
      }
    }
  },
};

function textsIn(value: unknown, path: NodePath): ReadonlyArray<readonly [NodePath, string]> {
  if (typeof value === 'string') return [[path, value]];
  if (Array.isArray(value)) return value.flatMap((each, index) => textsIn(each, [...path, index]));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, member]) => textsIn(member, [...path, key]));
}
