import { createHash } from 'node:crypto';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { readRegistry } from '../../schema/registry.ts';
import { freePort } from '../../scripts/embedded-postgres.ts';
import { writeKeys } from '../../scripts/keys.ts';
import { rootSecrets } from '../../scripts/secrets.ts';
import { inwardHeader } from '../../subgraphs/runtime/inward.ts';
import type { SubgraphResponse } from '../../subgraphs/runtime/subgraph.ts';
import { testSecret } from '../database/database.ts';
import { inputFor } from '../database/gateway-of.ts';
import { clientOf, copyProduct, newFolder, runStart, startDatabase, untilCompleted } from './process.ts';
import { type Recorded, replay, startRecorder } from './recorder.ts';

/** Whom the newborn's matters need. */
const departments = ['health', 'community-health', 'public-security', 'medical-insurance', 'tax', 'human-resources'];

/** A copy whose subgraphs listen where nobody else does. */
async function copyWithFreePorts(): Promise<{ root: string; ports: ReadonlyMap<string, number> }> {
  const root = copyProduct();
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const file = join(root, 'schema/subgraphs.yaml');
  let registry = readFileSync(file, 'utf8');
  const ports = new Map<string, number>();
  for (const code of ['catalogue', 'journeys', ...departments]) {
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

it('parts in processes of their own plan, take a file, submit and complete; what a department sees opens no other', async () => {
  const { root, ports } = await copyWithFreePorts();
  const folder = newFolder();
  const gatewayPort = await freePort();
  const keysOf = await keysFor(await startDatabase('prepared'));
  const environment = { DATA_DIR: folder, GATEWAY_URL: `http://127.0.0.1:${gatewayPort}/graphql` };
  const part = (role: string, keys: ReadonlyArray<string>, port = 0) =>
    runStart(['--role', role, '--port', String(port)], {
      cwd: root,
      environment: { ...environment, KEYS_DIR: keysOf(keys) },
    });
  // The tax bureau stands elsewhere, and at its address somebody who writes down what it is asked.
  const taxPort = await freePort();
  const recorded = await startRecorder(ports.get('tax') as number, `http://127.0.0.1:${taxPort}`);
  const said = [['catalogue', 'journeys'], departments.filter((code) => code !== 'tax')].flatMap((codes) => {
    const { says } = part(codes.map((code) => `subgraph:${code}`).join(','), codes);
    return codes.map((code) => says(new RegExp(`${code} at`)));
  });
  said.push(
    part('subgraph:tax', ['tax'], taxPort).says(/tax at/),
    part('worker', ['journeys']).says(/worker is running/),
    part('gateway', ['gateway'], gatewayPort).says(/gateway at/),
  );
  await Promise.all(said);

  const address = `http://127.0.0.1:${gatewayPort}`;
  const client = clientOf(address, folder);
  const plan = await answered(
    () => client.plan(),
    (each) => each?.complete,
  );
  expect(plan).toMatchObject({ complete: true, optimal: true });

  const content = Buffer.from('the scan of a card');
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
  const put = await fetch(new URL(createUpload.upload.url, address), { method: 'PUT', body: content });
  expect(put.status).toBe(201);

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

  const elsewhere = [...ports].filter(([code]) => code !== 'tax').map(([, port]) => `http://127.0.0.1:${port}/graphql`);
  elsewhere.push(`${address}/internal/graphql`);
  const filings = recorded.filter(({ body }) => body.includes('taxAccept'));
  const queries = recorded.filter(({ body }) => body.includes('_entities'));
  expect(filings.length).toBeGreaterThan(0);
  expect(queries.length).toBeGreaterThan(0);
  for (const seen of [filings.at(-1), queries.at(-1)] as ReadonlyArray<Recorded>) {
    expect(seen.headers[inwardHeader]).toBeTruthy();
    for (const url of elsewhere) expect((await replay(url, seen)).status, url).toBe(401);
    // At the gateway's public door it is nobody's word.
    const answer = (await (await replay(`${address}/graphql`, seen)).json()) as SubgraphResponse;
    expect(answer.data).toBeUndefined();
    expect(answer.errors?.[0]?.extensions?.code).toBe('GRAPHQL_VALIDATION_FAILED');
  }
  // Nor for another filing at its own door.
  const [filing] = filings.slice(-1) as [Recorded];
  const changed = { ...filing, body: filing.body.replace('"filing":{"id":"', '"filing":{"id":"x') };
  expect(changed.body).not.toBe(filing.body);
  expect((await replay(`http://127.0.0.1:${taxPort}/graphql`, changed)).status).toBe(401);
});
