import { describe, expect, it } from 'vitest';
import { anyOf, days, fates, is, list, made, planOf, problems, source, stages, use } from './catalogue-of.ts';

const birth = use('birth', 'CHILD');

describe('rule 5: what an earlier matter of the event issues is not asked for', () => {
  it('and puts the one before the other', () => {
    const plan = planOf({
      matters: { a: { rows: { r1: [birth] } }, b: { makes: [made('birth', 'CHILD')] } },
    });
    expect(fates(plan)).toEqual({ r1: 'PRODUCED b' });
    expect(list(plan)).toEqual([]);
    expect(plan.steps.map(({ matter, stage, after }) => [matter, stage, after])).toEqual([
      ['b', 1, []],
      ['a', 2, ['b']],
    ]);
    expect(plan.filings.map(({ matter, after, consumes }) => [matter, after, consumes])).toEqual([
      ['a', [1], [{ documentType: 'birth', parties: ['CHILD'], spec: null, filing: 1 }]],
      ['b', [], []],
    ]);
  });

  it.each([
    ['another type', made('death', 'CHILD'), 'KEPT birth:CHILD'],
    ['another party', made('birth', 'MOTHER'), 'KEPT birth:CHILD'],
    ['another variant', made('birth', 'CHILD', '副页'), 'KEPT birth:CHILD'],
    ['the very thing', made('birth', 'CHILD'), 'PRODUCED b'],
  ])('%s', (_name, output, fate) => {
    expect(fates(planOf({ matters: { a: { rows: { r1: [birth] } }, b: { makes: [output] } } }))).toEqual({ r1: fate });
  });

  it('a matter’s own output is no evidence for itself', () => {
    const plan = planOf({ matters: { a: { rows: { r1: [birth] }, makes: [made('birth', 'CHILD')] } } });
    expect(fates(plan)).toEqual({ r1: 'KEPT birth:CHILD' });
  });

  it('a group’s output serves its members; a member’s does not serve the group', () => {
    const matters = (of: string, wanted: string) => ({
      a: { rows: { r1: [use('book', wanted)] } },
      b: { makes: [made('book', of)] },
    });
    expect(fates(planOf({ matters: matters('PARENTS', 'MOTHER') }))).toEqual({ r1: 'PRODUCED b' });
    expect(fates(planOf({ matters: matters('PARENTS', 'PARENTS') }))).toEqual({ r1: 'PRODUCED b' });
    expect(fates(planOf({ matters: matters('MOTHER', 'PARENTS') }))).toEqual({ r1: 'KEPT book:FATHER+MOTHER' });
  });

  it('what several hold together is issued to them as one, and serves each of them', () => {
    const plan = planOf({
      types: { deed: { holding: 'JOINT' } },
      parties: { an: ['CHILD'], ning: ['CHILD'] },
      matters: {
        a: { rows: { r1: [use('deed', 'CHILD')] } },
        b: { makes: [made('deed', 'CHILD')] },
        c: { repeatedFor: 'CHILD', rows: { r2: [use('deed', 'CHILD')] } },
      },
    });
    expect(fates(plan)).toEqual({ r1: 'PRODUCED b', 'r2 an': 'PRODUCED b', 'r2 ning': 'PRODUCED b' });
    expect(plan.filings.find(({ matter }) => matter === 'b')?.issues.map(({ parties }) => parties)).toEqual([
      ['an', 'ning'],
    ]);
  });

  it('of two that make it the first does; the other where the first leads in a circle', () => {
    const makers = (needs: Parameters<typeof planOf>[0]['matters'][string]) => ({
      taker: { rows: { r1: [birth] }, makes: [made('other', 'CHILD')] },
      first: { makes: [made('birth', 'CHILD')], ...needs },
      second: { makes: [made('birth', 'CHILD')], limit: days(9) },
    });
    expect(fates(planOf({ matters: makers({}) }))).toEqual({ r1: 'PRODUCED first' });
    const plan = planOf({ matters: makers({ rows: { r2: [use('other', 'CHILD')] } }) });
    expect(fates(plan)).toEqual({ r1: 'PRODUCED second', r2: 'PRODUCED taker' });
    expect(stages(plan)).toEqual({ second: 1, taker: 2, first: 3 });
    expect(problems(plan)).toEqual([]);
  });

  it('each party of a role that a matter issues for has its own', () => {
    const plan = planOf({
      parties: { an: ['CHILD'], ning: ['CHILD'] },
      matters: { a: { rows: { r1: [birth] } }, b: { makes: [made('birth', 'CHILD')] } },
    });
    expect(plan.filings[0]?.consumes.map(({ parties }) => parties)).toEqual([['an'], ['ning']]);
  });

  it('it is neither shared nor asked for, even where that costs fewer days', () => {
    const plan = planOf({
      types: { birth: { sources: [source('hospital')] } },
      matters: { a: { rows: { r1: [birth] } }, b: { makes: [made('birth', 'CHILD')], limit: days(30) } },
    });
    expect(fates(plan)).toEqual({ r1: 'PRODUCED b' });
    expect(plan.criticalPath).toEqual({ workingDays: 30, matters: ['b', 'a'] });
  });

  it('between two options of a row cost decides: fewest lines first', () => {
    const plan = planOf({
      matters: {
        a: { rows: { r1: anyOf([use('id', 'MOTHER')], [birth]) } },
        b: { makes: [made('birth', 'CHILD')], limit: days(30) },
      },
    });
    expect(fates(plan)).toEqual({ r1: 'PRODUCED b' });
  });

  it('between two options without a line, the shorter path', () => {
    const plan = planOf({
      types: { licence: { sources: [source('data')] } },
      matters: {
        a: { rows: { r1: anyOf([birth], [use('licence', 'MOTHER')]) }, limit: days(5) },
        b: { makes: [made('birth', 'CHILD')], limit: days(30) },
      },
    });
    expect(fates(plan)).toEqual({ r1: 'SHARED data' });
    expect(plan.criticalPath.workingDays).toBe(30);
    expect(stages(plan)).toEqual({ a: 1, b: 1 });
  });

  it('a matter that will certainly be done is preferred to one that may be', () => {
    const plan = planOf({
      questions: { q: {} },
      matters: {
        a: { when: is('q'), makes: [made('birth', 'CHILD')] },
        b: { makes: [made('birth', 'CHILD')] },
        c: { rows: { r1: [birth] } },
      },
    });
    expect(fates(plan)).toEqual({ r1: 'PRODUCED b' });
  });

  it('of two that are alike the first by code makes it', () => {
    const makes = [made('birth', 'CHILD')];
    expect(fates(planOf({ matters: { b: { makes }, a: { makes }, c: { rows: { r1: [birth] } } } }))).toEqual({
      r1: 'PRODUCED a',
    });
  });

  it('a matter that the situation does not need makes nothing', () => {
    const plan = planOf({
      questions: { q: {} },
      answers: { q: false },
      matters: { a: { rows: { r1: [birth] } }, b: { when: is('q'), makes: [made('birth', 'CHILD')] } },
    });
    expect(fates(plan)).toEqual({ r1: 'KEPT birth:CHILD' });
  });
});

describe('rule 5: circles', () => {
  const makesFor = (other: string) => ({ rows: { [`${other}-needed`]: [use(`of-${other}`, 'CHILD')] } });

  it('where every order would be one, what the event makes is asked for after all', () => {
    const plan = planOf({
      matters: {
        a: { ...makesFor('b'), makes: [made('of-a', 'CHILD')] },
        b: { ...makesFor('a'), makes: [made('of-b', 'CHILD')] },
      },
    });
    expect(problems(plan)).toEqual([]);
    // Either could be asked for; the first row by matter and code has what is made.
    expect(fates(plan)).toEqual({ 'b-needed': 'PRODUCED b', 'a-needed': 'KEPT of-a:CHILD' });
    expect(stages(plan)).toEqual({ b: 1, a: 2 });
  });

  it('or shared, where a source has it: that needs no line', () => {
    const plan = planOf({
      types: { 'of-a': { sources: [source('data')] } },
      matters: {
        a: { ...makesFor('b'), makes: [made('of-a', 'CHILD')] },
        b: { ...makesFor('a'), makes: [made('of-b', 'CHILD')] },
      },
    });
    expect(fates(plan)).toEqual({ 'a-needed': 'SHARED data', 'b-needed': 'PRODUCED b' });
  });

  it('a choice that avoids the circle is taken, though it costs a line', () => {
    const plan = planOf({
      matters: {
        a: { rows: { r1: [use('of-b', 'CHILD')] }, makes: [made('of-a', 'CHILD')] },
        b: { rows: { r2: anyOf([use('of-a', 'CHILD')], [use('id', 'MOTHER')]) }, makes: [made('of-b', 'CHILD')] },
      },
    });
    expect(fates(plan)).toEqual({ r1: 'PRODUCED b', r2: 'KEPT id:MOTHER' });
    expect(stages(plan)).toEqual({ b: 1, a: 2 });
  });

  it('outside the circle nothing is unmade', () => {
    const plan = planOf({
      matters: {
        a: { ...makesFor('b'), makes: [made('of-a', 'CHILD')] },
        b: { ...makesFor('a'), makes: [made('of-b', 'CHILD')] },
        c: { rows: { r1: [use('of-a', 'CHILD'), use('of-b', 'CHILD')] } },
      },
    });
    expect(fates(plan)).toMatchObject({ r1: 'PRODUCED a' });
    expect(stages(plan).c).toBe(3);
  });

  it('that no choice avoids is a named error with its path, and the rest is told', () => {
    // Each looks at what the other takes away.
    const plan = planOf({
      matters: {
        a: { rows: { r1: [use('x', 'CHILD')], r2: [use('y', 'CHILD', { use: 'HAND_IN' })] } },
        b: { rows: { r3: [use('y', 'CHILD')], r4: [use('x', 'CHILD', { use: 'HAND_IN' })] } },
      },
    });
    expect(problems(plan)).toEqual(['PRODUCTION_CYCLE a.b.a']);
    expect(plan.problems[0]?.message.zh).toContain('名a → 名b → 名a');
    expect(plan.problems[0]?.message.en).toContain('name a → name b → name a');
    expect(list(plan)).toEqual(['x:CHILD', 'y:CHILD']);
    expect(stages(plan)).toEqual({ a: 1, b: 1 });
  });
});
