import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import postgres from 'postgres';
import { expect, it, onTestFinished } from 'vitest';
import { freePort } from '../../scripts/free-port.ts';
import { roleOf } from '../../subgraphs/runtime/bootstrap.ts';
import { composeIn, copyProduct, runStart, startDatabase, stop } from './process.ts';

const run = promisify(execFile);
const ours = (root: string, script: string, ...argv: ReadonlyArray<string>) =>
  run(process.execPath, ['--import', 'tsx', `scripts/${script}.ts`, ...argv], { cwd: root });
const tool = (root: string, name: string, ...argv: ReadonlyArray<string>) =>
  run(join(root, 'node_modules/.bin', name), argv, { cwd: root });

it('what each skeleton makes holds; a third subgraph is one row and one folder: an entity, a field on every matter, a schema and a role', async () => {
  const root = copyProduct();
  cpSync(fileURLToPath(new URL('../../biome.json', import.meta.url)), join(root, 'biome.json'));
  const folder = mkdtempSync(join(tmpdir(), 'yijianshi-third-'));
  onTestFinished(() => {
    for (const made of [root, folder]) rmSync(made, { recursive: true, force: true });
  });
  await ours(root, 'new', 'department', 'fire-watch', '--zh', '防火', '--en', 'Fire watch');
  await ours(root, 'new', 'event', 'tree-planting', '--zh', '植树', '--en', 'Planting a tree');
  await ours(root, 'new', 'subgraph', 'remarks', '--zh', '备注', '--en', 'Remarks');
  await ours(root, 'new', 'rule', 'placeholder-title', '--zh', '占位标题', '--en', 'A title still to come');
  await ours(root, 'new', 'intake-point', 'bus-station', '--zh', '汽车站', '--en', 'The bus station');
  await expect(ours(root, 'new', 'subgraph', 'remarks')).rejects.toThrow(/已存在.*exists/);
  const registry = join(root, 'schema/subgraphs.yaml');
  const port = await freePort();
  const rows = readFileSync(registry, 'utf8');
  writeFileSync(registry, rows.replace(/(code: remarks,[^}]*127\.0\.0\.1:)\d+/, `$1${port}`));
  await composeIn(root);
  expect((await ours(root, 'check')).stdout).toContain('0 errors');
  await tool(root, 'tsc', '--noEmit');
  await tool(root, 'biome', 'check', '--vcs-enabled=false', 'schema', 'scripts', 'subgraphs');

  const gatewayPort = await freePort();
  const environment = { DATA_DIR: folder, INNER_PORT: String(await freePort()) };
  const importing = {
    DATABASE_URL: await startDatabase('empty'),
    YIJIANSHI_SECRET: 'of the importer alone, and of sufficient length',
  };
  await run(process.execPath, ['--import', 'tsx', 'scripts/import.ts'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'development', ...environment, ...importing },
  });
  const matter = '330381WJ000123001000';
  const sql = postgres(importing.DATABASE_URL, { max: 1, onnotice: () => {} });
  await sql`insert into remarks.remarks (id, matter, text) values ('r1', ${matter}, 'quick')`;
  const owner = roleOf(importing.YIJIANSHI_SECRET, 'remarks');
  const [role] = await sql`select has_table_privilege(${owner}, 'remarks.remarks', 'select') as own,
    has_schema_privilege(${owner}, 'catalogue', 'usage') as other`;
  expect(role).toEqual({ own: true, other: false });
  await sql.end();

  const rest = 'gateway,subgraph:catalogue,subgraph:health';
  const others = runStart(['--role', rest, '--port', String(gatewayPort)], { cwd: root, environment });
  const third = runStart(['--role', 'subgraph:remarks', '--port', String(port)], { cwd: root, environment });
  onTestFinished(() => Promise.all([stop(others), stop(third)]).then(() => {}));
  while (!others.output().includes('gateway at') || !third.output().includes('remarks at')) {
    if (others.child.exitCode !== null || third.child.exitCode !== null)
      throw new Error(others.output() + third.output());
    await delay(50);
  }
  const ask = async () => {
    const response = await fetch(`http://127.0.0.1:${gatewayPort}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: `{ matter(code: "${matter}") { title authority remarks { id text matter { title } } } }`,
      }),
    });
    return (await response.json()) as { data: unknown; errors?: ReadonlyArray<{ extensions: { subgraph: string } }> };
  };
  const matterOf = async () => (await ask()).data as { matter: { title: string; authority: string; remarks: unknown } };
  let seen = await matterOf();
  while (seen.matter.remarks === null) seen = await matterOf();
  expect(seen.matter).toMatchObject({ remarks: [{ id: 'r1', text: 'quick', matter: { title: seen.matter.title } }] });

  await stop(third);
  const without = await ask();
  expect(without.data).toEqual({ matter: { ...seen.matter, remarks: null } });
  expect(without.errors?.map(({ extensions }) => extensions.subgraph)).toEqual(['remarks']);
}, 600_000);
