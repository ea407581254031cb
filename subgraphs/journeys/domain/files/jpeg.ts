import type { FileMaxima, Finding, Means } from './finding.ts';
import { tooLarge } from './pixels.ts';
import { big16, isForeign, startsWith } from './text.ts';

/** More than progressive pictures have; each is a pass over all pixels. */
const mostScans = 100;

/** Segment by segment (ITU-T T.81, annex B): its size, its end, and nothing else in it or behind it. */
export function lookAtJpeg(bytes: Uint8Array, { most }: Means): Finding | null {
  if (!startsWith(bytes, [0xff, 0xd8, 0xff])) return 'OTHER_TYPE';
  let scans = 0;
  let sized = false;
  for (let segment = segmentAt(bytes, 2); segment; segment = segmentAt(bytes, segment.next)) {
    const { marker, data, next } = segment;
    if (marker === 0xd9) return sized && scans > 0 ? behind(bytes.subarray(next)) : 'DAMAGED';
    const found = lookAtSegment(segment, most);
    if (found) return found;
    sized ||= isFrame(marker) && data.length > 4;
    scans += marker === 0xda ? 1 : 0;
    if (scans > mostScans) return 'UNPACKS_TOO_MUCH';
  }
  return 'DAMAGED';
}

interface Segment {
  readonly marker: number;
  readonly data: Uint8Array;
  /** Where the next one begins. */
  readonly next: number;
}

/** Null: there is none. Any number of bytes `ff` may stand before its marker. */
export function segmentAt(bytes: Uint8Array, from: number): Segment | null {
  let at = from;
  while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1;
  const marker = bytes[at + 1];
  if (bytes[at] !== 0xff || marker === undefined) return null;
  if (marker === 0xd9) return { marker, data: bytes.subarray(at, at), next: at + 2 };
  const length = big16(bytes, at + 2);
  const next = at + 2 + length;
  if (length < 2 || next > bytes.length) return null;
  return { marker, data: bytes.subarray(at + 4, next), next: marker === 0xda ? endOfScan(bytes, next) : next };
}

function lookAtSegment({ marker, data }: Segment, most: FileMaxima): Finding | null {
  if (isFrame(marker)) return tooLarge(big16(data, 3), big16(data, 1), most);
  // What programs, not the picture, are told: texts among it.
  return marker >= 0xe0 && isForeign(data) ? 'OTHER_TYPE' : null;
}

/** Cameras put previews and more behind a picture; nobody puts a page or an archive there. */
const behind = (bytes: Uint8Array): Finding | null => (isForeign(bytes) ? 'OTHER_TYPE' : null);

/** C4, C8 and CC are tables and what nobody uses. */
export const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** The next marker that is neither a byte of data nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}
