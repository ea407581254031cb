import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { watchSupergraph } from '../../gateway/door/watching.ts';
import { createGateway } from '../../gateway/index.ts';
import { patient } from '../patient.ts';
import { composed, type Part } from './subgraphs.ts';

// That a supergraph is refused is logged: here it is asked for again and again.
const error = vi.fn();
const log = { info: () => {}, warn: () => {}, error };

const part = (version: number): Part => ['one', `type Query { version: Int only${version}: Int }`, {}];
const answersOf = (version: number) => async () => ({ data: { version, [`only${version}`]: version } });

it('exchanges supergraphs under load: no request fails, none is answered by the wrong one, invalid ones are refused', async () => {
  let current = 0;
  const gateway = await createGateway({
    log,
    supergraph: { sdl: composed(part(0)) },
    ...patient,
    // The subgraph grows: it answers every version's fields, and says which version it is asked by.
    subgraphs: { one: { execute: async ({ query }) => answersOf(Number(/only(\d+)/.exec(query)?.[1] ?? current))() } },
  });
  const address = await gateway.listen(0, '127.0.0.1');
  const post = async (query: string) =>
    (
      await fetch(`${address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      })
    ).json() as Promise<{ data?: Record<string, number>; errors?: unknown }>;
  let running = true;
  let answered = 0;
  const load = Array.from({ length: 8 }, async () => {
    while (running) {
      const { data, errors } = await post('{ version }');
      expect(errors).toBeUndefined();
      expect(data?.version).toBeTypeOf('number');
      answered += 1;
    }
  });
  let refused = 0;
  for (let swap = 1; swap <= 40; swap++) {
    const invalid = swap % 5 === 0;
    const before = current;
    if (!invalid) current = swap;
    const status = await gateway.reload({ sdl: invalid ? 'type Query { nothing: Nothing }' : composed(part(swap)) });
    if (invalid) {
      refused += 1;
      expect(status.refused?.reason).toBeTypeOf('string');
      // The old one keeps answering, and it alone.
      expect((await post(`{ only${before} }`)).data).toEqual({ [`only${before}`]: before });
    } else {
      expect(status.refused).toBeNull();
      expect((await post(`{ only${swap} }`)).data).toEqual({ [`only${swap}`]: swap });
      expect((await post(`{ only${before} }`)).errors).toBeDefined();
    }
  }
  running = false;
  await Promise.all(load);
  expect(refused).toBe(8);
  expect(answered).toBeGreaterThanOrEqual(load.length);
  const metrics = (await gateway.inner.inject('/metrics')).body;
  expect(metrics).toContain('gateway_supergraph_reloads_total{outcome="SWAPPED"} 32');
  expect(metrics).toContain('gateway_supergraph_reloads_total{outcome="REFUSED"} 8');
  const ready = await gateway.app.inject('/readyz');
  expect([ready.statusCode, ready.json()]).toEqual([200, expect.objectContaining({ refused: expect.anything() })]);
  await gateway.close();
});

it('takes over a changed file by itself', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'supergraph-'));
  const file = join(folder, 'supergraph.graphql');
  writeFileSync(file, composed(part(1)));
  const gateway = await createGateway({
    log,
    supergraph: { file },
    watch: true,
    ...patient,
    subgraphs: { one: { execute: answersOf(2) } },
  });
  const asked = () => gateway.execute({ query: '{ only2 }' });
  expect((await asked()).errors).toBeDefined();
  writeFileSync(file, composed(part(2)));
  await expect.poll(async () => (await asked()).data).toEqual({ only2: 2 });
  await gateway.close();
  rmSync(folder, { recursive: true });
});

it('takes over what its file came to hold before it was watched', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'supergraph-'));
  const file = join(folder, 'supergraph.graphql');
  writeFileSync(file, composed(part(2)));
  const answering = { supergraph: 'of what was read before', since: '', refused: null };
  const reload = vi.fn(async () => answering);
  const end = watchSupergraph(file, { reload, status: () => answering }, log);
  await expect.poll(() => reload.mock.calls).toEqual([[{ file }]]);
  await end();
  rmSync(folder, { recursive: true });
});

/** Of which the two requests in between need a hundredth. */
const drainMs = 2000;

it('finishes what is under way before it stops, and says first that it stops', async () => {
  let finish: (() => void) | undefined;
  const gateway = await createGateway({
    log,
    supergraph: { sdl: composed(part(1)) },
    drainMs,
    ...patient,
    subgraphs: {
      one: {
        execute: () =>
          new Promise((resolve) => {
            finish = () => resolve({ data: { version: 1 } });
          }),
      },
    },
  });
  const address = await gateway.listen(0, '127.0.0.1');
  const request = fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ version }"}',
  });
  await expect.poll(() => finish).toBeTypeOf('function');
  const closing = gateway.close();
  expect((await fetch(`${address}/readyz`)).status).toBe(503);
  // Sent while it drains, by a client that has not heard yet: answered too.
  expect((await fetch(`${address}/livez`)).status).toBe(200);
  setTimeout(() => finish?.(), drainMs + 100);
  expect(await (await request).json()).toEqual({ data: { version: 1 } });
  await closing;
  await expect(fetch(`${address}/livez`)).rejects.toThrow();
  // A client that keeps its connection does not hold it up.
});
