import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';

/** What is said of a whole file; null: nothing, and the connection stays; `END`: it ends without a word. */
export type Say = (content: Buffer) => string | null | 'END';
export interface Clamd {
  readonly address: { readonly host: string; readonly port: number } | { readonly path: string };
  /** Lengths of files that arrived. */
  readonly seen: Buffer[];
  say: Say;
  close(): void;
}

/** As clamd says it, of the one pattern. */
export const honest: Say = (content) =>
  content.includes('EICAR-STANDARD') ? 'stream: Win.Test.EICAR_HDB-1 FOUND' : 'stream: OK';

/** Speaks ClamAV's `INSTREAM` (clamd(8)) on a socket of this machine, and ends a connection that speaks otherwise. */
export async function startClamd(say: Say = honest, path?: string): Promise<Clamd> {
  const sockets = new Set<Socket>();
  const seen: Buffer[] = [];
  const server = createServer((socket) => {
    sockets.add(socket);
    let heard = Buffer.alloc(0);
    socket.on('error', () => {});
    socket.on('data', (data) => {
      heard = Buffer.concat([heard, data]);
      const content = contentOf(heard);
      if (content === undefined) return;
      const said = content === null ? 'UNKNOWN COMMAND' : clamd.say(content);
      if (content) seen.push(content);
      if (said === 'END') socket.end();
      else if (said !== null) socket.end(`${said}\0`);
    });
  });
  if (path === undefined) server.listen(0, '127.0.0.1');
  else server.listen(path);
  await once(server, 'listening');
  const clamd: Clamd = {
    address: path === undefined ? { host: '127.0.0.1', port: (server.address() as AddressInfo).port } : { path },
    seen,
    say,
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
  return clamd;
}

/** Undefined: more is to come; null: it is no such command. */
function contentOf(heard: Buffer): Buffer | null | undefined {
  const command = Buffer.from('zINSTREAM\0');
  if (heard.length < command.length) return undefined;
  if (!heard.subarray(0, command.length).equals(command)) return null;
  const pieces: Buffer[] = [];
  for (let at = command.length; at + 4 <= heard.length; ) {
    const length = heard.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    pieces.push(heard.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}
