import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Gateway } from '../../gateway/index.ts';
import { maxima } from '../../gateway/maxima.ts';
import { overWith, type Part } from './subgraphs.ts';

const { publicKey, privateKey } = await generateKeyPair('ES256');
const jwks = { keys: [{ ...(await exportJWK(publicKey)), alg: 'ES256' }] };
const token = (subject: string, until: string | number = '10m') =>
  new SignJWT({ kind: 'CITIZEN' })
    .setProtectedHeader({ alg: 'ES256' })
    .setSubject(subject)
    .setIssuer('i')
    .setAudience('a')
    .setExpirationTime(until)
    .sign(privateKey);

interface Told {
  readonly id: string | null;
  readonly event: string;
  readonly data: { readonly data?: unknown; readonly errors?: ReadonlyArray<{ extensions: { code: string } }> };
}
interface Stream {
  readonly status: number;
  readonly told: Told[];
  readonly text: () => string;
  readonly ended: Promise<void>;
  readonly leave: () => void;
}

/** What is stored: what happened, thing by thing. What answers may be out, or leave something out. */
let stored: Map<string, string[]>;
let out: boolean;
/** Looks that found it out. */
let failed: number;
let namesOut: boolean;
/** Until then nothing is answered. */
let held: Promise<void>;
/** Looks that wait for it. */
let looking: number;
let gateways: Gateway[];
/** Of each gateway: who listens to the database. */
let listeners: Array<{ readonly heard: (payload: string) => void; readonly listens: () => void }>;
const agent = new Agent({ maxSockets: Number.POSITIVE_INFINITY });

const things: Part = [
  'things',
  'type Query { thing(id: ID!): Thing } type Thing @key(fields: "id") { id: ID! events: [String!]! }',
  {
    Query: {
      thing: async (_: unknown, { id }: { id: string }) => {
        looking += 1;
        await held;
        if (out) failed += 1;
        if (out) throw new Error('The database is out.');
        const events = stored.get(id);
        return events ? { id, events } : null;
      },
    },
  },
];
const names: Part = [
  'names',
  'type Thing @key(fields: "id") { id: ID! name: String }',
  {
    Thing: {
      __resolveReference: ({ id }: { id: string }) => {
        if (namesOut) throw new Error('Names are out.');
        return { id, name: `the thing ${id}` };
      },
    },
  },
];

beforeEach(() => {
  stored = new Map([['a', ['received']]]);
  out = false;
  failed = 0;
  namesOut = false;
  held = Promise.resolve();
  looking = 0;
  gateways = [];
  listeners = [];
});
afterEach(async () => {
  await Promise.all(gateways.map((gateway) => gateway.close()));
});

async function replica(): Promise<string> {
  const gateway = await overWith(
    {
      auth: { issuers: [{ issuer: 'i', audience: 'a', jwks }] },
      listen: async (_channel, heard, listens) => {
        listeners.push({ heard, listens });
        listens();
        return async () => {};
      },
      live: [
        {
          path: '/things/:id/events',
          channel: 'c',
          operation: 'query ($id: ID!) { thing(id: $id) { id events name } }',
        },
      ],
    },
    things,
    names,
  );
  gateways.push(gateway);
  return gateway.listen(0, '127.0.0.1');
}

async function open(address: string, bearer: string, more: Record<string, string> = {}, id = 'a'): Promise<Stream> {
  const request = get(`${address}/things/${id}/events`, {
    agent,
    headers: { ...(bearer === '' ? {} : { authorization: `Bearer ${bearer}` }), ...more },
  });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  let text = '';
  let read = 0;
  const told: Told[] = [];
  response.setEncoding('utf8');
  response.on('data', (chunk: string) => {
    text += chunk;
    for (let end = text.indexOf('\n\n', read); end >= 0; end = text.indexOf('\n\n', read)) {
      const lines = text.slice(read, end).split('\n');
      read = end + 2;
      const of = (name: string) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2) ?? null;
      const data = of('data');
      if (data !== null) told.push({ id: of('id'), event: of('event') ?? 'message', data: JSON.parse(data) });
    }
  });
  response.on('error', () => {});
  const ended = new Promise<void>((done) => response.once('close', () => done()));
  return { status: response.statusCode ?? 0, told, text: () => text, ended, leave: () => request.destroy() };
}

const happens = (id: string, event: string): void => {
  stored.get(id)?.push(event);
  for (const { heard } of listeners) heard(id);
};
const eventsOf = ({ data }: Told) => (data.data as { thing: { events: string[] } | null } | undefined)?.thing?.events;
const lastOf = ({ told }: Stream) => eventsOf(told.at(-1) as Told);

describe('an event stream', () => {
  it('says how long to wait before coming back, what there is, and each change, under ids', async () => {
    const stream = await open(await replica(), await token('lin'));
    await expect.poll(() => stream.told.length).toBe(1);
    expect(stream.text()).toMatch(/^retry: [1-5]\d{3}\n\n/);
    happens('a', 'accepted');
    await expect.poll(() => stream.told.map(eventsOf)).toEqual([['received'], ['received', 'accepted']]);
    expect(new Set(stream.told.map(({ id }) => id)).size).toBe(2);
    expect(stream.told.every(({ id, event }) => /^[\w-]{16}$/.test(id ?? '') && event === 'next')).toBe(true);
  });

  it('goes on at another replica, and after a restart, without telling anything twice or leaving anything out', async () => {
    const lin = await token('lin');
    const first = await open(await replica(), lin);
    await expect.poll(() => first.told.length).toBe(1);
    await gateways.pop()?.close();
    await first.ended;
    listeners = [];
    const seen = { 'last-event-id': first.told[0]?.id ?? '' };
    const second = await open(await replica(), lin, seen);
    happens('a', 'accepted');
    await expect.poll(() => second.told.map(eventsOf)).toEqual([['received', 'accepted']]);
    second.leave();
    // Something happens while nobody watches.
    happens('a', 'decided');
    const third = await open(await replica(), lin, { 'last-event-id': second.told[0]?.id ?? '' });
    await expect.poll(() => third.told.map(eventsOf)).toEqual([['received', 'accepted', 'decided']]);
    const unknown = await open(await replica(), lin, { 'last-event-id': 'x'.repeat(10_000) });
    await expect.poll(() => unknown.told.length).toBe(1);
  });

  it('looks again when it listens again, for what was said meanwhile is not said again', async () => {
    const stream = await open(await replica(), await token('lin'));
    await expect.poll(() => stream.told.length).toBe(1);
    stored.get('a')?.push('accepted');
    for (const { listens } of listeners) listens();
    await expect.poll(() => lastOf(stream)).toEqual(['received', 'accepted']);
  });

  it('shows what it can while a part is out, as what lacks something, and the whole as soon as there is one', async () => {
    const stream = await open(await replica(), await token('lin'));
    await expect.poll(() => stream.told.length).toBe(1);
    namesOut = true;
    happens('a', 'accepted');
    await expect.poll(() => stream.told.length).toBe(2);
    expect(stream.told[1]).toMatchObject({ id: null, data: { data: { thing: { name: null } }, errors: [{}] } });
    namesOut = false;
    await expect.poll(() => stream.told.length, { timeout: 5000 }).toBe(3);
    expect(stream.told[2]?.data).toEqual({
      data: { thing: { id: 'a', events: ['received', 'accepted'], name: 'the thing a' } },
    });
    expect(stream.told[2]?.id).not.toBeNull();
  });

  it('is told nothing of an outage but what follows it', async () => {
    const stream = await open(await replica(), await token('lin'));
    await expect.poll(() => stream.told.length).toBe(1);
    out = true;
    happens('a', 'accepted');
    await expect.poll(() => failed).toBeGreaterThan(0);
    out = false;
    await expect.poll(() => lastOf(stream), { timeout: 5000 }).toEqual(['received', 'accepted']);
    expect(stream.text()).not.toContain('null');
  });
});

describe('a stream that ends says why', () => {
  it.each([
    ['what it watched is no longer there', 'NOT_FOUND', (): void => void stored.delete('a')],
    ['the server stops', 'STREAM_ENDED', (): void => void gateways.pop()?.close()],
  ])('%s', async (_what, code, happened) => {
    const stream = await open(await replica(), await token('lin'));
    await expect.poll(() => stream.told.length).toBe(1);
    happened();
    for (const { heard } of listeners) heard('a');
    await stream.ended;
    expect(stream.told.at(-1)).toMatchObject({ event: 'end', data: { errors: [{ extensions: { code } }] } });
    expect(stream.text()).not.toContain('"thing":null');
  });

  it('the token ends', async () => {
    const stream = await open(await replica(), await token('lin', Math.floor(Date.now() / 1000) + 2));
    await stream.ended;
    expect(stream.told.at(-1)?.data.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});

/** Ends that were put off for so long, of streams that are opened from now on. */
function endsLater(): ReadonlyArray<{ readonly end: () => void; readonly ms: number }> {
  const later: Array<{ end: () => void; ms: number }> = [];
  const set = globalThis.setTimeout;
  vi.spyOn(globalThis, 'setTimeout').mockImplementation(((end: () => void, ms: number, ...more: unknown[]) => {
    if (ms > 500_000) later.push({ end, ms });
    return set(end, ms, ...more);
  }) as typeof set);
  onTestFinished(() => void vi.restoreAllMocks());
  return later;
}

describe('nobody watches longer', () => {
  const aDay = 24 * 60 * 60_000;
  it.each<[string, string | null, number, string]>([
    ['than their token holds', '10m', 600_000, 'UNAUTHENTICATED'],
    ['than a day, and is told that nothing is wrong', '2d', aDay, 'STREAM_ENDED'],
    ['than a day without a token', null, aDay, 'STREAM_ENDED'],
  ])('%s', async (_what, until, most, code) => {
    const address = await replica();
    const later = endsLater();
    const stream = await open(address, until === null ? '' : await token('lin', until));
    await expect.poll(() => stream.told.length).toBe(1);
    const ends = later.filter(({ ms }) => ms > most - 60_000 && ms <= most);
    expect(ends).toHaveLength(1);
    ends[0]?.end();
    await stream.ended;
    expect(stream.told.at(-1)).toMatchObject({ event: 'end', data: { errors: [{ extensions: { code } }] } });
  });
});

describe('many streams', () => {
  it('200 are each told each change once, through an outage and a lost connection to the database, and none that there is nothing', async () => {
    const address = await replica();
    const [many, of] = [200, 50];
    for (let each = 0; each < of; each++) stored.set(`t${each}`, ['received']);
    const bearers = await Promise.all(Array.from({ length: of }, (_, each) => token(`citizen ${each}`)));
    const streams = await Promise.all(
      Array.from({ length: many }, (_, each) => open(address, bearers[each % of] ?? '', {}, `t${each % of}`)),
    );
    expect(streams.every(({ status }) => status === 200)).toBe(true);
    const change = (event: string) => {
      for (let each = 0; each < of; each++) happens(`t${each}`, event);
    };
    const whole = (...events: string[]) =>
      expect
        .poll(() => streams.filter((stream) => lastOf(stream)?.join() === events.join()).length, { timeout: 20_000 })
        .toBe(many);
    await whole('received');
    change('accepted');
    await whole('received', 'accepted');
    out = true;
    change('handed over');
    await expect.poll(() => failed).toBeGreaterThanOrEqual(many);
    out = false;
    await whole('received', 'accepted', 'handed over');
    for (let each = 0; each < of; each++) stored.get(`t${each}`)?.push('decided');
    for (const { listens } of listeners) listens();
    await whole('received', 'accepted', 'handed over', 'decided');
    for (const { told, text } of streams) {
      const ids = told.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(text()).not.toContain('null');
    }
    const metrics = await gateways[0]?.inner.inject('/metrics');
    expect(metrics?.body).toContain(`gateway_event_streams_open ${many}`);
    for (const { leave } of streams) leave();
    await expect
      .poll(async () => (await gateways[0]?.inner.inject('/metrics'))?.body.match(/streams_open (\d+)/)?.[1])
      .toBe('0');
  });

  it('of one caller are so many: the next is refused by a code, and another caller is not', async () => {
    const address = await replica();
    const lin = await token('lin');
    const own = await Promise.all(Array.from({ length: maxima.streamsOfOne }, () => open(address, lin)));
    expect(own.map(({ status }) => status)).toEqual(own.map(() => 200));
    const more = await open(address, lin);
    await more.ended;
    expect([more.status, JSON.parse(more.text()).errors[0].extensions.code]).toEqual([429, 'TOO_MANY_AT_ONCE']);
    expect((await open(address, await token('zhao'))).status).toBe(200);
    own[0]?.leave();
    await expect.poll(async () => (await open(address, lin)).status).toBe(200);
  });

  it('who waits to be shown something counts, and who leaves before that, or is shown nothing, does not any more', async () => {
    const address = await replica();
    const lin = await token('lin');
    let goOn = (): void => {};
    held = new Promise((done) => {
      goOn = done;
    });
    const asks = Array.from({ length: maxima.streamsOfOne }, () =>
      get(`${address}/things/a/events`, { agent, headers: { authorization: `Bearer ${lin}` } }).on('error', () => {}),
    );
    const openNow = async () =>
      (await gateways[0]?.inner.inject('/metrics'))?.body.match(/streams_open (\d+)/)?.[1] ?? '';
    await expect.poll(openNow).toBe(String(maxima.streamsOfOne));
    await expect.poll(() => looking).toBeGreaterThan(0);
    expect((await open(address, lin)).status).toBe(429);
    for (const ask of asks) ask.destroy();
    await expect.poll(openNow).toBe('0');
    goOn();
    for (let each = 0; each <= maxima.streamsOfOne; each++)
      expect((await open(address, lin, {}, 'none')).status).toBe(404);
    await expect.poll(openNow).toBe('0');
    // And nobody looks for them any more.
    await new Promise((done) => setTimeout(done, 1000));
    const looked = looking;
    happens('a', 'later');
    // Longer than a stream rests between two looks.
    await new Promise((done) => setTimeout(done, 1000));
    expect(looking).toBe(looked);
    expect((await open(address, lin)).status).toBe(200);
  });
});
