import { type Finding, type Means, unpackable } from './finding.ts';
import { contains, startsWith, textOf } from './text.ts';
import { type Entry, readEntries } from './zip.ts';

const inPackages = 'http://www.ofdspec.org/';
/** Programs, and archives within the archive. */
const carried: ReadonlyArray<ReadonlyArray<number>> = [
  [0x4d, 0x5a],
  [0x7f, 0x45, 0x4c, 0x46],
  [0x50, 0x4b, 0x03, 0x04],
  [0x52, 0x61, 0x72, 0x21],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x25, 0x50, 0x44, 0x46],
];
const page = /<(?:\w{1,20}:)?Page[\s>]/g;
/** Entities that unfold or point elsewhere, and what a browser would run. */
const activeXml = /<!(?:DOCTYPE|ENTITY)|<(?:\w{1,20}:)?(?:script|html|svg|iframe)[\s>]/i;

/** An archive of XML (GB/T 33190): entry by entry, each unpacked to no more than it says. */
export function lookAtOfd(bytes: Uint8Array, means: Means): Finding | null {
  if (!startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return 'OTHER_TYPE';
  const entries = readEntries(bytes, means.most.fileParts);
  if (typeof entries === 'string') return entries;
  const unpacked = entries.reduce((sum, { size }) => sum + size, 0);
  if (unpacked > unpackable(bytes.length, means.most)) return 'UNPACKS_TOO_MUCH';
  let isOfd = false;
  let pages = 0;
  for (const entry of entries) {
    const content = contentOf(entry, means);
    if (typeof content === 'string') return content;
    const isXml = /\.xml$/i.test(entry.name);
    if (carried.some((start) => startsWith(content, start)) || (isXml && contains(content, activeXml))) return 'ACTIVE';
    if (entry.name === 'OFD.xml') isOfd = textOf(content.subarray(0, 2000)).includes(inPackages);
    if (/(^|\/)Document\.xml$/i.test(entry.name)) pages += textOf(content).match(page)?.length ?? 0;
  }
  if (!isOfd) return 'OTHER_TYPE';
  return pages > means.most.filePages ? 'TOO_MANY_PAGES' : null;
}

function contentOf({ packed, size, isPacked }: Entry, { unpack }: Means): Uint8Array | Finding {
  const content = isPacked ? unpack(packed, size, false) : packed;
  // More than it says is a lie that was told to be believed.
  if (content === 'MORE') return 'UNPACKS_TOO_MUCH';
  if (content === null || content === 'BROKEN' || content.length !== size) return 'DAMAGED';
  return content;
}
