import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020, type AnySchemaObject, type ErrorObject } from 'ajv/dist/2020.js';
import type { DataValidationCxt } from 'ajv/dist/types/index.js';
import { isCivilDate } from '../language/civil-date.ts';
import type { Comparison } from '../language/conditions.ts';
import type { Localized } from '../language/text.ts';
import type { NodePath } from './source-file.ts';

/** A code that stands for something declared elsewhere: `x-references` in the JSON Schemas. */
export interface Reference {
  readonly what: string;
  readonly code: string;
  readonly path: NodePath;
}
/** Something that is declared: `x-declares`. */
export interface Declaration {
  readonly what: string;
  readonly key: string;
  readonly path: NodePath;
}
/** A comparison with a question's answer: the leaves of what is marked `x-condition`. */
export interface PlacedComparison {
  readonly comparison: Comparison;
  readonly path: NodePath;
}
/** What the JSON Schemas mark in a file's value: so that no rule walks the files again to find it. */
export interface Marks {
  readonly references: ReadonlyArray<Reference>;
  /** Of which each key is unique in the whole catalogue. */
  readonly declarations: ReadonlyArray<Declaration>;
  /** Of what is unique within its file, as rows are, what stands in it once more. */
  readonly repeated: ReadonlyArray<Declaration>;
  readonly comparisons: ReadonlyArray<PlacedComparison>;
}
export const noMarks: Marks = { references: [], declarations: [], repeated: [], comparisons: [] };
export interface Validated {
  readonly errors: ReadonlyArray<ErrorObject>;
  readonly marks: Marks;
}

/** By pointer, because the branches of a `oneOf` mark one part several times. */
class Collector {
  readonly references = new Map<string, Reference>();
  readonly declarations = new Map<string, Declaration>();
  readonly withinFile = new Map<string, Declaration>();
  readonly comparisons = new Map<string, PlacedComparison>();
}
type DeclarationMark = { readonly what: string; readonly by: ReadonlyArray<string>; readonly within?: 'file' };

/** A value of the wrong kind is left to the shape's own errors. */
const noteMark: Readonly<Record<string, (into: Collector, mark: unknown, value: unknown, pointer: string) => void>> = {
  'x-references': (into, mark, value, pointer) => {
    if (typeof value !== 'string') return;
    // Of a property's name the pointer is its object's, where several may stand.
    into.references.set(`${pointer} ${value}`, { what: String(mark), code: value, path: pathOf(pointer) });
  },
  'x-declares': (into, mark, value, pointer) => {
    if (typeof value !== 'object' || value === null) return;
    const { what, by, within } = mark as DeclarationMark;
    const parts = value as Readonly<Record<string, unknown>>;
    (within === 'file' ? into.withinFile : into.declarations).set(pointer, {
      what,
      key: by.map((name) => String(parts[name])).join(' '),
      path: [...pathOf(pointer), by[0] as string],
    });
  },
  'x-condition': (into, _mark, value, pointer) => {
    if (typeof value === 'object' && value !== null && 'question' in value)
      into.comparisons.set(pointer, { comparison: value as Comparison, path: pathOf(pointer) });
  },
};

export function pathOf(pointer: string): NodePath {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** What the validator says of a part, with the values it speaks of. */
export function complaintIn({ keyword, params, message = '' }: ErrorObject): Localized {
  if (keyword === 'format' && params.format === 'date') return { zh: '不是存在的日期', en: 'is no date that exists' };
  const named = 'additionalProperty' in params ? ` "${String(params.additionalProperty)}"` : '';
  const allowed = 'allowedValues' in params ? ` (${(params.allowedValues as unknown[]).join(', ')})` : '';
  const text = `${message}${named}${allowed}`;
  return { zh: text, en: text };
}

const folder = new URL('../../schema/catalogue/', import.meta.url);
/** As `references.schema.json` names the lists of codes that are generated for editors. */
export const codeLists = '../generated/catalogue-codes.schema.json';
const ajv = loadSchemas();

function loadSchemas(): Ajv2020 {
  const schemas = new Ajv2020({
    allErrors: true,
    strict: true,
    allowUnionTypes: true,
    strictRequired: false,
    passContext: true,
  });
  schemas.addFormat('date', isCivilDate);
  for (const [keyword, note] of Object.entries(noteMark))
    schemas.addKeyword({
      keyword,
      errors: false,
      validate(this: unknown, mark: unknown, value: unknown, _schema?: AnySchemaObject, context?: DataValidationCxt) {
        note(this as Collector, mark, value, context?.instancePath ?? '');
        return true;
      },
    });
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.schema.json')))
    schemas.addSchema(JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
  // Any code: the lists are an editor's. A folder from outside has others, and a list may be older than the files.
  schemas.addSchema({ $defs: Object.fromEntries(referenceNames().map((name) => [name, {}])) }, codeLists);
  return schemas;
}

/** What codes may stand for, as `references.schema.json` names it. */
export function referenceNames(): ReadonlyArray<string> {
  return Object.keys(JSON.parse(readFileSync(new URL('references.schema.json', folder), 'utf8')).$defs);
}

/** A value against `schema/catalogue/<kind>.schema.json`. Marks are whole only where there are no errors. */
export function validateShape(kind: string, value: unknown): Validated {
  const validate = ajv.getSchema(`${kind}.schema.json`);
  if (!validate) throw new Error(`schema/catalogue has no ${kind}.schema.json.`);
  const collected = new Collector();
  validate.call(collected, value);
  return {
    errors: validate.errors ?? [],
    marks: {
      references: [...collected.references.values()],
      declarations: [...collected.declarations.values()],
      repeated: repeatedOf([...collected.withinFile.values()]),
      comparisons: [...collected.comparisons.values()],
    },
  };
}

function repeatedOf(declarations: ReadonlyArray<Declaration>): ReadonlyArray<Declaration> {
  const seen = new Set<string>();
  return declarations.filter(({ what, key }) => seen.size === seen.add(`${what}\n${key}`).size);
}
