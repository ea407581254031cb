import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { errorOf } from '../errors.ts';
import { maxima } from '../maxima.ts';
import type { ForwardedRequest, ForwardOptions } from '../types.ts';
import { cutAt } from './arriving.ts';
import { type Ask, closing, type Pass, pathOf, refuseShare, send } from './passing.ts';
import {
  type Append,
  appendHeaders,
  type Received,
  Receiving,
  readAppend,
  readStanding,
  type Standing,
  saidHeaders,
  standingHeaders,
} from './resuming.ts';
import { Shares } from './shares.ts';

export interface TakenIn {
  readonly method: Exclude<ForwardOptions['method'], 'GET'>;
  readonly path: string;
  readonly ask: Ask;
  readonly pass: Pass;
}
/** What is known of a request whose body its subgraph would take. */
interface Admitted {
  readonly asked: string;
  /** Bytes that the body may have. */
  readonly most: number;
  /** Null: what is put there comes at once or not at all. */
  readonly standing: Standing | null;
  readonly append: Append;
}
/** One whose body comes. */
interface Coming {
  readonly turn: number;
  /** Another goes on in its place: resolves once nothing more of it is passed on. */
  takeOver(): Promise<void>;
}
const wholly: Append = { begins: 0, isLast: true };

/**
 * Routes that take a body. The subgraph is asked first whether it would be taken, and how long it may be; until then nothing of it is read.
 * What is read is passed on at once, or, where the subgraph keeps what stands of it, also as it comes: then PATCH goes on from there, and HEAD
 * says from where.
 */
export function createTakingIn(): (app: FastifyInstance, route: TakenIn) => void {
  const shares = new Shares({ inAll: maxima.uploadsUnderWay, ofOne: maxima.uploadsOfOne });
  // Each costs its subgraph a look into its database, before anybody has shown a ticket that is one.
  const questions = new Shares({ inAll: maxima.uploadQuestions, ofOne: maxima.uploadQuestionsOfOne });
  // By what they bring it to.
  const coming = new Map<string, Coming>();

  /** Asks whether it would be taken. Whoever is bringing the same thing still has had their turn, and what of theirs has come is counted. */
  const askFirst = async (reply: FastifyReply, asked: string, ask: Ask) => {
    await coming.get(asked)?.takeOver();
    const place = await ask(reply, { method: 'HEAD', path: asked, headers: {}, identity: null, body: null });
    place?.body.resume();
    // A page of another origin may go on with what its own link broke.
    if (place && readStanding(place.headers)) reply.header('access-control-expose-headers', standingHeaders.join(', '));
    return place;
  };

  /** Null: it was refused. */
  const admit = async (
    request: FastifyRequest,
    reply: FastifyReply,
    asked: string,
    { method, ask }: TakenIn,
  ): Promise<Admitted | null> => {
    const place = await askFirst(reply, asked, ask);
    if (!place) return null;
    const standing = readStanding(place.headers);
    const append = method === 'PATCH' ? readAppend(request.headers) : wholly;
    const follows = method !== 'PATCH' || (standing !== null && append?.begins === standing.stands);
    if (place.status >= 400 || standing?.isComplete || !append || !follows) {
      // The same without its body is refused in the same way, and in words.
      const headers = method === 'PATCH' ? saidHeaders(request.headers) : {};
      const answer = await ask(closing(reply), { method, path: asked, headers, identity: null, body: null });
      if (answer) send(reply, answer);
      return null;
    }
    const limit = place.headers['upload-limit'] ?? '';
    if (standing) reply.header('upload-limit', limit);
    const most = Number(/max-size=(\d{1,15})/.exec(limit)?.[1] ?? maxima.uploadBytes);
    return { asked, standing, append, most: most - append.begins };
  };

  /** Takes the body in and has it answered. */
  const receive = async (
    request: FastifyRequest,
    reply: FastifyReply,
    { asked, standing, append }: Admitted,
    { method, ask, pass }: TakenIn,
  ): Promise<void> => {
    const turn = standing?.turn ?? 0;
    const receiving = new Receiving((request.body as Readable | undefined) ?? null, {
      ...{ standing, ...append },
      passOn: (body, begins) => {
        const headers = appendHeaders({ begins, isLast: false }, turn);
        return pass({ method: 'PATCH', path: asked, headers, identity: null, body });
      },
    });
    const answered = (async (): Promise<void> => {
      const done = await receiving.received();
      if (reply.sent) return;
      if (done.kind === 'BROKEN') reply.hijack();
      else if (done.kind === 'TAKEN_OVER')
        closing(reply)
          .code(409)
          .send({ errors: [errorOf('UPLOAD_TAKEN_OVER')] });
      else if (done.kind === 'REFUSED') send(closing(reply), done.answer);
      else {
        const rest = restOf(method, done, typeOf(request), (begins) => appendHeaders({ ...append, begins }, turn));
        const answer = await ask(reply, { path: asked, identity: null, ...rest });
        if (answer) send(reply, answer);
      }
    })();
    const own: Coming = {
      turn,
      takeOver: async () => {
        receiving.takeOver();
        await answered.catch(() => {});
      },
    };
    const other = coming.get(asked);
    if (standing && other && other.turn > turn) receiving.takeOver();
    else if (standing) {
      other?.takeOver();
      coming.set(asked, own);
    }
    try {
      await answered;
    } finally {
      if (coming.get(asked) === own) coming.delete(asked);
    }
  };

  return (app, route) => {
    const { method, path, ask } = route;
    const admitted = new WeakMap<FastifyRequest, Admitted & { release(): void }>();
    /** Null: it was refused. */
    const question = async <Answer>(
      request: FastifyRequest,
      reply: FastifyReply,
      put: (asked: string) => Promise<Answer>,
    ): Promise<Answer | null> => {
      const asked = pathOf(path, request.params as Readonly<Record<string, string>>);
      if (asked === null) {
        closing(reply)
          .code(404)
          .send({ errors: [errorOf('NOT_FOUND')] });
        return null;
      }
      const back = questions.take(request.ip);
      if (!back) {
        refuseShare(reply, questions.taken >= maxima.uploadQuestions, maxima.uploadQuestionsOfOne);
        return null;
      }
      try {
        return await put(asked);
      } finally {
        back();
      }
    };
    if (method === 'PATCH')
      app.head(path, async (request, reply) => {
        const place = await question(request, reply, (asked) => askFirst(reply, asked, ask));
        return place ? send(reply, place) : reply;
      });
    app.route({
      method,
      url: path,
      onRequest: async (request, reply) => {
        const found = await question(request, reply, (asked) => admit(request, reply, asked, route));
        if (!found) return reply;
        if (Number(request.headers['content-length'] ?? 0) > found.most)
          return closing(reply)
            .code(413)
            .send({ errors: [errorOf('BAD_REQUEST.LENGTH')] });
        const release = shares.take(request.ip);
        if (!release) return refuseShare(reply, shares.taken >= maxima.uploadsUnderWay, maxima.uploadsOfOne);
        admitted.set(request, { ...found, release });
        // Once it is being received, it is for as long as what has come of it is held here.
        reply.raw.once('close', () => {
          if (admitted.has(request)) release();
        });
      },
      preParsing: async (request, _reply, payload) => {
        const most = admitted.get(request)?.most;
        return most === undefined ? payload : cutAt(payload, most);
      },
      handler: async (request, reply) => {
        const found = admitted.get(request);
        if (!found) return reply;
        admitted.delete(request);
        try {
          await receive(request, reply, found, route);
        } finally {
          found.release();
        }
        return reply;
      },
    });
  };
}

/** What of a body that has come whole is passed on in the end: what was put and none of which has been passed on as it came. */
function restOf(
  method: TakenIn['method'],
  { content, begins, stands }: Received & { readonly kind: 'WHOLE' },
  type: Readonly<Record<string, string>>,
  appending: (begins: number) => Readonly<Record<string, string>>,
): Pick<ForwardedRequest, 'method' | 'headers' | 'body'> {
  if (method !== 'PATCH' && begins === 0) return { method, headers: type, body: content.length > 0 ? content : null };
  return { method: 'PATCH', headers: appending(stands), body: content.subarray(stands - begins) };
}

const typeOf = ({ headers }: FastifyRequest): Readonly<Record<string, string>> => ({
  'content-type': headers['content-type'] ?? 'application/octet-stream',
});
