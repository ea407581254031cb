import { trace } from '@opentelemetry/api';
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { afterAll, expect, it, vi } from 'vitest';
import { over, overWith, type Part } from './subgraphs.ts';

const exporter = new InMemorySpanExporter();
trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }));
afterAll(() => trace.disable());

const one: Part = [
  'one',
  'type Query { a: Int slow: Int }',
  { Query: { a: () => 1, slow: () => new Promise((resolve) => setTimeout(() => resolve(1), 30)) } },
];

it("joins the caller's trace to each subgraph's: the fetch is the parent of what the subgraph does", async () => {
  const gateway = await over(one);
  const traceId = '0af7651916cd43dd8448eb211c80319c';
  await gateway.execute({ query: '{ a }' }, null, { traceparent: `00-${traceId}-b7ad6b7169203331-01` });
  const spans = exporter.getFinishedSpans();
  const named = (name: string) => spans.find((span) => span.name === name);
  expect(spans.every((span) => span.spanContext().traceId === traceId)).toBe(true);
  expect(named('graphql')?.parentSpanContext?.spanId).toBe('b7ad6b7169203331');
  expect(named('fetch one')?.parentSpanContext?.spanId).toBe(named('graphql')?.spanContext().spanId);
  expect(gateway.asked[0]?.headers.traceparent).toBe(`00-${traceId}-${named('fetch one')?.spanContext().spanId}-01`);
});

it('counts operations and fetches by outcome, and no label holds what a client sent', async () => {
  const gateway = await over(one);
  await gateway.execute({ query: 'query Mine { a }' });
  await gateway.execute({ query: '{ nonsense }' });
  const { body } = await gateway.inner.inject('/metrics');
  expect(body).toMatch(/gateway_operation_seconds_count\{outcome="OK"\} 1/);
  expect(body).toMatch(/gateway_operation_seconds_count\{outcome="REFUSED"\} 1/);
  expect(body).toMatch(/gateway_fetch_seconds_count\{subgraph="one",outcome="OK"\} 1/);
  expect(body).not.toMatch(/Mine|nonsense/);
});

it('logs what is slow by name, without a variable', async () => {
  const warn = vi.fn();
  const log = { info: () => {}, warn, error: () => {} };
  const gateway = await overWith({ slowMs: 10, log }, one);
  await gateway.execute({ query: 'query Slow { slow }', variables: { id: '330381202601011234' } });
  const told = { operation: 'Slow', milliseconds: expect.any(Number), traceId: expect.stringMatching(/^[\da-f]{32}$/) };
  expect(warn).toHaveBeenCalledWith(expect.objectContaining(told), 'slow operation');
  expect(JSON.stringify(warn.mock.calls)).not.toContain('330381202601011234');
});

it.each([
  ['a number', 'Of330381202601011234'],
  ['a person', '林静 13977347734'],
  ['a token', `eyJhbGciOiJFUzI1NiJ9.${'a'.repeat(90)}`],
])('tells no operation and no client by what is no name, in a log line or a trace: %s', async (_what, name) => {
  const warn = vi.fn();
  const log = { info: () => {}, warn, error: () => {} };
  const gateway = await overWith({ slowMs: 10, log }, one);
  exporter.reset();
  const ask = (payload: object, client: object = {}) =>
    gateway.app.inject({
      ...{ method: 'POST', url: '/graphql', payload },
      headers: { 'content-type': 'application/json', ...client },
    });
  await ask({ query: '{ a }', operationName: name });
  if (/^\w+$/.test(name)) await ask({ query: `query ${name} { slow }` });
  await ask({ query: '{ slow }' }, { 'apollographql-client-name': encodeURI(name) });
  const told = JSON.stringify([warn.mock.calls, exporter.getFinishedSpans().map(({ attributes }) => attributes)]);
  expect(told).toContain('[not a name]');
  for (const said of [name, encodeURI(name)]) expect(told).not.toContain(said);
  expect(warn.mock.calls.at(-1)?.[0]).toMatchObject({ operation: null, client: '[not a name]' });
});

it('explains a plan to developers, and not in production', async () => {
  const ask = async (production: boolean) =>
    (await overWith({ production }, one)).app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', 'gateway-explain': 'true' },
      payload: { query: '{ a }' },
    });
  expect((await ask(false)).json().extensions.queryPlan).toContain('Fetch(service: "one")');
  expect((await ask(true)).json()).toEqual({ data: { a: 1 } });
});
