import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { repositoryRoot } from '../subgraphs/publishing/read.ts';

/** Catalogue files, what reads and judges them, and the releases of packages that do so: beside what a build made, too. */
const inputs = ['schema', 'subgraphs', 'package-lock.json', '../package-lock.json'];

/** By everything that decides what a start publishes. */
function keyOf(root: string): string {
  const hash = createHash('sha256').update(process.version);
  for (const input of inputs)
    for (const path of filesIn(root, input)) hash.update(`\n${path}\n`).update(readFileSync(join(root, path)));
  return hash.digest('hex');
}

function filesIn(root: string, input: string): ReadonlyArray<string> {
  if (!existsSync(join(root, input))) return [];
  if (/\.json$/.test(input)) return [input];
  const entries = readdirSync(join(root, input), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
    .sort();
}

const kept = z.strictObject({ key: z.string(), revision: z.int().positive() });

/**
 * What the last start here published, so that the next does not read and judge the same files again: reading is most of what a start takes. Whatever
 * cannot be read back, or cannot be written, is published anew, which publishes the same content once.
 */
export function createStarted(data: string, root: string = repositoryRoot) {
  const file = join(data, 'started.json');
  return {
    /** The revision that these very files were published as, if a start here did so. */
    revision(): number | undefined {
      try {
        const { key, revision } = kept.parse(JSON.parse(readFileSync(file, 'utf8')));
        return key === keyOf(root) ? revision : undefined;
      } catch {
        return undefined;
      }
    },
    keep(revision: number): void {
      try {
        writeFileSync(file, JSON.stringify({ key: keyOf(root), revision }));
      } catch {
        // Nothing but time depends on it.
      }
    },
  };
}
