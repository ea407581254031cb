/** Where one matter's share stands (办件状态). */
export type FilingState =
  | 'WAITING'
  | 'SUBMITTED'
  | 'ACCEPTED'
  | 'AWAITING_PAYMENT'
  | 'NEEDS_CORRECTION'
  | 'APPROVED'
  | 'REFUSED'
  | 'WITHDRAWN';
/** What a department can say of a filing that it has (回执). */
export type ReceiptState = Exclude<FilingState, 'WAITING'>;
export type SubmissionState =
  | 'RECEIVED'
  | 'IN_PROGRESS'
  | 'NEEDS_CORRECTION'
  | 'PARTLY_COMPLETED'
  | 'COMPLETED'
  | 'REFUSED'
  | 'WITHDRAWN';

/** What the order of work is decided from. `after`: positions of those that must be approved first. */
export interface FilingProgress {
  readonly position: number;
  readonly state: FilingState;
  readonly after: ReadonlyArray<number>;
}

/** Decided or taken back: nothing changes it any more. */
export function isSettled(state: FilingState): boolean {
  return state === 'APPROVED' || state === 'REFUSED' || state === 'WITHDRAWN';
}

export const endStates: ReadonlyArray<SubmissionState> = ['COMPLETED', 'PARTLY_COMPLETED', 'REFUSED', 'WITHDRAWN'];

/** Nothing of the submission can go on. */
export function hasEnded(state: SubmissionState): boolean {
  return endStates.includes(state);
}

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
export function wholeState(filings: ReadonlyArray<FilingProgress>): SubmissionState {
  const states = filings.map(({ state }) => state);
  if (states.includes('NEEDS_CORRECTION')) return 'NEEDS_CORRECTION';
  const blocked = blockedFilings(filings);
  if (filings.every(({ state, position }) => isSettled(state) || blocked.has(position))) {
    if (states.every((state) => state === 'APPROVED')) return 'COMPLETED';
    if (states.includes('APPROVED')) return 'PARTLY_COMPLETED';
    return states.includes('REFUSED') ? 'REFUSED' : 'WITHDRAWN';
  }
  return states.every((state) => state === 'WAITING') ? 'RECEIVED' : 'IN_PROGRESS';
}
