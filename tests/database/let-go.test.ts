import { beforeEach, describe, expect, it } from 'vitest';
import type { SubmissionStore } from '../../subgraphs/journeys/store/index.ts';
import type { Database } from '../../subgraphs/runtime/database.ts';
import { receiveOne } from './receive-one.ts';
import { openStore } from './store-of.ts';

let own: Database;
let store: SubmissionStore;
openStore((opened) => {
  ({ own, store } = opened);
});

const [early, noon] = ['2020-11-25T03:59:59.999Z', '2020-11-25T04:00:00.000Z'];
/** Somebody who holds a row while something else is done. */
async function holding(row: string, meanwhile: () => Promise<unknown>): Promise<void> {
  await own.sql.begin(async (sql) => {
    await sql.unsafe(`select 1 from ${row} for update`);
    await meanwhile();
  });
}
const endedAt = async (at: string | null): Promise<string> => {
  const id = await receiveOne(store, ['a']);
  await own.sql`update submissions set ended_at = ${at} where id = ${id}`;
  return id;
};
beforeEach(async () => {
  await own.sql`update submissions set ended_at = null, erased_at = null, tell_erased_at = null`;
  await own.sql`update filings set retry_at = null`;
  for (const table of ['requests', 'evidence_files', 'uploads']) await own.sql.unsafe(`delete from ${table}`);
});

describe('whose time is over goes', () => {
  it('requests that were performed before, as many as asked for, but those that somebody holds', async () => {
    for (const [target, at] of [
      ['a', early],
      ['b', early],
      ['c', early],
      ['d', noon],
    ] as const)
      await own.sql`
        insert into requests (subject, mutation, idempotency_key, request_hash, target, at) values ('s', 'm', ${target}, 'h', ${target}, ${at})`;
    const { requests } = store.letGo;
    const left = async () => (await own.sql`select target from requests order by target`).map(({ target }) => target);
    await holding("requests where target = 'a'", async () => expect(await requests(noon, 1)).toBe(1));
    expect(await left()).toContain('a');
    expect(await left()).toHaveLength(3);
    expect([await requests(noon, 9), await requests(noon, 9)]).toEqual([2, 0]);
    expect(await left()).toEqual(['d']);
  });

  it('keys of submissions that ended before, once, as many as asked for, but those that somebody holds', async () => {
    const [held, one, two] = [await endedAt(early), await endedAt(early), await endedAt(early)];
    const others = [await endedAt(noon), await endedAt(null)];
    const { keys } = store.letGo;
    const gone = async () =>
      (
        await own.sql`select id, idempotency_key as key, request_hash as hash from submissions where request_hash = 'gone'`
      )
        .map(({ id, key }) => key === `gone ${id}` && id)
        .sort();
    await holding(`submissions where id = '${held}'`, async () => {
      expect(await keys(noon, 1)).toBe(1);
      expect(await keys(noon, 9)).toBe(1);
    });
    expect(await gone()).toEqual([one, two].sort());
    expect([await keys(noon, 9), await keys(noon, 9)]).toEqual([1, 0]);
    for (const id of others) expect(await gone()).not.toContain(id);
  });

  it('files that were used before and are evidence of nothing any more, with what lies there', async () => {
    const of = await receiveOne(store, ['a']);
    for (const [id, usedAt] of [
      ['a', early],
      ['b', early],
      ['evidence', early],
      ['late', noon],
      ['unused', null],
    ] as const)
      await own.sql`
        insert into uploads (id, subject, ticket_hash, file_name, content_type, bytes, sha256, expires_at, used_at)
        values (${id}, 's', ${id}, 'n', 'image/png', 1, 'h', ${early}, ${usedAt})`;
    await own.sql`insert into evidence_files (upload, submission) values ('evidence', ${of})`;
    const removed: string[] = [];
    const files = (most: number) =>
      store.letGo.files(noon, most, async (id) => {
        removed.push(id);
      });
    await holding("uploads where id = 'a'", async () => expect(await files(9)).toBe(1));
    expect([await files(0), await files(9), await files(9)]).toEqual([0, 1, 0]);
    expect(removed).toEqual(['b', 'a']);
    // A file that cannot be removed keeps its row.
    await own.sql`update uploads set used_at = ${early} where id = 'late'`;
    await expect(
      store.letGo.files(noon, 9, async () => {
        throw new Error('out');
      }),
    ).rejects.toThrow('out');
    const left = await own.sql`select id from uploads order by id`;
    expect(left.map(({ id }) => id)).toEqual(['evidence', 'late', 'unused']);
  });
});

describe('submissions to erase', () => {
  it('are those that ended before, the oldest first, as many as asked for', async () => {
    const second = await endedAt(early);
    const first = await endedAt('2019-01-01T00:00:00Z');
    await endedAt(noon);
    await endedAt(null);
    const erased = await endedAt(early);
    await own.sql`update submissions set erased_at = now() where id = ${erased}`;
    expect(await store.erasures.endedBefore(noon, 9, 0)).toEqual([first, second]);
    expect(await store.erasures.endedBefore(noon, 1, 0)).toEqual([first]);
    expect(await store.erasures.endedBefore(noon, 9, 1)).toEqual([second]);
  });

  it('are not those of which a department has yet to hear that a filing was taken back', async () => {
    const [told, untold, approved] = [await endedAt(early), await endedAt(early), await endedAt(early)];
    await own.sql`update filings set state = 'WITHDRAWN' where submission in (${told as string}, ${untold as string})`;
    await own.sql`update filings set state = 'APPROVED' where submission = ${approved as string}`;
    await own.sql`update filings set retry_at = now() where submission in (${untold as string}, ${approved as string})`;
    expect([...(await store.erasures.endedBefore(noon, 9, 0))].sort()).toEqual([told, approved].sort());
  });

  it('are told to their departments when that is due, the longest first, until all have heard', async () => {
    const tell = async (at: string | null): Promise<string> => {
      const id = await receiveOne(store, ['a']);
      await store.erasures.tellAgain(id, at);
      return id;
    };
    const second = await tell(noon);
    const first = await tell(early);
    await tell('2020-11-25T04:00:00.001Z');
    await tell(null);
    expect(await store.erasures.toTell(noon, 9)).toEqual([first, second]);
    expect(await store.erasures.toTell(noon, 1)).toEqual([first]);
    await store.erasures.tellAgain(first, null);
    expect(await store.erasures.toTell(noon, 9)).toEqual([second]);
  });
});
