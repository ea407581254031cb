const latin1 = new TextDecoder('latin1');
const windowBytes = 1024 * 1024;
/** Longer than any name that is looked for, escaped letter by letter. */
const overlapBytes = 128;

/** Bytes as one character each. */
export const textOf = (bytes: Uint8Array): string => latin1.decode(bytes);

/** Whether any part of the bytes fits; of a pattern that matches a few characters. Never holds much more than a window of them. */
export function contains(bytes: Uint8Array, pattern: RegExp): boolean {
  for (let at = 0; at < bytes.length; at += windowBytes) {
    if (pattern.test(textOf(bytes.subarray(at, at + windowBytes + overlapBytes)))) return true;
  }
  return false;
}

/** What a browser runs, and what programs open by looking for it in the middle of something else (PDF, ZIP). */
const archives = [3, 5].map((kind) => `PK${String.fromCharCode(kind, kind + 1)}`);
const foreign = new RegExp(
  ['<(?:script|html|svg|iframe|!doctype)\\b', '<\\?php', '%PDF-1', ...archives].join('|'),
  'i',
);
export const isForeign = (bytes: Uint8Array): boolean => contains(bytes, foreign);

export function startsWith(bytes: Uint8Array, start: ReadonlyArray<number>): boolean {
  return start.every((each, index) => bytes[index] === each);
}
export const big16 = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);
export const big32 = (bytes: Uint8Array, at: number): number => big16(bytes, at) * 65_536 + big16(bytes, at + 2);
export const little16 = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) + (bytes[at + 1] ?? 0) * 256;
export const little32 = (bytes: Uint8Array, at: number): number =>
  little16(bytes, at) + little16(bytes, at + 2) * 65_536;
