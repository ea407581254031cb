import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { opendir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isSafeId } from '../language/safe-id.ts';
import type { Sealer } from '../runtime/personal-data.ts';
import { places } from './store/places.ts';

/** Citizens' files, sealed, by the ids of their rows. */
export interface KeptFiles {
  write(id: string, content: Buffer): Promise<void>;
  /** Null: there is none. */
  read(id: string): Promise<Buffer | null>;
  /** Does nothing where there is none. */
  remove(id: string): Promise<void>;
  /** What broke off while it was written, before that instant (in milliseconds). */
  removeLeft(before: number): Promise<void>;
}

export function createKeptFiles(folder: string, sealer: Sealer): KeptFiles {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const pathOf = (id: string): string => {
    if (!isSafeId(id)) throw new Error('No file has such an id.');
    return join(folder, id);
  };
  return {
    async write(id, content) {
      const path = pathOf(id);
      // A name of its own: the same file may arrive twice at once.
      const part = `${path}.${randomBytes(8).toString('hex')}.part`;
      await writeFile(part, sealer.seal(content.toString('base64'), places.file(id)), { mode: 0o600 });
      await rename(part, path);
    },
    async read(id) {
      const sealed = await readFile(pathOf(id)).catch((error) => {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw error;
      });
      return sealed && Buffer.from(String(sealer.open(sealed, places.file(id))), 'base64');
    },
    remove: (id) => rm(pathOf(id), { force: true }),
    async removeLeft(before) {
      for await (const { name } of await opendir(folder)) {
        if (!name.endsWith('.part')) continue;
        const path = join(folder, name);
        const found = await stat(path).catch(() => null);
        if (found && found.mtimeMs < before) await rm(path, { force: true });
      }
    },
  };
}
