import { Transform } from 'node:stream';
import type { FastifyInstance, FastifyReply, RequestPayload } from 'fastify';
import { maxima } from '../maxima.ts';
import { Shares } from './shares.ts';

/** Lets so many connections stand, in all and of one address; more are closed without a word. */
export function boundConnections(app: FastifyInstance): void {
  const shares = new Shares({ inAll: maxima.connections, ofOne: maxima.connectionsOfOne });
  app.server.on('connection', (socket) => {
    const back = shares.take(socket.remoteAddress ?? '');
    if (back) socket.once('close', back);
    else socket.destroy();
  });
}

/**
 * Lets so many bytes of larger bodies arrive at once, in all and from one address, counted as they come: what was only announced holds
 * nobody else up. Who waits to be told before sending a body (RFC 9110, section 10.1.1) is told once nothing speaks against it.
 */
export function boundBodies(app: FastifyInstance, refuse: (reply: FastifyReply) => void): void {
  const shares = new Shares({ inAll: maxima.bodiesBytes, ofOne: maxima.bodiesBytesOfOne });
  app.server.on('checkContinue', (request, response) => app.server.emit('request', request, response));
  // One hook for both: each is paid by every request.
  app.addHook('preParsing', (request, reply, payload, done) => {
    if (request.headers.expect?.toLowerCase() === '100-continue') reply.raw.writeContinue();
    const announced = Number(request.headers['content-length'] ?? Number.NaN);
    if (announced <= maxima.smallBody) return done(null, payload);
    const taken: Array<() => void> = [];
    reply.raw.once('close', () => {
      for (const back of taken) back();
    });
    const counted = Object.assign(
      new Transform({
        transform(chunk: Buffer, _encoding, next) {
          const back = shares.take(request.ip, chunk.length);
          counted.receivedEncodedLength += chunk.length;
          if (back) {
            taken.push(back);
            next(null, chunk);
          } else {
            payload.unpipe(counted);
            if (!reply.sent) refuse(reply);
          }
        },
      }),
      { receivedEncodedLength: 0 },
    );
    payload.once('error', (error) => counted.destroy(error));
    payload.once('aborted', () => counted.destroy());
    done(null, payload.pipe(counted));
  });
}

/** The same body, which ends in an error of status 413 where it is longer: nothing of it is waited for. */
export function cutAt(payload: RequestPayload, most: number): Transform {
  let arrived = 0;
  const cut = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      arrived += chunk.length;
      if (arrived <= most) return next(null, chunk);
      payload.unpipe(cut);
      next(Object.assign(new Error('longer than it may be'), { statusCode: 413 }));
    },
  });
  payload.once('error', (error) => cut.destroy(error));
  payload.once('aborted', () => cut.destroy());
  payload.once('close', () => {
    if (!payload.readableEnded) cut.destroy();
  });
  return payload.pipe(cut);
}
