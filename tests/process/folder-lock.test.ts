import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { lockFolder } from '../../scripts/folder-lock.ts';

const module = fileURLToPath(new URL('../../scripts/folder-lock.ts', import.meta.url));
const folders: string[] = [];
const children: ChildProcess[] = [];
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'yijianshi-lock-'));
  folders.push(folder);
  return folder;
};
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A process that wants the folder; told is `locked`, or that it is in use. */
async function starter(folder: string): Promise<{ readonly child: ChildProcess; readonly told: string }> {
  const script = `import { lockFolder } from '${module}';
    lockFolder('${folder}', () => {}).then(() => console.log('locked'), (error) => console.log(error.message));
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script]);
  children.push(child);
  const told = await new Promise<string>((resolve) =>
    child.stdout.once('data', (text) => resolve(String(text).trim())),
  );
  return { child, told };
}
const ended = (child: ChildProcess): Promise<unknown> => new Promise((done) => child.once('exit', done));
const unlock = () => {};
/** A lock as an owner that is not of this test left it. */
function locked(folder: string, owner: string, renewed: Date): string {
  const path = join(folder, 'running.lock');
  mkdirSync(path);
  writeFileSync(join(folder, 'running'), owner);
  utimesSync(path, renewed, renewed);
  return path;
}
const anHour = 3_600_000;

it('a living owner is told by name, and what it released is free', async () => {
  const folder = newFolder();
  const own = await lockFolder(folder, unlock);
  expect((await starter(folder)).told).toContain(`in use by process ${process.pid}.`);
  await own.release();
  expect((await starter(folder)).told).toBe('locked');
});

it('the lock of a killed owner is free though it was renewed a moment ago, and of several starters one gets it', async () => {
  const folder = newFolder();
  const { child } = await starter(folder);
  const gone = ended(child);
  child.kill('SIGKILL');
  await gone;
  // It will not become stale while this test runs.
  const later = new Date(Date.now() + anHour);
  utimesSync(join(folder, 'running.lock'), later, later);
  const all = await Promise.all([starter(folder), starter(folder), starter(folder)]);
  expect(all.map(({ told }) => /in use by process|locked/.exec(told)?.[0]).sort()).toEqual([
    'in use by process',
    'in use by process',
    'locked',
  ]);
});

it('a process that was given the number of a killed owner is no owner', async () => {
  const folder = newFolder();
  locked(folder, `${process.ppid} ${hostname()}`, new Date(Date.now() - anHour));
  const own = await lockFolder(folder, unlock);
  expect(readFileSync(join(folder, 'running'), 'utf8')).toBe(`${process.pid} ${hostname()}\n`);
  await own.release();
});

it('of an owner on another machine its number tells nothing: while it renews its lock, it owns the folder', async () => {
  const folder = newFolder();
  const { child } = await starter(newFolder());
  const gone = ended(child);
  child.kill('SIGKILL');
  await gone;
  const path = locked(folder, `${child.pid} another-machine`, new Date());
  const renewing = setInterval(() => utimesSync(path, new Date(), new Date()), 300);
  await expect(lockFolder(folder, unlock)).rejects.toMatchObject({
    code: 'FOLDER_IN_USE',
    message: expect.stringContaining(String(child.pid)),
  });
  clearInterval(renewing);
});

it('an owner whose lock was taken over is told', async () => {
  const folder = newFolder();
  let tell = unlock;
  const lost = new Promise<void>((resolve) => {
    tell = resolve;
  });
  await lockFolder(folder, () => tell());
  // As another owner's renewal would, once it has the lock.
  const later = new Date(Date.now() + anHour);
  utimesSync(join(folder, 'running.lock'), later, later);
  await lost;
});
