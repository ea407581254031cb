import { unwatchFile, watchFile } from 'node:fs';
import type { GatewayOptions, SupergraphStatus } from '../types.ts';

const everyMs = 1000;

/** Takes over what a supergraph's file comes to hold. By looking, not by events: a mounted folder is exchanged under its links. */
export function watchSupergraph(
  file: string,
  reload: (from: GatewayOptions['supergraph']) => Promise<SupergraphStatus>,
): () => Promise<void> {
  const changed = (): void => {
    reload({ file }).catch(console.error);
  };
  watchFile(file, { interval: everyMs, persistent: false }, changed);
  return async () => unwatchFile(file, changed);
}
