import { describe, expect, it } from 'vitest';
import type { EvidenceUse } from '../../../../subgraphs/planning/types.ts';
import { days, fates, is, line, list, made, planOf, problems, source, stages, use } from './catalogue-of.ts';

const card = (kind: EvidenceUse['use'], copies = 0, subject = 'MOTHER') => use('card', subject, { use: kind, copies });

describe('rule 9: originals are brought once, copies add up', () => {
  it.each<readonly [string, ReadonlyArray<EvidenceUse>, boolean, boolean, number]>([
    ['looked at', [card('INSPECT')], true, false, 0],
    ['looked at twice', [card('INSPECT'), card('INSPECT')], true, false, 0],
    ['two copies', [card('COPY', 2)], false, false, 2],
    ['copies of three rows', [card('COPY', 2), card('COPY', 1), card('INSPECT_AND_COPY', 3)], true, false, 6],
    ['a copy while looked at', [card('INSPECT_AND_COPY', 1)], true, false, 1],
    ['an electronic file', [card('ELECTRONIC', 3)], false, false, 0],
    ['handed in', [card('HAND_IN', 2)], false, true, 0],
    ['looked at, its number of copies said all the same', [card('INSPECT', 2)], true, false, 0],
  ])('%s', (_name, uses, showOriginal, handIn, copies) => {
    const rows = Object.fromEntries(uses.map((each, index) => [`r${index}`, [each]]));
    const plan = planOf({ matters: { m: { rows } } });
    expect(line(plan, 'card:MOTHER')).toMatchObject({ showOriginal, handIn, copies });
  });

  it('per person, of a type that each has', () => {
    const rows = {
      r1: [card('INSPECT_AND_COPY', 1, 'PARENTS')],
      r2: [card('COPY', 1)],
      r3: [card('COPY', 2, 'FATHER')],
    };
    const plan = planOf({ matters: { m: { rows } } });
    // Two of the parents together, one of hers, two of his.
    expect(line(plan, 'card:FATHER+MOTHER').copies).toBe(5);
  });

  it('once, of a type that they share', () => {
    const plan = planOf({
      types: { marriage: { holding: 'JOINT' } },
      matters: { m: { rows: { r1: [use('marriage', 'PARENTS', { use: 'COPY', copies: 3 })] } } },
    });
    expect(line(plan, 'marriage:FATHER+MOTHER').copies).toBe(3);
  });

  it('of each party of a role that is several', () => {
    const plan = planOf({
      parties: { a: ['HEIR'], b: ['HEIR'] },
      matters: { m: { rows: { r1: [card('COPY', 2, 'HEIR')] } } },
    });
    expect(plan.materials.map(({ id, copies }) => [id, copies])).toEqual([
      ['card:a', 2],
      ['card:b', 2],
    ]);
  });
});

describe('rule 9: who takes a document away comes after all who look at it', () => {
  it.each<readonly [EvidenceUse['use'], number, number]>([
    ['INSPECT', 1, 2],
    ['COPY', 1, 2],
    ['INSPECT_AND_COPY', 1, 2],
    // A file is free of it.
    ['ELECTRONIC', 1, 1],
  ])('%s', (kind, looks, takes) => {
    const plan = planOf({
      matters: { a: { rows: { r1: [card('HAND_IN')] } }, b: { rows: { r2: [card(kind, 1)] } } },
    });
    expect(stages(plan)).toEqual({ a: takes, b: looks });
    expect(plan.steps.find(({ matter }) => matter === 'a')?.after).toEqual(takes === 2 ? ['b'] : []);
  });

  it('of what the event makes too', () => {
    const birth = (kind: EvidenceUse['use']) => [use('birth', 'CHILD', { use: kind })];
    const plan = planOf({
      matters: {
        a: { rows: { r1: birth('HAND_IN') } },
        b: { rows: { r2: birth('INSPECT') } },
        c: { makes: [made('birth', 'CHILD')] },
      },
    });
    expect(stages(plan)).toEqual({ a: 3, b: 2, c: 1 });
  });

  it('another document of the same type is another’s', () => {
    const plan = planOf({
      matters: { a: { rows: { r1: [card('HAND_IN')] } }, b: { rows: { r2: [card('INSPECT', 0, 'FATHER')] } } },
    });
    expect(stages(plan)).toEqual({ a: 1, b: 1 });
  });

  it('a member’s card is the one of the group’s line', () => {
    const plan = planOf({
      matters: { a: { rows: { r1: [card('HAND_IN', 0, 'PARENTS')] } }, b: { rows: { r2: [card('INSPECT')] } } },
    });
    expect(stages(plan)).toEqual({ a: 2, b: 1 });
  });

  it('what is shared is nobody’s original', () => {
    const plan = planOf({
      types: { record: { sources: [source('s')] } },
      matters: {
        a: { rows: { r1: [use('record', 'MOTHER')] } },
        b: { rows: { r2: [use('record', 'FATHER', { use: 'HAND_IN' })] } },
      },
    });
    expect(stages(plan)).toEqual({ a: 1, b: 1 });
  });

  it('one matter may look at and take the same', () => {
    const plan = planOf({ matters: { a: { rows: { r1: [card('INSPECT')], r2: [card('HAND_IN')] } } } });
    expect(problems(plan)).toEqual([]);
    expect(line(plan, 'card:MOTHER')).toMatchObject({ showOriginal: true, handIn: true });
  });
});

describe('rule 9: two takers of one document are a catalogue error', () => {
  it('of a line', () => {
    const plan = planOf({
      matters: { b: { rows: { r1: [card('HAND_IN')] } }, a: { rows: { r2: [card('HAND_IN')] } } },
    });
    expect(problems(plan)).toEqual(['TAKEN_TWICE a.b']);
    expect(plan.problems[0]).toMatchObject({ material: 'card:MOTHER' });
    expect(plan.problems[0]?.message.zh).toContain('名MOTHER的名card');
    expect(plan.problems[0]?.message.zh).toContain('名a、名b');
    expect(plan.problems[0]?.message.en).toContain('name a, name b');
    expect(fates(plan)).toEqual({ r1: 'MERGED card:MOTHER', r2: 'KEPT card:MOTHER' });
  });

  it('of what the event makes', () => {
    const birth = [use('birth', 'CHILD', { use: 'HAND_IN', spec: '副页' })];
    const plan = planOf({
      matters: {
        a: { rows: { r1: birth } },
        b: { rows: { r2: birth } },
        c: { makes: [made('birth', 'CHILD', '副页')] },
      },
    });
    expect(problems(plan)).toEqual(['TAKEN_TWICE a.b']);
    expect(plan.problems[0]).toMatchObject({ material: 'birth:CHILD:副页' });
    expect(stages(plan)).toEqual({ a: 2, b: 2, c: 1 });
  });

  it.each<readonly [string, EvidenceUse, EvidenceUse]>([
    [
      'two variants',
      use('p', 'CHILD', { use: 'HAND_IN', spec: '1' }),
      use('p', 'CHILD', { use: 'HAND_IN', spec: '2' }),
    ],
    ['two people', card('HAND_IN'), card('HAND_IN', 0, 'FATHER')],
    ['taken and looked at', card('HAND_IN'), card('INSPECT')],
  ])('%s are none', (_name, one, other) => {
    expect(problems(planOf({ matters: { a: { rows: { r1: [one] } }, b: { rows: { r2: [other] } } } }))).toEqual([]);
  });

  it('two rows of one matter are none, nor one matter done for each of two children', () => {
    expect(problems(planOf({ matters: { a: { rows: { r1: [card('HAND_IN')], r2: [card('HAND_IN')] } } } }))).toEqual(
      [],
    );
    const twins = planOf({
      parties: { an: ['CHILD'], ning: ['CHILD'] },
      matters: { a: { repeatedFor: 'CHILD', rows: { r1: [card('HAND_IN')] } } },
    });
    expect(problems(twins)).toEqual([]);
  });

  it('of matters that may not be done, perhaps only one will be', () => {
    const plan = planOf({
      questions: { q: {} },
      matters: {
        a: { when: is('q'), rows: { r1: [card('HAND_IN')] } },
        b: { when: is('q', false), rows: { r2: [card('HAND_IN')] } },
      },
    });
    expect(problems(plan)).toEqual([]);
  });

  it('a choice that avoids two takers is taken', () => {
    const plan = planOf({
      matters: {
        a: { rows: { r1: [card('HAND_IN')] } },
        b: { rows: { r2: { options: [[card('HAND_IN')], [use('lost', 'MOTHER')]] } } },
      },
    });
    expect(problems(plan)).toEqual([]);
    expect(fates(plan)).toEqual({ r1: 'KEPT card:MOTHER', r2: 'KEPT lost:MOTHER' });
  });

  it('done for each of two children, neither waits for the other, and who looks at it comes before both', () => {
    const plan = planOf({
      parties: { an: ['CHILD'], ning: ['CHILD'] },
      matters: {
        a: { repeatedFor: 'CHILD', rows: { r1: [card('HAND_IN'), card('COPY', 1)] } },
        b: { rows: { r2: [card('INSPECT')] } },
      },
    });
    expect(stages(plan)).toEqual({ b: 1, 'a an': 2, 'a ning': 2 });
  });

  it('of lines that would do alike the one is taken that nobody has to wait for', () => {
    const plan = planOf({
      types: { card: { sources: [source('register')] } },
      matters: {
        a: { rows: { r1: [card('HAND_IN')] }, limit: days(1) },
        b: { rows: { r2: [card('INSPECT', 0, 'PARENTS')] }, limit: days(1) },
      },
    });
    expect(list(plan)).toEqual(['card:MOTHER']);
    expect(stages(plan)).toEqual({ a: 1, b: 1 });
  });
});
