import { expect, it } from 'vitest';
import { isDatabaseOut } from '../../../subgraphs/runtime/database-out.ts';

const coded = (code: unknown, cause?: unknown): Error => Object.assign(new Error('told', { cause }), { code });
const wrapped = (error: unknown, times: number): unknown =>
  times === 0 ? error : new Error('a query failed', { cause: wrapped(error, times - 1) });

it.each([
  '08006',
  '53300',
  '57P01',
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
])('%s is a database that is out', (code) => {
  expect(isDatabaseOut(coded(code))).toBe(true);
  expect(isDatabaseOut(wrapped(coded(code), 4))).toBe(true);
  expect(isDatabaseOut(wrapped(coded(code), 5))).toBe(false);
});

it.each([
  // What was asked for cannot be; the database is well.
  ['a broken constraint', coded('23505')],
  ['a query that took too long', coded('57014')],
  ['a code that only begins so', coded('53300X')],
  ['a number', coded(53300)],
  ['an error without a code', new Error('57P01')],
  ['nothing', null],
  ['a text', '57P01'],
])('%s is not', (_what, error) => {
  expect(isDatabaseOut(error)).toBe(false);
  expect(isDatabaseOut(wrapped(error, 1))).toBe(false);
});

it('an error that is its own cause is looked at once in a while, and not for ever', () => {
  const error = new Error('round');
  error.cause = error;
  expect(isDatabaseOut(error)).toBe(false);
});
