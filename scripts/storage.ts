import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { createFolder, type Storage } from '../subgraphs/runtime/blobs.ts';
import { type BucketSettings, createBucket } from '../subgraphs/runtime/bucket.ts';
import { isHttp, isLoopback } from './inner-settings.ts';
import { cannotStart } from './start-error.ts';

const keyFile = z.object({ accessKeyId: z.string().min(1), secretAccessKey: z.string().min(1) });
/** As S3 names buckets. */
const bucketName = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const regionName = /^[a-z0-9-]{1,40}$/;

/** A bucket of storage that speaks S3's protocol; null: none is named. Throws `STORAGE_SETTING`. */
export function readStorage({
  UPLOADS_ENDPOINT: endpoint,
  UPLOADS_BUCKET: bucket,
  UPLOADS_KEY_FILE: file,
  UPLOADS_REGION: region,
}: Readonly<Record<string, string | undefined>>): BucketSettings | null {
  if ([endpoint, bucket, file, region].every((each) => each === undefined)) return null;
  const isSafe =
    isHttp(endpoint ?? '') && (endpoint?.startsWith('https:') || isLoopback(new URL(endpoint ?? '').hostname));
  if (!endpoint || !isSafe || !bucketName.test(bucket ?? '') || !regionName.test(region ?? 'us-east-1'))
    throw cannotStart('STORAGE_SETTING');
  try {
    const key = keyFile.parse(JSON.parse(readFileSync(file ?? '', 'utf8')));
    return { endpoint, bucket: bucket as string, region: region ?? 'us-east-1', ...key };
  } catch {
    // What is wrong with it is not told, for its text is secret.
    throw cannotStart('STORAGE_SETTING');
  }
}

export function storageOf(bucket: BucketSettings | null, data: string): Storage {
  return (kind) => (bucket ? createBucket(bucket, kind) : createFolder(join(data, kind)));
}
