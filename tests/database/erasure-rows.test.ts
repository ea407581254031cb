import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { erased as erasedWords } from '../../subgraphs/journeys/domain/reasons.ts';
import type { EraseOptions } from '../../subgraphs/journeys/store/erase.ts';
import type { SubmissionStore } from '../../subgraphs/journeys/store/index.ts';
import type { Database } from '../../subgraphs/runtime/database.ts';
import { newSubmission } from './receive-one.ts';
import { openStore } from './store-of.ts';

let own: Database;
let store: SubmissionStore;
openStore((opened) => {
  ({ own, store } = opened);
});

const at = '2026-11-25T04:00:00.000Z';
const removed: string[] = [];
const erase = (id: string, more: Partial<EraseOptions> = {}) =>
  store.erasures.erase(id, {
    ...{ cause: 'ASKED' as const, at },
    removeFile: async (file) => {
      removed.push(file);
    },
    removePiece: async (piece) => {
      removed.push(piece);
    },
    ...more,
  });

/** Taken back, with something of each kind that tells of somebody. `files`: that are its evidence. */
async function ended(subject: string, files: ReadonlyArray<string> = []): Promise<string> {
  const submission = newSubmission(store, ['a', 'b'], { subject });
  const { id } = submission.row;
  const consents = [{ source: 'tax', granted: true, purpose: 'SUBMISSION', textVersion: '1', requirements: [] }];
  await store.receive(
    {
      ...submission,
      filings: submission.filings.map((filing) => ({ ...filing, party: 'baby' })),
      record: { ...submission.record, consents: consents as never, form: { lin: { name: '林' } } },
      told: consents as never,
      once: [{ party: 'baby', key: id }],
    },
    () => null,
  );
  await store.change(id, { events: [{ kind: 'WITHDRAWN' }] });
  await own.sql`update timeline set party = 'sealed:x' where submission = ${id}`;
  const said = store.sealFilingWords({ id: `${id}-1`, message: { zh: '已撤回', en: 'Taken back' } }).message;
  await own.sql`update filings set message = ${JSON.stringify(said)}::text::jsonb where id = ${`${id}-1`}`;
  await own.sql`insert into consents (id, submission, at, sealed) values (${`${id}-c`}, ${id}, now(), '') on conflict do nothing`;
  for (const target of [id, `${id}-2`])
    await own.sql`insert into requests (subject, mutation, idempotency_key, request_hash, target) values (${subject}, 'm', ${target}, 'h', ${target})`;
  await own.sql`insert into webhooks (submission, client, number, next_at) values (${id}, 'app', 1, now())`;
  await own.sql`
    insert into evidence_requests (id, subject, idempotency_key, request_hash, requested_at, expires_at, sealed)
    values (${id}, ${store.pseudonym(subject)}, ${id}, 'h', now(), now(), '')`;
  for (const file of files) {
    await own.sql`
      insert into uploads (id, subject, ticket_hash, file_name, content_type, bytes, sha256, expires_at, used_at)
      values (${file}, ${subject}, ${file}, 'n', 'image/png', 1, ${`of ${file}`}, now(), now()) on conflict do nothing`;
    await own.sql`insert into evidence_files (upload, submission) values (${file}, ${id})`;
  }
  return id;
}
const tables = {
  submissions: 'id',
  filings: 'submission',
  timeline: 'submission',
  requests: 'target',
  consents: 'submission',
  once: 'submission',
  webhooks: 'submission',
  evidence_requests: 'id',
  evidence_files: 'submission',
  outbox: 'submission',
  erasures: 'submission',
} as const;
/** All rows, by table, of one submission. */
async function rowsOf(id: string): Promise<Readonly<Record<string, ReadonlyArray<Record<string, unknown>>>>> {
  const all: Record<string, ReadonlyArray<Record<string, unknown>>> = {};
  for (const [table, column] of Object.entries(tables)) {
    all[table] = (
      await own.sql.unsafe(`select to_jsonb(each) as row from ${table} each where ${column} like '${id}%' order by 1`)
    ).map(({ row }) => row as Record<string, unknown>);
  }
  return all;
}
const counts = (rows: Awaited<ReturnType<typeof rowsOf>>) =>
  Object.fromEntries(Object.entries(rows).map(([table, of]) => [table, of.length]));

it('all that tells of persons is taken out of one submission, and nothing of another', async () => {
  const [id, other] = [await ended('lin', ['own', 'shared']), await ended('zhao', ['shared'])];
  await own.sql`update submissions set due_at = now(), correction_due_on = now(), remind_on = now() where id = ${id}`;
  const [before, others] = [await rowsOf(id), await rowsOf(other)];
  for (const [table, count] of Object.entries(counts(before)))
    if (table !== 'outbox' && table !== 'erasures') expect([table, count]).not.toEqual([table, 0]);
  await own.sql`
    insert into uploads (id, subject, ticket_hash, file_name, content_type, bytes, sha256, expires_at)
    values ('unused', 'x', 'unused', 'n', 'image/png', 1, 'h', now())`;
  expect(await erase(id)).toBe('ERASED');
  const after = await rowsOf(id);
  expect(counts(after)).toEqual({
    ...{ submissions: 1, filings: 2, timeline: before.timeline?.length, outbox: 2, erasures: 1 },
    ...{ requests: 0, consents: 0, once: 0, webhooks: 0, evidence_requests: 0, evidence_files: 0 },
  });
  expect(await rowsOf(other)).toEqual(others);
  expect(after.submissions?.[0]).toMatchObject({ request_hash: 'erased', due_at: null });
  expect([after.submissions?.[0]?.correction_due_on, after.submissions?.[0]?.remind_on]).toEqual([null, null]);
  for (const column of ['erased_at', 'tell_erased_at'])
    expect(Date.parse(String(after.submissions?.[0]?.[column]))).toBe(Date.parse(at));
  expect(before.filings?.map(({ party, message }) => [party !== null, message !== null])).toEqual([
    [true, true],
    [true, false],
  ]);
  for (const filing of after.filings ?? []) expect([filing.party, filing.message]).toEqual([null, null]);
  expect(new Set((await store.timelineOf(id)).map(({ party, message }) => JSON.stringify([party, message])))).toEqual(
    new Set([JSON.stringify([null, erasedWords])]),
  );
  const row = (await store.find(id)) as NonNullable<Awaited<ReturnType<SubmissionStore['find']>>>;
  expect(store.open(row).form).toEqual({});
  // Its own row, two filings, two requests, a consent and a look.
  const consents = before.consents?.length ?? 0;
  expect(await store.erasures.of(id)).toEqual([
    expect.objectContaining({ part: 'journeys', cause: 'ASKED', outcome: 'ERASED', rows: 6 + consents, files: 1 }),
  ]);
  expect(after.outbox?.map(({ kind }) => kind).sort()).toEqual(['ERASE', 'ERASE_APPEALS']);
  // The other's evidence too.
  expect(removed.splice(0)).toEqual(['own']);
  const left = await own.sql`select id from uploads order by id`;
  expect(left.map(({ id: file }) => file)).toEqual(['shared', 'unused']);
  expect(await erase(other)).toBe('ERASED');
  expect(removed.splice(0)).toEqual(['shared']);
});

it('the digest is of what lay there: of two that were not alike it is not alike', async () => {
  const [one, other] = [await ended('lin'), await ended('lin')];
  await erase(one);
  await erase(other);
  const [[a], [b]] = [await store.erasures.of(one), await store.erasures.of(other)];
  expect(a?.digest).toMatch(/^[0-9a-f]{64}$/);
  expect(a?.digest).not.toBe(b?.digest);
});

it('once, whoever asks again; each request is kept, and one that comes twice once', async () => {
  const id = await ended('lin');
  const request = { subject: 'lin', mutation: 'erase', idempotencyKey: randomUUID(), requestHash: 'h', target: id };
  expect(await erase(id, { request })).toBe('ERASED');
  const after = await rowsOf(id);
  expect(after.requests).toHaveLength(1);
  expect(await erase(id, { request, at: '2026-11-26T00:00:00Z' })).toBe('ERASED');
  expect(await rowsOf(id)).toEqual(after);
  expect(await erase(id, { request: { ...request, idempotencyKey: randomUUID() } })).toBe('ERASED');
  expect({ ...(await rowsOf(id)), requests: after.requests }).toEqual(after);
  expect((await rowsOf(id)).requests).toHaveLength(2);
});

it('what was asked for is told to other parts at once, what only grew old to none', async () => {
  const heard: string[] = [];
  const listening = await own.sql.listen('outbox_due', (payload) => void heard.push(payload));
  const [old, id] = [await ended('lin'), await ended('zhao')];
  expect(await erase(old, { cause: 'RETENTION' })).toBe('ERASED');
  expect((await rowsOf(old)).outbox).toEqual([]);
  expect(await store.erasures.of(old)).toMatchObject([{ cause: 'RETENTION' }]);
  expect(await erase(id)).toBe('ERASED');
  await expect.poll(() => heard).toEqual([id]);
  await listening.unlisten();
});

it('nothing is taken out while it is needed, or where a file cannot be removed; of none there is an error', async () => {
  const underWay = newSubmission(store, ['a'], { subject: 'lin' });
  await store.receive(underWay, () => null);
  const before = await rowsOf(underWay.row.id);
  expect(await erase(underWay.row.id)).toBe('UNDER_WAY');
  expect(await rowsOf(underWay.row.id)).toEqual(before);
  const id = await ended('lin', ['stuck']);
  const whole = await rowsOf(id);
  const removeFile = async (): Promise<void> => {
    throw new Error('the folder is out');
  };
  await expect(erase(id, { removeFile })).rejects.toThrow('the folder is out');
  expect(await rowsOf(id)).toEqual(whole);
  await expect(erase('none')).rejects.toThrow('no submission none');
});

it('what its departments said is written down once, in the order in which it was', async () => {
  const id = await ended('lin');
  await erase(id);
  const part = { submission: id, department: 'a', rows: 1, files: 0, digest: '' };
  const said = { ...part, cause: 'ASKED', outcome: 'ERASED' } as const;
  await store.erasures.add({ ...said, part: `${id}-2`, at: '2026-11-26T00:00:00Z' });
  await store.erasures.add({ ...said, part: `${id}-1`, at: '2026-11-26T00:00:00Z' });
  await store.erasures.add({ ...said, part: `${id}-1`, at: '2026-11-27T00:00:00Z', outcome: 'NOT_KNOWN' });
  const parts = await store.erasures.of(id);
  expect(parts.map((each) => [each.part, each.outcome])).toEqual([
    ['journeys', 'ERASED'],
    [`${id}-1`, 'ERASED'],
    [`${id}-2`, 'ERASED'],
  ]);
});

it('of its files pieces go too that were left, and the row of one that may yet be written stays', async () => {
  const id = await ended('pieces', ['in-pieces', 'another']);
  const [stands, comes, elsewhere] = ['in-pieces-0-a', 'in-pieces-9-b', 'of-others-0-c'];
  await own.sql`
    insert into upload_pieces (id, upload, begins, bytes, stands, goes_at) values
      (${stands}, 'in-pieces', 0, 9, true, now()), (${comes}, 'in-pieces', 9, 9, false, now()),
      (${elsewhere}, 'of-others', 0, 9, true, now())`;
  removed.length = 0;
  expect(await erase(id)).toBe('ERASED');
  expect(removed.toSorted()).toEqual(['another', 'in-pieces', stands, comes].toSorted());
  const left = await own.sql`select id from upload_pieces order by id`;
  expect(left.map((row) => row.id)).toEqual([comes, elsewhere]);
});
