import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import type { Registry } from '../schema/registry.ts';
import { checkCatalogue, type PlacedText, type ReadResult } from '../subgraphs/publishing/read.ts';

const packed = z.object({
  departments: z.array(z.object({ code: z.string(), name: z.object({ zh: z.string(), en: z.string() }) })),
  texts: z.array(z.object({ path: z.string(), text: z.string(), kind: z.string(), department: z.string().optional() })),
  api: z.string().optional(),
});
/** A province's catalogue unpacked takes a tenth of it. */
const mostBytes = 256 * 1024 * 1024;

/** The files that a revision is made of. */
export interface PublishedFiles {
  readonly departments: Registry['departments'];
  readonly texts: ReadonlyArray<PlacedText>;
  /** The public schema that it was published with; undefined: an earlier release did not keep it. */
  readonly api?: string | undefined;
}

export function packFiles({ departments, texts, api }: PublishedFiles): Uint8Array {
  const named = departments.map(({ code, name }) => ({ code, name }));
  return gzipSync(JSON.stringify({ departments: named, texts, api }));
}

export function unpackFiles(bytes: Uint8Array): PublishedFiles {
  const files = packed.parse(JSON.parse(gunzipSync(bytes, { maxOutputLength: mostBytes }).toString('utf8')));
  return files as unknown as PublishedFiles;
}

/** As these files would be published today. */
export const readFiles = ({ departments, texts }: PublishedFiles): ReadResult => checkCatalogue(departments, texts);
