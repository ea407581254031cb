import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { GatewayOptions, Log, SupergraphStatus } from '../types.ts';

const everyMs = 1000;

interface Watched {
  readonly reload: (from: GatewayOptions['supergraph']) => Promise<SupergraphStatus>;
  readonly status: () => SupergraphStatus;
}

/**
 * Takes over what a supergraph's file comes to hold. By looking, not by events: a mounted folder is exchanged under its links. The first look compares what the
 * file holds with what answers: it may have changed since it was read.
 */
export function watchSupergraph(file: string, { reload, status }: Watched, log: Log): () => Promise<void> {
  const ended = new AbortController();
  let seen: string | null = null;
  const look = async (): Promise<void> => {
    const before = seen;
    seen = await outsideOf(file);
    if (seen === before) return;
    if (before === null && (await digestOf(file)) === status().supergraph) return;
    await reload({ file });
  };
  const watch = async (): Promise<void> => {
    while (!ended.signal.aborted) {
      await look().catch((err) => log.error({ err }, 'the supergraph was not looked at'));
      await pause(everyMs, undefined, { ref: false, signal: ended.signal }).catch(() => {});
    }
  };
  const watching = watch();
  return async () => {
    ended.abort();
    await watching;
  };
}

/** What tells that a file was written or exchanged. */
async function outsideOf(file: string): Promise<string> {
  const { mtimeMs, size, ino } = await stat(file).catch(() => ({ mtimeMs: 0, size: 0, ino: 0 }));
  return `${mtimeMs} ${size} ${ino}`;
}

async function digestOf(file: string): Promise<string | null> {
  const text = await readFile(file, 'utf8').catch(() => null);
  return text === null ? null : createHash('sha256').update(text).digest('hex');
}
