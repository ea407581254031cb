import type { Catalogue, DataElement } from './catalogue.ts';
import type { MatterFile } from './shapes.ts';
import type { NodePath, SourceFile } from './source-file.ts';

export type FieldSchema = Readonly<Record<string, unknown>>;

/** What a matter wants of a form field: what its data element states, and the department's own constraints over it. */
export function fieldSchema(
  { element, schema }: MatterFile['formFields'][number],
  elementOf: ReadonlyMap<string, DataElement>,
): FieldSchema {
  return { ...elementOf.get(element)?.schema, ...schema };
}

interface FaultySchema<T> {
  readonly file: SourceFile;
  readonly at: NodePath;
  readonly fault: T;
}

/** What a judge finds in data elements, and in the fields that a matter constrains further; a data element's own fault is told once. */
export function* schemaFaults<T>(
  { dataElements, matters, elementOf }: Catalogue,
  judge: (schema: FieldSchema) => T | undefined,
): Iterable<FaultySchema<T>> {
  const faulty = new Set<string>();
  for (const { file, value } of dataElements)
    for (const [index, { code, schema }] of value.dataElements.entries()) {
      const fault = judge(schema);
      if (fault === undefined) continue;
      faulty.add(code);
      yield { file, at: ['dataElements', index, 'schema'], fault };
    }
  for (const { file, value } of matters)
    for (const [index, field] of value.formFields.entries()) {
      if (!field.schema || faulty.has(field.element)) continue;
      const fault = judge(fieldSchema(field, elementOf));
      if (fault !== undefined) yield { file, at: ['formFields', index, 'schema'], fault };
    }
}
