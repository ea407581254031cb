import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { Localized } from '../language/text.ts';
import type { Finding, Severity } from './finding.ts';

export type NodePath = ReadonlyArray<string | number>;

/** One catalogue file: its value, and where each part of it stands. */
export interface SourceFile {
  /** From the root it was found under, with `/`. */
  readonly path: string;
  readonly value: unknown;
  /** Syntax errors, as findings. */
  readonly syntax: ReadonlyArray<Finding>;
  /** A finding at the line of a part; of its nearest parent that stands in the file. */
  finding(rule: string, path: NodePath, message: Localized, mend: Localized, severity?: Severity): Finding;
}

export function readSourceFile(root: string, absolutePath: string): SourceFile {
  const counter = new LineCounter();
  const document = parseDocument(readFileSync(absolutePath, 'utf8'), { lineCounter: counter });
  const path = relative(root, absolutePath).split(sep).join('/');
  const at = (offset: number): { line: number; column: number } => {
    const { line, col } = counter.linePos(offset);
    return { line, column: col };
  };
  return {
    path,
    value: document.errors.length === 0 ? document.toJS() : null,
    syntax: document.errors.map((error) => ({
      rule: 'FILE_SYNTAX',
      severity: 'ERROR',
      file: path,
      ...at(error.pos[0]),
      message: {
        zh: `不是有效的 YAML：${error.message.split('\n')[0]}`,
        en: `Not valid YAML: ${error.message.split('\n')[0]}`,
      },
      mend: { zh: '请修正此处语法。', en: 'Mend the syntax here.' },
    })),
    finding: (rule, nodePath, message, mend, severity = 'ERROR') => ({
      rule,
      severity,
      file: path,
      ...at(offsetOf(document, nodePath)),
      message,
      mend,
    }),
  };
}

function offsetOf(document: Document, path: NodePath): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return isNode(document.contents) && document.contents.range ? document.contents.range[0] : 0;
}

/** Every YAML file below a folder, in order of path; none where there is no folder. */
export function listYamlFiles(folder: string): ReadonlyArray<string> {
  try {
    if (!statSync(folder).isDirectory()) return [];
  } catch {
    return [];
  }
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
