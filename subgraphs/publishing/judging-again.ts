import { assembleCatalogue, type Catalogue, type CheckedFile } from './catalogue.ts';
import { KeptFaults } from './kept-faults.ts';
import { type ExaminedFiles, type PlacedText, readFile } from './read.ts';
import { judge, rules } from './rules.ts';

interface JudgedAgain extends ExaminedFiles {
  /** How many files were read anew. */
  readonly read: number;
}

export type JudgeAgain = (texts: ReadonlyArray<PlacedText>) => JudgedAgain;

/** Judges texts after texts, each time as if they had been all that there ever was: of those that are as they were before nothing is done again. */
export function createJudgingAgain(departments: Catalogue['departments']): JudgeAgain {
  const kept = new KeptFaults();
  let known: ReadonlyMap<string, { readonly placed: PlacedText; readonly file: CheckedFile }> = new Map();
  return (texts) => {
    const now = new Map<string, { readonly placed: PlacedText; readonly file: CheckedFile }>();
    let read = 0;
    for (const placed of texts) {
      // Two roots may have files of one path.
      let key = placed.path;
      while (now.has(key)) key += ' again';
      const before = known.get(key);
      const isSame = before !== undefined && areSame(before.placed, placed);
      if (!isSame) read += 1;
      now.set(key, { placed, file: isSame ? before.file : readFile(placed) });
    }
    known = now;
    const files = [...now.values()].map(({ file }) => file);
    const catalogue = assembleCatalogue(departments, files);
    return { catalogue, ...judge(catalogue, rules, kept), read };
  };
}

/** In what decides how a file of one path is read. */
function areSame(one: PlacedText, other: PlacedText): boolean {
  return (
    one.text === other.text &&
    one.kind === other.kind &&
    one.department === other.department &&
    one.unreadableAt === other.unreadableAt
  );
}
