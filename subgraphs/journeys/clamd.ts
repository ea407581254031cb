import { connect, type NetConnectOpts, type Socket } from 'node:net';
import type { Log } from '../runtime/log.ts';
import type { Scanned, Scanner } from './scanner.ts';

/** Until it has said something, in milliseconds; with the time to look at a file, less than the gateway waits for an answer. */
const scanMs = 15_000;
/** Smaller than any limit that a server may have for one piece. */
const pieceBytes = 64 * 1024;
/** Longer than any answer. */
const mostAnswer = 4096;

/** A ClamAV server (clamd(8), `INSTREAM`), by TCP or by a socket of this machine. */
export function createClamd(address: NetConnectOpts, log: Log, deadlineMs = scanMs): Scanner {
  return {
    scan: async (content) => {
      const said = await ask(address, content, deadlineMs).catch((err) => {
        log.warn({ err }, 'the scanner did not answer');
        return '';
      });
      const scanned = verdictOf(said);
      // Its words may hold names of files, and it knows none of ours.
      if (scanned.verdict === 'NOT_SCANNED' && said !== '') log.warn({ said }, 'the scanner did not scan');
      return scanned;
    },
  };
}

function verdictOf(said: string): Scanned {
  if (said === 'stream: OK') return { verdict: 'CLEAN' };
  const [, name] = /^stream: (.{1,200}) FOUND$/.exec(said) ?? [];
  return name === undefined ? { verdict: 'NOT_SCANNED' } : { verdict: 'INFECTED', name };
}

/** What is said up to the zero that ends it. */
function ask(address: NetConnectOpts, content: Uint8Array, deadlineMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(address);
    const end = (error: Error | null, said = ''): void => {
      clearTimeout(timer);
      socket.destroy();
      if (error) reject(error);
      else resolve(said);
    };
    const timer = setTimeout(() => end(new Error(`It took longer than ${deadlineMs} ms.`)), deadlineMs);
    let heard = '';
    socket.on('data', (data) => {
      heard += data.toString('latin1');
      const zero = heard.indexOf('\0');
      if (zero >= 0) end(null, heard.slice(0, zero));
      else if (heard.length > mostAnswer) end(new Error('It says too much.'));
    });
    socket.once('error', (error) => end(error));
    socket.once('close', () => end(new Error('It ended without a word.')));
    socket.once('connect', () => send(socket, content));
  });
}

/** Each piece after its length; one of no length ends the file. */
function send(socket: Socket, content: Uint8Array): void {
  socket.write('zINSTREAM\0');
  for (let at = 0; at < content.length; at += pieceBytes) {
    const piece = content.subarray(at, at + pieceBytes);
    socket.write(lengthOf(piece.length));
    socket.write(piece);
  }
  socket.write(lengthOf(0));
}
function lengthOf(length: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(length);
  return bytes;
}
