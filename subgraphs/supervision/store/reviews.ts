import { and, asc, desc, eq, inArray, isNull, lt, type SQL, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { SealedPlaces } from '../../runtime/keys/places.ts';
import type { Sealer } from '../../runtime/personal-data.ts';
import { versionedRecord } from '../../runtime/records.ts';
import { type Counted, worstFollowedUp } from '../domain/reviews.ts';
import { issues, type ReviewRow, reviews } from '../tables.ts';
import type { IssueRecords } from './issue-records.ts';
import { type NewIssue, openIssue } from './opening.ts';

/** What somebody wrote of a filing; null: nothing, or it was erased. */
const reviewRecord = versionedRecord<{ readonly text: string | null }>('review', []);

export interface NewReview
  extends Pick<
    ReviewRow,
    'filing' | 'submission' | 'matter' | 'department' | 'lifeEvent' | 'region' | 'grade' | 'reasons' | 'at'
  > {
  readonly account: string;
  readonly text: string | null;
  readonly request: string;
  readonly requestHash: string;
  /** Of a bad one. */
  readonly issue: NewIssue | null;
}
export interface KeptReview
  extends Pick<ReviewRow, 'filing' | 'submission' | 'matter' | 'department' | 'grade' | 'reasons' | 'at' | 'issue'> {
  readonly text: string | null;
}
/** Whose reviews are counted. */
export type RatingOf =
  | { readonly matter: string }
  | { readonly department: string }
  | { readonly code: string; readonly region: string };

export interface ReviewStore {
  /** One for each filing; a bad one with the issue that follows it up, both or neither. */
  add(review: NewReview): Promise<'DONE' | 'KEY_REUSED' | 'REVIEWED_ALREADY'>;
  ofSubmission(submission: string, account: string): Promise<ReadonlyArray<KeptReview>>;
  /** Of an account, the newest first. */
  ofAccount(account: string, limit: number, offset: number): Promise<ReadonlyArray<KeptReview>>;
  countOfAccount(account: string): Promise<number>;
  /** By issue. */
  ofIssues(ids: ReadonlyArray<string>): Promise<ReadonlyMap<string, KeptReview>>;
  counted(of: RatingOf): Promise<Counted>;
  eraseOf(submission: string, at: string): Promise<number>;
  eraseBefore(instant: string, atOnce: number, at: string): Promise<number>;
}

const placeOf = (filing: string): string => `review of ${filing}`;
export const reviewPlaces: SealedPlaces['tables'][number] = {
  name: 'reviews',
  key: ['filing'],
  columns: [{ name: 'sealed', as: 'BYTES', place: ({ filing }) => placeOf(filing as string) }],
};

export function createReviewStore(db: PostgresJsDatabase, sealer: Sealer, records: IssueRecords): ReviewStore {
  const { pseudonym } = records;
  const seal = (filing: string, text: string | null): Buffer =>
    sealer.seal(reviewRecord.write({ text }), placeOf(filing));
  const opened = (row: ReviewRow): KeptReview => {
    const { filing, submission, matter, department, grade, reasons, issue } = row;
    const { text } = reviewRecord.read(sealer.open(row.sealed, placeOf(filing)));
    const at = new Date(row.at).toISOString();
    return { filing, submission, matter, department, grade, reasons, at, issue, text };
  };
  const erase = (where: SQL | undefined, at: string, most?: number): Promise<number> =>
    db.transaction(async (transaction) => {
      const query = transaction
        .select({ filing: reviews.filing })
        .from(reviews)
        .where(and(isNull(reviews.erasedAt), where))
        .orderBy(asc(reviews.filing))
        .$dynamic();
      const rows = await (most === undefined ? query : query.limit(most)).for('update');
      for (const { filing } of rows)
        await transaction
          .update(reviews)
          .set({ sealed: seal(filing, null), account: null, request: 'erased', requestHash: 'erased', erasedAt: at })
          .where(eq(reviews.filing, filing));
      return rows.length;
    });
  return {
    add: (review) =>
      db.transaction(async (transaction) => {
        const { text, issue, account: who, ...row } = review;
        const account = pseudonym(who);
        const request = pseudonym(review.request);
        const requestHash = pseudonym(review.requestHash);
        await transaction.execute(sql`select pg_advisory_xact_lock(hashtextextended(${review.filing}, 4))`);
        const [known] = await transaction.select().from(reviews).where(eq(reviews.filing, review.filing));
        if (known?.request === request && known.account === account)
          return known.requestHash === requestHash ? 'DONE' : 'KEY_REUSED';
        if (known) return 'REVIEWED_ALREADY';
        const opens = issue === null ? null : await openIssue(transaction, records, issue);
        await transaction
          .insert(reviews)
          .values({ ...row, account, request, requestHash, issue: opens, sealed: seal(review.filing, text) });
        return 'DONE';
      }),
    async ofSubmission(submission, account) {
      const rows = await db
        .select()
        .from(reviews)
        .where(and(eq(reviews.submission, submission), eq(reviews.account, pseudonym(account))));
      return rows.map(opened);
    },
    async ofAccount(account, limit, offset) {
      const rows = await db
        .select()
        .from(reviews)
        .where(eq(reviews.account, pseudonym(account)))
        .orderBy(desc(reviews.at), asc(reviews.filing))
        .limit(limit)
        .offset(offset);
      return rows.map(opened);
    },
    countOfAccount: (account) => db.$count(reviews, eq(reviews.account, pseudonym(account))),
    async ofIssues(ids) {
      if (ids.length === 0) return new Map();
      const rows = await db
        .select()
        .from(reviews)
        .where(inArray(reviews.issue, [...ids]));
      return new Map(rows.flatMap((row) => (row.issue === null ? [] : [[row.issue, opened(row)] as const])));
    },
    async counted(of) {
      const rows = await db
        .select({
          grade: reviews.grade,
          count: sql<number>`count(*)`.mapWith(Number),
          ended: sql<number>`count(*) filter (where ${issues.status} = 'CLOSED')`.mapWith(Number),
        })
        .from(reviews)
        .leftJoin(issues, eq(issues.id, reviews.issue))
        .where(whose(of))
        .groupBy(reviews.grade);
      const countOf = (grade: number): number => rows.find((row) => row.grade === grade)?.count ?? 0;
      return {
        byGrade: [1, 2, 3, 4, 5].map(countOf),
        followedUp: rows.filter(({ grade }) => grade <= worstFollowedUp).reduce((all, { ended }) => all + ended, 0),
      };
    },
    eraseOf: (submission, at) => erase(eq(reviews.submission, submission), at),
    eraseBefore: (instant, atOnce, at) => erase(lt(reviews.at, instant), at, atOnce),
  };
}

function whose(of: RatingOf): SQL | undefined {
  if ('matter' in of) return eq(reviews.matter, of.matter);
  if ('department' in of) return eq(reviews.department, of.department);
  return and(eq(reviews.lifeEvent, of.code), eq(reviews.region, of.region));
}
