import { lookAt } from '../domain/calls.ts';
import { type Proven, provenOf } from '../domain/proof.ts';
import { hasEnded } from '../domain/states.ts';
import { step } from '../domain/step.ts';
import type { Command, Moment, Outcome, Submission, SubmissionEvent, TimelineEntry } from '../domain/submission.ts';
import type { SubmissionRecord } from '../records/submission.ts';
import type { OutboxRow, SubmissionRow } from '../tables.ts';
import type { MakeProofs } from './proofs.ts';
import type { SealedRecords } from './sealed.ts';
import { type TellsClient, webhooksOf } from './webhooks.ts';
import { type ChangedFiling, changedFilings, channelsOf, instantOf } from './write.ts';
import type { WrittenChange } from './write-change.ts';

/** A submission as somebody read it. */
export interface Seen {
  readonly row: SubmissionRow;
  /** Of its row: another one as soon as anybody has changed the submission. */
  readonly version: string;
  /** The number of the last entry of its timeline; 0: it has none. */
  readonly last: number;
  readonly submission: Submission;
  /** What it carries. */
  readonly record: () => SubmissionRecord;
}
export interface Folded {
  readonly submission: Submission;
  /** One for each event. */
  readonly outcomes: ReadonlyArray<Outcome>;
  readonly commands: ReadonlyArray<Command>;
}
/** What events make of a submission, before it is written. */
export interface Made extends Folded {
  readonly proven: ReadonlyArray<Proven>;
  readonly entries: ReadonlyArray<TimelineEntry>;
}

/** One event after the other, by the reducer. */
export function fold(before: Submission, events: ReadonlyArray<SubmissionEvent>, moment: () => Moment): Made {
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

export type Telling = Pick<OutboxRow, 'kind' | 'target'>;

/** Turns what events made of a submission into what is written. `carried`: what it carries from now on; null: what it did. */
export type WriteOf = (
  seen: Seen,
  made: Made,
  now: number,
  more?: { readonly tell: ReadonlyArray<Telling>; readonly carried: SubmissionRecord | null },
) => WrittenChange;

export function createWriteOf(records: SealedRecords, makeProofs: MakeProofs, tellsClient: TellsClient): WriteOf {
  return (
    { row, version, last, submission: before, record },
    made,
    now,
    { tell, carried } = { tell: [], carried: null },
  ) => {
    const { id } = row;
    const { submission, entries, commands, proven } = made;
    const at = new Date(now).toISOString();
    const filings = changedFilings(before.filings, submission.filings);
    const outbox = [...tell, ...filings.flatMap(toldOf), ...givenBack(record, row, submission.state)];
    const proof = makeProofs(id, row, at, proven);
    const webhooks = webhooksOf(tellsClient, row, { last, added: entries.length });
    const due = lookAt(submission, now);
    const isTold = commands.some(({ kind }) => kind === 'NOTIFY');
    // Who holds it looks again by itself.
    const isNow = isTold && due === now && row.heldBy === null;
    return {
      ...{ id, version, at, filings, outbox, webhooks, proofs: proof.rows },
      submission: {
        ...{ state: submission.state, correctionDueOn: submission.correctionDueOn, remindOn: submission.remindOn },
        ...{ dueAt: instantOf(due), endedAt: hasEnded(submission.state) ? (row.endedAt ?? at) : null },
        ...{ ...proof.end, sealed: carried ? records.seal(id, carried) : null },
      },
      timeline: entries.map((entry, index) => ({ ...entry, submission: id, number: last + index + 1, at })),
      channels:
        isTold || outbox.length > 0 || webhooks.length > 0
          ? channelsOf({ due: isNow, outbox: outbox.length > 0, webhook: webhooks.length > 0 })
          : [],
    };
  };
}

/** As the submission stands once a change is written. */
export function seenAfter(seen: Seen, { submission }: Folded, written: WrittenChange, version: string): Seen {
  const { sealed, ...columns } = written.submission;
  const row = { ...seen.row, ...columns, ...(sealed ? { sealed } : {}) };
  return { ...seen, row, version, submission, last: seen.last + written.timeline.length };
}

/** Of a submission that is withdrawn nothing comes: what was used up for it can be used again. */
function givenBack(
  record: () => SubmissionRecord,
  row: SubmissionRow,
  state: Submission['state'],
): ReadonlyArray<Telling> {
  if (state !== 'WITHDRAWN' || row.state === state) return [];
  return record().purposes.map((target) => ({ kind: 'GIVE_BACK', target }));
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
