import { createHash } from 'node:crypto';
import { createLocalJWKSet, importJWK, type JSONWebKeySet, type JWK, jwtVerify, SignJWT } from 'jose';
import { LRUCache } from 'lru-cache';
import { refusal } from './errors.ts';
import type { Identity } from './identity.ts';

/*
 * How one part of the graph knows another. A call bears a JSON Web Token (RFC 7519) that its sender signed with a key of its own
 * (Ed25519, RFC 8037): for this one part (`aud`), for seconds (`exp`), and for this very body (`content-digest`, written as RFC 9530
 * does). Whoever receives it holds public keys alone, and can do nothing with it anywhere else.
 *
 * Sent again to the same part within its seconds it says the same again: a query reads, and every mutation between parts has an id of
 * its own under which it is done once.
 *
 * Where everyone is told the same nobody is named: the token is a pass then, for any body, that says a part of this graph asks.
 */

export const inwardHeader = 'yijianshi-identity';
/** The part that speaks for citizens and staff. */
export const gatewayPart = 'gateway';
const algorithm = 'EdDSA';
/** From signing to the last byte of a body on a slow line; what is seen on the way is worth no longer. */
const lifetimeSeconds = 30;
/** Between the clocks of two machines that are kept right. */
const toleranceSeconds = 5;

export type SignedHeaders = Readonly<Record<string, string>>;
/** The headers of a call: who asks (null: nobody in particular), to which part, with which body. At once where that is known. */
export type SignInward = (
  to: string,
  identity: Identity | null,
  body: string | Uint8Array,
) => SignedHeaders | Promise<SignedHeaders>;

/** Of a part of that name, by its private key. `now` in milliseconds. */
export function createSignInward(part: string, privateKey: JWK, now: () => number): SignInward {
  const imported = importJWK(privateKey, algorithm);
  const passes = new Map<string, { readonly headers: SignedHeaders; readonly until: number }>();
  const sign = async (to: string, identity: Identity | null, body: string | Uint8Array): Promise<SignedHeaders> => {
    const at = Math.floor(now() / 1000);
    const { subject, ...rest } = identity ?? { subject: part };
    const token = await new SignJWT({ ...rest, ...(identity ? { 'content-digest': digestOf(body) } : {}) })
      .setProtectedHeader({ alg: algorithm, kid: part })
      .setIssuer(part)
      .setSubject(subject)
      .setAudience(to)
      .setIssuedAt(at)
      .setExpirationTime(at + lifetimeSeconds)
      .sign(await imported);
    return { [inwardHeader]: token };
  };
  return (to, identity, body) => {
    if (identity) return sign(to, identity, body);
    const known = passes.get(to);
    if (known && now() < known.until) return known.headers;
    return sign(to, null, '').then((headers) => {
      // One pass serves for a third of its life, so that none is sent that ends on its way.
      passes.set(to, { headers, until: now() + (lifetimeSeconds * 1000) / 3 });
      return headers;
    });
  };
}

/** A call whose sender is known. Its body has yet to be what was signed. */
export interface Admitted {
  readonly identity: Identity | null;
  /** Null: a pass, for any body. */
  readonly digest: string | null;
}
/** Throws UNAUTHENTICATED where no part of this graph is known to ask. */
export type VerifyInward = (header: string | string[] | undefined) => Promise<Admitted>;

/** For the part of that name, by the public keys of those who may ask; each key's id is its part's name. `now` in milliseconds. */
export function createVerifyInward(part: string, signers: JSONWebKeySet, now: () => number): VerifyInward {
  const keys = createLocalJWKSet(signers);
  const passes = new LRUCache<string, number>({ max: 1000 });
  const pass: Admitted = { identity: null, digest: null };
  return async (header) => {
    const token = typeof header === 'string' ? header : '';
    if (now() < (passes.get(token) ?? 0)) return pass;
    try {
      const { payload, protectedHeader } = await jwtVerify(token, keys, {
        algorithms: [algorithm],
        audience: part,
        clockTolerance: toleranceSeconds,
        maxTokenAge: lifetimeSeconds,
        currentDate: new Date(now()),
        requiredClaims: ['iss', 'sub', 'exp'],
      });
      const { iss: sender = '', exp = 0, kind, 'content-digest': digest } = payload;
      if (sender !== protectedHeader.kid) throw new Error('The key is another part’s.');
      if (kind === undefined) {
        passes.set(token, exp * 1000);
        return pass;
      }
      if (typeof digest !== 'string') throw new Error('It names no body.');
      return { identity: identityOf(payload, sender, part), digest };
    } catch {
      throw refusal('UNAUTHENTICATED.INWARD');
    }
  };
}

/** Who asks, where the sender may say so: the gateway speaks for anyone, others for themselves and for the staff of whom they ask. */
function identityOf(payload: Readonly<Record<string, unknown>>, sender: string, part: string): Identity {
  const { sub, kind, department, scopes, claims, through } = payload;
  const identity: Identity = {
    subject: String(sub),
    kind: kind === 'CITIZEN' || kind === 'STAFF' ? kind : 'SERVICE',
    department: typeof department === 'string' ? department : null,
    scopes: Array.isArray(scopes) ? scopes.map(String) : [],
    ...(claims ? { claims: textsOf(claims) } : {}),
    ...(typeof through === 'string' ? { through } : {}),
  };
  const ofItself = identity.kind === 'SERVICE' && kind === 'SERVICE' && identity.subject === sender;
  const ofPerson =
    identity.kind !== 'SERVICE' &&
    (sender === gatewayPart || (identity.kind === 'STAFF' && identity.department === part));
  if (!ofItself && !ofPerson) throw new Error('It may not speak for them.');
  return identity;
}

function textsOf(claims: object): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(claims).filter(([, value]) => typeof value === 'string'));
}

/** Whether the body is the one that the call was signed with. */
export function isSignedFor({ digest }: Admitted, body: string | Uint8Array): boolean {
  return digest === null || digest === digestOf(body);
}

function digestOf(body: string | Uint8Array): string {
  return `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;
}
