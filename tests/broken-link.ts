import { connect, type Socket } from 'node:net';

/** A request whose body is sent by hand, so that its link can break anywhere. */
export interface Sending {
  readonly socket: Socket;
  /** Everything that came back, once the link has ended. */
  readonly answer: Promise<string>;
}

export function beginSending(
  { port, hostname }: Pick<URL, 'port' | 'hostname'>,
  line: string,
  headers: Readonly<Record<string, string | number>>,
): Sending {
  const socket = connect(Number(port), hostname);
  let text = '';
  socket.on('data', (chunk) => {
    text += chunk;
  });
  // It may be ended while it still sends.
  socket.on('error', () => {});
  const lines = Object.entries({ host: 'x', ...headers }).map(([name, value]) => `${name}: ${value}`);
  socket.write(`${line} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
  return { socket, answer: new Promise((done) => socket.once('close', () => done(text))) };
}

/** Once what was written has left for the other side, and not before. */
export const written = (socket: Socket, bytes: Uint8Array): Promise<void> =>
  new Promise((done, failed) => socket.write(bytes, (error) => (error ? failed(error) : done())));

/** The headers of what continues a file. */
export const appending = (begins: number, isLast: boolean) => ({
  'content-type': 'application/partial-upload',
  'upload-offset': String(begins),
  'upload-complete': isLast ? '?1' : '?0',
});
