import { generateKeyPairSync } from 'node:crypto';
import type { JWK } from 'jose';
import { expect, it } from 'vitest';
import { createLedgerKey } from '../../../subgraphs/runtime/ledger-key.ts';

const keyOf = (): JWK => generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }) as JWK;

it('a digest is signed for one part, by its key, and for nothing else', () => {
  const jwk = keyOf();
  const key = createLedgerKey('appeals', { international: jwk, sm: null });
  const signature = key.sign('abc');
  expect(key.holds('abc', signature)).toBe(true);
  expect(key.holds('abd', signature)).toBe(false);
  expect(createLedgerKey('appeals', { international: keyOf(), sm: null }).holds('abc', signature)).toBe(false);
  expect(createLedgerKey('other', { international: jwk, sm: null }).holds('abc', signature)).toBe(false);
  expect(key.holds('abc', 'none')).toBe(false);
  expect(key.published).toEqual({ part: 'appeals', x: jwk.x, sm2: null });
});

it('another key signs no ledger', () => {
  const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }) as JWK;
  expect(() => createLedgerKey('appeals', { international: other, sm: null })).toThrow('no Ed25519 key');
});
