import { own } from '../../../language/own.ts';
import type { UploadType } from '../../../language/upload-types.ts';
import type { Finding, Means } from './finding.ts';
import { lookAtJpeg } from './jpeg.ts';
import { lookAtOfd } from './ofd.ts';
import { lookAtPdf } from './pdf.ts';
import { lookAtPng } from './png.ts';

type Look = (bytes: Uint8Array, means: Means) => Finding | null;

/** By the type that is announced. */
const looks: Readonly<Record<UploadType, Look>> = {
  'application/pdf': lookAtPdf,
  'image/jpeg': lookAtJpeg,
  'image/png': lookAtPng,
  'application/ofd': lookAtOfd,
};

/** Whether a file is what it was announced as, and harmless: in time that grows with its length, and without running anything of it. */
export function lookAtFile(contentType: string, bytes: Uint8Array, means: Means): Finding | null {
  const look = own(looks as Readonly<Record<string, Look>>, contentType);
  return look ? look(bytes, means) : 'OTHER_TYPE';
}
