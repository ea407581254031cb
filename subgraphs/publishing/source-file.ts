import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';

export type NodePath = ReadonlyArray<string | number>;
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The text of a catalogue file, wherever it comes from; the path from the root it was found under, with `/`. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
}

/** One catalogue file: its value, and where each part of it stands. */
export interface SourceFile {
  readonly path: string;
  /** Null where the syntax does not hold. */
  readonly value: unknown;
  readonly syntaxErrors: ReadonlyArray<{ readonly message: string; readonly offset: number }>;
  /** Where a part stands, or its nearest parent that stands in the file; or the place of an offset. */
  positionOf(part: NodePath | number): Position;
}

export function parseSourceFile({ path, text }: SourceText): SourceFile {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  return {
    path,
    value: document.errors.length === 0 ? document.toJS() : null,
    syntaxErrors: document.errors.map(({ message, pos }) => ({
      message: message.split('\n')[0] as string,
      offset: pos[0],
    })),
    positionOf: (part) => {
      const { line, col } = counter.linePos(typeof part === 'number' ? part : offsetOf(document, part));
      return { line, column: col };
    },
  };
}

function offsetOf(document: Document, path: NodePath): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return isNode(document.contents) && document.contents.range ? document.contents.range[0] : 0;
}

/** Every YAML file below a folder of the root, in order of path; none where there is no folder. */
export function readSourceTexts(root: string, folder: string): ReadonlyArray<SourceText> {
  const top = join(root, folder);
  if (!statSync(top, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(top, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ path: relative(root, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }));
}
