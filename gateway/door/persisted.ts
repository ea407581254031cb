import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { LRUCache } from 'lru-cache';
import type { Caller, GraphRequest, PersistedOptions } from '../types.ts';
import { normaliseOperation } from './normalise.ts';

export type Persisted =
  | { readonly ok: true; readonly request: GraphRequest; readonly known: boolean }
  | { readonly ok: false; readonly code: string; readonly zh: string; readonly en: string };
export type ReadPersisted = (request: GraphRequest, caller: Caller | null) => Persisted;

interface Manifest {
  readonly format: string;
  readonly operations: ReadonlyArray<{ readonly id: string; readonly body: string }>;
}

/**
 * Operations by id. Ids of the manifest always work. Without a manifest, or while it only audits, an operation sent once with its hash
 * may be sent by the hash alone afterwards: that is for speed, and grants nothing.
 */
export function createReadPersisted(
  options: PersistedOptions = {},
  report: (text: string) => void = console.warn,
): ReadPersisted {
  const { mode = 'AUDIT' } = options;
  const manifest = options.manifest === undefined ? null : readManifest(options.manifest);
  const listed = new Map(manifest?.operations.map(({ id, body }) => [id, body]));
  const bodies = new Set(manifest?.operations.map(({ body }) => normaliseOperation(body)));
  const remembered = new LRUCache<string, string>({ max: 2000 });
  const normalised = new LRUCache<string, boolean>({ max: 2000 });
  const isListed = (query: string): boolean => {
    let known = normalised.get(query);
    if (known === undefined) {
      known = bodies.has(normaliseOperation(query));
      normalised.set(query, known);
    }
    return known;
  };
  return (request, caller) => {
    const asked = request.extensions?.persistedQuery as { sha256Hash?: unknown } | undefined;
    const id = request.documentId ?? (typeof asked?.sha256Hash === 'string' ? asked.sha256Hash : undefined);
    const { query } = request;
    const byId = id === undefined ? undefined : listed.get(id);
    if (byId !== undefined) return { ok: true, request: { ...request, query: byId }, known: true };
    if (query === '') {
      const automatic = id === undefined ? undefined : remembered.get(id);
      if (automatic !== undefined && !manifest)
        return { ok: true, request: { ...request, query: automatic }, known: false };
      if (automatic !== undefined && mode !== 'IDS_ONLY') {
        return refuseUnlisted(automatic) ?? { ok: true, request: { ...request, query: automatic }, known: false };
      }
      return {
        ok: false,
        code: 'PERSISTED_QUERY_NOT_FOUND',
        zh: '没有此编号的查询，请连同全文再发一次。',
        en: 'PersistedQueryNotFound: send it once more with its text.',
      };
    }
    if (id !== undefined && createHash('sha256').update(query).digest('hex') !== id) {
      return {
        ok: false,
        code: 'PERSISTED_QUERY_HASH_MISMATCH',
        zh: '编号与全文不符。',
        en: 'The id is not the hash of the text.',
      };
    }
    const refused = manifest ? refuseUnlisted(query) : undefined;
    if (refused) return refused;
    if (id !== undefined) remembered.set(id, query);
    return { ok: true, request, known: manifest !== null && isListed(query) };

    function refuseUnlisted(text: string): Persisted | undefined {
      const known = isListed(text);
      if (mode === 'LOG_UNKNOWN' && !known)
        report(`an operation is not in the manifest: ${request.operationName ?? '(unnamed)'}`);
      if (mode === 'IDS_ONLY' || (mode === 'IDS_FOR_ANONYMOUS' && caller === null)) {
        return {
          ok: false,
          code: 'PERSISTED_OPERATION_REQUIRED',
          zh: '此处只接受已登记操作的编号。',
          en: 'Only ids of registered operations are taken here.',
        };
      }
      return undefined;
    }
  };
}

/** Throws one sentence where the file is no manifest. */
function readManifest(file: string): Manifest {
  try {
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
    if (!Array.isArray(manifest.operations)) throw new Error('it lists no operations');
    return manifest;
  } catch (error) {
    throw new Error(`The manifest ${file} cannot be read: ${(error as Error).message}.`, { cause: error });
  }
}
