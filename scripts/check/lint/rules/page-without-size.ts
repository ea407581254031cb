import { namedType, publicFields } from '../definitions.ts';
import type { LintRule } from '../rule.ts';

/**
 * 分页的字段没有 first 参数，或者 first 没有默认值。
 * A field that gives a page has no argument `first`, or `first` has no default.
 *
 * @why 不说要多少就给全部：数据一多，一次请求就拖垮一个部门的系统。
 * Without it a request gets everything: as data grows, one request brings a department's system down.
 * @mend 加上 first: Int = 20 和 after: String。
 * Add first: Int = 20 and after: String.
 * @source GraphQL Cursor Connections
 */
export const rule: LintRule = {
  code: 'PAGE_WITHOUT_SIZE',
  severity: 'error',

  *find(sdl) {
    for (const { file, node, part } of publicFields(sdl)) {
      if (!('arguments' in node) || !namedType(node.type).endsWith('Connection')) continue;
      if (node.arguments?.some(({ name, defaultValue }) => name.value === 'first' && defaultValue)) continue;
      yield {
        file,
        node: node.name,
        part,
        message: { zh: `“${part}”不说一页有多少。`, en: `"${part}" does not say how much a page holds.` },
        mend: { zh: '请加上 first: Int = 20。', en: 'Add first: Int = 20.' },
      };
    }
  },
};
