import { namedType, publicFields } from '../definitions.ts';
import type { LintRule } from '../rule.ts';

/**
 * 名为 id 的字段，类型不是 ID。
 * A field is named id, and its type is not ID.
 *
 * @why 客户端的缓存按 ID 认出同一个东西；类型不是 ID 的，就会存成两份，一份不再更新。
 * Caches of clients know a thing again by its ID; of another type it is kept twice, and one of the two is never brought up to date.
 * @mend 类型改为 ID；不是标识的，换个名称。
 * Make it ID; where it identifies nothing, name it otherwise.
 * @source GraphQL, Global Object Identification
 */
export const rule: LintRule = {
  code: 'ID_OF_ANOTHER_TYPE',
  severity: 'error',

  *find(sdl) {
    for (const { file, node, part } of publicFields(sdl)) {
      if (node.name.value !== 'id' || namedType(node.type) === 'ID') continue;
      yield {
        file,
        node: node.type,
        part,
        message: { zh: `“${part}”的类型不是 ID。`, en: `The type of "${part}" is not ID.` },
        mend: { zh: '请改为 ID，或换个名称。', en: 'Make it ID, or name it otherwise.' },
      };
    }
  },
};
