import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { onTestFinished } from 'vitest';

type Answer = readonly [status: number, text: string];
/** What a department was asked, and what came of saying it again at once. */
export interface Recorded {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** At its own door, within the same second: status and answer, the first time and again. */
  readonly answers: readonly [Answer, Answer];
  /** Of the same at every other door, and of another body at its own. */
  readonly elsewhere: ReadonlyMap<string, Answer>;
}
type Said = Pick<Recorded, 'headers' | 'body'>;

/**
 * A department that writes down everything it is asked, and tries it everywhere else as soon as it has answered: stands at `port` and passes on to
 * `to`, until the test ends.
 */
export async function startRecorder(
  port: number,
  to: string,
  others: ReadonlyArray<string>,
): Promise<() => Promise<ReadonlyArray<Recorded>>> {
  const recording: Array<Promise<Recorded>> = [];
  const sayEverywhere = async (said: Said, first: Answer): Promise<Recorded> => {
    const elsewhere = new Map<string, Answer>();
    for (const url of others) elsewhere.set(url, await say(url, said));
    elsewhere.set('another body', await say(to, { ...said, body: `${said.body} ` }));
    return { ...said, answers: [first, await say(to, said)], elsewhere };
  };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const said: Said = { headers: request.headers, body: Buffer.concat(chunks).toString() };
    const answer = await say(to, said).catch(() => null);
    response.writeHead(answer?.[0] ?? 503, { 'content-type': 'application/json' }).end(answer?.[1]);
    if (answer) recording.push(sayEverywhere(said, answer));
  }).listen(port, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return () => Promise.all(recording);
}

async function say(url: string, { headers, body }: Said): Promise<Answer> {
  const { host: _host, connection: _connection, 'content-length': _length, ...said } = headers;
  const response = await fetch(url, { method: 'POST', headers: said as Record<string, string>, body });
  return [response.status, await response.text()];
}
