import { inBoth } from '../../../language/text.ts';
import type { Rule } from '../../rule.ts';

/**
 * 材料名称的首尾或中间有多余空格。
 * A document's name has spaces at its ends, or several in a row, or a wide one.
 *
 * @why 看似相同的名称会被当作两种，检索也找不到。
 * Names that look alike are taken for two, and a search misses one of them.
 * @mend 删去多余空格；英文词之间留一个半角空格。
 * Remove them; between English words leave one ordinary space.
 * @source Unicode 标准附件 15 (UAX #15)
 */
export const rule: Rule = {
  code: 'STRAY_SPACES',
  severity: 'error',
  perFile: true,
  *find({ matters }) {
    for (const { file, value } of matters)
      for (const [index, { name }] of value.requirements.entries()) {
        const stray = [inBoth(name).zh, inBoth(name).en].find(
          (text) => text !== text.trim() || /\s{2,}|\u3000/.test(text),
        );
        if (stray === undefined) continue;
        yield {
          file,
          at: ['requirements', index, 'name'],
          message: { zh: `材料名称“${stray}”含有多余空格。`, en: `The name "${stray}" holds stray spaces.` },
          mend: { zh: '请删去。', en: 'Remove them.' },
        };
      }
  },
};
