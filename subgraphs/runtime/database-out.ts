import { codesOf } from './error-codes.ts';

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

/** Whether something failed because the database is out, which passes, and not because of what was asked. */
export const isDatabaseOut = (error: unknown): boolean =>
  codesOf(error).some(
    (code) => typeof code === 'string' && (codes.has(code) || (code.length === 5 && sqlStates.test(code))),
  );
