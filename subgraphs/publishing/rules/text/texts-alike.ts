import type { Localized } from '../../../language/text.ts';
import type { Fault, Rule } from '../../rule.ts';

/**
 * 两个问题、同一问题的两个选项，或同一部门同一地区的两个事项读起来一样。
 * Two questions, two options of one question, or two matters of a department in one region read the same.
 *
 * @why 申请人分不清该选哪一个。
 * Citizens cannot tell which one to choose.
 * @mend 改写其中之一，说明不同在哪里。
 * Word one of them so that the difference shows.
 * @source MAINTAINERS.md
 */
export const rule: Rule = {
  code: 'TEXTS_ALIKE',
  severity: 'warning',

  *find({ questions, matters }) {
    const asked = new Set<string>();
    for (const { file, value } of questions)
      for (const [index, { text, options = [] }] of value.questions.entries()) {
        if (asked.has(text.zh)) yield said(file, ['questions', index, 'text'], text);
        asked.add(text.zh);
        const offered = options.map((option) => option.text);
        const twice = offered.find(({ zh }, at) => offered.findIndex((other) => other.zh === zh) !== at);
        if (twice) yield said(file, ['questions', index, 'options'], twice);
      }
    const titles = new Set<string>();
    for (const { file, value, department } of matters) {
      const key = JSON.stringify([department, value.region, value.title.zh]);
      // Versions of one matter follow each other.
      const own = JSON.stringify([key, value.code]);
      if (titles.has(key) && !titles.has(own)) yield said(file, ['title'], value.title);
      titles.add(key).add(own);
    }
  },
};

function said(file: Fault['file'], at: Fault['at'], { zh, en }: Localized): Fault {
  return {
    file,
    at,
    message: { zh: `“${zh}”已有另一处相同。`, en: `"${en}" (${zh}) is worded like another.` },
    mend: { zh: '请改写其中之一。', en: 'Word one of them otherwise.' },
  };
}
