import { isUtf8 } from 'node:buffer';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import { type PlainYaml, readPlainYaml } from './plain-yaml.ts';

export type NodePath = ReadonlyArray<string | number>;
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The text of a catalogue file, wherever it comes from; the path from the root it was found under, with `/`. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
  /** Where a file holds what is no UTF-8; absent: nowhere. */
  readonly unreadableAt?: number;
}

/** One catalogue file: its value, and where each part of it stands. */
export interface SourceFile extends SourceText {
  /** Null where the syntax does not hold. */
  readonly value: unknown;
  readonly syntaxErrors: ReadonlyArray<{ readonly message: string; readonly offset: number }>;
  /** What the reader of YAML understood and wondered at. */
  readonly syntaxWarnings: SourceFile['syntaxErrors'];
  /** Where a part stands, or its nearest parent that stands in the file; or the place of an offset. */
  positionOf(part: NodePath | number): Position;
  /** What a part is, by codes and not by positions: the same after lines were moved. Of an offset nothing is known. */
  placeOf(part: NodePath | number): string;
}

/** How often aliases may multiply what they stand for: a file of a few lines can otherwise be read as millions. */
const mostAliases = 100;

export function parseSourceFile(source: SourceText): SourceFile {
  const plain = source.unreadableAt === undefined ? readPlainYaml(source.text, 'without places') : undefined;
  return plain ? plainFile(source, plain) : parseWhole(source);
}

/** Of a file in which nothing is found no place is asked, and there are thousands: places are noted when one is. */
function plainFile({ path, text }: SourceText, { value }: PlainYaml): SourceFile {
  return {
    ...{ path, text, value, syntaxErrors: [], syntaxWarnings: [] },
    positionOf: (part) => positionAt(text, typeof part === 'number' ? part : plainOffset(text, part)),
    placeOf: (part) => (typeof part === 'number' ? '' : placeIn(value, part)),
  };
}

/** Of the file that was last asked, for a file's findings come together. */
let lastPlaced: { readonly text: string; readonly plain: PlainYaml | undefined } | undefined;

function plainOffset(text: string, path: NodePath): number {
  if (lastPlaced?.text !== text) lastPlaced = { text, plain: readPlainYaml(text, 'with places') };
  for (let length = path.length; length >= 0; length--) {
    const offset = lastPlaced.plain?.offsetOf(path.slice(0, length));
    if (offset !== undefined) return offset;
  }
  return 0;
}

function positionAt(text: string, offset: number): Position {
  let [line, start] = [1, 0];
  for (let end = text.indexOf('\n'); end !== -1 && end < offset; end = text.indexOf('\n', start)) {
    line++;
    start = end + 1;
  }
  return { line, column: offset - start + 1 };
}

/** By the whole reader of YAML, whatever is in it. */
export function parseWhole({ path, text, unreadableAt }: SourceText): SourceFile {
  const counter = new LineCounter();
  const document = parseDocument(unreadableAt === undefined ? text : '', { lineCounter: counter });
  const { value, tooMany } = readValue(document);
  const said = ({ message, pos }: { message: string; pos: readonly [number, number] }) => ({
    message: message.split('\n')[0] as string,
    offset: pos[0],
  });
  return {
    path,
    text,
    ...(unreadableAt === undefined ? {} : { unreadableAt }),
    value,
    syntaxErrors: [
      ...document.errors.map(said),
      ...(tooMany === undefined ? [] : [{ message: tooMany, offset: 0 }]),
      ...(unreadableAt === undefined ? [] : [{ message: 'not UTF-8', offset: unreadableAt }]),
    ],
    syntaxWarnings: document.warnings.map(said),
    positionOf: (part) => {
      const { line, col } = counter.linePos(typeof part === 'number' ? part : offsetOf(document, part));
      return { line, column: col };
    },
    placeOf: (part) => (typeof part === 'number' ? '' : placeIn(value, part)),
  };
}

function readValue(document: Document): { readonly value: unknown; readonly tooMany?: string } {
  if (document.errors.length > 0) return { value: null };
  try {
    return { value: document.toJS({ maxAliasCount: mostAliases }) };
  } catch (error) {
    return { value: null, tooMany: error instanceof Error ? error.message : String(error) };
  }
}

export type ReadText = Pick<SourceText, 'text' | 'unreadableAt'>;
const utf8 = new TextDecoder('utf-8');

export const readText = (path: string): ReadText => decodeText(readFileSync(path));

/** A file's bytes as text, strictly in UTF-8: what is in another encoding would be published as rubbish. */
export function decodeText(bytes: Uint8Array): ReadText {
  const text = utf8.decode(bytes);
  return isUtf8(bytes) ? { text } : { text, unreadableAt: Math.max(0, text.indexOf('\uFFFD')) };
}

/** What names an entry of a list, in the order of preference. */
const names = ['code', 'matter', 'requirement', 'element', 'type', 'question', 'documentType', 'year', 'title'];

/** `requirements[GA5001-04].options[0].uses[marriage-certificate]`: entries by what names them, else by position. */
export function placeIn(value: unknown, path: NodePath): string {
  let at: unknown = value;
  let place = '';
  for (const key of path) {
    const within = at as Readonly<Record<string | number, unknown>> | null | undefined;
    const member = typeof within === 'object' ? within?.[key] : undefined;
    place += Array.isArray(at) ? `[${nameOf(member) ?? key}]` : `${place === '' ? '' : '.'}${key}`;
    at = member;
  }
  return place;
}

function nameOf(entry: unknown): string | undefined {
  if (typeof entry === 'string') return entry;
  if (typeof entry !== 'object' || entry === null) return undefined;
  const name = names
    .map((each) => (entry as Readonly<Record<string, unknown>>)[each])
    .find((each) => each !== undefined);
  return typeof name === 'string' || typeof name === 'number' ? String(name) : undefined;
}

function offsetOf(document: Document, path: NodePath): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return isNode(document.contents) && document.contents.range ? document.contents.range[0] : 0;
}

/** Every YAML file below a folder of the root, in order of path; none where there is no folder. */
export function readSourceTexts(root: string, folder: string, read = readText): ReadonlyArray<SourceText> {
  const top = join(root, folder);
  if (!statSync(top, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(top, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ path: `${folder}${path.slice(top.length).replaceAll(sep, '/')}`, ...read(path) }));
}
