import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { onTestFinished } from 'vitest';

export interface Recorded {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A department that writes down everything it is asked before it answers: stands at `port` and passes on to `to`, until the test ends. */
export async function startRecorder(port: number, to: string): Promise<ReadonlyArray<Recorded>> {
  const recorded: Recorded[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    recorded.push({ headers: request.headers, body });
    const answer = await replay(to + request.url, { headers: request.headers, body }).catch(() => null);
    response
      .writeHead(answer?.status ?? 503, { 'content-type': 'application/json' })
      .end(answer ? await answer.text() : '');
  }).listen(port, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return recorded;
}

/** Sends word for word what was sent before. */
export function replay(url: string, { headers, body }: Recorded): Promise<Response> {
  const { host: _host, connection: _connection, 'content-length': _length, ...said } = headers;
  return fetch(url, { method: 'POST', headers: said as Record<string, string>, body });
}
