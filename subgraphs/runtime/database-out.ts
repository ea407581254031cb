/**
 * SQLSTATE classes (PostgreSQL, appendix A) of a server that is out or has no room: 08 connection exception, 53 insufficient resources, 57P operator
 * intervention.
 */
const sqlStates = /^(?:08|53|57P)/;
/** Of the driver, and of the sockets beneath. */
const codes: ReadonlySet<string> = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
]);
/** An error may be wrapped; no deeper than this. */
const deepest = 5;

/** Whether something failed because the database is out, which passes, and not because of what was asked. */
export function isDatabaseOut(error: unknown): boolean {
  let each = error as { readonly code?: unknown; readonly cause?: unknown } | null | undefined;
  for (
    let depth = 0;
    depth < deepest && typeof each === 'object' && each !== null;
    depth++, each = each.cause as never
  ) {
    const { code } = each;
    if (typeof code === 'string' && (codes.has(code) || (code.length === 5 && sqlStates.test(code)))) return true;
  }
  return false;
}
