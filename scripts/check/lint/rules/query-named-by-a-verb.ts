import { publicFields } from '../definitions.ts';
import type { LintRule } from '../rule.ts';

/**
 * 查询字段以动词命名（get、list、find 等）。
 * A field of Query is named by a verb: get, list, find and the like.
 *
 * @why 图中的字段是东西，不是调用；同一个东西会因动词不同出现两个名字。
 * A field of the graph is a thing and no call; verbs give the same thing two names.
 * @mend 以名词命名：一个用单数，多个用复数。
 * Name what it gives: one in the singular, several in the plural.
 * @source GraphQL, Schema Design: Naming
 */
export const rule: LintRule = {
  code: 'QUERY_NAMED_BY_A_VERB',
  severity: 'warning',

  *find(sdl) {
    for (const { file, of, node, part } of publicFields(sdl)) {
      if (of.name.value !== 'Query' || !/^(get|list|find|fetch|query|search)[A-Z]/.test(node.name.value)) continue;
      yield {
        file,
        node: node.name,
        part,
        message: { zh: `查询字段“${node.name.value}”以动词命名。`, en: `"${node.name.value}" is named by a verb.` },
        mend: { zh: '请以它给出的东西命名。', en: 'Name what it gives.' },
      };
    }
  },
};
