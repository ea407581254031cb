import { type Finding, type Means, unpackable } from './finding.ts';
import { tooLarge } from './pixels.ts';
import { big32, isForeign, startsWith, textOf } from './text.ts';

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const ofChunk = 12;

/** Chunk by chunk (PNG, third edition, section 5): its size, and nothing else in it or behind it. */
export function lookAtPng(bytes: Uint8Array, means: Means): Finding | null {
  if (!startsWith(bytes, signature)) return 'OTHER_TYPE';
  let left = unpackable(bytes.length, means.most);
  let at = signature.length;
  for (let number = 0; at + ofChunk <= bytes.length; number++) {
    const length = big32(bytes, at);
    const kind = textOf(bytes.subarray(at + 4, at + 8));
    const data = bytes.subarray(at + 8, at + 8 + length);
    at += ofChunk + length;
    if (at > bytes.length || (number === 0) !== (kind === 'IHDR')) return 'DAMAGED';
    if (kind === 'IEND') return isForeign(bytes.subarray(at)) ? 'OTHER_TYPE' : null;
    const found = lookAtChunk(kind, data, left, means);
    if (typeof found === 'string') return found;
    left -= found;
  }
  return 'DAMAGED';
}

/** Bytes that it unpacks to. */
function lookAtChunk(kind: string, data: Uint8Array, left: number, { most, unpack }: Means): Finding | number {
  if (kind === 'IHDR') return data.length === 13 ? (tooLarge(big32(data, 0), big32(data, 4), most) ?? 0) : 'DAMAGED';
  // How much pixels unpack to is known by their number.
  if (kind === 'IDAT') return 0;
  if (isForeign(data)) return 'OTHER_TYPE';
  const packed = packedIn(kind, data);
  const unpacked = packed && unpack(packed, left, true);
  if (unpacked === 'MORE') return 'UNPACKS_TOO_MUCH';
  if (unpacked === 'BROKEN') return 'DAMAGED';
  return unpacked?.length ?? 0;
}

/** Packed texts and colour profiles: behind a keyword that ends in zero, a byte (of `iTXt` two, and two more texts) before them. */
function packedIn(kind: string, data: Uint8Array): Uint8Array | null {
  const keyword = data.indexOf(0);
  if (kind === 'zTXt' || kind === 'iCCP') return keyword < 0 ? null : data.subarray(keyword + 2);
  if (kind !== 'iTXt' || data[keyword + 1] !== 1) return null;
  const language = data.indexOf(0, keyword + 3);
  const translated = language < 0 ? -1 : data.indexOf(0, language + 1);
  return translated < 0 ? null : data.subarray(translated + 1);
}
