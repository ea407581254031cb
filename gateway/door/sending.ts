import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Answer, jsonOf, responseOf } from '../answers/asked.ts';
import { type ProblemCode, problemStatus } from '../problems.ts';
import type { GraphResponse } from '../types.ts';
import { compressed, encodingFor } from './compression.ts';
import { type ContentType, modern } from './negotiation.ts';

type Sent = FastifyReply | Promise<FastifyReply>;

export interface Sending {
  /** A body whose type and status are set. */
  deliver(request: FastifyRequest, reply: FastifyReply, body: string | Buffer): Sent;
  send(request: FastifyRequest, reply: FastifyReply, type: ContentType, status: number, body: GraphResponse): Sent;
  sendAnswer(request: FastifyRequest, reply: FastifyReply, type: ContentType, answer: Answer): Sent;
}

/** How answers leave: as JSON, and compressed where the client takes that and there is enough of it. */
export function createSending(compress: boolean): Sending {
  const deliver: Sending['deliver'] = (request, reply, body) => {
    const encoding = compress ? encodingFor(request.headers['accept-encoding'], body.length) : null;
    if (encoding === null) return reply.send(body);
    return compressed(body, encoding).then((bytes) =>
      reply.header('content-encoding', encoding).header('vary', varying(reply)).send(bytes),
    );
  };
  const send: Sending['send'] = (request, reply, type, status, body) =>
    deliver(request, reply.code(status).header('content-type', type), jsonOf(body));
  return {
    deliver,
    send,
    sendAnswer: (request, reply, type, answer) => {
      if (answer.headers) reply.headers(answer.headers as Record<string, string | string[]>);
      if (answer.body !== undefined) return deliver(request, reply.code(200).header('content-type', type), answer.body);
      if (!answer.refused) return send(request, reply, type, 200, responseOf(answer));
      const code = answer.errors?.[0]?.extensions?.code as ProblemCode;
      if (code === 'MUTATION_OVER_GET') reply.header('allow', 'POST');
      if (answer.retryAfterSeconds !== undefined) reply.header('retry-after', String(answer.retryAfterSeconds));
      return send(request, reply, type, statusOf(code, type), { errors: answer.errors ?? [] });
    },
  };
}

function varying(reply: FastifyReply): string {
  const before = reply.getHeader('vary');
  return before === undefined ? 'accept-encoding' : `${String(before)}, accept-encoding`;
}

/** Of an operation that was refused. Where it is only a bad request, the older type says so by its errors alone. */
function statusOf(code: ProblemCode, type: ContentType): number {
  const status = problemStatus(code) ?? 400;
  return status === 400 && type !== modern ? 200 : status;
}
