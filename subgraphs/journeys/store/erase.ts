import { and, asc, eq, inArray, isNull, lt, lte, notExists, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { digest } from '../../language/canonical.ts';
import { neededStill } from '../domain/erasure.ts';
import { erased } from '../domain/reasons.ts';
import { notBegun } from '../records/filing.ts';
import { withoutPersons } from '../records/submission.ts';
import {
  consents,
  type ErasureRow,
  erasures,
  evidenceFiles,
  evidenceRequests,
  filings,
  once,
  type RequestRow,
  requests,
  submissions,
  timeline,
  uploads,
  webhooks,
} from '../tables.ts';
import { addToOutbox } from './outbox.ts';
import { type RemovePiece, removePieces } from './pieces.ts';
import { selectFilings } from './read.ts';
import type { SealedRecords } from './sealed.ts';
import { notify, type Transaction } from './write.ts';

/** What the submission's own row is erased under. */
export const ownPart = 'journeys';

export interface EraseOptions {
  readonly cause: ErasureRow['cause'];
  readonly at: string;
  /** Kept where it was erased. */
  readonly request?: RequestRow;
  readonly removeFile: (id: string) => Promise<void>;
  readonly removePiece: RemovePiece;
}
export interface Erasures {
  /** Takes out of all rows and files of a submission what it tells of persons, and writes down that it did: both or neither. */
  erase(id: string, options: EraseOptions): Promise<'ERASED' | NonNullable<ReturnType<typeof neededStill>>>;
  of(submission: string): Promise<ReadonlyArray<ErasureRow>>;
  /** Of those before in place of which nothing was written yet. */
  add(row: ErasureRow): Promise<void>;
  /** Submissions whose departments are to be told by now, longest due first. */
  toTell(at: string, most: number): Promise<ReadonlyArray<string>>;
  /** When its departments are to be told again; null: all have been. */
  tellAgain(id: string, at: string | null): Promise<void>;
  /** Submissions that ended before and are not erased, the oldest first but for so many of them. */
  endedBefore(at: string, most: number, passedOver: number): Promise<ReadonlyArray<string>>;
}

export function createErasures(db: PostgresJsDatabase, records: SealedRecords): Erasures {
  return {
    erase: (id, { cause, at, request, removeFile, removePiece }) =>
      db.transaction(async (transaction) => {
        const [row] = await transaction.select().from(submissions).where(eq(submissions.id, id)).for('update');
        if (!row) throw new Error(`There is no submission ${id}.`);
        if (row.erasedAt === null) {
          const own = await selectFilings(transaction, records, [id]);
          const needed = neededStill(records.submissionOf(row, own));
          if (needed) return needed;
          const lay = [
            ...(await emptyFilings(transaction, records, id)),
            ...(await emptyTimeline(transaction, records, id)),
          ];
          const targets = [id, ...own.map((filing) => filing.id)];
          const gone = await transaction.delete(requests).where(inArray(requests.target, targets)).returning();
          await transaction.delete(once).where(eq(once.submission, id));
          await transaction.delete(webhooks).where(eq(webhooks.submission, id));
          const agreed = await transaction.delete(consents).where(eq(consents.submission, id)).returning();
          lay.push(...agreed.map(({ sealed: each }) => each.toString('base64')));
          // What was looked at and never submitted is kept for a day; who asks for erasure has no use of it.
          const shown = await transaction
            .delete(evidenceRequests)
            .where(eq(evidenceRequests.subject, row.subject))
            .returning();
          lay.push(...shown.map(({ sealed: each }) => each.toString('base64')));
          const files = await removeFiles(transaction, id, removeFile, removePiece);
          const sealed = records.seal(id, withoutPersons(records.open(row)));
          await transaction
            .update(submissions)
            .set({
              ...{ sealed, requestHash: 'erased', correctionDueOn: null, remindOn: null, dueAt: null },
              ...{ erasedAt: at, tellErasedAt: at },
            })
            .where(eq(submissions.id, id));
          lay.push(row.sealed.toString('base64'), ...gone.map(({ requestHash }) => requestHash), ...files.hashes);
          // Whoever asks has all of it erased; what only grew old here stays in the vault for as long as it holds.
          if (cause === 'ASKED')
            await addToOutbox(transaction, [
              { kind: 'ERASE', submission: id, target: id, nextAt: at },
              { kind: 'ERASE_APPEALS', submission: id, target: id, nextAt: at },
            ]);
          await transaction.insert(erasures).values({
            ...{ submission: id, part: ownPart, department: null, cause, outcome: 'ERASED', at },
            ...{
              rows: 1 + own.length + gone.length + agreed.length + shown.length,
              files: files.hashes.length,
              digest: digest(lay.join('\n')),
            },
          });
          await notify(transaction, id, { due: false, outbox: cause === 'ASKED' });
        }
        if (request)
          await transaction
            .insert(requests)
            .values({ ...request, at })
            .onConflictDoNothing();
        return 'ERASED';
      }),
    of: (submission) =>
      db
        .select()
        .from(erasures)
        .where(eq(erasures.submission, submission))
        .orderBy(asc(erasures.at), asc(erasures.part)),
    async add(row) {
      await db.insert(erasures).values(row).onConflictDoNothing();
    },
    async toTell(at, most) {
      const rows = await db
        .select({ id: submissions.id })
        .from(submissions)
        .where(lte(submissions.tellErasedAt, at))
        .orderBy(submissions.tellErasedAt)
        .limit(most);
      return rows.map(({ id }) => id);
    },
    async tellAgain(id, at) {
      await db.update(submissions).set({ tellErasedAt: at }).where(eq(submissions.id, id));
    },
    async endedBefore(at, most, passedOver) {
      const rows = await db
        .select({ id: submissions.id })
        .from(submissions)
        .where(
          and(
            ...[isNull(submissions.erasedAt), lt(submissions.endedAt, at)],
            // Those that a department has yet to hear of would be in the way of others.
            sql`not exists (select 1 from ${filings} where ${filings.submission} = ${submissions.id}
              and ${filings.state} = 'WITHDRAWN' and ${filings.retryAt} is not null)`,
          ),
        )
        .orderBy(submissions.endedAt, submissions.id)
        .limit(most)
        .offset(passedOver);
      return rows.map(({ id }) => id);
    },
  };
}

/** Answers what lay there, sealed. */
async function emptyFilings(transaction: Transaction, records: SealedRecords, id: string): Promise<string[]> {
  const rows = await transaction.select().from(filings).where(eq(filings.submission, id)).orderBy(filings.position);
  for (const filing of rows) {
    const sealed = records.sealFiling(filing.id, notBegun);
    await transaction.update(filings).set({ sealed, party: null, message: null }).where(eq(filings.id, filing.id));
  }
  return rows.flatMap(({ sealed, party, message }) => [sealed.toString('base64'), party ?? '', String(message ?? '')]);
}

/** What happened when stays, and nothing that was said of it. */
async function emptyTimeline(transaction: Transaction, records: SealedRecords, id: string): Promise<string[]> {
  const rows = await transaction.select().from(timeline).where(eq(timeline.submission, id)).orderBy(timeline.number);
  for (const entry of rows) {
    const { message } = records.sealEntryWords({ ...entry, party: null, message: erased });
    await transaction
      .update(timeline)
      .set({ party: null, message })
      .where(and(eq(timeline.submission, id), eq(timeline.number, entry.number)));
  }
  return rows.flatMap(({ party, message }) => [party ?? '', String(message)]);
}

/** A file that is another submission's evidence too stays for that one. */
async function removeFiles(
  transaction: Transaction,
  id: string,
  remove: (upload: string) => Promise<void>,
  removePiece: RemovePiece,
): Promise<{ readonly hashes: ReadonlyArray<string> }> {
  const letGo = await transaction.delete(evidenceFiles).where(eq(evidenceFiles.submission, id)).returning();
  const ids = letGo.map(({ upload }) => upload);
  const others = transaction.select().from(evidenceFiles).where(eq(evidenceFiles.upload, uploads.id));
  const gone = await transaction
    .delete(uploads)
    .where(and(inArray(uploads.id, ids), notExists(others)))
    .returning({ id: uploads.id, sha256: uploads.sha256 });
  // Before the rows are: what is interrupted here is done again, and a file without its row would stay for ever.
  for (const upload of gone) await remove(upload.id);
  if (gone.length > 0) await removePieces(transaction, ids, removePiece);
  return { hashes: gone.map(({ sha256 }) => sha256).sort() };
}
