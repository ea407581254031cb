import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import type { RequiredFactor, TokenIssuer } from '../gateway/index.ts';
import { readScopes } from '../schema/scopes.ts';
import { caseUnits } from './case-units.ts';
import { newbornApplicant, type Person, somebodyElse } from './newborn-example.ts';

export interface DevelopmentTokens {
  readonly issuer: string;
  readonly citizen: string;
  readonly otherCitizen: string;
  /** Department code → a clerk of it. */
  readonly clerks: Readonly<Record<string, string>>;
  /** Unit beside the departments → somebody of its staff (scope `cases:<unit>`). */
  readonly units: Readonly<Record<string, string>>;
  /** Kind of staff (`schema/scopes.yaml`) → one of it. */
  readonly staff: Readonly<Record<string, string>>;
  /** One who signed in with a password alone. */
  readonly clerkByPassword: string;
}

const name = 'yijianshi-development';
const audience = 'yijianshi';

/** The development citizen is the mother of the example; the other is nobody in it. */
const claims = { name: 'name', identityNumber: 'identity_number' };
const claimsOf = (person: Person) => ({
  kind: 'CITIZEN',
  [claims.name]: person.name,
  [claims.identityNumber]: person.identityNumber,
});

/** By RFC 8176, and what else is asked for: `amr` is a list, any other claim a text. */
function twoFactors(asked: RequiredFactor | null): Record<string, unknown> {
  const amr = ['pwd', 'otp', 'mfa'];
  if (asked === null) return { amr };
  const [value] = asked.values;
  return asked.claim === 'amr' ? { amr: [...new Set([...amr, value])] } : { amr, [asked.claim]: value };
}

/** An issuer of the first run's own: one citizen, another, a clerk per department and unit, and one of each kind of staff, who signed in with what `staffFactor` asks for. Its keys stay in the data folder. */
export async function createDevelopmentIssuer(
  folder: string,
  departments: ReadonlyArray<string>,
  staffFactor: RequiredFactor | null = null,
): Promise<{ readonly issuer: TokenIssuer; readonly tokens: DevelopmentTokens }> {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'development-issuer.json');
  if (!existsSync(path)) {
    const { privateKey } = await generateKeyPair('ES256', { extractable: true });
    writeFileSync(path, JSON.stringify({ ...(await exportJWK(privateKey)), alg: 'ES256' }), { mode: 0o600 });
  }
  const privateJwk = JSON.parse(readFileSync(path, 'utf8')) as JWK;
  const key = await importJWK(privateJwk, 'ES256');
  const { d: _private, ...publicJwk } = privateJwk;
  const sign = (subject: string, claims: Record<string, unknown>): Promise<string> =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256' })
      .setSubject(subject)
      .setIssuer(name)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime('30d')
      .sign(key);
  const clerks: Record<string, string> = {};
  for (const department of departments) {
    clerks[department] = await sign(`clerk-${department}`, { kind: 'STAFF', department, ...twoFactors(staffFactor) });
  }
  const units: Record<string, string> = {};
  for (const unit of caseUnits()) {
    const claims = { kind: 'STAFF', department: unit, scope: `cases:${unit}`, ...twoFactors(staffFactor) };
    units[unit] = await sign(`staff-${unit}`, claims);
  }
  const staff: Record<string, string> = {};
  for (const { code, department = code, scopes } of readScopes().staff) {
    const claims = { kind: 'STAFF', department, scope: scopes.join(' '), ...twoFactors(staffFactor) };
    staff[code] = await sign(`staff-${code}`, claims);
  }
  const tokens = {
    issuer: name,
    citizen: await sign('citizen-lin', claimsOf(newbornApplicant)),
    otherCitizen: await sign('citizen-zhao', claimsOf(somebodyElse)),
    clerks,
    units,
    staff,
    clerkByPassword: await sign('clerk-by-password', { kind: 'STAFF', department: departments[0], amr: ['pwd'] }),
  };
  writeFileSync(join(folder, 'dev-tokens.json'), `${JSON.stringify(tokens, null, 2)}\n`, { mode: 0o600 });
  const jwks = { keys: [publicJwk as Record<string, unknown>] };
  return { issuer: { issuer: name, audience, jwks, claims }, tokens };
}
