import { describe, expect, it } from 'vitest';
import type { EvidenceUse } from '../../../../subgraphs/planning/types.ts';
import { anyOf, type CatalogueOf, days, fates, list, made, planOf, source, use } from './catalogue-of.ts';

const of = (type: string, kind: EvidenceUse['use'] = 'ELECTRONIC', copies = 0) =>
  use(type, 'MOTHER', { use: kind, copies });
const taken = (catalogue: CatalogueOf): ReadonlyArray<string> =>
  [...list(planOf(catalogue))].map((line) => line.split(':')[0] as string).sort();

/** In each pair the dearer option stands first, so that the order of options decides nothing. */
describe('section 3: what costs less, in this order', () => {
  it.each<readonly [string, CatalogueOf, ReadonlyArray<string>]>([
    [
      '1 before 2: one original before two files',
      { matters: { m: { rows: { r: anyOf([of('x'), of('y')], [of('z', 'INSPECT')]) } } } },
      ['z'],
    ],
    [
      '2 before 3: a rare file before a usual original',
      { types: { z: { rarelyHeld: true } }, matters: { m: { rows: { r: anyOf([of('x', 'INSPECT')], [of('z')]) } } } },
      ['z'],
    ],
    [
      '2: handed in is an original too',
      { matters: { m: { rows: { r: anyOf([of('x', 'HAND_IN')], [of('z')]) } } } },
      ['z'],
    ],
    [
      '2: looked at with a copy is one too',
      { matters: { m: { rows: { r: anyOf([of('x', 'INSPECT_AND_COPY', 0)], [of('z', 'COPY', 5)]) } } } },
      ['z'],
    ],
    [
      '2: one original shown twice is one',
      {
        matters: {
          m: { rows: { r1: [of('x', 'INSPECT'), of('y')], r2: anyOf([of('y', 'INSPECT')], [of('x', 'INSPECT')]) } },
        },
      },
      ['x', 'y'],
    ],
    [
      '3 before 4: a usual paper before a shorter path',
      {
        types: { x: { rarelyHeld: true } },
        matters: {
          m: { rows: { r: anyOf([of('x')], [of('z'), of('made')]) }, limit: days(1) },
          p: { makes: [made('made', 'MOTHER')], limit: days(9) },
        },
      },
      ['z'],
    ],
    [
      '4 before 5: a shorter path before fewer copies',
      {
        matters: {
          m: { rows: { r: anyOf([of('x'), of('made')], [of('z', 'COPY', 9)]) }, limit: days(1) },
          p: { makes: [made('made', 'MOTHER')], limit: days(9) },
        },
      },
      ['z'],
    ],
    [
      '5 before 6: fewer copies before fewer sources',
      {
        types: { s: { sources: [source('s')] } },
        matters: { m: { rows: { r: anyOf([of('x', 'COPY', 1)], [of('z'), of('s')]) } } },
      },
      ['z'],
    ],
    [
      '6: fewer sources',
      {
        types: { s: { sources: [source('s')] }, t: { sources: [source('t')] } },
        matters: { m: { rows: { r: anyOf([of('x'), of('s'), of('t')], [of('z'), of('s')]) } } },
      },
      ['z'],
    ],
    ['ties by order of the options', { matters: { m: { rows: { r: anyOf([of('x')], [of('z')]) } } } }, ['x']],
  ])('%s', (_name, catalogue, wanted) => expect(taken(catalogue)).toEqual(wanted));

  it('copies count per person', () => {
    const plan = planOf({
      types: { joint: { holding: 'JOINT' } },
      matters: {
        m: {
          rows: {
            r: anyOf(
              [use('each', 'PARENTS', { use: 'COPY', copies: 2 })],
              [use('joint', 'PARENTS', { use: 'COPY', copies: 3 })],
            ),
          },
        },
      },
    });
    // Two of each of two is four; three of the one they share is three.
    expect(list(plan)).toEqual(['joint:FATHER+MOTHER']);
  });

  it('an original that a row without a choice shows anyway is not shown once more by another row', () => {
    const rows = { r1: [of('x', 'HAND_IN')], r2: anyOf([of('x', 'COPY', 1)], [of('x', 'INSPECT')]) };
    const plan = planOf({ matters: { m: { rows } } });
    expect(plan.materials.map(({ copies, showOriginal, handIn }) => [copies, showOriginal, handIn])).toEqual([
      [0, true, true],
    ]);
  });

  it('the critical path is that of the whole event', () => {
    const catalogue = (other: number): CatalogueOf => ({
      types: { s: { sources: [source('s')] } },
      matters: {
        m: { rows: { r: anyOf([of('made')], [of('s')]) }, limit: days(2) },
        p: { makes: [made('made', 'MOTHER')], limit: days(5) },
        q: { limit: days(other) },
      },
    });
    // Seven days against five: shared. Where another matter takes ten anyway, what is made draws on no source.
    expect(fates(planOf(catalogue(1)))).toEqual({ r: 'SHARED s' });
    expect(fates(planOf(catalogue(10)))).toEqual({ r: 'PRODUCED p' });
  });

  it('a choice of one row weighs what all others take', () => {
    const plan = planOf({
      types: { x: { rarelyHeld: true } },
      matters: {
        a: {
          rows: {
            r1: anyOf([of('x')], [of('y')]),
            r2: anyOf([of('y')], [of('x')]),
            r3: anyOf([of('x', 'INSPECT')], [of('y', 'COPY', 3)]),
          },
        },
      },
    });
    expect(fates(plan)).toEqual({ r1: 'KEPT y:MOTHER', r2: 'MERGED y:MOTHER', r3: 'MERGED y:MOTHER' });
  });
});
