import type { Finding, Means } from './finding.ts';
import { lookAtJpeg } from './jpeg.ts';
import { lookAtOfd } from './ofd.ts';
import { lookAtPdf } from './pdf.ts';
import { lookAtPng } from './png.ts';

type Look = (bytes: Uint8Array, means: Means) => Finding | null;

/** By the type that is announced. What is not here is not taken. */
const looks: ReadonlyMap<string, Look> = new Map([
  ['application/pdf', lookAtPdf],
  ['image/jpeg', lookAtJpeg],
  ['image/png', lookAtPng],
  ['application/ofd', lookAtOfd],
]);
export const uploadTypes: ReadonlyArray<string> = [...looks.keys()];

/** Whether a file is what it was announced as, and harmless: in time that grows with its length, and without running anything of it. */
export function lookAtFile(contentType: string, bytes: Uint8Array, means: Means): Finding | null {
  const look = looks.get(contentType);
  return look ? look(bytes, means) : 'OTHER_TYPE';
}
