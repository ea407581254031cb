import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { isCivilDate } from '../../subgraphs/language/civil-date.ts';
import { complaintIn, pathOf } from '../../subgraphs/publishing/schemas.ts';
import { parseSourceFile, type SourceFile } from '../../subgraphs/publishing/source-file.ts';
import { reading } from './layers.ts';

const ajv = new Ajv2020({ allErrors: true, strict: true });
ajv.addFormat('date', isCivilDate);

/**
 * A file about checks, YAML or JSON, by the schema that is published for it in `schema/check`. Throws what is wrong with it, each at its line:
 * such a file is an input that cannot be read, and nothing is judged by half of it.
 */
export function readInput(path: string, kind: 'settings' | 'approvals' | 'baseline'): SourceFile {
  return reading(path, () => {
    const file = parseSourceFile({ path, text: readFileSync(path, 'utf8') });
    const faults = [
      ...file.syntaxErrors.map(({ message, offset }) => ({ message, at: offset })),
      ...shapeErrors(file, kind),
    ];
    if (faults.length > 0) throw new Error(faults.map(({ message, at }) => atLine(file, at, message)).join('; '));
    return file;
  });
}

function shapeErrors({ value, syntaxErrors }: SourceFile, kind: string) {
  if (syntaxErrors.length > 0) return [];
  const id = `${kind}.schema.json`;
  if (!ajv.getSchema(id)) {
    const schema = JSON.parse(readFileSync(new URL(`../../schema/check/${id}`, import.meta.url), 'utf8'));
    ajv.addSchema(schema, id);
  }
  const validate = ajv.getSchema(id);
  if (validate?.(value)) return [];
  return (validate?.errors ?? []).map((error) => ({
    message: `${error.instancePath} ${complaintIn(error).en}`.trim(),
    at: pathOf(error.instancePath),
  }));
}

export function atLine(file: SourceFile, at: Parameters<SourceFile['positionOf']>[0], message: string): string {
  const { line, column } = file.positionOf(at);
  return `${line}:${column} ${message}`;
}
