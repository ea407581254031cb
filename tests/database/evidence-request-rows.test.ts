import { beforeEach, expect, it } from 'vitest';
import { type KeptEvidenceRequest, useEvidenceRequest } from '../../subgraphs/journeys/store/evidence-requests.ts';
import type { SubmissionStore } from '../../subgraphs/journeys/store/index.ts';
import { maxima } from '../../subgraphs/language/maxima.ts';
import type { Database } from '../../subgraphs/runtime/database.ts';
import { openStore } from './store-of.ts';

let own: Database;
let store: SubmissionStore;
openStore((opened) => {
  ({ own, store } = opened);
});
beforeEach(async () => {
  await own.sql`delete from evidence_requests`;
  await own.sql`delete from requests`;
});

const asked = '2026-11-25T04:00:00.000Z';
/** The last moment at which it holds, and the first at which it does not. */
const [last, ends] = ['2026-11-26T03:59:59.999Z', '2026-11-26T04:00:00.000Z'];
const request = (id: string, more: Partial<KeptEvidenceRequest> = {}): KeptEvidenceRequest =>
  ({
    ...{ id, subject: 'lin', idempotencyKey: id, requestHash: 'h', requestedAt: asked, expiresAt: ends },
    ...{ lifeEvent: 'newborn', region: '330381000000', people: [], applicant: null, items: [], consents: [] },
    ...{ personalNumbers: [] },
    ...more,
  }) as KeptEvidenceRequest;
const add = (id: string, more: Partial<KeptEvidenceRequest> = {}) => store.evidenceRequests.add(request(id, more));
const left = async () => (await own.sql`select id from evidence_requests order by id`).map(({ id }) => id);

it('holds until it ends, for whoever asked', async () => {
  const { find, byKey } = store.evidenceRequests;
  expect(await add('a')).toBe('ADDED');
  await add('b');
  expect(await find('a', 'lin', last)).toMatchObject({ id: 'a', lifeEvent: 'newborn' });
  expect(await byKey('lin', 'a', last)).toMatchObject({ id: 'a' });
  for (const gone of [
    await find('a', 'lin', ends),
    await byKey('lin', 'a', ends),
    await find('a', 'zhao', asked),
    await byKey('zhao', 'a', asked),
    await find('c', 'lin', asked),
    await byKey('lin', 'c', asked),
    await find('a\0', 'lin', asked),
  ])
    expect(gone).toBeNull();
});

it('a key is one’s own, and free again once its request has ended', async () => {
  expect([await add('a'), await add('b', { idempotencyKey: 'a' })]).toEqual(['ADDED', 'KEY_TAKEN']);
  expect(await add('c', { idempotencyKey: 'a', subject: 'zhao' })).toBe('ADDED');
  expect(await add('d', { idempotencyKey: 'a', requestedAt: last })).toBe('KEY_TAKEN');
  expect(await add('e', { idempotencyKey: 'a', requestedAt: ends, expiresAt: '2027-01-01T00:00:00Z' })).toBe('ADDED');
  // What ended of hers is removed, and nothing of another's.
  expect(await left()).toEqual(['c', 'e']);
});

it('of one person only so many hold, of another none counts', async () => {
  for (let each = 1; each < maxima.openEvidenceRequests; each++) await add(`a${each}`);
  await add('of-zhao', { subject: 'zhao' });
  expect([await add('last'), await add('more')]).toEqual(['ADDED', 'TOO_MANY']);
  expect(await add('more', { subject: 'zhao' })).toBe('ADDED');
  expect(await left()).toHaveLength(maxima.openEvidenceRequests + 2);
});

it('of two of one person at once the second counts the first', async () => {
  for (let each = 1; each < maxima.openEvidenceRequests; each++) await add(`a${each}`);
  let second: Promise<string> | undefined;
  await own.sql.begin(async (sql) => {
    // As the first does.
    await sql`select pg_advisory_xact_lock(hashtextextended('looks lin', 0))`;
    let done = false;
    second = add('second').finally(() => {
      done = true;
    });
    const waits = async (): Promise<boolean> =>
      (await own.sql`select 1 from pg_locks where locktype = 'advisory' and not granted`).length > 0;
    while (!done && !(await waits()));
    await sql`
      insert into evidence_requests (id, subject, idempotency_key, request_hash, requested_at, expires_at, sealed)
      values ('first', 'lin', 'first', 'h', ${asked}, ${ends}, '')`;
  });
  expect(await second).toBe('TOO_MANY');
});

it('what is said to it is kept once for each request, while it holds', async () => {
  const { change, find } = store.evidenceRequests;
  const say = (id: string, region: string, at: string, idempotencyKey = region) =>
    change(
      id,
      (record) => ({ ...record, region }),
      { subject: 'lin', mutation: 'acceptEvidence', idempotencyKey, requestHash: 'h', target: id },
      at,
    );
  await add('a');
  await add('b');
  expect(await say('a', '330300000000', last)).toMatchObject({ id: 'a', region: '330300000000' });
  // The same request again says nothing more.
  expect(await say('a', '110000000000', last, '330300000000')).toMatchObject({ region: '330300000000' });
  expect([await say('a', '120000000000', ends), await say('c', '130000000000', asked)]).toEqual([null, null]);
  expect(await find('a', 'lin', asked)).toMatchObject({ region: '330300000000' });
  expect(await find('b', 'lin', asked)).toMatchObject({ region: '330381000000' });
  const written = await own.sql`select idempotency_key as key from requests`;
  expect(written.map(({ key }) => key)).toEqual(['330300000000']);
});

it('of two that say something at once each sees what the other said', async () => {
  await add('a');
  const more = (of: string) =>
    store.evidenceRequests.change(
      'a',
      (record) => ({ ...record, personalNumbers: [...record.personalNumbers, of] }),
      { subject: 'lin', mutation: 'm', idempotencyKey: of, requestHash: 'h', target: 'a' },
      asked,
    );
  await Promise.all(['x', 'y', 'z'].map(more));
  const found = await store.evidenceRequests.find('a', 'lin', asked);
  expect([...(found?.personalNumbers ?? [])].sort()).toEqual(['x', 'y', 'z']);
});

it('is used once, while it holds', async () => {
  const use = (id: string, at: string) => own.db.transaction((transaction) => useEvidenceRequest(transaction, id, at));
  await add('a');
  await add('b');
  expect(await use('a', ends)).toBe(false);
  expect([await use('a', last), await use('a', last)]).toEqual([true, false]);
  expect(await left()).toEqual(['b']);
});

it('what has ended is removed, as much as was asked for, but for what somebody holds', async () => {
  for (const id of ['a', 'b', 'c']) await add(id);
  await add('later', { expiresAt: '2026-11-26T04:00:00.001Z' });
  const { removeExpired } = store.evidenceRequests;
  expect(await removeExpired(last, 9)).toBe(0);
  await own.sql.begin(async (sql) => {
    await sql`select 1 from evidence_requests where id = 'a' for update`;
    expect(await removeExpired(ends, 1)).toBe(1);
    expect(await removeExpired(ends, 9)).toBe(1);
  });
  expect(await left()).toEqual(['a', 'later']);
  expect([await removeExpired(ends, 9), await removeExpired(ends, 9)]).toEqual([1, 0]);
  expect(await left()).toEqual(['later']);
});
