import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Problem } from '../planning/types.ts';
import type { Identity } from '../runtime/identity.ts';
import type { Sealer } from '../runtime/personal-data.ts';
import { problem } from './problems.ts';
import { uploads } from './tables.ts';

export interface CreateUploadInput {
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes: number;
  readonly sha256: string;
}
export interface Upload {
  readonly id: string;
  /** For one PUT, relative to the gateway. */
  readonly url: string;
  readonly expiresAt: string;
}

export const maximumUploadBytes = 10 * 1024 * 1024;
const contentTypes = ['application/pdf', 'image/jpeg', 'image/png', 'application/ofd'];
const lifetimeMs = 30 * 60_000;

export interface UploadStore {
  create(
    input: CreateUploadInput,
    identity: Identity,
  ): Promise<{ upload: Upload | null; problems: ReadonlyArray<Problem> }>;
  /** HTTP status of a PUT: 201 stored, 404 no such place or over, 409 stored before, 422 not the file announced. */
  put(ticket: string, content: Buffer): Promise<201 | 404 | 409 | 422>;
  /** Which of these have arrived and belong to the subject. */
  stored(ids: ReadonlyArray<string>, subject: string): Promise<ReadonlySet<string>>;
}

/** Files of citizens: announced first, put once by a secret ticket, checked by size and hash, sealed on disk. */
export function createUploadStore(db: PostgresJsDatabase, folder: string, sealer: Sealer): UploadStore {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const hashOf = (ticket: string): string => createHash('sha256').update(ticket).digest('hex');
  return {
    async create(input, identity) {
      const problems: Problem[] = [];
      if (!contentTypes.includes(input.contentType)) {
        problems.push(
          problem('UPLOAD_TYPE', `只接受 ${contentTypes.join('、')}。`, `Only ${contentTypes.join(', ')} are taken.`, [
            'contentType',
          ]),
        );
      }
      if (input.bytes < 1 || input.bytes > maximumUploadBytes) {
        problems.push(
          problem(
            'UPLOAD_SIZE',
            '文件不能为空，也不能超过 10 MB。',
            'A file has at least one byte and at most 10 MB.',
            ['bytes'],
          ),
        );
      }
      if (!/^[0-9a-f]{64}$/.test(input.sha256)) {
        problems.push(
          problem('UPLOAD_HASH', 'sha256 应为 64 位小写十六进制。', 'sha256 wants 64 lower-case hexadecimal digits.', [
            'sha256',
          ]),
        );
      }
      if (problems.length > 0) return { upload: null, problems };
      const id = randomBytes(16).toString('hex');
      const ticket = randomBytes(32).toString('base64url');
      const expiresAt = new Date(Date.now() + lifetimeMs).toISOString();
      await db
        .insert(uploads)
        .values({ ...input, id, subject: identity.subject, ticketHash: hashOf(ticket), expiresAt });
      return { upload: { id, url: `/uploads/${ticket}`, expiresAt }, problems };
    },
    async put(ticket, content) {
      const [row] = await db
        .select()
        .from(uploads)
        .where(eq(uploads.ticketHash, hashOf(ticket)));
      if (!row || Date.parse(row.expiresAt) < Date.now()) return 404;
      if (row.storedAt !== null) return 409;
      const sha256 = createHash('sha256').update(content).digest('hex');
      if (content.length !== row.bytes || sha256 !== row.sha256) return 422;
      const path = join(folder, row.id);
      await writeFile(`${path}.part`, sealer.seal(content.toString('base64'), `upload ${row.id}`), { mode: 0o600 });
      await rename(`${path}.part`, path);
      await db.update(uploads).set({ storedAt: new Date().toISOString() }).where(eq(uploads.id, row.id));
      return 201;
    },
    async stored(ids, subject) {
      if (ids.length === 0) return new Set();
      const rows = await db
        .select({ id: uploads.id })
        .from(uploads)
        .where(and(inArray(uploads.id, [...ids]), eq(uploads.subject, subject), isNotNull(uploads.storedAt)));
      return new Set(rows.map((row) => row.id));
    },
  };
}
