import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

const ajv = new Ajv2020({ strict: false, allErrors: true });
(formats as unknown as (to: Ajv2020) => void)(ajv);
ajv.addSchema(
  JSON.parse(readFileSync(new URL('../../../schema/department-system.schema.json', import.meta.url), 'utf8')),
);

/** Throws where a body is not of the published shape of that name. */
export function requireShape(name: string, body: unknown): void {
  const check = ajv.getSchema(`department-system.schema.json#/$defs/${name}`);
  if (!check) throw new Error(`there is no shape ${name}`);
  if (!check(body)) throw new Error(`${name}: ${ajv.errorsText(check.errors)}`);
}
