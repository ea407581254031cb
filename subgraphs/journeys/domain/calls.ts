import { readyFilings } from './states.ts';
import type { DepartmentCommand, Filing, Submission } from './submission.ts';
import { beginningInChina } from './timing.ts';

/** Calls to departments that are due: to hand over, to ask, to supplement, to withdraw. */
export function dueCalls(submission: Submission, now: number): ReadonlyArray<DepartmentCommand> {
  const ready = new Set(readyFilings(submission.filings));
  return submission.filings
    .filter((filing) => {
      const from = callableFrom(filing, ready.has(filing));
      return from !== null && from <= now;
    })
    .map(commandOf);
}

/** When a worker must look again, in milliseconds; null where only somebody's event can lead on. */
export function lookAt(submission: Submission, now: number): number | null {
  const ready = new Set(readyFilings(submission.filings));
  const times = submission.filings.flatMap((filing) => callableFrom(filing, ready.has(filing)) ?? []);
  if (submission.remindOn !== null) times.push(beginningInChina(submission.remindOn));
  return times.length === 0 ? null : Math.max(now, Math.min(...times));
}

/** From when a filing's department is to be called; null: not of itself. */
function callableFrom(filing: Filing, ready: boolean): number | null {
  if (filing.atDesk && filing.state !== 'WITHDRAWN') return null;
  switch (filing.state) {
    case 'WAITING':
      return ready ? (filing.retryAt ?? 0) : null;
    case 'SUBMITTED':
    case 'ACCEPTED':
      return filing.retryAt ?? 0;
    case 'WITHDRAWN':
      return filing.retryAt;
    case 'NEEDS_CORRECTION':
    case 'APPROVED':
    case 'REFUSED':
      return null;
  }
}

function commandOf(filing: Filing): DepartmentCommand {
  const { id, state, supplement } = filing;
  const seen = { filing: id, state, supplement };
  if (state === 'WAITING') return { kind: 'HAND_OVER', ...seen };
  if (state === 'WITHDRAWN') return { kind: 'WITHDRAW', ...seen };
  return { kind: supplement === null ? 'ASK' : 'SUPPLEMENT', ...seen };
}
