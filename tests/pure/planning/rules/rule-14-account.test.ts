import { describe, expect, it } from 'vitest';
import { buildPlan } from '../../../../subgraphs/planning/index.ts';
import { anyOf, days, fates, inputOf, is, type MatterOf, made, planOf, source, text, use } from './catalogue-of.ts';

const commitment = { texts: { zh: '承', en: 'c' }, consequences: { zh: '罚', en: 'fine' } };
const deferral = { workingDays: 5, consequences: { zh: '废', en: 'void' } };
const types = {
  form: { sources: [source('form', { method: 'GENERATED_FORM' as const })] },
  record: { sources: [source('hospital')] },
};
const [kept, held, birth, form, record, late] = ['card', 'card', 'birth', 'form', 'record', 'late'].map((code) =>
  use(code, 'MOTHER'),
);
const all = [kept, held, birth, form, record, late] as ReadonlyArray<ReturnType<typeof use>>;

describe('rule 14: every row has one fate and one pointer', () => {
  const plan = planOf({
    types,
    questions: { q: {} },
    answers: { q: false },
    commitments: ['r7'],
    matters: {
      a: {
        department: 'one',
        visits: 2,
        limit: { amount: 9, unit: 'HOUR' },
        rows: {
          r1: [all[0]] as never,
          r2: [all[1]] as never,
          r3: [all[2]] as never,
          r4: [all[3]] as never,
          r5: [all[4]] as never,
          r6: { options: [[all[5]] as never], deferral },
          r7: { options: [[use('promise', 'MOTHER')]], commitment },
          r8: { options: [[use('no', 'MOTHER')]], condition: is('q') },
        },
      },
      b: { department: 'one', visits: 3, limit: { amount: 8, unit: 'NATURAL_DAY' }, makes: [made('birth', 'MOTHER')] },
      c: { department: 'two', when: is('q'), visits: 9, limit: days(99), rows: { r9: [use('never', 'MOTHER')] } },
      d: { department: 'three', limit: days(2) },
    },
  });

  it('exactly one each, in order of matter and row', () => {
    expect(plan.account.map(({ matter, requirement, names, party }) => [matter, requirement, names.zh, party])).toEqual(
      ['r1', 'r2', 'r3', 'r4', 'r5', 'r6', 'r7', 'r8']
        .map((row) => ['a', row, `row ${row}`, null])
        .concat([['c', 'r9', 'row r9', null]] as never),
    );
    expect(fates(plan)).toEqual({
      r1: 'KEPT card:MOTHER',
      r2: 'MERGED card:MOTHER',
      r3: 'PRODUCED b',
      r4: 'GENERATED',
      r5: 'SHARED hospital',
      r6: 'DEFERRED late:MOTHER',
      r7: 'COMMITTED',
      r8: 'NOT_APPLICABLE',
      r9: 'NOT_APPLICABLE',
    });
  });

  it('points to one thing only', () => {
    expect(plan.account.map(({ material, producedBy, source: from }) => [material, producedBy, from])).toEqual([
      ['card:MOTHER', null, null],
      ['card:MOTHER', null, null],
      [null, 'b', null],
      [null, null, null],
      [null, null, 'hospital'],
      ['late:MOTHER', null, null],
      [null, null, null],
      [null, null, null],
      [null, null, null],
    ]);
  });

  it('in words', () => {
    expect(plan.account.map(({ reason }) => reason.zh)).toEqual([
      '“名a”需要名MOTHER的名card，请提交。',
      '与清单中的名MOTHER的名card是同一份材料，只需提交一次。',
      '由本次联办的“名b”办出并直接转交，无需提交。',
      '由“一张表单”自动生成，无需另填。',
      '由“名hospital”共享（需您授权同意），无需提交。',
      '名MOTHER的名late可在受理后5个工作日内补交；逾期：废',
      '您选择以告知承诺代替证明材料；承诺不实的：罚',
      '按您的情况不需要该材料。',
      '按您的情况不需要办理“名c”。',
    ]);
    expect(plan.account.map(({ reason }) => reason.en)).toEqual([
      '"name a" needs it: please supply name card of name MOTHER.',
      'The same document as name card of name MOTHER in the list: supplied once.',
      'Issued by "name b" in this event and passed on; nothing to supply.',
      'Filled from the one form; nothing to fill in again.',
      'Supplied by "name hospital" with your consent; nothing to supply.',
      'name late of name MOTHER may follow within 5 working days; if it does not: void',
      'You chose the signed commitment instead of the document; if it proves untrue: fine',
      'Your situation does not need it.',
      'Your situation does not need "name c".',
    ]);
  });

  it('adds up, before and after', () => {
    expect(plan.reduction).toEqual({
      rows: 9,
      kept: 1,
      merged: 1,
      produced: 1,
      shared: 1,
      generated: 1,
      committed: 1,
      deferred: 1,
      waived: 0,
      notApplicable: 2,
      notEntitled: 0,
      // Nine hours are two days, eight natural days six, and two: one matter after another.
      before: { departments: 2, matters: 3, forms: 1, materials: 6, visits: 6, workingDays: 10 },
      after: { departments: 1, matters: 1, forms: 0, materials: 2, visits: 1, workingDays: 8 },
    });
  });

  it('each line knows its rows', () => {
    expect(plan.materials.map(({ id, neededBy }) => [id, neededBy])).toEqual([
      ['card:MOTHER', [0, 1]],
      ['late:MOTHER', [5]],
    ]);
  });

  it('each filing knows how its rows are met', () => {
    expect(plan.filings[0]?.rows).toEqual([
      { requirement: 'r1', fate: 'KEPT', materials: ['card:MOTHER'], sources: [], shared: [], licences: [] },
      { requirement: 'r2', fate: 'MERGED', materials: ['card:MOTHER'], sources: [], shared: [], licences: [] },
      { requirement: 'r3', fate: 'PRODUCED', materials: [], sources: [], shared: [], licences: [] },
      { requirement: 'r4', fate: 'GENERATED', materials: [], sources: [], shared: [], licences: [] },
      { requirement: 'r5', fate: 'SHARED', materials: [], sources: ['hospital'], shared: [], licences: [] },
      { requirement: 'r6', fate: 'DEFERRED', materials: ['late:MOTHER'], sources: [], shared: [], licences: [] },
      { requirement: 'r7', fate: 'COMMITTED', materials: [], sources: [], shared: [], licences: [] },
      { requirement: 'r8', fate: 'NOT_APPLICABLE', materials: [], sources: [], shared: [], licences: [] },
    ]);
    expect(plan.filings.map(({ matter, department }) => [matter, department])).toEqual([
      ['a', 'one'],
      ['b', 'one'],
      ['d', 'three'],
    ]);
  });
});

describe('rule 14: the fate is that of the most demanding use', () => {
  it.each<readonly [string, ReadonlyArray<string>, string]>([
    ['a line before all', ['card', 'birth', 'form', 'record'], 'KEPT card:MOTHER'],
    ['shared before made', ['birth', 'form', 'record'], 'SHARED hospital'],
    ['made before generated', ['birth', 'form'], 'PRODUCED b'],
    ['generated alone', ['form'], 'GENERATED'],
  ])('%s', (_name, codes, fate) => {
    for (const order of [codes, [...codes].reverse()]) {
      const plan = planOf({
        types,
        matters: {
          a: { rows: { row: order.map((code) => use(code, 'MOTHER')) } },
          b: { makes: [made('birth', 'MOTHER')] },
        },
      });
      expect(fates(plan)).toEqual({ row: fate });
    }
  });
});

describe('rule 14: nothing is nothing', () => {
  it('an event without a matter', () => {
    const plan = planOf({ matters: {} });
    expect(plan.reduction).toMatchObject({
      rows: 0,
      before: { departments: 0, matters: 0, forms: 0, materials: 0, visits: 0, workingDays: 0 },
      after: { departments: 0, matters: 0, forms: 0, materials: 0, visits: 0, workingDays: 0 },
    });
    expect(plan).toMatchObject({ complete: true, optimal: true, lowerBound: 0, warnings: [] });
    expect(plan.problems.map(({ code }) => code)).toEqual(['NO_MATTER']);
  });

  it('a row that is met on site by what the event takes instead is attended, though its department’s own document nobody has', () => {
    const lacked = [use('card', 'MOTHER', { use: 'ELECTRONIC' })];
    const instead = [{ condition: null, uses: [use('passport', 'MOTHER', { use: 'ELECTRONIC' })] }];
    const legalBasis = { title: 'reform', article: null, documentNumber: null };
    const input = inputOf({
      matters: {
        a: {
          visits: 0,
          rows: { r: { onSite: true, options: [lacked] } },
          overrides: [{ requirement: 'r', condition: null, options: instead, deferral: null, legalBasis }],
        },
      },
      questions: { foreign: { options: [{ code: 'true', text: text('yes'), makes: { MOTHER: 'stranger' } }] } },
      answers: { foreign: true },
    });
    const kinds = [{ code: 'stranger', name: text('stranger'), lacks: [{ documentType: 'card', instead: null }] }];
    const { steps, reduction } = buildPlan({ ...input, basis: { ...input.basis, kinds } });
    expect(steps.map(({ inPerson }) => inPerson)).toEqual([true]);
    expect([reduction.before.visits, reduction.after.visits]).toEqual([0, 1]);
  });

  const onSite = { onSite: true, options: [[use('photo', 'MOTHER', { use: 'ELECTRONIC' })]] };
  it.each<
    readonly [string, Readonly<Record<string, MatterOf>>, readonly [before: number, after: number], attended: string]
  >([
    ['an original is looked at', { a: { visits: 0, rows: { r: [use('card', 'MOTHER')] } } }, [1, 1], ''],
    ['one is taken', { a: { visits: 0, rows: { r: [use('card', 'MOTHER', { use: 'HAND_IN' })] } } }, [1, 1], ''],
    ['a copy is sent', { a: { visits: 0, rows: { r: [use('card', 'MOTHER', { use: 'COPY' })] } } }, [0, 0], ''],
    [
      'a copy would do',
      { a: { visits: 0, rows: { r: anyOf([use('card', 'MOTHER')], [use('copy', 'MOTHER', { use: 'ELECTRONIC' })]) } } },
      [0, 0],
      '',
    ],
    ['its form is filled by the one form', { a: { visits: 0, rows: { r: [use('form', 'MOTHER')] } } }, [0, 0], ''],
    ['the department wants two', { a: { visits: 2 } }, [2, 1], ''],
    ['the counter alone', { a: { visits: 0, channels: ['COUNTER', 'POST'] } }, [1, 1], 'a'],
    ['online too', { a: { visits: 0, channels: ['COUNTER', 'ONLINE'] } }, [0, 0], ''],
    ['on site', { a: { visits: 0, rows: { r: onSite } } }, [1, 1], 'a'],
    [
      'on site where the situation needs it',
      { a: { visits: 0, rows: { r: { ...onSite, condition: is('q') } } } },
      [0, 0],
      '',
    ],
    [
      'originals of two matters are shown at once',
      { a: { rows: { r: [use('card', 'MOTHER')] } }, b: { rows: { s: [use('card', 'MOTHER')] } } },
      [2, 1],
      '',
    ],
    ['two are attended at once', { a: { channels: ['COUNTER'] }, b: { channels: ['COUNTER'] } }, [2, 1], 'a b'],
    [
      'two are attended one after the other',
      {
        a: { channels: ['COUNTER'], makes: [made('birth', 'MOTHER')] },
        b: { channels: ['COUNTER'], rows: { r: [use('birth', 'MOTHER')] } },
      },
      [2, 2],
      'a b',
    ],
  ])('visits: %s', (_name, matters, [before, after], attended) => {
    const plan = planOf({ types, questions: { q: {} }, answers: { q: false }, matters });
    expect([plan.reduction.before.visits, plan.reduction.after.visits]).toEqual([before, after]);
    expect(plan.steps.flatMap(({ matter, inPerson }) => (inPerson ? [matter] : [])).join(' ')).toBe(attended);
  });

  it('days: special procedures and natural days stand on both sides, so that one after another is never shorter', () => {
    const notice = {
      code: 'n',
      titles: { zh: '公告', en: 'notice' },
      stopsClock: true,
      limit: { amount: 45, unit: 'NATURAL_DAY' as const },
    };
    const plan = planOf({ matters: { a: { limit: days(2), procedures: [notice] }, b: { limit: days(3) } } });
    // From Tuesday two days to Thursday, then 45 days to a Sunday, so to Monday: 34 working days in all.
    expect([plan.reduction.before.workingDays, plan.reduction.after.workingDays]).toEqual([37, 34]);
  });

  it('a matter that wants no visit', () => {
    expect(planOf({ matters: { a: { visits: 0 } } }).reduction).toMatchObject({
      before: { visits: 0 },
      after: { visits: 0 },
    });
  });

  it('the law is told with the row that keeps a line', () => {
    const legalBasis = { title: '《户口登记条例》', article: '第七条', documentNumber: null };
    const plan = planOf({
      matters: {
        a: {
          rows: {
            r1: { options: [[use('card', 'MOTHER')]], legalBasis },
            r2: { options: [[use('book', 'MOTHER')]], legalBasis: { ...legalBasis, article: null } },
          },
        },
      },
    });
    expect(plan.account.map(({ reason }) => [reason.zh, reason.en])).toEqual([
      [
        '“名a”需要名MOTHER的名card，请提交。依据：《户口登记条例》第七条。',
        '"name a" needs it: please supply name card of name MOTHER. Basis: 《户口登记条例》第七条.',
      ],
      [
        '“名a”需要名MOTHER的名book，请提交。依据：《户口登记条例》。',
        '"name a" needs it: please supply name book of name MOTHER. Basis: 《户口登记条例》.',
      ],
    ]);
  });
});
