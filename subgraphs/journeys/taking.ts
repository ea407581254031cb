import type { FastifyInstance } from 'fastify';
import { maxima } from '../language/maxima.ts';
import type { Meters } from '../runtime/meters.ts';
import { fileArrived, fileWaits } from './domain/reasons.ts';
import { refused, type Told } from './told.ts';
import type { Uploads } from './uploads.ts';

/** Where files are put: HEAD asks whether one would be taken, PUT brings it. */
export function takeUploads(app: FastifyInstance, uploads: Uploads, meters: Meters): void {
  const count = meters.counter('uploads_total', 'Files that arrived, by what came of them.', ['outcome']);
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: maxima.uploadBytes }, (_request, body, done) =>
    done(null, body),
  );
  app.head<{ Params: { ticket: string } }>('/uploads/:ticket', async (request, reply) => {
    const place = await uploads.place(request.params.ticket);
    if (typeof place === 'string') return reply.code(answers[place].status).send();
    return reply.code(204).header('upload-limit', `max-size=${place.bytes}`).send();
  });
  app.put<{ Params: { ticket: string } }>('/uploads/:ticket', async (request, reply) => {
    const content = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const outcome = await uploads.put(request.params.ticket, content);
    count({ outcome });
    const { status, body } = answers[outcome];
    return reply.code(status).send(body);
  });
}

const answers: Readonly<Record<Awaited<ReturnType<Uploads['put']>>, Told>> = {
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
