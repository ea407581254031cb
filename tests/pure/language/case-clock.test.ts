import { describe, expect, it } from 'vitest';
import type { Calendar } from '../../../subgraphs/language/calendar.ts';
import {
  type CaseEvent,
  type CaseState,
  type CaseTerms,
  isOverdue,
  openCase,
  stepCase,
} from '../../../subgraphs/language/case-clock.ts';

/** The first days of October are off, and 10 October, a Saturday, is worked. */
const calendar: Calendar = {
  holidays: ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
  workdays: ['2026-10-10'],
  years: [2026],
};
const class_ = (code: string, workingDays: number) => ({ code, name: { zh: code, en: code }, workingDays });
const terms: CaseTerms = {
  classes: [class_('SIMPLE', 3), class_('COMPLEX', 10), class_('SPECIAL', 15)],
  firstClass: 'SIMPLE',
  mostWorkingDays: 15,
  ownerMayBeAbout: true,
  escalatesTo: 'unit:committee',
  calendar,
};
const station = 'unit:station';
const on = '2026-09-14';
const opened = (more: Partial<CaseTerms> = {}, about: string | null = null, day = on, owner = station): CaseState =>
  openCase({ ...terms, ...more }, { kind: 'OPENED', on: day, owner, about });

type Given = CaseEvent extends infer Each
  ? Each extends CaseEvent
    ? Omit<Each, 'on'> & { on?: string }
    : never
  : never;
const step = (state: CaseState, event: Given, unit: string | null = station) =>
  stepCase(state, { on, ...event } as CaseEvent, { unit });
const next = (state: CaseState, event: Given, unit: string | null = station): CaseState => {
  const made = step(state, event, unit);
  if ('refusal' in made) throw new Error(made.refusal);
  return made.state;
};
const refusal = (state: CaseState, event: Given, unit: string | null = station) => {
  const made = step(state, event, unit);
  return 'refusal' in made ? made.refusal : null;
};
const answer: Given = { kind: 'ANSWERED', outcome: 'SOLVED', text: '已办成', legalBasis: null, alternatives: [] };
const word = (accepted: boolean): Given => ({ kind: 'WORD', accepted, grade: null, text: null });
const classified = (code: string, more: object = {}): Given => ({
  ...{ kind: 'CLASSIFIED' as const, class: code, reason: '涉及多个部门', isNotified: true },
  ...more,
});
const extended = (workingDays: number, more: object = {}): Given => ({
  ...{ kind: 'EXTENDED' as const, workingDays, reason: '需会商', isNotified: true },
  ...more,
});

describe('a last day', () => {
  it.each([
    ['three days within a week', '2026-09-14', 'SIMPLE', '2026-09-17'],
    ['three days over a weekend', '2026-09-17', 'SIMPLE', '2026-09-22'],
    // 30 September is a Wednesday; the next working days are the 8th, the 9th and, a Saturday, the 10th.
    ['three days over a holiday, up to a worked Saturday', '2026-09-30', 'SIMPLE', '2026-10-10'],
    ['ten days', '2026-09-14', 'COMPLEX', '2026-09-28'],
    ['fifteen days', '2026-09-14', 'SPECIAL', '2026-10-10'],
  ])('is %s after the day of receipt', (_what, day, code, dueOn) => {
    expect(next(opened({}, null, day), classified(code))).toMatchObject({ dueOn, class: code, yearsNotCovered: [] });
  });

  it('says over which years it is a guess', () => {
    expect(opened({}, null, '2026-12-31')).toMatchObject({ dueOn: '2027-01-05', yearsNotCovered: [2027] });
  });

  it('counts from the day of receipt, whenever the class is said, and once however often', () => {
    const late = next(opened(), classified('COMPLEX', { on: '2026-09-17' }));
    expect(late.dueOn).toBe('2026-09-28');
    expect(next(late, classified('SIMPLE', { isNotified: false, reason: '' })).dueOn).toBe('2026-09-17');
  });

  it('is over from the day after on, while its clock runs', () => {
    const state = opened();
    expect([isOverdue(state, '2026-09-17'), isOverdue(state, '2026-09-18')]).toEqual([false, true]);
    const paused = next(state, { kind: 'PAUSED', reason: '等补件' });
    expect(isOverdue(paused, '2026-09-30')).toBe(false);
    expect(isOverdue(next(state, answer), '2026-09-30')).toBe(false);
  });
});

describe('a class', () => {
  it.each<[string, object, string | null]>([
    ['with a longer limit needs a reason', { reason: ' ' }, 'CASE_REASON_MISSING'],
    ['with a longer limit needs a notice', { isNotified: false }, 'CASE_NOTICE_MISSING'],
    ['with both is taken', {}, null],
  ])('%s', (_what, more, told) => {
    expect(refusal(opened(), classified('COMPLEX', more))).toBe(told);
  });

  it('with the same limit needs neither', () => {
    expect(refusal(opened(), classified('SIMPLE', { reason: '', isNotified: false }))).toBeNull();
  });

  it('that there is not is refused, and so is one that goes beyond the most with what was added', () => {
    expect(refusal(opened(), classified('HARD'))).toBe('CASE_CLASS_UNKNOWN');
    const five = next(opened(), extended(5));
    expect(refusal(five, classified('COMPLEX'))).toBeNull();
    expect(refusal(next(five, extended(1)), classified('COMPLEX'))).toBe('CASE_LIMIT_EXCEEDED');
  });
});

describe('an extension', () => {
  it.each<[string, Given, string | null]>([
    ['needs a reason', extended(2, { reason: '' }), 'CASE_REASON_MISSING'],
    ['needs a notice', extended(2, { isNotified: false }), 'CASE_NOTICE_MISSING'],
    ['of no day is none', extended(0), 'CASE_LIMIT_EXCEEDED'],
    ['up to the most is taken', extended(12), null],
    ['beyond the most is refused', extended(13), 'CASE_LIMIT_EXCEEDED'],
  ])('%s', (_what, event, told) => expect(refusal(opened(), event)).toBe(told));

  it('adds to those before', () => {
    const once = next(opened(), extended(2));
    expect(once.dueOn).toBe('2026-09-21');
    expect(next(once, extended(10))).toMatchObject({ extendedBy: 12, dueOn: '2026-10-10' });
    expect(refusal(next(once, extended(10)), extended(1))).toBe('CASE_LIMIT_EXCEEDED');
  });
});

describe('a clock that stands', () => {
  const paused = next(opened(), { kind: 'PAUSED', reason: '等补件', on: '2026-09-15' });

  it('adds the working days between when it runs on', () => {
    // From a Tuesday to the Tuesday after: five.
    expect(next(paused, { kind: 'RESUMED', on: '2026-09-22' })).toMatchObject({ dueOn: '2026-09-24', stood: 5 });
    expect(next(paused, { kind: 'RESUMED', on: '2026-09-15' })).toMatchObject({ dueOn: '2026-09-17', stood: 0 });
  });

  it('adds up over several times', () => {
    const once = next(paused, { kind: 'RESUMED', on: '2026-09-16' });
    const twice = next(once, { kind: 'PAUSED', reason: '再等', on: '2026-09-17' });
    expect(next(twice, { kind: 'RESUMED', on: '2026-09-21' })).toMatchObject({ stood: 3, dueOn: '2026-09-22' });
  });

  it('stands for a reason, once, and runs on only where it stood', () => {
    expect(refusal(opened(), { kind: 'PAUSED', reason: '' })).toBe('CASE_REASON_MISSING');
    expect(refusal(paused, { kind: 'PAUSED', reason: '再等' })).toBe('CASE_NOT_IN_HAND');
    expect(refusal(next(opened(), answer), { kind: 'PAUSED', reason: '等' })).toBe('CASE_NOT_IN_HAND');
    expect(refusal(opened(), { kind: 'RESUMED' })).toBe('CASE_NOT_PAUSED');
    expect(refusal(next(opened(), answer), { kind: 'RESUMED' })).toBe('CASE_NOT_PAUSED');
  });

  it('stands from an answer until it is disputed, also where it stood before', () => {
    const answered = next(paused, { ...answer, on: '2026-09-17' });
    expect(answered).toMatchObject({ stood: 2, stoodSince: '2026-09-17' });
    expect(next(answered, { ...word(false), on: '2026-09-21' }, null)).toMatchObject({
      stood: 4,
      dueOn: '2026-09-23',
    });
  });
});

describe('an owner', () => {
  it.each<[string, Partial<CaseTerms>, string]>([
    ['may be whom it is about, to be helped by them', {}, 'department:tax'],
    ['is never whom it is about, to complain of them', { ownerMayBeAbout: false }, 'unit:committee'],
  ])('%s', (_what, more, owner) => {
    expect(opened(more, 'department:tax', on, 'department:tax').owner).toBe(owner);
    const assigned = step(opened(more, 'department:tax'), {
      kind: 'ASSIGNED',
      owner: 'department:tax',
      reason: '属其职责',
    });
    expect('refusal' in assigned ? assigned.refusal : assigned.state.owner).toBe(
      more.ownerMayBeAbout === false ? 'CASE_OWNER_CONCERNED' : 'department:tax',
    );
  });

  it('changes for a reason', () => {
    expect(refusal(opened(), { kind: 'ASSIGNED', owner: 'department:tax', reason: '' })).toBe('CASE_REASON_MISSING');
    expect(next(opened(), { kind: 'RECURRED', count: 5 }).owner).toBe('unit:committee');
  });
});

describe('several at one table', () => {
  const escalated = (more: object = {}): Given => ({
    ...{ kind: 'ESCALATED' as const, to: 'unit:committee', members: ['卫健局'], meetsOn: on, reason: '规定矛盾' },
    ...more,
  });
  it.each<[string, object, string | null]>([
    ['are named', { members: [] }, 'CASE_ESCALATION_INCOMPLETE'],
    ['meet on a day', { meetsOn: null }, 'CASE_ESCALATION_INCOMPLETE'],
    ['not on one that is over', { meetsOn: '2026-09-13' }, 'CASE_ESCALATION_INCOMPLETE'],
    ['nor more than a year away', { meetsOn: '2027-09-15' }, 'CASE_ESCALATION_INCOMPLETE'],
    ['are named once each', { members: ['甲', '乙', ' 甲'] }, 'CASE_ESCALATION_INCOMPLETE'],
    ['are named by more than a space', { members: ['甲', ' '] }, 'CASE_ESCALATION_INCOMPLETE'],
    ['for a reason', { reason: '' }, 'CASE_REASON_MISSING'],
    ['today at the earliest', {}, null],
  ])('%s', (_what, more, told) => expect(refusal(opened(), escalated(more))).toBe(told));

  it('have the case, unless it is about them', () => {
    expect(next(opened(), escalated())).toMatchObject({
      owner: 'unit:committee',
      escalation: { members: ['卫健局'], meetsOn: on },
    });
    const about = opened({ ownerMayBeAbout: false }, 'unit:committee');
    expect(refusal(about, escalated())).toBe('CASE_OWNER_CONCERNED');
    expect(refusal(about, escalated({ to: 'unit:another' }))).toBeNull();
    expect(refusal(opened({}, 'unit:committee'), escalated())).toBeNull();
  });
});

describe('an answer', () => {
  const refused = (legalBasis: string | null, alternatives: ReadonlyArray<string>): Given => ({
    ...{ kind: 'ANSWERED' as const, outcome: 'REFUSED' as const, text: '不能办', legalBasis, alternatives },
  });
  it.each<[string, Given, string | null]>([
    ['says something', { ...answer, text: ' ' } as Given, 'CASE_REASON_MISSING'],
    ['that refuses names the law', refused(null, ['另一途径']), 'CASE_REFUSAL_INCOMPLETE'],
    ['that refuses names the law in words', refused(' ', ['另一途径']), 'CASE_REFUSAL_INCOMPLETE'],
    ['that refuses names what else is possible', refused('某法第一条', []), 'CASE_REFUSAL_INCOMPLETE'],
    ['that refuses names it in words', refused('某法第一条', [' ']), 'CASE_REFUSAL_INCOMPLETE'],
    ['that refuses with both is one', refused('某法第一条', ['', '另一途径']), null],
  ])('%s', (_what, event, told) => expect(refusal(opened(), event)).toBe(told));

  it('is given once, by whoever acts, and waits for a word', () => {
    const answered = next(opened(), answer, 'department:tax');
    expect(answered).toMatchObject({ status: 'ANSWERED', answer: { by: 'department:tax', on } });
    expect(refusal(answered, answer)).toBe('CASE_NOT_IN_HAND');
  });

  it('a certificate that is lodged says what it certifies and its number, and ends nothing', () => {
    const lodged = { kind: 'LODGED', submission: 's1', reason: '名称使用证明', text: '1号' } as const;
    expect(next(opened(), lodged)).toEqual(opened());
    expect(refusal(opened(), { ...lodged, text: ' ' })).toBe('CASE_REASON_MISSING');
    expect(refusal(opened(), { ...lodged, reason: '' })).toBe('CASE_REASON_MISSING');
  });

  it('by telephone is written down, and ends nothing', () => {
    expect(next(opened(), { kind: 'TELEPHONED', text: '已告知' })).toEqual(opened());
    expect(refusal(opened(), { kind: 'TELEPHONED', text: '' })).toBe('CASE_REASON_MISSING');
  });
});

describe('the end', () => {
  const answered = next(opened({}, 'department:tax'), answer, 'department:health');

  it('is the word of whoever it is for', () => {
    expect(refusal(opened(), word(true), null)).toBe('CASE_NOT_ANSWERED');
    expect(next(answered, word(true), null)).toMatchObject({ status: 'CLOSED', closedBy: 'WORD', stoodSince: null });
    const disputed = next(answered, word(false), null);
    expect(disputed).toMatchObject({ status: 'IN_HAND', owner: 'unit:committee', disputes: 1, closedBy: null });
  });

  it.each<[string, string | null, string | null]>([
    ['whoever has it', station, 'CASE_CHECK_NOT_INDEPENDENT'],
    ['whoever answered', 'department:health', 'CASE_CHECK_NOT_INDEPENDENT'],
    ['whom it is about', 'department:tax', 'CASE_CHECK_NOT_INDEPENDENT'],
    ['nobody', null, 'CASE_CHECK_NOT_INDEPENDENT'],
    ['another', 'unit:committee', null],
  ])('is a check, not by %s', (_what, unit, told) => {
    expect(refusal(answered, { kind: 'CHECKED', holds: true, text: '已核查' }, unit)).toBe(told);
  });

  it('is no check that finds otherwise, or says nothing', () => {
    const checked = (holds: boolean, text = '已核查'): Given => ({ kind: 'CHECKED', holds, text });
    expect(refusal(opened(), checked(true), 'unit:committee')).toBe('CASE_NOT_ANSWERED');
    expect(refusal(answered, checked(true, ''), 'unit:committee')).toBe('CASE_REASON_MISSING');
    expect(next(answered, checked(true), 'unit:committee')).toMatchObject({ status: 'CLOSED', closedBy: 'CHECK' });
    expect(next(answered, checked(false), 'unit:committee')).toMatchObject({ status: 'IN_HAND', disputes: 1 });
  });

  it('is an end', () => {
    const closed = next(answered, word(true), null);
    const all: ReadonlyArray<Given> = [
      answer,
      word(false),
      extended(1),
      classified('SIMPLE'),
      { kind: 'RECURRED', count: 5 },
    ];
    for (const event of all) expect(refusal(closed, event)).toBe('CASE_ALREADY_CLOSED');
  });

  it('of a case never comes by opening it again', () => {
    expect(refusal(opened(), { kind: 'OPENED', owner: station, about: null })).toBe('CASE_NOT_IN_HAND');
  });
});
