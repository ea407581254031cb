import type { Log } from '../runtime/log.ts';
import { inSpan } from '../runtime/tracing.ts';
import { lookAt } from './domain/calls.ts';
import { step } from './domain/step.ts';
import type { DueCommand, Outcome, SubmissionEvent } from './domain/submission.ts';
import type { OpenDoor } from './doors.ts';
import type { DeliveryMeters } from './meters.ts';
import { type PaymentProvider, pay } from './payments/provider.ts';
import { type Performance, perform } from './perform.ts';
import { provide } from './provide.ts';
import type { Seen } from './store/fold.ts';
import type { SubmissionStore } from './store/index.ts';

export interface CarryParts {
  readonly store: SubmissionStore;
  readonly openDoor: OpenDoor;
  readonly provider: PaymentProvider;
  readonly log: Log;
  readonly delivery?: Pick<DeliveryMeters, 'delivered'>;
  readonly now: () => number;
  /** Whether the worker ends: then it lets go once what is under way has been answered. */
  readonly stopping: () => boolean;
  /** Told when nothing is left to do but to wait for an answer, and when that is over. */
  readonly waits: (waits: boolean) => void;
}

/** So long the calls of one round wait for one another, to be written together: then those that are answered are written without the others. */
const togetherMs = 200;
/** So often a submission is looked at while it waits for an answer: another of its filings may go on meanwhile. */
const lookEveryMs = 1000;

/** A call that is under way, or whose answer is not written yet. */
interface Call {
  readonly ended: Promise<void>;
  event: SubmissionEvent | null;
}

/**
 * Carries one submission that the worker holds until nothing is due, then lets go of it. Each filing has one call under way at a time; what is answered is
 * written down whatever the others wait for.
 */
export async function carry(parts: CarryParts, id: string, worker: string): Promise<void> {
  const { store, now, stopping, waits } = parts;
  const calls = new Map<string, Call>();
  const begin = (command: DueCommand, performance: Performance): Promise<void> => {
    const ended = traced(command, performance, () => eventOf(parts, command, performance, worker)).then((event) => {
      call.event = event;
    });
    const call: Call = { ended, event: null };
    calls.set(keyOf(command), call);
    return ended;
  };
  let seen: Seen | null = null;
  for (;;) {
    // What was written just now need not be read: where somebody else has changed it since, nothing is written from it.
    const standing: Seen | null = seen ?? (await store.carried.look(id));
    seen = null;
    if (!standing) return;
    const { row, submission }: Seen = standing;
    const at = now();
    const passed: SubmissionEvent = { kind: 'TIME_PASSED', worker };
    // Looking decides nothing that chance has a part in.
    const looked = step(submission, passed, { now: at, chance: 0 });
    if (looked.submission.remindOn !== submission.remindOn) {
      seen = (await changed(store, standing, [passed])).seen;
      continue;
    }
    const due = looked.commands.filter(
      (command): command is DueCommand => command.kind !== 'NOTIFY' && !calls.has(keyOf(command)),
    );
    if (calls.size === 0 && (due.length === 0 || stopping())) {
      await store.holds.release(id, worker, row.dueAt, due.length > 0 ? at : lookAt(submission, at));
      return;
    }
    if (due.length > 0 && !stopping()) {
      const performance = { submission, record: standing.record(), traceparent: standing.row.traceparent };
      await within(togetherMs, Promise.all(due.map((command) => begin(command, performance))));
    }
    const answered = await answeredOf(calls, waits);
    if (answered.length === 0) continue;
    const events = answered.map(({ event }) => event);
    const { outcomes, seen: after }: Went = await changed(store, standing, events);
    if (outcomes.includes('HOLD_LOST')) return;
    seen = after;
    for (const { key } of answered) calls.delete(key);
  }
}

/** The calls that have been answered, after a wait where none has. */
async function answeredOf(
  calls: ReadonlyMap<string, Call>,
  waits: CarryParts['waits'],
): Promise<ReadonlyArray<{ readonly key: string; readonly event: SubmissionEvent }>> {
  if (![...calls.values()].some(({ event }) => event !== null)) {
    waits(true);
    await within(lookEveryMs, Promise.race([...calls.values()].map(({ ended }) => ended)));
    waits(false);
  }
  return [...calls].flatMap(([key, { event }]) => (event ? [{ key, event }] : []));
}

interface Went {
  readonly outcomes: ReadonlyArray<Outcome>;
  /** Null: somebody else has changed it meanwhile, and it has to be read. */
  readonly seen: Seen | null;
}

/** By what was seen, or under its lock where that does not stand any more. */
async function changed(store: SubmissionStore, seen: Seen, events: ReadonlyArray<SubmissionEvent>): Promise<Went> {
  const went = await store.carried.goOn(seen, events);
  if (went) return went;
  const { outcomes } = await store.change(seen.row.id, { events });
  return { outcomes, seen: null };
}

/** A part of the journey's one trace, however many days after it began. */
function traced<Answer>(
  { kind, filing }: DueCommand,
  { submission, traceparent }: Performance,
  work: () => Promise<Answer>,
): Promise<Answer> {
  const { department = '' } = submission.filings.find(({ id }) => id === filing) ?? {};
  return inSpan({ name: `worker ${kind}`, kind: 'CLIENT', attributes: { department }, traceparent }, work);
}

/** A filing's department, or its sources, are asked one thing at a time; and so is the provider of its payment. */
function keyOf(command: DueCommand): string {
  return `${command.filing} ${'payment' in command ? 'payment' : 'department'}`;
}

/** What came of a call. A fault of ours is nobody's answer: it is logged, and the call comes again. */
async function eventOf(
  { openDoor, provider, log, delivery }: CarryParts,
  command: DueCommand,
  performance: Performance,
  worker: string,
): Promise<SubmissionEvent> {
  const faulty = (err: unknown): void =>
    log.error({ err, filing: command.filing, call: command.kind }, 'a call could not be made');
  // Citizens are told no code: whoever looks into it finds it here.
  const refused = (by: string, code: string): void =>
    log.warn({ filing: command.filing, call: command.kind, code }, `${by} did not take a call`);
  if ('payment' in command) {
    const paid = await pay(provider, command, worker);
    if (paid.answer.kind === 'REJECTED') refused('the provider of payments', paid.answer.code);
    return paid;
  }
  if (command.kind === 'PROVIDE') {
    const answers = await provide(openDoor, command, performance).catch((err) => {
      faulty(err);
      return command.documents.map(() => ({ outcome: 'LATER' as const }));
    });
    return { kind: 'PROVIDED', command, worker, answers };
  }
  const lost = (): void => log.warn({ filing: command.filing }, 'a department had lost a filing and is given it again');
  const answer = await perform(openDoor, command, performance, lost).catch((err) => {
    faulty(err);
    return { kind: 'DEPARTMENT_OUT' as const };
  });
  const { submission } = performance;
  const department = submission.filings.find(({ id }) => id === command.filing)?.department ?? 'unknown';
  delivery?.delivered(department, command.kind, answer.kind);
  // One that has nothing to take back says so, and is done.
  if (answer.kind === 'REJECTED' && command.kind !== 'WITHDRAW') refused('a department', answer.code);
  return { ...answer, command, worker };
}

/** Waits for something, but no longer than that. */
async function within(ms: number, something: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([
    something,
    new Promise<void>((done) => {
      timer = setTimeout(done, ms);
    }),
  ]);
  clearTimeout(timer);
}
