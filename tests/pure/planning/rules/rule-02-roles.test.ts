import { describe, expect, it } from 'vitest';
import { buildPlan } from '../../../../subgraphs/planning/index.ts';
import { createNameParty } from '../../../../subgraphs/planning/party-names.ts';
import { type CatalogueOf, fates, field, inputOf, is, list, planOf, problems, text, use } from './catalogue-of.ts';

const card = (subject: string) => [use('card', subject)];

describe('rule 2: roles are bound to people before anything is merged', () => {
  const catalogue = (more: Partial<CatalogueOf> = {}): CatalogueOf => ({
    matters: { m1: { rows: { r1: card('MOTHER') } }, m2: { rows: { r2: card('AGENT') } } },
    questions: {
      'the agent': {
        kind: 'CHOICE',
        options: [
          { code: 'mother', text: text('mother'), binds: { AGENT: ['MOTHER'] } },
          { code: 'father', text: text('father'), binds: { AGENT: ['FATHER'] } },
        ],
      },
    },
    ...more,
  });

  it.each<readonly [string, Partial<CatalogueOf>, ReadonlyArray<string>]>([
    ['a role that nothing binds is a party of its own', {}, ['card:MOTHER', 'card:AGENT']],
    ['the event’s default', { bindings: { AGENT: ['MOTHER'] } }, ['card:MOTHER']],
    ['the option answered', { answers: { 'the agent': 'mother' } }, ['card:MOTHER']],
    [
      'the option answered goes before the default',
      { bindings: { AGENT: ['MOTHER'] }, answers: { 'the agent': 'father' } },
      ['card:MOTHER', 'card:FATHER'],
    ],
    [
      'parties go before the option',
      { parties: { li: ['MOTHER'], wang: ['AGENT'] }, answers: { 'the agent': 'mother' } },
      ['card:li', 'card:wang'],
    ],
    ['one party in both roles', { parties: { li: ['MOTHER', 'AGENT'] } }, ['card:li']],
    [
      'two people never merge, however equal the rows',
      { parties: { li: ['MOTHER'], wang: ['AGENT'] } },
      ['card:li', 'card:wang'],
    ],
    [
      'a default follows to whoever has the role',
      { parties: { li: ['MOTHER'] }, bindings: { AGENT: ['MOTHER'] } },
      ['card:li'],
    ],
    [
      'a binding is followed on',
      { bindings: { AGENT: ['GUARDIAN'], GUARDIAN: ['MOTHER'] }, parties: { li: ['MOTHER'] } },
      ['card:li'],
    ],
    [
      'one that comes back to itself binds nothing',
      { bindings: { AGENT: ['GUARDIAN'], GUARDIAN: ['AGENT'] } },
      ['card:MOTHER', 'card:AGENT'],
    ],
  ])('%s', (_name, more, lines) => expect(list(planOf(catalogue(more)))).toEqual(lines));

  it('a boolean answer binds by the option of its word', () => {
    const plan = planOf(
      catalogue({
        questions: { alone: { options: [{ code: 'true', text: text('t'), binds: { AGENT: ['MOTHER'] } }] } },
        answers: { alone: true },
      }),
    );
    expect(list(plan)).toEqual(['card:MOTHER']);
  });

  it('of two answers that bind one role the later by code of the question stands', () => {
    const binds = (role: string) => ({ options: [{ code: 'true', text: text('t'), binds: { AGENT: [role] } }] });
    const plan = planOf(
      catalogue({ questions: { b: binds('FATHER'), a: binds('MOTHER') }, answers: { b: true, a: true } }),
    );
    expect(list(plan)).toEqual(['card:MOTHER', 'card:FATHER']);
  });
});

describe('rule 2: groups', () => {
  const parents = (more: Partial<CatalogueOf> = {}): CatalogueOf => ({
    matters: { m: { rows: { row: card('PARENTS') } } },
    ...more,
  });

  it.each<readonly [string, Partial<CatalogueOf>, ReadonlyArray<string>]>([
    ['cover their members', {}, ['card:FATHER+MOTHER']],
    ['as they are bound', { parties: { li: ['MOTHER'], zhang: ['FATHER'] } }, ['card:li+zhang']],
    ['bound as a group', { parties: { li: ['PARENTS'] } }, ['card:li']],
    ['by an answer, of one', { bindings: { PARENTS: ['MOTHER'] } }, ['card:MOTHER']],
    ['of one person in both roles', { parties: { li: ['MOTHER', 'FATHER'] } }, ['card:li']],
  ])('%s', (_name, more, lines) => expect(list(planOf(parents(more)))).toEqual(lines));

  it('a member’s need is met by the group’s line, never the other way round', () => {
    const plan = planOf({
      matters: { m1: { rows: { r1: card('MOTHER'), r2: card('FATHER') } }, m2: { rows: { r3: card('PARENTS') } } },
    });
    expect(fates(plan)).toEqual({
      r1: 'MERGED card:FATHER+MOTHER',
      r2: 'MERGED card:FATHER+MOTHER',
      r3: 'KEPT card:FATHER+MOTHER',
    });
    expect(list(planOf({ matters: { m: { rows: { r1: card('MOTHER'), r2: card('FATHER') } } } }))).toEqual([
      'card:MOTHER',
      'card:FATHER',
    ]);
  });

  it('say which of their roles a line is of', () => {
    const plan = planOf(
      parents({ parties: { li: ['AGENT', 'MOTHER'], zhang: ['FATHER', 'PARENTS'], wang: ['PARENTS', 'MOTHER'] } }),
    );
    // `wang` and `zhang` are the group as given; each shows under the first of its roles that is one person's.
    expect(plan.materials[0]).toMatchObject({
      parties: ['wang', 'zhang'],
      subjects: ['MOTHER', 'FATHER'],
      party: null,
    });
    expect(planOf(parents({ parties: { li: ['PARENTS'] } })).materials[0]).toMatchObject({
      subjects: ['PARENTS'],
      party: 'li',
    });
  });
});

describe('rule 2: parties', () => {
  const planWith = (parties: ReadonlyArray<{ id: string; roles: ReadonlyArray<string>; name?: string }>) => {
    const input = inputOf({ matters: { m: { rows: { row: card('MOTHER') }, fields: [field('name', 'MOTHER')] } } });
    return { ...input, situation: { ...input.situation, parties } };
  };
  const told = (parties: Parameters<typeof planWith>[0]) => {
    const input = planWith(parties);
    return buildPlan(input);
  };

  it('an id given twice is refused; the first stands', () => {
    const plan = told([
      { id: 'li', roles: ['MOTHER'] },
      { id: 'li', roles: ['FATHER'] },
    ]);
    expect(problems(plan)).toEqual(['PARTY_TWICE parties.1']);
    expect(list(plan)).toEqual(['card:li']);
  });

  it('a role of nobody’s catalogue is refused, with the party', () => {
    const plan = told([
      { id: 'li', roles: ['MOTHER', 'QUEEN', 'KING'] },
      { id: 'wang', roles: ['MOTHER'] },
    ]);
    expect(problems(plan)).toEqual(['UNKNOWN_ROLE parties.0']);
    expect(plan.problems[0]?.message.zh).toContain('QUEEN、KING');
    expect(plan.problems[0]?.message.en).toContain('QUEEN, KING');
    expect(list(plan)).toEqual(['card:wang']);
  });

  it('a party without a role is nobody’s', () => {
    const plan = told([{ id: 'li', roles: [] }]);
    expect(problems(plan)).toEqual([]);
    expect(list(plan)).toEqual(['card:MOTHER']);
  });

  it.each<[string, Parameters<typeof told>[0], ReadonlyArray<string>]>([
    ['by its role', [{ id: 'li', roles: ['MOTHER'] }], ['名MOTHER的名card']],
    ['by its name', [{ id: 'li', roles: ['MOTHER'], name: '李芳' }], ['李芳的名card']],
    [
      'counted, of several in a role',
      [
        { id: 'li', roles: ['MOTHER'] },
        { id: 'wang', roles: ['MOTHER'] },
      ],
      ['名MOTHER（一）的名card', '名MOTHER（二）的名card'],
    ],
    [
      'by its own name or counted, of several in a role of whom one is named',
      [
        { id: 'li', roles: ['MOTHER'], name: '李芳' },
        { id: 'wang', roles: ['MOTHER'] },
        { id: 'xu', roles: ['MOTHER'] },
      ],
      ['李芳的名card', '名MOTHER（二）的名card', '名MOTHER（三）的名card'],
    ],
    [
      'by its role alone, beside others in other roles',
      [
        { id: 'li', roles: ['MOTHER'] },
        { id: 'wang', roles: ['FATHER'] },
      ],
      ['名MOTHER的名card'],
    ],
    [
      'with its role, of two with one name in two roles',
      [
        { id: 'li', roles: ['MOTHER'], name: '李芳' },
        { id: 'wang', roles: ['FATHER'], name: '李芳' },
      ],
      ['李芳（名MOTHER）的名card'],
    ],
    [
      'with its role, of two with one name',
      [
        { id: 'li', roles: ['MOTHER'], name: '李芳' },
        { id: 'wang', roles: ['MOTHER'], name: '李芳' },
        { id: 'zhao', roles: ['MOTHER'], name: '赵敏' },
      ],
      ['李芳（名MOTHER（一））的名card', '李芳（名MOTHER（二））的名card', '赵敏的名card'],
    ],
  ])('a party is called %s', (_how, parties, titles) => {
    expect(told(parties).materials.map(({ title }) => title.zh)).toEqual(titles);
  });

  it('a party of a role that the catalogue does not name is called somebody concerned, never by a code', () => {
    expect(createNameParty([], [], { roleOf: () => 'X' })('x').zh).toBe('当事人');
  });

  it('a name given later outdates no plan', () => {
    const named = told([{ id: 'li', roles: ['MOTHER'], name: '李芳' }]);
    expect(named.id).toBe(told([{ id: 'li', roles: ['MOTHER'] }]).id);
  });

  it.each(['', '  ', 'a\nb', '李\u202e芳', 'x'.repeat(101)])('a name such as %j is refused', (name) => {
    const plan = told([{ id: 'li', roles: ['MOTHER'], name }]);
    expect(problems(plan)).toEqual(['PARTY_NAME_INVALID parties.0.name']);
  });

  it('lines and fields are named by role, not by id', () => {
    const plan = told([{ id: 'li', roles: ['MOTHER'] }]);
    expect(plan.materials[0]?.title.zh).toBe('名MOTHER的名card');
    expect(told([]).materials[0]?.title).toEqual({ zh: '名MOTHER的名card', en: 'name card of name MOTHER' });
    expect(plan.form.fields[0]).toMatchObject({ subject: 'MOTHER', party: 'li' });
  });
});

it('rule 2: a condition may bind too late for nobody: an invalid answer binds nothing', () => {
  const plan = planOf({
    questions: { q: { options: [{ code: 'true', text: text('t'), binds: { AGENT: ['MOTHER'] } }] } },
    answers: { q: 'yes' },
    matters: { m: { when: is('q'), rows: { row: card('AGENT') } } },
  });
  expect(list(plan)).toEqual(['card:AGENT']);
});
