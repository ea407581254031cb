import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import postgres from 'postgres';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Caller } from '../../gateway/index.ts';
import { operationText } from '../../scripts/assemble.ts';
import { citizen, type Graph, inputFor, planOf, startGraph, submit, until } from './gateway-of.ts';

const secret = 'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
interface Got {
  readonly id: string;
  readonly body: { readonly data: { readonly submission: { id: string; state: string; timeline: unknown[] } } };
}

/** A program's own server; `hangs`: it takes what it is sent, and never answers. */
async function program(hangs: boolean, port = 0) {
  const got: Got[] = [];
  const server: Server = createServer(async (request: IncomingMessage, response) => {
    const said = await text(request);
    const body = new Webhook(`whsec_${secret}`).verify(said, request.headers as Record<string, string>);
    got.push({ id: String(request.headers['webhook-id']), body: body as Got['body'] });
    if (!hangs) response.writeHead(204).end();
  });
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  return {
    got,
    port: (server.address() as AddressInfo).port,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
type Program = Awaited<ReturnType<typeof program>>;

let app: Program;
let slow: Program;
let graph: Graph;
const webhooksOf = (...programs: Program[]) =>
  programs.map(({ port }, at) => ({
    ...{ client: ['app', 'slow'][at] as string, url: `http://127.0.0.1:${port}/`, secrets: [secret], toPrivate: true },
  }));
beforeAll(async () => {
  slow = await program(true);
  app = await program(false);
  graph = await startGraph({ webhooks: webhooksOf(app, slow) });
});
afterAll(async () => {
  await graph.close();
  app.stop();
  slow.stop();
});

const through = (client: string): Caller => ({ ...citizen, through: client });
const submitted = async (key: string, as = through('app')) => {
  const { submission, problems } = await submit(graph, inputFor(await planOf(graph), { idempotencyKey: key }), as);
  expect(problems).toEqual([]);
  return submission?.id ?? '';
};
const polled = (id: string) => graph.ask({ query: operationText('progress'), variables: { id } }, citizen);
const told = (to: Program, id: string) => to.got.filter(({ body }) => body.data.submission.id === id);
const waiting = async () => {
  const sql = postgres(graph.database.adminUrl, { max: 1, onnotice: () => {} });
  const rows = await sql<
    Array<{ submission: string; client: string }>
  >`select submission, client from journeys.webhooks`;
  await sql.end();
  return rows;
};

it('a program is told of its submissions what a poll answers, whoever else is slow, and nobody of others', async () => {
  const held = await submitted('of the slow one', through('slow'));
  const own = await submitted('of the program');
  const nobodys = await submitted('of nobody', citizen);
  for (const id of [own, nobodys]) await until(graph, id, ({ state }) => state === 'COMPLETED');
  await expect.poll(() => told(app, own).at(-1)?.body.data.submission.state, { timeout: 10_000 }).toBe('COMPLETED');
  await expect.poll(() => told(app, own).at(-1)?.body.data, { timeout: 10_000 }).toEqual(await polled(own));
  const numbers = told(app, own).map(({ id }) => Number(id.split('.').at(-1)));
  expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
  expect(JSON.stringify(app.got)).not.toMatch(/[\u4e00-\u9fff]|330381199/);
  expect(new Set(app.got.map(({ body }) => body.data.submission.id))).toEqual(new Set([own]));
  expect(told(slow, held).length).toBeGreaterThan(0);
  // What it never answered for is still to be told.
  expect(await waiting()).toEqual([{ submission: held, client: 'slow' }]);
});

it('what was not taken is told after the program, and the graph, were stopped and started again', async () => {
  app.stop();
  const own = await submitted('while it is out');
  await until(graph, own, ({ state }) => state === 'COMPLETED');
  await graph.stop();
  const known = graph.database;
  app = await program(false, app.port);
  graph = await startGraph({ webhooks: webhooksOf(app, slow) }, undefined, known);
  const sql = postgres(known.adminUrl, { max: 1, onnotice: () => {} });
  // Its pause is over.
  await sql`update journeys.webhooks set next_at = now()`;
  await sql.end();
  await expect.poll(() => told(app, own).at(-1)?.body.data, { timeout: 20_000 }).toEqual(await polled(own));
  await expect
    .poll(async () => (await waiting()).filter(({ client }) => client === 'app'), { timeout: 10_000 })
    .toEqual([]);
});
