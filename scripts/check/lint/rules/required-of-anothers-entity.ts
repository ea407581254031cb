import { type ConstDirectiveNode, Kind } from 'graphql';
import { type Definition, directive, type Placed, publicDefinitions } from '../definitions.ts';
import type { LintRule } from '../rule.ts';

/**
 * 给别的子图的实体加的字段不可为空。实体属于写有它的说明的子图。
 * A field that is added to an entity of another subgraph may not be null. An entity is of the subgraph that describes it.
 *
 * @why 加它的子图没有回答时，空值一路向上，把别的子图已经回答的整个实体也抹掉。
 * When the subgraph that adds it does not answer, the null goes up and wipes out the whole entity, which others did answer.
 * @mend 去掉感叹号：空值加错误就是“没有回答”。
 * Take the exclamation mark away: null with an error means "did not answer".
 * @source GraphQL, Handling Execution Errors
 */
export const rule: LintRule = {
  code: 'REQUIRED_OF_ANOTHERS_ENTITY',
  severity: 'error',

  *find(sdl) {
    const entities = [...publicDefinitions(sdl)].filter(({ node }) => directive(node, 'key') && 'fields' in node);
    for (const { file, node: of } of entities) {
      const type = of.name.value;
      const home = entities.find(({ node }) => node.name.value === type && 'description' in node && node.description);
      if (!home || home.file === file) continue;
      const known = new Set([...fieldsOf(home).map(({ name }) => name.value), ...keysOf(of.directives ?? [])]);
      for (const field of fieldsOf({ file, node: of })) {
        const isAdded =
          !known.has(field.name.value) && !directive(field, 'external') && !directive(field, 'inaccessible');
        if (!isAdded || field.type.kind !== Kind.NON_NULL_TYPE) continue;
        const part = `${type}.${field.name.value}`;
        yield {
          file,
          node: field.type,
          part,
          message: {
            zh: `“${part}”不可为空，而“${type}”属于 ${home.file.path}。`,
            en: `"${part}" may not be null, and "${type}" is of ${home.file.path}.`,
          },
          mend: { zh: '请去掉感叹号。', en: 'Take the exclamation mark away.' },
        };
      }
    }
  },
};

function fieldsOf({ node }: Placed<Definition>) {
  return node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION
    ? (node.fields ?? [])
    : [];
}

function keysOf(directives: ReadonlyArray<ConstDirectiveNode>): ReadonlyArray<string> {
  return directives
    .filter(({ name }) => name.value === 'key')
    .flatMap(({ arguments: given = [] }) => given.map(({ value }) => value))
    .flatMap((value) => (value.kind === Kind.STRING ? (value.value.match(/\w+/g) ?? []) : []));
}
