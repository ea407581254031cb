import { existsSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRegistry } from '../../schema/registry.ts';
import { defaultRetention, readRetentionLaw } from '../../schema/retention.ts';
import { rootSecrets } from '../../scripts/secrets.ts';
import { createDoors } from '../../subgraphs/journeys/doors.ts';
import { createKeptFiles } from '../../subgraphs/journeys/kept-files.ts';
import { createRetaining, type Retaining } from '../../subgraphs/journeys/retention.ts';
import { createSubmissionStore, type SubmissionStore } from '../../subgraphs/journeys/store/index.ts';
import { createFolder } from '../../subgraphs/runtime/blobs.ts';
import { openDatabase } from '../../subgraphs/runtime/database.ts';
import { serviceIdentity } from '../../subgraphs/runtime/identity.ts';
import { silentLog } from '../../subgraphs/runtime/log.ts';
import { createPseudonym } from '../../subgraphs/runtime/personal-data.ts';
import { testSecret } from './database.ts';
import { type Graph, inputFor, leaveToStaff, planOf, startGraph, submit } from './gateway-of.ts';
import { sealerOf, testLedgerKey } from './keys.ts';
import { canaries, type Lived, liveThrough, mutate, person, withdraw } from './lived.ts';

const begun = Date.parse('2026-11-24T04:00:00Z');
const day = 24 * 60 * 60_000;
let now = begun;
const retention = defaultRetention();
let graph: Graph;
let admin: postgres.Sql;
let store: SubmissionStore;
let retaining: Retaining;
let close: () => Promise<void>;
let lived: Lived;
let underWay: Lived;
beforeAll(async () => {
  graph = await startGraph({ now: () => now });
  admin = postgres(graph.database.adminUrl, { max: 1 });
  await leaveToStaff(graph, 'community-health');
  lived = await liveThrough(graph);
  await withdraw(graph, lived.id);
  underWay = await liveThrough(graph, 'under-way', { ...person, subject: 'another' });
  const { database, lookupKey } = (await rootSecrets(graph.database.adminUrl, testSecret))('journeys');
  const opened = openDatabase({ url: database, schema: 'journeys' });
  close = opened.close;
  const sealer = await sealerOf(graph.database.adminUrl, 'journeys');
  const pseudonym = createPseudonym(Buffer.from(lookupKey, 'hex'));
  store = createSubmissionStore({
    db: opened.db,
    sealer,
    pseudonym,
    ledgerKey: testLedgerKey,
    holdMs: 5000,
    now: () => now,
    chance: () => 0,
  });
  const doors = (code: string) => {
    const subgraph = graph.subgraphs.get(code);
    if (!subgraph) throw new Error(code);
    return subgraph.execute;
  };
  // As the worker lets go, which may be at the same thing at that moment: what comes of both is waited for.
  retaining = createRetaining({
    ...{ store, retention, log: silentLog, now: () => now },
    files: createKeptFiles(createFolder(join(graph.folder, 'uploads')), sealer),
    pieces: createKeptFiles(createFolder(join(graph.folder, 'upload-pieces')), sealer),
    openDoor: createDoors(readRegistry().departments, doors, serviceIdentity('journeys'), {
      linked: async (evidence) => evidence,
    }),
  });
});
afterAll(async () => {
  await close();
  await admin.end();
  await graph.close();
});

const at = (months: number, days: number): void => {
  const date = new Date(begun);
  date.setUTCMonth(date.getUTCMonth() + months);
  now = date.getTime() + days * day;
};
const erasureOf = async () => {
  const { submission } = await graph.ask<{ submission: { erasure: { cause: string; complete: boolean } | null } }>(
    { query: 'query ($id: ID!) { submission(id: $id) { erasure { cause complete } } }', variables: { id: lived.id } },
    person,
  );
  return submission.erasure;
};
const kept = (): ReadonlyArray<string> => readdirSync(join(graph.folder, 'uploads')).sort();
const filesOf = ({ files }: Lived): ReadonlyArray<string> => Object.values(files);
const requestsOf = async (target: string) =>
  (await admin`select mutation from journeys.requests where target = ${target}`).map(({ mutation }) => mutation);

describe('what a request left', () => {
  it('stays while a client may send it again', async () => {
    at(retention.requests, -1);
    await retaining.round();
    expect(await requestsOf(lived.id)).toHaveLength(2);
    const { submission } = await submit(
      graph,
      inputFor(await planOf(graph), { idempotencyKey: canaries.key }, now),
      person,
    );
    // Another content under the key, which is known still.
    expect(submission).toBeNull();
  });

  it('goes when that is over', async () => {
    at(retention.requests, 1);
    await retaining.round();
    await expect.poll(() => requestsOf(lived.id)).toEqual([]);
    const keys = () => admin`select idempotency_key, request_hash from journeys.submissions where id = ${lived.id}`;
    await expect
      .poll(async () => [...(await keys())])
      .toEqual([{ idempotency_key: `gone ${lived.id}`, request_hash: 'gone' }]);
    // Of one under way the key is known as long as it is.
    const [other] = await admin`select idempotency_key from journeys.submissions where id = ${underWay.id}`;
    expect(other?.idempotency_key).toMatch(/^keyed:/);
  });
});

describe('a submission that has ended', () => {
  it('is kept for its months', async () => {
    at(retention.content, -1);
    await retaining.round();
    expect(await erasureOf()).toBeNull();
    expect(kept()).toEqual(expect.arrayContaining([...filesOf(lived)]));
  });

  it('is erased after them, with its files and at its departments, and its applicant sees why', async () => {
    at(retention.content, 1);
    await retaining.round();
    await expect.poll(erasureOf).toEqual({ cause: 'RETENTION', complete: true });
    for (const file of filesOf(lived)) expect(kept()).not.toContain(file);
    const [desk] =
      await admin`select count(*)::int as filings from department_tax.erasures where filing like ${`${lived.id}%`}`;
    expect(desk?.filings).toBe(2);
  });

  it('is not one that goes on', async () => {
    const [row] = await admin`select erased_at from journeys.submissions where id = ${underWay.id}`;
    expect(row?.erased_at).toBeNull();
    expect(kept()).toEqual([...filesOf(underWay)].sort());
  });

  it('may be erased by its applicant before', async () => {
    now = begun;
    const { submission } = await submit(graph, inputFor(await planOf(graph), { idempotencyKey: 'early' }, now), person);
    const id = submission?.id ?? '';
    await withdraw(graph, id);
    await expect
      .poll(() =>
        mutate(graph, 'requestErasure', { idempotencyKey: 'early', submission: id }, person).then(
          () => 'ERASED',
          String,
        ),
      )
      .toBe('ERASED');
  });
});

describe('looks of staff', () => {
  const add = (id: string, when: string) => admin`
    insert into journeys.accesses (id, submission, at, kind, department, clerk) values (${id}, 'a', ${when}, 'READ', 'tax', 'x')`;
  const ids = async () =>
    (await admin`select id from journeys.accesses where submission = 'a' order by id`).map(({ id }) => id);

  it('go after their months, some at a time', async () => {
    now = begun;
    for (const id of ['old-1', 'old-2']) await add(id, '2020-01-01T00:00:00Z');
    await add('young', '2026-01-01T00:00:00Z');
    expect(await store.letGo.accesses(new Date(now).toISOString().replace('2026', '2023'), 1)).toBe(1);
    expect(await ids()).toHaveLength(2);
    await retaining.round();
    expect(await ids()).toEqual(['young']);
  });

  it('are kept by the database itself for as long as the law wants, whatever is set', async () => {
    await add('new', new Date().toISOString());
    const soon = new Date(Date.now() + day).toISOString();
    await expect(store.letGo.accesses(soon, 100)).rejects.toMatchObject({
      cause: { message: expect.stringContaining(`for six months`) },
    });
    expect(await ids()).toContain('new');
    expect(readRetentionLaw().kinds.accesses.minimum.months).toBe(6);
  });
});

it.each(['uploads', 'upload-pieces'])(
  'what is left in %s of a broken writing goes, and what is being written stays',
  async (folder) => {
    const [left, arriving] = ['a'.repeat(32), 'b'.repeat(32)].map((id) =>
      join(graph.folder, folder, `${id}.0011.part`),
    );
    for (const path of [left, arriving]) writeFileSync(path as string, 'part');
    now = Date.now();
    utimesSync(left as string, new Date(now - 2 * 60 * 60_000), new Date(now - 2 * 60 * 60_000));
    await retaining.round();
    expect([existsSync(left as string), existsSync(arriving as string)]).toEqual([false, true]);
    expect(kept()).toEqual(expect.arrayContaining([...filesOf(underWay)]));
  },
);
