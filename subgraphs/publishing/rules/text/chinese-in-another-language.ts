import type { Rule } from '../../rule.ts';
import { textPairsIn } from '../../text-pairs.ts';

/**
 * 中文栏里没有一个汉字。
 * There is no Chinese in what is to be Chinese.
 *
 * @why 使用中文的申请人看到的是英文或编码。
 * Who reads Chinese gets English, or a code.
 * @mend 请填写中文。
 * Write it in Chinese.
 * @source INTEGRATORS.md
 */
export const rule: Rule = {
  code: 'CHINESE_IN_ANOTHER_LANGUAGE',
  severity: 'warning',
  perFile: true,

  *find({ files }) {
    for (const { file } of files)
      for (const [at, text] of textPairsIn(file.value)) {
        if (!isForeign(text)) continue;
        yield {
          file,
          at,
          message: { zh: `“${text.zh}”不是中文。`, en: `"${text.en}" (${text.zh}) has no Chinese in zh.` },
          mend: { zh: '请填写中文。', en: 'Write it in Chinese.' },
        };
      }
  },
};

/** Where the other has it, the two changed places, and that is said already. Of signs, digits and abbreviations alone a text is the same everywhere. */
const isForeign = ({ zh, en }: { readonly zh: string; readonly en: string }): boolean =>
  /[a-z]{4,}/.test(zh) && ![zh, en].some((text) => /\p{Script=Han}/u.test(text));
