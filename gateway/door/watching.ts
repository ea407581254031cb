import { unwatchFile, watchFile } from 'node:fs';
import type { GatewayOptions, Log, SupergraphStatus } from '../types.ts';

const everyMs = 1000;

/** Takes over what a supergraph's file comes to hold. By looking, not by events: a mounted folder is exchanged under its links. */
export function watchSupergraph(
  file: string,
  reload: (from: GatewayOptions['supergraph']) => Promise<SupergraphStatus>,
  log: Log,
): () => Promise<void> {
  const changed = (): void => {
    reload({ file }).catch((err) => log.error({ err }, 'the supergraph was not looked at'));
  };
  watchFile(file, { interval: everyMs, persistent: false }, changed);
  return async () => unwatchFile(file, changed);
}
