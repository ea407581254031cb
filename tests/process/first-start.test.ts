import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { freePort } from '../../scripts/free-port.ts';
import { inputFor } from '../database/gateway-of.ts';
import { clientOf, newFolder, runStart, startProduct, stop } from './process.ts';

/** As a stranger. */
const post = async (address: string, body: object): Promise<unknown> => {
  const headers = { 'content-type': 'application/json' };
  return (await fetch(`${address}/graphql`, { method: 'POST', headers, body: JSON.stringify(body) })).json();
};

it('the first start makes everything it needs, keeps it over a clean stop, and starts again', async () => {
  const folder = newFolder();
  const first = await startProduct(folder, await freePort());
  expect(first.output()).toContain('otherCitizen');
  const before = clientOf(first.address, folder);
  const { submission } = await before.submit(inputFor(await before.plan()));
  expect(await stop(first)).toBe(0);

  const manifest = join(folder, 'manifest.json');
  writeFileSync(manifest, JSON.stringify({ operations: [{ id: 'hello', body: '{ __typename }' }] }));
  const watch = await freePort();
  const environment = {
    PERSISTED_MANIFEST: manifest,
    PERSISTED_MODE: 'IDS_FOR_ANONYMOUS',
    METRICS_PORT: String(watch),
  };
  const second = await startProduct(folder, await freePort(), { environment });
  expect(await clientOf(second.address, folder).look(submission?.id ?? '')).not.toBeNull();
  // What the gateway lets in is a setting: strangers ask by names alone.
  expect(await post(second.address, { query: '{ __typename }' })).toMatchObject({
    errors: [{ extensions: { code: 'PERSISTED_OPERATION_REQUIRED' } }],
  });
  expect(await post(second.address, { documentId: 'hello' })).toMatchObject({ data: { __typename: 'Query' } });
  // Whoever runs it looks at an address of its own, where nothing else is answered.
  const look = (path: string) => fetch(`http://127.0.0.1:${watch}${path}`);
  expect(await (await look('/readyz')).json()).toEqual({ status: 'ready' });
  expect(await (await look('/metrics')).text()).toMatch(
    /gateway_operation_seconds_count[\s\S]*background_round_seconds_count\{round="submission_due",outcome="DONE"\}/,
  );
  expect((await look('/graphql')).status).toBe(404);
  // A second start on the same folder says so and leaves the first alone.
  const twice = runStart(['--port', String(await freePort()), '--data', folder]);
  expect(await twice.ended).toBe(1);
  expect(twice.output()).toMatch(/正被进程.*is in use by process/);
  expect(await clientOf(second.address, folder).plan()).toMatchObject({ complete: true });
  expect(await stop(second, 'SIGTERM')).toBe(0);
});
