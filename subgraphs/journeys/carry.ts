import { lookAt } from './domain/calls.ts';
import { step } from './domain/step.ts';
import type { Answered, SubmissionEvent } from './domain/submission.ts';
import type { OpenDoor } from './doors.ts';
import { type PaymentProvider, payAll } from './payments/provider.ts';
import { performAll } from './perform.ts';
import { provideAll } from './provide.ts';
import type { SubmissionStore } from './store/index.ts';

export interface CarryParts {
  readonly store: SubmissionStore;
  readonly openDoor: OpenDoor;
  readonly provider: PaymentProvider;
  readonly now: () => number;
  /** Whether the worker ends: then it lets go after the round it is in. */
  readonly stopping: () => boolean;
}

/** Carries one submission that the worker holds until nothing is due, then lets go of it. */
export async function carry(
  { store, openDoor, provider, now, stopping }: CarryParts,
  id: string,
  worker: string,
): Promise<void> {
  for (;;) {
    const row = await store.find(id);
    if (!row) return;
    const submission = store.submissionOf(row, await store.filingsOf([id]));
    const at = now();
    const passed: SubmissionEvent = { kind: 'TIME_PASSED', worker };
    // Looking decides nothing that chance has a part in.
    const look = step(submission, passed, { now: at, chance: 0 });
    if (look.outcome === 'HOLD_LOST') return;
    if (look.submission.remindOn !== submission.remindOn) {
      await store.change(id, { events: [passed] });
      continue;
    }
    const due = look.commands.filter(({ kind }) => kind !== 'NOTIFY');
    if (due.length === 0 || stopping()) {
      await store.holds.release(id, worker, row.dueAt, due.length > 0 ? at : lookAt(submission, at));
      return;
    }
    const record = store.open(row);
    const [provided, paid, answers] = await Promise.all([
      provideAll(openDoor, due, { submission, record, worker }),
      payAll(provider, due, worker),
      performAll(openDoor, due, { submission, record }),
    ]);
    const { outcomes } = await store.change(id, {
      events: [
        ...provided,
        ...paid,
        ...answers.map(({ command, answer }): Answered => ({ ...answer, command, worker })),
      ],
    });
    if (outcomes.includes('HOLD_LOST')) return;
  }
}
