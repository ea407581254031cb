/** Longest id that a client or a department may choose. */
export const longestId = 64;

const safe = new RegExp(`^[A-Za-z0-9][A-Za-z0-9_-]{0,${longestId - 1}}$`);

/**
 * Whether an id that somebody else chose may become a key of ours, part of a path, or a name in a log: Latin letters, digits, `-` and `_`, and not one of
 * these two first. So `__proto__` is none, nor a text with a line break or a NUL, which the database refuses.
 */
export function isSafeId(id: string): boolean {
  return safe.test(id);
}
