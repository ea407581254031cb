import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Registry } from '../schema/registry.ts';
import { gatewayPart } from '../subgraphs/runtime/inward.ts';
import type { PartSecrets, SecretsOf } from './secrets.ts';
import { cannotStart } from './start-error.ts';

/** For departments with a server of their own: no secret is in it. */
const publicFile = 'public.json';
const fileOf = (folder: string, part: string): string => join(folder, `${part}.json`);

/** A file for each part, for its machine alone, and one of the public keys; what stood there is replaced, each file at once. */
export function writeKeys(folder: string, secrets: SecretsOf, registry: Registry): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const write = (path: string, content: unknown, mode: number): void => {
    const written = `${path}.new`;
    writeFileSync(written, `${JSON.stringify(content, null, 2)}\n`, { mode });
    renameSync(written, path);
  };
  const parts = registry.subgraphs.filter(({ external }) => !external).map(({ code }) => code);
  for (const part of [gatewayPart, ...parts]) write(fileOf(folder, part), secrets(part), 0o600);
  write(join(folder, publicFile), secrets(gatewayPart).hears, 0o644);
}

const key = z.looseObject({ kty: z.string() });
const bytes32 = z.string().regex(/^[0-9a-f]{64}$/);
const partSecrets: z.ZodType<PartSecrets> = z.strictObject({
  database: z.url({ protocol: /^postgres(ql)?$/ }),
  wrappingKey: bytes32.nullable(),
  lookupKey: bytes32,
  signs: key.nullable(),
  sm: z.strictObject({ wrappingKey: bytes32.nullable(), signs: bytes32.nullable() }).optional(),
  hears: z.strictObject({ keys: z.array(key).max(1000) }),
});

/** The parts whose files lie there. */
export function heldParts(folder: string): ReadonlyArray<string> {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => file.endsWith('.json') && file !== publicFile);
  return files.map((file) => file.replace(/\.json$/, ''));
}

/** What a process of some parts holds: those parts' own files, and no other's. Throws `KEYS_MISSING`. */
export function readKeys(folder: string): SecretsOf {
  const known = new Map<string, PartSecrets>();
  return (part) => {
    const secrets = known.get(part) ?? readPart(fileOf(folder, part));
    known.set(part, secrets);
    return secrets;
  };
}

function readPart(file: string): PartSecrets {
  if (!existsSync(file)) throw cannotStart('KEYS_MISSING', { file });
  try {
    return partSecrets.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // What is wrong with it is not told, for its text is secret.
    throw cannotStart('KEYS_MISSING', { file });
  }
}
