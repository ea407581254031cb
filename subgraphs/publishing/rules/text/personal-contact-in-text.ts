import type { Rule } from '../../rule.ts';
import { textPairsIn } from '../../text-pairs.ts';

/**
 * 文字中写有手机号码或公民身份号码。
 * A text holds a mobile number or an identity number.
 *
 * @why 个人信息会随目录公布；换人之后申请人也找不到人。
 * It is published with the catalogue; and once somebody else has the job nobody answers.
 * @mend 请改写部门的办公电话，例子用明显虚构的号码。
 * Give the office its number, and use plainly made-up numbers as examples.
 * @source 《中华人民共和国个人信息保护法》第二十五条
 */
export const rule: Rule = {
  code: 'PERSONAL_CONTACT_IN_TEXT',
  severity: 'warning',
  perFile: true,

  *find({ files }) {
    for (const { file } of files)
      for (const [at, text] of textPairsIn(file.value)) {
        if (!isPersonal(text)) continue;
        yield {
          file,
          at,
          message: {
            zh: `“${text.zh}”写有个人的号码。`,
            en: `"${text.en}" (${text.zh}) holds the number of a person.`,
          },
          mend: {
            zh: '请改写部门的办公电话，例子用明显虚构的号码。',
            en: 'Give the office its number, and use plainly made-up numbers as examples.',
          },
        };
      }
  },
};

const isPersonal = ({ zh, en }: { readonly zh: string; readonly en: string }): boolean =>
  [zh, en].some((text) => /(?<!\d)(1[3-9]\d{9}|[1-9]\d{5}(19|20)\d{2}(0\d|1[0-2])\d{5}[\dX])(?!\d)/.test(text));
