import {
  type ASTNode,
  type DefinitionNode,
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  print,
  type StringValueNode,
  specifiedDirectives,
  visit,
} from 'graphql';
import { readMaxima, withMaxima } from './maxima.ts';
import { doorPrefix } from './registry.ts';

const maxima = readMaxima();

/**
 * From the SDL that a person writes to the SDL that a subgraph serves. All of it happens in the parsed tree, never in text:
 *
 * - `@perDepartment` on a definition: it stands once for each department of the registry, `Department` in its names and `{zh}`, `{en}` in
 *   its description being that department's;
 * - `@membersOf(type: "Y")` on a type or interface: it has the fields of `Y`, which stands in the same file;
 * - a fragment: written out wherever a `@requires(fields: "...Name")` spreads it;
 * - definitions of `shared.graphql`: added where the subgraph names them and has none of its own;
 * - how large an input may be, from `maxima.yaml`: added to its description;
 * - the `@link` to the federation specification, with the directives that are used.
 */
export interface Splicing {
  readonly shared: DocumentNode;
  readonly departments: ReadonlyArray<{
    readonly type: string;
    readonly name: { readonly zh: string; readonly en: string };
  }>;
  /** The department whose own SDL this is: its type takes the place of `Department`. */
  readonly as?: string;
}

export function spliced(document: DocumentNode, { shared, departments, as }: Splicing): DocumentNode {
  const fragments = document.definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION);
  const own = document.definitions
    .filter((each) => each.kind !== Kind.FRAGMENT_DEFINITION)
    .map((each) => withMembers(each, document))
    .flatMap((each) => perDepartment(each, departments))
    .map((each) => (as === undefined ? each : namedFor(as, each)))
    .map((each) => withFragments(each, fragments));
  const definitions = withShared(own, shared).map((each) => withMaxima(each, maxima));
  return { kind: Kind.DOCUMENT, definitions: [federationLink(definitions), ...definitions] };
}

/** `DepartmentMatter` and `departmentAccept` for one department: `TaxMatter` and `taxAccept`. */
export function nameFor(type: string, name: string): string {
  if (name === 'DepartmentMatter') return `${type}Matter`;
  const rest = /^department([A-Z].*)$/.exec(name)?.[1];
  return rest === undefined ? name : `${doorPrefix(type)}${rest}`;
}

function namedFor<Node extends ASTNode>(type: string, node: Node): Node {
  return visit(node, { Name: (name) => ({ ...name, value: nameFor(type, name.value) }) });
}

const directivesOf = (node: DefinitionNode): ReadonlyArray<DirectiveNode> =>
  ('directives' in node ? node.directives : undefined) ?? [];
const directiveOf = (node: DefinitionNode, name: string): DirectiveNode | undefined =>
  directivesOf(node).find((directive) => directive.name.value === name);
const without = <Node extends DefinitionNode>(node: Node, name: string): Node => ({
  ...node,
  directives: directivesOf(node).filter((directive) => directive.name.value !== name),
});
const nameOf = (node: DefinitionNode): string | undefined =>
  'name' in node && node.name ? node.name.value : undefined;

function withMembers(node: DefinitionNode, { definitions }: DocumentNode): DefinitionNode {
  const value = directiveOf(node, 'membersOf')?.arguments?.[0]?.value;
  if (value?.kind !== Kind.STRING || !hasFields(node)) return node;
  const other = definitions.find((each) => nameOf(each) === value.value);
  if (!other || !hasFields(other)) {
    throw new Error(`${node.name.value} has the members of "${value.value}", and there is no such type beside it.`);
  }
  return { ...without(node, 'membersOf'), fields: other.fields ?? [] };
}

function hasFields(node: DefinitionNode): node is ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode {
  return node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION;
}

function perDepartment(node: DefinitionNode, departments: Splicing['departments']): ReadonlyArray<DefinitionNode> {
  if (!directiveOf(node, 'perDepartment')) return [node];
  return departments.map(({ type, name }) =>
    visit(namedFor(type, without(node, 'perDepartment')), {
      StringValue: (text, key) =>
        key === 'description'
          ? { ...text, value: text.value.replaceAll('{zh}', name.zh).replaceAll('{en}', name.en) }
          : undefined,
    }),
  );
}

function withFragments(node: DefinitionNode, fragments: ReadonlyArray<FragmentDefinitionNode>): DefinitionNode {
  if (fragments.length === 0) return node;
  const written = (text: StringValueNode): StringValueNode => ({
    ...text,
    value: text.value.replaceAll(/\.\.\.\s*(\w+)/g, (spread, name: string) => {
      const fragment = fragments.find((each) => each.name.value === name);
      return fragment ? print(fragment.selectionSet).slice(1, -1).trim() : spread;
    }),
  });
  return visit(node, {
    Directive: (directive) =>
      directive.name.value === 'requires' ? visit(directive, { StringValue: written }) : undefined,
  });
}

/** Names of types that stand in the definitions: field types, arguments, interfaces. */
function spokenIn(definitions: ReadonlyArray<DefinitionNode>): ReadonlySet<string> {
  const names = new Set<string>();
  for (const definition of definitions) {
    visit(definition, { NamedType: (type) => void names.add(type.name.value) });
  }
  return names;
}

function withShared(own: ReadonlyArray<DefinitionNode>, shared: DocumentNode): ReadonlyArray<DefinitionNode> {
  const known = new Set(own.map(nameOf));
  let all = own;
  // What a shared type speaks of is shared too: again until nothing new is named.
  for (;;) {
    const spoken = spokenIn(all);
    const more = shared.definitions.filter((each) => {
      const name = nameOf(each);
      return name !== undefined && spoken.has(name) && !known.has(name);
    });
    if (more.length === 0) return all;
    for (const each of more) known.add(nameOf(each));
    all = [...all, ...more];
  }
}

/** Directives of GraphQL itself: nothing is imported for them. */
const builtIn = new Set(specifiedDirectives.map(({ name }) => name));

function federationLink(definitions: ReadonlyArray<DefinitionNode>): DefinitionNode {
  const used = new Set<string>();
  for (const definition of definitions) {
    visit(definition, { Directive: ({ name }) => void used.add(name.value) });
  }
  const imported = [...used].filter((name) => !builtIn.has(name)).map((name) => `"@${name}"`);
  const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: [${imported.sort().join(', ')}])`;
  return parse(link).definitions[0] as DefinitionNode;
}
