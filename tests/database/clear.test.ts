import { beforeEach, describe, expect, it } from 'vitest';
import type { SubmissionStore } from '../../subgraphs/journeys/store/index.ts';
import type { Database } from '../../subgraphs/runtime/database.ts';
import { newSubmission, receiveOne } from './receive-one.ts';
import { openStore } from './store-of.ts';

let own: Database;
let store: SubmissionStore;
openStore((opened) => {
  ({ own, store } = opened);
});
beforeEach(async () => {
  for (const table of ['evidence_files', 'uploads', 'requests']) await own.sql.unsafe(`delete from ${table}`);
});

const clear = { zh: '明文', en: 'in clear' };
const rowsOf = async (table: string, columns: string, order: string): Promise<ReadonlyArray<Record<string, unknown>>> =>
  [...(await own.sql.unsafe(`select ${columns} from ${table} order by ${order}`))].map((row) => ({ ...row }));
const upload = (id: string, subject: string, fileName: string, usedAt: string | null = null) => own.sql`
  insert into uploads (id, subject, ticket_hash, file_name, content_type, bytes, sha256, expires_at, used_at)
  values (${id}, ${subject}, ${id}, ${fileName}, 'image/png', 1, 'h', now(), ${usedAt})`;

describe('what an earlier release wrote in clear is sealed, and what is sealed stays as it is', () => {
  it('who applied, under which key', async () => {
    const [one, other] = [await receiveOne(store, ['a']), await receiveOne(store, ['a'])];
    await own.sql`update submissions set subject = 'lin', idempotency_key = 'k', request_hash = 'h' where id = ${one}`;
    const before = await store.find(other);
    await store.sealWhatLiesClear();
    const { pseudonym } = store;
    expect(await store.find(one)).toMatchObject({
      ...{ subject: pseudonym('lin'), idempotencyKey: pseudonym('k'), requestHash: pseudonym('h') },
    });
    expect(await store.find(other)).toEqual(before);
  });

  it('who asked for what', async () => {
    const { pseudonym } = store;
    const add = (subject: string, mutation: string, key: string) => own.sql`
      insert into requests (subject, mutation, idempotency_key, request_hash, target) values (${subject}, ${mutation}, ${key}, ${`of ${mutation} ${key}`}, 't')`;
    for (const [subject, mutation, key] of [
      ['lin', 'retry', 'k'],
      ['lin', 'withdraw', 'k'],
      ['lin', 'retry', 'l'],
      ['zhao', 'retry', 'k'],
      [pseudonym('lin'), 'sealed', pseudonym('k')],
    ] as const)
      await add(subject, mutation, key);
    await store.sealWhatLiesClear();
    const rows = await rowsOf('requests', 'subject, mutation, idempotency_key as key, request_hash as hash', '1, 2, 3');
    const sealed = (subject: string, mutation: string, key: string) => ({
      ...{ subject: pseudonym(subject), mutation, key: pseudonym(key), hash: pseudonym(`of ${mutation} ${key}`) },
    });
    expect(rows).toHaveLength(5);
    for (const row of [sealed('lin', 'retry', 'k'), sealed('lin', 'withdraw', 'k'), sealed('lin', 'retry', 'l')])
      expect(rows).toContainEqual(row);
    expect(rows).toContainEqual(sealed('zhao', 'retry', 'k'));
    const key = pseudonym('k');
    expect(rows).toContainEqual({
      ...{ subject: pseudonym('lin'), mutation: 'sealed', key, hash: `of sealed ${key}` },
    });
  });

  it('names of files', async () => {
    const { pseudonym } = store;
    await upload('a', 'lin', '出生医学证明.png');
    await upload('b', 'lin', 'b.png');
    await upload('c', pseudonym('lin'), 'sealed:c');
    await store.sealWhatLiesClear();
    const files = await rowsOf('uploads', 'id, subject, file_name as name', 'id');
    expect(files.map(({ subject }) => subject)).toEqual([1, 2, 3].map(() => pseudonym('lin')));
    expect([files[0]?.name, files[1]?.name, files[2]?.name]).toEqual([
      expect.stringMatching(/^sealed:/),
      expect.stringMatching(/^sealed:/),
      'sealed:c',
    ]);
    const opened = await store.uploads.many(['a', 'b']);
    expect(['a', 'b'].map((id) => opened.get(id)?.fileName)).toEqual(['出生医学证明.png', 'b.png']);
  });

  it.each([
    ['filings', 'id', 'submission'],
    ['timeline', 'number', 'submission'],
  ] as const)('whom %s are about and what they say, each by itself', async (table, key, of) => {
    const id = await receiveOne(store, ['a', 'b', 'c', 'd']);
    const other = await receiveOne(store, ['a', 'b', 'c', 'd']);
    if (table === 'timeline')
      for (const submission of [id, other])
        for (const number of [2, 3, 4])
          await own.sql`
            insert into timeline (submission, number, at, event, message) values (${submission}, ${number}, now(), 'E', '"sealed:x"')`;
    const keyOf = (position: number) => (table === 'filings' ? `${id}-${position}` : position);
    const set = (position: number, party: string | null, message: unknown) => own.sql`
      update ${own.sql(table)} set party = ${party}, message = ${JSON.stringify(message)}::text::jsonb
      where ${own.sql(of)} = ${id} and ${own.sql(key)} = ${keyOf(position)}`;
    const sealed = 'sealed:AAAEAAAA';
    const read = () => rowsOf(table, `${of} as of, ${key} as key, party, message`, '1, 2');
    // Both, the message alone, the party alone, and nothing in clear.
    await set(1, 'baby', clear);
    await set(2, null, clear);
    await own.sql`update ${own.sql(table)} set party = null, message = '"sealed:AAAEAAAA"' where ${own.sql(of)} = ${id} and ${own.sql(key)} = ${keyOf(3)}`;
    await set(4, sealed, sealed);
    const before = new Map((await read()).map((row) => [`${row.of} ${row.key}`, row]));
    await store.sealWhatLiesClear();
    const after = new Map((await read()).map((row) => [`${row.of} ${row.key}`, row]));
    const at = (position: number) => after.get(`${id} ${keyOf(position)}`);
    for (const position of [1, 2]) expect(at(position)?.message).toMatch(/^sealed:/);
    expect([at(1)?.party, at(2)?.party]).toEqual([expect.stringMatching(/^sealed:/), null]);
    for (const [name, row] of before)
      if (![1, 2].some((position) => name === `${id} ${keyOf(position)}`)) expect(after.get(name)).toEqual(row);
    const opened = (position: number) => {
      const { party, message } = at(position) as { party: string | null; message: never };
      const row =
        table === 'filings'
          ? store.openFilingWords({ id: `${id}-${position}`, party, message } as never)
          : store.openEntryWords({ submission: id, number: position, party, message } as never);
      return [row.party, row.message];
    };
    expect([opened(1), opened(2)]).toEqual([
      ['baby', clear],
      [null, clear],
    ]);
  });

  it('a party in clear beside a sealed message', async () => {
    const id = await receiveOne(store, ['a']);
    const [row] = await store.filingsOf([id]);
    const sealed = store.sealFilingWords({ id: `${id}-1`, message: clear }).message as unknown as string;
    await own.sql`update filings set party = 'baby', message = ${JSON.stringify(sealed)}::text::jsonb where id = ${`${id}-1`}`;
    await store.sealWhatLiesClear();
    const [found] = await own.sql`select party from filings where id = ${`${id}-1`}`;
    expect([row?.party, found?.party]).toEqual([null, expect.stringMatching(/^sealed:/)]);
    expect((await store.filingsOf([id]))[0]).toMatchObject({ party: 'baby', message: clear });
  });

  it('but what somebody changes at that moment, which is sealed the next time', async () => {
    const id = await receiveOne(store, ['a']);
    await own.sql`update filings set party = 'baby' where submission = ${id}`;
    const partyOf = async () => (await own.sql`select party from filings where submission = ${id}`)[0]?.party;
    await own.sql.begin(async (sql) => {
      await sql`select 1 from filings where submission = ${id} for update`;
      await store.sealWhatLiesClear();
      expect(await partyOf()).toBe('baby');
    });
    await store.sealWhatLiesClear();
    expect(await partyOf()).toMatch(/^sealed:/);
  });

  it('more of them than are sealed at once', async () => {
    await own.sql`
      insert into requests (subject, mutation, idempotency_key, request_hash, target)
      select 'lin', 'm', n::text, 'h', 't' from generate_series(1, 401) as n`;
    await store.sealWhatLiesClear();
    const [left] = await own.sql`select count(*)::int as count from requests where subject = 'lin'`;
    expect(left?.count).toBe(0);
  });
});

describe('which files are evidence of a submission of an earlier release', () => {
  const usedAt = '2026-11-25T04:00:00Z';
  const withFile = (upload: string) => ({
    ...newSubmission(store, ['a']).record,
    evidence: [{ material: 'm', upload }] as never,
  });
  /** Submissions of one applicant, of which each file is evidence. */
  async function having(subject: string, files: Readonly<Record<string, string | null>>): Promise<void> {
    const rows = Object.entries(files).map(([id, file]) => ({
      ...{
        id,
        receipt_number: id,
        subject: `keyed:${subject}`,
        idempotency_key: id,
        request_hash: 'h',
        life_event: 'e',
      },
      ...{ region: 'r', plan_id: 'p', state: 'RECEIVED', received_at: usedAt, due_on: '2026-12-31' },
      sealed: store.seal(id, file === null ? newSubmission(store, ['a']).record : withFile(file)),
    }));
    await own.sql`insert into submissions ${own.sql(rows)}`;
    for (const file of new Set(Object.values(files).flatMap((each) => each ?? [])))
      await upload(file, `keyed:${subject}`, 'sealed:n', usedAt);
  }
  const noted = async () =>
    (await rowsOf('evidence_files', 'upload, submission', 'submission')).map(
      (row) => `${row.submission} ${row.upload}`,
    );
  /** Whose record would be opened in vain. */
  const unreadable = (id: string) => own.sql`update submissions set sealed = '' where id = ${id}`;

  it('is written down for each, also where one file is evidence of two, and not looked for again', async () => {
    await having('two', { one: 'shared', two: 'shared', none: null });
    await having('other', { other: 'file' });
    await store.sealWhatLiesClear();
    expect(await noted()).toEqual(['one shared', 'other file', 'two shared']);
    for (const id of ['one', 'two', 'none', 'other']) await unreadable(id);
    await store.sealWhatLiesClear();
    expect(await noted()).toHaveLength(3);
    // One that came after is, whatever is known of others.
    await having('third', { third: 'new' });
    await store.sealWhatLiesClear();
    expect(await noted()).toContain('third new');
  });

  it.each<[string, string, (id: string) => Promise<unknown>]>([
    ['that was erased', 'erased', (id) => own.sql`update submissions set erased_at = now() where id = ${id}`],
    ['whose files were not used', 'unused', () => own.sql`update uploads set used_at = null`],
    ['whose files are somebody else’s', 'foreign', () => own.sql`update uploads set subject = 'keyed:another'`],
  ])('and nothing is looked at of one %s', async (_what, id, change) => {
    await having(`of-${id}`, { [id]: `file-${id}` });
    await change(id);
    await unreadable(id);
    await store.sealWhatLiesClear();
    expect(await noted()).toEqual([]);
  });

  it('one that was erased is not looked at beside one that was not', async () => {
    await having('both', { kept: 'kept-file', 'erased-too': null });
    await own.sql`update submissions set erased_at = now() where id = 'erased-too'`;
    await unreadable('erased-too');
    await store.sealWhatLiesClear();
    expect(await noted()).toEqual(['kept kept-file']);
  });

  it('of many of one applicant the first and the last have one file', async () => {
    const ids = Array.from({ length: 201 }, (_each, index) => `busy${String(index).padStart(3, '0')}`);
    await having('busy', Object.fromEntries(ids.map((id, index) => [id, index % 200 === 0 ? 'first-and-last' : null])));
    await store.sealWhatLiesClear();
    expect(await noted()).toEqual(['busy000 first-and-last', 'busy200 first-and-last']);
  });

  it('of more applicants than are looked for together, of most of whom nothing is found', async () => {
    for (let each = 0; each < 401; each++) {
      const id = `many${String(each).padStart(3, '0')}`;
      await having(id, { [id]: each % 200 === 0 ? `file-of-${id}` : null });
      await upload(`unknown-${id}`, `keyed:${id}`, 'sealed:n', usedAt);
    }
    await store.sealWhatLiesClear();
    expect(await noted()).toEqual(['000', '200', '400'].map((each) => `many${each} file-of-many${each}`));
  });
});
