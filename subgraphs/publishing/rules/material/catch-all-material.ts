import { inBoth } from '../../../language/text.ts';
import type { Rule } from '../../rule.ts';

/**
 * 材料名称是兜底的说法，如“其他材料”“法律法规规定的其他材料”。
 * A row is named for anything at all: "other documents", or whatever the law asks for.
 *
 * @why 申请人不知道要带什么，窗口可以随意加要。
 * Citizens cannot know what to bring, and the counter may ask for anything.
 * @mend 逐项写明材料，或删去这一行。
 * Name each document, or take the row out.
 * @source 国务院《关于加快推进“互联网+政务服务”工作的指导意见》
 */
export const rule: Rule = {
  code: 'CATCH_ALL_MATERIAL',
  severity: 'warning',
  perFile: true,

  *find({ matters }) {
    for (const { file, value } of matters)
      for (const [index, { name }] of value.requirements.entries()) {
        const { zh, en } = inBoth(name);
        if (!/其他(相关|有关|证明)?(材料|资料|文件)|相关(证明)?(材料|资料)$|需要的其他/.test(zh)) continue;
        yield {
          file,
          at: ['requirements', index, 'name'],
          message: { zh: `“${zh}”没有说是哪一份材料。`, en: `"${en}" (${zh}) does not say which document it is.` },
          mend: { zh: '请逐项写明，或删去。', en: 'Name each document, or take the row out.' },
        };
      }
  },
};
