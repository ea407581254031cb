import { createHash } from 'node:crypto';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Agent, request } from 'undici';
import { expect, it, onTestFinished } from 'vitest';
import { readRegistry } from '../../schema/registry.ts';
import { importCatalogue } from '../../scripts/database.ts';
import { freePort } from '../../scripts/free-port.ts';
import { writeKeys } from '../../scripts/key-files.ts';
import { rootSecrets } from '../../scripts/secrets.ts';
import { pieceBytes } from '../../subgraphs/journeys/domain/pieces.ts';
import { inwardHeader } from '../../subgraphs/runtime/inward.ts';
import { appending, beginSending, written } from '../broken-link.ts';
import { testSecret } from '../database/database.ts';
import { inputFor } from '../database/gateway-of.ts';
import { page, pdf } from '../files.ts';
import { catalogue } from '../pure/planning/catalogue-input.ts';
import { type Certificates, issue, settingsOf } from './certificates.ts';
import { clientOf, copyProduct, newFolder, runStart, startDatabase, untilCompleted } from './process.ts';
import { startRecorder } from './recorder.ts';

/** Whom the newborn's matters need. */
const departments = ['health', 'community-health', 'public-security', 'medical-insurance', 'tax', 'human-resources'];

/** A copy whose subgraphs listen where nobody else does. */
async function copyWithFreePorts(): Promise<{ root: string; ports: ReadonlyMap<string, number> }> {
  const root = copyProduct();
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const file = join(root, 'schema/subgraphs.yaml');
  let registry = readFileSync(file, 'utf8');
  const ports = new Map<string, number>();
  for (const code of [
    'catalogue',
    'journeys',
    'licences',
    'appeals',
    'appointments',
    'supervision',
    'policies',
    ...departments,
  ]) {
    const port = await freePort();
    ports.set(code, port);
    registry = registry.replace(new RegExp(`(code: ${code},[^}]*127\\.0\\.0\\.1:)\\d+`), `$1${port}`);
  }
  writeFileSync(file, registry);
  return { root, ports };
}

/** Folders of keys as they lie on the machines of the parts: each holds those of its own alone. */
async function keysFor(databaseUrl: string): Promise<(parts: ReadonlyArray<string>) => string> {
  const all = newFolder();
  writeKeys(all, await rootSecrets(databaseUrl, testSecret), readRegistry());
  return (parts) => {
    const folder = newFolder();
    for (const part of parts) cpSync(join(all, `${part}.json`), join(folder, `${part}.json`));
    return folder;
  };
}

/** As a client does that was told to try again later: with the same key, so that nothing is done twice. */
async function answered<T>(ask: () => Promise<T>, whole: (answer: T) => boolean | undefined = () => true): Promise<T> {
  for (;;) {
    const answer = await ask().catch((error: unknown) => {
      if (!String(error).includes('"retryable":true')) throw error;
      return null;
    });
    if (answer !== null && whole(answer)) return answer;
    await delay(100);
  }
}

/** A gateway without subgraphs of its own takes what is published, and what is gone back to, as it runs; what is to come is told to whoever asks for it. */
async function followsWhatIsPublished(address: string, databaseUrl: string): Promise<void> {
  const publish = (name: string, holdsFrom: string) => {
    const lifeEvents = catalogue.publication.lifeEvents.map(({ content, ...event }) => ({
      ...event,
      content: { ...content, title: { zh: name, en: name } },
    }));
    const publication = { ...catalogue.publication, contentHash: name, lifeEvents };
    const { departments } = catalogue;
    return importCatalogue(databaseUrl, { publication, departments }, readRegistry(), undefined, holdsFrom);
  };
  const titleOn = async (headers: Record<string, string> = {}): Promise<string> => {
    const query = '{ lifeEvent(code: "newborn", region: "330381000000") { title } }';
    const answer = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query }),
    });
    return answer.text();
  };
  const before = await titleOn();
  await publish('后来的一件事', '2098-01-01');
  await publish('现在的一件事', '2020-01-01');
  while (!(await titleOn()).includes('现在的一件事')) await delay(50);
  expect(await titleOn({ 'catalogue-date': '2098-01-01' })).toContain('后来的一件事');
  expect(await titleOn({ 'catalogue-date': '2019-12-31' })).toBe(before);
  expect(await titleOn({ 'catalogue-date': '2026-02-30' })).toContain('INVALID_CATALOGUE_DATE');
}

/** Puts a file, of which a piece and something comes before the link breaks, and goes on with it. */
async function bringOverBrokenLink(place: URL, content: Buffer): Promise<void> {
  const { socket } = beginSending(place, `PUT ${place.pathname}`, { 'content-length': content.length });
  await written(socket, content.subarray(0, pieceBytes + 100));
  // What has come is passed on while more may come.
  await delay(3000);
  socket.destroy();
  const { headers } = await fetch(place, { method: 'HEAD' });
  const begins = Number(headers.get('upload-offset'));
  expect(begins).toBe(pieceBytes);
  const body = new Uint8Array(content.subarray(begins));
  const rest = await fetch(place, { method: 'PATCH', headers: appending(begins, true), body });
  expect([rest.status, rest.headers.get('upload-complete')]).toEqual([201, '?1']);
}

interface File {
  readonly download: { readonly url: string };
}
/** Plans, sends a file, submits, waits until all is done, and takes the file back. */
async function submitAndComplete(address: string, folder: string): Promise<void> {
  const client = clientOf(address, folder);
  const plan = await answered(
    () => client.plan(),
    (each) => each?.complete,
  );
  expect(plan).toMatchObject({ complete: true, optimal: true });

  const content = pdf([page, `(the scan of a card${' '.repeat(2 * pieceBytes)})`]);
  const announced = {
    fileName: 'card.pdf',
    contentType: 'application/pdf',
    bytes: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
  };
  const { createUpload } = await client.ask<{ createUpload: { upload: { id: string; url: string } } }>(
    'mutation Upload($input: CreateUploadInput!) { createUpload(input: $input) { upload { id url } } }',
    { input: announced },
  );
  await bringOverBrokenLink(new URL(createUpload.upload.url, address), content);

  const [first, ...others] = plan.materials.map(({ id }) => id);
  const evidence = [
    { material: first, upload: createUpload.upload.id },
    ...others.map((id) => ({ material: id, bringToCounter: true })),
  ];
  const input = inputFor(plan, { evidence });
  const { submission, problems } = await answered(() => client.submit(input));
  expect(problems).toEqual([]);
  const seen = await untilCompleted(client, submission);
  expect(seen.timeline.filter(({ event }) => event === 'APPROVED')).toHaveLength(7);

  // Every result comes into the vault, whatever runs where.
  const { licences } = await answered(
    () => client.ask<{ licences: { totalCount: number } }>('{ licences { totalCount } }', {}),
    (each) => each.licences.totalCount >= seen.results.length,
  );
  expect(licences.totalCount).toBe(seen.results.length);

  const { submission: shown } = await client.ask<{
    submission: { filings: ReadonlyArray<{ files: ReadonlyArray<File> }> };
  }>('query ($id: ID!) { submission(id: $id) { filings { files { download { url } } } } }', { id: submission?.id });
  const [file] = shown.filings.flatMap(({ files }) => files);
  const given = (headers: Record<string, string>) => fetch(new URL(file?.download.url ?? '', address), { headers });
  expect((await given({})).status).toBe(403);
  const whole = await given(client.authorization);
  expect([whole.status, whole.headers.get('content-length')]).toEqual([200, String(content.length)]);
  expect(Buffer.from(await whole.arrayBuffer()).equals(content)).toBe(true);
  expect((await given(client.authorization)).status).toBe(410);
}

/** Where everybody finds the gateway, and what it is told of itself. */
async function gatewayPorts(tls = false) {
  const [port, inner] = [await freePort(), await freePort()];
  const settings = { INNER_PORT: String(inner), GATEWAY_URL: `${tls ? 'https' : 'http'}://127.0.0.1:${inner}` };
  return { port, settings, address: `http://127.0.0.1:${port}`, innerAddress: settings.GATEWAY_URL };
}

it('parts in processes of their own plan, take a file, submit and complete; what a department sees opens no other', async () => {
  const { root, ports } = await copyWithFreePorts();
  const folder = newFolder();
  const { port: gatewayPort, settings, address, innerAddress } = await gatewayPorts();
  const databaseUrl = await startDatabase('prepared');
  const keysOf = await keysFor(databaseUrl);
  const part = (role: string, keys: ReadonlyArray<string>, port = 0) =>
    runStart(['--role', role, '--port', String(port)], {
      cwd: root,
      environment: { ...settings, DATA_DIR: folder, KEYS_DIR: keysOf(keys) },
    });
  // The tax bureau stands elsewhere, and at its address somebody who writes down what it is asked.
  const taxPort = await freePort();
  const others = [...ports].filter(([code]) => code !== 'tax').map(([, port]) => `http://127.0.0.1:${port}/graphql`);
  const inner = `${innerAddress}/internal/graphql`;
  const outer = `${address}/graphql`;
  const recorded = await startRecorder(ports.get('tax') as number, `http://127.0.0.1:${taxPort}/graphql`, [
    ...others,
    inner,
    outer,
  ]);
  const said = [
    ['catalogue', 'journeys', 'licences', 'appeals', 'appointments', 'supervision', 'policies'],
    departments.filter((code) => code !== 'tax'),
  ].flatMap((codes) => {
    const { says } = part(codes.map((code) => `subgraph:${code}`).join(','), codes);
    return codes.map((code) => says(new RegExp(`${code} at`)));
  });
  const workerPort = await freePort();
  const worker = part(
    'worker',
    ['journeys', 'licences', 'appeals', 'appointments', 'supervision', 'policies'],
    workerPort,
  );
  said.push(
    part('subgraph:tax', ['tax'], taxPort).says(/tax at/),
    worker.says(/worker is running/),
    part('gateway', ['gateway'], gatewayPort).says(/gateway at/),
  );
  await Promise.all(said);
  await submitAndComplete(address, folder);

  await followsWhatIsPublished(address, databaseUrl);

  const probed = await fetch(`http://127.0.0.1:${workerPort}/readyz`);
  expect([probed.status, await probed.json()]).toEqual([200, { status: 'ready' }]);
  for (const path of ['/metrics', '/internal/graphql']) expect((await fetch(address + path)).status).toBe(404);
  expect(await (await fetch(`${innerAddress}/metrics`)).text()).toContain('gateway_requests_under_way');

  const everything = await recorded();
  for (const what of ['taxAccept', '_entities']) {
    const seen = everything.filter(({ body }) => body.includes(what));
    expect(seen.length, what).toBeGreaterThan(0);
    for (const { headers, answers, elsewhere } of seen) {
      expect(headers[inwardHeader]).toBeTruthy();
      // Said again where it was meant for, it does nothing again: it is answered the same, or, of what was paid since, how it stands.
      expect(answers[0][0]).toBe(200);
      if (answers[0][1]?.includes('AWAITING_PAYMENT')) expect(answers[1][1]).toMatch(/AWAITING_PAYMENT|APPROVED/);
      else expect(answers[1]).toEqual(answers[0]);
      for (const door of [...others, inner]) expect(elsewhere.get(door)?.[0], `${what} at ${door}`).toBe(401);
      // At the public door it is nobody's word, and asks for what there is not.
      expect(elsewhere.get(outer)?.[1]).not.toContain('"data"');
      if (what === 'taxAccept') expect(elsewhere.get('another body')?.[0]).toBe(401);
    }
  }
});

it('parts complete a submission over mutual TLS; without a certificate of theirs nobody is listened to', async () => {
  const { root, ports } = await copyWithFreePorts();
  const folder = newFolder();
  const { port: gatewayPort, settings, address, innerAddress } = await gatewayPorts(true);
  const keysOf = await keysFor(await startDatabase('prepared'));
  const { front, back } = issue('front', 'back');
  const part = (role: string, keys: ReadonlyArray<string>, certificates: Certificates, port = 0) =>
    runStart(['--role', role, '--port', String(port)], {
      cwd: root,
      environment: {
        ...settings,
        ...settingsOf(newFolder(), certificates),
        DATA_DIR: folder,
        KEYS_DIR: keysOf(keys),
      },
    });
  const behind = [
    'journeys',
    'licences',
    'appeals',
    'appointments',
    'supervision',
    'policies',
    ...departments.slice(0, 3),
  ];
  const before = ['catalogue', ...departments.slice(3)];
  const roles = (codes: ReadonlyArray<string>) => codes.map((code) => `subgraph:${code}`).join(',');
  const { says } = part(roles(behind), behind, back);
  const gateway = part(
    `gateway,worker,${roles(before)}`,
    ['gateway', 'journeys', 'licences', 'appeals', 'appointments', 'supervision', 'policies', ...before],
    front,
    gatewayPort,
  );
  await Promise.all([...behind.map((code) => says(new RegExp(`${code} at https:`))), gateway.says(/gateway at http:/)]);
  await submitAndComplete(address, folder);

  const { stranger } = issue('stranger');
  const doors = [innerAddress, ...[...ports.values()].map((port) => `https://127.0.0.1:${port}`)];
  const reach = async (url: string, certificates: Partial<Certificates>) => {
    const dispatcher = new Agent({ connect: certificates });
    onTestFinished(() => dispatcher.destroy());
    const { statusCode, body } = await request(`${url}/livez`, { dispatcher });
    await body.dump();
    return statusCode;
  };
  for (const door of doors) {
    expect(await reach(door, back), door).toBe(200);
    await expect(reach(door, { ca: back.ca }), door).rejects.toThrow();
    await expect(reach(door, { ...stranger, ca: back.ca }), door).rejects.toThrow();
    await expect(fetch(`${door.replace('https', 'http')}/livez`), door).rejects.toThrow();
  }
});
