import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { open, opendir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isSafeId } from '../language/safe-id.ts';
import type { Sealer } from '../runtime/personal-data.ts';
import { places } from './store/places.ts';

/** Citizens' files, sealed, by the ids of their rows. */
export interface KeptFiles {
  write(id: string, content: Buffer): Promise<void>;
  /** Null: there is none. */
  read(id: string): Promise<Buffer | null>;
  has(id: string): Promise<boolean>;
  /** Its content piece by piece, once all of it has been found whole. Throws where there is none, and where it is not what was sealed. */
  pieces(id: string): AsyncIterable<Buffer>;
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
  const unlessThereIsNone = <Answer>(work: Promise<Answer>): Promise<Answer | null> =>
    work.catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
  return {
    async write(id, content) {
      const path = pathOf(id);
      // A name of its own: the same file may arrive twice at once.
      const part = `${path}.${randomBytes(8).toString('hex')}.part`;
      await writeFile(part, sealer.seal(content.toString('base64'), places.file(id)), { mode: 0o600 });
      await rename(part, path);
    },
    async read(id) {
      const sealed = await unlessThereIsNone(readFile(pathOf(id)));
      return sealed && Buffer.from(String(sealer.open(sealed, places.file(id))), 'base64');
    },
    has: async (id) => (await unlessThereIsNone(stat(pathOf(id)))) !== null,
    async *pieces(id) {
      // Open for as long as it is read: it may be sealed anew meanwhile, under the same name.
      const file = await open(pathOf(id));
      try {
        const read = () => file.createReadStream({ start: 0, autoClose: false });
        yield* fromBase64(sealer.openPieces(read, places.file(id)));
      } finally {
        await file.close();
      }
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

/** Of the JSON of a base64 text, whose pieces end anywhere. */
async function* fromBase64(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let left = '';
  for await (const piece of pieces) {
    const text = left + piece.toString('latin1').replaceAll('"', '');
    const whole = text.length - (text.length % 4);
    left = text.slice(whole);
    if (whole > 0) yield Buffer.from(text.slice(0, whole), 'base64');
  }
}
