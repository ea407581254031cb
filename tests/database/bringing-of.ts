import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import S3rver from 's3rver';
import { expect } from 'vitest';
import type { AssembleOptions } from '../../scripts/assemble.ts';
import { pieceBytes } from '../../subgraphs/journeys/domain/pieces.ts';
import { createKeptFiles } from '../../subgraphs/journeys/kept-files.ts';
import { createFolder, type Storage, StorageOut } from '../../subgraphs/runtime/blobs.ts';
import { createBucket } from '../../subgraphs/runtime/bucket.ts';
import { appending, beginSending, type Sending, written } from '../broken-link.ts';
import { page, pdf } from '../files.ts';
import { citizen, type Graph, startGraph } from './gateway-of.ts';
import { sealerOf } from './keys.ts';

/** A file of as many bytes, no two pieces of it alike. */
export function contentOf(bytes = 3 * pieceBytes + 1000): Buffer {
  const frame = pdf([page, '()']).length;
  return pdf([
    page,
    `(${randomBytes(bytes)
      .toString('hex')
      .slice(0, bytes - frame)})`,
  ]);
}

export interface Upload {
  readonly id: string;
  readonly url: string;
}
/** What HEAD says. */
export interface Stands {
  readonly status: number;
  readonly offset?: string;
  readonly length?: string;
  readonly complete?: string;
  readonly limit?: string;
}
export interface Answered {
  readonly status: number;
  readonly code?: string;
  readonly offset: string | null;
  readonly complete: string | null;
}
export interface PieceRow {
  readonly id: string;
  readonly upload: string;
  readonly begins: number;
  readonly stands: boolean;
}
export type StoragePlace = 'the data folder' | 'a bucket of S3';

const bucket = { bucket: 'citizens', region: 'us-east-1', accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };

/** The whole product behind real connections, with files in one of the places where files are kept. */
export async function startBringing(place: StoragePlace, options: Partial<AssembleOptions> = {}) {
  const root = mkdtempSync(join(tmpdir(), 'yijianshi-bringing-'));
  const s3 = new S3rver({
    ...{ port: 0, address: '127.0.0.1', silent: true, directory: join(root, 's3') },
    configureBuckets: [{ name: bucket.bucket, configs: [] }],
  });
  const endpoint = `http://127.0.0.1:${(await s3.run()).port}`;
  const state = {
    isOut: false,
    isRemoving: true,
    /** While something is written. */
    writing: async (_kind: string): Promise<void> => {},
  };
  const storage: Storage = (kind) => {
    const blobs =
      place === 'the data folder'
        ? createFolder(join(root, 'kept', kind))
        : createBucket({ ...bucket, endpoint }, kind);
    return {
      ...blobs,
      write: async (name, content) => {
        if (state.isOut) throw new StorageOut('OUT');
        await state.writing(kind);
        await blobs.write(name, content);
      },
      remove: async (name) => {
        if (!state.isRemoving) throw new StorageOut('OUT');
        await blobs.remove(name);
      },
    };
  };
  const graph = await startGraph({ storage, ...options });
  const address = new URL(await graph.gateway.listen(0, '127.0.0.1'));
  /** Links that the gateway has noticed the end of, by the port they came from. */
  const ended = new Set<number | undefined>();
  const links = new Map<number | undefined, Socket>();
  graph.gateway.app.server.on('connection', (socket: Socket) => {
    const { remotePort } = socket;
    links.set(remotePort, socket);
    socket.once('close', () => ended.add(remotePort));
  });
  const admin = postgres(graph.database.adminUrl, { max: 2, onnotice: () => {} });
  const replicas: Graph[] = [];

  const announce = async (
    content: Buffer,
    contentType = 'application/pdf',
    bytes = content.length,
  ): Promise<Upload> => {
    const sha256 = createHash('sha256').update(content).digest('hex');
    const variables = { input: { fileName: 'a.pdf', contentType, bytes, sha256 } };
    const query = 'mutation ($input: CreateUploadInput!) { createUpload(input: $input) { upload { id url } } }';
    const { createUpload } = await graph.ask<{ createUpload: { upload: Upload } }>({ query, variables }, citizen);
    return createUpload.upload;
  };
  const stands = async ({ url }: Pick<Upload, 'url'>, at = address): Promise<Stands> => {
    const { status, headers } = await fetch(new URL(url, at), { method: 'HEAD' });
    const said = ['offset', 'length', 'complete', 'limit'].map((name) => [name, headers.get(`upload-${name}`)]);
    return { status, ...Object.fromEntries(said.filter(([, value]) => value !== null)) };
  };
  /** Bytes of a request that goes on with a file, whole. */
  const patch = async (
    { url }: Pick<Upload, 'url'>,
    begins: number,
    part: Buffer,
    { isLast = true, at = address, more = {} }: { isLast?: boolean; at?: URL; more?: Record<string, string> } = {},
  ): Promise<Answered> => {
    const answer = await fetch(new URL(url, at), {
      method: 'PATCH',
      headers: { ...appending(begins, isLast), ...more },
      body: new Uint8Array(part),
    });
    const text = await answer.text();
    const said =
      text === '' ? {} : (JSON.parse(text) as { code?: string; errors?: [{ extensions: { code: string } }] });
    const code = said.code ?? said.errors?.[0].extensions.code;
    const [offset, complete] = ['upload-offset', 'upload-complete'].map((name) => answer.headers.get(name));
    return { status: answer.status, ...(code ? { code } : {}), offset: offset ?? null, complete: complete ?? null };
  };
  const begin = (
    method: 'PUT' | 'PATCH',
    { url }: Pick<Upload, 'url'>,
    headers: Record<string, string | number>,
    at = address,
  ): Sending => beginSending(at, `${method} ${url}`, headers);
  /** Names of what the storage keeps of a kind. */
  const kept = (kind: string, id = ''): ReadonlyArray<string> => {
    const folder = place === 'the data folder' ? join(root, 'kept', kind) : join(root, 's3', bucket.bucket, kind);
    if (!existsSync(folder)) return [];
    const names = readdirSync(folder).filter((name) => place === 'the data folder' || name.endsWith('_object'));
    return names.map((name) => name.replace('._S3rver_object', '')).filter((name) => name.startsWith(id));
  };
  const pieces = async (upload: Pick<Upload, 'id'>): Promise<ReadonlyArray<PieceRow>> =>
    admin<PieceRow[]>`
      select id, upload, begins, stands from journeys.upload_pieces where upload = ${upload.id} order by begins, id`;
  return {
    graph,
    address,
    admin,
    state,
    storage,
    announce,
    stands,
    offsetOf: async (upload: Pick<Upload, 'url'>, at = address) => Number((await stands(upload, at)).offset),
    patch,
    begin,
    put: (upload: Upload, content: Buffer, at = address): Sending =>
      begin(
        'PUT',
        upload,
        { 'content-type': 'application/pdf', 'content-length': content.length, connection: 'close' },
        at,
      ),
    kept,
    pieces,
    /** Of the data folder. */
    pathOf: (kind: string, id: string): string => join(root, 'kept', kind, id),
    async turnOf({ id }: Pick<Upload, 'id'>): Promise<number> {
      const [row] = await admin<[{ turn: number }]>`select turn from journeys.uploads where id = ${id}`;
      return row.turn;
    },
    /** Breaks the link once so many bytes are on their way, and waits until the gateway has noticed. */
    async cut({ socket }: Sending, part: Buffer): Promise<void> {
      await written(socket, part);
      const { localPort } = socket;
      socket.destroy();
      await expect.poll(() => ended.has(localPort)).toBe(true);
    },
    /** Bytes of a request, of its head as well, that the gateway has read. */
    read: ({ socket }: Sending): number => links.get(socket.localPort)?.bytesRead ?? 0,
    /** Another process of the same installation: the address of its gateway. */
    async replica(): Promise<URL> {
      const other = await startGraph({ storage, ...options }, undefined, graph.database);
      replicas.push(other);
      return new URL(await other.gateway.listen(0, '127.0.0.1'));
    },
    /** It is there, as it was, and nothing is left of how it came. */
    async expectWhole(upload: Upload, content: Buffer): Promise<void> {
      const sealer = await sealerOf(graph.database.adminUrl, 'journeys');
      const stored = await createKeptFiles(storage('uploads'), sealer).read(upload.id);
      expect(stored?.equals(content)).toBe(true);
      expect(await pieces(upload)).toEqual([]);
      expect(kept('upload-pieces', upload.id)).toEqual([]);
    },
    async close(): Promise<void> {
      await admin.end();
      for (const other of replicas) await other.stop();
      await graph.close();
      await s3.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
export type Bringing = Awaited<ReturnType<typeof startBringing>>;
