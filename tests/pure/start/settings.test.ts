import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../scripts/config.ts';
import { cannotStart, listening, StartError, sentenceOf } from '../../../scripts/start-error.ts';

/* Every setting that OPERATING names, set to what nobody means: it is taken, or told by its name in a sentence. */

const operating = readFileSync(new URL('../../../OPERATING.md', import.meta.url), 'utf8');
const ofTable = [...operating.matchAll(/^\| (`[A-Z_]+`(?:, `[A-Z_]+`)*) /gm)].flatMap(([, names]) =>
  [...(names as string).matchAll(/[A-Z_]+/g)].map(([name]) => name),
);
const ofTokens = [...operating.matchAll(/`(OIDC_[A-Z_]+|STAFF_SECOND_FACTOR)/g)].map(([, name]) => name as string);
const settings = [...new Set([...ofTable, ...ofTokens])].filter(
  (name) => !/^(SUBGRAPH|DEPARTMENT)_/.test(name) && name !== 'INNER_TLS_',
);
const nobodyMeans = [
  ...[
    '',
    ' ',
    'NaN',
    '-1',
    '1e3',
    '0x10',
    '99999999999',
    'http://',
    'not a url',
    'https://u:p@h:99999/',
    'ftp://x',
    '::',
  ],
  ...['/no/such/file', tmpdir(), 'package.json', '\0', 'a,b=c', '__proto__', '宝'],
];
const oidc = { OIDC_ISSUER: 'https://issuer.example', OIDC_AUDIENCE: 'us', OIDC_JWKS_URL: 'https://issuer.example/k' };
const secret = { YIJIANSHI_SECRET: 'a secret that is given, of sufficient length' };
/** What one has to have beside the setting for it to be read. */
const beside: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  PAYMENT_KEY: { PAYMENT_PROVIDER: 'https://pay.example' },
  PERSISTED_MODE: { PERSISTED_MANIFEST: 'package.json' },
};

function outcome(name: string, value: string, apart: boolean): unknown {
  const environment = {
    ...(apart ? {} : secret),
    ...(name.startsWith('OIDC_') ? oidc : {}),
    ...beside[name],
    [name]: value,
  };
  const argv = ['node', 'start', '--data', tmpdir(), ...(apart ? ['--role', 'gateway'] : [])];
  try {
    readConfig(argv, environment);
    return 'TAKEN';
  } catch (error) {
    return error;
  }
}

describe.each(settings)('%s', (name) => {
  it.each(nobodyMeans)('set to %j is taken, or refused in a sentence that names it', (value) => {
    for (const apart of [false, true]) {
      const came = outcome(name, value, apart);
      if (came === 'TAKEN') continue;
      expect(came).toBeInstanceOf(StartError);
      const { message } = came as StartError;
      expect(message).toContain(name);
      expect(message).not.toMatch(/\n|^\s+at /);
    }
  });
});

it('has found the settings, and values that each kind refuses', () => {
  expect(settings.length).toBeGreaterThan(40);
  const refusing = settings.filter((name) => nobodyMeans.some((value) => outcome(name, value, false) !== 'TAKEN'));
  expect(refusing).toEqual(
    expect.arrayContaining([
      'PORT',
      'METRICS_PORT',
      'DATABASE_URL',
      'YIJIANSHI_SECRET',
      'GATEWAY_URL',
      'OIDC_JWKS_URL',
      'RATE',
      'RETENTION',
    ]),
  );
});

it.each([
  ['that is nobody’s', 'no.such.host.invalid', 'ENOTFOUND'],
  ['of another machine', '192.0.2.1', 'EADDRNOTAVAIL'],
  ['at a port that one may not have', '127.0.0.1', 'EACCES'],
])('an address %s is told by the setting that named it', async (_what, host, code) => {
  const refused = listening('METRICS_HOST', host, () =>
    Promise.reject(Object.assign(new Error(code), { code, port: 1 })),
  );
  await expect(refused).rejects.toEqual(cannotStart('HOST_SETTING', { name: 'METRICS_HOST', host, reason: code }));
});

it('an address that is empty is none: it would be every address of the machine', async () => {
  await expect(listening('INNER_HOST', '', () => Promise.resolve('everywhere'))).rejects.toThrow(/INNER_HOST/);
});

it('a port that is taken is told by its number', async () => {
  const taken = Object.assign(new Error('taken'), { code: 'EADDRINUSE', port: 4009 });
  const refused = listening('HOST', '127.0.0.1', () => Promise.reject(taken));
  await expect(refused).rejects.toBe(taken);
  expect(sentenceOf(taken, 4000)).toMatch(/4009.*METRICS_PORT/s);
});
