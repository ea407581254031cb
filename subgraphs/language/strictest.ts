import { canonicalJson } from './canonical.ts';

/** JSON Schema 2020-12 of one value. */
export type Schema = Readonly<Record<string, unknown>>;

/** The smaller of two wins, or the larger: both hold then. */
const bounds: Readonly<Record<string, (a: number, b: number) => number>> = {
  maximum: Math.min,
  exclusiveMaximum: Math.min,
  maxLength: Math.min,
  maxItems: Math.min,
  minimum: Math.max,
  exclusiveMinimum: Math.max,
  minLength: Math.max,
  minItems: Math.max,
};
/** They say nothing about the value: the first department's stand. */
const notes: ReadonlySet<string> = new Set(['title', 'description', '$comment', 'examples', 'default', 'deprecated']);
/** Keywords that mean something together only: of two departments each keeps its own set. */
const families: ReadonlyArray<ReadonlyArray<string>> = [
  ['if', 'then', 'else'],
  ['contains', 'minContains', 'maxContains'],
  ['prefixItems', 'items'],
  ['properties', 'patternProperties', 'additionalProperties'],
  ['pattern'],
  ['not'],
  ['anyOf'],
  ['oneOf'],
  ['required'],
  ['dependentRequired'],
  ['dependentSchemas'],
  ['propertyNames'],
  ['minProperties'],
  ['maxProperties'],
];
const inFamily: ReadonlySet<string> = new Set(families.flat());

/**
 * What meets both constraints: the shorter maximum, the choices common to both, every pattern. Null where nothing can, and where the two
 * differ in a keyword that is none of JSON Schema: dropping it would let through what one department refuses.
 */
export function strictestOf(a: Schema, b: Schema): Schema | null {
  // Nearly always: departments take a field as the catalogue has it.
  if (JSON.stringify(a) === JSON.stringify(b)) return a;
  const simple = simpleKeywords(a, b);
  if (!simple) return null;
  const both = withFamilies(simple, a, b);
  const possible = both && withPossibleValues(both);
  return possible && isRangeOpen(possible) ? possible : null;
}

/** Keywords that combine one by one; null where they exclude each other or nobody knows what they mean. */
function simpleKeywords(a: Schema, b: Schema): Record<string, unknown> | null {
  const both: Record<string, unknown> = {};
  for (const keyword of Object.keys({ ...a, ...b })) {
    if (inFamily.has(keyword) || keyword === 'allOf') continue;
    const value = combined(keyword, a[keyword], b[keyword]);
    if (value === undefined) return null;
    both[keyword] = value;
  }
  return both;
}

/** Undefined: nothing meets both. */
function combined(keyword: string, a: unknown, b: unknown): unknown {
  if (a === undefined) return b;
  if (b === undefined) return a;
  if (canonicalJson(a) === canonicalJson(b) || notes.has(keyword)) return a;
  const stricter = bounds[keyword];
  if (stricter) return stricter(Number(a), Number(b));
  switch (keyword) {
    case 'type':
      return commonType(listOf(a), listOf(b));
    case 'enum':
      return listOf(a).filter((value) => includes(listOf(b), value));
    case 'multipleOf':
      return commonMultiple(Number(a), Number(b));
    case 'uniqueItems':
      return true;
    default:
      return undefined;
  }
}

const listOf = (value: unknown): ReadonlyArray<unknown> => (Array.isArray(value) ? value : [value]);
const includes = (list: ReadonlyArray<unknown>, value: unknown): boolean =>
  list.some((each) => canonicalJson(each) === canonicalJson(value));

/** Every integer is a number. */
function commonType(a: ReadonlyArray<unknown>, b: ReadonlyArray<unknown>): unknown {
  const allows = (list: ReadonlyArray<unknown>, type: unknown): boolean =>
    list.includes(type) || (type === 'integer' && list.includes('number'));
  const common = [...new Set([...a, ...b])].filter((type) => allows(a, type) && allows(b, type));
  const narrow = common.filter((type) => !(type === 'integer' && common.includes('number')));
  return narrow.length > 1 ? narrow : narrow[0];
}

/** Least common multiple, of decimals too: 0.2 and 0.5 have 1. */
function commonMultiple(a: number, b: number): number {
  const scale = 10 ** Math.max(decimalsOf(a), decimalsOf(b));
  const [x, y] = [Math.round(a * scale), Math.round(b * scale)];
  return (x / greatestDivisor(x, y)) * (y / scale);
}
function decimalsOf(value: number): number {
  return String(value).split('.')[1]?.length ?? 0;
}
function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}

/** Adds what means something together only; where both have it and differ, the second's stands in `allOf`, whole. */
function withFamilies(simple: Schema, a: Schema, b: Schema): Schema | null {
  const both: Record<string, unknown> = { ...simple };
  const beside: Schema[] = [];
  const isIn = (keyword: string): boolean => keyword in a || keyword in b;
  for (const family of families.filter((keywords) => keywords.some(isIn))) {
    const [ofA, ofB] = [pick(a, family), pick(b, family)];
    if (isEmpty(ofA) || isEmpty(ofB) || canonicalJson(ofA) === canonicalJson(ofB)) Object.assign(both, ofA, ofB);
    else if (isItemsAlone(ofA) && isItemsAlone(ofB)) {
      const items = strictestOf(ofA.items as Schema, ofB.items as Schema);
      // A list that may hold nothing is still a list; it may be empty.
      if (!items) return null;
      both.items = items;
    } else {
      Object.assign(both, ofA);
      beside.push(ofB);
    }
  }
  const all = [...listOrNone(a.allOf), ...listOrNone(b.allOf), ...beside];
  return all.length === 0 ? both : { ...both, allOf: withoutRepeats(all) };
}

function pick(schema: Schema, keywords: ReadonlyArray<string>): Schema {
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => keywords.includes(keyword)));
}
const isEmpty = (schema: Schema): boolean => Object.keys(schema).length === 0;
const isItemsAlone = (schema: Schema): boolean =>
  Object.keys(schema).length === 1 && typeof schema.items === 'object' && schema.items !== null;
const listOrNone = (value: unknown): ReadonlyArray<unknown> => (Array.isArray(value) ? value : []);
function withoutRepeats(list: ReadonlyArray<unknown>): ReadonlyArray<unknown> {
  return [...new Map(list.map((each) => [canonicalJson(each), each])).values()];
}

/** Keeps of listed values those that the other keywords let through; null where none is left. */
function withPossibleValues(schema: Schema): Schema | null {
  if ('const' in schema) return isLetThrough(schema.const, schema) ? schema : null;
  if (!Array.isArray(schema.enum)) return schema;
  const possible = schema.enum.filter((value) => isLetThrough(value, schema));
  return possible.length === 0 ? null : { ...schema, enum: possible };
}

function isLetThrough(value: unknown, schema: Schema): boolean {
  if (Array.isArray(schema.enum) && !includes(schema.enum, value)) return false;
  if (schema.type !== undefined && !listOf(schema.type).some((type) => isOfType(value, type))) return false;
  if (typeof value === 'string') {
    const length = [...value].length;
    const patterns = [schema, ...(listOrNone(schema.allOf) as ReadonlyArray<Schema>)].flatMap(({ pattern }) =>
      typeof pattern === 'string' ? [new RegExp(pattern, 'u')] : [],
    );
    return (
      length >= numberOr(schema.minLength, 0) &&
      length <= numberOr(schema.maxLength, Number.POSITIVE_INFINITY) &&
      patterns.every((pattern) => pattern.test(value))
    );
  }
  if (typeof value !== 'number') return true;
  const { least, most, step } = rangeOf(schema);
  return (
    value >= least.at &&
    !(least.open && value === least.at) &&
    value <= most.at &&
    !(most.open && value === most.at) &&
    isMultiple(value, step)
  );
}

function isOfType(value: unknown, type: unknown): boolean {
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  return typeof value === type;
}

const numberOr = (value: unknown, other: number): number => (typeof value === 'number' ? value : other);

interface End {
  readonly at: number;
  /** The end itself is not meant. */
  readonly open: boolean;
}

function rangeOf(schema: Schema): { readonly least: End; readonly most: End; readonly step: number } {
  const above = numberOr(schema.exclusiveMinimum, Number.NEGATIVE_INFINITY);
  const below = numberOr(schema.exclusiveMaximum, Number.POSITIVE_INFINITY);
  const least = numberOr(schema.minimum, Number.NEGATIVE_INFINITY);
  const most = numberOr(schema.maximum, Number.POSITIVE_INFINITY);
  return {
    least: above >= least ? { at: above, open: true } : { at: least, open: false },
    most: below <= most ? { at: below, open: true } : { at: most, open: false },
    step: numberOr(schema.multipleOf, schema.type === 'integer' ? 1 : 0),
  };
}

function isMultiple(value: number, step: number): boolean {
  return step === 0 || Math.abs(value / step - Math.round(value / step)) < 1e-9;
}

/** Whether some value of the type lies within the bounds; without a type, of the type that the bounds are about. */
function isRangeOpen(schema: Schema): boolean {
  const types = listOf(schema.type);
  const isAbout = (...those: ReadonlyArray<unknown>): boolean =>
    types.every((type) => type === undefined || those.includes(type));
  const holds = (least: string, most: string): boolean =>
    numberOr(schema[least], 0) <= numberOr(schema[most], Number.POSITIVE_INFINITY);
  return (
    (!isAbout('string') || holds('minLength', 'maxLength')) &&
    (!isAbout('array') || holds('minItems', 'maxItems')) &&
    (!isAbout('number', 'integer') || hasNumber(schema))
  );
}

function hasNumber(schema: Schema): boolean {
  const { least, most, step } = rangeOf(schema);
  if (least.at > most.at) return false;
  if (least.at === most.at) return !least.open && !most.open && isMultiple(least.at, step);
  if (step === 0 || !Number.isFinite(least.at) || !Number.isFinite(most.at)) return true;
  const from = Math.ceil(least.at / step - 1e-9);
  const first = least.open && isMultiple(least.at, step) ? Math.round(least.at / step) + 1 : from;
  const value = first * step;
  return most.open ? value < most.at - 1e-9 : value <= most.at + 1e-9;
}
