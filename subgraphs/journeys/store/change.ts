import { eq } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { lookAt } from '../domain/calls.ts';
import { givenConsents } from '../domain/consent.ts';
import { type Proven, provenOf } from '../domain/proof.ts';
import { hasEnded } from '../domain/states.ts';
import { step } from '../domain/step.ts';
import type { Command, Moment, Outcome, Submission, SubmissionEvent, TimelineEntry } from '../domain/submission.ts';
import type { SubmissionRecord } from '../records/submission.ts';
import { type OutboxRow, type RequestRow, requests, type SubmissionRow, submissions } from '../tables.ts';
import type { Access, AddAccesses } from './accesses.ts';
import { addToOutbox, settlePurpose } from './outbox.ts';
import { updatePayment } from './payments.ts';
import { addProofs, type MakeProofs } from './proofs.ts';
import { selectFilings } from './read.ts';
import type { SealedRecords } from './sealed.ts';
import { markUsed } from './uploads.ts';
import { addToTimeline, instantOf, notify, type Transaction, updateFiling } from './write.ts';

/** What happens to one submission at once. */
export interface Change {
  readonly events: ReadonlyArray<SubmissionEvent>;
  /** The caller's request: kept where nothing refuses it, and performed once. */
  readonly request?: RequestRow | undefined;
  /** Whose decision it is. */
  readonly access?: Access;
  /** What the submission carries from now on. */
  readonly carry?: (record: SubmissionRecord, before: Submission) => SubmissionRecord;
  /** What licences were used up for: they stay so where nothing is refused. */
  readonly purpose?: string | null;
  /** What others are to be told of it, once nothing refuses it. */
  readonly tell?: ReadonlyArray<Pick<OutboxRow, 'kind' | 'target'>>;
  /** The source to which consent is withdrawn; where that was done before, nothing happens. */
  readonly consent?: string | undefined;
}
export interface Changed {
  /** The request was performed before: nothing happened. */
  readonly repeated: boolean;
  /** One for each event. */
  readonly outcomes: ReadonlyArray<Outcome>;
  readonly commands: ReadonlyArray<Command>;
  readonly submission: Submission;
}
/** The one way in which a submission changes: under its lock, by the reducer, all or nothing. */
export type ChangeSubmission = (id: string, change: Change) => Promise<Changed>;

/** Outcomes with which a request is not done: it may come again under the same key. */
const refusals: ReadonlySet<Outcome> = new Set<Outcome>([
  'NOT_TOLD',
  'NOTHING_TO_CORRECT',
  'ALREADY_ENDED',
  'UNKNOWN_FILING',
  'DOES_NOT_HOLD',
]);

export function createChange(
  db: PostgresJsDatabase,
  records: SealedRecords,
  addAccesses: AddAccesses,
  moment: () => Moment,
  makeProofs: MakeProofs,
): ChangeSubmission {
  return (id, { events, request, access, carry, purpose = null, consent, tell = [] }) =>
    db.transaction(async (transaction) => {
      const [row] = await transaction.select().from(submissions).where(eq(submissions.id, id)).for('update');
      if (!row) throw new Error(`There is no submission ${id}.`);
      const before = records.submissionOf(row, await selectFilings(transaction, records, [id]));
      const { now } = moment();
      const after = fold(before, events, () => ({ ...moment(), now }));
      const refused = after.outcomes.some((outcome) => refusals.has(outcome));
      const at = new Date(now).toISOString();
      if (!refused && !(await isFirst(transaction, records, row, { request, consent }, at))) {
        return { repeated: true, outcomes: [], commands: [], submission: before };
      }
      if (!refused) {
        await settlePurpose(transaction, purpose);
        await addToOutbox(
          transaction,
          tell.map((each) => ({ ...each, submission: id, nextAt: at })),
        );
      }
      // Also what does not hold was decided.
      if (access) await addAccesses(transaction, now, [access]);
      const { submission, entries } = after;
      await updateFilings(transaction, records, { submission: id, at }, before, submission);
      await giveBack(transaction, records, row, submission.state, at);
      const due = lookAt(submission, now);
      const proof = makeProofs(id, row, at, after.proven);
      await addProofs(transaction, proof.rows);
      const carried = carry && !refused ? carry(records.open(row), before) : null;
      await markUsed(transaction, id, carried, at);
      await transaction
        .update(submissions)
        .set({
          state: submission.state,
          correctionDueOn: submission.correctionDueOn,
          remindOn: submission.remindOn,
          dueAt: instantOf(due),
          endedAt: endOf(submission, row, at),
          ...proof.end,
          ...(carried ? { sealed: records.seal(id, carried) } : {}),
        })
        .where(eq(submissions.id, id));
      await addToTimeline(transaction, records, { submission: id, at: now, entries });
      const isTold = after.commands.some(({ kind }) => kind === 'NOTIFY');
      // Who holds it looks again by itself.
      if (isTold) await notify(transaction, id, due === now && row.heldBy === null);
      return { repeated: false, ...after };
    });
}

const endOf = ({ state }: Submission, { endedAt }: SubmissionRow, at: string): string | null =>
  hasEnded(state) ? (endedAt ?? at) : null;

function fold(
  before: Submission,
  events: ReadonlyArray<SubmissionEvent>,
  moment: () => Moment,
): Omit<Changed, 'repeated'> & {
  readonly entries: ReadonlyArray<TimelineEntry>;
  readonly proven: ReadonlyArray<Proven>;
} {
  let submission = before;
  const outcomes: Outcome[] = [];
  const entries: TimelineEntry[] = [];
  const commands: Command[] = [];
  const proven: Proven[] = [];
  for (const event of events) {
    const stepped = step(submission, event, moment());
    submission = stepped.submission;
    outcomes.push(stepped.outcome);
    entries.push(...stepped.entries);
    commands.push(...stepped.commands);
    const told = provenOf(event, stepped.outcome);
    if (told) proven.push(told);
  }
  return { submission, outcomes, entries, commands, proven };
}

/** False where the request was performed before, or the consent was withdrawn: nothing happens. */
async function isFirst(
  transaction: Transaction,
  records: SealedRecords,
  row: SubmissionRow,
  { request, consent }: Pick<Change, 'request' | 'consent'>,
  at: string,
): Promise<boolean> {
  if (consent !== undefined && !(await withdrawConsent(transaction, records, row, consent, at))) return false;
  return request === undefined || keep(transaction, request, at);
}

async function withdrawConsent(
  transaction: Transaction,
  records: SealedRecords,
  row: SubmissionRow,
  source: string,
  at: string,
): Promise<boolean> {
  const record = records.open(row);
  const given = givenConsents(record.consents, record.filings);
  await records.noteConsents(transaction, row.id, given, row.receivedAt);
  return records.withdrawConsent(transaction, row.id, source, at);
}

/** Of a submission that is withdrawn nothing comes: what was used up for it can be used again. */
async function giveBack(
  transaction: Transaction,
  records: SealedRecords,
  row: SubmissionRow,
  state: Submission['state'],
  at: string,
): Promise<void> {
  if (state !== 'WITHDRAWN' || row.state === state) return;
  await addToOutbox(
    transaction,
    records.open(row).purposes.map((target) => ({ kind: 'GIVE_BACK', submission: row.id, target, nextAt: at })),
  );
}

/** Filings that did not change are the same objects. */
async function updateFilings(
  transaction: Transaction,
  records: SealedRecords,
  written: { readonly submission: string; readonly at: string },
  before: Submission,
  after: Submission,
): Promise<void> {
  for (const filing of after.filings) {
    const known = before.filings.find((each) => each.id === filing.id);
    if (known === filing) continue;
    await updateFiling(transaction, records, known, filing);
    await updatePayment(transaction, records, written, known?.payment ?? null, filing);
    if (filing.state === 'APPROVED' && known?.state !== 'APPROVED' && filing.results.length > 0) {
      const { submission, at } = written;
      await addToOutbox(transaction, [{ kind: 'ISSUE', submission, target: filing.id, nextAt: at }]);
    }
    if (filing.refusalReason !== null && known?.refusalReason !== filing.refusalReason) {
      const { submission, at } = written;
      await addToOutbox(transaction, [{ kind: 'REFUSED', submission, target: filing.id, nextAt: at }]);
    }
  }
}

/** False where the request was performed before. */
async function keep(transaction: Transaction, request: RequestRow, at: string): Promise<boolean> {
  const kept = await transaction
    .insert(requests)
    .values({ ...request, at })
    .onConflictDoNothing()
    .returning();
  return kept.length > 0;
}
