import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { open, opendir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Bytes by names, kept whole: what is written stands as one, or not at all. Names are those of `isSafeId`. Everything may throw `StorageOut`. */
export interface Blobs {
  write(name: string, content: Uint8Array): Promise<void>;
  /** Null: there is none. */
  read(name: string): Promise<Buffer | null>;
  /** The first bytes, or all where there are fewer; null: there is none. */
  begin(name: string, bytes: number): Promise<Buffer | null>;
  has(name: string): Promise<boolean>;
  /** To be read more than once, each time the same: where it was written anew meanwhile, reading goes on as before or throws. Throws where there is none. */
  open(name: string): Promise<OpenBlob>;
  /** Does nothing where there is none. */
  remove(name: string): Promise<void>;
  /** What broke off while it was written, before that instant (in milliseconds). */
  removeLeft(before: number): Promise<void>;
}
export interface OpenBlob {
  read(): AsyncIterable<Uint8Array>;
  close(): Promise<void>;
}
/** A place for each kind of what is kept, by its name. */
export type Storage = (kind: string) => Blobs;

/** Where files are kept is out, full, or does not let us in: it passes, and nothing was lost by it. */
export class StorageOut extends Error {
  readonly code: string;
  constructor(code: string, cause?: unknown) {
    super('The storage of files is out.', { cause });
    this.code = code;
  }
}

const full = new Set(['ENOSPC', 'EDQUOT', 'EIO', 'EROFS', 'ESTALE', 'ETIMEDOUT']);

/** In a folder of this machine, or one that several share. */
export function createFolder(folder: string): Blobs {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const unlessThereIsNone = <Answer>(work: Promise<Answer>): Promise<Answer | null> =>
    work.catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
  const pathOf = (name: string): string => join(folder, name);
  return {
    async write(name, content) {
      // A name of its own: the same file may arrive twice at once.
      const part = `${pathOf(name)}.${randomBytes(8).toString('hex')}.part`;
      try {
        await writeFile(part, content, { mode: 0o600 });
        await rename(part, pathOf(name));
      } catch (error) {
        await rm(part, { force: true }).catch(() => {});
        const { code = '' } = error as NodeJS.ErrnoException;
        throw full.has(code) ? new StorageOut(code, error) : error;
      }
    },
    read: (name) => unlessThereIsNone(readFile(pathOf(name))),
    async begin(name, bytes) {
      const file = await unlessThereIsNone(open(pathOf(name)));
      if (!file) return null;
      try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0);
        return buffer.subarray(0, bytesRead);
      } finally {
        await file.close();
      }
    },
    has: async (name) => (await unlessThereIsNone(stat(pathOf(name)))) !== null,
    async open(name) {
      // Open for as long as it is read: it may be written anew meanwhile, under the same name.
      const file = await open(pathOf(name));
      return { read: () => file.createReadStream({ start: 0, autoClose: false }), close: () => file.close() };
    },
    remove: (name) => rm(pathOf(name), { force: true }),
    async removeLeft(before) {
      for await (const { name } of await opendir(folder)) {
        if (!name.endsWith('.part')) continue;
        const found = await stat(pathOf(name)).catch(() => null);
        if (found && found.mtimeMs < before) await rm(pathOf(name), { force: true });
      }
    },
  };
}
