import { readFileSync } from 'node:fs';
import { type DefinitionNode, type InputValueDefinitionNode, Kind, type TypeNode, visit } from 'graphql';
import { parse } from 'yaml';
import { z } from 'zod';

const number = z.int().positive();
/** `values` and `depth` of JSON: scalars, objects and lists within it. */
export const kinds = ['items', 'characters', 'values', 'depth'] as const;
const input = z.partialRecord(z.enum(kinds), number);
const row = z.strictObject({
  value: number,
  unit: z.string(),
  per: z.enum(['request', 'operation', 'caller', 'address', 'process', 'point']),
  /** The gateway's setting that says another. */
  setting: z.string().optional(),
  zh: z.string(),
  en: z.string(),
});
const table = z.strictObject({
  sentence: z.string(),
  units: z.record(z.enum(kinds), z.string()),
  inputs: z.record(z.string(), input),
  gateway: z.record(z.string(), row),
  subgraphs: z.record(z.string(), row),
});

export type InputMaximum = z.infer<typeof input>;
export type Maxima = z.infer<typeof table>;

/** The table of maxima. Throws where it is not of its form. */
export function readMaxima(): Maxima {
  return table.parse(parse(readFileSync(new URL('./maxima.yaml', import.meta.url), 'utf8')));
}

/** What holds of an input or argument: its own row by coordinate, then by name, then its type's. */
export function maximumOf(
  inputs: Maxima['inputs'],
  coordinate: string,
  name: string,
  type: string,
): InputMaximum | undefined {
  const own = inputs[coordinate] ?? inputs[name];
  const ofType = inputs[type];
  return own || ofType ? { ...ofType, ...own } : undefined;
}

/** SDL in which each input and argument says how large it may be. */
export function withMaxima(definition: DefinitionNode, { inputs, sentence, units }: Maxima): DefinitionNode {
  const [type] = 'name' in definition && definition.name ? [definition.name.value] : [];
  if (type === undefined || definition.kind === Kind.DIRECTIVE_DEFINITION) return definition;
  const said = (node: InputValueDefinitionNode, coordinate: string): InputValueDefinitionNode => {
    const { named, lists } = unwrapped(node.type);
    const maximum = maximumOf(inputs, coordinate, node.name.value, named) ?? {};
    const found = {
      ...maximum,
      ...(lists > 0 ? { items: maximum.items ?? inputs['[]']?.items } : { items: undefined }),
    };
    const words = kinds.flatMap((kind) => (found[kind] === undefined ? [] : [`${found[kind]} ${units[kind]}`]));
    if (words.length === 0) return node;
    const before = node.description ? `${node.description.value} ` : '';
    return {
      ...node,
      description: { kind: Kind.STRING, value: before + sentence.replace('{maxima}', words.join(', ')) },
    };
  };
  return visit(definition, {
    FieldDefinition: (field) => ({
      ...field,
      arguments: (field.arguments ?? []).map((each) => said(each, `${type}.${field.name.value}(${each.name.value}:)`)),
    }),
    InputObjectTypeDefinition: (object) => ({
      ...object,
      fields: (object.fields ?? []).map((each) => said(each, `${type}.${each.name.value}`)),
    }),
  });
}

function unwrapped(type: TypeNode): { readonly named: string; readonly lists: number } {
  if (type.kind === Kind.NAMED_TYPE) return { named: type.name.value, lists: 0 };
  const { named, lists } = unwrapped(type.type);
  return { named, lists: type.kind === Kind.LIST_TYPE ? lists + 1 : lists };
}
