import { describe, expect, it } from 'vitest';
import { dueCalls, heldBack, lookAt } from '../../../subgraphs/journeys/domain/calls.ts';
import { step } from '../../../subgraphs/journeys/domain/step.ts';
import type { Wait } from '../../../subgraphs/journeys/domain/waiting.ts';
import { withWaits } from '../../../subgraphs/journeys/domain/waiting.ts';
import { answered, filing, moment, noon, said, submission, worker } from './submission-of.ts';

const wait = (amount: number, unit: Wait['limit']['unit'], since: Wait['since'] = 'BEGINNING'): Wait => ({
  ...{ titles: { zh: '公告', en: 'Notice' }, since },
  limit: { amount, unit },
});
const dayMs = 86_400_000;
const received = (...waits: ReadonlyArray<Wait>) => submission([filing(0, 'WAITING', { waits })]);
const submitted = { kind: 'SUBMITTED' as const, receiptNumber: '1', yearsNotCovered: [] };
const inChina = (at: number | null | undefined): string | null =>
  at == null ? null : new Date(at + 8 * 3_600_000).toISOString().slice(0, 16);
const beginning = (of: ReturnType<typeof submission>, now = noon): string | null =>
  inChina(withWaits(of, now).filings[0]?.beginsAt);

describe('a wait is over', () => {
  it.each<[string, ReadonlyArray<Wait>, string | null]>([
    ['of none: at once', [], null],
    // Received on Wednesday, 25 November: the last of two days is Friday, the 27th.
    ['of natural days: after the last', [wait(2, 'NATURAL_DAY')], '2026-11-28T00:00'],
    // The 29th is a Sunday, and the 28th a Saturday that is worked.
    ['of natural days that end on a day off: after the next working day', [wait(4, 'NATURAL_DAY')], '2026-12-01T00:00'],
    ['of natural days that end on a worked Saturday: after that', [wait(3, 'NATURAL_DAY')], '2026-11-29T00:00'],
    // 26, 27, 28, 30 November; the first is a holiday.
    ['of working days: after the last', [wait(5, 'WORKING_DAY')], '2026-12-03T00:00'],
    ['of hours: when they are over', [wait(36, 'HOUR')], '2026-11-27T00:00'],
    ['of minutes: when they are over', [wait(90, 'MINUTE')], '2026-11-25T13:30'],
    ['of several: when the last is', [wait(1, 'HOUR'), wait(2, 'NATURAL_DAY'), wait(3, 'HOUR')], '2026-11-28T00:00'],
  ])('%s', (_when, waits, from) => expect(beginning(received(...waits))).toBe(from));

  it('counted from the receipt, whenever it is looked at', () => {
    expect(beginning(received(wait(2, 'NATURAL_DAY')), noon + 30 * dayMs)).toBe('2026-11-28T00:00');
  });

  it('counted from the end of what it comes after, not known before, and not begun anew', () => {
    const own = [wait(2, 'NATURAL_DAY', 'PREVIOUS'), wait(1, 'HOUR')];
    const before = filing(0, 'SUBMITTED');
    const of = submission([before, filing(1, 'WAITING', { after: [0], waits: own })]);
    expect(withWaits(of, noon)).toEqual({ filings: of.filings, entries: [] });
    const later = { now: noon + 5 * dayMs, chance: 0 };
    const approved = step(of, answered(before, said('APPROVED')), later);
    expect(inChina(approved.submission.filings[1]?.beginsAt)).toBe('2026-12-03T00:00');
    expect(approved.entries.map(({ event, matter }) => [event, matter])).toEqual([
      ['APPROVED', 'm0'],
      ['WAIT_BEGAN', 'm1'],
    ]);
    expect(withWaits(approved.submission, noon + 9 * dayMs).filings).toBe(approved.submission.filings);
  });

  it('over a year without a calendar is told as a guess', () => {
    const { entries } = step(received(wait(60, 'NATURAL_DAY')), submitted, moment);
    expect(entries.map(({ event }) => event)).toEqual(['RECEIVED', 'WAIT_BEGAN', 'CALENDAR_NOT_PUBLISHED']);
  });
});

describe('a filing whose wait is not over', () => {
  const { submission: held } = step(received(wait(2, 'NATURAL_DAY')), submitted, moment);
  const over = held.filings[0]?.beginsAt as number;

  it('says so, and goes to nobody until the moment it is', () => {
    expect(held.filings[0]?.message?.zh).toBe('“公告”的等待期未满，自 2026-11-28 起自动移交部门办理，您无需操作。');
    expect([dueCalls(held, noon), lookAt(held, noon)]).toEqual([[], over]);
    expect(dueCalls(held, over - 1)).toEqual([]);
    expect(dueCalls(held, over).map(({ kind }) => kind)).toEqual(['HAND_OVER']);
    const looked = step(held, { kind: 'TIME_PASSED', worker }, { now: over - 1, chance: 0 });
    expect([looked.commands, looked.entries]).toEqual([[], []]);
  });

  it('is held back: what it would take along may still be taken out of it', () => {
    expect([[...heldBack(held, over - 1)], [...heldBack(held, over)]]).toEqual([[0], []]);
  });

  it('is taken back at once', () => {
    const taken = step({ ...held, heldBy: null }, { kind: 'WITHDRAWN' }, moment);
    expect(taken.submission).toMatchObject({ state: 'WITHDRAWN', filings: [{ state: 'WITHDRAWN', retryAt: null }] });
  });

  it('begins no wait once it is decided, or for another’s', () => {
    const decided = submission([filing(0, 'APPROVED', { waits: [wait(1, 'HOUR')] }), filing(1)]);
    expect(withWaits(decided, noon).filings).toBe(decided.filings);
  });
});
