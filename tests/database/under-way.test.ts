import { expect, it } from 'vitest';
import type { SubmissionStore } from '../../subgraphs/journeys/store/index.ts';
import type { Database } from '../../subgraphs/runtime/database.ts';
import { receiveOne } from './receive-one.ts';
import { openStore } from './store-of.ts';

let own: Database;
let store: SubmissionStore;
openStore((opened) => {
  ({ own, store } = opened);
});

const since = '2026-11-25T04:00:00.000Z';
const before = '2026-11-25T03:59:59.999Z';
interface Row {
  readonly event?: string;
  readonly matter?: string;
  readonly state?: string;
  readonly endedAt?: string | null;
  readonly erased?: boolean;
  readonly subject?: string;
  readonly receivedAt?: string;
}
async function having({ event = 'e', matter = 'm', state = 'IN_PROGRESS', ...more }: Row): Promise<string> {
  const { endedAt = null, erased = false, subject = 'lin', receivedAt = before } = more;
  const id = await receiveOne(store, ['a']);
  await own.sql`
    update submissions set life_event = ${event}, state = ${state}, ended_at = ${endedAt}, subject = ${subject},
      erased_at = ${erased ? before : null}, received_at = ${receivedAt}
    where id = ${id}`;
  await own.sql`update filings set matter = ${matter} where submission = ${id}`;
  return id;
}
const ask = async (lifeEvents: ReadonlyArray<string>, matters: ReadonlyArray<string>, most = 9) =>
  (await store.underWay('lin', { lifeEvents, matters }, since, most)).map(({ id }) => id);

it.each<[string, Row, boolean]>([
  ['received', { state: 'RECEIVED' }, true],
  ['in progress, however long', { state: 'IN_PROGRESS', receivedAt: '2020-01-01T00:00:00Z' }, true],
  ['to be corrected', { state: 'NEEDS_CORRECTION' }, true],
  ['completed since', { state: 'COMPLETED', endedAt: since }, true],
  ['partly completed since', { state: 'PARTLY_COMPLETED', endedAt: since }, true],
  ['completed before', { state: 'COMPLETED', endedAt: before }, false],
  ['refused', { state: 'REFUSED', endedAt: since }, false],
  ['withdrawn', { state: 'WITHDRAWN', endedAt: since }, false],
  ['erased', { state: 'IN_PROGRESS', erased: true }, false],
  ['of somebody else', { subject: 'zhao' }, false],
])('what is %s is under way: %#', async (_what, row, isUnderWay) => {
  const id = await having({ ...row, event: 'alone', matter: 'alone' });
  expect(await ask(['alone'], [])).toEqual(isUnderWay ? [id] : []);
  await own.sql`update submissions set life_event = 'over' where id = ${id}`;
});

it('it is of one of the events, or has one of the matters; of none of either there is nothing', async () => {
  const byEvent = await having({ event: 'birth', matter: 'x', receivedAt: '2026-11-01T00:00:00Z' });
  const byMatter = await having({ event: 'y', matter: 'household', receivedAt: '2026-11-02T00:00:00Z' });
  expect(await ask(['birth', 'none'], ['household', 'none'])).toEqual([byMatter, byEvent]);
  expect(await ask(['birth'], [])).toEqual([byEvent]);
  expect(await ask([], ['household'])).toEqual([byMatter]);
  expect(await ask(['none'], ['none'])).toEqual([]);
  expect(await ask([], [])).toEqual([]);
});

it('the newest come first, of one moment by their ids, and no more than were asked for', async () => {
  const old = await having({ event: 'many', receivedAt: '2026-11-01T00:00:00Z' });
  const same: string[] = [];
  for (let each = 0; each < 6; each++) same.push(await having({ event: 'many' }));
  same.sort().reverse();
  expect(await ask(['many'], [])).toEqual([...same, old]);
  expect(await ask(['many'], [], 1)).toEqual(same.slice(0, 1));
});
