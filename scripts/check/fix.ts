import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import { mended } from '../../subgraphs/publishing/mended.ts';
import { readTexts, repositoryRoot } from '../../subgraphs/publishing/read.ts';
import { reading } from './layers.ts';

export interface Mending {
  readonly path: string;
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/** What would be written otherwise in the catalogue files below the roots; nothing is written yet. */
export function mendings(
  departments: Parameters<typeof readTexts>[0],
  roots: ReadonlyArray<string> = [repositoryRoot],
): ReadonlyArray<Mending> {
  return roots.flatMap((root) =>
    readTexts(departments, [root]).flatMap(({ path, kind, text }) => {
      const after = mended(kind, text);
      return after === text ? [] : [{ path, file: join(root, path), before: text, after }];
    }),
  );
}

/** As a patch, which `git apply` and people read. */
export function patchOf({ path, before, after }: Mending): string {
  return createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, { context: 2 });
}

/** Writes what was shown. A file that somebody has changed meanwhile stays as they left it; gives how many were written. */
export function writeMendings(all: ReadonlyArray<Mending>): number {
  const written = all.filter(({ file, before, after }) =>
    reading(file, () => {
      if (readFileSync(file, 'utf8') !== before) return false;
      writeFileSync(file, after);
      return true;
    }),
  );
  return written.length;
}
