import { readFileSync } from 'node:fs';
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import type { GatewayOptions, TokenIssuer } from '../gateway/index.ts';
import { readCertificate } from './inner-settings.ts';
import { readIntrospection } from './issuer-settings.ts';
import { cannotStart } from './start-error.ts';

/** Options of the gateway that a file can say. */
export type GatewaySettings = Partial<Omit<GatewayOptions, 'supergraph'>>;
type Written = Omit<GatewaySettings, 'auth'> & {
  readonly $schema?: string;
  readonly auth?: { readonly issuers: ReadonlyArray<WrittenIssuer> };
};
interface WrittenIssuer extends Omit<TokenIssuer, 'jwks' | 'introspection'> {
  readonly jwks: string;
  readonly introspection?: {
    readonly url: string;
    readonly clientId: string;
    readonly clientSecretFile: string;
    readonly cacheMs?: number;
  };
}

const schemaFile = new URL('../schema/gateway.schema.json', import.meta.url);

/**
 * Settings from a file, YAML or JSON, as `schema/gateway.schema.json` has them. Throws one sentence that names everything which is wrong
 * with it.
 */
export function readGatewaySettings(file: string): GatewaySettings {
  let written: unknown;
  try {
    written = parse(readFileSync(file, 'utf8')) ?? {};
  } catch (error) {
    // Of a file that is no YAML the parser shows the lines as well.
    const [faults = ''] = (error instanceof Error ? error.message : String(error)).split('\n', 1);
    throw cannotStart('GATEWAY_SETTINGS', { file, faults });
  }
  const validate = new Ajv2020({ allErrors: true }).compile<Written>(JSON.parse(readFileSync(schemaFile, 'utf8')));
  if (!validate(written)) {
    const faults = (validate.errors ?? []).map(faultOf).join('; ');
    throw cannotStart('GATEWAY_SETTINGS', { file, faults });
  }
  const { $schema: _schema, auth, tls, ...settings } = written;
  return {
    ...settings,
    ...(tls ? { tls: readCertificate(tls) } : {}),
    ...(auth ? { auth: { issuers: auth.issuers.map(issuerOf) } } : {}),
  };
}

function issuerOf({ jwks, introspection, ...issuer }: WrittenIssuer): TokenIssuer {
  if (!introspection) return { ...issuer, jwks: new URL(jwks) };
  const { url, clientId, clientSecretFile, ...kept } = introspection;
  const read = readIntrospection(url, clientId, clientSecretFile);
  return { ...issuer, jwks: new URL(jwks), introspection: { ...read, ...kept } };
}

function faultOf({ instancePath, message = '', params }: ErrorObject): string {
  const { additionalProperty } = params as { readonly additionalProperty?: string };
  const place = [...instancePath.split('/').slice(1), ...(additionalProperty ? [additionalProperty] : [])].join('.');
  return `${place || '.'} ${additionalProperty ? 'is no setting' : message}`;
}
