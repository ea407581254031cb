import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHttpJson } from '../../subgraphs/departments/adapters/http-json.ts';
import { httpJsonSettings } from '../../subgraphs/departments/adapters/settings.ts';
import { silentLog } from '../../subgraphs/runtime/log.ts';
import { type HttpStand, standOfHttp } from '../database/department-systems/http-stand.ts';
import { filingOf, noon, pin } from '../database/department-systems/stand.ts';

/* A department's system that fails, breaks off, or says what nobody may: over a real connection. */

let stand: HttpStand;
beforeEach(async () => {
  stand = await standOfHttp(1500);
});
afterEach(() => stand.close());
const out = { extensions: { code: 'DEPARTMENT_SYSTEM_OUT' } };
const says =
  (status: number, body: unknown = '', headers: Record<string, string> = {}) =>
  (response: ServerResponse): void => {
    response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));
  };
const approved = { state: 'APPROVED', results: [] };
const result = { documentType: 'd', subject: 's', number: '1', issuedAt: '2026-11-27T04:00:00Z' };

it('a filing whose answer was lost is asked for by its id, and lies there once', async () => {
  for (const breaking of [
    // The work is done, and nothing comes back.
    (response: ServerResponse) => response.destroy(),
    (response: ServerResponse) => response.write('{"state":', () => response.destroy()),
    // Nor before the deadline.
    () => {},
  ]) {
    stand.server.interfere = (_request, response, work) => {
      work();
      stand.server.interfere = null;
      breaking(response);
      return true;
    };
    const id = `lost ${stand.server.filings.size}`;
    await expect(stand.system.accept(filingOf(id), pin)).rejects.toMatchObject(out);
    expect(await stand.system.accept(filingOf(id), pin)).toMatchObject({ state: 'SUBMITTED' });
  }
  expect(stand.server.filings.size).toBe(3);
});

it.each<[string, (response: ServerResponse) => void, object]>([
  ['500 with an approval', says(500, approved), out],
  ['202 with an approval', says(202, approved), out],
  ['302 with an approval', says(302, approved, { location: '/elsewhere' }), out],
  ['401', says(401, approved), out],
  ['404 to a filing that is handed in', says(404), out],
  ['429 and when to come again', says(429, '', { 'retry-after': '30' }), { extensions: { afterMs: 30_000 } }],
  ['503 and no time', says(503, '', { 'retry-after': 'soon' }), out],
  ['a page in place of JSON', says(200, '<html>'), out],
  ['nothing', says(200), out],
  ['more than is read', says(200, { ...approved, more: 'x'.repeat(1_100_000) }), out],
  ['no word', (response) => response.destroy(), out],
  ['a state that there is not', says(200, { state: 'DONE' }), { extensions: { code: 'RECEIPT_INVALID' } }],
  ['null', says(200, 'null'), { extensions: { code: 'RECEIPT_INVALID' } }],
  [
    '201 results',
    says(200, { ...approved, results: Array(201).fill(result) }),
    { extensions: { code: 'RECEIPT_INVALID' } },
  ],
  [
    'a result of no day',
    says(200, { ...approved, results: [{ documentType: 'd', subject: 's', number: '1', issuedAt: 'soon' }] }),
    { extensions: { code: 'RECEIPT_INVALID' } },
  ],
  [
    'that it will not have it, and why',
    says(422, { code: 'PARCEL_LOCKED', message: '该不动产已查封' }),
    { message: '该不动产已查封 该不动产已查封', extensions: { code: 'PARCEL_LOCKED' } },
  ],
  ['422 without a word', says(422), { extensions: { code: 'REJECTED' } }],
  [
    '422 with a code that is none',
    says(422, { code: '林某 is wrong', message: 'x' }),
    { extensions: { code: 'REJECTED' } },
  ],
  ['409', says(409), { extensions: { code: 'FILING_ID_REUSED' } }],
])('one that answers %s', async (_what, answer, expected) => {
  stand.server.interfere = (_request, response) => {
    answer(response);
    return true;
  };
  await expect(stand.system.accept(filingOf('f'), pin)).rejects.toMatchObject(expected);
  expect(stand.server.calls).toEqual(['POST /api/filings']);
});

describe('a call', () => {
  it('is signed: with another key, at another hour, or for another filing it is nobody’s', async () => {
    await stand.system.accept(filingOf('mine'), pin);
    const settings = httpJsonSettings.parse({ url: stand.server.url, key: 'key' });
    const open = (key: string, now: number) =>
      createHttpJson({ ...settings, key: Buffer.from(key), log: silentLog, now: () => now });
    const stranger = open('a key that somebody else has made of nothing', noon);
    const late = open('a key that both of them have in their safes', noon + 3_600_000);
    const known = open('a key that both of them have in their safes', noon);
    expect(await known.find('mine')).toMatchObject({ state: 'SUBMITTED' });
    for (const each of [stranger, late]) await expect(each.find('mine')).rejects.toMatchObject(out);
    await Promise.all([stranger, late, known].map((each) => each.close()));
  });

  it('names a filing so that no id leads elsewhere', async () => {
    expect(await stand.system.find('../../admin?x=1#y')).toBeNull();
    expect(stand.server.calls).toEqual(['GET /api/filings/..%2F..%2Fadmin%3Fx%3D1%23y']);
  });

  it('to decide is refused: their staff do that in their own system', async () => {
    const decision = { id: 'd', filing: 'f', decision: 'APPROVE' };
    await expect(stand.system.decide(decision)).rejects.toMatchObject({ extensions: { code: 'DECIDED_ELSEWHERE' } });
    expect(stand.server.calls).toEqual([]);
  });
});

it('what was erased there is told as they tell it', async () => {
  await stand.system.accept(filingOf('gone'), pin);
  expect(await stand.system.erase('gone')).toEqual({ at: new Date(noon).toISOString(), rows: 1, digest: 'd' });
  expect(await stand.system.erase('never there')).toBeNull();
});

it('what was erased there and is told as nothing is not believed, nor what is held in no shape', async () => {
  await stand.system.accept(filingOf('odd'), pin);
  stand.server.interfere = (_request, response) => {
    says(200, '"gone"')(response);
    return true;
  };
  await expect(stand.system.erase('odd')).rejects.toMatchObject(out);
  expect(await stand.system.held('odd')).toBeNull();
});

it('of a filing that they have not nothing is done, and they are not believed to have it', async () => {
  const { form, evidence } = filingOf('unknown');
  const unknown = { extensions: { code: 'FILING_NOT_FOUND' } };
  await expect(stand.system.withdraw('unknown', null)).rejects.toMatchObject(unknown);
  await expect(stand.system.supplement('unknown', 's', form, evidence)).rejects.toMatchObject(unknown);
  expect(await stand.system.demand('unknown')).toBeNull();
  expect(await stand.system.held('unknown')).toBeNull();
});

describe('their register', () => {
  const chen = { name: '陈安', identityNumber: '33038119900307721X', bornOn: null };
  const asked = {
    ...{ id: 'request 1', source: 'real-estate-register', documentType: 'home-certificate', spec: null },
    ...{ parties: [chen], applicant: chen, matter: '330381SW000730040000' },
  };

  it('is asked in their codes, and what it says is told in the catalogue’s', async () => {
    const said = { outcome: 'FOUND', number: '浙2026-1', trust: 'B', issuedOn: '2026-01-05' };
    let heard: unknown = null;
    stand.server.register = (request) => {
      heard = request;
      return { ...said, data: { xm: '陈安', sex: '2', storeys: 3 } };
    };
    expect(await stand.system.provide(asked)).toEqual({
      ...{ ...said, messages: null, expiresOn: null },
      data: { name: '陈安', sex: 'FEMALE', storeys: 3 },
    });
    expect(heard).toEqual({ ...asked, documentType: 'BDCQZS', matter: 'QS-04' });
    expect(stand.server.calls).toEqual(['POST /api/evidence']);
  });

  it('that there is not is none, and one without a word of it is asked again', async () => {
    expect(await stand.system.provide(asked)).toBeNull();
    for (const answer of [
      { outcome: 'MAYBE' },
      { outcome: 'FOUND', issuedOn: 'soon' },
      { outcome: 'FOUND', data: { much: 'x'.repeat(20_000) } },
      { outcome: 'FOUND', trust: 'E' },
      null,
    ]) {
      stand.server.interfere = (_request, response) => {
        says(200, answer)(response);
        return true;
      };
      await expect(stand.system.provide(asked)).rejects.toMatchObject(out);
    }
  });
});

describe('settings', () => {
  it.each([
    ['http://registry.example/api'],
    ['ftp://127.0.0.1/api'],
    ['registry'],
    ['http://127.0.0.1.example.com/api'],
  ])('name an address to which nobody listens in: %s', (url) => {
    expect(httpJsonSettings.safeParse({ url, key: 'key' }).success).toBe(false);
  });

  it('that call two things by one code are none', () => {
    const url = 'https://registry.example/api';
    const settings = (elements: Record<string, string>) =>
      httpJsonSettings.safeParse({ url, key: 'key', codes: { elements } }).success;
    expect([settings({ name: 'a', phone: 'b' }), settings({ name: 'a', phone: 'a' })]).toEqual([true, false]);
    // Of what does not come back several may be one: a matter of many regions, materials that are numbered matter by matter.
    const codes = { matters: { one: 'M', other: 'M' }, requirements: { 'one-01': 'C1', 'other-01': 'C1' } };
    expect(httpJsonSettings.safeParse({ url, key: 'key', codes }).success).toBe(true);
  });
});
