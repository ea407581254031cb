import { beforeEach, describe, expect, it } from 'vitest';
import type { SubmissionStore } from '../../subgraphs/journeys/store/index.ts';
import { addToOutbox, settlePurpose } from '../../subgraphs/journeys/store/outbox.ts';
import { webhooksOf } from '../../subgraphs/journeys/store/webhooks.ts';
import type { Database } from '../../subgraphs/runtime/database.ts';
import { openStore } from './store-of.ts';

let own: Database;
let store: SubmissionStore;
openStore((opened) => {
  ({ own, store } = opened);
});
beforeEach(async () => {
  await own.sql`delete from outbox`;
  await own.sql`delete from webhooks`;
  await own.sql`delete from webhook_outages`;
});

const [early, noon, late] = ['2026-11-25T03:59:59.999Z', '2026-11-25T04:00:00.000Z', '2026-11-25T04:00:00.001Z'];
/** Somebody who holds a row while something else is done. */
async function holding(row: string, meanwhile: () => Promise<unknown>): Promise<void> {
  await own.sql.begin(async (sql) => {
    await sql.unsafe(`select 1 from ${row} for update`);
    await meanwhile();
  });
}

describe('what other parts have yet to be told', () => {
  type Row = Parameters<typeof addToOutbox>[1][number];
  const add = (...rows: ReadonlyArray<Partial<Row> & { readonly target: string }>): Promise<void> =>
    own.db.transaction((transaction) =>
      addToOutbox(
        transaction,
        rows.map((row) => ({ kind: 'ISSUE', submission: 's', nextAt: noon, ...row })),
      ),
    );
  const take = async (at = noon, most = 9): Promise<ReadonlyArray<string>> =>
    (await store.outbox.take(at, late, most)).map(({ target }) => target).sort();
  const left = async () => (await own.sql`select target from outbox order by id`).map(({ target }) => target);

  it('is written once, and nothing is written where there is nothing', async () => {
    await add();
    await add({ target: 'a' }, { target: 'a' }, { target: 'a', kind: 'ERASE' });
    await add({ target: 'a', nextAt: early });
    const rows = await own.sql`select kind, target, next_at::text as at from outbox order by id`;
    expect(rows.map(({ kind, target }) => [kind, target])).toEqual([
      ['ISSUE', 'a'],
      ['ERASE', 'a'],
    ]);
    expect(await take(early)).toEqual([]);
  });

  it('is taken when it is due, the longest first, as much as was asked for, and by nobody else until then', async () => {
    await add(
      { target: 'later', nextAt: late },
      { target: 'now' },
      { target: 'before', nextAt: early },
      { target: 'too' },
    );
    expect(await take(noon, 1)).toEqual(['before']);
    await holding("outbox where target = 'now'", async () => expect(await take()).toEqual(['too']));
    expect(await take()).toEqual(['now']);
    expect(await take()).toEqual([]);
    const taken = await store.outbox.take(late, '2027-01-01T00:00:00Z', 9);
    expect(taken.map(({ target, attempts }) => [target, attempts]).sort()).toEqual([
      ['before', 2],
      ['later', 1],
      ['now', 2],
      ['too', 2],
    ]);
  });

  it('of two that are due since the same moment the first written comes first', async () => {
    await add({ target: 'z' }, { target: 'a' });
    expect(await take(noon, 1)).toEqual(['z']);
  });

  it('is gone once it was told, and comes again at its moment where it was not', async () => {
    await add({ target: 'a' }, { target: 'b' }, { target: 'c' });
    const [a, b] = await store.outbox.take(noon, late, 2);
    await store.outbox.done([]);
    expect(await left()).toHaveLength(3);
    await store.outbox.done([a?.id ?? 0]);
    await store.outbox.again(b?.id ?? 0, '2026-11-26T00:00:00Z');
    expect(await left()).toEqual(['b', 'c']);
    expect(await take('2026-11-25T23:59:59Z')).toEqual(['c']);
    expect(await take('2026-11-26T00:00:00Z')).toEqual(['b', 'c']);
  });

  it('licences that were used up are given back when their time is over, or at once where nothing comes of them', async () => {
    await store.outbox.promise('s', 'p', late);
    await store.outbox.promise('s', 'q', late);
    await add({ target: 'p', nextAt: late });
    await store.outbox.hasten('p', noon);
    const due = await store.outbox.take(noon, late, 9);
    expect(due.map(({ kind, target }) => [kind, target])).toEqual([['GIVE_BACK', 'p']]);
  });

  it('something that comes of a purpose keeps its licences used up, unless they are on their way back', async () => {
    const settle = (purpose: string | null): Promise<void> =>
      own.db.transaction((transaction) => settlePurpose(transaction, purpose));
    await store.outbox.promise('s', 'p', late);
    await store.outbox.promise('s', 'q', noon);
    await add({ target: 'p' });
    await settle(null);
    await expect(settle('none')).rejects.toMatchObject({ extensions: { code: 'LICENCES_UNAVAILABLE' } });
    await settle('p');
    expect([...(await own.sql`select kind, target from outbox order by target, kind`)]).toEqual([
      { kind: 'ISSUE', target: 'p' },
      { kind: 'GIVE_BACK', target: 'q' },
    ]);
    // Somebody has it in hand.
    await store.outbox.take(noon, late, 9);
    await expect(settle('q')).rejects.toMatchObject({ extensions: { code: 'LICENCES_UNAVAILABLE' } });
    expect(await left()).toContain('q');
  });
});

describe('what programs have yet to be told', () => {
  const add = (submission: string, more: { client?: string; at?: string; number?: number; attempts?: number } = {}) => {
    const { client = 'app', at = noon, number = 1, attempts = 0 } = more;
    return own.sql`
      insert into webhooks (submission, client, number, next_at, attempts)
      values (${submission}, ${client}, ${number}, ${at}, ${attempts})`;
  };
  const take = async (most = 9, client = 'app'): Promise<ReadonlyArray<string>> =>
    (await store.webhooks.take(client, noon, late, most)).map(({ submission }) => submission).sort();
  const rows = async () =>
    (await own.sql`select submission, attempts, next_at from webhooks order by submission`).map((row) => [
      row.submission,
      row.attempts,
      new Date(row.next_at).toISOString(),
    ]);

  it.each<[string, string | null, number, boolean]>([
    ['something happened', 'app', 2, true],
    ['nothing happened', 'app', 0, false],
    ['it came through no program', null, 2, false],
    ['its program is told of nothing', 'silent', 2, false],
  ])('is left where %s: %#', (_what, through, added, isLeft) => {
    const left = webhooksOf((row) => row.through !== 'silent', { through }, { last: 3, added });
    expect(left).toEqual(isLeft ? [{ client: through, number: 5 }] : []);
  });

  it('is taken when it is due, one program’s alone, the longest first, and by nobody else until then', async () => {
    await add('later', { at: late });
    await add('theirs', { client: 'other', at: early });
    await add('now');
    await add('before', { at: early });
    expect(await take(1)).toEqual(['before']);
    await holding("webhooks where submission = 'now'", async () => expect(await take()).toEqual([]));
    expect(await take()).toEqual(['now']);
    expect(await take()).toEqual([]);
    expect(await rows()).toEqual([
      ['before', 1, late],
      ['later', 0, late],
      ['now', 1, late],
      ['theirs', 0, early],
    ]);
  });

  it('is gone once it was told; what happened meanwhile is due at once', async () => {
    await add('same', { number: 3, attempts: 2, at: late });
    await add('more', { number: 4, attempts: 2, at: late });
    await add('other', { number: 3, attempts: 2, at: late });
    await add('others', { number: 4, attempts: 2, at: late });
    for (const submission of ['same', 'more']) await store.webhooks.told({ submission, number: 3 }, noon);
    expect(await rows()).toEqual([
      ['more', 0, noon],
      ['other', 2, late],
      ['others', 2, late],
    ]);
    await store.webhooks.again('other', early);
    await store.webhooks.drop('others');
    expect(await rows()).toEqual([
      ['more', 0, noon],
      ['other', 2, early],
    ]);
    // Told of less than what stands there: it stands.
    await store.webhooks.told({ submission: 'more', number: 5 }, late);
    expect((await rows())[0]).toEqual(['more', 0, noon]);
  });

  it('waits while its program is out, since it first was; when it is back all of its own is due', async () => {
    const outage = async (client: string) => {
      const found = await store.webhooks.outage(client);
      return found && [found.since, found.askAt].map((at) => new Date(at).toISOString());
    };
    await store.webhooks.out({ client: 'app', since: noon, askAt: late });
    await store.webhooks.out({ client: 'other', since: noon, askAt: late });
    await store.webhooks.out({ client: 'app', since: late, askAt: noon });
    expect(await outage('app')).toEqual([noon, noon]);
    await store.webhooks.out({ client: 'app', since: early, askAt: late });
    expect(await outage('app')).toEqual([early, late]);
    expect(await outage('third')).toBeNull();
    await add('own', { attempts: 5, at: late });
    await add('theirs', { attempts: 5, at: late, client: 'other' });
    await store.webhooks.back('app', noon);
    expect([await outage('app'), await outage('other')]).toEqual([null, [noon, late]]);
    expect(await rows()).toEqual([
      ['own', 0, noon],
      ['theirs', 5, late],
    ]);
  });
});
