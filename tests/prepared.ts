import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { readRegistry } from '../schema/registry.ts';
import { importCatalogue, prepareDatabase } from '../scripts/database.ts';
import { copyEmbeddedPostgres, startEmbeddedPostgres } from '../scripts/embedded-postgres.ts';
import { createStarted } from '../scripts/started.ts';
import { readCatalogue } from '../subgraphs/publishing/read.ts';
import { template, testSecret } from './database/database.ts';

const repository = fileURLToPath(new URL('../', import.meta.url));
const prefix = `yijianshi-prepared-${userInfo().username}-`;
const aDay = 24 * 60 * 60 * 1000;

/**
 * A data folder as a first start leaves it, made from a copy: PostgreSQL with its schemas, roles and the real catalogue, nothing running.
 * What is copied is made once for each state of the sources it follows from, and shared by all runs on this machine.
 */
export async function prepareDataFolder(folder: string): Promise<void> {
  copyEmbeddedPostgres(join(await prepared(), 'postgres'), join(folder, 'postgres'));
  writeFileSync(join(folder, 'secret'), testSecret, { mode: 0o600 });
  createStarted(folder).keep(1);
}

async function prepared(): Promise<string> {
  const place = join(tmpdir(), `${prefix}${sourcesHash()}`);
  if (existsSync(place)) {
    utimesSync(place, new Date(), new Date());
    return place;
  }
  forgetOld();
  // Made aside and renamed: of two that make it at once one comes first, and the other takes that one.
  const making = mkdtempSync(join(tmpdir(), `${prefix}making-`));
  chmodSync(making, 0o755);
  await fill(join(making, 'postgres'));
  try {
    renameSync(making, place);
  } catch (error) {
    if (!existsSync(place)) throw error;
    rmSync(making, { recursive: true, force: true });
  }
  return place;
}

async function fill(folder: string): Promise<void> {
  const read = readCatalogue(readRegistry().departments);
  if (!read.ok) throw new Error(JSON.stringify(read.findings, null, 2));
  const server = await startEmbeddedPostgres(folder, ['fsync=off']);
  try {
    await prepareDatabase(server.url, testSecret);
    await importCatalogue(server.url, read.catalogue);
    const aside = new URL(server.url);
    aside.pathname = '/template1';
    const sql = postgres(aside.toString(), { max: 1 });
    await sql.unsafe(`create database ${template} template postgres`);
    await sql.end();
  } finally {
    await server.stop();
  }
}

/** Of every file that has a part in it, and of the versions installed: rather made once too often than stale. */
function sourcesHash(): string {
  const hash = createHash('sha256');
  const take = (path: string): void => {
    if (statSync(join(repository, path)).isDirectory()) {
      for (const name of readdirSync(join(repository, path)).sort()) take(`${path}/${name}`);
      return;
    }
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(repository, path)))
      .update('\0');
  };
  for (const path of [
    'package-lock.json',
    'schema',
    'scripts',
    'subgraphs',
    'tests/prepared.ts',
    'tests/database/database.ts',
  ])
    take(path);
  return hash.digest('hex').slice(0, 16);
}

function forgetOld(): void {
  for (const name of readdirSync(tmpdir()).filter((each) => each.startsWith(prefix))) {
    const path = join(tmpdir(), name);
    if (Date.now() - statSync(path).mtimeMs > aDay) rmSync(path, { recursive: true, force: true });
  }
}
