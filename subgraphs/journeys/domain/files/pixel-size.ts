import type { PixelSize } from '../../../language/photo-facts.ts';
import { isFrame, segmentAt } from './jpeg.ts';
import { big16, big32, little16, little32, startsWith } from './text.ts';

/** How large a picture that was looked at is, as it is shown; null: it is none, or does not say. */
export function pixelSizeOf(contentType: string, bytes: Uint8Array): PixelSize | null {
  if (contentType === 'image/png') return { width: big32(bytes, 16), height: big32(bytes, 20) };
  return contentType === 'image/jpeg' ? sizeOfJpeg(bytes) : null;
}

function sizeOfJpeg(bytes: Uint8Array): PixelSize | null {
  let isTurned = false;
  for (let segment = segmentAt(bytes, 2); segment; segment = segmentAt(bytes, segment.next)) {
    const { marker, data } = segment;
    if (marker === 0xe1) isTurned ||= isTurnedBy(data);
    if (!isFrame(marker)) continue;
    const [width, height] = [big16(data, 3), big16(data, 1)];
    return isTurned ? { width: height, height: width } : { width, height };
  }
  return null;
}

const exif = [0x45, 0x78, 0x69, 0x66, 0, 0];
const orientation = 0x0112;
const ofEntry = 12;

/** Whether cameras' notes (Exif 2.32, sections 4.5.4 and 4.6.4) say that the picture lies on its side: orientations five to eight. */
function isTurnedBy(data: Uint8Array): boolean {
  if (!startsWith(data, exif)) return false;
  const notes = data.subarray(exif.length);
  const isLittle = notes[0] === 0x49;
  const [read16, read32] = isLittle ? [little16, little32] : [big16, big32];
  const first = read32(notes, 4);
  const entries = Math.min(read16(notes, first), Math.floor(notes.length / ofEntry));
  for (let entry = 0; entry < entries; entry++) {
    const at = first + 2 + entry * ofEntry;
    if (read16(notes, at) === orientation) return read16(notes, at + 8) >= 5 && read16(notes, at + 8) <= 8;
  }
  return false;
}
