import { publicDefinitions } from '../definitions.ts';
import type { LintFault, LintRule } from '../rule.ts';

const styles = {
  type: { fits: /^[A-Z][A-Za-z0-9]*$/, zh: '大驼峰', en: 'PascalCase' },
  field: { fits: /^[a-z][A-Za-z0-9]*$/, zh: '小驼峰', en: 'camelCase' },
  value: { fits: /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/, zh: '全大写加下划线', en: 'UPPER_CASE' },
} as const;

/**
 * 名称不合本图的写法：类型用大驼峰，字段和参数用小驼峰，枚举值全大写。
 * A name is not written as names of this graph are: types in PascalCase, fields and arguments in camelCase, values of enums in UPPER_CASE.
 *
 * @why 名称一经发布就改不了；写法不一，集成方要逐个去查，各语言生成的代码也不一样。
 * A name cannot be changed once it is published, and where names differ in style integrators look up each one.
 * @mend 改成该处的写法；已经发布的，先新增一个，再弃用原来的。
 * Write it as names of its kind are; one that is published gets a second first, and is then deprecated.
 * @source GraphQL, Schema Design: Naming
 */
export const rule: LintRule = {
  code: 'NAME_OUT_OF_STYLE',
  severity: 'error',

  *find(sdl) {
    for (const { file, node: of } of publicDefinitions(sdl)) {
      const misfit = (kind: keyof typeof styles, node: typeof of.name, part: string): ReadonlyArray<LintFault> => {
        const { fits, zh, en } = styles[kind];
        if (fits.test(node.value)) return [];
        return [
          {
            file,
            node,
            part,
            message: { zh: `“${node.value}”不是${zh}写法。`, en: `"${node.value}" is not in ${en}.` },
            mend: { zh: `请改成${zh}写法。`, en: `Write it in ${en}.` },
          },
        ];
      };
      const type = of.name.value;
      yield* misfit('type', of.name, type);
      for (const { name } of 'values' in of ? (of.values ?? []) : [])
        yield* misfit('value', name, `${type}.${name.value}`);
      for (const field of 'fields' in of ? (of.fields ?? []) : []) {
        const part = `${type}.${field.name.value}`;
        yield* misfit('field', field.name, part);
        for (const { name } of 'arguments' in field ? (field.arguments ?? []) : [])
          yield* misfit('field', name, `${part}.${name.value}`);
      }
    }
  },
};
