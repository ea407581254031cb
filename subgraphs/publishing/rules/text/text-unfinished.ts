import type { Rule } from '../../rule.ts';
import { textPairsIn } from '../../text-pairs.ts';

/**
 * 文字还没有写好：待补充、TODO、测试之类。
 * A text is still to be written: it says TODO, or something for trying out.
 *
 * @why 申请人会看到它。
 * Citizens see it as it is.
 * @mend 请写上真正的文字。
 * Write the text that is meant.
 * @source MAINTAINERS.md
 */
export const rule: Rule = {
  code: 'TEXT_UNFINISHED',
  severity: 'warning',
  perFile: true,

  *find({ files }) {
    for (const { file } of files)
      for (const [at, text] of textPairsIn(file.value)) {
        if (!isUnfinished(text)) continue;
        yield {
          file,
          at,
          message: { zh: `“${text.zh}”还没有写好。`, en: `"${text.en}" (${text.zh}) is still to be written.` },
          mend: { zh: '请写上真正的文字。', en: 'Write the text that is meant.' },
        };
      }
  },
};

const isUnfinished = ({ zh, en }: { readonly zh: string; readonly en: string }): boolean =>
  /待补充|待完善|待定|测试|XXX|TODO/i.test(zh) || /\b(todo|tbd|xxx|lorem ipsum|fixme)\b/i.test(en);
