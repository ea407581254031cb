import type { FastifyInstance, FastifyReply } from 'fastify';
import { maxima } from '../language/maxima.ts';
import type { Meters } from '../runtime/meters.ts';
import { pieceBytes } from './domain/pieces.ts';
import { fileArrived, fileWaits } from './domain/reasons.ts';
import type { Ticket } from './domain/uploads.ts';
import { refused, type Told } from './told.ts';
import { type AppendOutcome, type FileOutcome, standsOf, type Uploads } from './uploads.ts';

/**
 * Where files are put: HEAD asks whether one would be taken and how much of it stands, PUT brings it, PATCH what follows on what stands. The
 * headers are those of Resumable Uploads for HTTP (draft-ietf-httpbis-resumable-upload), but for `upload-turn`, which the gateway alone is told
 * and says: by it a piece of somebody in whose place another has asked since is known.
 */
export function takeUploads(app: FastifyInstance, uploads: Uploads, meters: Meters, now: () => number): void {
  const count = meters.counter('uploads_total', 'Files and pieces of them that arrived, by what came of them.', [
    'outcome',
  ]);
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: maxima.uploadBytes }, (_request, body, done) =>
    done(null, body),
  );
  app.head<{ Params: { ticket: string } }>('/uploads/:ticket', async (request, reply) => {
    const found = await uploads.ask(request.params.ticket);
    if (found === 'NO_SUCH_PLACE') return reply.code(answers[found].status).send();
    return reply.code(204).headers(standing(found, now())).send();
  });
  app.put<{ Params: { ticket: string } }>('/uploads/:ticket', async (request, reply) => {
    const outcome = await uploads.put(request.params.ticket, contentOf(request.body));
    count({ outcome });
    const { status, body } = answers[outcome];
    return reply.code(status).send(body);
  });
  app.patch<{ Params: { ticket: string } }>('/uploads/:ticket', async (request, reply) => {
    const piece = readPiece(request.headers);
    if (!piece) return tell(reply, refused('UPLOAD_PIECE_UNKNOWN'));
    const done = await uploads.append(request.params.ticket, piece, contentOf(request.body));
    count({ outcome: done.outcome });
    reply.header('upload-complete', done.isWhole ? '?1' : '?0').header('upload-offset', String(done.arrived));
    if (done.outcome === 'KEPT') return reply.code(204).send();
    return tell(reply, answerTo(done));
  });
}

const contentOf = (body: unknown): Buffer => (Buffer.isBuffer(body) ? body : Buffer.alloc(0));
const tell = (reply: FastifyReply, { status, body }: Told): FastifyReply => reply.code(status).send(body);

function standing(ticket: Ticket, now: number): Readonly<Record<string, string>> {
  const { bytes, storedAt, expiresAt, turn } = ticket;
  const seconds = Math.max(0, Math.floor((expiresAt - now) / 1000));
  return {
    'upload-offset': String(standsOf(ticket)),
    'upload-length': String(bytes),
    'upload-complete': storedAt === null ? '?0' : '?1',
    'upload-limit': `max-size=${bytes}, min-append-size=${pieceBytes}, max-age=${seconds}`,
    'upload-turn': String(turn),
  };
}

/** Null: it says not where it belongs, or whether more is to come. */
function readPiece(headers: Readonly<Record<string, unknown>>): Parameters<Uploads['append']>[1] | null {
  const begins = /^\d{1,15}$/.exec(String(headers['upload-offset']))?.[0];
  const isLast = /^\?([01])$/.exec(String(headers['upload-complete']))?.[1];
  const isPiece = /^application\/partial-upload *(;|$)/i.test(String(headers['content-type']));
  if (begins === undefined || isLast === undefined || !isPiece) return null;
  return { begins: Number(begins), isLast: isLast === '1', turn: Number(headers['upload-turn'] ?? Number.NaN) };
}

const answers: Readonly<Record<FileOutcome, Told>> = {
  STORED: { status: 201, body: { message: `${fileArrived.zh} ${fileArrived.en}` } },
  WAITS: { status: 202, body: { message: `${fileWaits.zh} ${fileWaits.en}` } },
  INFECTED: refused('UPLOAD_INFECTED'),
  NO_SUCH_PLACE: refused('UPLOAD_TICKET_UNKNOWN'),
  STORED_BEFORE: refused('UPLOAD_REPEATED'),
  NOT_AS_ANNOUNCED: refused('UPLOAD_DIFFERS'),
  OTHER_TYPE: refused('UPLOAD_CONTENT'),
  DAMAGED: refused('UPLOAD_DAMAGED'),
  LOCKED: refused('UPLOAD_LOCKED'),
  ACTIVE: refused('UPLOAD_ACTIVE'),
  TOO_MANY_PIXELS: refused('UPLOAD_PIXELS', { side: maxima.fileSide, pixels: maxima.filePixels }),
  TOO_MANY_PAGES: refused('UPLOAD_PAGES', { pages: maxima.filePages }),
  UNPACKS_TOO_MUCH: refused('UPLOAD_UNPACKED', { megabytes: maxima.fileUnpackedBytes / (1024 * 1024) }),
  OVER_BUDGET: refused('UPLOAD_NOT_LOOKED_AT'),
};

/** What has yet to come whole, and why a piece of it is not taken. */
function answerTo({ outcome, arrived }: AppendOutcome): Told {
  switch (outcome) {
    case 'OTHER_OFFSET':
      return refused('UPLOAD_OFFSET', { offset: arrived });
    case 'TAKEN_OVER':
      return refused('UPLOAD_TAKEN_OVER');
    case 'TOO_SHORT_A_PIECE':
      return refused('UPLOAD_PIECE_SHORT', { least: pieceBytes });
    case 'TOO_MANY_PIECES':
      return refused('UPLOAD_PIECES', { most: maxima.uploadPieces });
    case 'KEPT':
      throw new Error('It stands, which is said by its headers.');
    default:
      return answers[outcome];
  }
}
