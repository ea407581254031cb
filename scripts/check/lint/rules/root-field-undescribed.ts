import { publicFields, rootTypes } from '../definitions.ts';
import type { LintRule } from '../rule.ts';

/**
 * 查询、变更或订阅的一个字段没有说明。
 * A field of Query, Mutation or Subscription has no description.
 *
 * @why 集成方从这里开始读：不知道它给谁用、给出什么，就不敢用。
 * Integrators begin to read here: who is not told whom it is for and what it gives does not dare to use it.
 * @mend 用一句话写明它给出什么、谁可以用。
 * Say in one sentence what it gives, and to whom.
 * @source STYLE: Schema
 */
export const rule: LintRule = {
  code: 'ROOT_FIELD_UNDESCRIBED',
  severity: 'error',

  *find(sdl) {
    for (const { file, of, node, part } of publicFields(sdl)) {
      if (!rootTypes.has(of.name.value) || node.description) continue;
      yield {
        file,
        node: node.name,
        part,
        message: { zh: `“${part}”没有说明。`, en: `"${part}" has no description.` },
        mend: { zh: '请用一句话写明它给出什么、谁可以用。', en: 'Say in one sentence what it gives, and to whom.' },
      };
    }
  },
};
