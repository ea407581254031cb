import { and, asc, count, eq, gte, lt } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Pseudonym } from '../../runtime/personal-data.ts';
import { askedPapers } from '../tables.ts';

export interface AskedPaper {
  readonly filing: string;
  readonly matter: string;
  readonly department: string;
  readonly documentType: string;
}
export interface AskedPaperStore {
  /** Of each filing each paper once. */
  add(paper: AskedPaper, on: string): Promise<void>;
  /** Types of papers that were asked for in filings of a matter since a day (ISO), each with in how many. */
  since(
    matter: string,
    from: string,
  ): Promise<ReadonlyArray<{ readonly documentType: string; readonly count: number }>>;
  /** Nobody looks so far back. */
  forgetBefore(day: string): Promise<void>;
}

export function createAskedPaperStore(db: PostgresJsDatabase, pseudonym: Pseudonym): AskedPaperStore {
  return {
    async add({ filing, matter, department, documentType }, askedOn) {
      await db
        .insert(askedPapers)
        .values({ filing: pseudonym(filing), matter, department, documentType, askedOn })
        .onConflictDoNothing();
    },
    since: (matter, from) =>
      db
        .select({ documentType: askedPapers.documentType, count: count() })
        .from(askedPapers)
        .where(and(eq(askedPapers.matter, matter), gte(askedPapers.askedOn, from)))
        .groupBy(askedPapers.documentType)
        .orderBy(asc(askedPapers.documentType)),
    async forgetBefore(day) {
      await db.delete(askedPapers).where(lt(askedPapers.askedOn, day));
    },
  };
}
