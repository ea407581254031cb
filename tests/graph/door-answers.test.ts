import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Agent } from 'undici';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { executeOverHttp } from '../../scripts/reach.ts';
import { onlyAnswers } from '../../subgraphs/journeys/answers.ts';
import { createDoors, type DepartmentDoor } from '../../subgraphs/journeys/doors.ts';
import { serviceIdentity } from '../../subgraphs/runtime/identity.ts';
import { silentLog } from '../../subgraphs/runtime/log.ts';

/* What is made of everything that a department's own server may answer to a filing. */

let answer: (response: ServerResponse) => void;
const server = createServer((request, response) => {
  request.resume().once('end', () => answer(response));
});
const agent = new Agent({ maxResponseSize: 100_000 });
let door: DepartmentDoor;

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  const doors = onlyAnswers((code) => executeOverHttp(code, url, async () => ({}), agent), silentLog);
  const departments = [{ code: 'tax', type: 'Tax', external: true }];
  const open = createDoors(departments, doors, serviceIdentity('journeys'), { linked: async () => [] });
  door = open('tax') as DepartmentDoor;
});
afterAll(async () => {
  await agent.destroy();
  server.close();
});

const filing = { id: 'f', matter: 'm', parties: {}, form: {}, evidence: [], answers: {}, produced: [] };
const approved = { state: 'APPROVED', results: [] };
const says = (body: unknown, status = 200, headers: Record<string, string> = {}) => {
  return (response: ServerResponse): void => {
    response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));
  };
};
const receipt = (taxAccept: unknown) => ({ data: { taxAccept } });
const out = { kind: 'DEPARTMENT_OUT' };
const invalid = { kind: 'REJECTED', code: 'RECEIPT_INVALID' };

it.each<[string, (response: ServerResponse) => void, object]>([
  ['approves', says(receipt(approved)), { kind: 'RECEIPT', receipt: { state: 'APPROVED' } }],
  ['null', says(null), out],
  ['a text', says('"APPROVED"'), out],
  ['a list', says([receipt(approved)]), out],
  ['no JSON', says('<html>'), out],
  ['nothing', says(''), out],
  ['data that is a list', says({ data: [] }), out],
  ['data that is a text', says({ data: 'APPROVED' }), out],
  ['errors that are no list', says({ ...receipt(approved), errors: 'none' }), out],
  ['errors that are an object', says({ ...receipt(approved), errors: { message: 'x' } }), out],
  ['an error that is null', says({ ...receipt(approved), errors: [null] }), out],
  ['an error without a message', says({ ...receipt(approved), errors: [{}] }), out],
  ['an error beside the receipt', says({ ...receipt(approved), errors: [{ message: 'x' }] }), out],
  ['an error whose code is a number', says({ errors: [{ message: 'x', extensions: { code: 7 } }] }), out],
  [
    'an error whose code is words',
    says({ errors: [{ message: 'y'.repeat(5000), extensions: { code: '林某 is wrong' } }] }),
    { kind: 'REJECTED', code: 'REJECTED', message: 'y'.repeat(2000) },
  ],
  ['what looks as if we had read it', says({ kind: 'RECEIPT', receipt: { state: 'APPROVED', results: 'none' } }), out],
  ['another field', says({ data: { taxDecide: approved } }), out],
  ['a state that there is not', says(receipt({ state: 'DONE' })), invalid],
  ['results that are no list', says(receipt({ ...approved, results: 'none' })), invalid],
  ['a result without a number', says(receipt({ ...approved, results: [{ documentType: 'd' }] })), invalid],
  ['201 results', says(receipt({ ...approved, results: Array(201).fill({}) })), invalid],
  ['500 with an approval', says(receipt(approved), 500), out],
  ['202 with an approval', says(receipt(approved), 202), out],
  ['302 with an approval', says(receipt(approved), 302, { location: '/elsewhere' }), out],
  ['400 with an approval', says(receipt(approved), 400), out],
  ['400 with a reason', says({ errors: [{ message: 'x', extensions: { code: 'NO' } }] }, 400), { kind: 'REJECTED' }],
  ['400 with null', says('null', 400), out],
  ['429 and when to come again', says('', 429, { 'retry-after': '30' }), { ...out, afterMs: 30_000 }],
  [
    '503 and a day to come again',
    says('', 503, { date: 'Thu, 26 Nov 2026 00:00:00 GMT', 'retry-after': 'Thu, 26 Nov 2026 00:01:00 GMT' }),
    { ...out, afterMs: 60_000 },
  ],
  ['503 and no time', says('', 503, { 'retry-after': 'soon' }), out],
  ['more than is read', says(receipt({ ...approved, more: 'x'.repeat(200_000) })), out],
  ['half of it', (response) => response.write('{"data":{', () => response.destroy()), out],
  ['no word', (response) => response.destroy(), out],
])('a department that answers %s', async (_what, answering, expected) => {
  answer = answering;
  const told = await door.accept(filing, null);
  expect(told).toMatchObject(expected);
  if (expected === out) expect(told).toEqual(out);
});
