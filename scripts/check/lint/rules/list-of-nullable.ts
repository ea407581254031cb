import { Kind, type TypeNode } from 'graphql';
import { publicFields } from '../definitions.ts';
import type { LintRule } from '../rule.ts';

/**
 * 列表的元素可以为空。
 * The items of a list may be null.
 *
 * @why 空元素没有含义，而每个客户端都得处理，忘了的就会出错。
 * A null item means nothing, and yet every client has to expect it; who forgets it fails.
 * @mend 在元素类型后加感叹号：[Matter!]。
 * Put an exclamation mark after the type of the items: [Matter!].
 * @source GraphQL, Schema Design: Nullability
 */
export const rule: LintRule = {
  code: 'LIST_OF_NULLABLE',
  severity: 'error',

  *find(sdl) {
    for (const { file, node, part } of publicFields(sdl)) {
      const all = [{ type: node.type, at: part }];
      for (const { name, type } of 'arguments' in node ? (node.arguments ?? []) : [])
        all.push({ type, at: `${part}.${name.value}` });
      for (const { type, at } of all) {
        if (!mayHoldNull(type)) continue;
        yield {
          file,
          node: type,
          part: at,
          message: { zh: `“${at}”的元素可以为空。`, en: `The items of "${at}" may be null.` },
          mend: { zh: '请在元素类型后加感叹号。', en: 'Put an exclamation mark after the type of the items.' },
        };
      }
    }
  },
};

function mayHoldNull(type: TypeNode): boolean {
  if (type.kind === Kind.NON_NULL_TYPE) return mayHoldNull(type.type);
  if (type.kind === Kind.NAMED_TYPE) return false;
  return type.type.kind !== Kind.NON_NULL_TYPE || mayHoldNull(type.type);
}
