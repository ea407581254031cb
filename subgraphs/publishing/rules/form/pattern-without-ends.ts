import { schemaFaults } from '../../form-fields.ts';
import { patternShape } from '../../pattern-shape.ts';
import type { Rule } from '../../rule.ts';

/**
 * 正则表达式没有以 ^ 开头、以 $ 结尾：只要其中一段符合就算通过。
 * A pattern does not begin with ^ and end with $: it is enough that some part of the value fits.
 *
 * @why 多写、错写的号码也会通过，到部门才被退回。
 * A number with a digit too many is let through, and comes back from the department.
 * @mend 写作 ^…$。
 * Write it as ^…$.
 * @source ECMA-262
 */
export const rule: Rule = {
  code: 'PATTERN_WITHOUT_ENDS',
  severity: 'warning',
  perFile: true,
  *find(catalogue) {
    const found = schemaFaults(catalogue, ({ pattern }) =>
      typeof pattern === 'string' && !patternShape(pattern).isWhole ? pattern : undefined,
    );
    for (const { file, at, fault } of found)
      yield {
        file,
        at: [...at, 'pattern'],
        message: { zh: `“${fault}”只核对值的一部分。`, en: `"${fault}" looks at a part of the value alone.` },
        mend: { zh: '请写作 ^…$。', en: 'Write it as ^…$.' },
      };
  },
};
