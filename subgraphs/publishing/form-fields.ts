import type { DataElement } from './catalogue.ts';
import type { MatterFile } from './shapes.ts';

export type FieldSchema = Readonly<Record<string, unknown>>;

/** What a matter wants of a form field: what its data element states, and the department's own constraints over it. */
export function fieldSchema(
  { element, schema }: MatterFile['formFields'][number],
  elementOf: ReadonlyMap<string, DataElement>,
): FieldSchema {
  return { ...elementOf.get(element)?.schema, ...schema };
}
