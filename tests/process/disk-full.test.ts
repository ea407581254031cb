import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { freePort } from '../../scripts/free-port.ts';
import { inputFor } from '../database/gateway-of.ts';
import { page, pdf } from '../files.ts';
import { prepareDataFolder } from '../prepared.ts';
import { clientOf, startProduct, stop, untilCompleted } from './process.ts';

/** A small disk of its own, which only root may make on Linux; null: it may not be made here. */
function smallDisk(megabytes: number): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'yijianshi-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    rmSync(folder, { recursive: true });
    return null;
  }
  onTestFinished(() => {
    execFileSync('umount', ['-l', folder]);
    rmSync(folder, { recursive: true, force: true });
  });
  chmodSync(folder, 0o755);
  return folder;
}
/** Until nothing fits any more. */
function fill(file: string): void {
  for (const piece of [1 << 20, 1 << 12])
    for (;;)
      try {
        appendFileSync(file, Buffer.alloc(piece, 1));
      } catch {
        break;
      }
}

it('a disk that is full is told as such, keeps nothing by halves, and once it has room all goes on', async (context) => {
  const disk = smallDisk(400);
  if (disk === null) return context.skip('only root may mount a small disk, and on Linux alone');
  await prepareDataFolder(disk);
  const product = await startProduct(disk, await freePort());
  const client = clientOf(product.address, disk);
  const plan = await client.plan();
  const before = await client.submit(inputFor(plan, { idempotencyKey: 'before' }));
  const content = pdf([page, `(${'x'.repeat(2_000_000)})`]);
  const { createUpload } = await client.ask<{ createUpload: { upload: { id: string; url: string } } }>(
    'mutation ($input: CreateUploadInput!) { createUpload(input: $input) { upload { id url } } }',
    {
      input: {
        ...{ fileName: '材料.pdf', contentType: 'application/pdf', bytes: content.length },
        sha256: createHash('sha256').update(content).digest('hex'),
      },
    },
  );
  const put = async (): Promise<readonly [number, unknown]> => {
    const response = await fetch(`${product.address}${createUpload.upload.url}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/pdf' },
      body: new Uint8Array(content),
    });
    return [response.status, await response.json()];
  };

  fill(join(disk, 'full'));
  const input = inputFor(plan, { idempotencyKey: 'while it is full' });
  await expect(client.submit(input)).rejects.toThrow('STORE_UNAVAILABLE');
  const [status, told] = await put();
  expect(status).toBe(503);
  expect(JSON.stringify(told)).toContain('STORE_UNAVAILABLE');
  expect(readdirSync(join(disk, 'uploads'))).toEqual([]);

  rmSync(join(disk, 'full'));
  expect((await put())[0]).toBe(201);
  const after = await client.submit(input);
  expect(after.problems).toEqual([]);
  for (const { submission } of [before, after]) await untilCompleted(client, submission);
  expect((await client.submit(input)).submission?.id).toBe(after.submission?.id);
  expect(await stop(product)).toBe(0);
});
