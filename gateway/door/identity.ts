import { createLocalJWKSet, createRemoteJWKSet, decodeJwt, type JWTPayload, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import type { Caller, KnownCaller, TokenIssuer } from '../types.ts';

/** A token that holds and does not say who somebody is: they are nobody. */
export interface Nobody {
  /** The claim that is missing. */
  readonly lacks: string;
}
/** Null: anonymous. Undefined: a token that does not hold. */
export type ReadCaller = (authorization: string | undefined) => Promise<Caller | Nobody | null | undefined>;

const algorithms = ['ES256', 'ES384', 'RS256', 'PS256', 'EdDSA'];
const skewSeconds = 30;
const longestClaim = 200;

/** Verifies bearer tokens of the issuers named, by their published keys; a verified one is remembered until it ends. */
export function createReadCaller(issuers: ReadonlyArray<TokenIssuer>): ReadCaller {
  const known = new Map(
    issuers.map(({ issuer, audience, jwks, claims = {} }) => {
      const keys = jwks instanceof URL ? createRemoteJWKSet(jwks) : createLocalJWKSet(jwks as never);
      return [issuer, { audience, keys, claims }] as const;
    }),
  );
  const verified = new LRUCache<string, Caller>({ max: 10_000 });
  return async (authorization) => {
    // Whose tokens nobody here can read, they are for the subgraphs.
    if (authorization === undefined || authorization === '' || known.size === 0) return null;
    const token = /^Bearer ([\w.~+/-]+=*)$/i.exec(authorization)?.[1];
    if (token === undefined) return undefined;
    const remembered = verified.get(token);
    if (remembered) return remembered;
    try {
      const issuer = decodeJwt(token).iss ?? '';
      const trusted = known.get(issuer);
      if (!trusted) return undefined;
      const { payload } = await jwtVerify(token, trusted.keys, {
        issuer,
        audience: trusted.audience,
        algorithms,
        clockTolerance: skewSeconds,
        requiredClaims: ['sub', 'exp'],
      });
      const said = callerOf(payload, trusted.claims);
      if ('lacks' in said) return said;
      const caller: Caller = { ...said, until: (payload.exp ?? 0) * 1000 };
      const left = (caller.until ?? 0) - Date.now();
      if (left > 0) verified.set(token, caller, { ttl: left });
      return caller;
    } catch {
      return undefined;
    }
  };
}

function callerOf(payload: JWTPayload, named: Readonly<Record<string, string>>): Caller | Nobody {
  const { sub, kind } = payload;
  const department = typeof payload.department === 'string' && payload.department !== '' ? payload.department : null;
  if (typeof sub !== 'string' || sub === '') return { lacks: 'sub' };
  // Of no kind they would be taken for a citizen, be they a clerk or a machine.
  if (kind !== 'CITIZEN' && kind !== 'STAFF') return { lacks: 'kind' };
  if (kind === 'STAFF' && department === null) return { lacks: 'department' };
  const scopes = typeof payload.scope === 'string' ? payload.scope.split(' ').filter(Boolean) : [];
  const vouched = Object.entries(named).flatMap(([name, claim]) => {
    const value = Object.hasOwn(payload, claim) ? payload[claim] : undefined;
    return typeof value === 'string' && value !== '' && value.length <= longestClaim ? [[name, value] as const] : [];
  });
  return { subject: sub, kind, department, scopes, claims: Object.fromEntries(vouched) };
}

/** The caller as subgraphs are told of it: a program with a key is nobody to them. */
export function knownCaller(caller: Caller | null): KnownCaller | null {
  return caller && isKnown(caller) ? caller : null;
}

function isKnown(caller: Caller): caller is KnownCaller {
  return caller.kind !== 'CLIENT';
}
