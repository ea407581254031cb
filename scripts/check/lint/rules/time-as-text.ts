import { namedType, publicFields } from '../definitions.ts';
import type { LintRule } from '../rule.ts';

/**
 * 名称说的是日期或时刻，类型却是文本。
 * A field is named as a day or a moment, and its type is text.
 *
 * @why 文本里什么都能写：时区、写法各家不同，错的到用的时候才发现。
 * Text takes anything: zones and notations differ, and what is wrong is found where it is used.
 * @mend 日期用 Date，时刻用 DateTime；不是时间的，换个名称。
 * Make it Date or DateTime; where it is no time, name it otherwise.
 * @source STYLE: Schema
 */
export const rule: LintRule = {
  code: 'TIME_AS_TEXT',
  severity: 'warning',

  *find(sdl) {
    for (const { file, node, part } of publicFields(sdl)) {
      if (!/([a-z](At|On|Date|Time))$|^date$/.test(node.name.value) || namedType(node.type) !== 'String') continue;
      yield {
        file,
        node: node.type,
        part,
        message: { zh: `“${part}”是时间，类型却是文本。`, en: `"${part}" is a time, and its type is text.` },
        mend: { zh: '请用 Date 或 DateTime。', en: 'Make it Date or DateTime.' },
      };
    }
  },
};
