import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { errorOf } from '../errors.ts';
import type { Log } from '../types.ts';

const unreadable = JSON.stringify({ errors: [errorOf('BAD_REQUEST.UNREADABLE')] });
/** By Node's code of what it could not read; anything else is 400. */
const statuses: Readonly<Record<string, number>> = { ERR_HTTP_REQUEST_TIMEOUT: 408, HPE_HEADER_OVERFLOW: 431 };

/** Options of a server: what is no request, or has an address that is none, is refused with a code, and never told again. */
export const refusingUnread = {
  clientErrorHandler: ({ code }: NodeJS.ErrnoException, socket: Socket): void => {
    if (code === 'ECONNRESET' || socket.destroyed) return;
    if (socket.writable) {
      const status = statuses[code ?? ''] ?? 400;
      const length = Buffer.byteLength(unreadable);
      const head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\ncontent-length: ${length}\r\ncontent-type: application/json\r\nconnection: close`;
      socket.write(`${head}\r\n\r\n${unreadable}`);
    }
    socket.destroy();
  },
  frameworkErrors: ({ statusCode = 400 }: FastifyError, _request: FastifyRequest, reply: FastifyReply): void => {
    reply.code(statusCode).type('application/json').send(unreadable);
  },
};

/** What is not there is refused before any body is read, and what fails is told by its code alone. */
export function refuseByCode(app: FastifyInstance, log: Log): void {
  app.addHook('onRequest', (request, reply, done) => {
    if (!request.is404) return done();
    reply
      .code(404)
      .header('connection', 'close')
      .send({ errors: [errorOf('NOT_FOUND')] });
  });
  app.server.on('checkExpectation', (_request: IncomingMessage, response: ServerResponse) => {
    response.writeHead(417, { 'content-type': 'application/json', connection: 'close' }).end(unreadable);
  });
  app.setErrorHandler((error: { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) log.error({ err: error, traceparent: request.headers.traceparent }, 'a request failed');
    // What is left of the body is not waited for.
    if (status === 413) reply.header('connection', 'close');
    return reply.code(status).send({ errors: [errorOf(refusalOf(status))] });
  });
}

function refusalOf(status: number) {
  if (status === 413) return 'BAD_REQUEST.LENGTH';
  return status < 500 ? 'BAD_REQUEST.UNREADABLE' : 'INTERNAL_SERVER_ERROR';
}
