import { Kind } from 'graphql';
import { publicDefinitions, rootTypes } from '../definitions.ts';
import type { LintRule } from '../rule.ts';

/** What their names say: the input and the answer of one write, and a page of a list. */
const obvious = /(Input|Payload|Connection|Edge)$/;

/**
 * 公开接口的一个类型没有说明。
 * A type of the public schema has no description.
 *
 * @why 说明就是公开文档：没有说明，集成方只能猜，或者来问。
 * Descriptions are the public documentation: without one, integrators guess or ask.
 * @mend 在类型前用一句话写明它是什么，中文术语写在括号里。
 * Say before it in one sentence what it is, with the Chinese term in brackets.
 * @source STYLE: Schema
 */
export const rule: LintRule = {
  code: 'TYPE_UNDESCRIBED',
  severity: 'warning',

  *find(sdl) {
    const silent = new Set(
      sdl.api.definitions.flatMap((node) =>
        'name' in node && node.name && 'description' in node && !node.description ? [node.name.value] : [],
      ),
    );
    const told = new Set<string>();
    for (const { file, node } of publicDefinitions(sdl)) {
      const name = node.name.value;
      const isSpoken = node.kind !== Kind.INPUT_OBJECT_TYPE_DEFINITION && !rootTypes.has(name) && !obvious.test(name);
      if (!isSpoken || !silent.has(name) || told.has(name)) continue;
      told.add(name);
      yield {
        file,
        node: node.name,
        part: name,
        message: { zh: `类型“${name}”没有说明。`, en: `The type "${name}" has no description.` },
        mend: { zh: '请用一句话写明它是什么。', en: 'Say in one sentence what it is.' },
      };
    }
  },
};
