import { and, eq, inArray, notInArray, sql } from 'drizzle-orm';
import type { Pseudonym } from '../../runtime/personal-data.ts';
import type { OnceKey } from '../domain/once.ts';
import type { SubmissionState } from '../domain/states.ts';
import { once, submissions } from '../tables.ts';
import type { Transaction } from './write.ts';

/** What came to nothing concerns nobody. */
const nothing: ReadonlyArray<SubmissionState> = ['WITHDRAWN', 'REFUSED'];

/** A submission that is received, as far as it concerns whom such an event happens to once. */
export interface Receiving {
  readonly id: string;
  readonly subject: string;
  readonly once: ReadonlyArray<OnceKey>;
}

/**
 * Of two of one applicant at once, for one child or the last that they may have open, the second sees the first; and whoever receives at the same moment for the
 * same person waits until this transaction has ended. What is read before it is not seen under it.
 */
export async function lockReceiving(
  transaction: Transaction,
  pseudonym: Pseudonym,
  receiving: ReadonlyArray<Receiving>,
): Promise<void> {
  // In one order, so that two never wait for each other.
  const subjects = [...new Set(receiving.map(({ subject }) => subject))].sort();
  const keys = receiving.flatMap((each) => each.once);
  const digests = [...new Set(keys.map(({ key }) => digestOf(pseudonym, key)))].sort();
  const locks = [...subjects.map((subject) => [`submits ${subject}`, 0]), ...digests.map((digest) => [digest, 1])];
  await transaction.execute(sql`
    select pg_advisory_xact_lock(hashtextextended(wanted ->> 0, (wanted ->> 1)::bigint))
    from jsonb_array_elements(${JSON.stringify(locks)}::text::jsonb) as wanted`);
}

const digestOf = (pseudonym: Pseudonym, key: string): string => pseudonym(`once ${key}`);

/** By submission, its parties whom another one concerns already, anybody's, under way or completed. The caller has locked all of them, and no two are for one person. */
export async function concernedBefore(
  transaction: Transaction,
  pseudonym: Pseudonym,
  receiving: ReadonlyArray<Receiving>,
): Promise<ReadonlyMap<string, ReadonlyArray<string>>> {
  const wanted = receiving.flatMap(({ id, once: keys }) =>
    keys.map(({ party, key }) => ({ id, party, digest: digestOf(pseudonym, key) })),
  );
  if (wanted.length === 0) return new Map();
  const known = await transaction
    .selectDistinct({ digest: once.digest })
    .from(once)
    .innerJoin(submissions, eq(submissions.id, once.submission))
    .where(
      and(
        inArray(
          once.digest,
          wanted.map(({ digest }) => digest),
        ),
        notInArray(
          once.submission,
          receiving.map(({ id }) => id),
        ),
        notInArray(submissions.state, [...nothing]),
      ),
    );
  const found = new Set(known.map(({ digest }) => digest));
  const before = new Map<string, ReadonlyArray<string>>();
  for (const { id, party, digest } of wanted)
    if (found.has(digest)) before.set(id, [...new Set([...(before.get(id) ?? []), party])]);
  return before;
}

/** Whom a submission concerns, found from now on. */
export function onceRows(
  pseudonym: Pseudonym,
  keys: ReadonlyArray<OnceKey>,
): ReadonlyArray<Pick<typeof once.$inferInsert, 'digest' | 'party'>> {
  return keys.map(({ party, key }) => ({ digest: digestOf(pseudonym, key), party: pseudonym(`party ${party}`) }));
}
