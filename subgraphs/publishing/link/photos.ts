import type { PhotoBackground, PhotoFacts, WholeRange } from '../../language/photo-facts.ts';
import type { PhotoInFile, RangeInFile } from '../shapes.ts';

/** What a file says of a photograph. */
export function photoFacts(photo: PhotoInFile): PhotoFacts {
  return {
    width: range(photo.width),
    height: range(photo.height),
    background: photo.background === undefined ? null : (photo.background.toUpperCase() as PhotoBackground),
    kib: range(photo.kib),
    printWidthMm: range(photo.printWidthMm),
    printHeightMm: range(photo.printHeightMm),
  };
}

function range(said: RangeInFile | undefined): WholeRange | null {
  if (said === undefined) return null;
  if (typeof said === 'number') return { least: said, most: said };
  return { least: said.min ?? null, most: said.max ?? null };
}
