import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readTracing, startTracing } from '../../scripts/tracing.ts';
import { silentLog } from '../../subgraphs/runtime/log.ts';
import { type Graph, inputFor, planOf, startGraph, submit, until } from './gateway-of.ts';

interface Span {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly kind: number;
  readonly attributes: ReadonlyArray<{ key: string; value: { stringValue: string } }>;
}
interface Received {
  readonly resourceSpans: ReadonlyArray<{ scopeSpans: ReadonlyArray<{ spans: ReadonlyArray<Span> }> }>;
}

/** A collector: it takes what OTLP/HTTP sends. */
const spans: Span[] = [];
const collector = createServer(async (request, response) => {
  if (request.url !== '/v1/traces') return response.writeHead(404).end();
  const { resourceSpans } = (await json(request)) as Received;
  spans.push(...resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans: each }) => each)));
  return response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
});

let graph: Graph;
let stop: () => Promise<void>;
beforeAll(async () => {
  await new Promise<void>((listening) => collector.listen(0, '127.0.0.1', listening));
  const address = `http://127.0.0.1:${(collector.address() as AddressInfo).port}/`;
  const settings = readTracing({ OTEL_EXPORTER_OTLP_ENDPOINT: address });
  stop = settings ? await startTracing(settings, silentLog) : async () => {};
  graph = await startGraph();
});
afterAll(async () => {
  await graph.close();
  collector.closeAllConnections();
  collector.close();
});

it('one journey is one trace: from the mutation by the worker to each department, also after a restart', async () => {
  graph.switches.stopped.add('tax door');
  const { submission } = await submit(graph, inputFor(await planOf(graph), { idempotencyKey: 'traced' }));
  const id = submission?.id ?? '';
  await until(graph, id, ({ filings }) => filings.filter(({ state }) => state === 'APPROVED').length >= 3);
  // Days later, by another worker.
  await graph.stop();
  graph = await startGraph({}, undefined, graph.database);
  await until(graph, id, ({ state }) => state === 'COMPLETED');
  await graph.stop();
  await stop();

  const carried = spans.filter(({ name }) => name.startsWith('worker '));
  const mutation = spans.find(
    ({ name, traceId, parentSpanId }) =>
      name === 'graphql' && parentSpanId === undefined && traceId === carried[0]?.traceId,
  );
  const journey = spans.filter(({ traceId }) => traceId === mutation?.traceId);
  const names = new Set(journey.map(({ name }) => name));
  for (const part of ['graphql', 'fetch journeys', 'journeys', 'worker HAND_OVER', 'tax', 'tell ISSUE'])
    expect(names, part).toContain(part);
  const known = new Map(journey.map((span) => [span.spanId, span]));
  // Each hangs on another of the same trace, up to the mutation.
  const roots = journey.filter(({ parentSpanId }) => !known.has(parentSpanId ?? ''));
  expect(roots).toEqual([mutation]);
  // What workers did for this submission stands in no other trace.
  expect(carried.length).toBeGreaterThanOrEqual(7);
  expect(new Set(carried.map(({ traceId }) => traceId))).toEqual(new Set([mutation?.traceId]));
  const tax = journey
    .filter(({ name }) => name === 'tax')
    .map(({ parentSpanId }) => known.get(parentSpanId ?? '')?.name);
  expect(tax).toContain('worker HAND_OVER');
  expect(JSON.stringify(spans)).not.toMatch(/[\u4e00-\u9fff]|330381199/);
});

it('a collector or a share that cannot be are refused', () => {
  const read = (address: string, share: string) => () =>
    readTracing({ OTEL_EXPORTER_OTLP_ENDPOINT: address, OTEL_TRACES_SAMPLER_ARG: share });
  expect(readTracing({})).toBeNull();
  expect(read('https://c:4318', '0.25')()).toEqual({ collector: 'https://c:4318', share: 0.25 });
  for (const [address, share] of [
    ['ftp://c', '1'],
    ['c:4318', '1'],
    ['https://c', '1.5'],
    ['https://c', 'some'],
  ])
    expect(read(address as string, share as string)).toThrow('OTEL_EXPORTER_OTLP_ENDPOINT');
});
