import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { errorOf } from '../errors.ts';
import { maxima } from '../maxima.ts';
import type { ForwardedRequest, ForwardedResponse, GatewayOptions, Log } from '../types.ts';
import { cutAt } from './arriving.ts';
import { closing, passOverHttp, pathOf, refuseShare, send } from './passing.ts';
import { type Callers, createReading } from './reading.ts';
import { Shares } from './shares.ts';

/**
 * Routes of subgraphs that are no GraphQL: passed on by their parameters alone, whatever else the request's line says. Of a request with a
 * body the subgraph is asked first whether it would be taken, and how long it may be; until then nothing of the body is read. What is read
 * passes through piece by piece, and the subgraph is told who asks.
 */
export function registerForwarding(
  app: FastifyInstance,
  { forward = [], subgraphs = {}, sign }: GatewayOptions,
  callers: Callers,
  log: Log,
): void {
  const shares = new Shares({ inAll: maxima.uploadsUnderWay, ofOne: maxima.uploadsOfOne });
  // Each costs its subgraph a look into its database, before anybody has shown a ticket that is one.
  const questions = new Shares({ inAll: maxima.uploadQuestions, ofOne: maxima.uploadQuestionsOfOne });
  const readFrom = createReading(callers);
  const mostOf = new WeakMap<FastifyRequest, number>();
  for (const { method, path, subgraph } of forward) {
    const own = subgraphs[subgraph] ?? {};
    const pass = own.forward ?? passOverHttp(app, subgraph, own, sign);
    /** Null: it was told that the subgraph is out. */
    const ask = async (reply: FastifyReply, asked: ForwardedRequest): Promise<ForwardedResponse | null> =>
      pass(asked).catch((err) => {
        log.warn({ err, subgraph }, 'a request could not be passed on');
        const error = errorOf('SUBGRAPH_UNAVAILABLE', { subgraph: own.name ?? subgraph });
        closing(reply)
          .code(503)
          .header('retry-after', '1')
          .send({ errors: [error] });
        return null;
      });
    const answerBodiless = async (reply: FastifyReply, asked: string): Promise<FastifyReply> => {
      const answer = await ask(reply, { method, path: asked, headers: {}, identity: null, body: null });
      return answer ? send(reply, answer) : reply;
    };
    if (method === 'GET') {
      app.route({ method: ['GET', 'HEAD'], url: path, handler: readFrom(path, ask) });
      continue;
    }
    app.route({
      method,
      url: path,
      bodyLimit: maxima.uploadBytes,
      onRequest: async (request, reply) => {
        const asked = pathOf(path, request.params as Readonly<Record<string, string>>);
        if (asked === null)
          return closing(reply)
            .code(404)
            .send({ errors: [errorOf('NOT_FOUND')] });
        const answered = questions.take(request.ip);
        if (!answered)
          return refuseShare(reply, questions.taken >= maxima.uploadQuestions, maxima.uploadQuestionsOfOne);
        let place: ForwardedResponse | null;
        try {
          place = await ask(reply, { method: 'HEAD', path: asked, headers: {}, identity: null, body: null });
          if (!place) return reply;
          place.body.resume();
          // The same without its body is refused in the same way, and in words.
          if (place.status >= 400) return await answerBodiless(closing(reply), asked);
        } finally {
          answered();
        }
        const most = Number(/max-size=(\d{1,15})/.exec(place.headers['upload-limit'] ?? '')?.[1] ?? maxima.uploadBytes);
        if (Number(request.headers['content-length'] ?? 0) > most)
          return closing(reply)
            .code(413)
            .send({ errors: [errorOf('BAD_REQUEST.LENGTH')] });
        const back = shares.take(request.ip);
        if (!back) return refuseShare(reply, shares.taken >= maxima.uploadsUnderWay, maxima.uploadsOfOne);
        reply.raw.once('close', back);
        mostOf.set(request, most);
      },
      preParsing: async (request, _reply, payload) => {
        const most = mostOf.get(request);
        return most === undefined ? payload : cutAt(payload, most);
      },
      handler: async (request, reply) => {
        const asked = pathOf(path, request.params as Readonly<Record<string, string>>) ?? '';
        const body = Buffer.isBuffer(request.body) ? request.body : null;
        if (!body) return answerBodiless(reply, asked);
        const headers = { 'content-type': request.headers['content-type'] ?? 'application/octet-stream' };
        const answer = await ask(reply, { method, path: asked, headers, identity: null, body });
        return answer ? send(reply, answer) : reply;
      },
    });
  }
}
