import { expect, it } from 'vitest';
import type { HeldLicence, LookedUp } from '../../../subgraphs/journeys/domain/licence-use.ts';
import { heldDocuments } from '../../../subgraphs/journeys/held-licences.ts';
import { planInputOf } from '../../../subgraphs/journeys/planning.ts';
import type { Vault } from '../../../subgraphs/journeys/vault.ts';
import { buildPlan } from '../../../subgraphs/planning/index.ts';
import type { Identity } from '../../../subgraphs/runtime/identity.ts';
import { inputOf, use } from '../planning/rules/catalogue-of.ts';

const { basis, matterCodes, matters, today } = inputOf({
  matters: {
    m: { rows: { lenient: [use('register', 'MOTHER')], strict: [use('card', 'MOTHER', { minimumTrust: 'C' })] } },
  },
});

/** Of what stands in no vault none is asked. */
const neverAsked = {} as Vault;

it.each(['A', 'B', 'C', 'D', null, undefined] as const)(
  'a grade that somebody gives their own document counts nothing: %s',
  async (trust) => {
    const said = ['register', 'card'].map((documentType) => ({
      ...{ documentType, subject: 'MOTHER' },
      ...(trust === undefined ? {} : { trust }),
    }));
    const { held, problems } = await heldDocuments(neverAsked, null, said, basis);
    expect(problems).toEqual([]);
    const plan = buildPlan(planInputOf({ planningBasis: basis, matterCodes, matters }, {}, held, today));
    expect(plan.materials.map(({ id }) => id)).toEqual(['card:MOTHER']);
  },
);

const licence: HeldLicence = {
  ...{
    id: 'l',
    documentType: 'card',
    spec: null,
    number: '1',
    data: null,
    issuer: 'd',
    matter: null,
    consumable: false,
  },
  ...{ holder: { name: null, identityNumber: null, bornOn: null }, issuedOn: '2026-01-01', expiresOn: '2027-01-01' },
  ...{ trust: 'B', purpose: null },
};
const vaultWith = (looked: LookedUp) => ({ lookUp: async () => looked }) as unknown as Vault;
const mother: Identity = { subject: 'lin', kind: 'CITIZEN', department: null, scopes: [] };
const said = { documentType: 'card', subject: 'MOTHER', licence: 'l', trust: 'A' as const, issuedOn: '2026-10-10' };

it('a licence is planned with as the vault has it, whatever is said of it', async () => {
  const { held, problems } = await heldDocuments(vaultWith(new Map([['l', licence]])), mother, [said], basis);
  expect(problems).toEqual([]);
  const { trust, issuedOn, expiresOn } = licence;
  expect(held).toEqual([{ ...said, trust, issuedOn, expiresOn }]);
});

it.each<[string, Identity | null, LookedUp, object, string]>([
  ['of a vault that is out', mother, 'OUT', {}, 'LICENCES_UNAVAILABLE'],
  ['that is not there', mother, new Map(), {}, 'LICENCE_NOT_FOUND'],
  ['of who is not signed in', null, new Map([['l', licence]]), {}, 'LICENCE_NOT_FOUND'],
  ['of staff', { ...mother, kind: 'STAFF' }, new Map([['l', licence]]), {}, 'LICENCE_NOT_FOUND'],
  ['of another type', mother, new Map([['l', licence]]), { documentType: 'register' }, 'LICENCE_OF_OTHER_TYPE'],
  ['of another variant', mother, new Map([['l', licence]]), { spec: '副页' }, 'LICENCE_OF_OTHER_TYPE'],
  ['that is used up', mother, new Map([['l', { ...licence, purpose: 's' }]]), {}, 'LICENCE_CONSUMED'],
])('a licence %s is planned without', async (_name, who, looked, over, code) => {
  const { held, problems } = await heldDocuments(vaultWith(looked), who, [{ ...said, ...over }], basis);
  expect(held).toEqual([]);
  expect(problems).toMatchObject([{ code, path: ['held', '0', 'licence'] }]);
});
