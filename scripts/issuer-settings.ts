import { readFileSync } from 'node:fs';
import type { RequiredFactor, TokenIntrospection } from '../gateway/index.ts';
import { isHttp, isLoopback } from './inner-settings.ts';
import { cannotStart } from './start-error.ts';

/** The issuer of everybody's tokens. */
export interface IssuerSettings {
  readonly issuer: string;
  readonly audience: string;
  readonly jwks: string;
  /** What the journeys bind a person to, and the token's claim that says it. */
  readonly claims: { readonly name: string; readonly identityNumber: string };
  readonly introspection?: TokenIntrospection;
}
type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What staff have to have signed in with, of whatever issuer: `amr=mfa,hwk`; null: nothing in particular. Throws `SECOND_FACTOR_SETTING`.
 */
export function readStaffFactor({ STAFF_SECOND_FACTOR: given }: Environment): RequiredFactor | null {
  if (given === undefined) return null;
  // Nothing that would end a quoted text of a header.
  const [, claim, values] = /^([\w-]{1,100})=([\w.:/+-]{1,200}(?:,[\w.:/+-]{1,200}){0,19})$/.exec(given) ?? [];
  if (claim === undefined || values === undefined) throw cannotStart('SECOND_FACTOR_SETTING');
  return { claim, values: values.split(',') };
}

/** Null where none is named. Throws `ISSUER_SETTING` and `INTROSPECTION_SETTING`. */
export function readIssuer(environment: Environment): IssuerSettings | null {
  const { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience, OIDC_JWKS_URL: jwks } = environment;
  if ([issuer, audience, jwks].every((each) => each === undefined)) return null;
  // Half of an issuer would leave the development tokens in force.
  if (!issuer || !audience || !jwks || !isHttp(jwks)) throw cannotStart('ISSUER_SETTING');
  const { OIDC_INTROSPECTION_URL: url, OIDC_INTROSPECTION_CLIENT: clientId } = environment;
  const { OIDC_INTROSPECTION_SECRET_FILE: secretFile } = environment;
  const isSet = [url, clientId, secretFile].some((each) => each !== undefined);
  return {
    ...{ issuer, audience, jwks, claims: claimsNamed(environment) },
    ...(isSet ? { introspection: readIntrospection(url ?? '', clientId ?? '', secretFile ?? '') } : {}),
  };
}

/** The endpoint is shown every token: nobody may listen in. Throws `INTROSPECTION_SETTING`. */
export function readIntrospection(url: string, clientId: string, secretFile: string): TokenIntrospection {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  const isPrivate = parsed?.protocol === 'https:' || (parsed?.protocol === 'http:' && isLoopback(parsed.hostname));
  const clientSecret = readSecret(secretFile);
  if (!parsed || !isPrivate || clientId === '' || clientSecret === '') throw cannotStart('INTROSPECTION_SETTING');
  return { url: parsed, clientId, clientSecret };
}

function readSecret(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
}

/** By the names of OpenID Connect and of the development issuer, unless the issuer has others. */
function claimsNamed({ OIDC_CLAIM_NAME, OIDC_CLAIM_IDENTITY_NUMBER }: Environment): IssuerSettings['claims'] {
  return { name: OIDC_CLAIM_NAME ?? 'name', identityNumber: OIDC_CLAIM_IDENTITY_NUMBER ?? 'identity_number' };
}
