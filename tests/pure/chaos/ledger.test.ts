import { expect, it } from 'vitest';
import { type DepartmentLedger, wrongOf } from '../../../scripts/chaos/ledger.ts';

const whole: DepartmentLedger = {
  department: 'health',
  ...{ submitted: 10, delivered: 5, refused: 2, withdrawn: 1, waiting: 2, onDesk: 9, issued: 5 },
};

it('finds nothing wrong where everything is accounted for', () => expect(wrongOf(whole)).toEqual([]));
it.each([
  ['one that is nowhere', { waiting: 1 }, '10 submitted, 9 accounted for'],
  ['one that was decided by nobody', { onDesk: 6 }, '7 decided, 6 on its desk'],
  ['a number that was issued twice', { issued: 10 }, '10 numbers issued, 9 filings'],
  ['one that nobody submitted', { onDesk: 11 }, '11 on its desk, 10 submitted'],
])('finds %s', (_what, change, said) => expect(wrongOf({ ...whole, ...change })).toEqual([`health: ${said}`]));
