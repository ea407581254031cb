import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { Agent, request } from 'undici';
import { expect, it, onTestFinished } from 'vitest';
import { createGateway, type GatewayOptions } from '../../gateway/index.ts';
import { silentLog } from '../../subgraphs/runtime/log.ts';
import { patient } from '../patient.ts';
import { issue } from '../process/certificates.ts';
import { composed, type Part } from './subgraphs.ts';

const part: Part = ['files', 'type Query { a: Int }', { Query: { a: () => 1 } }];
const { gateway: own, files: theirs } = issue('gateway', 'files');
const mutual = ({ ca, ...rest }: typeof own) => ({ ...rest, ca: [ca] });

async function start(options: Partial<GatewayOptions>) {
  const gateway = await createGateway({
    ...patient,
    log: silentLog,
    planning: 'HERE',
    supergraph: { sdl: composed(part) },
    ...options,
  });
  onTestFinished(() => gateway.close());
  return gateway;
}

it('metrics are told at the inner address alone, health at both', async () => {
  const gateway = await start({});
  const [outer, inner] = [await gateway.listen(0, '127.0.0.1'), await gateway.listenInner(0, '127.0.0.1')];
  expect((await fetch(`${outer}/metrics`)).status).toBe(404);
  expect(await (await fetch(`${inner}/metrics`)).text()).toContain('gateway_');
  for (const address of [outer, inner]) {
    expect((await fetch(`${address}/livez`)).status).toBe(200);
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
  }
  const asked = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{ __typename }"}' };
  expect((await fetch(`${outer}/graphql`, asked)).status).toBe(200);
  expect((await fetch(`${inner}/graphql`, asked)).status).toBe(404);
});

it('with mutual TLS the inner address listens to its own alone', async () => {
  const gateway = await start({ innerTls: mutual(own) });
  const address = await gateway.listenInner(0, '127.0.0.1');
  const reach = async (connect: object) => {
    const dispatcher = new Agent({ connect });
    onTestFinished(() => dispatcher.destroy());
    return (await request(`${address}/metrics`, { dispatcher })).statusCode;
  };
  expect(await reach(theirs)).toBe(200);
  await expect(reach({ ca: own.ca })).rejects.toThrow();
  await expect(reach({ ...issue('stranger').stranger, ca: own.ca })).rejects.toThrow();
  expect((await fetch(address.replace('https', 'http')).catch(() => null))?.ok ?? false).toBe(false);
});

/** A subgraph that listens to whoever has a certificate of its authority, and says whose it was. */
async function secure(): Promise<{ readonly url: string; readonly seen: string[] }> {
  const seen: string[] = [];
  const server = createServer({ ...theirs, requestCert: true, rejectUnauthorized: true }, (asked, response) => {
    seen.push(`${(asked.socket as TLSSocket).getPeerCertificate().subject.CN} ${asked.url}`);
    asked.resume().once('end', () => response.end('{"data":{"a":1}}'));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `https://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`, seen };
}

it.each([
  ['its own certificate', mutual(own), ['gateway /graphql', 'gateway /files/t', 'gateway /files/t']],
  ['one of another authority', mutual(issue('stranger').stranger), []],
  ['none', undefined, []],
])('subgraphs are asked, and sent files, with %s', async (_what, tls, seen) => {
  const files = await secure();
  const gateway = await start({
    forward: [{ method: 'PUT', path: '/files/:ticket', subgraph: 'files' }],
    subgraphs: { files: { url: files.url, ...(tls ? { tls } : {}) } },
  });
  const { data, errors } = await gateway.execute({ query: '{ a }' });
  expect(data).toEqual({ a: seen.length > 0 ? 1 : null });
  expect(errors?.[0]?.extensions?.code).toBe(seen.length > 0 ? undefined : 'SUBGRAPH_UNAVAILABLE');
  const { statusCode } = await gateway.app.inject({ method: 'PUT', url: '/files/t', payload: 'x' });
  expect(statusCode).toBe(seen.length > 0 ? 200 : 503);
  expect(files.seen).toEqual(seen);
});
