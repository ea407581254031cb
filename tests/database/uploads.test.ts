import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { page, pdf } from '../files.ts';
import { citizen, type Graph, startGraph } from './gateway-of.ts';

const noon = Date.parse('2026-11-24T04:00:00Z');
let now = noon;
let graph: Graph;
beforeAll(async () => {
  graph = await startGraph({ now: () => now });
});
afterAll(() => graph.close());
beforeEach(() => {
  now = noon;
});

interface Upload {
  readonly id: string;
  readonly url: string;
}
async function announce(content: Buffer, contentType = 'application/pdf', fileName = 'a.pdf'): Promise<Upload> {
  const sha256 = createHash('sha256').update(content).digest('hex');
  const { createUpload } = await graph.ask<{ createUpload: { upload: Upload } }>(
    {
      query: 'mutation ($input: CreateUploadInput!) { createUpload(input: $input) { upload { id url } } }',
      variables: { input: { fileName, contentType, bytes: content.length, sha256 } },
    },
    citizen,
  );
  return createUpload.upload;
}
async function put({ url }: Upload, payload: Buffer): Promise<{ readonly status: number; readonly code?: string }> {
  const headers = { 'content-type': 'application/pdf' };
  const answer = await graph.gateway.app.inject({ method: 'PUT', url, headers, payload });
  return { status: answer.statusCode, code: answer.json().code };
}
const kept = (id = ''): ReadonlyArray<string> =>
  readdirSync(join(graph.folder, 'uploads')).filter((name) => name.startsWith(id));

describe('a file that is put', () => {
  it.each([
    ['of another type', Buffer.from('just words'), 'UPLOAD_CONTENT'],
    ['that is not whole', pdf().subarray(0, 20), 'UPLOAD_DAMAGED'],
    ['with a password', pdf([page], '/Encrypt 1 0 R'), 'UPLOAD_LOCKED'],
    ['that runs something', pdf([page, '/JavaScript']), 'UPLOAD_ACTIVE'],
    ['of many pages', pdf(Array.from({ length: 201 }, () => page)), 'UPLOAD_PAGES'],
  ])('%s is refused by a code and not kept', async (_what, content, code) => {
    const upload = await announce(content);
    expect(await put(upload, content)).toEqual({ status: 422, code });
    expect(kept(upload.id)).toEqual([]);
  });

  it('ten times at once is taken once', async () => {
    const content = pdf();
    const upload = await announce(content);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_each, index) =>
        graph.gateway.app.inject({
          method: 'PUT',
          url: upload.url,
          headers: { 'content-type': 'application/pdf' },
          remoteAddress: `127.0.0.${index + 1}`,
          payload: content,
        }),
      ),
    );
    const statuses = answers.map(({ statusCode }) => statusCode);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    // Who comes when all places are taken is told to come again.
    expect(statuses.filter((status) => ![201, 409, 503].includes(status))).toEqual([]);
    expect(kept(upload.id)).toEqual([upload.id]);
  });
});
