import { type DocumentNode, Kind, visit } from 'graphql';
import { publicDefinitions, rootTypes } from '../definitions.ts';
import type { LintRule } from '../rule.ts';

/**
 * 公开接口的一个类型，从任何根字段都到不了。
 * No root field of the public schema leads to a type of it.
 *
 * @why 谁也用不到它，而改动它仍算不兼容的变更，文档里也一直有它。
 * Nobody can use it, and yet a change of it breaks the contract, and the documentation goes on to tell it.
 * @mend 删去它，或标 @inaccessible，或加上通向它的字段。
 * Remove it, mark it @inaccessible, or add the field that leads to it.
 * @source GraphQL-ESLint, no-unreachable-types
 */
export const rule: LintRule = {
  code: 'TYPE_REACHED_BY_NOBODY',
  severity: 'warning',

  *find(sdl) {
    const reached = reachedIn(sdl.api);
    const unreached = new Set(
      sdl.api.definitions.flatMap((node) =>
        'name' in node && node.name && node.kind !== Kind.DIRECTIVE_DEFINITION && !reached.has(node.name.value)
          ? [node.name.value]
          : [],
      ),
    );
    const told = new Set<string>();
    for (const { file, node } of publicDefinitions(sdl)) {
      const name = node.name.value;
      if (!unreached.has(name) || told.has(name)) continue;
      told.add(name);
      yield {
        file,
        node: node.name,
        part: name,
        message: { zh: `没有字段通向类型“${name}”。`, en: `No field leads to the type "${name}".` },
        mend: { zh: '请删去它，或标 @inaccessible。', en: 'Remove it, or mark it @inaccessible.' },
      };
    }
  },
};

/** By fields and arguments; what implements or belongs to what is reached is reached. */
function reachedIn(api: DocumentNode): ReadonlySet<string> {
  const leads = new Map<string, Set<string>>();
  const lead = (from: string, to: string): void => {
    leads.set(from, (leads.get(from) ?? new Set()).add(to));
  };
  for (const definition of api.definitions) {
    if (!('name' in definition) || !definition.name) continue;
    const from = definition.name.value;
    visit(definition, { NamedType: ({ name }) => lead(from, name.value) });
    for (const { name } of ('interfaces' in definition && definition.interfaces) || []) lead(name.value, from);
  }
  const reached = new Set<string>();
  const reach = (name: string): void => {
    if (reached.has(name)) return;
    reached.add(name);
    for (const next of leads.get(name) ?? []) reach(next);
  };
  for (const root of rootTypes) reach(root);
  return reached;
}
