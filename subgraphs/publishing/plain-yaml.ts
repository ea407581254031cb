/**
 * The part of YAML that catalogue files are nearly always written in: block and flow collections, plain and quoted texts on one line, comments. What
 * it reads, the whole reader reads as the same value, without error or warning, and tells the same places; everything else, and whatever is wrong, is
 * left to that one. Ten times as fast, and no tree of nodes is kept.
 */
export interface PlainYaml {
  readonly value: unknown;
  /** Where the member of a collection begins; undefined: not noted. */
  offsetOf(path: ReadonlyArray<string | number>): number | undefined;
}

/** Undefined: the text is for the whole reader. */
export function readPlainYaml(text: string, places: 'with places' | 'without places'): PlainYaml | undefined {
  if (unusual.test(text)) return undefined;
  try {
    return new PlainReader(text, places === 'with places').document();
  } catch (error) {
    if (error instanceof NotPlain) return undefined;
    throw error;
  }
}

class NotPlain extends Error {}
/** One for all: a stack is not what it is thrown for. */
const notPlain = new NotPlain();

/** Controls, other line ends, marks of documents and directives. */
const unusual = /[^\n\u0020-\u007e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\uffef]|^(?:---|\.\.\.|%)/m;
/** Deeper than any catalogue file, and than any stack is hurt by. */
const deepest = 64;

const keyAt = /([A-Za-z_][\w-]{0,99}):(?=[ \n]|$)/y;
const quotedKeyAt = /(?:"([^"\\\n]{1,99})"|'([^'\n]{1,99})'):(?=[ \n]|$)/y;
const quotedAt = /"([^"\\\n]*)"|'((?:[^'\n]|'')*)'/y;
/** In a block: to the end of the line, or to a comment. */
const blockTextAt = /[^\n]*?(?= *(?:\n|$)| +#)/y;
/** In a flow: to what ends it. A colon within it is left to the whole reader unless a letter follows. */
const flowTextAt = /[^\n,[\]{}]*?(?= *[\n,[\]{}]| +#|$)/y;
const restOfLineAt = / *(?: #[^\n]*)?(?:\n|$)|\n|$/y;
/** What a text cannot begin with, or begins something else with. */
const special = /^[-?:,[\]{}#&*!|>'"%@`]/;
const words = new Map<string, boolean | null>([
  ...['~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
]);

type Members = Record<string, unknown>;

class PlainReader {
  private readonly text: string;
  private readonly noted: Map<object, Map<string, number>> | undefined;
  private at = 0;
  private depth = 0;
  constructor(text: string, notes: boolean) {
    this.text = text;
    this.noted = notes ? new Map() : undefined;
  }

  document(): PlainYaml {
    if (this.nextLine() !== 0) throw notPlain;
    const root = this.at;
    const value = this.node(0, -1);
    if (this.nextLine() !== -1 || value === null || typeof value !== 'object') throw notPlain;
    const noted = this.noted;
    return {
      value,
      offsetOf: (path) => {
        let [at, offset]: [unknown, number | undefined] = [value, root];
        for (const key of path) {
          offset = typeof at === 'object' && at !== null ? noted?.get(at)?.get(String(key)) : undefined;
          if (offset === undefined) return undefined;
          at = (at as Members)[key];
        }
        return offset;
      },
    };
  }

  /** To the first character of the next line that says anything; gives its column, or -1 at the end. */
  private nextLine(): number {
    for (;;) {
      const start = this.at;
      while (this.text[this.at] === ' ') this.at++;
      const char = this.text[this.at];
      if (char === undefined) return -1;
      if (char !== '\n' && char !== '#') return this.at - start;
      const end = this.text.indexOf('\n', this.at);
      this.at = end === -1 ? this.text.length : end + 1;
    }
  }

  /** A block or what stands on one line, at a column; `around` is the column of the collection it stands in. */
  private node(column: number, around: number): unknown {
    if (this.isDash()) return this.nested(() => this.sequence(column));
    const key = this.key();
    if (key !== undefined) return this.nested(() => this.mapping(column, key));
    const value = this.line(around);
    this.endOfLine();
    return value;
  }

  private nested<T>(read: () => T): T {
    if (++this.depth > deepest) throw notPlain;
    const value = read();
    this.depth--;
    return value;
  }

  private isDash(): boolean {
    return this.text[this.at] === '-' && this.text[this.at + 1] === ' ';
  }

  private sequence(column: number): unknown {
    const list: unknown[] = [];
    do {
      if (!this.isDash()) throw notPlain;
      const dash = this.at;
      this.at++;
      while (this.text[this.at] === ' ') this.at++;
      this.note(list, list.length);
      list.push(this.node(column + this.at - dash, column));
    } while (this.goesOnAt(column, true));
    return list;
  }

  private mapping(column: number, first: string): unknown {
    const members: Members = {};
    let key: string | undefined = first;
    do {
      key ??= this.key() ?? fail();
      if (Object.hasOwn(members, key) || key === '__proto__') throw notPlain;
      this.member(members, key, column);
      key = undefined;
    } while (this.goesOnAt(column, false));
    return members;
  }

  private member(members: Members, key: string, column: number): void {
    while (this.text[this.at] === ' ') this.at++;
    const char = this.text[this.at];
    if (char !== '\n' && char !== '#') {
      this.note(members, key);
      members[key] = this.line(column);
      this.endOfLine();
      return;
    }
    const below = this.nextLine();
    // A list may stand as far to the left as what it is of; nothing at all is for the whole reader.
    if (below < column || (below === column && !this.isDash())) throw notPlain;
    this.note(members, key);
    members[key] = this.node(below, column);
  }

  /** Whether the next line is of the same collection. One that stands deeper belongs to a text that goes on, and nobody takes it: that is for the whole reader. */
  private goesOnAt(column: number, list: boolean): boolean {
    const start = this.at;
    const found = this.nextLine();
    if (found === column && (!list || this.isDash())) return true;
    this.at = start;
    return false;
  }

  private key(): string | undefined {
    const plain = this.take(keyAt);
    if (plain) return words.has(plain[1] as string) ? fail() : plain[1];
    const quoted = this.take(quotedKeyAt);
    return quoted && (quoted[1] ?? quoted[2]);
  }

  /** A value that begins on this line and is no block. */
  private line(around: number): unknown {
    const char = this.text[this.at];
    if (char === '{' || char === '[') return this.nested(() => this.flow(around));
    if (char === '"' || char === "'") return this.quoted();
    return plainValue(this.take(blockTextAt)?.[0] ?? '');
  }

  private quoted(): string {
    const found = this.take(quotedAt) ?? fail();
    return found[1] ?? (found[2] as string).replaceAll("''", "'");
  }

  private flow(around: number): unknown {
    const open = this.text[this.at++];
    const close = open === '{' ? '}' : ']';
    const into: Members & unknown[] = (open === '{' ? {} : []) as Members & unknown[];
    for (this.between(around); this.text[this.at] !== close; this.between(around)) {
      const key = open === '{' ? (this.key() ?? fail()) : into.length;
      if (Object.hasOwn(into, key) || key === '__proto__') throw notPlain;
      if (open === '{') while (this.text[this.at] === ' ') this.at++;
      this.note(into, key);
      (into as Members)[key] = this.flowValue(around);
      this.between(around);
      if (this.text[this.at] === ',') this.at++;
      else if (this.text[this.at] !== close) throw notPlain;
    }
    this.at++;
    return into;
  }

  private flowValue(around: number): unknown {
    const char = this.text[this.at];
    if (char === '{' || char === '[') return this.nested(() => this.flow(around));
    if (char === '"' || char === "'") return this.quoted();
    return plainValue(this.take(flowTextAt)?.[0] ?? '');
  }

  /** Spaces, line ends and comments between the parts of a flow, whose lines stand deeper than what it is in. */
  private between(around: number): void {
    while (this.text[this.at] === ' ') this.at++;
    const char = this.text[this.at];
    if (char === '#' && this.text[this.at - 1] !== ' ') throw notPlain;
    if (char !== '\n' && char !== '#') return;
    this.at = this.text.indexOf('\n', this.at) + 1;
    if (this.at === 0 || this.nextLine() <= around) throw notPlain;
  }

  private endOfLine(): void {
    if (!this.take(restOfLineAt)) throw notPlain;
  }

  private take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found) this.at = pattern.lastIndex;
    return found ?? undefined;
  }

  private note(collection: object, key: string | number): void {
    if (!this.noted) return;
    const members = this.noted.get(collection) ?? new Map<string, number>();
    this.noted.set(collection, members.set(String(key), this.at));
  }
}

function fail(): never {
  throw notPlain;
}

/** A text, unless it is a word or a whole number of its own. Other numbers are left to the whole reader. */
function plainValue(text: string): unknown {
  const word = words.get(text);
  if (word !== undefined) return word;
  if (/^-?[0-9]{1,15}$/.test(text)) return Number(text);
  if (text === '' || special.test(text) || /:(?: |$)| #/.test(text)) throw notPlain;
  if (/^[-+.0-9]/.test(text) && /^[-+]?(?:\.?[0-9][0-9.]*(?:e[-+]?[0-9]+)?|0o.*|0x.*|\.inf|\.nan)$/i.test(text))
    throw notPlain;
  return text;
}
