import {
  bigint,
  bigserial,
  boolean,
  customType,
  date,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';
import type { Localized } from '../language/text.ts';
import type { Payment, PaymentState } from './domain/payment.ts';
import type { ProvenKind } from './domain/proof.ts';
import type { FilingState, SubmissionState } from './domain/states.ts';
import type { Wait } from './domain/waiting.ts';

const bytes = customType<{ data: Buffer; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  fromDriver: (value) => Buffer.from(value),
});
const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

export const submissions = pgTable('submissions', {
  id: text('id').primaryKey(),
  receiptNumber: text('receipt_number').notNull(),
  subject: text('subject').notNull(),
  idempotencyKey: text('idempotency_key').notNull(),
  requestHash: text('request_hash').notNull(),
  lifeEvent: text('life_event').notNull(),
  region: text('region').notNull(),
  planId: text('plan_id').notNull(),
  state: text('state').$type<SubmissionState>().notNull(),
  receivedAt: instant('received_at').notNull(),
  dueOn: date('due_on', { mode: 'string' }).notNull(),
  sealed: bytes('sealed').notNull(),
  correctionDueOn: date('correction_due_on', { mode: 'string' }),
  remindOn: date('remind_on', { mode: 'string' }),
  dueAt: instant('due_at'),
  heldBy: text('held_by'),
  heldUntil: instant('held_until'),
  endedAt: instant('ended_at'),
  erasedAt: instant('erased_at'),
  tellErasedAt: instant('tell_erased_at'),
  proofNumber: integer('proof_number').notNull().default(0),
  proofDigest: text('proof_digest'),
  through: text('through'),
  traceparent: text('traceparent'),
});
export const filings = pgTable('filings', {
  id: text('id').primaryKey(),
  submission: text('submission').notNull(),
  position: integer('position').notNull(),
  matter: text('matter').notNull(),
  department: text('department').notNull(),
  party: text('party'),
  stage: integer('stage').notNull(),
  after: integer('after').array().notNull(),
  state: text('state').$type<FilingState>().notNull(),
  message: jsonb('message').$type<Localized>(),
  attempts: integer('attempts').notNull().default(0),
  retryAt: instant('retry_at'),
  dueOn: date('due_on', { mode: 'string' }),
  sealed: bytes('sealed').notNull(),
  waits: jsonb('waits').$type<ReadonlyArray<Wait>>().notNull().default([]),
  beginsAt: instant('begins_at'),
  refusalReason: text('refusal_reason'),
  refusals: integer('refusals').notNull().default(0),
  correctionDueOn: date('correction_due_on', { mode: 'string' }),
});
export const timeline = pgTable('timeline', {
  submission: text('submission').notNull(),
  number: integer('number').notNull(),
  at: instant('at').notNull(),
  event: text('event').notNull(),
  matter: text('matter'),
  party: text('party'),
  message: jsonb('message').$type<Localized>().notNull(),
});
export const requests = pgTable('requests', {
  subject: text('subject').notNull(),
  mutation: text('mutation').notNull(),
  idempotencyKey: text('idempotency_key').notNull(),
  requestHash: text('request_hash').notNull(),
  target: text('target').notNull(),
  at: instant('at').notNull(),
});
export const uploads = pgTable('uploads', {
  id: text('id').primaryKey(),
  subject: text('subject').notNull(),
  ticketHash: text('ticket_hash').notNull(),
  fileName: text('file_name').notNull(),
  contentType: text('content_type').notNull(),
  bytes: integer('bytes').notNull(),
  sha256: text('sha256').notNull(),
  storedAt: instant('stored_at'),
  expiresAt: instant('expires_at').notNull(),
  scan: text('scan').$type<'CLEAN' | 'INFECTED'>(),
  usedAt: instant('used_at'),
  pixelWidth: integer('pixel_width'),
  pixelHeight: integer('pixel_height'),
  /** How many of its bytes stand, of those that come piece by piece. */
  arrived: integer('arrived').notNull().default(0),
  /** Of whoever may bring more: the one that asked last. */
  turn: integer('turn').notNull().default(0),
});
export const uploadPieces = pgTable('upload_pieces', {
  id: text('id').primaryKey(),
  upload: text('upload').notNull(),
  begins: integer('begins').notNull(),
  bytes: integer('bytes').notNull(),
  stands: boolean('stands').notNull().default(false),
  goesAt: instant('goes_at').notNull(),
});

export const consents = pgTable('consents', {
  id: text('id').primaryKey(),
  submission: text('submission').notNull(),
  at: instant('at').notNull(),
  withdrawnAt: instant('withdrawn_at'),
  sealed: bytes('sealed').notNull(),
});
export const evidenceRequests = pgTable('evidence_requests', {
  id: text('id').primaryKey(),
  subject: text('subject').notNull(),
  idempotencyKey: text('idempotency_key').notNull(),
  requestHash: text('request_hash').notNull(),
  requestedAt: instant('requested_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  sealed: bytes('sealed').notNull(),
});
export const evidenceFiles = pgTable(
  'evidence_files',
  { upload: text('upload').notNull(), submission: text('submission').notNull() },
  ({ upload, submission }) => [primaryKey({ columns: [upload, submission] })],
);

export const payments = pgTable('payments', {
  id: text('id').primaryKey(),
  submission: text('submission').notNull(),
  filing: text('filing').notNull(),
  state: text('state').$type<PaymentState>().notNull(),
  amountFen: integer('amount_fen').notNull(),
  dueOn: date('due_on', { mode: 'string' }).notNull(),
  demandedAt: instant('demanded_at').notNull(),
  paidAt: instant('paid_at'),
  refundedAt: instant('refunded_at'),
  attempts: integer('attempts').notNull(),
  nextAt: instant('next_at'),
  sealed: bytes('sealed').notNull(),
});
/** Only ever added to: the database refuses anything else. */
export const paymentHistory = pgTable('payment_history', {
  submission: text('submission').notNull(),
  payment: text('payment').notNull(),
  number: integer('number').notNull(),
  at: instant('at').notNull(),
  state: text('state').$type<PaymentState>().notNull(),
  saidFen: bigint('said_fen', { mode: 'number' }),
  saidCurrency: text('said_currency'),
});
export const sandboxPayments = pgTable('sandbox_payments', {
  id: text('id').primaryKey(),
  state: text('state').$type<'OPEN' | 'FAILED' | 'PAID' | 'REFUNDED'>().notNull().default('OPEN'),
  amountFen: integer('amount_fen').notNull(),
  dueOn: date('due_on', { mode: 'string' }).notNull(),
  paidAt: instant('paid_at'),
  receiptNumber: text('receipt_number'),
});

/** Only ever added to: the database refuses anything else. */
export const erasures = pgTable('erasures', {
  submission: text('submission').notNull(),
  /** `journeys`, or the filing that a department had. */
  part: text('part').notNull(),
  department: text('department'),
  cause: text('cause').$type<'ASKED' | 'RETENTION'>().notNull(),
  /** `NOT_KNOWN`: the department has no such call. */
  outcome: text('outcome').$type<'ERASED' | 'NOT_KNOWN'>().notNull(),
  at: instant('at').notNull(),
  rows: integer('erased_rows').notNull(),
  files: integer('erased_files').notNull(),
  digest: text('digest').notNull(),
});

/** Added to, and let go when the law no longer wants them: the database refuses anything else. */
export const accesses = pgTable('accesses', {
  id: text('id').primaryKey(),
  submission: text('submission').notNull(),
  at: instant('at').notNull(),
  kind: text('kind').$type<'READ' | 'DECIDED' | 'REJECTED' | 'DOWNLOADED'>().notNull(),
  department: text('department'),
  clerk: text('clerk').notNull(),
  filing: text('filing'),
});

/** `digest` and `party` are pseudonyms: rows are found by them and tell nothing. */
export const once = pgTable(
  'once',
  { digest: text('digest').notNull(), submission: text('submission').notNull(), party: text('party').notNull() },
  ({ digest, submission, party }) => [primaryKey({ columns: [digest, submission, party] })],
);

/** What other parts of the graph have yet to be told. */
export const outbox = pgTable('outbox', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  kind: text('kind').$type<'ISSUE' | 'GIVE_BACK' | 'ERASE' | 'ERASE_APPEALS' | 'REFUSED' | 'ASKED_PAPER'>().notNull(),
  submission: text('submission').notNull(),
  target: text('target').notNull(),
  attempts: integer('attempts').notNull().default(0),
  nextAt: instant('next_at').notNull(),
});

/** What the program through which a submission came has yet to be told. */
export const webhooks = pgTable('webhooks', {
  submission: text('submission').primaryKey(),
  client: text('client').notNull(),
  number: integer('number').notNull(),
  attempts: integer('attempts').notNull().default(0),
  nextAt: instant('next_at').notNull(),
});
export const webhookOutages = pgTable('webhook_outages', {
  client: text('client').primaryKey(),
  since: instant('since').notNull(),
  askAt: instant('ask_at').notNull(),
});

/** The latest that the clock of any worker has shown: one row. */
export const clock = pgTable('clock', {
  one: boolean('one').primaryKey().default(true),
  shownAt: instant('shown_at').notNull(),
});

/** Only ever added to: the database refuses anything else. */
export const proofs = pgTable(
  'proofs',
  {
    submission: text('submission').notNull(),
    number: integer('number').notNull(),
    at: instant('at').notNull(),
    kind: text('kind').$type<ProvenKind>().notNull(),
    body: jsonb('body').$type<Readonly<Record<string, unknown>>>().notNull(),
    contentDigest: text('content_digest').notNull(),
    digest: text('digest').notNull(),
    signature: text('signature').notNull(),
  },
  ({ submission, number }) => [primaryKey({ columns: [submission, number] })],
);

export const usedLinks = pgTable('used_links', {
  id: text('id').primaryKey(),
  expiresAt: instant('expires_at').notNull(),
});

/** `subject` and `idempotencyKey` are pseudonyms, `requestHash` is keyed: rows are found by them and tell nothing. */
export type SubmissionRow = typeof submissions.$inferSelect;
/** As it lies in the table, but for `party` and `message`, which are sealed there. */
export type FilingColumns = typeof filings.$inferSelect;
/** Opened, with its payment. */
export type FilingRow = FilingColumns & { readonly payment: Payment | null };
export type PaymentRow = typeof payments.$inferSelect;
export type PaymentHistoryRow = typeof paymentHistory.$inferSelect;
/** Opened: in the table `party` and `message` are sealed. */
export type TimelineRow = typeof timeline.$inferSelect;
/** `at` is when it was performed. */
export type RequestRow = Omit<typeof requests.$inferSelect, 'at'>;
export type PieceRow = typeof uploadPieces.$inferSelect;
export type UploadRow = typeof uploads.$inferSelect;
export type ConsentRow = typeof consents.$inferSelect;
export type EvidenceRequestRow = typeof evidenceRequests.$inferSelect;
export type ErasureRow = typeof erasures.$inferSelect;
export type ProofRow = typeof proofs.$inferSelect;
export type WebhookRow = typeof webhooks.$inferSelect;
export type WebhookOutage = typeof webhookOutages.$inferSelect;
export type OutboxRow = typeof outbox.$inferSelect;
/** `clerk` is sealed; of a file that the applicant took, the applicant. */
export type AccessRow = typeof accesses.$inferSelect;
