import { expect, it } from 'vitest';
import { planInputOf } from '../../../subgraphs/journeys/planning.ts';
import { buildPlan } from '../../../subgraphs/planning/index.ts';
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
    const plan = buildPlan(planInputOf({ planningBasis: basis, matterCodes, matters }, { held }, today));
    expect(plan.materials.map(({ id }) => id)).toEqual(['card:MOTHER']);
  },
);
