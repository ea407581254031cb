/** Where one matter's share stands (办件状态). */
export type FilingState =
  | 'WAITING'
  | 'SUBMITTED'
  | 'ACCEPTED'
  | 'NEEDS_CORRECTION'
  | 'APPROVED'
  | 'REFUSED'
  | 'WITHDRAWN';
export type SubmissionState =
  | 'RECEIVED'
  | 'IN_PROGRESS'
  | 'NEEDS_CORRECTION'
  | 'PARTLY_COMPLETED'
  | 'COMPLETED'
  | 'REFUSED'
  | 'WITHDRAWN';
/** What the decisions about a submission are made from. `after`: positions of those that must be approved first. */
export interface FilingProgress {
  readonly position: number;
  readonly state: FilingState;
  readonly after: ReadonlyArray<number>;
}

const settled: ReadonlySet<FilingState> = new Set(['APPROVED', 'REFUSED', 'WITHDRAWN']);

/** Filings to hand over now: not begun, and all they wait for is approved. */
export function readyFilings<T extends FilingProgress>(filings: ReadonlyArray<T>): ReadonlyArray<T> {
  const approved = new Set(filings.filter(({ state }) => state === 'APPROVED').map(({ position }) => position));
  return filings.filter(({ state, after }) => state === 'WAITING' && after.every((position) => approved.has(position)));
}

/** Positions of filings that can never begin, since something they wait for was refused or withdrawn. */
export function blockedFilings(filings: ReadonlyArray<FilingProgress>): ReadonlySet<number> {
  const blocked = new Set<number>();
  const ended = new Set(
    filings.filter(({ state }) => state === 'REFUSED' || state === 'WITHDRAWN').map(({ position }) => position),
  );
  for (let before = -1; before !== blocked.size; ) {
    before = blocked.size;
    for (const { position, state, after } of filings) {
      if (state === 'WAITING' && after.some((each) => ended.has(each) || blocked.has(each))) blocked.add(position);
    }
  }
  return blocked;
}

/** The whole submission's state, from its filings alone. */
export function submissionState(filings: ReadonlyArray<FilingProgress>): SubmissionState {
  const states = filings.map(({ state }) => state);
  if (states.every((state) => state === 'WITHDRAWN')) return 'WITHDRAWN';
  if (states.includes('NEEDS_CORRECTION')) return 'NEEDS_CORRECTION';
  const blocked = blockedFilings(filings);
  if (filings.every(({ state, position }) => settled.has(state) || blocked.has(position))) {
    if (states.every((state) => state === 'APPROVED')) return 'COMPLETED';
    if (states.includes('APPROVED')) return 'PARTLY_COMPLETED';
    return states.includes('REFUSED') ? 'REFUSED' : 'WITHDRAWN';
  }
  return states.every((state) => state === 'WAITING') ? 'RECEIVED' : 'IN_PROGRESS';
}

/** Milliseconds before the next attempt: doubling from one second to a minute. `chance` in [0, 1) spreads callers by up to a half. */
export function retryDelay(attempts: number, chance: number): number {
  return Math.min(60_000, 1000 * 2 ** Math.min(attempts, 6)) * (1 - chance / 2);
}
