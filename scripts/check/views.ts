import { readFileSync } from 'node:fs';
import {
  type DefinitionNode,
  type DocumentNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  print,
  visit,
} from 'graphql';
import { z } from 'zod';
import { parseSourceFile, type SourceFile } from '../../subgraphs/publishing/source-file.ts';
import { reading } from './layers.ts';

const contractsPath = 'schema/contracts.yaml';
const viewRow = z.strictObject({
  code: z.string(),
  name: z.strictObject({ zh: z.string(), en: z.string() }),
  fields: z.array(z.string()),
  operations: z.array(z.string()),
});
/** What one kind of client may use of the public schema. */
export type View = z.infer<typeof viewRow>;
export interface Contracts {
  readonly file: SourceFile;
  /** From the narrowest to the widest. */
  readonly views: ReadonlyArray<View>;
}

/** `schema/contracts.yaml`; throws what is wrong with it, as an input that cannot be read. */
export function readContracts(
  text: string = readFileSync(new URL(`../../${contractsPath}`, import.meta.url), 'utf8'),
): Contracts {
  return reading(contractsPath, () => {
    const file = parseSourceFile({ path: contractsPath, text });
    return { file, views: z.strictObject({ views: z.array(viewRow).min(1) }).parse(file.value).views };
  });
}

const roots: ReadonlySet<string> = new Set(['Query', 'Mutation', 'Subscription']);
const isRoot = (each: DefinitionNode): each is ObjectTypeDefinitionNode =>
  each.kind === Kind.OBJECT_TYPE_DEFINITION && roots.has(each.name.value);

/** `Query.plan`, …: where operations begin. */
export function rootFields({ definitions }: DocumentNode): ReadonlyArray<string> {
  return definitions
    .filter(isRoot)
    .flatMap(({ name, fields = [] }) => fields.map((field) => `${name.value}.${field.name.value}`));
}

/** Everything that a view has: its own fields and those of narrower ones. Undefined: there is no such view. */
export function fieldsOf(views: ReadonlyArray<View>, code: string): ReadonlySet<string> | undefined {
  const index = views.findIndex((each) => each.code === code);
  return index === -1 ? undefined : new Set(views.slice(0, index + 1).flatMap(({ fields }) => fields));
}

/** The public schema with these root fields alone, and the types that are reached from them. */
export function viewOf(api: DocumentNode, fields: ReadonlySet<string>): DocumentNode {
  const left = api.definitions.flatMap((each): ReadonlyArray<DefinitionNode> => {
    if (!isRoot(each)) return [each];
    const own = (each.fields ?? []).filter(({ name }) => fields.has(`${each.name.value}.${name.value}`));
    return own.length === 0 ? [] : [{ ...each, fields: own }];
  });
  const reached = reachedIn(left);
  return {
    ...api,
    definitions: left.filter(
      (each) =>
        !('name' in each) || !each.name || !isType(each) || roots.has(each.name.value) || reached.has(each.name.value),
    ),
  };
}

const isType = ({ kind }: DefinitionNode): boolean => kind.endsWith('TypeDefinition');

/** Names of the types that root types and directives lead to; who implements an interface is reached by it. */
function reachedIn(definitions: ReadonlyArray<DefinitionNode>): ReadonlySet<string> {
  const named = new Map<string, DefinitionNode>();
  const implementing = new Map<string, string[]>();
  const begin: DefinitionNode[] = [];
  for (const each of definitions) {
    if (isRoot(each) || !isType(each)) begin.push(each);
    if (!('name' in each) || !each.name) continue;
    named.set(each.name.value, each);
    if ('interfaces' in each)
      for (const { name } of each.interfaces ?? [])
        implementing.set(name.value, [...(implementing.get(name.value) ?? []), each.name.value]);
  }
  const reached = new Set<string>();
  const reach = (name: string): void => {
    if (reached.has(name)) return;
    reached.add(name);
    const definition = named.get(name);
    if (definition) follow(definition);
    for (const each of implementing.get(name) ?? []) reach(each);
  };
  const follow = (definition: DefinitionNode): void => {
    visit(definition, { NamedType: ({ name }) => reach(name.value) });
  };
  for (const each of begin) follow(each);
  return reached;
}

/** A view as SDL, for whoever writes a client. Undefined: there is no such view. */
export function viewText(api: string, code: string, { views }: Contracts = readContracts()): string | undefined {
  const fields = fieldsOf(views, code);
  return fields && print(viewOf(parse(api), fields));
}
