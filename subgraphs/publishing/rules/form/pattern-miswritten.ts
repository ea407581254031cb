import { schemaFaults } from '../../form-fields.ts';
import { patternShape } from '../../pattern-shape.ts';
import type { Rule } from '../../rule.ts';

/**
 * 正则表达式多半写错了：字符类中有未转义的左方括号，或无尽的重复套着无尽的重复。
 * A pattern is most likely written wrongly: a class holds an opening bracket that nobody escaped, or a repetition without an end holds another.
 *
 * @why 前者放进不该有的字符；后者遇到一个差一点符合的值，会让服务长时间停住。
 * The one lets through what should not be there; with the other a value that nearly fits keeps the service busy for ever.
 * @mend 补上右方括号，或写作 \[；把 (x+)+ 写作 x+。
 * Close the class, or write \[; write x+ for (x+)+.
 * @source ECMA-262; OWASP: Regular expression Denial of Service
 */
export const rule: Rule = {
  code: 'PATTERN_MISWRITTEN',
  severity: 'error',
  perFile: true,
  *find(catalogue) {
    const found = schemaFaults(catalogue, ({ pattern }) => {
      if (typeof pattern !== 'string') return undefined;
      const { hasOpenBracket, isSlow } = patternShape(pattern);
      if (hasOpenBracket) return { zh: '字符类中有左方括号', en: 'a class holds an opening bracket' };
      return isSlow ? { zh: '无尽的重复套着无尽的重复', en: 'a repetition without an end holds another' } : undefined;
    });
    for (const { file, at, fault } of found)
      yield {
        file,
        at: [...at, 'pattern'],
        message: { zh: `正则表达式多半写错了：${fault.zh}。`, en: `The pattern is most likely wrong: ${fault.en}.` },
        mend: { zh: '请改正或转义。', en: 'Correct or escape it.' },
      };
  },
};
