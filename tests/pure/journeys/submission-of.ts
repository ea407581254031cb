import type { Demanded } from '../../../subgraphs/journeys/domain/payment.ts';
import type { Receipt } from '../../../subgraphs/journeys/domain/receipts.ts';
import { type FilingState, wholeState } from '../../../subgraphs/journeys/domain/states.ts';
import type {
  Answered,
  DepartmentCommand,
  Filing,
  Moment,
  Submission,
} from '../../../subgraphs/journeys/domain/submission.ts';

/** Noon in China on 25 November 2026, a Wednesday. */
export const noon = Date.parse('2026-11-25T04:00:00Z');
export const moment: Moment = { now: noon, chance: 0 };
export const worker = 'this worker';

/** A filing at a position, as it is before anything happened to it but its state. */
export function filing(position: number, state: FilingState = 'WAITING', more: Partial<Filing> = {}): Filing {
  return {
    id: `f${position}`,
    position,
    matter: `m${position}`,
    department: `d${position}`,
    party: null,
    after: [],
    state,
    message: null,
    attempts: 0,
    refusals: 0,
    correctionDueOn: state === 'NEEDS_CORRECTION' ? '2026-12-16' : null,
    retryAt: null,
    refusalReason: null,
    supplement: null,
    atDesk: false,
    provisions: [],
    results: [],
    corrections: [],
    payment: null,
    waits: [],
    beginsAt: null,
    ...more,
  };
}

/** A submission that this worker holds. */
export function submission(filings: ReadonlyArray<Filing>, more: Partial<Submission> = {}): Submission {
  return {
    state: wholeState(filings),
    correctionDueOn: null,
    remindOn: null,
    receivedAt: noon,
    heldBy: worker,
    filings,
    terms: {
      departments: { d0: { zh: '税务局', en: 'Tax' } },
      calendar: { holidays: ['2026-12-01'], workdays: ['2026-11-28'], years: [2026] },
      deferred: [],
      filings: [],
    },
    ...more,
  };
}

/** What departments here demand. */
export const demanded: Demanded = {
  ...{ amountFen: 40_000, items: { zh: '保险费', en: 'Insurance' } },
  ...{ payer: 'GUARDIAN', channel: 'ONLINE', dueInWorkingDays: 5 },
};

export function receipt(state: Receipt['state'], more: Partial<Receipt> = {}): Receipt {
  const demand = state === 'AWAITING_PAYMENT' ? demanded : null;
  return { state, messages: null, corrections: null, results: null, demand, ...more };
}

/** What a worker that sees the filing as it is now may have called its department for. */
export function command(seen: Filing, kind: DepartmentCommand['kind'] = 'HAND_OVER'): DepartmentCommand {
  return { kind, filing: seen.id, state: seen.state, supplement: seen.supplement };
}

export function answered(
  seen: Filing,
  answer:
    | { kind: 'RECEIPT'; receipt: Receipt }
    | { kind: 'DEPARTMENT_OUT'; afterMs?: number }
    | { kind: 'REJECTED'; code: string },
  more: { kind?: DepartmentCommand['kind']; worker?: string | null } = {},
): Answered {
  return { ...answer, command: command(seen, more.kind), worker: more.worker === undefined ? worker : more.worker };
}
export const said = (state: Receipt['state'], more: Partial<Receipt> = {}) => ({
  kind: 'RECEIPT' as const,
  receipt: receipt(state, more),
});
export const out = { kind: 'DEPARTMENT_OUT' } as const;
export const rejected = { kind: 'REJECTED', code: 'MATTER_NOT_FOUND' } as const;
