import { createSecretKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { examineProofs } from '../../../scripts/audit/proofs.ts';
import { createLocalWrapper } from '../../../subgraphs/runtime/keys/wrapper.ts';
import { brokenAt, nextEntry } from '../../../subgraphs/runtime/ledger.ts';
import { createLedgerKey } from '../../../subgraphs/runtime/ledger-key.ts';
import { createPseudonym, createSealer, type DataKey, keyIdOf } from '../../../subgraphs/runtime/personal-data.ts';

/* Bytes that the release before there were two suites wrote: they name none, and everything reads them as it did. */

const before = JSON.parse(readFileSync(new URL('written-before.json', import.meta.url), 'utf8'));
const key: DataKey = { id: 700, key: createSecretKey(Buffer.alloc(32, 3)), suite: 'INTERNATIONAL' };
const newer: DataKey = { id: 701, key: createSecretKey(Buffer.alloc(32, 4)), suite: 'SM' };

it.each([key, newer])('what was sealed opens, whichever key seals now', (sealing) => {
  const sealer = createSealer({ sealing, find: (id) => [key, newer].find((each) => each.id === id) });
  const sealed = Buffer.from(before.sealed, 'base64');
  expect(keyIdOf(sealed)).toBe(700);
  expect(sealer.open(sealed, 'row 1')).toEqual({ name: '陈', numbers: [1, 2] });
  expect(sealer.openText(before.text, 'row 1')).toBe('陈');
});

it.each(['INTERNATIONAL', 'SM'] as const)('pseudonyms are what they were, by the suite %s too', (suite) => {
  expect(createPseudonym(Buffer.alloc(32, 2), suite)('lin')).toBe(before.pseudonym);
});

it('a wrapped key is unwrapped, by a wrapper of the same name', async () => {
  const wrapper = createLocalWrapper(Buffer.alloc(32, 1));
  expect(wrapper.id).toBe(before.wrapper);
  const unwrapped = await wrapper.unwrap(Buffer.from(before.wrapped, 'base64'), 'data key 3 of journeys');
  expect(unwrapped.equals(Buffer.alloc(32, 9))).toBe(true);
});

it('a chain and its signatures hold, and the next of each suite follows', () => {
  const chain = before.entries.map((entry: object) => ({ ...entry, subject: 's1' }));
  expect(brokenAt(chain)).toBeNull();
  const ledgerKey = createLedgerKey('journeys', { international: before.secretKey, sm: null });
  expect(ledgerKey.published).toEqual({ ...before.published, sm2: null });
  for (const { digest, signature } of before.entries) {
    expect(ledgerKey.holds(digest, signature)).toBe(true);
    // Of Ed25519 there is one signature for each statement.
    expect(ledgerKey.sign(digest)).toBe(signature);
  }
  const answer = { data: { submission: { id: 's1', proof: { entries: before.entries } } } };
  expect(examineProofs(JSON.stringify(answer), { part: 'journeys', keys: [before.published.x] })).toEqual([
    { submission: 's1', entries: 3, fault: null },
  ]);
  // The very same is made again of the same.
  const pseudonym = createPseudonym(Buffer.alloc(32, 2));
  const again = nextEntry(chain[1], { ...chain[2], subject: 's1' }, ['林', { phone: '138' }], pseudonym);
  expect(again).toMatchObject({ contentDigest: chain[2].contentDigest, digest: chain[2].digest });
});
