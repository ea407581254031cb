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
import {
  addToTimeline,
  type ChangedFiling,
  changedFilings,
  instantOf,
  lastEntry,
  notify,
  type Transaction,
  updateFilings,
} from './write.ts';

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
  /** As it stands now, under the same lock: another may have changed what it carries since the caller last looked. */
  readonly row: SubmissionRow;
}
/** The one way in which a submission changes: under its lock, by the reducer, all or nothing. */
export type ChangeSubmission = (id: string, change: Change) => Promise<Changed>;

/** Outcomes with which a request is not done: it may come again under the same key. */
const refusals: ReadonlySet<Outcome> = new Set<Outcome>([
  'NOT_TOLD',
  'NOTHING_TO_CORRECT',
  'NOTHING_TO_RETRY',
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
      const [filings, last] = await Promise.all([
        selectFilings(transaction, records, [id]),
        lastEntry(transaction, id),
      ]);
      const before = records.submissionOf(row, filings);
      const { now } = moment();
      const after = fold(before, events, () => ({ ...moment(), now }));
      const refused = after.outcomes.some((outcome) => refusals.has(outcome));
      const at = new Date(now).toISOString();
      if (!refused && !(await isFirst(transaction, records, row, { request, consent }, at))) {
        return { repeated: true, outcomes: [], commands: [], submission: before, row };
      }
      if (!refused) await settlePurpose(transaction, purpose);
      const { submission, entries } = after;
      const changed = changedFilings(before.filings, submission.filings);
      const telling = [
        ...(refused ? [] : tell),
        ...changed.flatMap(toldOf),
        ...givenBack(records, row, submission.state),
      ].map((each) => ({ ...each, submission: id, nextAt: at }));
      const proof = makeProofs(id, row, at, after.proven);
      const carried = carry && !refused ? carry(records.open(row), before) : null;
      const due = dueOf(row, after, lookAt(submission, now), now);
      const written = {
        state: submission.state,
        correctionDueOn: submission.correctionDueOn,
        remindOn: submission.remindOn,
        dueAt: instantOf(due.at),
        endedAt: endOf(submission, row, at),
        ...proof.end,
        ...(carried ? { sealed: records.seal(id, carried) } : {}),
      };
      // None of them reads what another writes: they are sent together.
      await Promise.all([
        addToOutbox(transaction, telling),
        // Also what does not hold was decided.
        access ? addAccesses(transaction, now, [access]) : null,
        updateFilings(transaction, records, changed),
        updatePayments(transaction, records, { submission: id, at }, changed),
        addProofs(transaction, proof.rows),
        markUsed(transaction, id, carried, at),
        transaction.update(submissions).set(written).where(eq(submissions.id, id)),
        addToTimeline(transaction, records, { submission: id, at: now, entries, last }),
        hear(transaction, id, due, telling.length > 0),
      ]);
      return { repeated: false, ...after, row: { ...row, ...written } };
    });
}

interface DueChange {
  /** In milliseconds. */
  readonly at: number | null;
  readonly isTold: boolean;
  /** Whether a worker has to hear of it: who holds it looks again by itself. */
  readonly isNow: boolean;
}

function dueOf(
  { heldBy }: SubmissionRow,
  { commands }: Pick<Changed, 'commands'>,
  at: number | null,
  now: number,
): DueChange {
  const isTold = commands.some(({ kind }) => kind === 'NOTIFY');
  return { at, isTold, isNow: isTold && at === now && heldBy === null };
}

async function hear(
  transaction: Transaction,
  id: string,
  { isTold, isNow }: DueChange,
  outbox: boolean,
): Promise<void> {
  if (isTold || outbox) await notify(transaction, id, { due: isNow, outbox });
}

const endOf = ({ state }: Submission, { endedAt }: SubmissionRow, at: string): string | null =>
  hasEnded(state) ? (endedAt ?? at) : null;

function fold(
  before: Submission,
  events: ReadonlyArray<SubmissionEvent>,
  moment: () => Moment,
): Omit<Changed, 'repeated' | 'row'> & {
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
    const lapsed = lapsedWith(submission, stepped.submission);
    submission = stepped.submission;
    outcomes.push(stepped.outcome);
    entries.push(...stepped.entries);
    commands.push(...stepped.commands);
    const told = provenOf(event, stepped.outcome, lapsed);
    if (told) proven.push(told);
  }
  return { submission, outcomes, entries, commands, proven };
}

/** Ids of filings for which nothing was corrected in time. */
function lapsedWith(before: Submission, after: Submission): ReadonlyArray<string> {
  return after.filings.flatMap(({ id, state }, position) =>
    state === 'WITHDRAWN' && before.filings[position]?.state === 'NEEDS_CORRECTION' ? [id] : [],
  );
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

type Telling = Pick<OutboxRow, 'kind' | 'target'>;

/** Of a submission that is withdrawn nothing comes: what was used up for it can be used again. */
function givenBack(records: SealedRecords, row: SubmissionRow, state: Submission['state']): ReadonlyArray<Telling> {
  if (state !== 'WITHDRAWN' || row.state === state) return [];
  return records.open(row).purposes.map((target) => ({ kind: 'GIVE_BACK', target }));
}

/** What a filing's change tells others: what it issued, and for what it was refused. */
function toldOf({ before, after }: ChangedFiling): ReadonlyArray<Telling> {
  const issues = after.state === 'APPROVED' && before?.state !== 'APPROVED' && after.results.length > 0;
  const refuses = after.refusalReason !== null && before?.refusalReason !== after.refusalReason;
  return [
    ...(issues ? [{ kind: 'ISSUE' as const, target: after.id }] : []),
    ...(refuses ? [{ kind: 'REFUSED' as const, target: after.id }] : []),
  ];
}

async function updatePayments(
  transaction: Transaction,
  records: SealedRecords,
  written: { readonly submission: string; readonly at: string },
  changed: ReadonlyArray<ChangedFiling>,
): Promise<void> {
  await Promise.all(
    changed.map(({ before, after }) => updatePayment(transaction, records, written, before?.payment ?? null, after)),
  );
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
