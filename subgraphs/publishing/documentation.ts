import { readFileSync } from 'node:fs';
import type { Localized } from '../language/text.ts';

/** What a doc comment tells of a finding's code, so that what is read while coding is what a maintainer is told. */
export interface Documentation {
  readonly what: Localized;
  readonly why: Localized;
  readonly mend: Localized;
  /** The law, standard or document of ours that it comes from. */
  readonly source: string;
}

/**
 * Reads the doc comment before `export … <name>` of a source file: what, then `@why`, `@mend` and `@source`. Each but the last is told in
 * Chinese first; the first line that begins with a Latin letter begins the English.
 */
export function documentationOf(file: URL, name = 'rule'): Documentation {
  const before = readFileSync(file, 'utf8').split(
    new RegExp(`^export (?:const|function|async function) ${name}\\b`, 'm'),
  );
  const comment = before.length === 2 ? (before[0] as string).split('/**').at(-1) : undefined;
  if (!comment?.trimEnd().endsWith('*/')) throw new Error(`No doc comment stands before ${name} in ${file.pathname}.`);
  const lines = comment.split('\n').map((line) => line.replace(/^\s*\*\/?\s?/, '').trim());
  const [what = '', ...tagged] = lines.join('\n').split(/^@/m);
  const told = new Map(
    tagged.map((each) => {
      const [tag] = each.split(/\s/, 1) as [string];
      return [tag, each.slice(tag.length)] as const;
    }),
  );
  const of = (tag: string): string => told.get(tag) ?? '';
  return {
    what: bothLanguages(what),
    why: bothLanguages(of('why')),
    mend: bothLanguages(of('mend')),
    source: joined(of('source').split('\n'), ' '),
  };
}

function bothLanguages(text: string): Localized {
  const lines = text.split('\n').map((line) => line.trim());
  const english = lines.findIndex((line) => /^["“]?[A-Za-z]/.test(line));
  if (english === -1) return { zh: joined(lines, ''), en: '' };
  return { zh: joined(lines.slice(0, english), ''), en: joined(lines.slice(english), ' ') };
}

function joined(lines: ReadonlyArray<string>, by: string): string {
  return lines
    .filter((line) => line !== '')
    .map((line) => line.trim())
    .join(by);
}
