import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { freePort } from '../../scripts/free-port.ts';
import { pieceBytes } from '../../subgraphs/journeys/domain/pieces.ts';
import { appending, beginSending, written } from '../broken-link.ts';
import { contentOf } from '../database/bringing-of.ts';
import { clientOf, startedFolder, startProduct, stop } from './process.ts';

it('a file is gone on with after the product was killed between its pieces, and again', async () => {
  const folder = await startedFolder();
  const port = await freePort();
  let product = await startProduct(folder, port);
  const content = contentOf(5 * pieceBytes + 77);
  const { createUpload } = await clientOf(product.address, folder).ask<{
    createUpload: { upload: { id: string; url: string } };
  }>('mutation ($input: CreateUploadInput!) { createUpload(input: $input) { upload { id url } } }', {
    input: {
      ...{ fileName: '材料.pdf', contentType: 'application/pdf', bytes: content.length },
      sha256: createHash('sha256').update(content).digest('hex'),
    },
  });
  const { url } = createUpload.upload;
  const pieces = (): number => readdirSync(join(folder, 'upload-pieces')).length;
  const standing = async (place: URL): Promise<number> => {
    const { headers } = await fetch(place, { method: 'HEAD' });
    expect(headers.get('upload-length')).toBe(String(content.length));
    return Number(headers.get('upload-offset'));
  };
  let begins = 0;
  for (const method of ['PUT', 'PATCH']) {
    const place = new URL(url, product.address);
    const headers = method === 'PUT' ? {} : appending(begins, true);
    const { socket } = beginSending(place, `${method} ${url}`, {
      ...headers,
      'content-length': content.length - begins,
    });
    await written(socket, content.subarray(begins, begins + pieceBytes + 9));
    const before = begins / pieceBytes;
    await expect.poll(pieces).toBeGreaterThan(before);
    // Once after the piece was written, whether or not it stands by then, and once when that was told.
    const told = method === 'PUT' ? null : await standing(place);
    await stop(product, 'SIGKILL');
    product = await startProduct(folder, port);
    begins = await standing(new URL(url, product.address));
    expect([before, before + 1]).toContain(begins / pieceBytes);
    expect(begins).toBe(told ?? begins);
  }
  const rest = await fetch(new URL(url, product.address), {
    ...{ method: 'PATCH', headers: appending(begins, true) },
    body: new Uint8Array(content.subarray(begins)),
  });
  expect([rest.status, rest.headers.get('upload-complete')]).toEqual([201, '?1']);
  expect(readdirSync(join(folder, 'uploads'))).toEqual([createUpload.upload.id]);
  expect(await stop(product)).toBe(0);
});
