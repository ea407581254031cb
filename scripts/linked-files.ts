import type { FastifyInstance } from 'fastify';
import { type Dispatcher, request } from 'undici';
import type { Gateway } from '../gateway/index.ts';
import { maxima } from '../subgraphs/language/maxima.ts';

/* How a part takes a file by the link that came with a filing. The link opens once, for whoever has it: nobody has to say who they are. */

const path = '/internal/links/';
const deadlineMs = 8000;

/** Of the gateway in this process. */
export async function takeFrom({ app }: Pick<Gateway, 'app'>, link: string): Promise<Buffer | null> {
  const { statusCode, rawPayload } = await app.inject({ method: 'GET', url: link });
  return statusCode === 200 ? rawPayload : null;
}

/** Where parts run apart: those that cannot reach the public door ask the inner one. */
export function registerLinks(inner: FastifyInstance, gateway: Pick<Gateway, 'app'>): void {
  inner.get<{ Params: { link: string } }>(`${path}:link`, async (asked, reply) => {
    const content = await takeFrom(gateway, `/downloads/${encodeURIComponent(asked.params.link)}`);
    if (content === null) return reply.code(404).send();
    return reply.type('application/octet-stream').send(content);
  });
}

/** At the gateway's inner address. Null where it is not given. */
export async function takeOverHttp(gatewayUrl: URL, dispatcher: Dispatcher, link: string): Promise<Buffer | null> {
  const name = link.replace(/^\/downloads\//, '');
  const { statusCode, body } = await request(new URL(path + name, gatewayUrl), {
    dispatcher,
    signal: AbortSignal.timeout(deadlineMs),
  });
  if (statusCode === 200) {
    const content = Buffer.from(await body.arrayBuffer());
    return content.length <= maxima.uploadBytes ? content : null;
  }
  await body.dump();
  return null;
}
