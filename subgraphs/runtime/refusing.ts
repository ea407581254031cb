import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { StorageOut } from './blobs.ts';
import { isDatabaseOut } from './database-out.ts';
import { type CodedError, refusal } from './errors.ts';
import type { Log } from './log.ts';

const told = ({ message, extensions }: CodedError) => ({ errors: [{ message, extensions }] });
const unreadable = told(refusal('BAD_REQUEST.UNREADABLE'));

/** Options of a server: what is no request, or has an address that is none, is refused with a code, and never told again. */
export const refusingUnread = {
  clientErrorHandler: ({ code }: NodeJS.ErrnoException, socket: Socket): void => {
    if (code === 'ECONNRESET' || socket.destroyed) return;
    const status = code === 'HPE_HEADER_OVERFLOW' ? 431 : 400;
    const body = JSON.stringify(unreadable);
    const head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\ncontent-length: ${Buffer.byteLength(body)}\r\ncontent-type: application/json\r\nconnection: close`;
    if (socket.writable) socket.write(`${head}\r\n\r\n${body}`);
    socket.destroy();
  },
  frameworkErrors: ({ statusCode = 400 }: FastifyError, _request: FastifyRequest, reply: FastifyReply): void => {
    reply.code(statusCode).send(unreadable);
  },
};

/** What is not there, and what fails, is told by a code alone. Before routes are added. */
export function refuseByCode(app: FastifyInstance, log: Log): void {
  app.setNotFoundHandler((_request, reply) => reply.code(404).send(told(refusal('NOT_FOUND'))));
  app.server.on('checkExpectation', (_request: IncomingMessage, response: ServerResponse) => {
    response
      .writeHead(417, { 'content-type': 'application/json', connection: 'close' })
      .end(JSON.stringify(unreadable));
  });
  app.setErrorHandler((error: { statusCode?: number }, _request, reply) => {
    const { statusCode: status = 500 } = error;
    if (status < 500) return reply.code(status).send(unreadable);
    if (isDatabaseOut(error) || error instanceof StorageOut) {
      log.warn({ err: error }, error instanceof StorageOut ? 'the storage of files is out' : 'the database is out');
      return reply
        .code(503)
        .header('retry-after', '1')
        .send(told(refusal('STORE_UNAVAILABLE')));
    }
    log.error({ err: error }, 'a request failed');
    return reply.code(status).send(told(refusal('INTERNAL_SERVER_ERROR')));
  });
}
