import { and, asc, count, desc, eq, inArray, max, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Calendar } from '../language/calendar.ts';
import { addWorkingDays } from '../language/calendar.ts';
import type { Localized } from '../language/text.ts';
import type { Answer, PartyBinding, PlannedFiling } from '../planning/types.ts';
import type { Sealer } from '../runtime/personal-data.ts';
import type { EvidenceInput, FormValue } from './acceptance.ts';
import { type FilingState, submissionState } from './domain/submission.ts';
import type { Correction, IssuedResult, Receipt } from './doors.ts';
import { filings, requests, submissions, timeline } from './tables.ts';

export type SubmissionRow = typeof submissions.$inferSelect;
export type FilingRow = typeof filings.$inferSelect;
export type TimelineRow = typeof timeline.$inferSelect;
/** What a submission carries, sealed at rest. */
export interface Carried {
  readonly form: FormValue;
  readonly formSchema: Readonly<Record<string, unknown>>;
  readonly answers: ReadonlyArray<Answer>;
  readonly parties: ReadonlyArray<PartyBinding>;
  readonly evidence: ReadonlyArray<EvidenceInput>;
  readonly consents: ReadonlyArray<{ readonly source: string; readonly granted: boolean }>;
  readonly planned: ReadonlyArray<PlannedFiling>;
  /** Document types whose number tells who somebody is. */
  readonly personalNumbers: ReadonlyArray<string>;
  readonly titles: Readonly<Record<string, Localized>>;
  readonly departments: Readonly<Record<string, Localized>>;
  readonly calendar: Calendar;
}
/** What a filing carries, sealed at rest. */
export interface FilingCarried {
  readonly results: ReadonlyArray<IssuedResult>;
  readonly corrections: ReadonlyArray<Correction>;
  /** A supplement that the department has not taken yet. */
  readonly supplement: string | null;
}
export type Transaction = Parameters<Parameters<PostgresJsDatabase['transaction']>[0]>[0];
type Reader = Pick<PostgresJsDatabase, 'select'>;

const workingDaysToCorrect = 15;

export interface NewTimelineEntry {
  readonly event: string;
  readonly matter?: string | null;
  readonly party?: string | null;
  readonly message: Localized;
}

/** Rows of submissions, and the one way each of them changes. */
export interface SubmissionStore {
  readonly db: PostgresJsDatabase;
  open(row: SubmissionRow): Carried;
  openFiling(row: FilingRow): FilingCarried;
  find(id: string): Promise<SubmissionRow | null>;
  findByKey(subject: string, key: string): Promise<SubmissionRow | null>;
  filingsOf(ids: ReadonlyArray<string>): Promise<ReadonlyArray<FilingRow>>;
  timelineOf(id: string): Promise<ReadonlyArray<TimelineRow>>;
  findFiling(id: string): Promise<FilingRow | null>;
  ownSubmissions(
    subject: string,
    limit: number,
    offset: number,
  ): Promise<{ nodes: ReadonlyArray<SubmissionRow>; total: number }>;
  queue(
    department: string,
    state: FilingState | null,
    limit: number,
    offset: number,
  ): Promise<{ nodes: ReadonlyArray<FilingRow>; total: number }>;
  /** Null: the key was taken in between; look again. */
  create(
    row: Omit<SubmissionRow, 'sealed' | 'receiptNumber'>,
    carried: Carried,
    planned: ReadonlyArray<PlannedFiling>,
    dueOn: ReadonlyArray<string>,
  ): Promise<SubmissionRow | null>;
  /** Changes filings of one submission under its lock, adds to its timeline, and works its state out anew. */
  change(
    id: string,
    change: (
      transaction: Transaction,
      row: SubmissionRow,
      filings: ReadonlyArray<FilingRow>,
    ) => Promise<ReadonlyArray<NewTimelineEntry>>,
  ): Promise<void>;
  sealFiling(id: string, carried: FilingCarried): Buffer;
  seal(id: string, carried: Carried): Buffer;
  requestOf(subject: string, mutation: string, key: string): Promise<{ requestHash: string; target: string } | null>;
}

export function createSubmissionStore(db: PostgresJsDatabase, sealer: Sealer): SubmissionStore {
  const seal = (id: string, carried: Carried): Buffer => sealer.seal(carried, `submission ${id}`);
  const sealFiling = (id: string, carried: FilingCarried): Buffer => sealer.seal(carried, `filing ${id}`);
  const open = (row: SubmissionRow): Carried => sealer.open(row.sealed, `submission ${row.id}`) as Carried;
  const openFiling = (row: FilingRow): FilingCarried => sealer.open(row.sealed, `filing ${row.id}`) as FilingCarried;
  const filingsFrom = (reader: Reader, ids: ReadonlyArray<string>): Promise<FilingRow[]> =>
    reader
      .select()
      .from(filings)
      .where(inArray(filings.submission, [...ids]))
      .orderBy(asc(filings.stage), asc(filings.position));
  return {
    db,
    open,
    openFiling,
    seal,
    sealFiling,
    async find(id) {
      const [row] = await db.select().from(submissions).where(eq(submissions.id, id));
      return row ?? null;
    },
    async findByKey(subject, key) {
      const [row] = await db
        .select()
        .from(submissions)
        .where(and(eq(submissions.subject, subject), eq(submissions.idempotencyKey, key)));
      return row ?? null;
    },
    filingsOf: (ids) => filingsFrom(db, ids),
    timelineOf: (id) => db.select().from(timeline).where(eq(timeline.submission, id)).orderBy(asc(timeline.number)),
    async findFiling(id) {
      const [row] = await db.select().from(filings).where(eq(filings.id, id));
      return row ?? null;
    },
    async ownSubmissions(subject, limit, offset) {
      const where = eq(submissions.subject, subject);
      const [nodes, [total]] = await Promise.all([
        db
          .select()
          .from(submissions)
          .where(where)
          .orderBy(desc(submissions.receivedAt), desc(submissions.id))
          .limit(limit)
          .offset(offset),
        db.select({ total: count() }).from(submissions).where(where),
      ]);
      return { nodes, total: total?.total ?? 0 };
    },
    async queue(department, state, limit, offset) {
      const where = and(eq(filings.department, department), state === null ? undefined : eq(filings.state, state));
      const [nodes, [total]] = await Promise.all([
        db.select().from(filings).where(where).orderBy(asc(filings.dueOn), asc(filings.id)).limit(limit).offset(offset),
        db.select({ total: count() }).from(filings).where(where),
      ]);
      return { nodes, total: total?.total ?? 0 };
    },
    create: (row, carried, planned, dueOn) =>
      db.transaction(async (transaction) => {
        const [sequence] = await transaction.execute<{ value: string }>(
          sql`select nextval('receipt_numbers') as value`,
        );
        const day = row.receivedAt.slice(0, 10).replaceAll('-', '');
        const receiptNumber = `${row.region.slice(0, 6)}${day}${String(sequence?.value).padStart(8, '0')}`;
        const [created] = await transaction
          .insert(submissions)
          .values({ ...row, receiptNumber, sealed: seal(row.id, carried) })
          .onConflictDoNothing()
          .returning();
        if (!created) return null;
        await transaction.insert(filings).values(
          planned.map((filing, position) => {
            const id = `${row.id}-${position + 1}`;
            return {
              id,
              submission: row.id,
              position,
              matter: filing.matter,
              department: filing.department,
              party: filing.party,
              stage: filing.stage,
              after: [...filing.after],
              state: 'WAITING' as const,
              dueOn: dueOn[position] ?? null,
              sealed: sealFiling(id, { results: [], corrections: [], supplement: null }),
            };
          }),
        );
        await transaction.insert(timeline).values({
          submission: row.id,
          number: 1,
          at: row.receivedAt,
          event: 'RECEIVED',
          message: {
            zh: `已收件，回执号 ${receiptNumber}。`,
            en: `Received under number ${receiptNumber}.`,
          },
        });
        await transaction.execute(
          sql`select pg_notify('submission_due', ${row.id}), pg_notify('submission', ${row.id})`,
        );
        return created;
      }),
    change: (id, change) =>
      db.transaction(async (transaction) => {
        const [row] = await transaction.select().from(submissions).where(eq(submissions.id, id)).for('update');
        if (!row) throw new Error(`There is no submission ${id}.`);
        const entries = await change(transaction, row, await filingsFrom(transaction, [id]));
        const changed = await filingsFrom(transaction, [id]);
        const state = submissionState(changed);
        const now = new Date().toISOString();
        const correctionDueOn =
          state === 'NEEDS_CORRECTION'
            ? (row.correctionDueOn ?? addWorkingDays(open(row).calendar, now.slice(0, 10), workingDaysToCorrect))
            : null;
        await transaction.update(submissions).set({ state, correctionDueOn, dueAt: now }).where(eq(submissions.id, id));
        const [last] = await transaction
          .select({ number: max(timeline.number) })
          .from(timeline)
          .where(eq(timeline.submission, id));
        const all =
          state === row.state || !endings[state]
            ? entries
            : [...entries, { event: state, message: endings[state] as Localized }];
        if (all.length > 0) {
          await transaction.insert(timeline).values(
            all.map((entry, index) => ({
              submission: id,
              number: (last?.number ?? 0) + index + 1,
              at: now,
              event: entry.event,
              matter: entry.matter ?? null,
              party: entry.party ?? null,
              message: entry.message,
            })),
          );
        }
        await transaction.execute(sql`select pg_notify('submission_due', ${id}), pg_notify('submission', ${id})`);
      }),
    async requestOf(subject, mutation, key) {
      const [row] = await db
        .select({ requestHash: requests.requestHash, target: requests.target })
        .from(requests)
        .where(and(eq(requests.subject, subject), eq(requests.mutation, mutation), eq(requests.idempotencyKey, key)));
      return row ?? null;
    },
  };
}

const endings: Readonly<Partial<Record<string, Localized>>> = {
  COMPLETED: { zh: '全部事项已办结。', en: 'Every matter is completed.' },
  PARTLY_COMPLETED: {
    zh: '部分事项已办结，其余不予办理。',
    en: 'Some matters are completed; the others were refused.',
  },
  REFUSED: { zh: '不予办理。', en: 'Refused.' },
  WITHDRAWN: { zh: '已撤回。', en: 'Withdrawn.' },
  NEEDS_CORRECTION: {
    zh: '需要补正，请一次性补齐所列内容。',
    en: 'Corrections are needed: send all that is listed in one go.',
  },
};

const receiptMessages: Readonly<Record<Receipt['state'], Localized>> = {
  SUBMITTED: { zh: '部门已收到，等待受理。', en: 'The department has it and will look at it.' },
  ACCEPTED: { zh: '部门已受理。', en: 'The department has accepted it.' },
  NEEDS_CORRECTION: { zh: '部门要求补正。', en: 'The department asks for corrections.' },
  APPROVED: { zh: '已办结。', en: 'Completed.' },
  REFUSED: { zh: '部门不予办理。', en: 'The department refused it.' },
  WITHDRAWN: { zh: '已撤回。', en: 'Withdrawn.' },
};

/** Writes what a department said into its filing. A settled filing no longer changes: a late or repeated answer is no news. */
export async function applyReceipt(
  store: SubmissionStore,
  transaction: Transaction,
  filing: FilingRow,
  receipt: Receipt,
): Promise<ReadonlyArray<NewTimelineEntry>> {
  if (filing.state === 'APPROVED' || filing.state === 'REFUSED' || filing.state === 'WITHDRAWN') return [];
  const carried: FilingCarried = {
    results: receipt.results ?? [],
    corrections: receipt.corrections ?? [],
    supplement: null,
  };
  const message = receipt.messages ?? receiptMessages[receipt.state];
  await transaction
    .update(filings)
    .set({ state: receipt.state, message, sealed: store.sealFiling(filing.id, carried), retryAt: null })
    .where(eq(filings.id, filing.id));
  if (filing.state === receipt.state) return [];
  return [{ event: receipt.state, matter: filing.matter, party: filing.party, message }];
}
