import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as operations from '@graphql-codegen/typescript-operations';
import * as resolvers from '@graphql-codegen/typescript-resolvers';
import { buildSchema, type DocumentNode, Kind, parse } from 'graphql';
import { folderOf, type Registry } from '../schema/registry.ts';
import { templateTypeDefs } from '../schema/subgraphs.ts';

const root = new URL('../', import.meta.url);
const heading = '// Generated from the SDL by "npm run compose": a change here is lost at the next.\n';
const operationsFolder = new URL('schema/operations/', root);

const usual = {
  useTypeImports: true,
  enumType: 'string-literal',
  enumsAsTypes: true,
  immutableTypes: true,
  skipTypename: true,
  strictScalars: true,
  avoidOptionals: { field: true },
};
/** How JSON carries what has no type in GraphQL; of scalars that are not named here nothing is known. */
const scalars: Readonly<Record<string, string>> = {
  ID: 'string',
  Date: 'string',
  DateTime: 'string',
  RegionCode: 'string',
  PartyRole: 'string',
  FormByParty: 'Readonly<Record<string, Readonly<Record<string, unknown>>>>',
  PartiesByRole: 'Readonly<Record<string, ReadonlyArray<string>>>',
  AnswersByQuestion: 'Readonly<Record<string, unknown>>',
  _FieldSet: 'string',
};

/**
 * The types of each subgraph's resolvers, and of the operations that are shipped. What a resolver's parent is stands in the subgraph's
 * `parents.ts`: a type there that is named as one of the schema is what that type's resolvers are given, `Context` is their context.
 */
export async function typeFiles({ subgraphs }: Registry, api: string): Promise<ReadonlyArray<[string, string]>> {
  const folders = [...new Set(subgraphs.filter((row) => !row.external).map(folderOf))];
  return [
    ...(await Promise.all(folders.map(resolverTypes))),
    ['schema/generated/operations.ts', await operationTypes(api)],
  ];
}

async function resolverTypes(folder: string): Promise<[string, string]> {
  const filename = `schema/generated/${folder.split('/').at(-1)}.ts`;
  const schema = templateTypeDefs(folder);
  const parents = parentsOf(folder);
  const from = (name: string): string => `../../${folder}/parents.ts#${name}`;
  const text = await codegen({
    filename,
    schema,
    documents: [],
    config: {
      ...usual,
      federation: true,
      scalars: scalarsOf(schema),
      mappers: Object.fromEntries(
        parents.filter((name) => name !== 'Context').map((name) => [name, `${from(name)} as ${name}Parent`]),
      ),
      ...(parents.includes('Context') ? { contextType: from('Context') } : {}),
    },
    plugins: [{ typescript: {} }, { resolvers: {} }],
    pluginMap: { typescript, resolvers },
  });
  return [filename, heading + text];
}

/** Names of the types that a subgraph's `parents.ts` exports. */
function parentsOf(folder: string): ReadonlyArray<string> {
  const file = new URL(`${folder}/parents.ts`, root);
  if (!existsSync(file)) return [];
  return [...readFileSync(file, 'utf8').matchAll(/^export (?:interface|type) (\w+)/gm)].map(
    ([, name]) => name as string,
  );
}

function scalarsOf({ definitions }: DocumentNode): Readonly<Record<string, string>> {
  const declared = definitions.filter((each) => each.kind === Kind.SCALAR_TYPE_DEFINITION);
  return { ...Object.fromEntries(declared.map(({ name }) => [name.value, 'unknown'])), ...scalars };
}

function operationTypes(api: string): Promise<string> {
  const schema = parse(api);
  const documents = readdirSync(operationsFolder)
    .sort()
    .map((file) => ({ location: file, document: parse(readFileSync(new URL(file, operationsFolder), 'utf8')) }));
  return codegen({
    filename: 'schema/generated/operations.ts',
    schema,
    schemaAst: buildSchema(api),
    documents,
    config: { ...usual, scalars: scalarsOf(schema) },
    plugins: [{ operations: {} }],
    pluginMap: { operations },
  }).then((text) => heading + text);
}
