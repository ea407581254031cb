import { createHash, createHmac, createSecretKey, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';
import { Agent, getGlobalDispatcher, setGlobalDispatcher } from 'undici';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createKeptFiles } from '../../subgraphs/journeys/kept-files.ts';
import { type Blobs, createFolder, StorageOut } from '../../subgraphs/runtime/blobs.ts';
import { type BucketSettings, createBucket } from '../../subgraphs/runtime/bucket.ts';
import { createInnerServer } from '../../subgraphs/runtime/inner-port.ts';
import { silentLog } from '../../subgraphs/runtime/log.ts';
import { createSealer } from '../../subgraphs/runtime/personal-data.ts';

/* One suite for every place that keeps files: a folder, and a bucket of a server that speaks S3 over HTTP. */

const root = mkdtempSync(join(tmpdir(), 'yijianshi-blobs-'));
const settings = { bucket: 'uploads', region: 'us-east-1', accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };
const before = getGlobalDispatcher();
const agent = new Agent();
let server: S3rver;
let endpoint: string;
beforeAll(async () => {
  server = new S3rver({
    ...{ port: 0, address: '127.0.0.1', silent: true, directory: join(root, 's3') },
    configureBuckets: [{ name: settings.bucket, configs: [] }],
  });
  const { port } = await server.run();
  endpoint = `http://127.0.0.1:${port}`;
  // As in the subgraph, which speaks to payment orders by undici: `fetch` then goes by it too.
  setGlobalDispatcher(agent);
});
afterAll(async () => {
  setGlobalDispatcher(before);
  await agent.close();
  await server.close();
  rmSync(root, { recursive: true, force: true });
});

const bucket = (more: Partial<BucketSettings> = {}): Blobs => createBucket({ ...settings, endpoint, ...more }, 'kept');
const places: Readonly<Record<string, () => Blobs>> = {
  'a folder': () => createFolder(join(root, 'folder')),
  'a bucket': () => bucket(),
};
const key = createSecretKey(randomBytes(32));
const sealing = { id: 3, key, suite: 'INTERNATIONAL' } as const;
const sealer = createSealer({ sealing, find: (id) => (id === 3 ? sealing : undefined) });
async function all(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const found: Uint8Array[] = [];
  for await (const piece of pieces) found.push(piece);
  return Buffer.concat(found);
}

describe.each(Object.keys(places))('%s', (name) => {
  let blobs: Blobs;
  beforeAll(() => {
    blobs = (places[name] as () => Blobs)();
  });

  it.each([0, 1, 64 * 1024 + 1, 3 * 1024 * 1024])('gives %d bytes back as they were', async (length) => {
    const content = randomBytes(length);
    await blobs.write('a', content);
    expect((await blobs.read('a'))?.equals(content)).toBe(true);
    const blob = await blobs.open('a');
    expect((await all(blob.read())).equals(content)).toBe(true);
    expect((await all(blob.read())).equals(content)).toBe(true);
    await blob.close();
  });

  it('knows what is not there', async () => {
    expect([await blobs.read('none'), await blobs.has('none'), await blobs.begin('none', 3)]).toEqual([
      null,
      false,
      null,
    ]);
    await expect(blobs.open('none').then(async (blob) => all(blob.read()))).rejects.toThrow();
    await blobs.remove('none');
  });

  it('writes anew, begins, and removes', async () => {
    await blobs.write('b', Buffer.from('first'));
    await blobs.write('b', Buffer.from('second'));
    expect(String(await blobs.read('b'))).toBe('second');
    expect(String(await blobs.begin('b', 3))).toBe('sec');
    expect(String(await blobs.begin('b', 300))).toBe('second');
    expect(await blobs.has('b')).toBe(true);
    await blobs.remove('b');
    expect(await blobs.has('b')).toBe(false);
    await blobs.removeLeft(Date.now() + 1000);
  });

  it('never gives half of one and half of another: reading goes on as before, or ends', async () => {
    await blobs.write('c', Buffer.from('before'));
    const blob = await blobs.open('c');
    await blobs.write('c', Buffer.from('afterwards'));
    const read = await all(blob.read()).then(String, (error: unknown) =>
      error instanceof StorageOut ? 'ENDED' : error,
    );
    await blob.close();
    expect(read).toBe(name === 'a folder' ? 'before' : 'ENDED');
  });

  it('keeps citizens’ files sealed, piece by piece', async () => {
    const files = createKeptFiles(blobs, sealer);
    const content = Buffer.from('plain words '.repeat(20_000));
    await files.write('d', content);
    expect((await all(files.pieces('d'))).equals(content)).toBe(true);
    expect((await files.read('d'))?.equals(content)).toBe(true);
    const kept = (await blobs.read('d')) as Buffer;
    expect(
      kept.includes('plain words') || kept.includes(Buffer.from('plain words').toString('base64').slice(0, 12)),
    ).toBe(false);
    kept[kept.length - 1] = (kept.at(-1) as number) ^ 1;
    await blobs.write('d', kept);
    await expect(all(files.pieces('d'))).rejects.toThrow();
  });
});

/** Storage that behaves otherwise, until the test ends. */
async function storage(answer: RequestListener): Promise<{ readonly endpoint: string }> {
  const other = createServer(answer);
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    other.closeAllConnections();
    other.close();
  });
  return { endpoint: `http://127.0.0.1:${(other.address() as AddressInfo).port}` };
}
/** By the specification, apart from the client's own library: `s3rver` does not look at what is signed. */
function signatureOf({ method = '', url = '', headers }: IncomingMessage, secret: string): string {
  const [, day = '', region = '', names = ''] =
    /Credential=[^/]+\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+)/.exec(headers.authorization ?? '') ??
    [];
  const canonical = [
    ...[method, url, ''],
    ...names.split(';').map((name) => `${name}:${headers[name]}`),
    ...['', names, headers['x-amz-content-sha256']],
  ].join('\n');
  const hmac = (by: string | Buffer, of: string): Buffer => createHmac('sha256', by).update(of).digest();
  const scope = `${day}/${region}/s3/aws4_request`;
  const digest = createHash('sha256').update(canonical).digest('hex');
  const signing = ['s3', 'aws4_request'].reduce<Buffer>(hmac, hmac(hmac(`AWS4${secret}`, day), region));
  return hmac(signing, ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, digest].join('\n')).toString('hex');
}
const signatureIn = ({ headers }: IncomingMessage): string | undefined =>
  /Signature=(\w+)/.exec(headers.authorization ?? '')?.[1];
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'DONE',
    (error: unknown) => (error instanceof StorageOut ? error.code : error),
  );
/** Whatever is asked of it. */
const everything = (blobs: Blobs): ReadonlyArray<() => Promise<unknown>> => [
  () => blobs.write('x', Buffer.from('x')),
  () => blobs.read('x'),
  () => blobs.has('x'),
  () => blobs.begin('x', 3),
  () => blobs.open('x'),
  () => blobs.remove('x'),
];

describe('a bucket that cannot be used is an outage, never an absence:', () => {
  it('a key that nobody knows', async () => {
    await bucket().write('x', Buffer.from('x'));
    for (const ask of everything(bucket({ accessKeyId: 'another' }))) expect(await codeOf(ask())).toBe('STORAGE_403');
  });

  it('a wrong key: what is asked is signed (AWS Signature Version 4)', async () => {
    const { endpoint: strict } = await storage((request, response) => {
      const isSigned = signatureOf(request, settings.secretAccessKey) === signatureIn(request);
      response.writeHead(isSigned ? 200 : 403, { etag: '"1"' }).end();
    });
    for (const ask of everything(bucket({ endpoint: strict })))
      expect(await codeOf(ask().then(() => null))).toBe('DONE');
    for (const ask of everything(bucket({ endpoint: strict, secretAccessKey: 'another' })))
      expect(await codeOf(ask())).toBe('STORAGE_403');
  });

  it('out of reach', async () => {
    for (const ask of everything(bucket({ endpoint: 'http://127.0.0.1:9' })))
      expect(await codeOf(ask())).toBe('STORAGE_UNREACHABLE');
  });

  it('slow', async () => {
    const { endpoint: slow } = await storage(() => {});
    for (const ask of everything(bucket({ endpoint: slow, deadlineMs: 50 })))
      expect(await codeOf(ask())).toBe('STORAGE_LATE');
  });

  it('full', async () => {
    const { endpoint: full } = await storage((_request, response) => response.writeHead(507).end());
    for (const ask of everything(bucket({ endpoint: full, deadlineMs: 5000 })))
      expect(await codeOf(ask())).toBe('STORAGE_507');
  });

  it('one that there is not', async () => {
    expect(await codeOf(bucket({ bucket: 'elsewhere' }).write('x', Buffer.from('x')))).toBe('STORAGE_404');
  });

  it('one that breaks off', async () => {
    const { endpoint: broken } = await storage((_request, response) => {
      response.writeHead(200, { 'content-length': '100', etag: '"1"' });
      response.write('half');
      setTimeout(() => response.destroy(), 20);
    });
    expect(await codeOf(bucket({ endpoint: broken }).read('x'))).toBe('STORAGE_BROKE_OFF');
  });

  it('is told how long a file is: storage refuses one of unknown length', async () => {
    const told: unknown[] = [];
    const { endpoint: asking } = await storage((request, response) => {
      told.push([request.headers['content-length'], request.headers['transfer-encoding']]);
      request.resume();
      response.end();
    });
    await bucket({ endpoint: asking }).write('x', Buffer.alloc(100_000));
    await bucket({ endpoint: asking }).write('x', Buffer.alloc(0));
    expect(told).toEqual([
      ['100000', undefined],
      ['0', undefined],
    ]);
  });

  it('one that fails once is asked again', async () => {
    let asked = 0;
    const { endpoint: shaky } = await storage((_request, response) => {
      asked += 1;
      response.writeHead(asked === 1 ? 503 : 200).end('x');
    });
    expect(String(await bucket({ endpoint: shaky }).read('x'))).toBe('x');
    expect(asked).toBe(2);
  });
});

it('whoever brings a file meanwhile is told to come again', async () => {
  const app = createInnerServer({ verify: null, tls: null }, 1000, silentLog);
  app.put('/x', () => bucket({ endpoint: 'http://127.0.0.1:9' }).write('x', Buffer.from('x')));
  const answer = await app.inject({ method: 'PUT', url: '/x' });
  expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '1']);
  expect(answer.body).toContain('STORE_UNAVAILABLE');
  await app.close();
});
