import { statSync } from 'node:fs';
import { type ReadText, readText } from './source-file.ts';

/** Clocks of file systems are coarse, at worst by two seconds: two changes within one tick of them bear one time. */
const coarsestClockMs = 3_000;

/**
 * Reads a file again where it may have changed: where a time, the size or the inode is another, or where its last change was then so fresh that a later one
 * need not show.
 */
export function createKeptTexts(read = readText, tickMs = coarsestClockMs): typeof readText {
  const known = new Map<string, { readonly stamp: string; readonly text: ReadText }>();
  return (path) => {
    // Before it is read: a change in between shows the next time.
    const { mtimeNs, ctimeNs, mtimeMs, ctimeMs, size, ino } = statSync(path, { bigint: true });
    const stamp = [mtimeNs, ctimeNs, size, ino].join();
    const before = known.get(path);
    if (before?.stamp === stamp) return before.text;
    const text = read(path);
    if (Date.now() - Math.max(Number(mtimeMs), Number(ctimeMs)) > tickMs) known.set(path, { stamp, text });
    else known.delete(path);
    return text;
  };
}
