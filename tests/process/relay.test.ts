import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { readRegistry } from '../../schema/registry.ts';
import { freePort } from '../../scripts/free-port.ts';
import { writeKeys } from '../../scripts/key-files.ts';
import { newbornForm } from '../../scripts/newborn-example.ts';
import { rootSecrets } from '../../scripts/secrets.ts';
import { type Keys, keySet } from '../../subgraphs/departments/adapters/sealed-files.ts';
import { checkCharacter } from '../../subgraphs/language/identity-number.ts';
import { testSecret } from '../database/database.ts';
import { createOfficers } from '../database/department-systems/relay-stand.ts';
import { inputFor } from '../database/gateway-of.ts';
import { buildProduct } from './build.ts';
import { clientOf, newFolder, runBuilt, startDatabase, untilCompleted } from './process.ts';

const police = 'public-security';
/** What the police issue of a birth. */
const issuedTo = (birthDate: string) => {
  const first = `330381${birthDate.replaceAll('-', '')}002`;
  return [
    { documentType: 'household-register', spec: '本人页', number: 'HK330381000012345' },
    { documentType: 'citizen-identity-number', number: first + checkCharacter(first) },
  ];
};

it('a department reached by relay completes a submission: built, and each part in a process of its own', async () => {
  const root = await buildProduct();
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const file = join(root, 'dist/schema/subgraphs.yaml');
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace('type: PublicSecurity,', 'type: PublicSecurity, system: RELAY,'),
  );
  const databaseUrl = await startDatabase('prepared');
  const [folder, all, systems, medium] = [newFolder(), newFolder(), newFolder(), newFolder()];
  writeKeys(all, await rootSecrets(databaseUrl, testSecret), readRegistry());
  const [port, inner] = [await freePort(), await freePort()];
  const settings = {
    ...{ DATA_DIR: folder, SYSTEMS_DIR: systems, INNER_PORT: String(inner), GATEWAY_URL: `http://127.0.0.1:${inner}` },
    PLANNING_THREADS: '0',
  };
  /** The police's machine has the keys of the police alone. */
  const own = newFolder();
  cpSync(join(all, `${police}.json`), join(own, `${police}.json`));
  const relay = async (...argv: ReadonlyArray<string>): Promise<string> => {
    const running = runBuilt(root, 'relay', argv, { ...settings, KEYS_DIR: own });
    expect([await running.ended, running.output()]).toEqual([0, expect.any(String)]);
    return running.output();
  };

  const ours = join(systems, police);
  await relay('keys', ours);
  const read = (name: string): Keys => keySet.parse(JSON.parse(readFileSync(join(ours, name), 'utf8')));
  const officers = createOfficers(police, read('for-them.json'));
  mkdirSync(ours, { recursive: true });
  writeFileSync(join(ours, 'theirs.json'), JSON.stringify(officers.told));
  writeFileSync(join(ours, 'system.yaml'), JSON.stringify({ ours: 'ours.json', theirs: 'theirs.json' }));

  const others = readRegistry().departments.filter(({ code }) => code !== police);
  const begin = (role: string, at: number, keys = all) =>
    runBuilt(root, 'start', ['--role', role, '--port', String(at)], { ...settings, KEYS_DIR: keys });
  const at = Number(new RegExp(`code: ${police},[^}]*127\\.0\\.0\\.1:(\\d+)`).exec(readFileSync(file, 'utf8'))?.[1]);
  await Promise.all([
    begin('services', 0).says(/policies at/),
    begin(others.map(({ code }) => `subgraph:${code}`).join(','), 0).says(/tax at/),
    begin(`subgraph:${police}`, at, own).says(/public-security at/),
    begin('worker', await freePort()).says(/worker is running/),
    begin('gateway', port).says(/gateway at/),
  ]);

  const client = clientOf(`http://127.0.0.1:${port}`, folder);
  const { submission, problems } = await client.submit(inputFor(await client.plan()));
  expect(problems).toEqual([]);
  while (officers.filings.size === 0) {
    await delay(200);
    await relay('export', police, '--to', medium, '--apart');
    const carried = readdirSync(medium).map((name) => [name, readFileSync(join(medium, name), 'utf8')] as const);
    await officers.take(new Map(carried), Date.now());
  }
  const [filing = ''] = officers.filings.keys();
  const { party = '' } = officers.filings.get(filing) as { readonly party?: string };
  const issuedAt = new Date().toISOString();
  const results = issuedTo(newbornForm.baby?.['birth-date'] as string).map((each) => ({
    ...each,
    subject: 'CHILD',
    party,
    issuedAt,
  }));
  const answer = officers.answer(filing, { state: 'APPROVED', results });
  const path = join(medium, 'answers.jws');
  const signedAt = Math.floor(Date.now() / 1000) * 1000;
  writeFileSync(path, await officers.sign({ answers: [answer] }, { at: signedAt }));
  expect(await relay('import', police, path, '--apart')).toMatch(/^1\t\S+\tTAKEN$/m);
  const seen = await untilCompleted(client, submission);
  expect(seen.timeline.filter(({ event }) => event === 'APPROVED')).toHaveLength(7);
});
