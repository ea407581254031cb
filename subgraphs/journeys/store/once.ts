import { and, eq, inArray, ne, notInArray, sql } from 'drizzle-orm';
import type { Pseudonym } from '../../runtime/personal-data.ts';
import type { OnceKey } from '../domain/once.ts';
import type { SubmissionState } from '../domain/states.ts';
import { once, submissions } from '../tables.ts';
import type { Transaction } from './write.ts';

/** What came to nothing concerns nobody. */
const nothing: ReadonlyArray<SubmissionState> = ['WITHDRAWN', 'REFUSED'];

/**
 * Parties of a submission whom another one concerns already, anybody's, under way or completed. Whoever receives at the same moment for the same person
 * waits until this transaction has ended.
 */
export async function concernedBefore(
  transaction: Transaction,
  pseudonym: Pseudonym,
  keys: ReadonlyArray<OnceKey>,
  submission: string,
): Promise<ReadonlyArray<string>> {
  if (keys.length === 0) return [];
  const digests = keys.map(({ key }) => pseudonym(`once ${key}`));
  // In one order, so that two never wait for each other.
  for (const digest of [...new Set(digests)].sort())
    await transaction.execute(sql`select pg_advisory_xact_lock(hashtextextended(${digest}, 1))`);
  const known = await transaction
    .selectDistinct({ digest: once.digest })
    .from(once)
    .innerJoin(submissions, eq(submissions.id, once.submission))
    .where(
      and(inArray(once.digest, digests), ne(once.submission, submission), notInArray(submissions.state, [...nothing])),
    );
  const found = new Set(known.map(({ digest }) => digest));
  return [...new Set(keys.flatMap(({ party }, index) => (found.has(digests[index] as string) ? [party] : [])))];
}

/** Whom a submission concerns, found from now on. */
export async function noteConcerned(
  transaction: Transaction,
  pseudonym: Pseudonym,
  keys: ReadonlyArray<OnceKey>,
  submission: string,
): Promise<void> {
  if (keys.length === 0) return;
  await transaction
    .insert(once)
    .values(
      keys.map(({ party, key }) => ({
        digest: pseudonym(`once ${key}`),
        submission,
        party: pseudonym(`party ${party}`),
      })),
    )
    .onConflictDoNothing();
}
