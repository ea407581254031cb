import { and, asc, count, desc, eq, gte, inArray, isNotNull, type SQL, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { isSafeId } from '../../language/safe-id.ts';
import { isAnyOf } from '../../runtime/any-of.ts';
import type { FilingState } from '../domain/states.ts';
import { refusalsToPark } from '../domain/timing.ts';
import {
  type FilingColumns,
  type FilingRow,
  filings,
  type PaymentRow,
  payments,
  type RequestRow,
  requests,
  type SubmissionRow,
  submissions,
  type TimelineRow,
  timeline,
} from '../tables.ts';
import type { SealedPayments } from './payments.ts';
import type { SealedWords } from './words.ts';

/** Part of a list, and how long the whole of it is. */
export interface Part<T> {
  readonly nodes: ReadonlyArray<T>;
  readonly total: number;
}
interface Wanted {
  readonly state: FilingState | null;
  readonly parked: boolean;
}
export interface SubmissionReader {
  find(id: string): Promise<SubmissionRow | null>;
  /** Those there are. */
  several(ids: ReadonlyArray<string>): Promise<ReadonlyArray<SubmissionRow>>;
  findByKey(subject: string, key: string): Promise<SubmissionRow | null>;
  filingsOf(ids: ReadonlyArray<string>): Promise<ReadonlyArray<FilingRow>>;
  findFiling(id: string): Promise<FilingRow | null>;
  /** Of the same applicant, event and region: filings that were refused for a reason of the catalogue, the latest submissions first. */
  refusalsOf(
    submission: Pick<SubmissionRow, 'subject' | 'lifeEvent' | 'region'>,
    most: number,
  ): Promise<ReadonlyArray<Pick<FilingColumns, 'id' | 'matter' | 'department' | 'refusalReason'>>>;
  timelineOf(id: string): Promise<ReadonlyArray<TimelineRow>>;
  /** Newest first. */
  ownSubmissions(subject: string, limit: number, offset: number): Promise<Part<SubmissionRow>>;
  /** A department's filings, oldest due first; `state` null: in any. */
  queue(department: string, wanted: Wanted, limit: number, offset: number): Promise<Part<FilingRow>>;
  /** What a caller's key did already. */
  requestOf(
    request: Pick<RequestRow, 'subject' | 'mutation' | 'idempotencyKey'>,
  ): Promise<Pick<RequestRow, 'requestHash'> | null>;
}

/** Filings in the order of work. */
export async function selectFilings(
  reader: Pick<PostgresJsDatabase, 'select'>,
  records: OpenFilings,
  ids: ReadonlyArray<string>,
): Promise<FilingRow[]> {
  const rows = await withPayments(reader, isAnyOf(payments.submission, ids))
    .where(isAnyOf(filings.submission, ids))
    .orderBy(asc(filings.stage), asc(filings.position));
  return rows.map(opened(records));
}

type OpenFilings = SealedWords & SealedPayments;

const withPayments = (reader: Pick<PostgresJsDatabase, 'select'>, ofThese?: SQL) =>
  reader
    .select()
    .from(filings)
    .leftJoin(payments, and(eq(payments.submission, filings.submission), eq(payments.filing, filings.id), ofThese));

const opened =
  (records: OpenFilings) =>
  (row: { readonly filings: FilingColumns; readonly payments: PaymentRow | null }): FilingRow => ({
    ...records.openFilingWords(row.filings),
    payment: row.payments && records.openPayment(row.payments),
  });

export function createReader(db: PostgresJsDatabase, words: OpenFilings): SubmissionReader {
  return {
    async find(id) {
      // Of another alphabet than ours there is none, and a NUL would be the database's fault.
      if (!isSafeId(id)) return null;
      const [row] = await db.select().from(submissions).where(eq(submissions.id, id));
      return row ?? null;
    },
    several: (ids) => db.select().from(submissions).where(isAnyOf(submissions.id, ids)),
    async findByKey(subject, key) {
      const [row] = await db
        .select()
        .from(submissions)
        .where(and(eq(submissions.subject, subject), eq(submissions.idempotencyKey, key)));
      return row ?? null;
    },
    filingsOf: (ids) => selectFilings(db, words, ids),
    async findFiling(id) {
      if (!isSafeId(id)) return null;
      const [row] = await withPayments(db).where(eq(filings.id, id));
      return row ? opened(words)(row) : null;
    },
    refusalsOf: ({ subject, lifeEvent, region }, most) =>
      db
        .select({
          ...{ id: filings.id, matter: filings.matter, department: filings.department },
          refusalReason: filings.refusalReason,
        })
        .from(filings)
        .innerJoin(submissions, eq(submissions.id, filings.submission))
        .where(
          and(
            ...[eq(submissions.subject, subject), eq(submissions.lifeEvent, lifeEvent)],
            ...[eq(submissions.region, region), isNotNull(filings.refusalReason)],
          ),
        )
        .orderBy(desc(submissions.receivedAt), asc(filings.id))
        .limit(most),
    timelineOf: async (id) => {
      const where = eq(timeline.submission, id);
      const rows = await db.select().from(timeline).where(where).orderBy(asc(timeline.number));
      return rows.map(words.openEntryWords);
    },
    async ownSubmissions(subject, limit, offset) {
      const where = eq(submissions.subject, subject);
      const order = [desc(submissions.receivedAt), desc(submissions.id)];
      const [nodes, [counted]] = await Promise.all([
        db
          .select()
          .from(submissions)
          .where(where)
          .orderBy(...order)
          .limit(limit)
          .offset(offset),
        db.select({ total: count() }).from(submissions).where(where),
      ]);
      return { nodes, total: counted?.total ?? 0 };
    },
    async queue(department, { state, parked }, limit, offset) {
      const where = and(
        eq(filings.department, department),
        state === null ? undefined : eq(filings.state, state),
        // The number itself: the index of those that are parked is for no other.
        parked ? gte(filings.refusals, sql.raw(String(refusalsToPark))) : undefined,
      );
      const order = [asc(filings.dueOn), asc(filings.id)];
      // What comes before the page is passed over in the index alone.
      const page = db
        .select({ id: filings.id })
        .from(filings)
        .where(where)
        .orderBy(...order)
        .limit(limit)
        .offset(offset);
      const [nodes, [counted]] = await Promise.all([
        withPayments(db)
          .where(inArray(filings.id, page))
          .orderBy(...order),
        db.select({ total: count() }).from(filings).where(where),
      ]);
      return { nodes: nodes.map(opened(words)), total: counted?.total ?? 0 };
    },
    async requestOf({ subject, mutation, idempotencyKey }) {
      const [row] = await db
        .select({ requestHash: requests.requestHash })
        .from(requests)
        .where(
          and(
            eq(requests.subject, subject),
            eq(requests.mutation, mutation),
            eq(requests.idempotencyKey, idempotencyKey),
          ),
        );
      return row ?? null;
    },
  };
}
