import { EventEmitter } from 'node:events';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { type Answer, whoAsks } from '../answers/asked.ts';
import { type CodedFormattedError, errorOf } from '../errors.ts';
import { maxima } from '../maxima.ts';
import type { Caller, Listen, LiveOptions, Log } from '../types.ts';
import { dayIsOver, EventStream, stopping } from './event-stream.ts';
import type { Answerer, HttpOptions } from './http.ts';
import { Looks } from './looks.ts';
import { refuseShare } from './passing.ts';
import { Shares } from './shares.ts';
import { isNothing, isUnanswered, Watch } from './watch.ts';

/** Looks of all open streams: a change that concerns many, or the end of an outage, leaves room for others who ask. */
const looksAtOnce = 16;

export interface LiveParts {
  readonly listen: Listen;
  readonly answer: Answerer;
  readonly readCaller: HttpOptions['readCaller'];
  /** How often an open stream asks whether its token still holds; null: it does until it ends. */
  readonly recheckMs: number | null;
  readonly log: Log;
  /** Told how to count those that are open. */
  readonly streams: (open: () => number) => void;
}

/**
 * Server-Sent Events: the operation's answer now, and anew after each notification about the same thing, so that a client that was away
 * misses nothing; one that names by `Last-Event-ID` what it has seen is not told it again. 404 where the caller may not see it, 503 where
 * nobody can say. Whoever is cut off is told why in a last event, `end`.
 */
export async function registerLiveRoute(
  app: FastifyInstance,
  { path, channel, operation }: LiveOptions,
  { listen, answer, readCaller, recheckMs, log, streams }: LiveParts,
): Promise<() => Promise<void>> {
  const heard = new EventEmitter().setMaxListeners(0);
  const open = new Set<{ readonly look: () => void; readonly end: (why: CodedFormattedError) => void }>();
  const shares = new Shares({ inAll: maxima.streams, ofOne: maxima.streamsOfOne });
  const looks = new Looks<Answer>(looksAtOnce);
  streams(() => shares.taken);
  const stop = await listen(
    channel,
    (payload) => heard.emit(payload),
    // What was said while nobody listened is not said again.
    () => {
      for (const { look } of open) look();
    },
  );
  app.get(path, async (request, reply) => {
    const parameters = request.params as Record<string, string>;
    const [value] = Object.values(parameters);
    const { authorization } = request.headers;
    const read = await readCaller(authorization);
    if (read && 'unchecked' in read) return outage(reply, [errorOf('TOKEN_NOT_CHECKED')]);
    if (value === undefined || read === undefined || (read && !('subject' in read))) return nothing(reply);
    const caller = read;
    // From the first look on, which waits for its turn: no more wait than may watch.
    const back = shares.take(whoAsks({ caller, address: request.ip }));
    if (!back) return refuseShare(reply, shares.taken >= maxima.streams, maxima.streamsOfOne);
    reply.raw.once('close', back);
    const current = () =>
      looks.look(`${value} ${authorization}`, () =>
        answer({ query: operation, variables: parameters }, caller, {}, { readOnly: true }),
      );
    const first = await current();
    if (isUnanswered(first)) return outage(reply, first.errors);
    if (isNothing(first)) return nothing(reply);
    reply.hijack();
    // Whoever left meanwhile is told nothing, and closes nothing any more.
    if (reply.raw.destroyed) return reply;
    const stream = new EventStream(reply.raw);
    const watch = new Watch({
      stream,
      current,
      holds: async () => {
        const now = await readCaller(authorization);
        if (now && 'unchecked' in now) return 'UNSURE';
        return now === undefined || (now && !('subject' in now)) ? 'NO' : 'YES';
      },
      end: (why) => end(why),
      failed: (err) => log.error({ err }, 'a live answer failed'),
    });
    const onHeard = (): void => watch.look();
    const timers = [
      ...(recheckMs === null || !caller ? [] : [setInterval(() => void watch.check(), recheckMs)]),
      endLater(caller, (why) => end(why)),
    ];
    const left = (): void => {
      for (const timer of timers) clearInterval(timer);
      watch.stop();
      heard.off(value, onHeard);
      open.delete(one);
      back();
    };
    const end = (why: CodedFormattedError): void => {
      left();
      stream.end(why);
    };
    const one = { look: onHeard, end };
    open.add(one);
    heard.on(value, onHeard);
    reply.raw.once('close', left);
    watch.begin(first, lastSeen(request.headers['last-event-id']));
    // What happened between the first look and listening.
    onHeard();
    return reply;
  });
  return async () => {
    for (const { end } of [...open]) end(stopping);
    await stop();
  };
}

function nothing(reply: FastifyReply): FastifyReply {
  return reply.code(404).send({ errors: [errorOf('NOT_FOUND')] });
}

function outage(reply: FastifyReply, errors: unknown): FastifyReply {
  return reply.code(503).header('retry-after', '1').send({ errors });
}

const lastSeen = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header[0] : header;

/** A timer of more than 24 days would end at once. Who may watch for longer connects again. */
const longestMs = 24 * 3_600_000;

/** Nobody watches longer than their token holds, nor than a day. */
function endLater(caller: Caller | null | undefined, end: (why: CodedFormattedError) => void): NodeJS.Timeout {
  const left = (caller?.until ?? Number.POSITIVE_INFINITY) - Date.now();
  const why = left < longestMs ? errorOf('UNAUTHENTICATED.TOKEN') : dayIsOver;
  return setTimeout(() => end(why), Math.max(0, Math.min(left, longestMs)));
}
