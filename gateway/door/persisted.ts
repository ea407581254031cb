import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { LRUCache } from 'lru-cache';
import { type ReadOperation, type Refused, refused } from '../answers/asked.ts';
import { maxima } from '../maxima.ts';
import { toldName } from '../telemetry/told-name.ts';
import type { Caller, GraphRequest, Log, PersistedOptions } from '../types.ts';
import { normaliseOperation } from './normalise.ts';

interface Manifest {
  readonly format: string;
  readonly operations: ReadonlyArray<{ readonly id: string; readonly body: string }>;
}

/** Of a text as it is held, and of what holds it. */
const sizeOf = (text: string, id = ''): number => 2 * (text.length + id.length) + 200;

/**
 * Operations by id. Ids of the manifest always work. Without a manifest, or while it only audits, an operation sent once with its hash
 * may be sent by the hash alone afterwards: that is for speed, and grants nothing.
 */
export function createReadPersisted(options: PersistedOptions = {}, log: Log): ReadOperation {
  const { mode = 'AUDIT' } = options;
  const manifest = options.manifest === undefined ? null : readManifest(options.manifest);
  const listed = new Map(manifest?.operations.map(({ id, body }) => [id, body]));
  const remembered = new LRUCache<string, string>({ maxSize: maxima.persistedBytes, sizeCalculation: sizeOf });
  const isListed = createIsListed(manifest);

  const refuseUnlisted = (text: string, { operationName }: GraphRequest, caller: Caller | null): Refused | null => {
    if (!manifest) return null;
    if (mode === 'LOG_UNKNOWN' && !isListed(text))
      log.warn({ operation: toldName(operationName) }, 'an operation is not in the manifest');
    if (mode === 'IDS_ONLY' || (mode === 'IDS_FOR_ANONYMOUS' && caller === null)) {
      return refused('PERSISTED_OPERATION_REQUIRED');
    }
    return null;
  };
  const byIdAlone = (id: string | undefined, request: GraphRequest, caller: Caller | null): GraphRequest | Refused => {
    const query = id === undefined ? undefined : remembered.get(id);
    if (query === undefined || (manifest && mode === 'IDS_ONLY')) {
      return refused('PERSISTED_QUERY_NOT_FOUND');
    }
    return refuseUnlisted(query, request, caller) ?? { ...request, query };
  };

  return (request, caller) => {
    const { query } = request;
    const id = idOf(request);
    const body = id === undefined ? undefined : listed.get(id);
    if (body !== undefined) return { ...request, query: body };
    if (query === '') return byIdAlone(id, request, caller);
    if (id !== undefined && createHash('sha256').update(query).digest('hex') !== id) {
      return refused('PERSISTED_QUERY_HASH_MISMATCH');
    }
    const refusal = refuseUnlisted(query, request, caller);
    if (refusal) return refusal;
    if (id !== undefined) remembered.set(id, query);
    return request;
  };
}

function idOf({ documentId, extensions }: GraphRequest): string | undefined {
  const asked = extensions?.persistedQuery as { readonly sha256Hash?: unknown } | undefined;
  return documentId ?? (typeof asked?.sha256Hash === 'string' ? asked.sha256Hash : undefined);
}

/** Whether a text is an operation of the manifest, however it is laid out. */
function createIsListed(manifest: Manifest | null): (text: string) => boolean {
  const bodies = new Set(manifest?.operations.map(({ body }) => normaliseOperation(body)));
  const known = new LRUCache<string, boolean>({
    maxSize: maxima.persistedBytes,
    sizeCalculation: (_found, text) => sizeOf(text),
  });
  return (text) => {
    const found = known.get(text) ?? bodies.has(normaliseOperation(text));
    known.set(text, found);
    return found;
  };
}

/** Throws one sentence where the file is no manifest. */
function readManifest(file: string): Manifest {
  try {
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
    if (!Array.isArray(manifest.operations)) throw new Error('it lists no operations');
    return manifest;
  } catch (error) {
    throw new Error(
      `The manifest of persisted operations (PERSISTED_MANIFEST), ${file}, cannot be read: ${(error as Error).message}.`,
      { cause: error },
    );
  }
}
