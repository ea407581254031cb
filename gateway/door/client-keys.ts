import { createHash, timingSafeEqual } from 'node:crypto';
import type { Caller, ClientOptions } from '../types.ts';

/** Null: no key was sent. Undefined: one that does not hold. */
export type ReadClient = (key: string | string[] | undefined) => ClientOptions | null | undefined;

const wellFormed = /^([\w-]{1,100})\.([\w-]{20,200})$/;

/** Reads keys of the form `<id>.<secret>` and compares their SHA-256, which is enough for secrets nobody chose. */
export function createReadClient(clients: ReadonlyArray<ClientOptions>): ReadClient {
  const known = new Map(clients.map((client) => [client.id, { client, hash: Buffer.from(client.sha256, 'hex') }]));
  return (key) => {
    if (key === undefined) return null;
    const [, id, secret] = (typeof key === 'string' && wellFormed.exec(key)) || [];
    const found = id === undefined ? undefined : known.get(id);
    if (!found || secret === undefined) return undefined;
    const given = createHash('sha256').update(secret).digest();
    return found.hash.length === given.length && timingSafeEqual(found.hash, given) ? found.client : undefined;
  };
}

/** A person's token decides alone, whatever program it came through: a key never adds to what a person may do. */
export function askingThrough(client: ClientOptions, person: Caller | null): Caller {
  if (person) return { ...person, through: client.id };
  return { subject: `client:${client.id}`, kind: 'CLIENT', department: null, scopes: client.scopes };
}
