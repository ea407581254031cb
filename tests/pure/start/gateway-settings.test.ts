import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readGatewaySettings } from '../../../scripts/gateway-settings.ts';
import { StartError } from '../../../scripts/start-error.ts';

/* The gateway's settings file, as an operator writes it; nothing is started. */

const written = (text: string): string => {
  const file = join(mkdtempSync(join(tmpdir(), 'settings-')), 'gateway.yaml');
  writeFileSync(file, text);
  return file;
};

it('settings are what the gateway takes as options', () => {
  const settings = readGatewaySettings(
    written(`
$schema: schema/gateway.schema.json
limits: { aliases: 200, rootFields: 80 }
maximumResponseBytes: 67108864
compress: false
passHeaders: [x-tenant]
auth: { issuers: [{ issuer: "https://who.example", audience: graph, jwks: "https://who.example/keys" }] }
subgraphs: { books: { url: "http://127.0.0.1:1/graphql", deadlineMs: 500 } }
`),
  );
  expect(settings).toEqual({
    limits: { aliases: 200, rootFields: 80 },
    maximumResponseBytes: 67_108_864,
    compress: false,
    passHeaders: ['x-tenant'],
    auth: {
      issuers: [{ issuer: 'https://who.example', audience: 'graph', jwks: new URL('https://who.example/keys') }],
    },
    subgraphs: { books: { url: 'http://127.0.0.1:1/graphql', deadlineMs: 500 } },
  });
});

it('an issuer that takes tokens back is named with a file of the secret', () => {
  const secret = written('a secret\n');
  const text = (url: string) => `
auth:
  issuers:
    - issuer: i
      audience: a
      jwks: "https://who.example/keys"
      introspection: { url: "${url}", clientId: gateway, clientSecretFile: "${secret}", cacheMs: 1000 }
`;
  expect(readGatewaySettings(written(text('https://who.example/introspect'))).auth?.issuers[0]?.introspection).toEqual({
    ...{ url: new URL('https://who.example/introspect'), clientId: 'gateway', clientSecret: 'a secret' },
    cacheMs: 1000,
  });
  const listened = () => readGatewaySettings(written(text('http://who.example/introspect')));
  expect(listened).toThrow(expect.objectContaining({ code: 'INTROSPECTION_SETTING' }));
});

it('an empty file sets nothing', () => {
  expect(readGatewaySettings(written(''))).toEqual({});
});

it.each([
  ['a setting that there is not', 'limit: { aliases: 200 }', /limit is no setting/],
  ['one within another', 'limits: { alias: 200 }', /limits\.alias is no setting/],
  ['a limit beyond all sense', 'limits: { depth: 100000 }', /limits\.depth must be <= 1000/],
  ['a header that could not match', 'passHeaders: [X-Tenant]', /passHeaders\.0/],
  ['an address that is none', 'subgraphs: { books: { url: "books:4001" } }', /subgraphs\.books\.url/],
  ['several at once', 'deadlineMs: 0\nrequestMs: soon', /(?=.*deadlineMs must be >= 1)(?=.*requestMs must be integer)/],
  ['what is no YAML', 'limits: [', /\.yaml/],
])('%s is refused in one sentence', (_what, text, sentence) => {
  const refused = expect.objectContaining({ constructor: StartError, code: 'GATEWAY_SETTINGS' });
  const read = (): unknown => readGatewaySettings(written(text));
  expect(read).toThrow(refused);
  expect(read).toThrow(sentence);
});

it('a file that is not there is refused by its name', () => {
  expect(() => readGatewaySettings('/nowhere/gateway.yaml')).toThrow(/nowhere/);
});

it('the defaults that the schema tells are those that the options tell', () => {
  const types = readFileSync(new URL('../../../gateway/types.ts', import.meta.url), 'utf8');
  const { limits } = JSON.parse(readFileSync(new URL('../../../schema/gateway.schema.json', import.meta.url), 'utf8'))
    .properties as { limits: { properties: Record<string, { default: number }> } };
  for (const [name, { default: told }] of Object.entries(limits.properties)) {
    const options = new RegExp(`efault ([\\d,]+)\\. \\*/\\s+readonly ${name}\\?`).exec(types)?.[1];
    expect(Number(options?.replace(',', '')), name).toBe(told);
  }
});
