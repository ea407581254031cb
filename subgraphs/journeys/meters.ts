import type { Meters } from '../runtime/meters.ts';
import type { WorkLeft } from './store/work-left.ts';

/** What is said of each call of a department: `NOT_ASKED`, since it is left alone for a while. */
export type CallOutcome = 'ANSWERED' | 'FAILED' | 'NOT_ASKED';

/** How departments are called from this process. */
export interface LaneMeters {
  called(department: string, outcome: CallOutcome, took: number): void;
  /** Read when somebody asks. */
  watch(
    lanes: () => Iterable<
      readonly [string, { readonly running: number; readonly waiting: number; readonly open: boolean }]
    >,
  ): void;
}

export function createLaneMeters(meters: Meters): LaneMeters {
  const calls = meters.timer(
    'workflow_call_seconds',
    'Time a department took to answer a worker, by department and outcome; NOT_ASKED: it is left alone for a while.',
    ['department', 'outcome'],
  );
  return {
    called: (department, outcome, took) => calls({ department, outcome }, took),
    watch: (lanes) => {
      const each = (value: (lane: { running: number; waiting: number; open: boolean }) => number) => () =>
        [...lanes()].map(([department, lane]) => ({ labels: { department }, value: value(lane) }));
      const of = ['department'] as const;
      meters.levels(
        'workflow_calls_under_way',
        'Calls of a department that this worker waits for.',
        of,
        each(({ running }) => running),
      );
      meters.levels(
        'workflow_calls_waiting',
        'Calls that wait for their turn in a department’s lane.',
        of,
        each(({ waiting }) => waiting),
      );
      meters.levels(
        'workflow_breaker_open',
        '1 where this worker leaves a department alone.',
        of,
        each(({ open }) => Number(open)),
      );
    },
  };
}

/** What departments and other parts said to what they were handed, asked or told. */
export interface DeliveryMeters {
  delivered(department: string, command: string, outcome: 'RECEIPT' | 'REJECTED' | 'DEPARTMENT_OUT'): void;
  told(kind: string, outcome: 'HEARD' | 'AGAIN'): void;
}

export function createDeliveryMeters(meters: Meters): DeliveryMeters {
  const deliveries = meters.counter(
    'workflow_deliveries_total',
    'What departments said, by department, command and outcome.',
    ['department', 'command', 'outcome'],
  );
  const outbox = meters.counter('workflow_outbox_told_total', 'What other parts were told, by kind and outcome.', [
    'kind',
    'outcome',
  ]);
  return {
    delivered: (department, command, outcome) => deliveries({ department, command, outcome }),
    told: (kind, outcome) => outbox({ kind, outcome }),
  };
}

/** What is left to do, as the database has it: each worker says the same. */
export function watchWorkLeft(meters: Meters, look: () => Promise<WorkLeft>): void {
  const department = ['department'];
  meters.looked(
    'work left',
    {
      workflow_filings: { help: 'Filings under way, by department and state.', labels: ['department', 'state'] },
      workflow_queue_filings: { help: 'Filings that their department should have by now.', labels: department },
      workflow_queue_oldest_seconds: { help: 'Since the first filing in the queue could go.', labels: department },
      workflow_filings_retried: { help: 'Filings whose department is called again.', labels: department },
      workflow_filings_parked: { help: 'Filings that their department refuses to take.', labels: department },
      workflow_outbox_rows: { help: 'What other parts have yet to hear, by kind.', labels: ['kind'] },
      workflow_outbox_oldest_seconds: { help: 'How long the first of the outbox has been due.', labels: ['kind'] },
      workflow_due_submissions: { help: 'Submissions that are due and held by no worker.', labels: [] },
      workflow_due_oldest_seconds: { help: 'How long the first of them has been.', labels: [] },
      database_sessions: {
        help: 'Sessions of this part at the database, in all processes.',
        labels: ['part', 'state'],
      },
      database_sessions_maximum: { help: 'Sessions that the database server takes.', labels: [] },
    },
    async () => {
      const { filings, queue, outbox, due, sessions, sessionsMaximum } = await look();
      const ofQueue = (value: (row: WorkLeft['queue'][number]) => number) =>
        queue.map((row) => ({ labels: { department: row.department }, value: value(row) }));
      const one = (value: number) => [{ labels: {}, value }];
      return {
        workflow_filings: filings.map(({ department: code, state, count }) => ({
          labels: { department: code, state },
          value: count,
        })),
        workflow_queue_filings: ofQueue(({ count }) => count),
        workflow_queue_oldest_seconds: ofQueue(({ seconds }) => seconds),
        workflow_filings_retried: ofQueue(({ retried }) => retried),
        workflow_filings_parked: ofQueue(({ parked }) => parked),
        workflow_outbox_rows: outbox.map(({ kind, count }) => ({ labels: { kind }, value: count })),
        workflow_outbox_oldest_seconds: outbox.map(({ kind, seconds }) => ({ labels: { kind }, value: seconds })),
        workflow_due_submissions: one(due.count),
        workflow_due_oldest_seconds: one(due.seconds),
        database_sessions: sessions.map(({ state, count }) => ({ labels: { part: 'journeys', state }, value: count })),
        database_sessions_maximum: one(sessionsMaximum),
      };
    },
  );
}
