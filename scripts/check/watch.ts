import { existsSync, type FSWatcher, readdirSync, watch } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '../../subgraphs/publishing/catalogue.ts';
import type { Finding } from '../../subgraphs/publishing/finding.ts';
import { createJudgingAgain } from '../../subgraphs/publishing/judging-again.ts';
import { createKeptTexts } from '../../subgraphs/publishing/kept-texts.ts';
import { readTexts } from '../../subgraphs/publishing/read.ts';
import { fingerprintOf, inOrder } from './findings.ts';

export interface Difference {
  readonly found: ReadonlyArray<Finding>;
  readonly gone: ReadonlyArray<Finding>;
  /** How many files were read anew. */
  readonly read: number;
}

/** Judges the catalogue files below the roots again and again: of what has not changed nothing is done again, and only what is otherwise is told. */
export function createRejudging(departments: Catalogue['departments'], roots: ReadonlyArray<string>): () => Difference {
  const readText = createKeptTexts();
  const judgeAgain = createJudgingAgain(departments);
  let told = new Map<string, Finding>();
  return () => {
    const { findings, read } = judgeAgain(readTexts(departments, roots, readText));
    const now = new Map(findings.map((each) => [fingerprintOf(each), each]));
    const earlier = told;
    told = now;
    return {
      found: inOrder([...now].flatMap(([key, finding]) => (earlier.has(key) ? [] : [finding]))),
      gone: inOrder([...earlier].flatMap(([key, finding]) => (now.has(key) ? [] : [finding]))),
      read,
    };
  };
}

/** An editor writes a file in several steps. */
const settledAfterMs = 40;

/**
 * Calls `changed` once after each burst of changes below the folders, until the signal ends it. Each folder is watched by itself: watching a whole tree loses
 * a file that is saved by being exchanged.
 */
export function watchFolders(folders: ReadonlyArray<string>, changed: () => void, signal: AbortSignal): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const watched = new Map<string, FSWatcher>();
  const leave = (folder: string): void => {
    watched.get(folder)?.close();
    watched.delete(folder);
  };
  const happened = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      look();
      changed();
    }, settledAfterMs);
  };
  /** Folders come and go too. */
  const look = (): void => {
    const standing = new Set(folders.flatMap(foldersIn));
    for (const folder of watched.keys()) if (!standing.has(folder)) leave(folder);
    for (const folder of standing)
      if (!watched.has(folder))
        watched.set(
          folder,
          watch(folder, happened).on('error', () => leave(folder)),
        );
  };
  look();
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      for (const folder of [...watched.keys()]) leave(folder);
      resolve();
    });
  });
}

function foldersIn(folder: string): ReadonlyArray<string> {
  if (!existsSync(folder)) return [];
  const below = readdirSync(folder, { recursive: true, withFileTypes: true });
  return [folder, ...below.filter((each) => each.isDirectory()).map((each) => join(each.parentPath, each.name))];
}

/** Where catalogue files lie below a root. */
export const watchedIn = (root: string): ReadonlyArray<string> =>
  ['subgraphs/catalogue/data', 'subgraphs/departments'].map((folder) => join(root, folder));
