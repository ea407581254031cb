import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { submissionRecord } from '../../subgraphs/journeys/records/submission.ts';
import { countByKey } from '../../subgraphs/runtime/keys/counting.ts';
import { beginRotation, finishRotation, retireKeys } from '../../subgraphs/runtime/keys/rotating.ts';
import { silentLog } from '../../subgraphs/runtime/log.ts';
import type { Sealer } from '../../subgraphs/runtime/personal-data.ts';
import { citizen, clerk, type Graph, look, type SubmissionAnswer, startGraph, submit, until } from './gateway-of.ts';
import { rotatedParts, sealerOf } from './keys.ts';
import { type RecordedRelease, readRelease, restoreRelease } from './releases.ts';

let sealer: Sealer;
let release: RecordedRelease;
let graph: Graph;
let sql: postgres.Sql;
const id = (key: string): string => release.submissions[key]?.id as string;
const filingOf = (seen: SubmissionAnswer, state: string): string =>
  seen.filings.find((each) => each.state === state)?.id ?? '';
const completed = (key: string) => until(graph, id(key), ({ state }) => state === 'COMPLETED');

beforeAll(async () => {
  release = readRelease('records-v0');
  graph = await startGraph({}, async (adminUrl) => {
    await restoreRelease(adminUrl, release);
    // None of its filings is one of several for a matter.
    const admin = postgres(adminUrl, { max: 1 });
    const marked = await admin`
      update department_health.filings set party = 'in-clear' where id like ${`${id('completed')}-%`} returning id`;
    await admin.end();
    expect(marked.length).toBeGreaterThan(0);
  });
  sql = postgres(graph.database.adminUrl, { max: 1 });
  sealer = await sealerOf(graph.database.adminUrl, 'journeys');
});
afterAll(async () => {
  await sql.end();
  await graph.close();
});

it('what the last release wrote in clear is sealed by the start', async () => {
  const columns = {
    'journeys.submissions': ['subject', 'idempotency_key', 'request_hash'],
    'journeys.filings': ['message'],
    'journeys.timeline': ['message'],
    'department_health.filings': ['party'],
  };
  for (const [name, sealed] of Object.entries(columns)) {
    const rows = await sql.unsafe(`select ${sealed.map((column) => `${column}::text`)} from ${name}`);
    const texts = rows.flatMap((row) => Object.values(row)).filter((text) => text !== null);
    expect(texts.length, name).toBeGreaterThan(0);
    expect(
      texts.filter((text) => !/^"?(sealed|keyed):/.test(text)),
      name,
    ).toEqual([]);
  }
});

describe('a submission that the last release left', () => {
  it('completed is shown as it was', async () => {
    const seen = (await look(graph, id('completed'))) as SubmissionAnswer;
    expect(seen.state).toBe('COMPLETED');
    expect(seen.filings.map(({ state }) => state)).toEqual(Array(7).fill('APPROVED'));
    expect(seen.timeline.map(({ event }) => event)).toEqual(['RECEIVED', ...Array(7).fill('APPROVED'), 'COMPLETED']);
    const identity = seen.results.find(({ documentType }) => documentType.code === 'citizen-identity-number');
    expect(identity?.number).toMatch(/^3303\*+.{4}$/);
  });

  it.each([
    ['refused', 'REFUSED', '参保信息不一致'],
    ['withdrawn', 'WITHDRAWN', '已撤回。'],
  ])('partly completed is shown as it was: %s', async (key, state, message) => {
    const seen = (await look(graph, id(key))) as SubmissionAnswer;
    expect(seen.state).toBe('PARTLY_COMPLETED');
    expect(seen.filings.find((each) => each.state === state)?.message).toBe(message);
  });

  it.each(['received', 'delayed', 'supplemented'])('under way goes on and completes: %s', async (key) => {
    const seen = await completed(key);
    expect(seen.filings.map(({ state }) => state)).toEqual(Array(7).fill('APPROVED'));
  });

  it('in the hands of departments that were not heard goes on with what they did, and nothing is done twice', async () => {
    const health = release.tables['department_health.filings']?.find(({ id: each }) =>
      String(each).startsWith(id('unanswered')),
    );
    const { results } = sealer.open(
      Buffer.from(health?.sealed as string, 'base64'),
      `filing ${health?.id as string}`,
    ) as { results: Array<{ documentType: string; spec: string | null; number: string }> };
    expect(results.length).toBeGreaterThan(0);
    const seen = await completed('unanswered');
    for (const { documentType, spec, number } of results) {
      const shown = seen.results.filter((each) => each.documentType.code === documentType && each.spec === spec);
      expect(shown.map((each) => each.number)).toEqual([number]);
    }
  });

  it('asks for corrections, and completes with what is sent', async () => {
    const asked = (await look(graph, id('correction'))) as SubmissionAnswer;
    expect(asked.correction?.items[0]?.path).toEqual(['form', 'baby', 'birth-date']);
    const { supplementSubmission } = await graph.ask<{ supplementSubmission: { problems: unknown[] } }>(
      {
        query:
          'mutation ($input: SupplementSubmissionInput!) { supplementSubmission(input: $input) { problems { code message } } }',
        variables: {
          input: { idempotencyKey: 's', submission: id('correction'), form: { baby: { 'birth-date': '2026-11-03' } } },
        },
      },
      citizen,
    );
    expect(supplementSubmission.problems).toEqual([]);
    await completed('correction');
  });

  it.each([
    ['staff', 'SUBMITTED'],
    ['accepted', 'ACCEPTED'],
  ])('waiting for staff is decided by them: %s', async (key, state) => {
    const seen = (await look(graph, id(key))) as SubmissionAnswer;
    const results = [{ documentType: 'insurance-payment-receipt', subject: 'CHILD', party: 'baby', number: 'T-1' }];
    const { decideFiling } = await graph.ask<{ decideFiling: { problems: unknown[] } }>(
      {
        query: 'mutation ($input: DecideFilingInput!) { decideFiling(input: $input) { problems { code message } } }',
        variables: {
          input: { idempotencyKey: `d-${key}`, filing: filingOf(seen, state), decision: 'APPROVE', results },
        },
      },
      clerk('tax'),
    );
    // The release's clerk used this key for the acceptance.
    if (key === 'accepted') expect(decideFiling.problems).toMatchObject([{ code: 'IDEMPOTENCY_KEY_REUSED' }]);
    if (key === 'accepted') {
      await graph.ask(
        {
          query: 'mutation ($input: DecideFilingInput!) { decideFiling(input: $input) { problems { code } } }',
          variables: {
            input: { idempotencyKey: 'd-new', filing: filingOf(seen, state), decision: 'APPROVE', results },
          },
        },
        clerk('tax'),
      );
    }
    const done = await completed(key);
    expect(done.results.filter(({ number }) => number === 'T-1')).toHaveLength(1);
  });

  it('is the answer to its own key still', async () => {
    for (const [key, { id: known, input }] of Object.entries(release.submissions)) {
      const { submission, problems } = await submit(graph, input);
      expect([key, submission?.id, problems]).toEqual([key, known, []]);
    }
  });
});

describe('what is sealed', () => {
  it('by the release has no version, by today’s code its own', async () => {
    const before = release.tables['journeys.submissions']?.find((row) => row.id === id('correction'));
    expect(sealer.open(Buffer.from(before?.sealed as string, 'base64'), `submission ${before?.id}`)).not.toHaveProperty(
      'version',
    );
    const [now] = await sql`select sealed from journeys.submissions where id = ${id('correction')}`;
    const { version } = submissionRecord.write({} as never) as { readonly version: number };
    expect(version).toBeGreaterThan(5);
    expect(sealer.open(now?.sealed as Buffer, `submission ${id('correction')}`)).toMatchObject({ version });
  });

  it('by the release is sealed anew by a rotation, and then the keys it had go', async () => {
    const parts = await rotatedParts(graph.database.adminUrl, graph.folder);
    const pace = { everyMs: 0, sealsAfterMs: 0, wait: () => Promise.resolve() };
    let earlier = 0;
    for (const part of parts) {
      const before = await countByKey(part);
      if (!before.has(1)) continue;
      earlier += 1;
      expect(await beginRotation(part, pace, silentLog)).toEqual({ key: 3, made: false });
      expect((await finishRotation(part, pace, silentLog, () => {})).closed).toEqual([]);
      expect([...(await countByKey(part)).keys()]).toEqual([3]);
      expect(await retireKeys(part, 0)).toEqual({ kind: 'RETIRED', keys: [1, 2] });
    }
    expect(earlier).toBeGreaterThan(3);
    await Promise.all(parts.map(({ sql: own }) => own.end()));
    sealer = await sealerOf(graph.database.adminUrl, 'journeys');
    for (const { id: each } of Object.values(release.submissions))
      expect((await look(graph, each))?.timeline.length).toBeGreaterThan(0);
  });
});
