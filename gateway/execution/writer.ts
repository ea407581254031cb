import {
  type GraphQLLeafType,
  type GraphQLOutputType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { holdsLostDigits, json } from '../sources/digits.ts';
import type { Graph } from './graph.ts';
import { coerced, type Leaf, leafOf, mayHaveLost } from './leaf.ts';
import type { Composite, Field, Level } from './level.ts';
import { quote } from './quote.ts';
import { runtimeOf } from './runtime-type.ts';
import type { Data, Variables } from './values.ts';

/**
 * Writes an answer's data as JSON, straight from what subgraphs answered. Undefined where anything is not as the schema says or an
 * error would have to be told: then the answer is completed step by step.
 */
export type Write = (data: Data, variables: Variables) => string | undefined;

type WriteObject = (value: Readonly<Record<string, unknown>>, variables: Variables) => string | undefined;

/** Longer code is not worth its memory: such an operation is completed step by step. */
const maximumCode = 200_000;
const unwritable: Write = () => undefined;

/** Generates a writer for the shape of one operation. */
export function createWrite(graph: Graph, root: Composite, top: Level): Write {
  return objectWriter(graph, root, top) ?? unwritable;
}

function objectWriter(graph: Graph, type: Composite, level: Level): WriteObject | null {
  const code = new Code(graph);
  if (!code.object(type, level, 'v') || code.text.length > maximumCode) return null;
  // Names that GraphQL's grammar allows are all that stands in this code.
  const make = new Function('quote', 'given', `return function (v, vars) { let s = ''; ${code.text} return s; };`);
  return make(quote, code.given) as WriteObject;
}

/** Picks the writer by the object's type name; each is made when its type is first met. */
function abstractWriter(graph: Graph, type: GraphQLOutputType, level: Level): WriteObject {
  const known = new Map<unknown, WriteObject | null>();
  const writerFor = (name: unknown): WriteObject | null => {
    const runtime = runtimeOf(graph, type, level, name);
    return runtime ? objectWriter(graph, runtime, level) : null;
  };
  return (value, variables) => {
    const name = value.__typename;
    let writer = known.get(name);
    if (writer === undefined) {
      writer = writerFor(name);
      // What a subgraph makes up is not remembered.
      if (writer) known.set(name, writer);
    }
    return writer ? writer(value, variables) : undefined;
  };
}

class Code {
  text = '';
  /** What the code refers to by number. */
  readonly given: unknown[] = [];
  readonly #graph: Graph;
  #names = 0;

  constructor(graph: Graph) {
    this.#graph = graph;
  }

  /** Code that appends an object to `s`; false where it cannot be written so. */
  object(type: Composite, level: Level, value: string): boolean {
    const { list, reorders } = level.fieldsOf(type);
    if (reorders) return false;
    // Where no field stands in every answer, whether a comma is due is known when it is written.
    const alwaysOne = list[0]?.always ?? false;
    const count = alwaysOne ? null : this.#name();
    this.text += "s += '{';";
    if (count !== null) this.text += `let ${count} = 0;`;
    for (const [index, field] of list.entries()) {
      if (field.name === '__schema' || field.name === '__type') return false;
      const { key } = field;
      if (!field.always) this.text += `if (${condition(field)}) {`;
      if (count !== null) this.text += `if (${count}++ > 0) s += ',';`;
      this.text += `s += '${alwaysOne && index > 0 ? ',' : ''}"${key}":';`;
      if (field.name === '__typename') this.text += `s += '"${type.name}"';`;
      else if (!this.#field(field, value)) return false;
      if (!field.always) this.text += '}';
      if (this.text.length > maximumCode) return false;
    }
    this.text += "s += '}';";
    return true;
  }

  #field(field: Field, value: string): boolean {
    const name = this.#name();
    this.text += `const ${name} = ${value}.${field.inner};`;
    return this.#value(field.type, field.child, name);
  }

  #value(type: GraphQLOutputType, level: Level | null, value: string): boolean {
    if (isNonNullType(type)) {
      this.text += `if (${value} == null) return undefined;`;
      return this.#present(type.ofType, level, value);
    }
    // What was asked for and is not there is an error, not null.
    this.text += `if (${value} === undefined) return undefined; if (${value} === null) s += 'null'; else {`;
    if (!this.#present(type, level, value)) return false;
    this.text += '}';
    return true;
  }

  #present(type: GraphQLOutputType, level: Level | null, value: string): boolean {
    if (isListType(type)) {
      const index = this.#name();
      const item = this.#name();
      this.text += `if (!Array.isArray(${value})) return undefined; s += '[';`;
      this.text += `for (let ${index} = 0; ${index} < ${value}.length; ${index}++) { if (${index} > 0) s += ',';`;
      this.text += `const ${item} = ${value}[${index}];`;
      if (!this.#value(type.ofType, level, item)) return false;
      this.text += "} s += ']';";
      return true;
    }
    if (isLeafType(type)) {
      this.#leaf(type, value);
      return true;
    }
    if (level === null) return false;
    this.text += `if (typeof ${value} !== 'object' || Array.isArray(${value})) return undefined;`;
    if (isObjectType(type)) return this.object(type, level, value);
    const writer = this.#give(abstractWriter(this.#graph, type, level));
    const written = this.#name();
    this.text += `const ${written} = ${writer}(${value}, vars); if (${written} === undefined) return undefined; s += ${written};`;
    return true;
  }

  /** What its type has is written here and now; all else by the rules, which mostly say that it is wrong. */
  #leaf(type: GraphQLLeafType, value: string): void {
    const leaf = leafOf(type);
    const other = this.#give((given: unknown) => written(leaf, given));
    const byRule = (): string => {
      const text = this.#name();
      return `const ${text} = ${other}(${value}); if (${text} === undefined) return undefined; s += ${text};`;
    };
    if (typeof leaf !== 'string') {
      this.text += `if (!${this.#give(leaf)}.has(${value})) return undefined; s += '"' + ${value} + '"';`;
    } else if (leaf === 'Int') {
      this.text += `if ((${value} | 0) !== ${value}) return undefined; s += ${value};`;
    } else if (leaf === 'Boolean') {
      this.text += `if (typeof ${value} !== 'boolean') return undefined; s += ${value};`;
    } else if (leaf === 'Float') {
      this.text += byRule();
    } else {
      this.text += `if (typeof ${value} === 'string') s += quote(${value}); else { ${byRule()} }`;
    }
  }

  #name(): string {
    return `x${this.#names++}`;
  }

  #give(what: unknown): string {
    return `given[${this.given.push(what) - 1}]`;
  }
}

/** A value by its type's rules, as JSON; undefined where it is none, or may have lost digits. */
function written(leaf: Leaf, value: unknown): string | undefined {
  if (typeof value === 'number' && mayHaveLost(leaf, value)) return undefined;
  const text = json(coerced(leaf, value));
  return leaf === 'CUSTOM' && typeof value === 'object' && text !== undefined && holdsLostDigits(text)
    ? undefined
    : text;
}

function condition({ occurrences }: Field): string {
  return occurrences
    .map(({ conditions }) => conditions.map(({ variable, wanted }) => `vars.${variable} === ${wanted}`).join(' && '))
    .map((all) => `(${all})`)
    .join(' || ');
}
