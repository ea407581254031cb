import { and, eq, isNull, like, not, or, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { pseudonymous, type Sealer, sealedText } from '../../runtime/personal-data.ts';
import { evidenceFiles, filings, requests, submissions, timeline, uploads } from '../tables.ts';
import type { SealedRecords } from './sealed.ts';
import { addEvidenceFiles, filesOf, sealFileName } from './uploads.ts';
import type { Transaction } from './write.ts';

/** Rows at once: a start goes on from where a killed one was. */
const batch = 200;

type Table = typeof submissions | typeof requests | typeof uploads | typeof filings | typeof timeline;

/**
 * Seals what earlier releases wrote in clear: who asked, under which key, party ids, messages and names of files. Safe to run again and by
 * several at once; does nothing where nothing lies in clear.
 */
export async function sealWhatLiesClear(db: PostgresJsDatabase, records: SealedRecords, sealer: Sealer): Promise<void> {
  const { pseudonym } = records;
  const sealAll = async <Of extends Table>(
    table: Of,
    isClear: SQL | undefined,
    seal: (row: Of['$inferSelect'], transaction: Transaction) => Promise<unknown>,
  ): Promise<void> => {
    const sealSome = (): Promise<number> =>
      db.transaction(async (transaction) => {
        const rows = await transaction
          .select()
          .from(table as Table)
          .where(isClear)
          .limit(batch)
          .for('update', { skipLocked: true });
        for (const row of rows) await seal(row, transaction);
        return rows.length;
      });
    while ((await sealSome()) === batch);
  };
  const isClear = (column: PgColumn, begins: string): SQL => not(like(column, `${begins}%`));
  const areClear = (party: PgColumn, message: PgColumn): SQL | undefined =>
    or(isClear(party, sealedText), sql`jsonb_typeof(${message}) = 'object'`);

  await sealAll(submissions, isClear(submissions.subject, pseudonymous), (row, transaction) =>
    transaction
      .update(submissions)
      .set({
        subject: pseudonym(row.subject),
        idempotencyKey: pseudonym(row.idempotencyKey),
        requestHash: pseudonym(row.requestHash),
      })
      .where(eq(submissions.id, row.id)),
  );
  await sealAll(requests, isClear(requests.subject, pseudonymous), (row, transaction) =>
    transaction
      .update(requests)
      .set({
        subject: pseudonym(row.subject),
        idempotencyKey: pseudonym(row.idempotencyKey),
        requestHash: pseudonym(row.requestHash),
      })
      .where(
        and(
          eq(requests.subject, row.subject),
          eq(requests.mutation, row.mutation),
          eq(requests.idempotencyKey, row.idempotencyKey),
        ),
      ),
  );
  await sealAll(uploads, isClear(uploads.subject, pseudonymous), (row, transaction) =>
    transaction
      .update(uploads)
      .set({ subject: pseudonym(row.subject), fileName: sealFileName(sealer, row) })
      .where(eq(uploads.id, row.id)),
  );
  await sealAll(filings, areClear(filings.party, filings.message), (row, transaction) => {
    const { party, message } = records.sealFilingWords(records.openFilingWords(row));
    return transaction.update(filings).set({ party, message }).where(eq(filings.id, row.id));
  });
  await sealAll(timeline, areClear(timeline.party, timeline.message), (row, transaction) => {
    const { party, message } = records.sealEntryWords(records.openEntryWords(row));
    return transaction
      .update(timeline)
      .set({ party, message })
      .where(and(eq(timeline.submission, row.submission), eq(timeline.number, row.number)));
  });
}

/**
 * Of submissions of earlier releases: which files are their evidence lay sealed alone. Safe to run again; looks at those whose applicant has such files, all of
 * one applicant's together: a file may be evidence of several, and is not looked for any more once it is known of one.
 */
export async function noteEvidenceFiles(db: PostgresJsDatabase, records: SealedRecords): Promise<void> {
  for (let after = ''; ; ) {
    const applicants = await db
      .selectDistinct({ subject: submissions.subject })
      .from(submissions)
      .where(
        sql`${submissions.subject} > ${after} and exists (
          select 1 from ${uploads} where ${uploads.subject} = ${submissions.subject} and ${uploads.usedAt} is not null
            and not exists (select 1 from ${evidenceFiles} where ${evidenceFiles.upload} = ${uploads.id}))`,
      )
      .orderBy(submissions.subject)
      .limit(batch);
    for (const { subject } of applicants)
      await db.transaction(async (transaction) => {
        const rows = await transaction
          .select({ id: submissions.id, sealed: submissions.sealed })
          .from(submissions)
          .where(and(eq(submissions.subject, subject), isNull(submissions.erasedAt)));
        for (const row of rows) await addEvidenceFiles(transaction, row.id, filesOf(records.open(row)));
      });
    after = applicants.at(-1)?.subject ?? after;
    if (applicants.length < batch) return;
  }
}
