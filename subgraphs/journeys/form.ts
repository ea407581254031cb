import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { LRUCache } from 'lru-cache';
import { fingerprint } from '../language/canonical.ts';
import { own } from '../language/own.ts';
import type { Localized } from '../language/text.ts';
import { type Refusal, refuse } from './domain/refusals.ts';

type Schema = Readonly<Record<string, unknown>>;
/** Every field that does not hold, each at its path in the one form. */
export type CheckForm = (schema: Schema, form: unknown) => ReadonlyArray<Refusal>;

/**
 * Compiling a form's schema costs more than the plan it belongs to, and people in one situation have one form: compiled ones are kept by the schema's
 * fingerprint. `most`: how many; one takes some 100 KB.
 */
export function createCheckForm(most = 200): CheckForm {
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  addFormats.default(ajv);
  const compiled = new LRUCache<string, ValidateFunction>({ max: most });
  const validatorOf = (schema: Schema): ValidateFunction => {
    const key = fingerprint(schema);
    const known = compiled.get(key);
    if (known) return known;
    const validate = ajv.compile(schema);
    // Ajv would keep it too, for ever.
    ajv.removeSchema(schema);
    compiled.set(key, validate);
    return validate;
  };
  return (schema, form) => {
    const validate = validatorOf(schema);
    if (validate(form)) return [];
    return (validate.errors ?? [])
      .filter(({ keyword }) => keyword !== 'if')
      .map((error) => fieldRefusal(schema, error));
  };
}

function fieldRefusal(schema: Schema, { instancePath, params, message = '' }: ErrorObject): Refusal {
  const { missingProperty: missing, additionalProperty: extra } = params as Readonly<
    Record<string, string | undefined>
  >;
  const path = [...instancePath.split('/').slice(1), ...[missing, extra].flatMap((name) => name ?? [])];
  const at = { path: ['form', ...path] };
  const field = titleAt(schema, path);
  if (missing !== undefined) return refuse('FIELD_MISSING', at, { field });
  if (extra !== undefined) return refuse('FIELD_UNKNOWN', at, { field });
  return refuse('FIELD_INVALID', at, { field, reason: message });
}

interface Node {
  readonly title?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Node>>;
}

/** Titles along a path: 新生儿：出生日期. */
function titleAt(schema: Node, path: ReadonlyArray<string>): Localized {
  const nodes: Node[] = [];
  let at: Node | undefined = schema;
  for (const part of path) {
    at = own(at?.properties, part);
    if (at) nodes.push(at);
  }
  const last = path.at(-1) ?? '';
  return {
    zh: nodes.map((node) => node.title ?? last).join('：') || last,
    en: nodes.map((node) => node.description ?? last).join(': ') || last,
  };
}
