import { expect, it } from 'vitest';
import type { GivenConsent } from '../../subgraphs/journeys/domain/consent.ts';
import type { SubmissionStore } from '../../subgraphs/journeys/store/index.ts';
import type { Database } from '../../subgraphs/runtime/database.ts';
import { newSubmission } from './receive-one.ts';
import { openStore } from './store-of.ts';

let own: Database;
let store: SubmissionStore;
openStore((opened) => {
  ({ own, store } = opened);
});

const [first, later] = ['2026-11-25T04:00:00.000Z', '2026-11-26T04:00:00.000Z'];
const consent = (source: string, more: Partial<GivenConsent> = {}): GivenConsent => ({
  ...{ source, granted: true, purpose: 'SUBMISSION', textVersion: '1', requirements: ['R-1'] },
  ...more,
});
async function received(...told: ReadonlyArray<GivenConsent>): Promise<string> {
  const submission = newSubmission(store, ['a'], { told: told.map((each) => ({ ...each, at: first })) });
  await store.receive(submission, () => null);
  return submission.row.id;
}
const withdraw = (id: string, source: string, at = later) =>
  own.db.transaction((transaction) => store.withdrawConsent(transaction, id, source, at));
const standing = async (id: string) =>
  (await store.consents.of(id)).map(({ source, withdrawnAt }) => [
    source,
    withdrawnAt === null ? null : new Date(withdrawnAt).toISOString(),
  ]);

it('one that stands is taken back once, of its submission and source alone', async () => {
  const [id, other] = [
    await received(consent('tax'), consent('health'), consent('tax', { purpose: 'HAND_OVER' })),
    await received(consent('tax')),
  ];
  expect(await withdraw(id, 'tax')).toBe(true);
  expect(await standing(id)).toEqual([
    ['tax', later],
    ['health', null],
    ['tax', later],
  ]);
  expect(await standing(other)).toEqual([['tax', null]]);
  expect([await withdraw(id, 'tax', '2026-11-27T00:00:00Z'), await withdraw(id, 'police')]).toEqual([false, false]);
  expect(await standing(id)).toContainEqual(['tax', later]);
});

it('what was refused is not taken back', async () => {
  const id = await received(consent('tax', { granted: false }));
  expect(await withdraw(id, 'tax')).toBe(false);
  expect(await standing(id)).toEqual([['tax', null]]);
});

it('those of an earlier release, which lay in its record alone, are written down once', async () => {
  const [id, other] = [await received(), await received(consent('police'))];
  const note = (given: ReadonlyArray<GivenConsent>) =>
    own.db.transaction((transaction) => store.noteConsents(transaction, id, given, first));
  await note([]);
  expect(await standing(id)).toEqual([]);
  await note([consent('tax'), consent('health')]);
  await note([consent('another')]);
  const kept = await store.consents.of(id);
  expect(kept.map(({ source, at, id: of }) => [source, new Date(at).toISOString(), of])).toEqual([
    ['tax', first, `${id}-c1`],
    ['health', first, `${id}-c2`],
  ]);
  expect(await standing(other)).toEqual([['police', null]]);
});
