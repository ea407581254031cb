import type { Rule } from '../../rule.ts';

/**
 * 事项或一件事的名称超过四十个字。
 * The title of a matter or an event has more than forty characters.
 *
 * @why 手机上显示不全，申请人分不清是哪一个。
 * It is cut off on a phone, and citizens cannot tell which one it is.
 * @mend 缩短名称，说明写入 conditions。
 * Shorten it, and explain in conditions.
 * @source GB/T 39554.1-2020
 */
export const rule: Rule = {
  code: 'TITLE_TOO_LONG',
  severity: 'warning',
  perFile: true,

  *find({ matters, eventFiles }) {
    for (const { file, value } of [...matters, ...eventFiles]) {
      const length = [...(value.title?.zh ?? '')].length;
      if (length <= mostCharacters) continue;
      yield {
        file,
        at: ['title', 'zh'],
        message: { zh: `名称有 ${length} 个字。`, en: `The title has ${length} characters.` },
        mend: { zh: '请缩短到四十字以内。', en: 'Shorten it to forty.' },
      };
    }
  },
};

const mostCharacters = 40;
