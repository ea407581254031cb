import { AwsClient } from 'aws4fetch';
import { type Blobs, StorageOut } from './blobs.ts';

/** A bucket of S3-compatible storage, its name in the path. */
export interface BucketSettings {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Until an answer begins, in milliseconds. */
  readonly deadlineMs?: number;
}

const defaultDeadlineMs = 10_000;
/** Every call does the same when it is done twice. */
const retries = 2;
const firstPauseMs = 100;

/** Everything below one name of a bucket. An object is written whole or not at all; what breaks off is never seen. */
export function createBucket({ deadlineMs = defaultDeadlineMs, ...settings }: BucketSettings, kind: string): Blobs {
  const { endpoint, bucket, region, accessKeyId, secretAccessKey } = settings;
  const client = new AwsClient({
    accessKeyId,
    secretAccessKey,
    region,
    service: 's3',
    retries,
    initRetryMs: firstPauseMs,
  });
  const base = `${endpoint.replace(/\/+$/, '')}/${encodeURIComponent(bucket)}/${encodeURIComponent(kind)}`;

  /** Null: 404. What is no success otherwise is an outage, whoever's fault it is. */
  const ask = async (
    method: string,
    name: string,
    more: Pick<RequestInit, 'body' | 'headers'> = {},
  ): Promise<Response | null> => {
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(), deadlineMs);
    try {
      const response = await client.fetch(`${base}/${encodeURIComponent(name)}`, {
        method,
        signal: deadline.signal,
        ...more,
      });
      if (response.ok) return response;
      await response.body?.cancel();
      if (response.status === 404) return null;
      throw new StorageOut(`STORAGE_${response.status}`);
    } catch (error) {
      if (error instanceof StorageOut) throw error;
      throw new StorageOut(deadline.signal.aborted ? 'STORAGE_LATE' : 'STORAGE_UNREACHABLE', error);
    } finally {
      clearTimeout(timer);
    }
  };
  const whole = async (response: Response): Promise<Buffer> => {
    try {
      return Buffer.from(await response.arrayBuffer());
    } catch (error) {
      throw new StorageOut('STORAGE_BROKE_OFF', error);
    }
  };
  return {
    async write(name, content) {
      // Its length is sent by `fetch`, once: a process that has loaded another release of undici refuses it twice.
      const headers = { 'content-type': 'application/octet-stream' };
      const written = await ask('PUT', name, { body: content as Uint8Array<ArrayBuffer>, headers });
      // There is no such bucket.
      if (!written) throw new StorageOut('STORAGE_404');
      await written.body?.cancel();
    },
    async read(name) {
      const found = await ask('GET', name);
      return found && whole(found);
    },
    async begin(name, bytes) {
      const found = await ask('GET', name, { headers: { range: `bytes=0-${bytes - 1}` } });
      return found && (await whole(found)).subarray(0, bytes);
    },
    has: async (name) => (await ask('HEAD', name)) !== null,
    async open(name) {
      const found = await ask('HEAD', name);
      if (!found) throw new Error('There is no such file.');
      const tag = found.headers.get('etag');
      return {
        read: async function* () {
          const again = await ask('GET', name);
          if (!again?.body || again.headers.get('etag') !== tag) {
            await again?.body?.cancel();
            throw new StorageOut('STORAGE_CHANGED');
          }
          yield* again.body;
        },
        close: async () => {},
      };
    },
    async remove(name) {
      const gone = await ask('DELETE', name);
      await gone?.body?.cancel();
    },
    removeLeft: async () => {},
  };
}
