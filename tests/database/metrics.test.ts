import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWatchDoor } from '../../scripts/watch-door.ts';
import { silentLog } from '../../subgraphs/runtime/log.ts';
import { createMeters } from '../../subgraphs/runtime/meters.ts';
import { pdf } from '../files.ts';
import { alerts, documented, familyOf, panels, read } from '../pure/operating/documented.ts';
import { citizen, type Graph, inputFor, planOf, startGraph, submit, until } from './gateway-of.ts';

/* A submission that one department takes, one refuses to answer, and what Prometheus is told of it. */

/** A look serves one scrape here, and not the next. */
const keptMs = 200;
const meters = createMeters(keptMs);
let graph: Graph;
let door: FastifyInstance;
let id: string;
let sql: postgres.Sql;
beforeAll(async () => {
  // Of a program that is not there.
  const secrets = ['MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'];
  graph = await startGraph({
    meters,
    webhooks: [{ client: 'app', url: 'http://127.0.0.1:1/', secrets, toPrivate: true }],
  });
  sql = postgres(graph.database.adminUrl, { max: 1, onnotice: () => {} });
  // One is told at once, of a filing that there is not, and one tomorrow.
  await sql`insert into journeys.outbox (kind, submission, target, next_at) values
    ('ISSUE', 'none', 'none', now()), ('ISSUE', 'none', 'tomorrow', now() + interval '1 day')`;
  door = createWatchDoor({ ...graph, meters }, silentLog);
  // Scraped before anything happened: nothing stands in the way of the look that counts.
  graph.switches.stopped.add('health door');
  graph.switches.stopped.add('licences');
  const { submission } = await submit(graph, inputFor(await planOf(graph)), { ...citizen, through: 'app' });
  id = submission?.id ?? '';
  await until(graph, id, ({ filings }) => filings.some(({ attempts }) => attempts > 2));
  const content = pdf();
  const sha256 = createHash('sha256').update(content).digest('hex');
  const { createUpload } = await graph.ask<{ createUpload: { upload: { url: string } } }>(
    {
      query: 'mutation ($input: CreateUploadInput!) { createUpload(input: $input) { upload { url } } }',
      variables: { input: { fileName: 'a.pdf', contentType: 'application/pdf', bytes: content.length, sha256 } },
    },
    citizen,
  );
  const headers = { 'content-type': 'application/pdf' };
  await graph.gateway.app.inject({ method: 'PUT', url: createUpload.upload.url, headers, payload: content });
  await graph.gateway.reload({ sdl: 'type Query { no: Federation }' }).catch(() => {});
});
afterAll(async () => {
  await door.close();
  await sql.end();
  await graph.close();
});

interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}
/** By family, as Prometheus reads it. */
async function scrape(): Promise<{
  readonly types: ReadonlyMap<string, string>;
  readonly samples: ReadonlyMap<string, ReadonlyArray<Sample>>;
}> {
  const { body, statusCode } = await door.inject('/metrics');
  expect(statusCode).toBe(200);
  const types = new Map(
    [...body.matchAll(/^# TYPE (\w+) (\w+)$/gm)].map(([, name, type]) => [name as string, type as string]),
  );
  const samples = new Map<string, Sample[]>();
  for (const [, name, labelled = '', value] of body.matchAll(/^(\w+)(?:\{(.*)\})? (\S+)$/gm)) {
    const labels = Object.fromEntries(
      [...labelled.matchAll(/(\w+)="([^"]*)"/g)].map(([, label, said]) => [label, said]),
    );
    const family = types.has(name as string) ? (name as string) : (name as string).replace(/_(bucket|count|sum)$/, '');
    if (family !== name)
      samples.set(name as string, [...(samples.get(name as string) ?? []), { labels, value: Number(value) }]);
    samples.set(family, [...(samples.get(family) ?? []), { labels, value: Number(value) }]);
  }
  return { types, samples };
}
const own = /^(gateway|workflow|background|subgraph|uploads|database|metrics)_/;
/** Only subgraphs of other processes have one, and here are none: `tests/graph/observation.test.ts` sees it. */
const elsewhere = ['gateway_breaker_open'];
/** So that what is kept of the look before is over. */
const anew = () => new Promise((done) => setTimeout(done, keptMs + 50));

describe('a scrape of the whole process', () => {
  it('has the metrics that are written down, with their labels, and no others', async () => {
    const { types, samples } = await scrape();
    expect([...types.keys()].filter((name) => own.test(name)).sort()).toEqual([...documented.keys()].sort());
    const labels = new Map(
      [...samples]
        .filter(([name]) => own.test(name) && types.has(name))
        .map(([name, each]) => [
          name,
          [...new Set(each.flatMap((one) => Object.keys(one.labels)))].filter((label) => label !== 'le').sort(),
        ]),
    );
    const written = [...documented]
      .filter(([name]) => !elsewhere.includes(name))
      .map(([name, each]) => [name, [...each].sort()]);
    expect(Object.fromEntries(labels)).toEqual(Object.fromEntries(written));
  });

  it('has every word that an alert or a dashboard picks out by', async () => {
    const { samples } = await scrape();
    const picked = [...alerts, ...panels].flatMap(({ expr }) => read(expr).selectors);
    const roundsNamed = samples.get('background_round_seconds')?.map(({ labels }) => labels.round);
    expect(roundsNamed).toEqual(expect.arrayContaining(['submission_due', 'outbox_due', 'journeys', 'appointments']));
    const reloads = picked.filter(
      ({ metric }) => familyOf(metric) === 'gateway_supergraph_reloads_total' && metric !== '',
    );
    for (const { labels } of reloads.filter((each) => each.labels.size > 0))
      expect(samples.get('gateway_supergraph_reloads_total')?.map((each) => each.labels.outcome)).toContain(
        labels.get('outcome'),
      );
    expect(samples.get('uploads_total')).toEqual([{ labels: { outcome: 'STORED' }, value: 1 }]);
  });

  it('has labels that are bounded: codes of the registry and closed words, nothing that was sent', async () => {
    const { samples } = await scrape();
    for (const [name, each] of samples) {
      if (!own.test(name)) continue;
      for (const { labels } of each)
        for (const [label, said] of Object.entries(labels))
          if (label !== 'le')
            expect({
              name,
              said: /^[a-z-]+$|^[A-Z_]+$|^(submission|outbox|webhook)_due$|^work left$/.test(said),
              of: said,
            }).toMatchObject({ said: true });
    }
    const text = (await door.inject('/metrics')).body;
    expect(text).not.toContain(id);
    expect(text).not.toContain('newborn');
  });

  it('tells who is not answering, what waits for it and for how long', async () => {
    await anew();
    const { samples } = await scrape();
    const of = (metric: string, labels: Record<string, string>) =>
      samples.get(metric)?.find((each) => Object.entries(labels).every(([label, said]) => each.labels[label] === said))
        ?.value ?? 0;
    const health = { department: 'health' };
    expect(of('workflow_queue_filings', health)).toBe(1);
    expect(of('workflow_filings_retried', health)).toBe(1);
    expect(of('workflow_queue_oldest_seconds', health)).toBeGreaterThan(1);
    expect(of('workflow_queue_oldest_seconds', health)).toBeLessThan(600);
    expect(of('workflow_filings_parked', health)).toBe(0);
    expect(of('workflow_deliveries_total', { ...health, outcome: 'DEPARTMENT_OUT' })).toBeGreaterThan(2);
    expect(of('workflow_call_seconds_count', { ...health, outcome: 'FAILED' })).toBeGreaterThan(2);
    expect(of('workflow_breaker_open', health)).toBe(1);
    // Everything else waits for the certificate of birth: it is under way, and in nobody's queue.
    const waiting = samples.get('workflow_filings')?.filter(({ labels }) => labels.state === 'WAITING');
    expect(waiting?.length).toBeGreaterThan(1);
    expect([...new Set(samples.get('workflow_queue_filings')?.map(({ labels }) => labels.department))]).toEqual([
      'health',
    ]);
    expect(of('database_sessions', { part: 'journeys', state: 'ACTIVE' })).toBeGreaterThan(0);
    expect(of('database_sessions_maximum', {})).toBeGreaterThan(50);
    expect(of('metrics_unread', { what: 'work left' })).toBe(0);
  });

  it('tells what other parts have yet to hear, and that they have heard it', async () => {
    graph.switches.stopped.delete('health door');
    await until(graph, id, ({ state }) => state === 'COMPLETED');
    await anew();
    await sql`delete from journeys.outbox where target = 'tomorrow'`;
    await anew();
    const before = await scrape();
    const issues = (from: typeof before, metric: string) =>
      from.samples.get(metric)?.find(({ labels }) => labels.kind === 'ISSUE');
    expect(issues(before, 'workflow_outbox_rows')?.value).toBeGreaterThan(0);
    expect(before.samples.get('workflow_outbox_told_total')?.map(({ labels }) => labels)).toContainEqual({
      kind: 'ISSUE',
      outcome: 'AGAIN',
    });
    // Nothing is left of what has ended.
    expect(before.samples.get('workflow_queue_filings') ?? []).toEqual([]);
    expect(before.samples.get('workflow_filings') ?? []).toEqual([]);
    graph.switches.stopped.delete('licences');
    await sql`update journeys.outbox set next_at = now()`;
    for (let left = -1; left !== 0; )
      [{ left } = { left: 0 }] = await sql<
        Array<{ left: number }>
      >`select count(*)::int as left from journeys.outbox where kind = 'ISSUE'`;
    const heard = (await scrape()).samples.get('workflow_outbox_told_total')?.map(({ labels }) => labels);
    expect(heard).toContainEqual({ kind: 'ISSUE', outcome: 'HEARD' });
  });

  it('says of a filing that its department refuses to take that it is parked', async () => {
    // Of the submission that has ended, so that no worker has a part in it.
    await sql`update journeys.filings set attempts = 10, state = 'SUBMITTED' where submission = ${id} and department = 'health'`;
    await sql`update journeys.submissions set due_at = now() + interval '1 hour' where id = ${id}`;
    const [row] =
      await sql`select matter, party from journeys.filings where submission = ${id} and department = 'health'`;
    const count = async () =>
      (await scrape()).samples.get('workflow_filings_parked')?.find(({ labels }) => labels.department === 'health')
        ?.value;
    await anew();
    // So often not reached is out, and not refused.
    expect(await count()).toBe(0);
    await sql`insert into journeys.timeline (submission, number, at, event, matter, party, message)
      values (${id}, 900, now(), 'NOT_TAKEN', ${row?.matter}, ${row?.party}, '{"zh":"","en":""}')`;
    await anew();
    expect(await count()).toBe(1);
  });
});

it('what cannot be looked at is left out and said, and readiness names it', async () => {
  expect((await door.inject('/readyz')).json()).toEqual({ status: 'ready' });
  await sql`alter table journeys.outbox rename to outbox_away`;
  await anew();
  const { samples } = await scrape();
  expect(samples.get('metrics_unread')).toEqual([{ labels: { what: 'work left' }, value: 1 }]);
  for (const left of ['workflow_queue_filings', 'workflow_due_submissions', 'database_sessions_maximum'])
    expect(samples.get(left) ?? [], left).toEqual([]);
  await sql`alter table journeys.outbox_away rename to outbox`;
});
