import { describe, expect, it } from 'vitest';
import { fates, list, made, planOf, use } from './catalogue-of.ts';

describe('rule 3: a line is a type, of a party, in a variant', () => {
  it.each([
    ['another type', use('card', 'MOTHER'), use('book', 'MOTHER'), ['card:MOTHER', 'book:MOTHER']],
    ['another party', use('card', 'MOTHER'), use('card', 'FATHER'), ['card:MOTHER', 'card:FATHER']],
    [
      'another variant',
      use('photo', 'CHILD', { spec: '358×441' }),
      use('photo', 'CHILD', { spec: '二寸' }),
      ['photo:CHILD:358×441', 'photo:CHILD:二寸'],
    ],
    [
      'no variant meets only no variant',
      use('photo', 'CHILD'),
      use('photo', 'CHILD', { spec: '二寸' }),
      ['photo:CHILD', 'photo:CHILD:二寸'],
    ],
    [
      'the same variant',
      use('photo', 'CHILD', { spec: '二寸' }),
      use('photo', 'CHILD', { spec: '二寸' }),
      ['photo:CHILD:二寸'],
    ],
    [
      'the same in another use',
      use('card', 'MOTHER'),
      use('card', 'MOTHER', { use: 'COPY', copies: 2 }),
      ['card:MOTHER'],
    ],
  ])('%s', (_name, one, other, lines) => {
    const plan = planOf({ matters: { m1: { rows: { r1: [one] } }, m2: { rows: { r2: [other] } } } });
    expect(list(plan)).toEqual(lines);
    expect(new Set(plan.materials.map(({ id }) => id)).size).toBe(plan.materials.length);
  });

  it('never the name', () => {
    const rows = {
      r1: { name: '户口簿', options: [[use('household', 'MOTHER')]] },
      r2: { name: '户口簿', options: [[use('child-page', 'MOTHER')]] },
      r3: { name: '户口本（原件）', options: [[use('household', 'MOTHER')]] },
    };
    expect(fates(planOf({ matters: { m: { rows } } }))).toEqual({
      r1: 'KEPT household:MOTHER',
      r2: 'KEPT child-page:MOTHER',
      r3: 'MERGED household:MOTHER',
    });
  });

  it('the variant is told in the title', () => {
    const plan = planOf({ matters: { m: { rows: { row: [use('photo', 'CHILD', { spec: '二寸' })] } } } });
    expect(plan.materials[0]?.title).toEqual({ zh: '名CHILD的名photo（二寸）', en: 'name photo (二寸) of name CHILD' });
  });

  it('a type that each holds is one line for a group; a joint one too; a role of several is a line for each', () => {
    const rows = {
      row: [use('card', 'PARENTS'), use('marriage', 'PARENTS'), use('card', 'HEIR'), use('will', 'HEIR')],
    };
    const plan = planOf({
      types: { marriage: { holding: 'JOINT' }, will: { holding: 'JOINT' } },
      parties: { a: ['HEIR'], b: ['HEIR'] },
      matters: { m: { rows } },
    });
    expect(list(plan)).toEqual(['card:FATHER+MOTHER', 'card:a', 'card:b', 'marriage:FATHER+MOTHER', 'will:a+b']);
    expect(plan.materials.map(({ title }) => title.zh)[0]).toBe('名FATHER、名MOTHER的名card');
    expect(plan.materials.map(({ title }) => title.en)[0]).toBe('name card of name FATHER and name MOTHER');
  });

  it('a type of which the catalogue knows nothing stands under its code, held by each', () => {
    const plan = planOf({ matters: { m: { rows: { row: [use('ghost', 'PARENTS', { use: 'COPY', copies: 1 })] } } } });
    const input = { ...plan.materials[0] };
    expect(input).toMatchObject({ id: 'ghost:FATHER+MOTHER', copies: 2 });
  });
});

describe('rule 3: of the rows on a line one is kept, the others merged', () => {
  it('the first by stage', () => {
    const plan = planOf({
      matters: {
        a: { rows: { 'a-row': [use('paper', 'CHILD')], 'a-wait': [use('birth', 'CHILD')] } },
        b: { rows: { 'b-row': [use('paper', 'CHILD')] }, makes: [made('birth', 'CHILD')] },
      },
    });
    expect(fates(plan)).toEqual({ 'a-row': 'MERGED paper:CHILD', 'a-wait': 'PRODUCED b', 'b-row': 'KEPT paper:CHILD' });
  });

  it('within a stage the first by code of the matter, then of the row', () => {
    const paper = [use('paper', 'CHILD')];
    const plan = planOf({ matters: { b: { rows: { r0: paper } }, a: { rows: { r2: paper, r1: paper } } } });
    expect(fates(plan)).toEqual({ r1: 'KEPT paper:CHILD', r2: 'MERGED paper:CHILD', r0: 'MERGED paper:CHILD' });
  });

  it('of those that name the whole line', () => {
    const plan = planOf({
      matters: { a: { rows: { r1: [use('card', 'MOTHER')] } }, b: { rows: { r2: [use('card', 'PARENTS')] } } },
    });
    expect(fates(plan)).toEqual({ r1: 'MERGED card:FATHER+MOTHER', r2: 'KEPT card:FATHER+MOTHER' });
    expect(plan.materials[0]?.neededBy).toEqual([0, 1]);
  });

  it('a row that adds one line and rests on another is kept for the one it adds', () => {
    const plan = planOf({
      matters: {
        a: { rows: { r1: [use('card', 'MOTHER')] } },
        b: { rows: { r2: [use('card', 'MOTHER'), use('book', 'MOTHER')] } },
      },
    });
    expect(fates(plan)).toEqual({ r1: 'KEPT card:MOTHER', r2: 'KEPT book:MOTHER' });
    expect(plan.materials.map(({ neededBy }) => neededBy)).toEqual([[0, 1], [1]]);
  });

  it('the list follows the rows that bring its lines; two of one row by their keys', () => {
    const plan = planOf({
      matters: {
        b: { rows: { r1: [use('a', 'MOTHER')] } },
        a: { rows: { r2: [use('z', 'MOTHER'), use('y', 'MOTHER')] } },
      },
    });
    expect(list(plan)).toEqual(['y:MOTHER', 'z:MOTHER', 'a:MOTHER']);
  });

  it('a member’s need goes to the narrowest line that contains it', () => {
    const plan = planOf({
      roles: [
        { code: 'A', name: { zh: 'A', en: 'A' } },
        { code: 'B', name: { zh: 'B', en: 'B' } },
        { code: 'C', name: { zh: 'C', en: 'C' } },
        { code: 'PAIR', name: { zh: 'P', en: 'P' }, members: ['A', 'B'] },
        { code: 'ALL', name: { zh: 'L', en: 'L' }, members: ['A', 'B', 'C'] },
      ],
      matters: { m: { rows: { r1: [use('card', 'ALL')], r2: [use('card', 'PAIR')], r3: [use('card', 'A')] } } },
    });
    // The pair's need is met by the line of all three; nothing narrower is asked for.
    expect(fates(plan)).toEqual({ r1: 'KEPT card:A+B+C', r2: 'MERGED card:A+B+C', r3: 'MERGED card:A+B+C' });
  });
});
