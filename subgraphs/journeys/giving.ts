import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Identity } from '../runtime/identity.ts';
import { attachment, safeFileName } from './domain/file-names.ts';
import type { NoDownload } from './domain/links.ts';
import type { Downloads } from './downloads.ts';
import { refused, type Told } from './told.ts';

/** Where files are given out: GET takes one, once; HEAD asks whether it would be given. In whole, whatever part is asked for. */
export function giveFiles(
  app: FastifyInstance,
  downloads: Downloads,
  identityOf: (request: FastifyRequest) => Identity | null,
): void {
  app.route<{ Params: { link: string } }>({
    method: ['GET', 'HEAD'],
    url: '/downloads/:link',
    handler: async (request, reply) => {
      const only = request.method === 'HEAD';
      const file = await downloads.follow(request.params.link, identityOf(request), only);
      if (typeof file === 'string') return reply.code(answers[file].status).send(only ? undefined : answers[file].body);
      reply
        .header('content-type', file.contentType)
        .header('content-length', file.bytes)
        .header('content-disposition', attachment(safeFileName(file.fileName, file.contentType)))
        .header('accept-ranges', 'none')
        .header('cache-control', 'no-store')
        .header('x-content-type-options', 'nosniff');
      return reply.send(file.pieces ? Readable.from(file.pieces, { objectMode: false }) : undefined);
    },
  });
}

const answers: Readonly<Record<NoDownload, Told>> = {
  NO_SUCH_LINK: refused('DOWNLOAD_UNKNOWN'),
  LINK_ENDED: refused('DOWNLOAD_ENDED'),
  LINK_USED: refused('DOWNLOAD_USED'),
  OTHERS_LINK: refused('DOWNLOAD_OF_ANOTHER'),
  FILE_GONE: refused('FILE_GONE'),
  FILE_WAITS: refused('FILE_WAITS'),
};
