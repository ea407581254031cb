import { type ConstDirectiveNode, Kind } from 'graphql';
import { directive, publicDefinitions } from '../definitions.ts';
import type { LintFault, LintRule } from '../rule.ts';

/**
 * 弃用时没有写明用什么代替。
 * Something is deprecated and does not say what is used in its place.
 *
 * @why 客户端只知道不该再用，不知道改用什么，就一直用下去，永远删不掉。
 * Clients learn that they should stop and not what to use, so they go on, and it can never be removed.
 * @mend 在 @deprecated 的 reason 中用反引号写出替代项，例如 "Use `title`."；没有替代的，写 "Nothing replaces it: " 和原因。
 * Name what to use in backticks in its reason, as in "Use `title`."; where there is nothing, write "Nothing replaces it: " and why.
 * @source STYLE: Schema
 */
export const rule: LintRule = {
  code: 'DEPRECATED_WITHOUT_REPLACEMENT',
  severity: 'error',

  *find(sdl) {
    for (const { file, node: of } of publicDefinitions(sdl)) {
      const judge = (node: Parameters<typeof directive>[0], part: string): ReadonlyArray<LintFault> => {
        const deprecated = directive(node, 'deprecated');
        if (!deprecated || /`[^`]+`|^Nothing replaces it: ./.test(reasonOf(deprecated))) return [];
        return [
          {
            file,
            node: deprecated,
            part,
            message: { zh: `“${part}”弃用后用什么，没有写明。`, en: `"${part}" does not say what replaces it.` },
            mend: { zh: '请在 reason 中用反引号写出替代项。', en: 'Name what to use in backticks in its reason.' },
          },
        ];
      };
      for (const member of [
        ...('values' in of ? (of.values ?? []) : []),
        ...('fields' in of ? (of.fields ?? []) : []),
      ]) {
        const part = `${of.name.value}.${member.name.value}`;
        yield* judge(member, part);
        for (const argument of 'arguments' in member ? (member.arguments ?? []) : [])
          yield* judge(argument, `${part}.${argument.name.value}`);
      }
    }
  },
};

function reasonOf({ arguments: given = [] }: ConstDirectiveNode): string {
  const value = given.find(({ name }) => name.value === 'reason')?.value;
  return value?.kind === Kind.STRING ? value.value : '';
}
