import { publicFields, rootTypes } from '../definitions.ts';
import type { LintRule } from '../rule.ts';

/**
 * 字段名重复了所在类型的名称。
 * The name of a field repeats the name of its type.
 *
 * @why 每个客户端都要多读多写一遍；同一意思在别的类型上又叫另一个名字。
 * Every client reads and writes it twice, and what means the same is named otherwise on every type.
 * @mend 去掉字段名开头的类型名。
 * Leave the name of the type out of it.
 * @source GraphQL-ESLint, no-typename-prefix
 */
export const rule: LintRule = {
  code: 'FIELD_REPEATS_ITS_TYPE',
  severity: 'warning',

  *find(sdl) {
    for (const { file, of, node, part } of publicFields(sdl)) {
      const type = of.name.value;
      const [name, head] = [node.name.value, type[0]?.toLowerCase() + type.slice(1)];
      if (rootTypes.has(type) || !name.startsWith(head) || !/^[A-Z]/.test(name.slice(head.length))) continue;
      yield {
        file,
        node: node.name,
        part,
        message: { zh: `字段“${name}”重复了类型名“${type}”。`, en: `The field "${name}" repeats "${type}".` },
        mend: { zh: '请去掉类型名。', en: 'Leave the name of the type out of it.' },
      };
    }
  },
};
