import { describe, expect, it } from 'vitest';
import { anyOf, type CatalogueOf, fates, is, line, list, planOf, use } from './catalogue-of.ts';

const id = use('id', 'MOTHER');
const social = use('social', 'MOTHER');
const book = use('book', 'MOTHER');
const passport = use('passport', 'MOTHER');

describe('rule 4: the chosen options together need the fewest lines', () => {
  it.each<readonly [string, CatalogueOf['matters'], ReadonlyArray<string>]>([
    ['one row, the option of fewer', { m: { rows: { r: anyOf([id, book], [social]) } } }, ['social:MOTHER']],
    ['what another row needs anyway', { m: { rows: { r1: anyOf([social], [id]), r2: [id] } } }, ['id:MOTHER']],
    [
      'what meets two rows, over what meets one each',
      { m: { rows: { r1: anyOf([social], [id]), r2: anyOf([book], [id]) } } },
      ['id:MOTHER'],
    ],
    [
      'two that several rows need, over one that only one row saves',
      {
        m: {
          rows: {
            r1: anyOf([social], [id]),
            r2: anyOf([social], [book]),
            r3: anyOf([passport], [id]),
            r4: anyOf([passport], [book]),
          },
        },
      },
      // {social, passport} and {id, book} both take two; the first option met first stands.
      ['social:MOTHER', 'passport:MOTHER'],
    ],
    [
      'a triangle, in which each single pays for two of three',
      { m: { rows: { r1: anyOf([id], [book]), r2: anyOf([book], [social]), r3: anyOf([social], [id]) } } },
      ['id:MOTHER', 'book:MOTHER'],
    ],
    [
      'both papers of one option, where the other rows need them',
      { m: { rows: { r1: anyOf([social], [id, book]), r2: [id], r3: [book] } } },
      ['id:MOTHER', 'book:MOTHER'],
    ],
    ['an option without a use: nothing', { m: { rows: { r: anyOf([id], []) } } }, []],
    ['of equals the first', { m: { rows: { r: anyOf([social], [id]) } } }, ['social:MOTHER']],
  ])('%s', (_name, matters, lines) => {
    const plan = planOf({ matters });
    expect([...list(plan)].sort()).toEqual([...lines].sort());
    expect(plan.optimal).toBe(true);
    expect(plan.lowerBound).toBe(lines.length);
  });

  it('a line of a group serves where either parent’s would', () => {
    const plan = planOf({
      matters: { m: { rows: { r1: anyOf([social], [use('card', 'MOTHER')]), r2: [use('card', 'PARENTS')] } } },
    });
    expect(fates(plan)).toEqual({ r1: 'MERGED card:FATHER+MOTHER', r2: 'KEPT card:FATHER+MOTHER' });
  });

  it('an option whose condition is false is none', () => {
    const catalogue = (married: boolean): CatalogueOf => ({
      questions: { married: {} },
      answers: { married },
      matters: {
        m: {
          rows: {
            r1: anyOf(
              { when: is('married'), uses: [use('marriage', 'MOTHER')] },
              { when: is('married', false), uses: [use('statement', 'MOTHER')] },
            ),
          },
        },
      },
    });
    expect(list(planOf(catalogue(true)))).toEqual(['marriage:MOTHER']);
    expect(list(planOf(catalogue(false)))).toEqual(['statement:MOTHER']);
  });

  it('the account tells the option taken; the list tells what would do instead', () => {
    const plan = planOf({ matters: { m: { rows: { r1: anyOf([social], [id], [book]) } } } });
    expect(fates(plan)).toEqual({ r1: 'KEPT social:MOTHER' });
    expect(line(plan, 'social:MOTHER').alternatives).toEqual(['book', 'id']);
  });

  it.each<readonly [string, CatalogueOf, ReadonlyArray<string>]>([
    [
      'every row on the line must take it',
      { matters: { m: { rows: { r1: anyOf([social], [id]), r2: anyOf([social], [id], [book]) } } } },
      ['id'],
    ],
    [
      'a row without a choice leaves none',
      { matters: { m: { rows: { r1: anyOf([social], [id]), r2: [social] } } } },
      [],
    ],
    [
      'another variant of itself is none',
      { matters: { m: { rows: { r1: anyOf([social], [use('social', 'FATHER'), id]) } } } },
      [],
    ],
    [
      'one that may not be open is none',
      { questions: { q: {} }, matters: { m: { rows: { r1: anyOf([social], { when: is('q'), uses: [id] }) } } } },
      [],
    ],
  ])('of alternatives, %s', (_name, catalogue, alternatives) => {
    expect(line(planOf(catalogue), 'social:MOTHER').alternatives).toEqual(alternatives);
  });
});

describe('rule 4: within a budget of nodes', () => {
  /** Pairs of six papers in a ring: an odd cycle needs more than half of them, which no bound by pairs sees. */
  const ring = (size: number, nodeBudget?: number): CatalogueOf => ({
    ...(nodeBudget === undefined ? {} : { nodeBudget }),
    matters: {
      m: {
        rows: Object.fromEntries(
          Array.from({ length: size }, (_, index) => [
            `r${index}`,
            anyOf([use(`t${index}`, 'MOTHER')], [use(`t${(index + 1) % size}`, 'MOTHER')]),
          ]),
        ),
      },
    },
  });

  it.each([
    [3, 2],
    [4, 2],
    [5, 3],
    [6, 3],
    [7, 4],
    [9, 5],
  ])('a ring of %i needs %i', (size, lines) => {
    const plan = planOf(ring(size));
    expect(plan.materials).toHaveLength(lines);
    expect([plan.optimal, plan.lowerBound]).toEqual([true, lines]);
  });

  it('one that is spent gives the best found, and an honest bound', () => {
    const plan = planOf(ring(9, 1));
    expect(plan.optimal).toBe(false);
    // Every row has a fate, so the list is whole; four pairs without a common paper need four.
    expect(plan.lowerBound).toBe(4);
    expect(plan.materials.length).toBeGreaterThanOrEqual(5);
    expect(plan.account.every(({ fate }) => fate === 'KEPT' || fate === 'MERGED')).toBe(true);
  });
});
