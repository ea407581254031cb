import { expect, it } from 'vitest';
import { neededStill } from '../../../subgraphs/journeys/domain/erasure.ts';
import type { Payment } from '../../../subgraphs/journeys/domain/payment.ts';
import type { Filing } from '../../../subgraphs/journeys/domain/submission.ts';
import { filing, noon, submission } from './submission-of.ts';

const withdrawn = (more: Partial<Filing> = {}) => filing(0, 'WITHDRAWN', more);
const paid = (state: Payment['state']) => ({ state, surplus: [], nextAt: null }) as unknown as Payment;

it.each<[string, ReadonlyArray<Filing>, ReturnType<typeof neededStill>]>([
  ['that goes on', [withdrawn(), filing(1, 'SUBMITTED')], 'UNDER_WAY'],
  ['that has ended', [withdrawn(), filing(1, 'APPROVED'), filing(2, 'REFUSED')], null],
  ['of which a department has yet to hear', [withdrawn(), withdrawn({ position: 1, retryAt: noon })], 'NOT_TOLD'],
  ['that was decided while its department was to be asked', [filing(0, 'APPROVED', { retryAt: noon })], null],
  ['whose money is to go back', [withdrawn({ payment: paid('REFUNDING') })], 'PAYMENT_OPEN'],
  ['whose money has come', [filing(0, 'APPROVED', { payment: paid('PAID') })], null],
])('what is held of persons is needed of a submission %s: %#', (_what, filings, needed) => {
  expect(neededStill(submission(filings))).toBe(needed);
});
