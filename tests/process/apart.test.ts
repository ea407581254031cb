import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { freePort } from '../../scripts/embedded-postgres.ts';
import { testSecret } from '../database/database.ts';
import { inputFor } from '../database/gateway-of.ts';
import { clientOf, copyProduct, newFolder, runStart, startDatabase, untilCompleted } from './process.ts';

/** Whom the newborn's matters need. */
const departments = ['health', 'community-health', 'public-security', 'medical-insurance', 'tax', 'human-resources'];

/** A copy whose subgraphs listen where nobody else does. */
async function copyWithFreePorts(): Promise<string> {
  const root = copyProduct();
  const file = join(root, 'schema/subgraphs.yaml');
  let registry = readFileSync(file, 'utf8');
  for (const code of ['catalogue', 'journeys', ...departments]) {
    const port = await freePort();
    registry = registry.replace(new RegExp(`(code: ${code},[^}]*127\\.0\\.0\\.1:)\\d+`), `$1${port}`);
  }
  writeFileSync(file, registry);
  return root;
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

it('parts in processes of their own plan, take a file, submit and complete', async () => {
  const root = await copyWithFreePorts();
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const folder = newFolder();
  const gatewayPort = await freePort();
  const environment = {
    DATABASE_URL: await startDatabase('prepared'),
    YIJIANSHI_SECRET: testSecret,
    DATA_DIR: folder,
    GATEWAY_URL: `http://127.0.0.1:${gatewayPort}/graphql`,
  };
  const part = (role: string, port: number) =>
    runStart(['--role', role, '--port', String(port)], { cwd: root, environment });
  const parts: ReadonlyArray<ReadonlyArray<string>> = [
    ['catalogue', 'journeys'],
    departments.slice(0, 3),
    departments.slice(3),
  ];
  const said = parts.flatMap((codes) => {
    const { says } = part(codes.map((code) => `subgraph:${code}`).join(','), 0);
    return codes.map((code) => says(new RegExp(`${code} at`)));
  });
  said.push(part('worker', 0).says(/worker is running/), part('gateway', gatewayPort).says(/gateway at/));
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
});
