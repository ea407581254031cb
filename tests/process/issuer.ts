import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { onTestFinished } from 'vitest';
import type { Person } from '../../scripts/newborn-example.ts';

/** An issuer of the operator's own until the test ends: its settings, and the token of a citizen for whom it vouches. */
export async function startIssuer(person: Person): Promise<{ settings: Record<string, string>; token: string }> {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const header = { alg: 'ES256', kid: 'one' };
  const keys = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), ...header }] });
  const server = createServer((_request, response) => response.setHeader('content-type', 'application/json').end(keys));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const token = await new SignJWT({ kind: 'CITIZEN', name: person.name, identity_number: person.identityNumber })
    .setProtectedHeader(header)
    .setSubject('citizen')
    .setIssuer(url)
    .setAudience('yijianshi')
    .setIssuedAt()
    .setExpirationTime('1h')
    .sign(privateKey);
  return { settings: { OIDC_ISSUER: url, OIDC_JWKS_URL: `${url}/keys` }, token };
}
