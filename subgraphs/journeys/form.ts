import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { LRUCache } from 'lru-cache';
import { fingerprint } from '../language/canonical.ts';
import { civilDateOf } from '../language/civil-date.ts';
import { type Days, type FormRule, obeys, RULES } from '../language/facts.ts';
import { type FormWords, WORDS } from '../language/form-words.ts';
import { type NumberFormat, numberFormats } from '../language/formats.ts';
import { maxima } from '../language/maxima.ts';
import { own } from '../language/own.ts';
import type { ProblemId } from '../language/problems.ts';
import type { Localized } from '../language/text.ts';
import type { FormValue } from './domain/acceptance.ts';
import { fieldError } from './domain/field-errors.ts';
import { type Refusal, refuse } from './domain/refusals.ts';

type Schema = Readonly<Record<string, unknown>>;
/** Every field that does not hold, each at its path in the one form. `asked`: ISO date of the answers; today where none is said. */
export type CheckForm = (schema: Schema, form: unknown, asked?: string) => ReadonlyArray<Refusal>;

/**
 * Compiling a form's schema costs more than the plan it belongs to, and people in one situation have one form: compiled ones are kept by the schema's
 * fingerprint. `now`: the clock, in milliseconds, for numbers that hold a day. `most`: how many; one takes some 100 KB.
 */
export function createCheckForm(now: () => number, most = 200): CheckForm {
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  ajv.addVocabulary([RULES, WORDS]);
  addFormats.default(ajv);
  for (const [name, holds] of Object.entries(numberFormats))
    ajv.addFormat(name, (value: string) => holds(value, civilDateOf(now())));
  const compiled = new LRUCache<string, ValidateFunction>({ max: most });
  const bySchema = new WeakMap<Schema, ValidateFunction>();
  const validatorOf = (schema: Schema): ValidateFunction => {
    const found = bySchema.get(schema) ?? validatorFor(schema);
    bySchema.set(schema, found);
    return found;
  };
  const validatorFor = (schema: Schema): ValidateFunction => {
    const key = fingerprint(schema);
    const known = compiled.get(key);
    if (known) return known;
    const validate = ajv.compile(schema);
    // Ajv would keep it too, for ever.
    ajv.removeSchema(schema);
    compiled.set(key, validate);
    return validate;
  };
  return (schema, form, asked) => {
    const validate = validatorOf(schema);
    const today = civilDateOf(now());
    const errors = validate(form) ? [] : (validate.errors ?? []);
    const contradictions = contradictionsIn(schema, form, { asked: asked ?? today, today });
    if (errors.length === 0 && contradictions.length === 0) return [];
    const contradicted = new Set(contradictions.map(({ path }) => `/${path.slice(1).join('/')}`));
    const wrongNumbers = new Set(errors.filter((error) => formatOf(error) !== null).map((error) => error.instancePath));
    const wrong = errors
      .filter(({ keyword }) => keyword !== 'if')
      // Which values an answer leaves is said with the answer.
      .filter(({ keyword, instancePath }) => keyword !== 'enum' || !contradicted.has(instancePath))
      // What a number is to look like is said with what is wrong about it.
      .filter(({ keyword, instancePath }) => keyword !== 'pattern' || !wrongNumbers.has(instancePath));
    const all = [...wrong.map((error) => fieldRefusal(schema, error)), ...contradictions];
    const told = all.slice(0, maxima.problems);
    const count = all.length - told.length;
    return count > 0 ? [...told, refuse('PROBLEMS_MORE', { path: ['form'] }, { count })] : told;
  };
}

/** Rules of the form that its values break; of one field each reason. */
function contradictionsIn(schema: Schema, form: unknown, days: Days): ReadonlyArray<Refusal> {
  if (!isForm(form)) return [];
  return ((schema[RULES] ?? []) as ReadonlyArray<FormRule>)
    .filter((rule) => !obeys(rule, form, days))
    .map(({ party, element, otherwise }) => {
      const path = [party, element];
      return refuse(
        'FIELD_CONTRADICTED',
        { path: ['form', ...path] },
        { field: titleAt(schema, path), reason: otherwise },
      );
    });
}

/** Whatever else is sent, the schema refuses. */
function isForm(form: unknown): form is FormValue {
  return (
    typeof form === 'object' &&
    form !== null &&
    Object.values(form).every((values) => typeof values === 'object' && values !== null)
  );
}

const misnumbered = {
  'resident-identity-number': 'IDENTITY_NUMBER_INVALID',
  'unified-credit-code': 'CREDIT_CODE_INVALID',
} as const satisfies Readonly<Record<NumberFormat, ProblemId>>;

/** The number format that a value fails; null of every other error. */
function formatOf({ keyword, params }: ErrorObject): NumberFormat | null {
  const { format } = params as Readonly<{ format?: string }>;
  return keyword === 'format' && format !== undefined && Object.hasOwn(misnumbered, format)
    ? (format as NumberFormat)
    : null;
}

function fieldRefusal(schema: Schema, error: ErrorObject): Refusal {
  const { instancePath, params } = error;
  const { missingProperty: missing, additionalProperty: extra } = params as Readonly<
    Record<string, string | undefined>
  >;
  const path = [...instancePath.split('/').slice(1), ...[missing, extra].flatMap((name) => name ?? [])];
  const at = { path: ['form', ...path] };
  const field = titleAt(schema, path);
  if (missing !== undefined) return refuse('FIELD_MISSING', at, { field });
  if (extra !== undefined) return refuse('FIELD_UNKNOWN', at, { field });
  const words = schema[WORDS] as FormWords | undefined;
  const { error: ownWords, labels } = own(words?.elements, path.at(-1) ?? '') ?? {};
  const format = formatOf(error);
  if (format !== null) return refuse(misnumbered[format], at, { field });
  return refuse('FIELD_INVALID', at, { field, reason: ownWords ?? fieldError(error, labels) });
}

interface Node {
  readonly title?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Node>>;
}

/** Titles along a path: 新生儿：出生日期; of what the form does not know, its own title. */
export function titleAt(schema: Node, path: ReadonlyArray<string>): Localized {
  const nodes: Node[] = [];
  let at: Node | undefined = schema;
  for (const part of path) {
    at = own(at?.properties, part);
    if (at) nodes.push(at);
  }
  const titled = nodes.length > 0 ? nodes : [schema];
  return {
    zh: titled.flatMap(({ title }) => title ?? []).join('：'),
    en: titled.flatMap(({ description }) => description ?? []).join(': '),
  };
}
