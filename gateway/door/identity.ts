import { createLocalJWKSet, decodeJwt, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import type { Caller, KnownCaller, Log, ReadinessChecks, RequiredFactor, TokenIssuer } from '../types.ts';
import { createIntrospect, type Introspect } from './introspection.ts';
import { keysAt } from './issuer-keys.ts';

/** A token that holds and does not say who somebody is: they are nobody. */
export interface Nobody {
  /** The claim that is missing. */
  readonly lacks: string;
}
/** A token of staff who signed in without the second factor that is asked of them. */
export interface SignedInWeakly {
  readonly wants: RequiredFactor;
}
/** A token that cannot be checked now, for its issuer cannot be reached: it may hold. */
export interface Unchecked {
  readonly unchecked: true;
}
export type NotTaken = Nobody | SignedInWeakly | Unchecked;
/** Null: anonymous. Undefined: a token that does not hold. */
export type ReadCaller = (authorization: string | undefined) => Promise<Caller | NotTaken | null | undefined>;

export interface Identities {
  readonly readCaller: ReadCaller;
  /** Of issuers at an address: whether their keys are known and new enough to be believed. */
  readonly keysOf: ReadinessChecks;
}

const algorithms = ['ES256', 'ES384', 'RS256', 'PS256', 'EdDSA'];
const skewSeconds = 30;
const longestClaim = 200;

interface Trusted {
  readonly audience: string;
  readonly keys: JWTVerifyGetKey;
  readonly claims: Readonly<Record<string, string>>;
  readonly staffFactor: RequiredFactor | undefined;
  readonly introspect: Introspect | undefined;
}

/**
 * Verifies bearer tokens of the issuers named, by their published keys; a verified one is remembered until it ends. Where an issuer can take
 * tokens back it is asked about each (`TokenIssuer.introspection`).
 */
export function createIdentities(issuers: ReadonlyArray<TokenIssuer>, log: Log): Identities {
  const keysOf: Record<string, () => Promise<void>> = {};
  const known = new Map(
    issuers.map(({ issuer, audience, jwks, claims = {}, introspection, staffFactor }): [string, Trusted] => {
      const remote = jwks instanceof URL ? keysAt(jwks, issuer, log) : null;
      if (remote) keysOf[`keys of ${issuer}`] = remote.check;
      const keys = remote?.keys ?? createLocalJWKSet(jwks as never);
      const introspect = introspection && createIntrospect(introspection, log);
      return [issuer, { audience, keys, claims, staffFactor, introspect }];
    }),
  );
  const verified = new LRUCache<string, Caller>({ max: 10_000 });
  const verify = async (token: string, issuer: string, trusted: Trusted): Promise<Caller | Nobody | SignedInWeakly> => {
    const remembered = verified.get(token);
    if (remembered) return remembered;
    const { payload } = await jwtVerify(token, trusted.keys, {
      issuer,
      audience: trusted.audience,
      algorithms,
      clockTolerance: skewSeconds,
      requiredClaims: ['sub', 'exp'],
    });
    const said = callerOf(payload, trusted);
    if (!('subject' in said)) return said;
    const caller: Caller = { ...said, until: (payload.exp ?? 0) * 1000 };
    const left = (caller.until ?? 0) - Date.now();
    if (left > 0) verified.set(token, caller, { ttl: left });
    return caller;
  };
  const readCaller: ReadCaller = async (authorization) => {
    // Whose tokens nobody here can read, they are for the subgraphs.
    if (authorization === undefined || authorization === '' || known.size === 0) return null;
    const token = /^Bearer ([\w.~+/-]+=*)$/i.exec(authorization)?.[1];
    if (token === undefined) return undefined;
    const issuer = issuerOf(token);
    const trusted = issuer === undefined ? undefined : known.get(issuer);
    if (issuer === undefined || !trusted) return undefined;
    try {
      const said = await verify(token, issuer, trusted);
      return (await trusted.introspect?.(token)) === false ? undefined : said;
    } catch (error) {
      // What is wrong with a token its checker says; anything else is wrong with whom the checker asks.
      if (error instanceof errors.JOSEError && !outages.has(error.code)) return undefined;
      return { unchecked: true };
    }
  };
  return { readCaller, keysOf };
}

/** Of keys that could not be fetched, or are none. */
const outages: ReadonlySet<string> = new Set([errors.JOSEError.code, errors.JWKSTimeout.code, errors.JWKSInvalid.code]);

function issuerOf(token: string): string | undefined {
  try {
    return decodeJwt(token).iss;
  } catch {
    return undefined;
  }
}

function callerOf(
  payload: JWTPayload,
  { claims: named, staffFactor }: Pick<Trusted, 'claims' | 'staffFactor'>,
): Caller | Nobody | SignedInWeakly {
  const { sub, kind } = payload;
  const department = typeof payload.department === 'string' && payload.department !== '' ? payload.department : null;
  if (typeof sub !== 'string' || sub === '') return { lacks: 'sub' };
  // Of no kind they would be taken for a citizen, be they a clerk or a machine.
  if (kind !== 'CITIZEN' && kind !== 'STAFF') return { lacks: 'kind' };
  if (kind === 'STAFF' && department === null) return { lacks: 'department' };
  if (kind === 'STAFF' && staffFactor && !says(payload, staffFactor)) return { wants: staffFactor };
  const scopes = typeof payload.scope === 'string' ? payload.scope.split(' ').filter(Boolean) : [];
  const vouched = Object.entries(named).flatMap(([name, claim]) => {
    const value = Object.hasOwn(payload, claim) ? payload[claim] : undefined;
    return typeof value === 'string' && value !== '' && value.length <= longestClaim ? [[name, value] as const] : [];
  });
  return { subject: sub, kind, department, scopes, claims: Object.fromEntries(vouched) };
}

function says(payload: JWTPayload, { claim, values }: RequiredFactor): boolean {
  const said = Object.hasOwn(payload, claim) ? payload[claim] : undefined;
  return (Array.isArray(said) ? said : [said]).some((each) => values.includes(each));
}

/** The caller as subgraphs are told of it: a program with a key is nobody to them. */
export function knownCaller(caller: Caller | null): KnownCaller | null {
  return caller && isKnown(caller) ? caller : null;
}

function isKnown(caller: Caller): caller is KnownCaller {
  return caller.kind !== 'CLIENT';
}
