import { and, eq, inArray, ne, notInArray, sql } from 'drizzle-orm';
import type { Pseudonym } from '../../runtime/personal-data.ts';
import type { OnceKey } from '../domain/once.ts';
import type { SubmissionState } from '../domain/states.ts';
import { once, submissions } from '../tables.ts';
import type { Transaction } from './write.ts';

/** What came to nothing concerns nobody. */
const nothing: ReadonlyArray<SubmissionState> = ['WITHDRAWN', 'REFUSED'];

/**
 * Of two of one applicant at once, for one child or the last that they may have open, the second sees the first; and whoever receives at the same moment for the
 * same person waits until this transaction has ended. What is read before it is not seen under it.
 */
export async function lockReceiving(
  transaction: Transaction,
  pseudonym: Pseudonym,
  subject: string,
  keys: ReadonlyArray<OnceKey>,
): Promise<void> {
  // In one order, so that two never wait for each other.
  const digests = [...new Set(keys.map(({ key }) => digestOf(pseudonym, key)))].sort();
  const locks = [[`submits ${subject}`, 0], ...digests.map((digest) => [digest, 1])];
  await transaction.execute(sql`
    select pg_advisory_xact_lock(hashtextextended(wanted ->> 0, (wanted ->> 1)::bigint))
    from jsonb_array_elements(${JSON.stringify(locks)}::text::jsonb) as wanted`);
}

const digestOf = (pseudonym: Pseudonym, key: string): string => pseudonym(`once ${key}`);

/** Parties of a submission whom another one concerns already, anybody's, under way or completed. The caller has locked it. */
export async function concernedBefore(
  transaction: Transaction,
  pseudonym: Pseudonym,
  keys: ReadonlyArray<OnceKey>,
  submission: string,
): Promise<ReadonlyArray<string>> {
  if (keys.length === 0) return [];
  const digests = keys.map(({ key }) => digestOf(pseudonym, key));
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
export function onceRows(
  pseudonym: Pseudonym,
  keys: ReadonlyArray<OnceKey>,
): ReadonlyArray<Pick<typeof once.$inferInsert, 'digest' | 'party'>> {
  return keys.map(({ party, key }) => ({ digest: digestOf(pseudonym, key), party: pseudonym(`party ${party}`) }));
}
