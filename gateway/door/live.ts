import { EventEmitter } from 'node:events';
import type { FastifyInstance } from 'fastify';
import { jsonOf, whoAsks } from '../answers/asked.ts';
import { errorOf } from '../errors.ts';
import { maxima } from '../maxima.ts';
import type { Listen, LiveOptions, Log } from '../types.ts';
import type { Answerer, HttpOptions } from './http.ts';
import { Shares } from './shares.ts';

const heartbeatMs = 15_000;
/** After a look that nobody answered. */
const lookAgainMs = 1000;

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
 * misses nothing. 404 where the caller may not see it, 503 where nobody can say.
 */
export async function registerLiveRoute(
  app: FastifyInstance,
  { path, channel, operation }: LiveOptions,
  { listen, answer, readCaller, recheckMs, log, streams }: LiveParts,
): Promise<() => Promise<void>> {
  const heard = new EventEmitter().setMaxListeners(0);
  const open = new Set<() => void>();
  const shares = new Shares({ inAll: maxima.streams, ofOne: maxima.streamsOfOne });
  streams(() => shares.taken);
  const stop = await listen(channel, (payload) => heard.emit(payload));
  app.get(path, async (request, reply) => {
    const parameters = request.params as Record<string, string>;
    const [value] = Object.values(parameters);
    const read = await readCaller(request.headers.authorization);
    if (read && 'unchecked' in read)
      return reply
        .code(503)
        .header('retry-after', '1')
        .send({ errors: [errorOf('TOKEN_NOT_CHECKED')] });
    const caller = read && !('subject' in read) ? undefined : read;
    const current = async () =>
      answer({ query: operation, variables: parameters }, caller ?? null, {}, { readOnly: true });
    const first = caller === undefined ? null : await current();
    if (first && isUnanswered(first)) {
      return reply.code(503).header('retry-after', '1').send({ errors: first.errors });
    }
    if (!first?.data || Object.values(first.data).every((field) => field === null) || value === undefined) {
      return reply.code(404).send({
        errors: [errorOf('NOT_FOUND')],
      });
    }
    const back = shares.take(whoAsks({ caller: caller ?? null, address: request.ip }));
    if (!back) {
      return reply
        .code(429)
        .header('retry-after', '10')
        .send({ errors: [errorOf('TOO_MANY_AT_ONCE', { most: maxima.streamsOfOne })] });
    }
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
    let sent = '';
    const send = (body: string): void => {
      if (body === sent) return;
      sent = body;
      raw.write(`event: next\ndata: ${body}\n\n`);
    };
    const { data: shown, errors } = first;
    send(jsonOf({ data: shown, ...(errors ? { errors } : {}) }));
    /** `UNSURE`: nobody can say now, so nothing is shown; the next check asks again. */
    const holds = async (): Promise<'YES' | 'NO' | 'UNSURE'> => {
      const now = await readCaller(request.headers.authorization);
      if (now && 'unchecked' in now) return 'UNSURE';
      return now === undefined || (now && !('subject' in now)) ? 'NO' : 'YES';
    };
    // One look at a time; a notification meanwhile asks for one more.
    let looking = false;
    let again = false;
    let missed = false;
    const look = async (): Promise<void> => {
      again = true;
      if (looking) return;
      looking = true;
      while (again) {
        again = false;
        const still = await holds();
        if (still === 'NO') return end();
        missed = still === 'UNSURE';
        if (missed) break;
        const now = await current();
        if (isUnanswered(now)) lookLater();
        else if (now.data && !raw.writableEnded) send(jsonOf({ data: now.data }));
      }
      looking = false;
    };
    // What could not be looked at is not gone: what was shown last stands until somebody answers.
    let later: NodeJS.Timeout | undefined;
    const lookLater = (): void => {
      clearTimeout(later);
      if (!raw.writableEnded) later = setTimeout(onHeard, lookAgainMs);
    };
    const onHeard = (): void => {
      look().catch((err) => {
        log.error({ err }, 'a live answer failed');
        raw.end();
      });
    };
    heard.on(value, onHeard);
    const beat = setInterval(() => raw.write(': still here\n\n'), heartbeatMs);
    const check = async (): Promise<void> => {
      const still = await holds();
      if (still === 'NO') end();
      else if (still === 'YES' && missed) onHeard();
    };
    const checking = recheckMs === null || !caller ? undefined : setInterval(() => void check(), recheckMs);
    const end = (): void => {
      clearInterval(beat);
      clearInterval(checking);
      clearTimeout(later);
      clearTimeout(ending);
      heard.off(value, onHeard);
      open.delete(end);
      back();
      raw.end();
    };
    open.add(end);
    const ending = caller?.until === undefined ? undefined : endAt(caller.until, end);
    raw.once('close', end);
    // What happened between the first look and listening.
    onHeard();
    return reply;
  });
  return async () => {
    for (const end of [...open]) end();
    await stop();
  };
}

/** Nothing is shown since somebody did not answer, which is not the same as that there is nothing. Of a path that could name nothing there is nothing. */
function isUnanswered({ data, errors = [] }: Awaited<ReturnType<Answerer>>): boolean {
  const silent = errors.filter(({ extensions }) => !String(extensions?.code).startsWith('INPUT_'));
  return silent.length > 0 && Object.values(data ?? {}).every((field) => field === null);
}

/** A timer of more than 24 days would end at once. Who may watch for longer connects again. */
const longestMs = 24 * 3_600_000;

/** Nobody watches longer than their token holds, nor than a day. */
function endAt(until: number, end: () => void): NodeJS.Timeout {
  return setTimeout(end, Math.max(0, Math.min(until - Date.now(), longestMs)));
}
