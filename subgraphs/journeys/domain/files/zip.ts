import type { Finding } from './finding.ts';
import { little16, little32, textOf } from './text.ts';

export interface Entry {
  readonly name: string;
  readonly packed: Uint8Array;
  /** Bytes that it says to unpack to. */
  readonly size: number;
  readonly isPacked: boolean;
}

const endLength = 22;
const entryLength = 46;
const localLength = 30;
const mostComment = 65_535;

/**
 * The entries of a ZIP archive (APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16) that is one from its first byte to its last. Each lies in
 * bytes of its own, under a name that stays within the archive.
 */
export function readEntries(bytes: Uint8Array, most: number): ReadonlyArray<Entry> | Finding {
  const end = endOf(bytes);
  if (end < 0) return 'DAMAGED';
  const count = little16(bytes, end + 10);
  if (count > most || count === 65_535) return 'UNPACKS_TOO_MUCH';
  let at = little32(bytes, end + 16);
  const entries: Entry[] = [];
  const names = new Set<string>();
  let packedInAll = 0;
  for (let number = 0; number < count; number++) {
    if (at + entryLength > end || little32(bytes, at) !== 0x02014b50) return 'DAMAGED';
    const entry = readEntry(bytes, at);
    if (typeof entry === 'string') return entry;
    packedInAll += entry.packed.length;
    // Several that share their bytes unpack to far more than there is.
    if (packedInAll > bytes.length) return 'UNPACKS_TOO_MUCH';
    if (names.has(entry.name.toLowerCase())) return 'DAMAGED';
    names.add(entry.name.toLowerCase());
    entries.push(entry);
    at += entryLength + little16(bytes, at + 28) + little16(bytes, at + 30) + little16(bytes, at + 32);
  }
  return at === end ? entries : 'DAMAGED';
}

/** The last record, whose comment reaches to the last byte; -1: there is none. */
function endOf(bytes: Uint8Array): number {
  const first = Math.max(0, bytes.length - endLength - mostComment);
  for (let at = bytes.length - endLength; at >= first; at--) {
    if (little32(bytes, at) === 0x06054b50) return at + endLength + little16(bytes, at + 20) === bytes.length ? at : -1;
  }
  return -1;
}

function readEntry(bytes: Uint8Array, at: number): Entry | Finding {
  const [flags, method] = [little16(bytes, at + 8), little16(bytes, at + 10)];
  const [packedSize, size] = [little32(bytes, at + 20), little32(bytes, at + 24)];
  const name = textOf(bytes.subarray(at + entryLength, at + entryLength + little16(bytes, at + 28)));
  const local = little32(bytes, at + 42);
  if (flags & 1) return 'LOCKED';
  if ((method !== 0 && method !== 8) || !staysWithin(name) || isLink(little32(bytes, at + 38))) return 'DAMAGED';
  if (local + localLength > bytes.length || little32(bytes, local) !== 0x04034b50) return 'DAMAGED';
  const said = textOf(bytes.subarray(local + localLength, local + localLength + little16(bytes, local + 26)));
  const from = local + localLength + said.length + little16(bytes, local + 28);
  if (from + packedSize > bytes.length || (method === 0 && size !== packedSize) || said !== name) return 'DAMAGED';
  return { name, packed: bytes.subarray(from, from + packedSize), size, isPacked: method === 8 };
}

/** No way upwards, from the root, to a drive, or through other separators. */
function staysWithin(name: string): boolean {
  const plain = name.length > 0 && name.length <= 255 && !/[\\:\0]/.test(name) && !name.startsWith('/');
  return plain && name.split('/').every((step) => step !== '..' && step !== '.');
}
/** By the kind that Unix systems write down (S_IFLNK). */
const isLink = (attributes: number): boolean => Math.floor(attributes / 0x10000) >> 12 === 0xa;
