import { isSafeId } from '../language/safe-id.ts';
import type { Blobs } from '../runtime/blobs.ts';
import type { Sealer } from '../runtime/personal-data.ts';
import { places } from './store/places.ts';

/** Citizens' files, or pieces of them, sealed, by the ids of their rows. */
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

/** `place`: what each is bound to. */
export function createKeptFiles(blobs: Blobs, sealer: Sealer, place: (id: string) => string = places.file): KeptFiles {
  const named = (id: string): string => {
    if (!isSafeId(id)) throw new Error('No file has such an id.');
    return id;
  };
  return {
    write: async (id, content) => blobs.write(named(id), sealer.seal(content.toString('base64'), place(id))),
    async read(id) {
      const sealed = await blobs.read(named(id));
      return sealed && Buffer.from(String(sealer.open(sealed, place(id))), 'base64');
    },
    has: async (id) => blobs.has(named(id)),
    async *pieces(id) {
      const blob = await blobs.open(named(id));
      try {
        yield* fromBase64(sealer.openPieces(blob.read, place(id)));
      } finally {
        await blob.close();
      }
    },
    remove: async (id) => blobs.remove(named(id)),
    removeLeft: blobs.removeLeft,
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
