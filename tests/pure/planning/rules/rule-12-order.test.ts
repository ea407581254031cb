import { describe, expect, it } from 'vitest';
import type { TimeLimit } from '../../../../subgraphs/language/time-limit.ts';
import { type CatalogueOf, days, type MatterOf, made, planOf, stages, use } from './catalogue-of.ts';

const makes = (code: string): Pick<MatterOf, 'makes'> => ({ makes: [made(code, 'CHILD')] });
const needs = (...codes: ReadonlyArray<string>): Pick<MatterOf, 'rows'> => ({
  rows: Object.fromEntries(
    codes.map((code) => [`${code} for ${Math.abs(codes.length)} ${codes.join('')}`, [use(code, 'CHILD')]]),
  ),
});
const limit = (amount: number, unit: TimeLimit['unit']): TimeLimit => ({ amount, unit });
const warnings = (catalogue: CatalogueOf) => planOf(catalogue).warnings.map(({ code, matters }) => [code, matters]);

describe('rule 12: stages', () => {
  it('no matter before what it waits for, none later than it must be', () => {
    const plan = planOf({
      matters: {
        a: { ...needs('b', 'c') },
        b: { ...needs('d'), ...makes('b') },
        c: makes('c'),
        d: makes('d'),
        e: {},
      },
    });
    expect(stages(plan)).toEqual({ a: 3, b: 2, c: 1, d: 1, e: 1 });
    expect(plan.steps.map(({ matter }) => matter)).toEqual(['c', 'd', 'e', 'b', 'a']);
    expect(plan.steps.map(({ after }) => after)).toEqual([[], [], [], ['d'], ['b', 'c']]);
    expect(plan.filings.map(({ matter, stage, after }) => [matter, stage, after])).toEqual([
      ['a', 3, [1, 2]],
      ['b', 2, [3]],
      ['c', 1, []],
      ['d', 1, []],
      ['e', 1, []],
    ]);
  });
});

describe('rule 12: the critical path', () => {
  it.each<readonly [string, CatalogueOf['matters'], number, ReadonlyArray<string>]>([
    ['nothing takes nothing', {}, 0, []],
    ['one matter', { a: { limit: days(3) } }, 3, ['a']],
    ['the longest of those side by side', { a: { limit: days(3) }, b: { limit: days(5) } }, 5, ['b']],
    ['of equals the first by code', { b: { limit: days(5) }, a: { limit: days(5) } }, 5, ['a']],
    [
      'one after the other',
      { a: { ...needs('b'), limit: days(3) }, b: { ...makes('b'), limit: days(5) } },
      8,
      ['b', 'a'],
    ],
    [
      'the longest chain, not the longest matter',
      { a: { limit: days(7) }, b: { ...needs('c'), limit: days(4) }, c: { ...makes('c'), limit: days(4) } },
      8,
      ['c', 'b'],
    ],
    [
      'of two before it the later',
      {
        a: { ...needs('b', 'c'), limit: days(1) },
        b: { ...makes('b'), limit: days(2) },
        c: { ...makes('c'), limit: days(3) },
      },
      4,
      ['c', 'a'],
    ],
    ['the limit by law where none is promised', { a: { statutory: days(20) } }, 20, ['a']],
    ['the promise before the law', { a: { limit: days(2), statutory: days(20) } }, 2, ['a']],
    ['45 minutes are one day', { a: { limit: limit(45, 'MINUTE') } }, 1, ['a']],
    [
      'four times two hours are one day',
      Object.fromEntries(
        ['a', 'b', 'c', 'd'].map((code, index, all) => [
          code,
          { ...makes(code), ...(index > 0 ? needs(all[index - 1] as string) : {}), limit: limit(2, 'HOUR') },
        ]),
      ),
      1,
      ['a', 'b', 'c', 'd'],
    ],
    ['nine hours are two', { a: { limit: limit(9, 'HOUR') } }, 2, ['a']],
    ['seven natural days from a Tuesday are five', { a: { limit: limit(7, 'NATURAL_DAY') } }, 5, ['a']],
    [
      'natural days fall where they begin: on Friday the 27th, to Monday',
      { a: { ...needs('b'), limit: limit(2, 'NATURAL_DAY') }, b: { ...makes('b'), limit: days(3) } },
      4,
      ['b', 'a'],
    ],
    [
      'a procedure that stops the clock comes on top',
      {
        a: {
          limit: days(2),
          procedures: [{ code: 'p', titles: { zh: '公示', en: 'Notice' }, limit: days(7), stopsClock: true }],
        },
      },
      9,
      ['a'],
    ],
  ])('%s', (_name, matters, workingDays, path) => {
    expect(planOf({ matters }).criticalPath).toEqual({ workingDays, matters: path });
  });

  it('follows holidays and weekends that are worked', () => {
    const calendar = { holidays: ['2026-11-26'], workdays: ['2026-11-28'], years: [2026] };
    const catalogue = (amount: number): CatalogueOf => ({
      calendar,
      matters: { a: { limit: limit(amount, 'NATURAL_DAY') } },
    });
    // Wednesday; Thursday is off, so Friday; Friday; the Saturday worked.
    expect([1, 2, 3, 4].map((amount) => planOf(catalogue(amount)).criticalPath.workingDays)).toEqual([1, 2, 2, 3]);
  });
});

describe('rule 12: when each filing ends', () => {
  it('in whole working days after the plan’s day, rounded up once', () => {
    const plan = planOf({
      matters: {
        a: { ...makes('a'), limit: limit(4, 'HOUR') },
        b: { ...needs('a'), ...makes('b'), limit: limit(4, 'HOUR') },
        c: { ...needs('b'), limit: limit(1, 'HOUR') },
        d: {},
      },
    });
    expect(plan.filings.map(({ matter, endsAfterWorkingDays }) => [matter, endsAfterWorkingDays])).toEqual([
      ['a', 1],
      ['b', 1],
      ['c', 2],
      ['d', 0],
    ]);
    expect(plan.criticalPath.workingDays).toBe(2);
  });

  it('a circle ends nowhere', () => {
    const plan = planOf({
      matters: {
        a: { rows: { r1: [use('x', 'CHILD')], r2: [use('y', 'CHILD', { use: 'HAND_IN' })] }, limit: days(3) },
        b: { rows: { r3: [use('y', 'CHILD')], r4: [use('x', 'CHILD', { use: 'HAND_IN' })] }, limit: days(3) },
        c: { limit: days(2) },
      },
    });
    expect(plan.criticalPath).toEqual({ workingDays: 2, matters: ['c'] });
    expect(plan.filings.map(({ endsAfterWorkingDays }) => endsAfterWorkingDays)).toEqual([0, 0, 2]);
  });
});

describe('rule 12: what is reported', () => {
  it.each([
    [4, [['PROMISE_SHORTER_THAN_PATH', ['a']]]],
    [5, []],
    [6, []],
  ])('a promise of %i days for a path of five', (promisedDays, wanted) => {
    expect(warnings({ promisedDays, matters: { a: { limit: days(5) } } })).toEqual(wanted);
  });

  it('the two figures', () => {
    const [warning] = planOf({ promisedDays: 4, matters: { a: { limit: days(5) } } }).warnings;
    expect(warning?.message.zh).toMatch(/4个工作日.*5个工作日/);
    expect(warning?.message.en).toMatch(/4 working days.* 5/);
  });

  it('no promise is none that is too short', () =>
    expect(warnings({ matters: { a: { limit: days(5) } } })).toEqual([]));

  it('the years that the calendar does not cover', () => {
    const plan = planOf({
      today: '2026-12-30',
      calendar: { holidays: [], workdays: [], years: [2026] },
      matters: { a: { limit: limit(5, 'NATURAL_DAY') } },
    });
    expect(plan.warnings.map(({ code }) => code)).toEqual(['CALENDAR_NOT_PUBLISHED']);
    expect(plan.warnings[0]?.message.zh).toContain('2027');
    expect(plan.warnings[0]?.message.en).toContain('2027');
    expect(plan.warnings[0]?.message.en).not.toContain('2026');
    expect(plan.warnings[0]?.matters).toEqual([]);
    expect(
      warnings({
        today: '2026-12-30',
        calendar: { holidays: [], workdays: [], years: [2026, 2027] },
        matters: { a: { limit: limit(5, 'NATURAL_DAY') } },
      }),
    ).toEqual([]);
  });
});
