import { and, asc, count, eq, getTableColumns, gt, inArray, type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Sealer } from '../../runtime/personal-data.ts';
import { personalTables } from '../personal-tables.ts';
import {
  accesses,
  consents,
  erasures,
  evidenceRequests,
  filings,
  paymentHistory,
  payments,
  requests,
  submissions,
  timeline,
  uploads,
} from '../tables.ts';
import { openEvidenceRequest } from './evidence-requests.ts';
import type { SealedRecords } from './sealed.ts';
import { openFileName } from './uploads.ts';

type Exported<Name extends keyof typeof personalTables> = Extract<
  (typeof personalTables)[Name],
  { readonly exported: string }
>;
type TableName = {
  [Name in keyof typeof personalTables]: Exported<Name> extends never ? never : Name;
}[keyof typeof personalTables];

/** One thing that is held of a person. */
export interface HeldRecord {
  readonly kind: Exported<TableName>['exported'] | 'LICENCE' | 'APPEAL' | 'APPOINTMENT' | 'OFFER' | 'REVIEW';
  readonly id: string;
  /** Null: it belongs to none. */
  readonly submission: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}
/** Between two records: the table and the key of the one before. */
export type HeldPlace = readonly [table: string, key: string];
export interface Held {
  count(subject: string): Promise<number>;
  /** All that is held of a person, by tables, from after the place on: some records at a time, none at the end. */
  after(
    subject: string,
    place: HeldPlace | null,
  ): Promise<ReadonlyArray<{ readonly place: HeldPlace; readonly record: HeldRecord }>>;
}

/** Rows that are read at once: a record may have 200,000 characters. */
const batch = 10;

interface Source {
  readonly table: TableName;
  count(subject: string): Promise<number>;
  rows(subject: string, after: string, most: number): Promise<ReadonlyArray<Keyed>>;
}
interface Keyed {
  readonly key: string;
  readonly record: HeldRecord;
}
interface Told {
  readonly submission: string | null;
  /** What is told beside the row's own columns, or in their place. */
  readonly besides?: Readonly<Record<string, unknown>>;
}

export function createHeld(db: PostgresJsDatabase, records: SealedRecords, sealer: Sealer): Held {
  const sources = sourcesOf(db, records, sealer);
  return {
    async count(subject) {
      const counts = await Promise.all(sources.map((source) => source.count(subject)));
      return counts.reduce((sum, each) => sum + each, 0);
    },
    async after(subject, place) {
      const [begin, before] = place ?? ['', ''];
      const first = sources.findIndex(({ table }) => table === begin);
      // After what is not told, all is.
      let key = first < 0 ? '' : before;
      for (const { table, rows } of sources.slice(Math.max(0, first))) {
        const found = await rows(subject, key, batch);
        if (found.length > 0) return found.map(({ key: at, record }) => ({ place: [table, at], record }));
        key = '';
      }
      return [];
    },
  };
}

function sourcesOf(db: PostgresJsDatabase, records: SealedRecords, sealer: Sealer): ReadonlyArray<Source> {
  const own = (subject: string) =>
    db.select({ id: submissions.id }).from(submissions).where(eq(submissions.subject, subject));
  const source = <Of extends PgTable>(
    name: TableName,
    table: Of,
    key: SQL<string>,
    isOf: (subject: string) => SQL,
    tell: (row: Of['$inferSelect']) => Told,
  ): Source => ({
    table: name,
    async count(subject) {
      const [counted] = await db
        .select({ total: count() })
        .from(table as PgTable)
        .where(isOf(subject));
      return counted?.total ?? 0;
    },
    async rows(subject, after, most) {
      const found = await db
        .select({ key, row: getTableColumns(table as PgTable) })
        .from(table as PgTable)
        .where(and(isOf(subject), gt(key, after)))
        .orderBy(asc(key))
        .limit(most);
      return found.map((each) => {
        const row = each.row as Of['$inferSelect'];
        const { submission, besides } = tell(row);
        const { exported: kind } = personalTables[name];
        return {
          key: each.key,
          record: { kind, id: each.key, submission, data: { ...told(name, table, row), ...besides } },
        };
      });
    },
  });
  return [
    source(
      'submissions',
      submissions,
      sql`${submissions.id}`,
      (subject) => eq(submissions.subject, subject),
      (row) => {
        // What the catalogue says of everybody is not about this person.
        const { formSchema, calendar, departments, personalNumbers, ...record } = records.open(row);
        return { submission: row.id, besides: record };
      },
    ),
    source(
      'filings',
      filings,
      sql`${filings.id}`,
      (subject) => inArray(filings.submission, own(subject)),
      (row) => {
        const { party, message } = records.openFilingWords(row);
        return { submission: row.submission, besides: { party, message, ...records.openFiling(row) } };
      },
    ),
    source(
      'timeline',
      timeline,
      sql`${timeline.submission} || ' ' || lpad(${timeline.number}::text, 9, '0')`,
      (subject) => inArray(timeline.submission, own(subject)),
      (row) => {
        const { party, message } = records.openEntryWords(row);
        return { submission: row.submission, besides: { party, message } };
      },
    ),
    source(
      'requests',
      requests,
      sql`${requests.mutation} || ' ' || ${requests.idempotencyKey}`,
      (subject) => eq(requests.subject, subject),
      () => ({ submission: null }),
    ),
    source(
      'uploads',
      uploads,
      sql`${uploads.id}`,
      (subject) => eq(uploads.subject, subject),
      (row) => ({
        submission: null,
        besides: { fileName: openFileName(sealer, row) },
      }),
    ),
    source(
      'accesses',
      accesses,
      sql`${accesses.id}`,
      (subject) => inArray(accesses.submission, own(subject)),
      (row) => ({
        submission: row.submission,
      }),
    ),
    source(
      'consents',
      consents,
      sql`${consents.id}`,
      (subject) => inArray(consents.submission, own(subject)),
      (row) => ({
        submission: row.submission,
        besides: { ...records.openConsent(row) },
      }),
    ),
    source(
      'payments',
      payments,
      sql`${payments.id}`,
      (subject) => inArray(payments.submission, own(subject)),
      (row) => {
        const { items, payer, channel, payUrl, receiptNumber, mismatch, refundedFen, surplus } =
          records.openPayment(row);
        const money = { payUrl, receiptNumber, mismatch, refundedFen, surplus };
        return { submission: row.submission, besides: { items, payer, channel, ...money } };
      },
    ),
    source(
      'payment_history',
      paymentHistory,
      sql`${paymentHistory.payment} || ' ' || lpad(${paymentHistory.number}::text, 9, '0')`,
      (subject) => inArray(paymentHistory.submission, own(subject)),
      ({ submission }) => ({ submission }),
    ),
    source(
      'evidence_requests',
      evidenceRequests,
      sql`${evidenceRequests.id}`,
      (subject) => eq(evidenceRequests.subject, subject),
      (row) => {
        const { people, applicant, items, consents: given, lifeEvent, region } = openEvidenceRequest(sealer, row);
        return { submission: null, besides: { lifeEvent, region, people, applicant, items, consents: given } };
      },
    ),
    source(
      'erasures',
      erasures,
      sql`${erasures.submission} || ' ' || ${erasures.part}`,
      (subject) => inArray(erasures.submission, own(subject)),
      (row) => ({ submission: row.submission }),
    ),
  ];
}

/** A row's columns as they are told; instants as the API writes them. */
function told(name: TableName, table: PgTable, row: object): Readonly<Record<string, unknown>> {
  const { leftOut }: { readonly leftOut: Readonly<Record<string, string>> } = personalTables[name];
  const columns = getTableColumns(table);
  return Object.fromEntries(
    Object.entries(row)
      .filter(([column]) => !(column in leftOut))
      .map(([column, value]) => [
        column,
        columns[column]?.columnType === 'PgTimestampString' && value !== null ? new Date(value).toISOString() : value,
      ]),
  );
}
