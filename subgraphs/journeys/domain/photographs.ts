import { isInRange, type PhotoFacts, type PixelSize } from '../../language/photo-facts.ts';
import type { Localized } from '../../language/text.ts';
import { type Place, type Refusal, refuse } from './refusals.ts';

/** A picture that was uploaded. */
export interface Picture {
  readonly contentType: string;
  readonly bytes: number;
  /** Null: it was put before that was read, or is no picture. */
  readonly pixels: PixelSize | null;
}

const ofKib = 1024;

/** In what a picture is not as its material asks, as far as it can be read: nobody sees here what colour is behind a person, nor how large a print is. */
export function photoRefusals(
  photo: PhotoFacts,
  { contentType, bytes, pixels }: Picture,
  at: Place,
  material: Localized,
): ReadonlyArray<Refusal> {
  if (!contentType.startsWith('image/')) return [];
  const refusals: Refusal[] = [];
  if (pixels && !(isInRange(pixels.width, photo.width) && isInRange(pixels.height, photo.height)))
    refusals.push(refuse('PHOTO_UNFIT.PIXELS', at, { material, width: pixels.width, height: pixels.height }));
  const kib = bytes / ofKib;
  if (!isInRange(kib, photo.kib)) refusals.push(refuse('PHOTO_UNFIT.FILE', at, { material, kib: told(kib, photo) }));
  return refusals;
}

/** In tenths, and never rounded to what would do. */
function told(kib: number, { kib: range }: PhotoFacts): number {
  const isTooLarge = kib > (range?.most ?? Number.POSITIVE_INFINITY);
  return (isTooLarge ? Math.ceil(kib * 10) : Math.floor(kib * 10)) / 10;
}
