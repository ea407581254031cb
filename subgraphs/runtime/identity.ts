import { namedScopes, scopes } from '../language/scopes.ts';
import { type NamedScope, namedBy, type Scope } from '../language/staff-scopes.ts';
import { refusal } from './errors.ts';

/** Who asks, as the gateway established it, or a part of the graph that asks for itself. */
export interface Identity {
  /** Of a SERVICE the part's name. */
  readonly subject: string;
  readonly kind: 'CITIZEN' | 'STAFF' | 'SERVICE';
  /** Of STAFF: the department they belong to. */
  readonly department: string | null;
  readonly scopes: ReadonlyArray<string>;
  /** What else the issuer of their token vouches for: `name`, `identityNumber` (GB 11643). */
  readonly claims?: Readonly<Record<string, string>>;
  /** Id of the program with a key through which a person came. */
  readonly through?: string;
}

export function serviceIdentity(part: string): Identity {
  return { subject: part, kind: 'SERVICE', department: null, scopes: [] };
}

export function requireIdentity(identity: Identity | null): Identity {
  if (identity) return identity;
  throw refusal('UNAUTHENTICATED');
}

/** One of the parts whose work this is: another's word does not do, be it the gateway's. */
export function requireService(identity: Identity | null, ...parts: ReadonlyArray<string>): Identity {
  if (identity?.kind === 'SERVICE' && parts.includes(identity.subject)) return identity;
  throw refusal('FORBIDDEN.SERVICE');
}

/** Staff whose token has this scope. Throws FORBIDDEN.SCOPE, which says what for; UNAUTHENTICATED of nobody. */
export function requireScope(identity: Identity | null, scope: Scope): Identity {
  const known = requireIdentity(identity);
  if (hasScope(known, scope)) return known;
  throw refusal('FORBIDDEN.SCOPE', { purpose: scopes[scope] });
}

/** Whether somebody is staff whose token has this scope. */
export const hasScope = ({ kind, scopes: has }: Identity, scope: Scope): boolean =>
  kind === 'STAFF' && has.includes(scope);

/** Staff whose token has this scope for that one thing. Throws as `requireScope`. */
export function requireNamedScope(identity: Identity | null, scope: NamedScope, name: string): Identity {
  const { kind, scopes: has } = requireIdentity(identity);
  if (identity && kind === 'STAFF' && namedBy(has, scope).includes(name)) return identity;
  throw refusal('FORBIDDEN.SCOPE', { purpose: namedScopes[scope] });
}
