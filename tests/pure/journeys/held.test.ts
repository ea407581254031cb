import { expect, it } from 'vitest';
import { planOf } from '../../../subgraphs/journeys/planning.ts';
import { inputOf, use } from '../planning/rules/catalogue-of.ts';

const { basis, matterCodes, matters, today } = inputOf({
  matters: {
    m: { rows: { lenient: [use('register', 'MOTHER')], strict: [use('card', 'MOTHER', { minimumTrust: 'C' })] } },
  },
});

it.each(['A', 'B', 'C', 'D', null, undefined] as const)(
  'a grade that somebody gives their own document counts nothing: %s',
  (trust) => {
    const held = ['register', 'card'].map((documentType) => ({
      ...{ documentType, subject: 'MOTHER' },
      ...(trust === undefined ? {} : { trust }),
    }));
    const plan = planOf({ planningBasis: basis, matterCodes, matters }, { held }, today);
    expect(plan.materials.map(({ id }) => id)).toEqual(['card:MOTHER']);
  },
);
