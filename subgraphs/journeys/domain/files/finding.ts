/** What speaks against a file; null: nothing that was found. */
export type Finding =
  /** It does not begin as its type does, or is something else as well. */
  | 'OTHER_TYPE'
  /** It cannot be followed to its end. */
  | 'DAMAGED'
  /** It wants a password, so that nobody sees what is in it. */
  | 'LOCKED'
  /** It does something when it is opened, or carries something that does. */
  | 'ACTIVE'
  | 'TOO_MANY_PIXELS'
  | 'TOO_MANY_PAGES'
  /** It unpacks to more than it may, or into too many parts. */
  | 'UNPACKS_TOO_MUCH';

/** Rows of the table of maxima. */
export type FileMaxima = Readonly<
  Record<'filePixels' | 'fileSide' | 'filePages' | 'fileParts' | 'fileUnpackedBytes' | 'fileRatio', number>
>;

/** What looking needs besides the bytes. */
export interface Means {
  readonly most: FileMaxima;
  /**
   * What packed bytes unpack to: RFC 1950 where they have a `header`, else RFC 1951. Whatever follows is left alone, and whatever is missing
   * at the end is not missed, as readers do. `MORE`: more than `most` bytes; null: it has no such header.
   */
  readonly unpack: (packed: Uint8Array, most: number, header: boolean) => Uint8Array | 'MORE' | 'BROKEN' | null;
}

/** Small files may unpack to a white page whatever their ratio. */
const always = 8 * 1024 * 1024;

/** Bytes that a file of this length may unpack to. */
export function unpackable(length: number, { fileUnpackedBytes, fileRatio }: FileMaxima): number {
  return Math.min(fileUnpackedBytes, Math.max(always, length * fileRatio));
}
