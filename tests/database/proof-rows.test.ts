import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SubmissionStore } from '../../subgraphs/journeys/store/index.ts';
import { createMakeProofs, type ProofEnd } from '../../subgraphs/journeys/store/proofs.ts';
import { testLedgerKey } from './keys.ts';
import { receiveOne } from './receive-one.ts';
import { openStore } from './store-of.ts';

let store: SubmissionStore;
let adminUrl = '';
openStore((opened) => {
  ({ store } = opened);
  ({ adminUrl } = opened.database);
});
let admin: postgres.Sql;
beforeAll(async () => {
  admin = postgres(adminUrl, { max: 1, onnotice: () => {} });
  // As whoever may do everything on the database.
  await admin`alter table journeys.proofs disable trigger user`;
});
afterAll(() => admin.end());

const at = '2026-11-25T04:00:00.000Z';
/** A submission with so many entries after the first, and where its chain ends. */
async function proven(more: number): Promise<{ readonly id: string } & ProofEnd> {
  const id = await receiveOne(store, ['a']);
  const { proofNumber, proofDigest } = (await store.find(id)) as ProofEnd;
  const proving = createMakeProofs(testLedgerKey, store.pseudonym);
  const each = { kind: 'WITHDRAWN' as const, body: {}, content: [] };
  const { rows, end } = proving(
    id,
    { proofNumber, proofDigest },
    at,
    Array.from({ length: more }, () => each),
  );
  // The last first: they are read by their numbers.
  for (const { number, kind, contentDigest, digest, signature } of [...rows].reverse())
    await admin`
      insert into journeys.proofs (submission, number, at, kind, body, content_digest, digest, signature)
      values (${id}, ${number}, ${at}, ${kind}, '{}', ${contentDigest}, ${digest}, ${signature})`;
  return { id, ...end };
}
const brokenAt = async (of: { readonly id: string } & ProofEnd) => (await store.proving.proofOf(of)).brokenAt;

it('all of a chain is there in its order, of its submission alone, and holds', async () => {
  const [one, other] = [await proven(3), await proven(0)];
  const { brokenAt: broken, entries } = await store.proving.proofOf(one);
  expect([broken, entries.map(({ number }) => number)]).toEqual([null, [1, 2, 3, 4]]);
  expect(entries.map(({ signatureHolds }) => signatureHolds)).toEqual([true, true, true, true]);
  expect(entries[3]).toMatchObject({ at, kind: 'WITHDRAWN' });
  expect(entries[3]).not.toHaveProperty('submission');
  expect((await store.proving.proofOf(other)).entries).toHaveLength(1);
  expect([one.proofNumber, other.proofNumber, await brokenAt(other)]).toEqual([4, 1, null]);
});

it('where nothing is proven there is nothing to be broken', async () => {
  const nothing = { id: 'none', proofNumber: 0, proofDigest: null };
  expect(await store.proving.proofOf(nothing)).toEqual({ brokenAt: null, entries: [] });
  // A chain of nothing ends where it began.
  expect(createMakeProofs(testLedgerKey, store.pseudonym)('none', nothing, at, [])).toEqual({
    ...{ rows: [], end: { proofNumber: 0, proofDigest: null } },
  });
});

it.each<[string, (id: string) => Promise<unknown>, number]>([
  ['all is gone', (id) => admin`delete from journeys.proofs where submission = ${id}`, 1],
  ['its last is gone', (id) => admin`delete from journeys.proofs where submission = ${id} and number = 4`, 4],
  ['its last two are gone', (id) => admin`delete from journeys.proofs where submission = ${id} and number > 2`, 3],
  [
    'one is signed by nobody',
    (id) => admin`update journeys.proofs set signature = 'x' where submission = ${id} and number = 2`,
    2,
  ],
  [
    'one was changed, and a later one is signed by nobody',
    async (id) => {
      await admin`update journeys.proofs set body = '{"a": 1}' where submission = ${id} and number = 2`;
      await admin`update journeys.proofs set signature = 'x' where submission = ${id} and number = 3`;
    },
    2,
  ],
  [
    'one is signed by nobody, and a later one was changed',
    async (id) => {
      await admin`update journeys.proofs set signature = 'x' where submission = ${id} and number = 2`;
      await admin`update journeys.proofs set body = '{"a": 1}' where submission = ${id} and number = 3`;
    },
    2,
  ],
  [
    'one was changed and the last is gone',
    async (id) => {
      await admin`update journeys.proofs set body = '{"a": 1}' where submission = ${id} and number = 2`;
      await admin`delete from journeys.proofs where submission = ${id} and number = 4`;
    },
    2,
  ],
])('of what is wrong with a chain the first is told: %s', async (_what, change, at) => {
  const of = await proven(3);
  await change(of.id);
  expect(await brokenAt(of)).toBe(at);
});

it('one more than its submission says is added after its end', async () => {
  const of = await proven(3);
  const third = (await store.proving.proofOf(of)).entries[2]?.digest ?? null;
  expect(await brokenAt({ ...of, proofNumber: 3, proofDigest: third })).toBe(4);
});
