import { jwtVerify, SignJWT } from 'jose';
import { LRUCache } from 'lru-cache';
import { refusal } from './errors.ts';

/** Who asks, as the gateway established it. */
export interface Identity {
  readonly subject: string;
  readonly kind: 'CITIZEN' | 'STAFF' | 'SERVICE';
  /** Of STAFF: the department they belong to. */
  readonly department: string | null;
  readonly scopes: ReadonlyArray<string>;
  /** What else the issuer of their token vouches for: `name`, `identityNumber` (GB 11643). */
  readonly claims?: Readonly<Record<string, string>>;
}

/** Header that carries the signed identity inward. */
export const identityHeader = 'yijianshi-identity';
const issuer = 'yijianshi-gateway';
const audience = 'yijianshi-subgraph';
const lifetimeSeconds = 300;

export function signIdentity(secret: string, identity: Identity): Promise<string> {
  const { subject, kind, department, scopes, claims } = identity;
  return new SignJWT({ kind, department, scopes, claims })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(subject)
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(`${lifetimeSeconds}s`)
    .sign(new TextEncoder().encode(secret));
}

export type VerifyIdentity = (header: string | undefined) => Promise<Identity | null>;

/** Null without a header; throws UNAUTHENTICATED for one that does not hold. A verified token is remembered until it ends. */
export function createIdentityVerifier(secret: string): VerifyIdentity {
  const key = new TextEncoder().encode(secret);
  const verified = new LRUCache<string, Identity>({ max: 1000 });
  return async (header) => {
    if (header === undefined || header === '') return null;
    const known = verified.get(header);
    if (known) return known;
    try {
      const { payload } = await jwtVerify(header, key, { issuer, audience, algorithms: ['HS256'] });
      const { kind } = payload;
      if (kind !== 'CITIZEN' && kind !== 'STAFF' && kind !== 'SERVICE') throw new Error('The identity has no kind.');
      const identity: Identity = {
        subject: String(payload.sub),
        kind,
        department: typeof payload.department === 'string' ? payload.department : null,
        scopes: Array.isArray(payload.scopes) ? payload.scopes.map(String) : [],
        claims: (payload.claims as Identity['claims']) ?? {},
      };
      const left = (payload.exp ?? 0) * 1000 - Date.now();
      if (left > 0) verified.set(header, identity, { ttl: left });
      return identity;
    } catch {
      throw refusal('UNAUTHENTICATED.INWARD');
    }
  };
}

export function requireIdentity(identity: Identity | null): Identity {
  if (identity) return identity;
  throw refusal('UNAUTHENTICATED');
}

export function requireService(identity: Identity | null): Identity {
  if (identity?.kind === 'SERVICE') return identity;
  throw refusal('FORBIDDEN.SERVICE');
}
