import { createPrivateKey, createPublicKey, hkdfSync } from 'node:crypto';
import type { JSONWebKeySet, JWK } from 'jose';
import { type Registry, readRegistry } from '../schema/registry.ts';
import { listenerRole, roleOf, roleUrl } from '../subgraphs/runtime/bootstrap.ts';
import { gatewayPart } from '../subgraphs/runtime/inward.ts';
import { sm2Secret } from '../subgraphs/runtime/suites/sm2.ts';
import { loadParts, schemaOf } from './definitions.ts';

/** Everything secret that one part of the graph is given: enough for its work, and for no other part's. */
export interface PartSecrets {
  /** Connects as its own role. */
  readonly database: string;
  /** Wraps the keys that seal its personal data, in hexadecimal; null: it keeps none. */
  readonly wrappingKey: string | null;
  /** Makes its pseudonyms, in hexadecimal; the same for ever. */
  readonly lookupKey: string;
  /** Signs what it asks of others, and its ledgers; null: it asks nobody. */
  readonly signs: JWK | null;
  /** The same by the suite SM, in hexadecimal: what wraps, and an SM2 key that signs ledgers. Files of earlier releases have none. */
  readonly sm?: { readonly wrappingKey: string | null; readonly signs: string | null } | undefined;
  /** Public keys of those who may ask it, each under its part's name. */
  readonly hears: JSONWebKeySet;
}
/** By a part's name: a subgraph's code, or the gateway's. */
export type SecretsOf = (part: string) => PartSecrets;

/** All parts' secrets, from the root secret and an administrator's address: held by the importer, and by one process of everything. */
export async function rootSecrets(
  adminUrl: string,
  secret: string,
  registry: Registry = readRegistry(),
): Promise<SecretsOf> {
  const parts = await loadParts(registry);
  const byCode = new Map(parts.map((part) => [part.row.code, part]));
  const asking = [gatewayPart, ...parts.filter(({ definition }) => definition.asks).map(({ row }) => row.code)];
  const hears = { keys: asking.map((part) => publicKeyOf(signingKey(secret, part), part)) };
  return (part) => {
    const own = byCode.get(part);
    if (!own && part !== gatewayPart) throw new Error(`There is no part ${part} of this graph.`);
    return {
      database: roleUrl(adminUrl, secret, own ? roleOf(secret, schemaOf(own.row)) : listenerRole(secret)),
      wrappingKey: own?.definition.sealed ? derived(secret, `wraps data keys of ${part}`).toString('hex') : null,
      lookupKey: derived(secret, `pseudonyms of ${part}`).toString('hex'),
      signs: asking.includes(part) ? signingKey(secret, part) : null,
      sm: {
        wrappingKey: own?.definition.sealed
          ? derivedBySm3(secret, `wraps data keys of ${part}`, 32).toString('hex')
          : null,
        signs: asking.includes(part)
          ? sm2Secret(derivedBySm3(secret, `signing key of ${part}`, 48)).toString('hex')
          : null,
      },
      hears,
    };
  };
}

const derived = (secret: string, of: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', of, 32));

const derivedBySm3 = (secret: string, of: string, bytes: number): Buffer =>
  Buffer.from(hkdfSync('sm3', secret, '', of, bytes));

/** What earlier releases sealed a part's data with, by id from 1: at first one key for all parts, then one of its own. */
export function earlierDataKeys(secret: string, part: string): ReadonlyArray<Buffer> {
  return ['personal data', `personal data of ${part}`].map((of) => derived(secret, of));
}

/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410, section 7). */
const ed25519Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');

function signingKey(secret: string, part: string): JWK {
  const der = Buffer.concat([ed25519Prefix, derived(secret, `signing key of ${part}`)]);
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }).export({ format: 'jwk' }) as JWK;
}

function publicKeyOf(privateKey: JWK, part: string): JWK {
  const key = createPublicKey({ key: privateKey as never, format: 'jwk' });
  return { ...(key.export({ format: 'jwk' }) as JWK), kid: part, alg: 'EdDSA', use: 'sig' };
}
