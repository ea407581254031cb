import { and, eq, gt, inArray, lte, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { maxima } from '../../language/maxima.ts';
import { isSafeId } from '../../language/safe-id.ts';
import type { Sealer } from '../../runtime/personal-data.ts';
import { type EvidenceRequestRecord, evidenceRequestRecord } from '../records/evidence-request.ts';
import { type EvidenceRequestRow, evidenceRequests, type RequestRow, requests } from '../tables.ts';
import { places } from './places.ts';
import type { Transaction } from './write.ts';

/** A request as it stands. */
export type KeptEvidenceRequest = Omit<EvidenceRequestRow, 'sealed'> & EvidenceRequestRecord;
/** Requests to look at evidence. What has expired is not there any more, whether or not it was removed already. */
export interface EvidenceRequests {
  /** Nothing is written where the subject has as many as one may have, or the key was taken in between. */
  add(request: KeptEvidenceRequest): Promise<'ADDED' | 'TOO_MANY' | 'KEY_TAKEN'>;
  byKey(subject: string, key: string, at: string): Promise<KeptEvidenceRequest | null>;
  find(id: string, subject: string, at: string): Promise<KeptEvidenceRequest | null>;
  /** Writes down what was said to it, with the request that said so; of two at once each sees what the other said. Null: it is gone. */
  change(
    id: string,
    change: (record: KeptEvidenceRequest) => EvidenceRequestRecord,
    request: RequestRow,
    at: string,
  ): Promise<KeptEvidenceRequest | null>;
  /** Those that ended by then; answers how many. */
  removeExpired(at: string, most: number): Promise<number>;
}

/** Takes a request out for the submission that uses it; false where another has, or it has ended. */
export async function useEvidenceRequest(transaction: Transaction, id: string, at: string): Promise<boolean> {
  const used = await transaction
    .delete(evidenceRequests)
    .where(and(eq(evidenceRequests.id, id), gt(evidenceRequests.expiresAt, at)))
    .returning({ id: evidenceRequests.id });
  return used.length > 0;
}

export function openEvidenceRequest(sealer: Sealer, { sealed, ...row }: EvidenceRequestRow): KeptEvidenceRequest {
  return { ...row, ...evidenceRequestRecord.read(sealer.open(sealed, places.evidenceRequest(row.id))) };
}

export function createEvidenceRequests(db: PostgresJsDatabase, sealer: Sealer): EvidenceRequests {
  const seal = (
    id: string,
    { lifeEvent, region, people, applicant, items, consents, personalNumbers }: EvidenceRequestRecord,
  ) =>
    sealer.seal(
      evidenceRequestRecord.write({ lifeEvent, region, people, applicant, items, consents, personalNumbers }),
      places.evidenceRequest(id),
    );
  const first = ([row]: ReadonlyArray<EvidenceRequestRow>) => (row ? openEvidenceRequest(sealer, row) : null);
  const holds = (at: string) => gt(evidenceRequests.expiresAt, at);
  return {
    add: (request) =>
      db.transaction(async (transaction) => {
        const { id, subject, idempotencyKey, requestHash, requestedAt, expiresAt } = request;
        const own = eq(evidenceRequests.subject, subject);
        // Of two of one citizen at once, the second counts the first.
        await transaction.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`looks ${subject}`}, 0))`);
        await transaction.delete(evidenceRequests).where(and(own, lte(evidenceRequests.expiresAt, requestedAt)));
        const taken = await transaction.$count(
          evidenceRequests,
          and(own, eq(evidenceRequests.idempotencyKey, idempotencyKey)),
        );
        if (taken > 0) return 'KEY_TAKEN';
        if ((await transaction.$count(evidenceRequests, own)) >= maxima.openEvidenceRequests) return 'TOO_MANY';
        await transaction.insert(evidenceRequests).values({
          ...{ id, subject, idempotencyKey, requestHash, requestedAt, expiresAt },
          sealed: seal(id, request),
        });
        return 'ADDED';
      }),
    async byKey(subject, key, at) {
      const isIt = and(eq(evidenceRequests.subject, subject), eq(evidenceRequests.idempotencyKey, key), holds(at));
      return first(await db.select().from(evidenceRequests).where(isIt));
    },
    async find(id, subject, at) {
      if (!isSafeId(id)) return null;
      const isIt = and(eq(evidenceRequests.id, id), eq(evidenceRequests.subject, subject), holds(at));
      return first(await db.select().from(evidenceRequests).where(isIt));
    },
    change: (id, change, request, at) =>
      db.transaction(async (transaction) => {
        const isIt = and(eq(evidenceRequests.id, id), holds(at));
        const before = first(await transaction.select().from(evidenceRequests).where(isIt).for('update'));
        if (!before) return null;
        const after = change(before);
        const written = await transaction
          .insert(requests)
          .values({ ...request, at })
          .onConflictDoNothing()
          .returning();
        if (written.length === 0) return before;
        await transaction
          .update(evidenceRequests)
          .set({ sealed: seal(id, after) })
          .where(eq(evidenceRequests.id, id));
        return { ...before, ...after };
      }),
    async removeExpired(at, most) {
      const ended = db
        .select({ id: evidenceRequests.id })
        .from(evidenceRequests)
        .where(lte(evidenceRequests.expiresAt, at))
        .limit(most)
        .for('update', { skipLocked: true });
      const removed = await db
        .delete(evidenceRequests)
        .where(inArray(evidenceRequests.id, ended))
        .returning({ id: evidenceRequests.id });
      return removed.length;
    },
  };
}
