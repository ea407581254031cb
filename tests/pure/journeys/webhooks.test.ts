import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mostTries, pauseAfter } from '../../../subgraphs/journeys/domain/webhook-pauses.ts';
import type { WebhookOutage, WebhookRow } from '../../../subgraphs/journeys/tables.ts';
import { createSender, type Sender } from '../../../subgraphs/journeys/webhooks/sending.ts';
import { headersOf } from '../../../subgraphs/journeys/webhooks/signing.ts';
import { tellProgram, type WebhookParts } from '../../../subgraphs/journeys/webhooks/telling.ts';
import { silentLog } from '../../../subgraphs/runtime/log.ts';
import { isPublicAddress } from '../../../subgraphs/runtime/outward.ts';

const [secret, newer] = ['MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'C2FVsBQIhrscChlQIMV+b5sSYspob7oD'];
const hour = 3_600_000;

describe('a signature', () => {
  it('is the one that the specification shows', () => {
    const { 'webhook-signature': signature } = headersOf([secret], {
      ...{ id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: 1614265330, body: '{"test": 2432232314}' },
    });
    expect(signature).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  });

  it('is there for each secret, so that either holder believes it, and nobody a changed body', () => {
    const message = { id: 'm', timestamp: Math.floor(Date.now() / 1000), body: '{"a":1}' };
    const headers = headersOf([newer, secret], message);
    for (const each of [secret, newer])
      expect(new Webhook(`whsec_${each}`).verify(message.body, { ...headers })).toEqual({ a: 1 });
    expect(() => new Webhook(`whsec_${secret}`).verify('{"a":2}', { ...headers })).toThrow();
    expect(() => new Webhook(`whsec_${secret}`).verify(message.body, { ...headers, 'webhook-id': 'n' })).toThrow();
  });
});

describe('an address', () => {
  it.each([
    ...['127.0.0.1', '10.1.2.3', '172.31.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0'],
    ...['224.0.0.1', '255.255.255.255', '198.18.0.1', '::1', '::', 'fe80::1', 'fd00::1', '::ffff:10.0.0.1'],
    ...['64:ff9b::a00:1', '2002:a00:1::', '2001:db8::1', 'ff02::1', 'name'],
  ])('%s is not one of the open network', (address) => expect(isPublicAddress(address)).toBe(false));
  it.each(['8.8.8.8', '172.32.0.1', '223.5.5.5', '2400:3200::1', '2606:4700::1111'])('%s is', (address) =>
    expect(isPublicAddress(address)).toBe(true),
  );

  it.each(['https://127.0.0.1/x', 'https://[::1]/x', 'https://localhost/x', 'https://169.254.169.254/latest'])(
    '%s is not connected to unless it is said to be private',
    async (url) => {
      const sender = createSender({ client: 'c', url, secrets: [secret], toPrivate: false });
      expect(await sender.send({ id: 'm', timestamp: 1, body: '{}' })).toMatchObject({
        ...{ kind: 'NOT_TAKEN', why: 'PRIVATE_ADDRESS' },
      });
      await sender.close();
    },
  );
});

it('pauses grow, are spread, end at six hours, and heed whoever was asked', () => {
  expect([1, 2, 3, 30].map((tries) => pauseAfter(tries, 0.5, null))).toEqual([5000, 10_000, 20_000, 6 * hour]);
  expect([pauseAfter(1, 0, null), pauseAfter(1, 0.9, null)]).toEqual([2500, 7000]);
  expect([pauseAfter(1, 0.5, hour), pauseAfter(1, 0.5, 100 * hour)]).toEqual([hour, 6 * hour]);
});

describe('a program', () => {
  /** Its own server, and what it got. */
  let server: Server;
  let got: Array<{ readonly headers: IncomingMessage['headers']; readonly body: string }>;
  let answers: (at: number) => { readonly status: number; readonly headers?: Record<string, string> };
  let sender: Sender;
  let now: number;
  let row: WebhookRow | null;
  let outage: WebhookOutage | null;
  let happened: string[];
  let counted: string[];
  const alone = new Map<string, boolean>();

  beforeEach(async () => {
    got = [];
    answers = () => ({ status: 204 });
    server = createServer(async (request, response) => {
      got.push({ headers: request.headers, body: await text(request) });
      const { status, headers = {} } = answers(got.length);
      response.writeHead(status, headers).end();
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hear`;
    sender = createSender({ client: 'c', url, secrets: [secret], toPrivate: true });
    now = Date.parse('2026-11-27T00:00:00Z');
    row = null;
    outage = null;
    happened = [];
    counted = [];
  });
  afterEach(async () => {
    await sender.close();
    server.closeAllConnections();
    server.close();
  });

  const iso = (at: number) => new Date(at).toISOString();
  const happens = (event: string) => {
    happened.push(event);
    row = row
      ? { ...row, number: happened.length }
      : { submission: 's', client: 'c', number: happened.length, attempts: 0, nextAt: iso(now) };
  };
  /** As the database keeps them; `tests/database/webhooks.test.ts` holds the two together. */
  const parts = (): WebhookParts => ({
    log: silentLog,
    chance: () => 0.5,
    now: () => now,
    meters: { sent: (_client, outcome) => counted.push(outcome), alone: () => {} },
    store: {
      find: async () => ({ id: 's', state: 'IN_PROGRESS', dueOn: '2026-12-31' }) as never,
      filingsOf: async () => [],
      timelineOf: async () =>
        happened.map((event, at) => ({ number: at + 1, at: iso(now), event, matter: null })) as never,
      webhooks: {
        take: async (_client, at, until) => {
          if (!row || row.nextAt > at) return [];
          row = { ...row, attempts: row.attempts + 1, nextAt: until };
          return [row];
        },
        told: async ({ number }, at) => {
          row = row && row.number > number ? { ...row, attempts: 0, nextAt: at } : null;
        },
        again: async (_submission, at) => {
          if (row) row = { ...row, nextAt: at };
        },
        drop: async () => {
          row = null;
        },
        outage: async () => outage,
        out: async (one) => {
          outage = { ...one, since: outage && outage.since < one.since ? outage.since : one.since };
        },
        back: async () => {
          outage = null;
        },
      },
    },
  });
  const round = () => tellProgram(parts(), { client: 'c' }, sender, alone);

  it('is told what stands, signed, and once', async () => {
    happens('RECEIVED');
    await round();
    await round();
    expect(got).toHaveLength(1);
    expect(JSON.parse(got[0]?.body ?? '')).toMatchObject({
      ...{ type: 'submission.changed', timestamp: iso(now) },
      data: { submission: { id: 's', state: 'IN_PROGRESS', timeline: [{ event: 'RECEIVED', matter: null }] } },
    });
    expect([row, counted]).toEqual([null, ['TAKEN']]);
  });

  it('that is out hears the same under the same id, later each time, and what happened meanwhile with it', async () => {
    answers = (at) => ({ status: at < 3 ? 503 : 200 });
    happens('RECEIVED');
    await round();
    expect(row).toMatchObject({ attempts: 1, nextAt: iso(now + 5000) });
    await round();
    expect(got).toHaveLength(1);
    now += 5000;
    await round();
    expect(row).toMatchObject({ attempts: 2, nextAt: iso(now + 10_000) });
    expect(got.map(({ headers }) => headers['webhook-id'])).toEqual(['s.1', 's.1']);
    happens('ACCEPTED');
    await round();
    expect(got).toHaveLength(2);
    now += 10_000;
    await round();
    expect(got[2]?.headers['webhook-id']).toBe('s.2');
    expect(JSON.parse(got[2]?.body ?? '').data.submission.timeline).toHaveLength(2);
    expect([row, outage]).toEqual([null, null]);
  });

  it('is asked again no sooner than it wants', async () => {
    answers = () => ({ status: 429, headers: { 'retry-after': '3600' } });
    happens('RECEIVED');
    await round();
    expect(row?.nextAt).toBe(iso(now + hour));
  });

  it('is not followed anywhere', async () => {
    answers = () => ({
      status: 307,
      headers: { location: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` },
    });
    happens('RECEIVED');
    await round();
    expect([got.length, counted]).toEqual([1, ['NOT_TAKEN']]);
  });

  it('is left alone after days of nothing, asked once an hour, and told what stands when it is back', async () => {
    answers = () => ({ status: 500 });
    happens('RECEIVED');
    await round();
    now += 3 * 24 * hour;
    if (row) row = { ...row, nextAt: iso(now) };
    await round();
    expect([alone.get('c'), got.length]).toEqual([true, 2]);
    for (let minutes = 0; minutes < 59; minutes++) {
      now += 60_000;
      // Nor does what is new have it asked sooner.
      if (row) row = { ...row, nextAt: iso(now) };
      await round();
    }
    expect(got).toHaveLength(2);
    now += 60_000;
    answers = () => ({ status: 200 });
    // It is back: there may be more for it.
    expect(await round()).toBe(true);
    expect(await round()).toBe(false);
    expect([got.length, row, outage, alone.get('c')]).toEqual([3, null, null, false]);
  });

  it.each([
    [200, 'TAKEN'],
    [299, 'TAKEN'],
    [300, 'NOT_TAKEN'],
    [404, 'NOT_TAKEN'],
  ])('that answers %i: %s', async (status, outcome) => {
    answers = () => ({ status });
    happens('RECEIVED');
    expect(await round()).toBe(false);
    expect([counted, row === null]).toEqual([[outcome], outcome === 'TAKEN']);
  });

  it('for which there was as much as is taken at once may have more', async () => {
    happens('RECEIVED');
    const full = parts();
    const hand = Array.from({ length: 8 }, () => row as WebhookRow);
    const { store } = full;
    const webhooks = { ...store.webhooks, take: async () => hand };
    expect(await tellProgram({ ...full, store: { ...store, webhooks } }, { client: 'c' }, sender, alone)).toBe(true);
    expect(got).toHaveLength(8);
  });

  it('is told nothing of what is not there any more', async () => {
    happens('RECEIVED');
    const gone = parts();
    const store = { ...gone.store, find: async () => null };
    await tellProgram({ ...gone, store }, { client: 'c' }, sender, alone);
    expect([got, row, counted]).toEqual([[], null, []]);
  });

  it('to which we stop sending did not fail', async () => {
    server.removeAllListeners('request');
    const asked = new Promise((done) => server.once('request', done));
    const sending = sender.send({ id: 'm', timestamp: 1, body: '{}' });
    await asked;
    await Promise.all([expect(sending).rejects.toThrow(), sender.close()]);
  });

  it('that says it is gone is left alone at once', async () => {
    answers = () => ({ status: 410 });
    happens('RECEIVED');
    await round();
    now += hour - 1;
    await round();
    expect([alone.get('c'), got.length]).toEqual([true, 1]);
  });

  it('that takes others and not this one is spared it after many tries', async () => {
    answers = () => ({ status: 400 });
    happens('RECEIVED');
    if (row) row = { ...row, attempts: mostTries - 1 };
    await round();
    expect([row, counted]).toEqual([null, ['GIVEN_UP']]);
  });
});
