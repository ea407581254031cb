import { and, eq, isNotNull, like, not, or, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Sealer } from '../../runtime/personal-data.ts';
import { filings, requests, submissions, timeline, uploads } from '../tables.ts';
import type { SealedRecords } from './sealed.ts';

/** Rows at once: a start goes on from where a killed one was. */
const batch = 200;

/**
 * Seals what earlier releases wrote in clear: who asked, under which key, party ids, messages and names of files. Safe to run again and by
 * several at once; does nothing where nothing lies in clear.
 */
export async function sealWhatLiesClear(db: PostgresJsDatabase, records: SealedRecords, sealer: Sealer): Promise<void> {
  const { pseudonym } = sealer;
  const isClear = (column: typeof submissions.subject | typeof requests.subject | typeof uploads.subject) =>
    not(like(column, 'keyed:%'));
  const all = async (each: (transaction: Parameters<Parameters<typeof db.transaction>[0]>[0]) => Promise<number>) => {
    while ((await db.transaction(each)) === batch);
  };
  await all(async (transaction) => {
    const rows = await transaction
      .select()
      .from(submissions)
      .where(isClear(submissions.subject))
      .limit(batch)
      .for('update', { skipLocked: true });
    for (const { id, subject, idempotencyKey, requestHash } of rows)
      await transaction
        .update(submissions)
        .set({
          subject: pseudonym(subject),
          idempotencyKey: pseudonym(idempotencyKey),
          requestHash: pseudonym(requestHash),
        })
        .where(eq(submissions.id, id));
    return rows.length;
  });
  await all(async (transaction) => {
    const rows = await transaction
      .select()
      .from(requests)
      .where(isClear(requests.subject))
      .limit(batch)
      .for('update', { skipLocked: true });
    for (const { subject, mutation, idempotencyKey, requestHash } of rows)
      await transaction
        .update(requests)
        .set({
          subject: pseudonym(subject),
          idempotencyKey: pseudonym(idempotencyKey),
          requestHash: pseudonym(requestHash),
        })
        .where(
          and(
            eq(requests.subject, subject),
            eq(requests.mutation, mutation),
            eq(requests.idempotencyKey, idempotencyKey),
          ),
        );
    return rows.length;
  });
  await all(async (transaction) => {
    const rows = await transaction
      .select()
      .from(uploads)
      .where(isClear(uploads.subject))
      .limit(batch)
      .for('update', { skipLocked: true });
    for (const { id, subject, fileName } of rows)
      await transaction
        .update(uploads)
        .set({ subject: pseudonym(subject), fileName: sealer.sealText(fileName, `upload ${id} name`) })
        .where(eq(uploads.id, id));
    return rows.length;
  });
  const clearWords = (
    party: typeof filings.party | typeof timeline.party,
    message: typeof filings.message | typeof timeline.message,
  ) => or(and(isNotNull(party), not(like(party, 'sealed:%'))), sql`jsonb_typeof(${message}) = 'object'`);
  await all(async (transaction) => {
    const rows = await transaction
      .select()
      .from(filings)
      .where(clearWords(filings.party, filings.message))
      .limit(batch)
      .for('update', { skipLocked: true });
    for (const row of rows) {
      const { party, message } = records.sealFilingWords(records.openFilingWords(row));
      await transaction.update(filings).set({ party, message }).where(eq(filings.id, row.id));
    }
    return rows.length;
  });
  await all(async (transaction) => {
    const rows = await transaction
      .select()
      .from(timeline)
      .where(clearWords(timeline.party, timeline.message))
      .limit(batch)
      .for('update', { skipLocked: true });
    for (const row of rows) {
      const { party, message } = records.sealEntryWords(records.openEntryWords(row));
      await transaction
        .update(timeline)
        .set({ party, message })
        .where(and(eq(timeline.submission, row.submission), eq(timeline.number, row.number)));
    }
    return rows.length;
  });
}
