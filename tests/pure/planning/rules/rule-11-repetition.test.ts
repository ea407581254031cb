import { describe, expect, it } from 'vitest';
import { type CatalogueOf, fates, field, list, made, planOf, stages, use } from './catalogue-of.ts';

const twins = { an: ['CHILD'], ning: ['CHILD'], li: ['MOTHER'] };
const catalogue = (parties: CatalogueOf['parties'] = {}): CatalogueOf => ({
  parties,
  matters: {
    birth: {
      repeatedFor: 'CHILD',
      rows: { 'b-card': [use('card', 'MOTHER')], 'b-footprint': [use('footprint', 'CHILD')] },
      makes: [made('certificate', 'CHILD')],
      fields: [field('name', 'CHILD'), field('phone', 'MOTHER')],
    },
    register: {
      rows: { 'r-cert': [use('certificate', 'CHILD')], 'r-photo': [use('photo', 'CHILD')] },
      fields: [field('weight', 'CHILD')],
    },
  },
});

describe('rule 11: several children', () => {
  it('what belongs to the mother is asked once, what belongs to a child once per child', () => {
    const plan = planOf(catalogue(twins));
    expect(list(plan)).toEqual(['card:li', 'footprint:an', 'footprint:ning', 'photo:an', 'photo:ning']);
    expect(fates(plan)).toEqual({
      'b-card an': 'KEPT card:li',
      'b-card ning': 'MERGED card:li',
      'b-footprint an': 'KEPT footprint:an',
      'b-footprint ning': 'KEPT footprint:ning',
      'r-cert': 'PRODUCED birth',
      'r-photo': 'KEPT photo:an',
    });
  });

  it('the matter repeats, with its rows, steps and filings; one done once waits for both', () => {
    const plan = planOf(catalogue(twins));
    expect(stages(plan)).toEqual({ 'birth an': 1, 'birth ning': 1, register: 2 });
    expect(plan.filings.map(({ matter, party, after }) => [matter, party, after])).toEqual([
      ['birth', 'an', []],
      ['birth', 'ning', []],
      ['register', null, [0, 1]],
    ]);
    expect(plan.steps.at(-1)?.after).toEqual(['birth']);
    expect(plan.filings[2]?.consumes).toEqual([
      { documentType: 'certificate', parties: ['an'], spec: null, filing: 0 },
      { documentType: 'certificate', parties: ['ning'], spec: null, filing: 1 },
    ]);
    expect(plan.reduction.before.matters).toBe(3);
  });

  it('each filing has its own child’s fields and parties; one done once has both', () => {
    const plan = planOf(catalogue(twins));
    expect(plan.filings.map(({ fields }) => fields)).toEqual([
      { an: ['name'], li: ['phone'] },
      { ning: ['name'], li: ['phone'] },
      { an: ['weight'], ning: ['weight'] },
    ]);
    expect(plan.filings.map(({ parties }) => parties.CHILD)).toEqual([['an'], ['ning'], ['an', 'ning']]);
    expect(plan.form.fields.map(({ party, code, receivedBy }) => [party, code, receivedBy])).toEqual([
      ['an', 'name', ['birth']],
      ['an', 'weight', ['register']],
      ['ning', 'name', ['birth']],
      ['ning', 'weight', ['register']],
      ['li', 'phone', ['birth']],
    ]);
  });

  it.each([[{}], [{ an: ['CHILD'] }]])('with one child %j nothing repeats', (parties) => {
    const plan = planOf(catalogue(parties));
    expect(plan.filings.map(({ matter, party }) => [matter, party])).toEqual([
      ['birth', null],
      ['register', null],
    ]);
  });

  it('in a matter done once a role of several means each of them', () => {
    const plan = planOf({
      parties: { a: ['HEIR'], b: ['HEIR'] },
      matters: { m: { rows: { row: [use('card', 'HEIR')] } } },
    });
    expect(list(plan)).toEqual(['card:a', 'card:b']);
    expect(plan.account).toHaveLength(1);
  });
});
