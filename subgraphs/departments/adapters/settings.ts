import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { refusal } from '../../runtime/errors.ts';
import { type Keys, keySet } from './sealed-files.ts';

const text = z.string().min(1).max(200);
/** One of the catalogue's codes → the department's own. */
const outward = z.record(text, text).default({});
/** What also comes back, and would not be told apart. */
const table = outward.refine(
  (codes) => new Set(Object.values(codes)).size === Object.keys(codes).length,
  'two codes are one',
);
const codesShape = z.strictObject({
  // A matter has a code for each region that it was issued for, and offices number materials matter by matter.
  matters: outward,
  elements: table,
  documentTypes: table,
  questions: table,
  roles: table,
  requirements: outward,
  refusalReasons: table,
  /** By data element or question: value → theirs. */
  values: z.record(text, table).default({}),
});
/** What a department calls what the catalogue has codes for; what is not in it bears the catalogue's. */
export type Codes = z.infer<typeof codesShape>;

/** Plain HTTP to the same machine alone. */
const address = z.string().refine((url) => {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || (protocol === 'http:' && /^(127(\.\d{1,3}){3}|localhost|\[::1\])$/.test(hostname));
}, 'an https address');
const shared = { codes: codesShape.prefault({}) };
export const httpJsonSettings = z.strictObject({ url: address, key: text, ...shared });
/** `ours`, `theirs`: files of keys. `us`: what this installation calls itself to the department. */
export const relaySettings = z.strictObject({ ours: text, theirs: text, us: text.default('yijianshi'), ...shared });

/**
 * The settings of a department's system, of its `system.yaml`; `key` and the like are files beside it, which `read` reads. Throws `SYSTEM_INVALID`, which tells where
 * and nothing of what stands there.
 */
export function readSettings<Settings>(
  file: string | null,
  department: string,
  shape: z.ZodType<Settings>,
): { readonly settings: Settings; readonly read: (name: string) => Buffer } {
  const wrong = (at: string): Error => refusal('SYSTEM_INVALID', { department, file: file ?? 'SYSTEMS_DIR', at });
  if (file === null) throw wrong('SYSTEMS_DIR');
  const read = (name: string): Buffer => {
    try {
      return readFileSync(resolve(dirname(file), name));
    } catch {
      throw wrong(name);
    }
  };
  try {
    return { settings: shape.parse(parse(readFileSync(file, 'utf8'))), read };
  } catch (error) {
    const faults = error instanceof z.ZodError ? error.issues.map(({ path }) => path.join('.')) : [];
    throw wrong(faults.slice(0, 5).join(', ') || 'YAML');
  }
}

/** Keys of a file beside the settings. Throws `SYSTEM_INVALID`. */
export function keysIn(content: Buffer, at: string, department: string, file: string | null): Keys {
  try {
    return keySet.parse(JSON.parse(content.toString('utf8')));
  } catch {
    throw refusal('SYSTEM_INVALID', { department, file: file ?? 'SYSTEMS_DIR', at });
  }
}

const shortestKey = 32;

/** A key that both have: at least 32 bytes. Throws `SYSTEM_INVALID`. */
export function longEnough(key: Buffer, department: string, file: string | null): Buffer {
  if (key.length >= shortestKey) return key;
  throw refusal('SYSTEM_INVALID', { department, file: file ?? 'SYSTEMS_DIR', at: 'key' });
}
