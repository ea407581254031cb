import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readRegistry } from '../../../schema/registry.ts';
import { readKeys, writeKeys } from '../../../scripts/key-files.ts';
import { rootSecrets } from '../../../scripts/secrets.ts';
import { StartError } from '../../../scripts/start-error.ts';
import { wrappersOf } from '../../../scripts/wrappers.ts';

const secret = 'a root secret of sufficient length';
const adminUrl = 'postgres://admin:the-administrators-own@127.0.0.1:5432/graph';
const registry = readRegistry();
const secrets = await rootSecrets(adminUrl, secret, registry);

function written(): string {
  const folder = mkdtempSync(join(tmpdir(), 'yijianshi-keys-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeKeys(folder, secrets, registry);
  return folder;
}
const textsOf = (folder: string) =>
  new Map(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]));

it('each part has a file that its user alone reads, and everyone the public keys', () => {
  const folder = written();
  const parts = ['gateway', ...registry.subgraphs.map(({ code }) => code)].map((part) => `${part}.json`);
  expect(readdirSync(folder).sort()).toEqual([...parts, 'public.json'].sort());
  for (const part of parts) expect(statSync(join(folder, part)).mode & 0o777).toBe(0o600);
});

it('no part holds the root secret, the administrator’s password, or a secret of another', () => {
  const texts = textsOf(written());
  const owners = new Map<string, string[]>();
  for (const [file, text] of texts) {
    expect(text, file).not.toMatch(/a root secret|the-administrators-own|admin:/);
    const { database, wrappingKey, lookupKey, signs, sm } = JSON.parse(text);
    for (const held of [database, wrappingKey, lookupKey, signs?.d, sm?.wrappingKey, sm?.signs].filter(Boolean))
      owners.set(held, [...(owners.get(held) ?? []), file]);
  }
  expect(owners.size).toBeGreaterThan(3 * registry.subgraphs.length);
  for (const files of owners.values()) expect(files).toHaveLength(1);
});

it('who asks nobody has nothing to sign with, and everybody holds public keys alone of the others', () => {
  for (const [file, text] of textsOf(written())) {
    const { signs, sm, hears, keys } = JSON.parse(text);
    expect(Boolean(sm?.signs), file).toBe(Boolean(signs));
    expect(Boolean(signs), file).toBe(
      [
        'gateway.json',
        'journeys.json',
        'appeals.json',
        'appointments.json',
        'supervision.json',
        'policies.json',
      ].includes(file),
    );
    const listed: ReadonlyArray<Record<string, string>> = hears?.keys ?? keys;
    expect(listed.map(({ kid }) => kid)).toEqual([
      'gateway',
      'journeys',
      'appeals',
      'appointments',
      'supervision',
      'policies',
    ]);
    for (const key of listed) expect(Object.keys(key).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x']);
  }
});

it('what is read is what was written, and written anew it is the same', () => {
  const folder = written();
  const before = textsOf(folder);
  writeKeys(folder, secrets, registry);
  expect(textsOf(folder)).toEqual(before);
  for (const part of ['gateway', 'journeys', 'tax']) expect(readKeys(folder)(part)).toEqual(secrets(part));
});

it.each([
  ['a part whose file is not there', 'archives', null],
  ['a file that is no JSON', 'tax', '{'],
  ['the public keys in its place', 'tax', '{"keys":[]}'],
])('%s is told by its file’s name, and nothing that is in it', (_what, part, content) => {
  const folder = written();
  if (content !== null) writeFileSync(join(folder, `${part}.json`), content);
  expect(() => readKeys(folder)(part)).toThrow(expect.objectContaining({ code: 'KEYS_MISSING' }));
  expect(() => readKeys(folder)(part)).toThrow(StartError);
  expect(() => readKeys(folder)(part)).toThrow(`${part}.json`);
});

describe('the suite SM', () => {
  const tax = secrets('tax');
  const idsOf = (...given: Parameters<typeof wrappersOf>) => wrappersOf(...given).map(({ id }) => id.split(' ')[0]);
  const outside = { id: 'kms', wrap: async (key: Buffer) => key, unwrap: async (key: Buffer) => key };

  it('has keys of its own, and the newest wraps by the suite that is set', () => {
    expect(idsOf(tax, null)).toEqual(['local', 'local-sm']);
    expect(idsOf(tax, null, 'SM')).toEqual(['local-sm', 'local']);
    expect(idsOf(tax, outside, 'SM')).toEqual(['kms', 'local-sm', 'local']);
    expect(idsOf(tax, outside, 'SM', true)).toEqual(['local-sm', 'local', 'kms']);
    expect(idsOf(secrets('gateway'), outside, 'SM')).toEqual([]);
  });

  it('is refused where an earlier release wrote the file, which is read all the same', () => {
    const folder = written();
    const { sm: _later, ...earlier } = tax;
    writeFileSync(join(folder, 'tax.json'), JSON.stringify(earlier));
    const read = readKeys(folder)('tax');
    expect(idsOf(read, null)).toEqual(['local']);
    expect(() => wrappersOf(read, null, 'SM')).toThrow(expect.objectContaining({ code: 'SUITE_KEYS_MISSING' }));
  });
});
