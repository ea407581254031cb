import { getTableColumns, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { groupBy } from '../../language/group-by.ts';
import { isAnyOf } from '../../runtime/any-of.ts';
import { createTogether } from '../../runtime/together.ts';
import type { Moment, SubmissionEvent } from '../domain/submission.ts';
import { submissions, timeline } from '../tables.ts';
import { type Folded, fold, type Seen, seenAfter, type WriteOf } from './fold.ts';
import { selectFilings } from './read.ts';
import { once, type SealedRecords } from './sealed.ts';
import { createWriteTogether, mostTogether } from './write-change.ts';

/** For whoever holds a submission and changes it again and again: what was written need not be read. */
export interface Carried {
  /** Null: there is none. */
  look(id: string): Promise<Seen | null>;
  /** Null, and nothing happened, where somebody else changed it since it was seen. */
  goOn(seen: Seen, events: ReadonlyArray<SubmissionEvent>): Promise<(Folded & { readonly seen: Seen }) | null>;
}

/** Of a row as PostgreSQL keeps it: each change of a row makes another. */
export const versionOfRow = sql<string>`${submissions}.xmin::text`;

export function createCarried(
  db: PostgresJsDatabase,
  records: SealedRecords,
  moment: () => Moment,
  writeOf: WriteOf,
): Carried {
  const write = createWriteTogether(db, records);
  const lookAtAll = async (ids: ReadonlyArray<string>): Promise<ReadonlyArray<Seen | null>> => {
    const last = sql<number>`(select coalesce(max(${timeline.number}), 0) from ${timeline} where ${timeline.submission} = ${submissions.id})`;
    const found = await db
      .select({ row: getTableColumns(submissions), version: versionOfRow, last: last.mapWith(Number) })
      .from(submissions)
      .where(isAnyOf(submissions.id, ids));
    // After the rows: what is changed in between makes the version an older one, and never the filings.
    const filings = await selectFilings(db, records, ids);
    const filingsOf = groupBy(filings, ({ submission }) => submission);
    const seen = new Map(
      found.map(({ row, version, last }) => {
        const record = once(() => records.open(row));
        const submission = records.submissionOf(row, filingsOf.get(row.id) ?? [], record);
        return [row.id, { row, version, last, record, submission }];
      }),
    );
    return ids.map((id) => seen.get(id) ?? null);
  };
  return {
    look: createTogether({ write: lookAtAll, most: mostTogether, atOnce: 2, reads: true }),
    async goOn(seen, events) {
      const { now } = moment();
      const made = fold(seen.submission, events, () => ({ ...moment(), now }));
      const written = writeOf(seen, made, now);
      const version = await write(written);
      return version === null ? null : { ...made, seen: seenAfter(seen, made, written, version) };
    },
  };
}
