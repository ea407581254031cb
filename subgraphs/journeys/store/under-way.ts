import { and, desc, eq, gte, inArray, isNull, notInArray, or } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { endStates } from '../domain/states.ts';
import { filings, type SubmissionRow, submissions } from '../tables.ts';

/** What of a subject, by pseudonym, has not ended or was completed since an instant (ISO): of these events, or with these matters. At most so many, the newest first. */
export type UnderWay = (
  subject: string,
  of: { readonly lifeEvents: ReadonlyArray<string>; readonly matters: ReadonlyArray<string> },
  since: string,
  most: number,
) => Promise<ReadonlyArray<SubmissionRow>>;

export function createUnderWay(db: PostgresJsDatabase): UnderWay {
  return (subject, { lifeEvents, matters }, since, most) => {
    const having = db
      .select({ id: filings.submission })
      .from(filings)
      .where(inArray(filings.matter, [...matters]));
    const ofThese = or(inArray(submissions.lifeEvent, [...lifeEvents]), inArray(submissions.id, having));
    const isDone = inArray(submissions.state, ['COMPLETED', 'PARTLY_COMPLETED']);
    return db
      .select()
      .from(submissions)
      .where(
        and(
          eq(submissions.subject, subject),
          isNull(submissions.erasedAt),
          or(notInArray(submissions.state, [...endStates]), and(isDone, gte(submissions.endedAt, since))),
          ofThese,
        ),
      )
      .orderBy(desc(submissions.receivedAt), desc(submissions.id))
      .limit(most);
  };
}
