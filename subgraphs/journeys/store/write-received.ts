import { sql } from 'drizzle-orm';
import { isAnyOf } from '../../runtime/any-of.ts';
import type { GivenConsent } from '../domain/consent.ts';
import type { OnceKey } from '../domain/once.ts';
import {
  type filings,
  type ProofRow,
  type SubmissionRow,
  type TimelineRow,
  uploads,
  type WebhookRow,
} from '../tables.ts';
import { onceRows } from './once.ts';
import type { SealedRecords } from './sealed.ts';
import { addedOfEach, type Transaction, told } from './write.ts';

/** Everything that is written where a submission is received. */
export interface WrittenReceipt {
  readonly submission: SubmissionRow;
  /** Words sealed. */
  readonly filings: ReadonlyArray<typeof filings.$inferInsert>;
  readonly proofs: ReadonlyArray<ProofRow>;
  /** Words in clear; each with its number. */
  readonly timeline: ReadonlyArray<TimelineRow>;
  readonly once: ReadonlyArray<OnceKey>;
  /** With when, where it was before the receipt. */
  readonly consents: ReadonlyArray<GivenConsent & { readonly at?: string }>;
  /** Ids of files, which are used from now on. */
  readonly uploads: ReadonlyArray<string>;
  readonly webhooks: ReadonlyArray<Pick<WebhookRow, 'client' | 'number'>>;
  readonly channels: ReadonlyArray<string>;
}

/** Writes all of several in one statement, and answers the ids of those that are written: of others the applicant's key was taken in between, and nothing of them is. */
export async function writeReceived(
  transaction: Transaction,
  records: SealedRecords,
  receipts: ReadonlyArray<WrittenReceipt>,
): Promise<ReadonlySet<string>> {
  if (receipts.length === 0) return new Set();
  const given = receipts.map((receipt) => ({
    ...{ id: receipt.submission.id, at: receipt.submission.receivedAt, channels: receipt.channels },
    rows: rowsOf(records, receipt),
  }));
  const files = receipts.flatMap((receipt) => receipt.uploads);
  const written = await transaction.execute<{ id: string }>(sql`
    with given as materialized (
      select new.id, new.at, new.channels, new.rows
      from jsonb_to_recordset(${JSON.stringify(given)}::text::jsonb) as new(
        id text, at timestamptz, channels jsonb, rows jsonb)
    ), created as (
      insert into submissions (id, receipt_number, subject, idempotency_key, request_hash, life_event, region, plan_id, state,
        received_at, due_on, sealed, remind_on, due_at, proof_number, proof_digest, through, traceparent)
      select new.id, new.receipt_number, new.subject, new.idempotency_key, new.request_hash, new.life_event, new.region,
        new.plan_id, new.state, new.received_at, new.due_on, decode(new.sealed, 'base64'), new.remind_on, new.due_at,
        new.proof_number, new.proof_digest, new.through, new.traceparent
      from given, jsonb_to_record(given.rows -> 'submission') as new(
        id text, receipt_number text, subject text, idempotency_key text, request_hash text, life_event text, region text,
        plan_id text, state text, received_at timestamptz, due_on date, sealed text, remind_on date, due_at timestamptz,
        proof_number integer, proof_digest text, through text, traceparent text)
      on conflict do nothing
      returning id
    ), held as (
      select given.id, given.at, given.channels, given.rows from created join given on given.id = created.id
    ), of_filings as (
      insert into filings (id, submission, position, matter, department, party, stage, after, state, message, attempts,
        retry_at, due_on, sealed, waits, begins_at, refusal_reason)
      select new.id, held.id, new.position, new.matter, new.department, new.party, new.stage, new.follows, new.state,
        new.message, new.attempts, new.retry_at, new.due_on, decode(new.sealed, 'base64'), new.waits,
        new.begins_at, new.refusal_reason
      from held, jsonb_to_recordset(held.rows -> 'filings') as new(
        id text, position integer, matter text, department text, party text, stage integer, follows integer[], state text,
        message jsonb, attempts integer, retry_at timestamptz, due_on date, sealed text, waits jsonb, begins_at timestamptz,
        refusal_reason text)
    ), of_once as (
      insert into once (digest, submission, party)
      select new.digest, held.id, new.party
      from held, jsonb_to_recordset(held.rows -> 'once') as new(digest text, party text)
      on conflict do nothing
    ), of_consents as (
      insert into consents (id, submission, at, sealed)
      select new.id, held.id, new.at, decode(new.sealed, 'base64')
      from held, jsonb_to_recordset(held.rows -> 'consents') as new(id text, at timestamptz, sealed text)
    ), of_uploads as (
      update uploads set used_at = held.at
      from held, jsonb_array_elements_text(held.rows -> 'uploads') as used(id)
      where ${isAnyOf(uploads.id, files)} and uploads.id = used.id
    ), of_files as (
      insert into evidence_files (upload, submission)
      select used.id, held.id from held, jsonb_array_elements_text(held.rows -> 'uploads') as used(id)
      on conflict do nothing
    ), ${addedOfEach}
    select held.id, ${told} from held`);
  return new Set(written.map(({ id }) => id));
}

function rowsOf(
  records: SealedRecords,
  { submission, filings, proofs, timeline, once, consents, uploads: used, webhooks }: WrittenReceipt,
): object {
  const at = submission.receivedAt;
  return {
    submission: {
      ...{ id: submission.id, receipt_number: submission.receiptNumber, subject: submission.subject },
      ...{ idempotency_key: submission.idempotencyKey, request_hash: submission.requestHash, state: submission.state },
      ...{ life_event: submission.lifeEvent, region: submission.region, plan_id: submission.planId, received_at: at },
      ...{ due_on: submission.dueOn, remind_on: submission.remindOn, due_at: submission.dueAt },
      ...{ sealed: base64(submission.sealed) },
      ...{ proof_number: submission.proofNumber, proof_digest: submission.proofDigest },
      ...{ through: submission.through, traceparent: submission.traceparent },
    },
    filings: filings.map((filing) => ({
      ...{ id: filing.id, position: filing.position, matter: filing.matter, department: filing.department },
      ...{ party: filing.party, stage: filing.stage, follows: filing.after, state: filing.state, waits: filing.waits },
      ...{ message: filing.message, attempts: filing.attempts, retry_at: filing.retryAt, due_on: filing.dueOn },
      ...{ sealed: base64(filing.sealed), begins_at: filing.beginsAt, refusal_reason: filing.refusalReason },
    })),
    proofs: proofs.map(({ contentDigest, ...proof }) => ({ ...proof, content_digest: contentDigest })),
    timeline: timeline.map((entry) => records.sealEntryWords(entry)),
    once: onceRows(records.pseudonym, once),
    consents: records.consentRows(submission.id, consents, at).map(({ sealed, ...row }) => ({
      ...{ ...row, sealed: base64(sealed) },
    })),
    uploads: used,
    webhooks,
  };
}

const base64 = (bytes: Buffer): string => bytes.toString('base64');
