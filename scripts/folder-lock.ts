import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import lockfile from 'proper-lockfile';
import { isAlive } from './embedded-postgres.ts';
import { cannotStart } from './start-error.ts';

/** A living owner renews its lock this often; a starter that sees it renewed knows that the folder is in use. */
const renewMs = 1000;
/** Not renewed for so long, it belongs to nobody. Five missed renewals: a machine may be slow, and two owners would be worse. */
const staleMs = 5000;
const lookMs = 100;

export interface FolderLock {
  /** Leaves the folder to the next. */
  release(): Promise<void>;
}

/**
 * One start per folder. Throws FOLDER_IN_USE within a renewal where another owns it. The lock of an owner that was killed is taken over:
 * at once where it is known to have ended, else when it has become stale. `onLost` is told where another took this one over, as after
 * a machine slept: what lies in the folder is no longer ours.
 */
export async function lockFolder(folder: string, onLost: () => void): Promise<FolderLock> {
  const running = join(folder, 'running');
  let seen = renewedAt(running);
  for (;;) {
    const release = await attempt(folder, running, onLost);
    if (release) return { release };
    const now = renewedAt(running);
    if (seen !== null && now !== null && now !== seen)
      throw cannotStart('FOLDER_IN_USE', { folder, owner: readOwner(running)?.pid ?? '?' });
    seen = now;
    await sleep(lookMs);
  }
}

/** Null: somebody else's. Under a lock of its own, so that of two starters none removes what the other has just taken. */
async function attempt(folder: string, running: string, onLost: () => void): Promise<(() => Promise<void>) | null> {
  const done = await take(join(folder, 'starting'), () => {});
  if (!done) return null;
  try {
    const owner = readOwner(running);
    // A number alone tells nothing: on another machine, or in another container, it is another process.
    if (owner?.host === hostname() && Number(owner.pid) !== process.pid && !isAlive(Number(owner.pid)))
      rmSync(`${running}.lock`, { recursive: true, force: true });
    const release = await take(running, onLost);
    if (release) writeFileSync(running, `${process.pid} ${hostname()}\n`);
    return release;
  } finally {
    await done();
  }
}

async function take(file: string, onCompromised: () => void): Promise<(() => Promise<void>) | null> {
  try {
    return await lockfile.lock(file, { realpath: false, stale: staleMs, update: renewMs, onCompromised });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ELOCKED') return null;
    throw error;
  }
}

function renewedAt(running: string): number | null {
  return statSync(`${running}.lock`, { throwIfNoEntry: false })?.mtimeMs ?? null;
}

function readOwner(running: string): { readonly pid: string; readonly host: string } | null {
  try {
    const [pid = '', host = ''] = readFileSync(running, 'utf8').trim().split(' ');
    return { pid, host };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
