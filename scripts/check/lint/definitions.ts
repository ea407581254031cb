import {
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  type TypeDefinitionNode,
  type TypeExtensionNode,
  type TypeNode,
} from 'graphql';
import type { Sdl, SdlFile } from './rule.ts';

export type Definition = TypeDefinitionNode | TypeExtensionNode;
export interface Placed<T> {
  readonly file: SdlFile;
  readonly node: T;
}
export interface Member extends Placed<FieldDefinitionNode | InputValueDefinitionNode> {
  readonly of: Definition;
  readonly part: string;
}

const definitionKinds: ReadonlySet<string> = new Set([
  Kind.OBJECT_TYPE_DEFINITION,
  Kind.OBJECT_TYPE_EXTENSION,
  Kind.INTERFACE_TYPE_DEFINITION,
  Kind.INTERFACE_TYPE_EXTENSION,
  Kind.INPUT_OBJECT_TYPE_DEFINITION,
  Kind.INPUT_OBJECT_TYPE_EXTENSION,
  Kind.ENUM_TYPE_DEFINITION,
  Kind.ENUM_TYPE_EXTENSION,
  Kind.UNION_TYPE_DEFINITION,
  Kind.UNION_TYPE_EXTENSION,
  Kind.SCALAR_TYPE_DEFINITION,
  Kind.SCALAR_TYPE_EXTENSION,
]);

/** Types as they are written, but those that nobody outside sees. */
export function* publicDefinitions({ files }: Pick<Sdl, 'files'>): Iterable<Placed<Definition>> {
  for (const file of files)
    for (const node of file.document.definitions)
      if (definitionKinds.has(node.kind) && !isInner(node as Definition)) yield { file, node: node as Definition };
}

/** Fields of objects, interfaces and inputs that somebody outside may see. */
export function* publicFields(sdl: Pick<Sdl, 'files'>): Iterable<Member> {
  for (const { file, node: of } of publicDefinitions(sdl))
    for (const node of 'fields' in of ? (of.fields ?? []) : [])
      if (!isInner(node)) yield { file, of, node, part: `${of.name.value}.${node.name.value}` };
}

export function directive(
  { directives = [] }: { readonly directives?: ReadonlyArray<ConstDirectiveNode> | undefined },
  name: string,
): ConstDirectiveNode | undefined {
  return directives.find((each) => each.name.value === name);
}

const isInner = (node: Parameters<typeof directive>[0]): boolean => directive(node, 'inaccessible') !== undefined;

export function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

export const rootTypes: ReadonlySet<string> = new Set(['Query', 'Mutation', 'Subscription']);
