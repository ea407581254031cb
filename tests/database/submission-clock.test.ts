import { createHash } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importCatalogue } from '../../scripts/database.ts';
import { newbornFormOn } from '../../scripts/newborn-example.ts';
import type { PublishedMatter } from '../../subgraphs/publishing/published.ts';
import { png } from '../files.ts';
import { catalogue } from '../pure/planning/catalogue-input.ts';
import { citizen, type Graph, inputFor, planOf, startGraph, submit, until } from './gateway-of.ts';

/** 01:30 on 25 November 2026 in China, when it is the 24th by UTC. */
const night = Date.parse('2026-11-24T17:30:00Z');
let now = night;
let graph: Graph;
beforeAll(async () => {
  graph = await startGraph({ now: () => now });
});
afterAll(() => graph.close());
beforeEach(() => {
  now = night;
});

const submission = async (key: string, form: Record<string, unknown> = newbornFormOn(night)) => {
  const { submission: received, problems } = await submit(
    graph,
    inputFor(await planOf(graph), { idempotencyKey: key, form }),
  );
  expect(problems).toEqual([]);
  return received as NonNullable<typeof received>;
};

describe('at 01:30 in China', () => {
  it('a receipt bears today’s date', async () => {
    const { receiptNumber, id } = await submission('night');
    expect(receiptNumber).toMatch(/^33038120261125\d{8}$/);
    const { submission: dated } = await graph.ask<{ submission: { receivedAt: string; dueOn: string } }>(
      { query: 'query ($id: ID!) { submission(id: $id) { receivedAt dueOn } }', variables: { id } },
      citizen,
    );
    expect(dated.receivedAt).toBe('2026-11-24T17:30:00.000Z');
    // The plan's one working day after Wednesday the 25th.
    expect(dated.dueOn).toBe('2026-11-26');
  });

  it('corrections are due fifteen working days from today, and told once when that has passed', async () => {
    const born = newbornFormOn(night);
    const form = { ...born, lin: { ...born.lin, 'discharge-date': '2999-01-01' } };
    const { id } = await submission('correction', form);
    await until(graph, id, ({ state }) => state === 'NEEDS_CORRECTION');
    const { submission: asked } = await graph.ask<{ submission: { correction: { dueOn: string } } }>(
      { query: 'query ($id: ID!) { submission(id: $id) { correction { dueOn } } }', variables: { id } },
      citizen,
    );
    expect(asked.correction.dueOn).toBe('2026-12-16');
    // The first moment of the 17th in China.
    now = Date.parse('2026-12-16T16:00:00Z');
    const overdue = (event: string): boolean => event === 'CORRECTION_OVERDUE';
    const seen = await until(graph, id, ({ timeline }) => timeline.some(({ event }) => overdue(event)));
    expect(seen.state).toBe('NEEDS_CORRECTION');
    expect(seen.timeline.filter(({ event }) => overdue(event))).toHaveLength(1);
  });
});

it('corrections that are not sent in time take a filing back where the matter says so, and its department hears of it', async () => {
  const legalBasis = { title: '部门规章', article: null, documentNumber: null };
  const correctionPeriod = { limit: { amount: 5, unit: 'WORKING_DAY' as const }, deemedWithdrawn: true, legalBasis };
  const departments = new Map<string, ReadonlyArray<PublishedMatter>>(
    [...catalogue.departments].map(([code, matters]) => [
      code,
      code === 'medical-insurance'
        ? matters.map((each) => ({ ...each, content: { ...each.content, correctionPeriod } }))
        : matters,
    ]),
  );
  const publication = { ...catalogue.publication, contentHash: 'corrections lapse' };
  await importCatalogue(graph.database.adminUrl, { publication, departments });
  const born = newbornFormOn(night);
  const { id } = await submission('lapses', { ...born, lin: { ...born.lin, 'discharge-date': '2999-01-01' } });
  const asked = await until(graph, id, ({ state }) => state === 'NEEDS_CORRECTION');
  expect(asked.correction?.items).toHaveLength(1);
  const filing = asked.filings.find(({ state }) => state === 'NEEDS_CORRECTION')?.id ?? '';
  const { submission: dated } = await graph.ask<{
    submission: { filings: ReadonlyArray<{ id: string; correctionDueOn: string | null }> };
  }>(
    { query: 'query ($id: ID!) { submission(id: $id) { filings { id correctionDueOn } } }', variables: { id } },
    citizen,
  );
  expect(dated.filings.filter(({ correctionDueOn }) => correctionDueOn !== null)).toEqual([
    { id: filing, correctionDueOn: '2026-12-02' },
  ]);
  // The first moment of the 3rd in China.
  now = Date.parse('2026-12-02T16:00:00Z');
  const lapsed = await until(graph, id, ({ filings }) => filings.some(({ state }) => state === 'WITHDRAWN'));
  expect(lapsed.filings.find(({ state }) => state === 'WITHDRAWN')?.id).toBe(filing);
  expect(lapsed.timeline.filter(({ event }) => event === 'CORRECTION_LAPSED')).toHaveLength(1);
  const sql = postgres(graph.database.adminUrl, { max: 1 });
  const atDesk = async () =>
    (await sql<{ state: string }[]>`select state from department_medical_insurance.filings where id = ${filing}`)[0]
      ?.state;
  await expect.poll(atDesk).toBe('WITHDRAWN');
  const proven = await sql<{ body: object }[]>`
    select body from journeys.proofs where submission = ${id} and kind = 'WITHDRAWN'`;
  expect(proven.map(({ body }) => body)).toEqual([{ lapsed: [filing] }]);
  await sql.end();
});

describe('a ticket for an upload', () => {
  const content = png();
  const announce = async () => {
    const input = {
      fileName: 'a.png',
      contentType: 'image/png',
      bytes: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
    };
    const { createUpload } = await graph.ask<{ createUpload: { upload: { id: string; url: string } } }>(
      {
        query: 'mutation ($input: CreateUploadInput!) { createUpload(input: $input) { upload { id url } } }',
        variables: { input },
      },
      citizen,
    );
    return createUpload.upload;
  };
  const put = async (url: string, payload = content) => {
    const headers = { 'content-type': 'image/png' };
    const response = await graph.gateway.app.inject({ method: 'PUT', url, headers, payload });
    return response.statusCode;
  };

  it('is good once, for half an hour, and for the file announced', async () => {
    const { url } = await announce();
    expect(await put(url, Buffer.from('another'))).toBe(422);
    now = night + 30 * 60_000;
    expect([await put(url), await put(url)]).toEqual([201, 409]);
    now = night;
    const late = await announce();
    now = night + 30 * 60_000 + 1;
    expect(await put(late.url)).toBe(404);
    expect(await put('/uploads/nothing')).toBe(404);
  });

  it('is evidence once its file has arrived, and for its owner alone', async () => {
    const { id, url } = await announce();
    const plan = await planOf(graph);
    const [first, ...rest] = plan.materials.map((material) => material.id);
    const evidence = [{ material: first, upload: id }, ...rest.map((material) => ({ material, bringToCounter: true }))];
    const send = (key: string, as = citizen) =>
      submit(graph, inputFor(plan, { idempotencyKey: key, evidence }, now), as);
    expect((await send('before')).problems.map(({ code }) => code)).toEqual(['UPLOAD_NOT_FOUND']);
    await put(url);
    const another = { ...citizen, subject: 'zhao' };
    expect((await send('zhao', another)).problems.map(({ code }) => code)).toEqual(['UPLOAD_NOT_FOUND']);
    expect((await send('after')).problems).toEqual([]);
  });
});
