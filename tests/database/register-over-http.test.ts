import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { readRegistry, registryOf } from '../../schema/registry.ts';
import { operationText } from '../../scripts/assemble.ts';
import { newbornApplicant } from '../../scripts/newborn-example.ts';
import { startTheirServer, type TheirServer } from './department-systems/their-server.ts';
import { citizen, type Graph, inputFor, planOf, startGraph } from './gateway-of.ts';

/* A department whose register is its own system, asked over HTTP and JSON; nothing else has a register here. */

const key = Buffer.from('a key that the health bureau has as well');
const folder = mkdtempSync(join(tmpdir(), 'yijianshi-systems-'));
let graph: Graph;
let server: TheirServer;
beforeAll(async () => {
  server = await startTheirServer(key, Date.now);
  mkdirSync(join(folder, 'health'));
  const codes = { documentTypes: { 'medical-bill-and-list': 'JSD' } };
  writeFileSync(join(folder, 'health', 'system.yaml'), stringify({ url: server.url, key: 'key', codes }));
  writeFileSync(join(folder, 'health', 'key'), key);
  const registry = registryOf(
    readRegistry().subgraphs.map(
      (row) => (row.code === 'health' ? { ...row, system: 'HTTP_JSON' as const } : row) as typeof row,
    ),
  );
  graph = await startGraph({ registry, systems: folder, registers: null });
});
afterAll(async () => {
  await graph.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Item {
  readonly outcome: string;
  readonly source: { readonly code: string };
  readonly document: { readonly number: string } | null;
}
async function claim(key: string): Promise<Item | undefined> {
  const { evidence: _supplied, ...input } = inputFor(await planOf(graph), { idempotencyKey: key });
  const { requestEvidence } = await graph.ask<{ requestEvidence: { request: { items: ReadonlyArray<Item> } | null } }>(
    { query: operationText('request-evidence'), variables: { input } },
    citizen,
  );
  return requestEvidence.request?.items.find(({ source }) => source.code === 'hospital-settlement');
}

it('shows the citizen what it says, once it answers', async () => {
  expect(await claim('no register')).toMatchObject({ outcome: 'NOT_FOUND', document: null });
  const heard: unknown[] = [];
  server.register = (request) => {
    heard.push(request);
    return { outcome: 'FOUND', number: 'JS-2026-1', trust: 'A', issuedOn: '2026-11-20' };
  };
  expect(await claim('found')).toMatchObject({ outcome: 'FOUND', document: { number: 'JS-2026-1' } });
  expect(heard).toContainEqual(
    expect.objectContaining({
      documentType: 'JSD',
      applicant: expect.objectContaining({ identityNumber: newbornApplicant.identityNumber }),
    }),
  );
  server.interfere = (_request, response) => {
    response.writeHead(503).end();
    return true;
  };
  expect(await claim('out')).toMatchObject({ outcome: 'LATER', document: null });
});
