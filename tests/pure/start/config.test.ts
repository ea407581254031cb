import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readConfig, subgraphsOf } from '../../../scripts/config.ts';
import { operatorName } from '../../../scripts/operator-name.ts';
import { StartError } from '../../../scripts/start-error.ts';
import { issue, settingsOf } from '../../process/certificates.ts';

/* The environment as `npm start` reads it; nothing is started. */

const secret = 'a secret that is given, of sufficient length';
const read = (environment: Readonly<Record<string, string>>, ...argv: string[]) =>
  readConfig(['node', 'start', '--data', tmpdir(), ...argv], { ...root, ...environment });
const root = { YIJIANSHI_SECRET: secret };
const oidc = {
  OIDC_ISSUER: 'https://issuer.example',
  OIDC_AUDIENCE: 'yijianshi',
  OIDC_JWKS_URL: 'https://issuer.example/keys',
};

const sandbox = { provider: 'SANDBOX', paysAtOnce: false };
const code = (of: string) => expect.objectContaining({ constructor: StartError, code: of });

it.each([
  ['production with development tokens', { NODE_ENV: 'production' }, 'ISSUER_MISSING'],
  ['production with a short secret', { NODE_ENV: 'production', ...oidc, YIJIANSHI_SECRET: 'short' }, 'SECRET_MISSING'],
  ['a secret in a file that is not there', { YIJIANSHI_SECRET_FILE: '/run/secrets/none' }, 'SECRET_FILE_SETTING'],
  ['production where nobody collects payments', { NODE_ENV: 'production', ...oidc }, 'PAYMENT_PROVIDER_MISSING'],
  ['a provider of payments that is none', { PAYMENT_PROVIDER: 'bank' }, 'PAYMENT_SETTING'],
  ['a provider in the open', { PAYMENT_PROVIDER: 'http://pay.example' }, 'PAYMENT_SETTING'],
  ['a provider without a key', { PAYMENT_PROVIDER: 'https://pay.example' }, 'PAYMENT_KEY_SETTING'],
  ['a port that is a word', { PORT: 'web' }, 'PORT_SETTING'],
  ['a port beyond the last', { INNER_PORT: '65536' }, 'PORT_SETTING'],
  ['a secret that is nothing', { YIJIANSHI_SECRET: '' }, 'SECRET_SHORT'],
  ['a secret of 31 characters', { YIJIANSHI_SECRET: 'x'.repeat(31) }, 'SECRET_SHORT'],
  ['an issuer without its keys', { ...oidc, OIDC_JWKS_URL: '' }, 'ISSUER_SETTING'],
  ['an issuer that is half there', { OIDC_ISSUER: 'https://issuer.example' }, 'ISSUER_SETTING'],
  ['an issuer with keys at no address', { ...oidc, OIDC_JWKS_URL: 'keys' }, 'ISSUER_SETTING'],
  ['an issuer with keys in a file', { ...oidc, OIDC_JWKS_URL: 'file:///keys' }, 'ISSUER_SETTING'],
  ['storage without a key', { UPLOADS_ENDPOINT: 'https://s3.example', UPLOADS_BUCKET: 'uploads' }, 'STORAGE_SETTING'],
  [
    'storage in the open',
    { UPLOADS_ENDPOINT: 'http://s3.example', UPLOADS_BUCKET: 'uploads', UPLOADS_KEY_FILE: 'x' },
    'STORAGE_SETTING',
  ],
  ['a suite in small letters', { CRYPTO_SUITE: 'sm' }, 'SUITE_SETTING'],
  ['a suite that is nothing', { CRYPTO_SUITE: '' }, 'SUITE_SETTING'],
  ['webhooks in no file', { WEBHOOKS: '/no/webhooks.json' }, 'WEBHOOKS_SETTING'],
  ['a store of rates without a rate', { RATE_STORE: 'postgres://r@h/d' }, 'RATE_STORE_SETTING'],
  ['a store of rates of another kind', { RATE: '10/60', RATE_STORE: 'redis://h' }, 'RATE_STORE_SETTING'],
  ['traces to no address', { OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' }, 'TRACING_SETTING'],
  [
    'more traces than there are',
    { OTEL_EXPORTER_OTLP_ENDPOINT: 'https://c:4318', OTEL_TRACES_SAMPLER_ARG: '2' },
    'TRACING_SETTING',
  ],
  ['a gateway at no address', { GATEWAY_URL: 'gateway:4001' }, 'GATEWAY_URL_SETTING'],
  ['registers at what is no path', { REGISTERS_DIR: '\0' }, 'REGISTERS_SETTING'],
  ['metrics at a port that is none', { METRICS_PORT: '9090 ' }, 'PORT_SETTING'],
  ['a database without an address', { DATABASE_URL: 'mine' }, 'DATABASE_URL_SETTING'],
  ['a database of another kind', { DATABASE_URL: 'mysql://admin@127.0.0.1/x' }, 'DATABASE_URL_SETTING'],
  ['registers in a folder that is not there', { REGISTERS_DIR: '/srv/registers' }, 'REGISTERS_SETTING'],
  ['registers in a file', { REGISTERS_DIR: 'package.json' }, 'REGISTERS_SETTING'],
  ['systems in a folder that is not there', { SYSTEMS_DIR: '/srv/systems' }, 'SYSTEMS_SETTING'],
  ['systems in a file', { SYSTEMS_DIR: 'package.json' }, 'SYSTEMS_SETTING'],
  ['a rate that is none', { RATE: 'much' }, 'RATE_SETTING'],
  ['a rate in no time', { RATE: '10/0' }, 'RATE_SETTING'],
  ['a rate of nothing', { RATE: '0/60' }, 'RATE_SETTING'],
  ['no time to answer', { DEADLINE_MS: '0' }, 'NUMBER_SETTING'],
  ['no time for an operation', { REQUEST_MS: '0' }, 'NUMBER_SETTING'],
  ['no time to plan', { PLANNING_MS: '0' }, 'NUMBER_SETTING'],
  ['an end before it has drained', { DRAIN_MS: '5000', STOP_MS: '5000' }, 'STOP_SETTING'],
  ['a production that is misspelt', { NODE_ENV: 'Production' }, 'NODE_ENV_SETTING'],
  ['a data folder that is nothing', { DATA_DIR: '' }, 'SETTING_EMPTY'],
  ['a claim that is nothing', { ...oidc, OIDC_CLAIM_NAME: ' ' }, 'SETTING_EMPTY'],
  ['a password that does not decode', { DATABASE_URL: 'postgres://a:%ZZ@127.0.0.1/x' }, 'DATABASE_URL_SETTING'],
  ['a patience that is no number', { DATABASE_URL: 'postgres://a@h/x?connect_timeout=5s' }, 'DATABASE_URL_SETTING'],
  ['a store of rates that does not decode', { RATE: '10/60', RATE_STORE: 'postgres://h/%' }, 'RATE_STORE_SETTING'],
  ['a cost below nothing', { COST_MAXIMUM: '-1' }, 'NUMBER_SETTING'],
  ['a scanner without a port', { CLAMD_ADDRESS: 'scanner' }, 'SCANNER_SETTING'],
  ['a scanner at no port', { CLAMD_ADDRESS: 'scanner:65536' }, 'SCANNER_SETTING'],
  ['more threads than any machine has', { PLANNING_THREADS: '65' }, 'NUMBER_SETTING'],
  ['months that are none', { RETENTION: 'content' }, 'RETENTION_SETTING'],
  ['months of what there is not', { RETENTION: 'content=12,photos=3' }, 'RETENTION_SETTING'],
  ['months of a name that every object has', { RETENTION: 'constructor=12' }, 'RETENTION_SETTING'],
  ['a submission kept for less than one may sue', { RETENTION: 'content=5' }, 'RETENTION_ILLEGAL'],
  ['a submission kept for longer than it is needed', { RETENTION: 'accesses=36,content=61' }, 'RETENTION_ILLEGAL'],
  ['a log kept for less than the law wants', { RETENTION: 'accesses=5' }, 'RETENTION_ILLEGAL'],
  ['keys that a client cannot send again', { RETENTION: 'requests=0' }, 'RETENTION_ILLEGAL'],
  ['ids alone without a list of them', { PERSISTED_MODE: 'IDS_ONLY' }, 'PERSISTED_MODE_SETTING'],
  ['an origin that is a path', { CORS_ORIGINS: 'https://app.example,https://app.example/x' }, 'ORIGINS_SETTING'],
  ['a certificate without its key', { TLS_CERT: 'package.json' }, 'TLS_SETTING'],
  ['keys of clients that are none', { CLIENT_KEYS: 'package.json' }, 'CLIENT_KEYS_SETTING'],
])('%s is refused in one sentence', (_what, environment, refusal) => {
  expect(() => read(environment)).toThrow(code(refusal));
});

it('a part that there is not is refused by name, with those that there are', () => {
  const known = [
    { code: 'catalogue', kind: 'CORE' },
    { code: 'tax', kind: 'DEPARTMENT' },
    { code: 'health', kind: 'DEPARTMENT' },
  ] as const;
  expect(() => subgraphsOf(['subgraph:archives'], known)).toThrow(/archives.*catalogue.*tax/s);
  expect(subgraphsOf(['gateway', 'subgraph:tax'], known)).toEqual(['tax']);
  expect(subgraphsOf(['services', 'worker'], known)).toEqual(['catalogue']);
  expect(subgraphsOf(['departments', 'subgraph:tax'], known)).toEqual(['tax', 'health']);
});

it.each([root, { DATABASE_URL: 'postgres://admin@127.0.0.1/x' }])(
  'a part run apart is not given what all others’ secrets follow from: %j',
  (given) => {
    const start = (environment: object) =>
      readConfig(['node', 'start', '--data', tmpdir(), '--role', 'gateway'], { ...environment });
    expect(() => start(given)).toThrow(code('ROOT_SECRET_GIVEN'));
    expect(start({ NODE_ENV: 'production', ...oidc, KEYS_DIR: '/keys' })).toMatchObject({ root: null, keys: '/keys' });
  },
);

it.each([
  ['files that are not there', { INNER_TLS_CA: '/none', INNER_TLS_CERT: '/none', INNER_TLS_KEY: '/none' }],
  ['one of the three alone', { INNER_TLS_CERT: 'package.json' }],
  ['no certificates', { INNER_TLS_CA: 'package.json', INNER_TLS_CERT: 'package.json', INNER_TLS_KEY: 'package.json' }],
])('between parts %s are no certificates', (_what, environment) => {
  expect(() => read(environment)).toThrow(code('INNER_TLS_SETTING'));
});

it('in production parts listen to other machines over mutual TLS alone', () => {
  const production = { NODE_ENV: 'production', ...oidc };
  const start = (environment: Record<string, string>) =>
    readConfig(['node', 'start', '--role', 'gateway'], { ...production, ...environment });
  for (const host of ['0.0.0.0', '10.0.0.1', '::', '127.0.0.1.example']) {
    expect(() => start({ INNER_HOST: host })).toThrow(code('INNER_TLS_MISSING'));
    expect(() => read({ ...production, INNER_HOST: host, INNER_PORT: '9' })).toThrow(code('INNER_TLS_MISSING'));
    const folder = mkdtempSync(join(tmpdir(), 'yijianshi-config-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const { gateway } = issue('gateway');
    expect(start({ INNER_HOST: host, ...settingsOf(folder, gateway) }).tls?.cert).toBe(gateway.cert);
  }
  for (const host of ['127.0.0.1', '::1', 'localhost']) expect(start({ INNER_HOST: host }).inner.host).toBe(host);
});

it('parts listen for one another at this machine’s own address unless told otherwise, and not at all in one process', () => {
  expect(read({ HOST: '0.0.0.0' }).inner).toEqual({ port: null, host: '127.0.0.1' });
  expect(read({ INNER_PORT: '9', INNER_HOST: '10.0.0.1' }).inner).toEqual({ port: 9, host: '10.0.0.1' });
  const apart = readConfig(['node', 'start', '--role', 'gateway', '--host', '0.0.0.0'], {});
  expect(apart).toMatchObject({ host: '0.0.0.0', inner: { port: 4001, host: '127.0.0.1' }, tls: null });
  expect(apart.gatewayUrl).toBe('http://127.0.0.1:4001');
});

it('how long data is kept is a setting, within its bounds, and the law says it where none is', () => {
  expect(read({}).retention).toEqual({
    content: 12,
    requests: 3,
    accesses: 36,
    licences: 12,
    appeals: 24,
    appointments: 24,
    supervision: 36,
    offers: 12,
  });
  expect(read({ RETENTION: 'content=60, accesses=6' }).retention).toEqual({
    ...{
      content: 60,
      requests: 3,
      accesses: 6,
      licences: 12,
      appeals: 24,
      appointments: 24,
      supervision: 36,
      offers: 12,
    },
  });
  expect(() => read({ RETENTION: 'content=5' })).toThrow(/《行政诉讼法》第四十六条.* 6 .* 60 /s);
});

it('what the gateway lets in is a setting', () => {
  const { door } = read({
    RATE: '2/600',
    COST_MAXIMUM: '50',
    PERSISTED_MANIFEST: 'manifest.json',
    PERSISTED_MODE: 'IDS_FOR_ANONYMOUS',
    DRAIN_MS: '7',
    DEADLINE_MS: '8',
    REQUEST_MS: '9',
    PLANNING_THREADS: '3',
    PLANNING_MS: '4',
    PLANNING_DIFFICULTY: '5',
  });
  expect(door).toEqual({
    rate: { points: 2, perSeconds: 600 },
    cost: { mode: 'MEASURE', maximum: 50 },
    persisted: { manifest: 'manifest.json', mode: 'IDS_FOR_ANONYMOUS' },
    drainMs: 7,
    deadlineMs: 8,
    requestMs: 9,
    planningThreads: 3,
    planningMs: 4,
    maximumDifficulty: 5,
  });
});

it('no threads for planning: it is planned where it is answered', () => {
  expect(read({ PLANNING_THREADS: '0' }).door.planning).toBe('HERE');
});

it('payments are collected by whom the operator names: the sandbox in production by its name alone', () => {
  const production = { NODE_ENV: 'production', ...oidc };
  const of = (environment: Record<string, string>, ...argv: string[]) => read(environment, ...argv).payments;
  const sandbox = (paysAtOnce: boolean) => ({ provider: 'SANDBOX', paysAtOnce });
  expect([of({}), of({ ...production, PAYMENT_PROVIDER: 'sandbox' })]).toEqual([sandbox(false), sandbox(false)]);
  expect(of({ PAYMENT_PROVIDER: 'sandbox-at-once' })).toEqual(sandbox(true));
  const url = 'https://pay.example/v1';
  expect(of({ ...production, PAYMENT_PROVIDER: url, PAYMENT_KEY: 'package.json' })).toMatchObject({
    provider: 'HTTP',
    url,
  });
  const folder = mkdtempSync(join(tmpdir(), 'yijianshi-payment-key-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const withKey = (bytes: number) => {
    writeFileSync(join(folder, 'key'), Buffer.alloc(bytes, 1));
    return () => of({ PAYMENT_PROVIDER: url, PAYMENT_KEY: join(folder, 'key') });
  };
  expect(withKey(32)).not.toThrow();
  expect(withKey(31)).toThrow(code('PAYMENT_KEY_SETTING'));
  const apart = (role: string) => () =>
    readConfig(['node', 'start', '--role', role], { ...production, KEYS_DIR: '/keys' });
  expect(apart('subgraph:tax')).not.toThrow();
  for (const role of ['worker', 'services', 'subgraph:journeys', 'gateway,worker'])
    expect(apart(role), role).toThrow(code('PAYMENT_PROVIDER_MISSING'));
});

it('keys of payments and of storage are read where they are used, though one file of settings may be everybody’s', () => {
  const files = { PAYMENT_PROVIDER: 'https://pay.example', PAYMENT_KEY: '/keys/none' };
  const bucket = { UPLOADS_ENDPOINT: 'https://s3.example', UPLOADS_BUCKET: 'uploads', UPLOADS_KEY_FILE: '/keys/none' };
  const apart = (role: string, settings: Record<string, string>) => () =>
    readConfig(['node', 'start', '--role', role], { KEYS_DIR: '/keys', ...settings });
  for (const role of ['gateway', 'departments', 'gateway,departments', 'subgraph:tax'])
    expect(apart(role, { ...files, ...bucket })(), role).toMatchObject({ payments: sandbox, storage: null });
  for (const role of ['services', 'worker', 'gateway,worker', 'subgraph:journeys']) {
    expect(apart(role, files), role).toThrow(code('PAYMENT_KEY_SETTING'));
    expect(apart(role, bucket), role).toThrow(code('STORAGE_SETTING'));
  }
});

describe.each([
  ['gateway', { CLIENT_KEYS: '/none' }],
  ['gateway', { TLS_CERT: '/none', TLS_KEY: '/none' }],
  ['gateway', { PERSISTED_MODE: 'IDS' }],
  ['gateway', { RATE: '1/1', RATE_STORE_FILE: '/none' }],
  ['gateway', { ...oidc, OIDC_INTROSPECTION_SECRET_FILE: '/none' }],
  ['worker', { WEBHOOKS: '/none' }],
  ['departments', { REGISTERS_DIR: '/none' }],
  ['departments', { SYSTEMS_DIR: '/none' }],
] as const)('one file of settings may be everybody’s: what %s alone reads, %j,', (role, settings) => {
  const start = (of: string) => () => readConfig(['node', 'start', '--role', of], { KEYS_DIR: '/keys', ...settings });

  it('is looked for where it is used', () => {
    expect(start(role)).toThrow(StartError);
    expect(start(`services,${role}`)).toThrow(StartError);
    expect(() => read(settings as never)).toThrow(StartError);
  });

  it('is nothing to others, nor to a command that does no such work', () => {
    for (const other of ['gateway', 'worker', 'departments'].filter((each) => each !== role))
      expect(start(other), other).not.toThrow();
    expect(() => readConfig([], { ...root, ...settings }, { uses: [] })).not.toThrow();
  });
});

it('a command reads the files of the work that it does', () => {
  const systems = () => readConfig([], { ...root, SYSTEMS_DIR: '/none' }, { uses: ['departments'] });
  expect(systems).toThrow(code('SYSTEMS_SETTING'));
  expect(read({ SYSTEMS_DIR: tmpdir() })).toMatchObject({ systems: tmpdir() });
});

it('whoever imports is named by the machine, or by a number where it has no name for them', () => {
  expect(operatorName(() => ({ username: 'wang' }))).toBe('wang');
  const nameless = () => {
    throw new Error('ENOENT: no such file or directory, uv_os_get_passwd');
  };
  expect(operatorName(nameless)).toBe(`uid ${process.getuid?.()}`);
});

it('production enforces what development measures, and takes its time to stop', () => {
  const { door, issuer } = read({ NODE_ENV: 'production', ...oidc, PAYMENT_PROVIDER: 'sandbox' });
  expect(door.cost?.mode).toBe('ENFORCE');
  expect(door.drainMs).toBeGreaterThan(0);
  expect(issuer?.issuer).toBe(oidc.OIDC_ISSUER);
  expect(issuer?.claims).toEqual({ name: 'name', identityNumber: 'identity_number' });
});

it.each([
  ['unset', undefined, null],
  ['a name and a port', 'scanner.inner:3310', { host: 'scanner.inner', port: 3310 }],
  ['an address in brackets', '[::1]:3310', { host: '::1', port: 3310 }],
  ['a socket of this machine', '/run/clamav/clamd.ctl', { path: '/run/clamav/clamd.ctl' }],
])('the scanner is where CLAMD_ADDRESS says: %s', (_what, address, scanner) => {
  expect(read(address === undefined ? {} : { CLAMD_ADDRESS: address }).scanner).toEqual(scanner);
});

it.each([
  ['without a client', { OIDC_INTROSPECTION_URL: 'https://issuer.example/introspect' }],
  ['where others listen in', { OIDC_INTROSPECTION_URL: 'http://issuer.example/i', OIDC_INTROSPECTION_CLIENT: 'c' }],
  ['with a secret that cannot be read', { OIDC_INTROSPECTION_SECRET_FILE: '/nowhere/secret' }],
])('an issuer that takes tokens back is not named %s', (_what, given) => {
  const secret = { OIDC_INTROSPECTION_SECRET_FILE: 'package.json' };
  expect(() => read({ ...oidc, ...secret, ...given })).toThrow(
    expect.objectContaining({ code: 'INTROSPECTION_SETTING' }),
  );
});

it('an issuer that takes tokens back is asked by what it is given', () => {
  const { issuer } = read({
    ...oidc,
    OIDC_INTROSPECTION_URL: 'http://127.0.0.1:9/i',
    OIDC_INTROSPECTION_CLIENT: 'c',
    OIDC_INTROSPECTION_SECRET_FILE: 'LICENSE',
  });
  expect(issuer?.introspection).toMatchObject({ clientId: 'c', clientSecret: expect.stringContaining('MIT') });
});

it('staff are asked for a second factor by what the setting says', () => {
  expect(read({}).staffFactor).toBeNull();
  expect(read({ STAFF_SECOND_FACTOR: 'amr=mfa,hwk' }).staffFactor).toEqual({ claim: 'amr', values: ['mfa', 'hwk'] });
});

it.each(['', 'amr', 'amr=', '=mfa', 'acr=a"b', 'amr=a,', 'amr=a b'])('no second factor is called %j', (given) => {
  expect(() => read({ STAFF_SECOND_FACTOR: given })).toThrow(
    expect.objectContaining({ code: 'SECOND_FACTOR_SETTING' }),
  );
});

it('registers are those of the assembly, unless a folder is named', () => {
  expect(read({}).registers).toBeUndefined();
  expect(read({ REGISTERS_DIR: tmpdir() }).registers).toBe(tmpdir());
  expect(read({ SYSTEMS_DIR: tmpdir() }).systems).toBe(tmpdir());
});

it('the root may stand in files, as secrets are mounted', () => {
  const folder = mkdtempSync(join(tmpdir(), 'yijianshi-secrets-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'url'), 'postgres://admin@db.example/yijianshi\n');
  writeFileSync(join(folder, 'secret'), `${secret} of a file\n`);
  const files = { DATABASE_URL_FILE: join(folder, 'url'), YIJIANSHI_SECRET_FILE: join(folder, 'secret') };
  expect(readConfig(['node', 'start', '--data', tmpdir()], files).root).toEqual({
    databaseUrl: 'postgres://admin@db.example/yijianshi',
    secret: `${secret} of a file`,
  });
  // A part apart holds nothing of it, by whatever way it is given.
  expect(() => readConfig(['node', 'start', '--role', 'worker'], files)).toThrow(code('ROOT_SECRET_GIVEN'));
});

it.each([
  ['INTERNATIONAL', {}],
  ['INTERNATIONAL', { CRYPTO_SUITE: 'INTERNATIONAL' }],
  ['SM', { CRYPTO_SUITE: 'SM' }],
])('what is written is of the suite %s with %j', (suite, environment) => {
  expect(read(environment as Readonly<Record<string, string>>).suite).toBe(suite);
});

it.each([
  ['a program', {}, true],
  ['a program with two secrets', { secrets: [`whsec_${'A'.repeat(32)}`, `whsec_${'B'.repeat(44)}`] }, true],
  ['one in a network of one’s own', { url: 'http://10.0.0.1/x', private: true }, true],
  ['one in the open', { url: 'http://app.example/x' }, false],
  ['an address of a private network', { url: 'https://10.0.0.1/x' }, false],
  ['no secret', { secrets: [] }, false],
  ['three secrets', { secrets: Array(3).fill(`whsec_${'A'.repeat(32)}`) }, false],
  ['a short secret', { secrets: ['whsec_AAAA'] }, false],
  ['a setting that is none', { secret: 'x' }, false],
])('webhooks to %s are taken: %j', (_what, more, taken) => {
  const file = join(mkdtempSync(join(tmpdir(), 'webhooks-')), 'webhooks.json');
  const entry = { client: 'app', url: 'https://app.example/x', secrets: [`whsec_${'A'.repeat(32)}`], ...more };
  const webhooks = (entries: ReadonlyArray<object>) => () => {
    writeFileSync(file, JSON.stringify(entries));
    return read({ WEBHOOKS: file }).webhooks;
  };
  if (taken) expect(webhooks([entry])()).toHaveLength(1);
  else expect(webhooks([entry])).toThrow(code('WEBHOOKS_SETTING'));
  expect(webhooks([entry, entry])).toThrow(code('WEBHOOKS_SETTING'));
});
