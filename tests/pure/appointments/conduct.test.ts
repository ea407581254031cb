import { describe, expect, it } from 'vitest';
import {
  agentStatus,
  barredUntil,
  countedSince,
  covers,
  mondayOf,
  type Power,
} from '../../../subgraphs/appointments/domain/conduct.ts';
import { inTurn, nextInTurn, passedOver, turnOf, type Waiting } from '../../../subgraphs/appointments/domain/order.ts';

describe('not coming', () => {
  const rule = { graceMinutes: 15, count: 3, withinDays: 90, barredDays: 30 };
  it.each([
    ['twice', ['2026-06-01', '2026-06-10'], '2026-06-11', null],
    ['three times', ['2026-06-01', '2026-06-05', '2026-06-10'], '2026-06-11', '2026-07-11'],
    ['three times, in any order', ['2026-06-10', '2026-06-01', '2026-06-05'], '2026-06-11', '2026-07-11'],
    ['until the last day', ['2026-06-01', '2026-06-05', '2026-06-10'], '2026-07-10', '2026-07-11'],
    ['and no longer', ['2026-06-01', '2026-06-05', '2026-06-10'], '2026-07-11', null],
    ['within ninety days', ['2026-03-13', '2026-06-05', '2026-06-10'], '2026-06-11', '2026-07-11'],
    ['and not a day more', ['2026-03-12', '2026-06-05', '2026-06-10'], '2026-06-11', null],
    ['a fourth time', ['2026-05-01', '2026-05-02', '2026-05-03', '2026-06-10'], '2026-06-11', '2026-07-11'],
  ])('%s', (_what, missed, today, until) => expect(barredUntil(rule, missed, today)).toBe(until));
});

describe('an agent', () => {
  const registered = { kind: 'REGISTERED' as const, at: '2026-06-01T01:00:00Z' };
  const admitted = { kind: 'REVIEWED' as const, at: '2026-06-02T01:00:00Z', admitted: true };
  const blocked = { kind: 'BLOCKED' as const, at: '2026-06-03T01:00:00Z' };
  it('waits, may act, is blocked, may act again or not', () => {
    expect(agentStatus([])).toBe('PENDING');
    expect(agentStatus([registered])).toBe('PENDING');
    expect(agentStatus([registered, admitted])).toBe('ADMITTED');
    expect(agentStatus([registered, admitted, blocked])).toBe('BLOCKED');
    expect(agentStatus([registered, admitted, blocked, admitted])).toBe('ADMITTED');
    expect(agentStatus([registered, admitted, blocked, { ...admitted, admitted: false }])).toBe('BARRED');
    expect(agentStatus([registered, blocked])).toBe('PENDING');
  });

  it('counts from Monday, or since somebody looked', () => {
    const monday = Date.parse('2026-06-01T00:00:00+08:00');
    expect(countedSince(monday, [registered])).toBe(monday);
    expect(countedSince(monday, [registered, admitted, blocked])).toBe(Date.parse(admitted.at));
    expect(['2026-06-01', '2026-06-03', '2026-06-07', '2026-06-08'].map(mondayOf)).toEqual([
      '2026-06-01',
      '2026-06-01',
      '2026-06-01',
      '2026-06-08',
    ]);
  });

  const power: Power = {
    ...{
      principal: 'p',
      agent: 'a',
      matters: ['m1', 'm2'],
      validFrom: '2026-06-01',
      validTo: '2026-06-30',
      revoked: false,
    },
  };
  it.each<[string, Partial<Power>, string, string[], string, boolean]>([
    ['for named matters', {}, 'a', ['m1', 'm2'], '2026-06-10', true],
    ['on its first day', {}, 'a', ['m1'], '2026-06-01', true],
    ['on its last day', {}, 'a', ['m1'], '2026-06-30', true],
    ['not before', {}, 'a', ['m1'], '2026-05-31', false],
    ['not after', {}, 'a', ['m1'], '2026-07-01', false],
    ['not for another matter', {}, 'a', ['m1', 'm3'], '2026-06-10', false],
    ['not for another agent', {}, 'b', ['m1'], '2026-06-10', false],
    ['not once it is revoked', { revoked: true }, 'a', ['m1'], '2026-06-10', false],
  ])('acts by a power %s', (_what, change, agent, matters, today, may) => {
    expect(covers({ ...power, ...change }, agent, matters, today)).toBe(may);
  });
});

describe('turns', () => {
  const waiting = (ticket: string, turn: number, more: Partial<Waiting> = {}): Waiting => ({
    ...{ ticket, turn, number: turn, isExempt: false, ...more },
  });
  it('begin with the time that was booked, or when somebody came, if that was later', () => {
    expect([turnOf(100, 90), turnOf(100, 110), turnOf(null, 90)]).toEqual([100, 110, 90]);
  });

  it('go by exemption, then turn, then number', () => {
    const all = [
      waiting('late', 20),
      waiting('same', 10, { number: 11 }),
      waiting('early', 10),
      waiting('exempt', 30, { isExempt: true }),
    ];
    expect([...all].sort(inTurn).map(({ ticket }) => ticket)).toEqual(['exempt', 'early', 'same', 'late']);
    expect(nextInTurn(all)?.ticket).toBe('exempt');
    expect(nextInTurn([])).toBeNull();
  });

  it('are passed over by whoever is served before', () => {
    const all = [waiting('a', 10), waiting('b', 20), waiting('c', 30)];
    expect(all.map((each) => passedOver(each, all))).toEqual([0, 1, 2]);
    expect(passedOver(waiting('d', 40, { isExempt: true }), all)).toBe(0);
    expect(passedOver(all[0] as Waiting, [...all, waiting('e', 50, { isExempt: true })])).toBe(1);
  });
});
