import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below what systems give to connections that leave: such a port would be free now, and taken before anybody listens. */
const [lowest, highest] = [20_000, 32_000];
const tries = 100;
/** What was given away, and may not be listened on yet. */
const given = new Set<number>();

/** A port of the loopback address where nobody listens, given to nobody else in this process. */
export async function freePort(): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    const port = randomInt(lowest, highest);
    if (given.has(port) && attempt < tries) continue;
    given.add(port);
    try {
      await listenOnce(port);
      return port;
    } catch (error) {
      if (attempt === tries) throw error;
    }
  }
}

function listenOnce(port: number): Promise<void> {
  return new Promise((done, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => server.close(() => done()));
  });
}
