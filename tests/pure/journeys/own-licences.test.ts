import { describe, expect, it } from 'vitest';
import type { HeldLicence } from '../../../subgraphs/journeys/domain/licence-use.ts';
import { type OwnLicence, ownLicences, usedLicences } from '../../../subgraphs/journeys/domain/own-licences.ts';
import { documentsInVault } from '../../../subgraphs/journeys/held-licences.ts';
import { planFromVault } from '../../../subgraphs/journeys/plan-from-vault.ts';
import type { Vault } from '../../../subgraphs/journeys/vault.ts';
import { buildPlan } from '../../../subgraphs/planning/index.ts';
import type { HeldDocument, Plan } from '../../../subgraphs/planning/types.ts';
import type { Identity } from '../../../subgraphs/runtime/identity.ts';
import { type CatalogueOf, inputOf, list, use } from '../planning/rules/catalogue-of.ts';

const licence = (id: string, more: Partial<HeldLicence> = {}): HeldLicence => ({
  ...{ id, documentType: 'card', spec: null, number: '1', data: null, issuer: 'd', matter: null, consumable: false },
  ...{ holder: { name: '林静', identityNumber: null, bornOn: null }, issuedOn: '2026-01-01', expiresOn: null },
  ...{ trust: 'A', purpose: null },
  ...more,
});
const holder = (name: string | null, bornOn: string | null = null, identityNumber: string | null = null) => ({
  holder: { name, identityNumber, bornOn },
});

describe('a licence of the vault is a party’s', () => {
  const parties = [{ id: 'lin', name: '林静' }, { id: 'baby' }];
  const born = { party: 'baby', field: 'birth-date', value: '2026-11-01' };
  const named = { party: 'baby', field: 'name', value: '陈安' };
  it.each<[string, Partial<HeldLicence>, ReadonlyArray<object>, string | null]>([
    ['who is called so', {}, [], 'lin'],
    ['whose field says so', holder('陈安'), [named], 'baby'],
    ['not of whom nobody knows the name', holder('陈安'), [], null],
    ['not of another', holder('赵六'), [named], null],
    ['not where it tells no name', holder(null, '2026-11-01'), [born], null],
    ['born on the same day', holder('陈安', '2026-11-01'), [named, born], 'baby'],
    ['not of another of the same name, by the day of birth', holder('陈安', '2020-11-01'), [named, born], null],
    ['a day that the form is to tell yet speaks against nobody', holder('陈安', '2020-11-01'), [named], 'baby'],
    ['not of two who are called alike', {}, [{ ...named, value: '林静' }], null],
    ['a field says more than what the party is called', {}, [{ party: 'lin', field: 'name', value: '林晶' }], null],
  ])('%s', (_what, more, facts, of) => {
    const found = ownLicences([licence('l', more)], { parties, facts: facts as never }, new Set());
    expect(found.map((each) => each.of)).toEqual(of === null ? [] : [of]);
    expect(found.map(({ party }) => party)).toEqual(of === null ? [] : [of]);
  });

  it('and where it is held jointly, of nobody alone', () => {
    const [found] = ownLicences([licence('l')], { parties, facts: [] }, new Set(['card']));
    expect(found).toMatchObject({ party: null, of: 'lin', licence: 'l' });
  });
});

const catalogue: CatalogueOf = {
  matters: {
    m: {
      rows: {
        own: [use('card', 'MOTHER')],
        both: [use('marriage', 'PARENTS')],
        each: [use('permit', 'PARENTS')],
        page: [use('register', 'CHILD', { spec: '本人页' })],
        taken: [use('birth', 'CHILD', { use: 'HAND_IN' })],
      },
    },
    n: { rows: { again: [use('card', 'MOTHER')] } },
  },
  types: { marriage: { holding: 'JOINT' } },
  parties: { lin: ['MOTHER'], chen: ['FATHER'], baby: ['CHILD'] },
};
const planWith = (more: ReadonlyArray<HeldDocument>): Plan => buildPlan(inputOf({ ...catalogue, held: more }));
const own = (id: string, documentType: string, of: string, more: Partial<OwnLicence> = {}): OwnLicence => ({
  ...{ licence: id, documentType, spec: null, party: of, of, trust: 'A', issuedOn: '2026-01-01', expiresOn: null },
  ...more,
});

describe('a plan from the vault', () => {
  const vault = [
    own('card', 'card', 'lin'),
    own('older', 'card', 'lin', { issuedOn: '2020-01-01' }),
    own('marriage', 'marriage', 'lin', { party: null }),
    own('permit-1', 'permit', 'lin'),
    own('permit-2', 'permit', 'chen'),
    own('page', 'register', 'baby', { spec: '本人页' }),
    own('front', 'register', 'baby', { spec: '首页' }),
    own('birth', 'birth', 'baby'),
  ];
  const asks: number[] = [];
  const planned = (inVault: ReadonlyArray<OwnLicence> | 'OUT') =>
    planFromVault(async (more) => {
      asks.push(more.length);
      return planWith(more);
    }, inVault);

  it('asks for what no licence meets, and names each that does with whose it is and what it meets', async () => {
    const plan = await planned(vault);
    expect(list(plan)).toEqual(['birth:baby']);
    const codes = (rows: ReadonlyArray<number>) => rows.map((row) => plan.account[row]?.requirement);
    expect(
      usedLicences(plan).map(({ licence, subject, party, spec, rows }) => [licence, subject, party, spec, codes(rows)]),
    ).toEqual([
      ['marriage', 'PARENTS', null, null, ['both']],
      ['permit-2', 'FATHER', 'chen', null, ['each']],
      ['permit-1', 'MOTHER', 'lin', null, ['each']],
      ['card', 'MOTHER', 'lin', null, ['own', 'again']],
      ['page', 'CHILD', 'baby', '本人页', ['page']],
    ]);
  });

  it('has the id of the plan in which they are said to be held, and one that meets nothing does not change it', async () => {
    const plan = await planned(vault);
    const said = usedLicences(plan).map(({ licence: id, documentType, subject, party, spec }) => {
      const { trust, issuedOn, expiresOn } = vault.find(({ licence: each }) => each === id) as OwnLicence;
      // As clients leave out what is null.
      const held = { documentType, subject, licence: id, trust, issuedOn, expiresOn };
      return { ...held, ...(party === null ? {} : { party }), ...(spec === null ? {} : { spec }) };
    });
    expect(planWith(said).id).toBe(plan.id);
    expect((await planned([...vault, own('other', 'paper', 'lin')])).id).toBe(plan.id);
    expect((await planned([own('new', 'card', 'lin'), ...vault])).id).not.toBe(plan.id);
  });

  it('of nothing is the plan without, made once; a vault that is out is said, and nothing else', async () => {
    asks.length = 0;
    const without = planWith([]);
    expect(await planned([])).toEqual(without);
    expect(asks).toEqual([0]);
    const { warnings, ...rest } = await planned('OUT');
    const { warnings: _none, ...plan } = without;
    expect(rest).toEqual(plan);
    expect(warnings.map(({ code }) => code)).toEqual(['LICENCES_UNAVAILABLE']);
  });

  it('of a matter that is done for each of two children names each one’s row', async () => {
    const twins = { m: { rows: { page: [use('register', 'CHILD')] }, repeatedFor: 'CHILD' } };
    const children = { an: ['CHILD'], bo: ['CHILD'] };
    const withPages = (more: ReadonlyArray<HeldDocument>) =>
      Promise.resolve(buildPlan(inputOf({ matters: twins, parties: children, held: more })));
    const plan = await planFromVault(withPages, [own('a', 'register', 'an'), own('b', 'register', 'bo')]);
    expect(list(plan)).toEqual([]);
    expect(
      usedLicences(plan).map(({ licence: id, rows }) => [id, rows.map((row) => plan.account[row]?.party)]),
    ).toEqual([
      ['a', ['an']],
      ['b', ['bo']],
    ]);
  });

  it('takes nothing that others hold jointly without who has it', async () => {
    const grandmothers = own('marriage', 'marriage', 'grandmother', { party: null });
    const plan = await planned([grandmothers]);
    expect(list(plan)).toContain('marriage:FATHER+MOTHER'.replace('FATHER', 'chen').replace('MOTHER', 'lin'));
    expect(usedLicences(plan)).toEqual([]);
  });
});

describe('the vault is asked', () => {
  const types = inputOf(catalogue).basis;
  const lin: Identity = { subject: 'lin', kind: 'CITIZEN', department: null, scopes: [] };
  const asked: unknown[] = [];
  const vault = {
    usable: async (...args: ReadonlyArray<unknown>) => {
      asked.push(args);
      return [licence('l'), licence('said')];
    },
  } as unknown as Vault;
  const said = {
    parties: [{ id: 'lin', roles: ['MOTHER'], name: '林静' }],
    held: [{ documentType: 'card', subject: 'MOTHER', licence: 'said' }],
  };

  it('for what the event may ask, of who is signed in; one that is named already is not taken twice', async () => {
    const found = await documentsInVault(vault, lin, said, types, '2026-11-24');
    expect(found).toMatchObject([{ licence: 'l', party: 'lin' }]);
    expect(asked).toEqual([
      [{ account: 'lin', identityNumber: null }, types.documentTypes.map(({ code }) => code), '2026-11-24'],
    ]);
  });

  it('for nobody else', async () => {
    asked.length = 0;
    expect(await documentsInVault(vault, null, said, types, '2026-11-24')).toEqual([]);
    expect(await documentsInVault(vault, { ...lin, kind: 'STAFF' }, said, types, '2026-11-24')).toEqual([]);
    expect(asked).toEqual([]);
  });

  it('in vain where it is out', async () => {
    const out = { usable: async () => 'OUT' } as unknown as Vault;
    expect(await documentsInVault(out, lin, said, types, '2026-11-24')).toBe('OUT');
  });
});
