import type { FileMaxima, Finding } from './finding.ts';

/** Of a picture so wide and so high, in pixels: one without any is none. */
export function tooLarge(width: number, height: number, { fileSide, filePixels }: FileMaxima): Finding | null {
  if (width === 0 || height === 0) return 'DAMAGED';
  return width > fileSide || height > fileSide || width * height > filePixels ? 'TOO_MANY_PIXELS' : null;
}
