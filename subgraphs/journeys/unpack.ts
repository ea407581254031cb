import { constants, inflateRawSync } from 'node:zlib';
import type { Means } from './domain/files/finding.ts';

/** As readers unpack: checksums are not looked at, and a missing end is not missed. */
export const unpack: Means['unpack'] = (packed, most, header) => {
  if (header && !hasHeader(packed)) return null;
  try {
    const maxOutputLength = Math.max(1, most);
    const content = inflateRawSync(header ? packed.subarray(2) : packed, {
      maxOutputLength,
      finishFlush: constants.Z_SYNC_FLUSH,
    });
    return content.length > most ? 'MORE' : content;
  } catch (error) {
    return (error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE' ? 'MORE' : 'BROKEN';
  }
};

/** Deflate, a checksum over its two bytes, and no dictionary of its own (RFC 1950, section 2.2). */
function hasHeader([method = 0, flags = 0]: Uint8Array): boolean {
  return (method & 15) === 8 && method >> 4 <= 7 && (method * 256 + flags) % 31 === 0 && (flags & 32) === 0;
}
