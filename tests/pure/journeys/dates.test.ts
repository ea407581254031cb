import { describe, expect, it } from 'vitest';
import { dueDays } from '../../../subgraphs/journeys/domain/due-days.ts';
import type { SharedDocument } from '../../../subgraphs/journeys/domain/provision.ts';
import type { CorrectionPeriod } from '../../../subgraphs/journeys/domain/results.ts';
import { step } from '../../../subgraphs/journeys/domain/step.ts';
import type { Filing } from '../../../subgraphs/journeys/domain/submission.ts';
import { beginningInChina, dayAfter, dueDay, receiptNumber } from '../../../subgraphs/journeys/domain/timing.ts';
import { fold } from '../../../subgraphs/journeys/store/fold.ts';
import type { TimeLimit } from '../../../subgraphs/language/time-limit.ts';
import { answered, filing, moment, noon, said, submission, worker } from './submission-of.ts';

const calendar = { holidays: ['2026-12-01'], workdays: ['2026-11-28'], years: [2026] };
const title = { zh: '出生医学证明', en: 'Birth certificate' };
const bothYears = { ...calendar, years: [2026, 2027] };
const bill: SharedDocument = {
  ...{ source: 'hospital', provider: 'd0', documentType: 'bill', parties: ['lin'], spec: null },
  ...{ minimumTrust: 'B', maximumAgeDays: null, material: 'bill', title },
};
const half1 = Date.parse('2026-11-24T17:30:00Z');

describe('a receipt number', () => {
  it.each([
    ['at noon', noon, '33038120261125'],
    ['at 01:30 in China, when it is yesterday by UTC', half1, '33038120261125'],
    ['a moment before midnight', Date.parse('2026-11-24T15:59:59.999Z'), '33038120261124'],
    ['at midnight', Date.parse('2026-11-24T16:00:00Z'), '33038120261125'],
  ])('%s bears the day in China', (_when, at, start) => {
    expect(receiptNumber('330381000000', at, 42)).toBe(`${start}00000042`);
  });

  it('goes on beyond eight digits', () => {
    expect(receiptNumber('330381000000', noon, 123_456_789)).toBe('33038120261125123456789');
  });
});

describe('the last day for corrections', () => {
  const asked = (now: number, more = {}) => {
    const before = filing(0, 'SUBMITTED');
    return step(submission([before], more), answered(before, said('NEEDS_CORRECTION')), { now, chance: 0 });
  };

  it('is fifteen working days after the day in China, over days off and working weekends', () => {
    // 26, 27, 28 (a Saturday worked), 30 November; 2 to 4, 7 to 11, 14 to 16 December: the first is off.
    expect(asked(noon).submission).toMatchObject({ correctionDueOn: '2026-12-16', remindOn: '2026-12-17' });
    expect(asked(half1).submission.correctionDueOn).toBe('2026-12-16');
    expect(asked(Date.parse('2026-11-25T16:30:00Z')).submission.correctionDueOn).toBe('2026-12-17');
  });

  it('stays while corrections are asked for, and goes with them', () => {
    const stays = asked(noon, {
      filings: [filing(0, 'SUBMITTED'), filing(1, 'NEEDS_CORRECTION', { correctionDueOn: '2026-12-03' })],
    });
    // What is asked for later has its own day: the one that comes first is told.
    expect(stays.submission.correctionDueOn).toBe('2026-12-03');
    expect(stays.submission.filings.map(({ correctionDueOn }) => correctionDueOn)).toEqual([
      '2026-12-16',
      '2026-12-03',
    ]);
    const kept = step(
      submission([filing(0, 'NEEDS_CORRECTION', { correctionDueOn: '2026-12-03' }), filing(1)], {
        ...{ correctionDueOn: '2026-12-03', remindOn: '2026-12-04' },
      }),
      answered(filing(1), said('APPROVED')),
      moment,
    );
    expect(kept.submission).toMatchObject({ correctionDueOn: '2026-12-03', remindOn: '2026-12-04' });
    const gone = step(
      submission([filing(0, 'NEEDS_CORRECTION', { correctionDueOn: '2026-12-03' })], { correctionDueOn: '2026-12-03' }),
      {
        kind: 'DECIDED',
        filing: 'f0',
        receipt: { state: 'REFUSED', messages: null, corrections: null, results: null },
      },
      moment,
    );
    expect(gone.submission.correctionDueOn).toBeNull();
  });

  it('does not put off what is to be told before', () => {
    expect(asked(noon, { remindOn: '2026-12-01' }).submission.remindOn).toBe('2026-12-01');
    expect(asked(noon, { remindOn: '2026-12-31' }).submission.remindOn).toBe('2026-12-17');
  });

  it('counted over a year without a calendar is told as a guess', () => {
    const told = asked(Date.parse('2026-12-25T04:00:00Z'));
    expect(told.submission.correctionDueOn).toBe('2027-01-15');
    expect(told.entries.map(({ event }) => event)).toEqual([
      'NEEDS_CORRECTION',
      'NEEDS_CORRECTION',
      'CALENDAR_NOT_PUBLISHED',
    ]);
    expect(told.entries[2]?.message.zh).toContain('2027年');
    expect(asked(noon).entries.map(({ event }) => event)).toEqual(['NEEDS_CORRECTION', 'NEEDS_CORRECTION']);
  });
});

describe('a period for corrections that the catalogue states', () => {
  const period = (limit: TimeLimit, deemedWithdrawn = false) => ({ limit, deemedWithdrawn });
  const termsWith = (...periods: ReadonlyArray<CorrectionPeriod | null>) => ({
    ...submission([]).terms,
    filings: periods.map((correctionPeriod) => ({
      ...{ issues: null, consumes: [], payment: null, rows: [], correctionPeriod },
    })),
  });

  it.each<[string, TimeLimit, string]>([
    ['in working days', { amount: 5, unit: 'WORKING_DAY' }, '2026-12-02'],
    ['in natural days', { amount: 5, unit: 'NATURAL_DAY' }, '2026-11-30'],
    ['in natural days that end on a day off: the working day after', { amount: 6, unit: 'NATURAL_DAY' }, '2026-12-02'],
  ])('counts %s', (_how, limit, day) => {
    const before = filing(0, 'SUBMITTED');
    const told = step(
      submission([before], { terms: termsWith(period(limit)) }),
      answered(before, said('NEEDS_CORRECTION')),
      moment,
    );
    expect(told.submission).toMatchObject({ correctionDueOn: day, remindOn: dayAfter(day) });
  });

  const passed = { kind: 'TIME_PASSED', worker } as const;
  const on = (date: string) => ({ now: Date.parse(`${date}T04:00:00Z`), chance: 0 });
  const asked = (position: number, more = {}) =>
    filing(position, 'NEEDS_CORRECTION', { correctionDueOn: '2026-12-03', attempts: 3, refusals: 2, ...more });
  const strict = period({ amount: 5, unit: 'WORKING_DAY' }, true);
  const waiting = (...filings: ReadonlyArray<Filing>) =>
    submission(filings, {
      ...{ correctionDueOn: '2026-12-03', remindOn: '2026-12-04' },
      terms: termsWith(strict, null),
    });

  const toCorrect = [{ material: 'bill', message: title }];

  it('takes a filing back the day after, where that is the rule, and tells its department; another is left to its own', () => {
    const both = waiting(asked(0, { corrections: toCorrect }), asked(1, { corrections: toCorrect }));
    expect(step(both, passed, on('2026-12-03')).entries).toEqual([]);
    const after = step(both, passed, on('2026-12-04'));
    expect(after.entries.map(({ event, matter }) => [event, matter])).toEqual([
      ['CORRECTION_OVERDUE', null],
      ['CORRECTION_LAPSED', 'm0'],
    ]);
    const [lapsed, open] = after.submission.filings;
    expect(lapsed).toMatchObject({
      ...{ state: 'WITHDRAWN', corrections: [], correctionDueOn: null, attempts: 0, refusals: 0 },
      retryAt: on('2026-12-04').now,
    });
    expect(lapsed?.message?.en).toContain('2026-12-03');
    expect(open).toMatchObject({ state: 'NEEDS_CORRECTION', correctionDueOn: '2026-12-03', corrections: toCorrect });
    expect(after.submission).toMatchObject({
      state: 'NEEDS_CORRECTION',
      correctionDueOn: '2026-12-03',
      remindOn: null,
    });
    expect(after.commands).toEqual([{ kind: 'NOTIFY' }]);
    const next = step(after.submission, passed, on('2026-12-05'));
    expect(next.entries).toEqual([]);
    expect(next.commands).toEqual([{ kind: 'WITHDRAW', filing: 'f0', state: 'WITHDRAWN', supplement: null }]);
  });

  it('is proven once of what it took back, and of nothing that was taken back before', () => {
    const both = waiting(asked(0), asked(1), filing(2, 'WITHDRAWN', { retryAt: null }));
    const lapsed = fold(both, [passed], () => on('2026-12-04'));
    expect(lapsed.proven).toEqual([{ kind: 'WITHDRAWN', body: { lapsed: ['f0'] }, content: [] }]);
    expect(fold(lapsed.submission, [passed], () => on('2026-12-05')).proven).toEqual([]);
  });

  it('ends the submission where nothing else goes on, and waits for the day of another', () => {
    const alone = step(waiting(asked(0)), passed, on('2026-12-04'));
    expect(alone.submission).toMatchObject({ state: 'WITHDRAWN', correctionDueOn: null, remindOn: null });
    expect(alone.entries.map(({ event }) => event)).toEqual(['CORRECTION_LAPSED', 'WITHDRAWN']);
    const later = submission([asked(0), asked(1, { correctionDueOn: '2026-12-10' })], {
      ...{ correctionDueOn: '2026-12-03', remindOn: '2026-12-04' },
      terms: termsWith(strict, strict),
    });
    const first = step(later, passed, on('2026-12-04')).submission;
    expect(first.filings.map(({ state }) => state)).toEqual(['WITHDRAWN', 'NEEDS_CORRECTION']);
    expect(first).toMatchObject({ correctionDueOn: '2026-12-10', remindOn: '2026-12-11' });
    const second = step(first, passed, on('2026-12-11')).submission;
    expect(second.filings.map(({ state }) => state)).toEqual(['WITHDRAWN', 'WITHDRAWN']);
  });

  it('leaves one alone on its last day, whatever else is told on it', () => {
    const two = submission([asked(0), asked(1, { correctionDueOn: '2026-12-04' })], {
      ...{ correctionDueOn: '2026-12-03', remindOn: '2026-12-04' },
      terms: termsWith(strict, strict),
    });
    const { submission: first } = step(two, passed, on('2026-12-04'));
    expect(first.filings.map(({ state }) => state)).toEqual(['WITHDRAWN', 'NEEDS_CORRECTION']);
    const second = step(first, passed, on('2026-12-05')).submission;
    expect(second.filings.map(({ state }) => state)).toEqual(['WITHDRAWN', 'WITHDRAWN']);
  });

  it('tells nobody anything, and writes nothing, while no day has passed', () => {
    const both = waiting(asked(0), asked(1));
    const { submission: same, commands } = step(both, passed, on('2026-12-03'));
    expect(same).toEqual(both);
    expect(commands).toEqual([]);
  });

  it('calls no department that has not seen the filing', () => {
    const unseen = waiting(
      asked(0, { provisions: [{ material: 'bill', source: 'hospital', outcome: 'NOT_FOUND' }] as never }),
    );
    const shared = [{ shared: [bill] }];
    const terms = { ...unseen.terms, filings: unseen.terms.filings.map((each) => ({ ...each, rows: shared })) };
    const lapsed = step({ ...unseen, terms }, passed, on('2026-12-04'));
    expect(lapsed.submission.filings[0]).toMatchObject({ state: 'WITHDRAWN', retryAt: null });
    expect(lapsed.commands).toEqual([{ kind: 'NOTIFY' }]);
  });

  it('is over once it is sent what it asked for', () => {
    const sent = { kind: 'SUPPLEMENTED', subject: 's', key: 'k', materials: [] } as const;
    const after = step(waiting(asked(0)), sent, on('2026-12-03')).submission;
    expect(after.filings[0]).toMatchObject({ state: 'SUBMITTED', correctionDueOn: null, attempts: 0, refusals: 0 });
    expect(step(after, passed, on('2026-12-04')).submission.filings[0]?.state).toBe('SUBMITTED');
  });
});

describe('days by which something is due', () => {
  const plan = {
    criticalPath: { workingDays: 3 },
    filings: [{ endsAfterWorkingDays: 0 }, { endsAfterWorkingDays: 1 }, { endsAfterWorkingDays: 3 }],
    materials: [
      { id: 'x', title, dueInWorkingDays: 5 },
      { id: 'y', title, dueInWorkingDays: 4 },
      { id: 'z', title, dueInWorkingDays: 1 },
      { id: 'n', title, dueInWorkingDays: null },
    ],
  };

  it('are each filing’s own; the last of them is the whole submission’s', () => {
    expect(dueDays(plan, calendar, [], '2026-11-25')).toEqual({
      whole: '2026-11-28',
      filings: ['2026-11-25', '2026-11-26', '2026-11-28'],
      deferred: [],
      remindOn: null,
      yearsNotCovered: [],
    });
  });

  it('are those of materials that follow later, and of no others', () => {
    const later = ['x', 'y', 'n'].map((material) => ({ material, later: true }));
    const due = dueDays(plan, calendar, [...later, { material: 'z', bringToCounter: true }], '2026-11-25');
    expect(due.deferred).toEqual([
      { material: 'x', title, dueOn: '2026-12-02' },
      { material: 'y', title, dueOn: '2026-11-30' },
    ]);
    expect(due.remindOn).toBe('2026-12-01');
  });

  it('name the years that the calendar lacks, each once', () => {
    expect(dueDays(plan, calendar, [], '2026-12-31').yearsNotCovered).toEqual([2027]);
    expect(dueDays(plan, bothYears, [], '2026-12-31').yearsNotCovered).toEqual([]);
    expect(dueDays(plan, { ...calendar, years: [] }, [], '2026-12-31').yearsNotCovered).toEqual([2026, 2027]);
    expect(dueDay(calendar, '2026-12-31', 1)).toEqual({ on: '2027-01-01', yearsNotCovered: [2027] });
  });

  it('begin and end at midnight in China', () => {
    expect(new Date(beginningInChina('2026-11-25')).toISOString()).toBe('2026-11-24T16:00:00.000Z');
    expect(dayAfter('2026-12-31')).toBe('2027-01-01');
  });
});

describe('a due date that has passed', () => {
  const look = (day: string, more = {}, filings = [filing(0, 'NEEDS_CORRECTION')]) =>
    step(
      submission(filings, { correctionDueOn: '2026-12-16', remindOn: '2026-12-17', ...more }),
      { kind: 'TIME_PASSED', worker },
      { now: beginningInChina(day), chance: 0 },
    );
  const terms = (...dueOn: ReadonlyArray<string>) => ({
    departments: {},
    calendar,
    deferred: dueOn.map((each) => ({ material: each, title, dueOn: each })),
  });

  it('is told on the first day after it, once', () => {
    expect([look('2026-12-16').entries, look('2026-12-16').commands]).toEqual([[], []]);
    expect(look('2026-12-16').submission.remindOn).toBe('2026-12-17');
    const told = look('2026-12-17');
    expect(told.entries).toEqual([
      {
        event: 'CORRECTION_OVERDUE',
        matter: null,
        party: null,
        message: {
          zh: '补正期限（2026-12-16）已过，请尽快补齐所列内容；逾期不补的，由部门依法处理。',
          en: 'The corrections were due on 2026-12-16: send all that is listed soon, or the departments decide as the law provides.',
        },
      },
    ]);
    expect(told.commands).toEqual([{ kind: 'NOTIFY' }]);
    expect(told.submission).toMatchObject({ remindOn: null, correctionDueOn: '2026-12-16', state: 'NEEDS_CORRECTION' });
    expect(
      step(told.submission, { kind: 'TIME_PASSED', worker }, { now: beginningInChina('2026-12-18'), chance: 0 })
        .entries,
    ).toEqual([]);
  });

  it('is told although nobody looked on that very day', () => {
    expect(look('2026-12-24').entries).toHaveLength(1);
  });

  it('is not told of corrections that were sent meanwhile', () => {
    const sent = look('2026-12-17', { correctionDueOn: null }, [filing(0, 'APPROVED')]);
    expect(sent.entries).toEqual([]);
    expect(sent.submission.remindOn).toBeNull();
  });

  it('is told of each material that was to follow, one after another', () => {
    const more = { terms: terms('2026-12-02', '2026-12-02', '2026-12-20', '2026-12-10'), remindOn: '2026-12-03' };
    const filings = [filing(0, 'APPROVED')];
    const first = look('2026-12-03', { ...more, correctionDueOn: null }, filings);
    expect(first.entries.map(({ event }) => event)).toEqual(['DEFERRAL_OVERDUE', 'DEFERRAL_OVERDUE']);
    expect(first.entries[0]?.message).toEqual({
      zh: '容缺后补的“出生医学证明”应在 2026-12-02 前补交，现已逾期，请尽快交至受理部门。',
      en: '"Birth certificate", which was to follow, was due on 2026-12-02: hand it to the department soon.',
    });
    expect(first.submission.remindOn).toBe('2026-12-11');
    const second = step(
      first.submission,
      { kind: 'TIME_PASSED', worker },
      { now: beginningInChina('2026-12-11'), chance: 0 },
    );
    expect(second.entries.map(({ message }) => message.en)).toEqual([expect.stringContaining('2026-12-10')]);
    expect(second.submission.remindOn).toBe('2026-12-21');
  });

  it('matters no more where the submission was refused or withdrawn', () => {
    for (const state of ['REFUSED', 'WITHDRAWN'] as const) {
      const more = { terms: terms('2026-12-02'), remindOn: '2026-12-03', correctionDueOn: null };
      const told = look('2026-12-03', more, [filing(0, state)]);
      expect([told.entries, told.submission.remindOn]).toEqual([[], null]);
    }
  });
});

describe('a submission that is received', () => {
  it('is told with its number, and with the years that are guessed', () => {
    const event = { kind: 'SUBMITTED', receiptNumber: '330381', yearsNotCovered: [] as number[] } as const;
    const received = step(submission([filing(0)]), event, moment);
    expect(received.outcome).toBe('DONE');
    expect(received.entries).toEqual([
      {
        event: 'RECEIVED',
        matter: null,
        party: null,
        message: { zh: '已收件，回执号 330381。', en: 'Received under number 330381.' },
      },
    ]);
    expect(received.commands).toEqual([{ kind: 'NOTIFY' }]);
    const guessed = step(submission([filing(0)]), { ...event, yearsNotCovered: [2027, 2028] }, moment);
    expect(guessed.entries.map(({ event: each }) => each)).toEqual(['RECEIVED', 'CALENDAR_NOT_PUBLISHED']);
    expect(guessed.entries[1]?.message.en).toContain('2027');
  });
});

describe('where a submission comes to a stand', () => {
  it.each([
    ['APPROVED', 'APPROVED', 'COMPLETED', '全部事项已办结。', 'Every matter is completed.'],
    [
      'REFUSED',
      'APPROVED',
      'PARTLY_COMPLETED',
      '部分事项已办结，其余不予办理。',
      'Some matters are completed; the others were refused.',
    ],
    ['REFUSED', 'REFUSED', 'REFUSED', '不予办理。', 'Refused.'],
    ['WITHDRAWN', 'WITHDRAWN', 'WITHDRAWN', '已撤回。', 'Withdrawn.'],
    [
      'NEEDS_CORRECTION',
      'APPROVED',
      'NEEDS_CORRECTION',
      '需要补正，请一次性补齐所列内容。',
      'Corrections are needed: send all that is listed in one go.',
    ],
  ] as const)('%s beside %s: %s', (state, other, stand, zh, en) => {
    const told = step(submission([filing(0), filing(1, other)]), answered(filing(0), said(state)), moment);
    expect(told.submission.state).toBe(stand);
    expect(told.entries.at(-1)).toEqual({ event: stand, matter: null, party: null, message: { zh, en } });
  });

  it('is told once', () => {
    const before = submission([filing(0, 'NEEDS_CORRECTION'), filing(1)], { correctionDueOn: '2026-12-16' });
    const told = step(before, answered(filing(1), said('NEEDS_CORRECTION')), moment);
    expect(told.entries.map(({ matter }) => matter)).toEqual(['m1']);
  });

  it('is not told while others are under way', () => {
    const told = step(submission([filing(0), filing(1, 'SUBMITTED')]), answered(filing(0), said('APPROVED')), moment);
    expect(told.submission.state).toBe('IN_PROGRESS');
    expect(told.entries.map(({ event }) => event)).toEqual(['APPROVED']);
  });
});
