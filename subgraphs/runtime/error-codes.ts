/** An error may be wrapped; no deeper than this. */
const deepest = 5;

/** The codes that an error and what it wraps carry, its own first: who asks a database tells its failure as one of theirs. */
export function codesOf(error: unknown): ReadonlyArray<string | number> {
  const codes: (string | number)[] = [];
  let each = error as { readonly code?: unknown; readonly cause?: unknown };
  for (let depth = 0; depth < deepest && typeof each === 'object' && each !== null; depth++) {
    if (typeof each.code === 'string' || typeof each.code === 'number') codes.push(each.code);
    each = each.cause as never;
  }
  return codes;
}
