import { sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { isAnyOf } from '../../runtime/any-of.ts';
import { createTogether } from '../../runtime/together.ts';
import { currency } from '../domain/payment.ts';
import type { Filing } from '../domain/submission.ts';
import {
  type OutboxRow,
  type PaymentHistoryRow,
  type ProofRow,
  type SubmissionRow,
  submissions,
  type TimelineRow,
  type WebhookRow,
} from '../tables.ts';
import type { SealedRecords } from './sealed.ts';
import { addedOfEach, type ChangedFiling, instantOf, told } from './write.ts';

/** What a change leaves of its submission; `sealed` null: as it is. */
export type WrittenSubmission = Pick<
  SubmissionRow,
  'state' | 'correctionDueOn' | 'remindOn' | 'dueAt' | 'endedAt' | 'proofNumber' | 'proofDigest'
> & { readonly sealed: Buffer | null };

/** Everything that one change of a submission writes. */
export interface WrittenChange {
  readonly id: string;
  /** Of the row of the submission as the change was made from. */
  readonly version: string;
  /** When, ISO. */
  readonly at: string;
  readonly submission: WrittenSubmission;
  readonly filings: ReadonlyArray<ChangedFiling>;
  readonly proofs: ReadonlyArray<ProofRow>;
  /** Words in clear; each with its number. */
  readonly timeline: ReadonlyArray<TimelineRow>;
  readonly outbox: ReadonlyArray<Pick<OutboxRow, 'kind' | 'target'>>;
  /** Where its program could not be told before the pause goes on: an address that is out is not asked more often for that. */
  readonly webhooks: ReadonlyArray<Pick<WebhookRow, 'client' | 'number'>>;
  /** That are told the submission's id when it is written. */
  readonly channels: ReadonlyArray<string>;
}

type Writer = Pick<PostgresJsDatabase, 'execute'>;

/** As many as are carried at once. */
export const mostTogether = 16;

/** Writes changes of submissions, those that come together in one statement; a change's answer is as of `writeChange`. */
export function createWriteTogether(
  db: Writer,
  records: SealedRecords,
): (change: WrittenChange) => Promise<string | null> {
  const write = createTogether<WrittenChange, string | null>({
    write: (changes) => writeChanges(db, records, changes),
    most: mostTogether,
    atOnce: 2,
    keysOf: ({ id }) => [id],
  });
  return write;
}

/**
 * Writes all of a change in one statement, and answers the version of the submission's row from then on. Null, and nothing is written, where the row is not
 * as the change was made from: whoever changes a submission, its filings or payments changes its row with them.
 */
export async function writeChange(
  writer: Writer,
  records: SealedRecords,
  change: WrittenChange,
): Promise<string | null> {
  const [version = null] = await writeChanges(writer, records, [change]);
  return version;
}

/** Of several submissions at once, each for itself; a row that somebody holds at the moment is as one that was changed: nobody waits for it here. */
async function writeChanges(
  writer: Writer,
  records: SealedRecords,
  changes: ReadonlyArray<WrittenChange>,
): Promise<ReadonlyArray<string | null>> {
  const given = changes.map(({ id, version, at, channels, ...change }) => ({
    ...{ id, version, at, channels },
    rows: rowsOf(records, change),
  }));
  const ids = changes.map(({ id }) => id);
  const written = await writer.execute<{ id: string; version: string }>(sql`
    with given as materialized (
      select new.id, new.version::xid as version, new.at, new.channels, new.rows
      from jsonb_to_recordset(${JSON.stringify(given)}::text::jsonb) as new(
        id text, version text, at timestamptz, channels jsonb, rows jsonb)
    ), free as materialized (
      select submissions.id from submissions, given
      where ${isAnyOf(submissions.id, ids)} and submissions.id = given.id and submissions.xmin = given.version
      for no key update of submissions skip locked
    ), held as (
      update submissions set state = new.state, correction_due_on = new.correction_due_on, remind_on = new.remind_on,
        due_at = new.due_at, ended_at = new.ended_at, proof_number = new.proof_number, proof_digest = new.proof_digest,
        sealed = coalesce(decode(new.sealed, 'base64'), submissions.sealed)
      from free, given, jsonb_to_record(given.rows -> 'submission') as new(
        state text, correction_due_on date, remind_on date, due_at timestamptz, ended_at timestamptz, proof_number integer,
        proof_digest text, sealed text)
      where submissions.id = free.id and given.id = free.id and submissions.xmin = given.version
      returning submissions.xmin::text as version, given.id, given.at, given.channels, given.rows
    ), of_filings as (
      update filings set state = new.state, attempts = new.attempts, refusals = new.refusals,
        refusal_reason = new.reason, correction_due_on = new.corrections_due,
        message = case when new.says then new.message else filings.message end,
        retry_at = new.retry, begins_at = new.begins, sealed = coalesce(decode(new.sealed, 'base64'), filings.sealed)
      from held, jsonb_to_recordset(held.rows -> 'filings') as new(
        id text, state text, attempts integer, refusals integer, corrections_due date, says boolean, reason text,
        message jsonb, retry timestamptz, begins timestamptz, sealed text)
      where filings.submission = held.id and filings.id = new.id
    ), of_payments as (
      insert into payments (id, submission, filing, state, amount_fen, due_on, demanded_at, paid_at, refunded_at, attempts,
        next_at, sealed)
      select new.id, held.id, new.filing, new.state, new.amount_fen, new.due_on, held.at, new.paid_at, new.refunded_at,
        new.attempts, new.next_at, decode(new.sealed, 'base64')
      from held, jsonb_to_recordset(held.rows -> 'payments') as new(
        id text, filing text, state text, amount_fen integer, due_on date, paid_at timestamptz, refunded_at timestamptz,
        attempts integer, next_at timestamptz, sealed text)
      on conflict (id) do update set state = excluded.state, amount_fen = excluded.amount_fen, due_on = excluded.due_on,
        paid_at = excluded.paid_at, refunded_at = excluded.refunded_at, attempts = excluded.attempts,
        next_at = excluded.next_at, sealed = excluded.sealed
    ), of_history as (
      insert into payment_history (submission, payment, number, at, state, said_fen, said_currency)
      select held.id, new.payment,
        (select coalesce(max(known.number), 0) + 1 from payment_history known where known.payment = new.payment),
        held.at, new.state, new.said_fen, new.said_currency
      from held, jsonb_to_recordset(held.rows -> 'history') as new(
        payment text, state text, said_fen bigint, said_currency text)
    ), of_outbox as (
      insert into outbox (kind, submission, target, next_at)
      select new.kind, held.id, new.target, held.at
      from held, jsonb_to_recordset(held.rows -> 'outbox') as new(kind text, target text)
      on conflict do nothing
    ), ${addedOfEach}
    select held.id, held.version, ${told} from held`);
  const versions = new Map(written.map(({ id, version }) => [id, version]));
  return changes.map(({ id }) => versions.get(id) ?? null);
}

function rowsOf(
  records: SealedRecords,
  {
    submission,
    filings,
    proofs,
    timeline,
    outbox,
    webhooks,
  }: Omit<WrittenChange, 'id' | 'version' | 'at' | 'channels'>,
): object {
  const { sealed, state, correctionDueOn, remindOn, dueAt, endedAt, proofNumber, proofDigest } = submission;
  const paid = filings.flatMap((changed) => paymentOf(records, changed) ?? []);
  return {
    submission: {
      ...{ state, correction_due_on: correctionDueOn, remind_on: remindOn, due_at: dueAt, ended_at: endedAt },
      ...{ proof_number: proofNumber, proof_digest: proofDigest, sealed: base64(sealed) },
    },
    filings: filings.map((changed) => filingOf(records, changed)),
    payments: paid.map(({ row }) => row),
    history: paid.flatMap(({ history }) => history ?? []),
    proofs: proofs.map(({ contentDigest, ...proof }) => ({ ...proof, content_digest: contentDigest })),
    timeline: timeline.map((entry) => records.sealEntryWords(entry)),
    outbox,
    webhooks,
  };
}

const base64 = (bytes: Buffer | null): string | null => bytes?.toString('base64') ?? null;

/** Messages and sealed parts only where those changed. */
function filingOf(records: SealedRecords, { before, after }: ChangedFiling): object {
  const { id, state, message, attempts, refusals, retryAt, beginsAt, refusalReason, correctionDueOn } = after;
  const { results, corrections, supplement, atDesk, provisions } = after;
  const same =
    before?.results === results &&
    before.corrections === corrections &&
    before.supplement === supplement &&
    before.atDesk === atDesk &&
    before.provisions === provisions;
  const sealed = same ? null : records.sealFiling(id, { results, corrections, supplement, atDesk, provisions });
  const says = before?.message !== message;
  return {
    ...{ id, state, attempts, refusals, says, reason: refusalReason, corrections_due: correctionDueOn },
    message: says ? records.sealFilingWords({ id, message }).message : null,
    ...{ retry: instantOf(retryAt), begins: instantOf(beginsAt), sealed: base64(sealed) },
  };
}

interface WrittenPayment {
  readonly row: object;
  /** What its history gains; null: nothing that anybody would look for there. */
  readonly history: (Pick<PaymentHistoryRow, 'payment' | 'state'> & { readonly said_fen: number | null }) | null;
}

/** What an event changed in the payment of a filing; null: nothing. */
function paymentOf(records: SealedRecords, { before: was, after }: ChangedFiling): WrittenPayment | null {
  const { id: filing, payment }: Filing = after;
  const before = was?.payment ?? null;
  if (payment === null || payment === before) return null;
  const { items, payer, channel, payUrl, receiptNumber, mismatch, refundedFen, surplus, ...columns } = payment;
  const { id, state, amountFen, dueOn, paidAt, refundedAt, attempts, nextAt } = columns;
  const kept = { items, payer, channel, payUrl, receiptNumber, mismatch, refundedFen, surplus };
  const row = {
    ...{ id, filing, state, amount_fen: amountFen, due_on: dueOn, paid_at: paidAt, refunded_at: refundedAt, attempts },
    ...{ next_at: instantOf(nextAt), sealed: base64(records.sealPayment(id, kept)) },
  };
  // What came and was not demanded: the amount does not match, or it came once more.
  const isMismatch = mismatch !== null && mismatch !== before?.mismatch;
  const more = surplus.slice(before?.surplus.length ?? 0).at(-1);
  const said = more ? { ...more, currency } : isMismatch ? mismatch : null;
  const history = { payment: id, state, said_fen: said?.amountFen ?? null, said_currency: said?.currency ?? null };
  return { row, history: state === before?.state && said === null ? null : history };
}
