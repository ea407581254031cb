import { describe, expect, it } from 'vitest';
import {
  evidenceUses,
  type HeldLicence,
  judgeLicences,
  type LicenceTerms,
  type LookedUp,
  licenceTerms,
} from '../../../subgraphs/journeys/domain/licence-use.ts';
import type { ToldPerson } from '../../../subgraphs/journeys/domain/people.ts';

const terms = (over: Partial<LicenceTerms> = {}): LicenceTerms => ({
  ...{ title: { zh: '出生证', en: 'Birth certificate' }, documentType: 'birth', spec: null, parties: ['baby'] },
  ...{ joint: false, handIn: false, minimumTrust: 'C', maximumAgeDays: null, neededOn: '2026-12-01' },
  ...over,
});
const licence = (over: Partial<HeldLicence> = {}): HeldLicence => ({
  ...{ id: 'l', documentType: 'birth', spec: null, number: 'B-1', data: null, issuer: 'health', matter: null },
  holder: { name: '林安', identityNumber: null, bornOn: '2026-11-07' },
  ...{ issuedOn: '2026-11-10', expiresOn: null, trust: 'A', consumable: false, purpose: null },
  ...over,
});
const person = (over: Partial<ToldPerson> = {}): ToldPerson => ({
  ...{ party: 'baby', name: '林安', bornOn: '2026-11-07', identityNumber: null, numberElement: 'identity-number' },
  ...over,
});
const at = '2026-11-27T04:00:00Z';
const place = { path: ['evidence', '0', 'licence'], material: 'birth:baby' };
const vault = (...licences: ReadonlyArray<HeldLicence>): LookedUp => new Map(licences.map((each) => [each.id, each]));
const judge = (
  wanted: LicenceTerms,
  looked: LookedUp,
  people: ReadonlyArray<ToldPerson> = [person()],
  ids: ReadonlyArray<string> = ['l'],
  purposes: ReadonlyArray<string> = [],
) => judgeLicences([{ at: place, ids, terms: wanted }], looked, people, { at, purposes });
const codes = (...args: Parameters<typeof judge>) => judge(...args).refusals.map(({ code }) => code);

describe('a licence as evidence', () => {
  it('that serves goes to the departments as the vault has it', () => {
    const { refusals, supplied, consumable, unverified } = judge(terms(), vault(licence()));
    expect([refusals, consumable, unverified]).toEqual([[], [], []]);
    const { purpose: _purpose, holder: _holder, consumable: _once, id: licenceId, ...told } = licence();
    expect(supplied).toEqual({ l: { ...told, licence: licenceId, parties: ['baby'], providedAt: at } });
  });

  it.each<[string, LicenceTerms, HeldLicence, ReadonlyArray<string>]>([
    ['of another type', terms(), licence({ documentType: 'card' }), ['LICENCE_OF_OTHER_TYPE']],
    ['of another variant', terms(), licence({ spec: '副页' }), ['LICENCE_OF_OTHER_TYPE']],
    ['of the variant', terms({ spec: '副页' }), licence({ spec: '副页' }), []],
    ['that ends before its matter starts', terms(), licence({ expiresOn: '2026-11-30' }), ['LICENCE_EXPIRED']],
    ['that ends on the day its matter starts', terms(), licence({ expiresOn: '2026-12-01' }), []],
    ['a day too old when its matter starts', terms({ maximumAgeDays: 20 }), licence(), ['LICENCE_TOO_OLD']],
    ['as old as it may be', terms({ maximumAgeDays: 21 }), licence(), []],
    ['of too low a grade', terms({ minimumTrust: 'B' }), licence({ trust: 'C' }), ['LICENCE_GRADE_TOO_LOW']],
    ['of the very grade', terms({ minimumTrust: 'B' }), licence({ trust: 'B' }), []],
    ['that was used up', terms(), licence({ purpose: 'other' }), ['LICENCE_CONSUMED']],
    ['for what is handed in', terms({ handIn: true }), licence(), ['LICENCE_NOT_HANDED_IN']],
    [
      'that is wrong in every way tells all of it',
      terms({ minimumTrust: 'A', maximumAgeDays: 1 }),
      licence({ trust: 'D', expiresOn: '2026-11-11', purpose: 'other' }),
      ['LICENCE_CONSUMED', 'LICENCE_EXPIRED', 'LICENCE_TOO_OLD', 'LICENCE_GRADE_TOO_LOW'],
    ],
  ])('%s', (_name, wanted, held, refused) => expect(codes(wanted, vault(held))).toEqual(refused));

  it('that is in nobody’s vault and one in another’s are the same refusal, at its place', () => {
    const { refusals, supplied } = judge(terms(), vault());
    expect(refusals).toMatchObject([{ code: 'LICENCE_NOT_FOUND', path: place.path, material: 'birth:baby' }]);
    expect(supplied).toEqual({});
  });

  it('is not believed while the vault does not answer', () => {
    expect(codes(terms(), 'OUT')).toEqual(['LICENCES_UNAVAILABLE']);
  });

  it('that this very submission used up may be named again', () => {
    expect(codes(terms(), vault(licence({ purpose: 's' })), [person()], ['l'], ['s'])).toEqual([]);
    expect(codes(terms(), vault(licence({ purpose: 's' })), [person()], ['l'], ['t'])).toEqual(['LICENCE_CONSUMED']);
  });

  it('that can be used once is used up by it, and no other is', () => {
    expect(judge(terms(), vault(licence({ consumable: true }))).consumable).toEqual(['l']);
    expect(judge(terms(), vault(licence({ consumable: true, documentType: 'card' }))).consumable).toEqual([]);
  });
});

const number = '330381202611070021';
describe('whose a licence is', () => {
  it.each<[string, Partial<HeldLicence['holder']>, Partial<ToldPerson>, 'HIS' | 'ANOTHER' | 'UNKNOWN']>([
    ['equal numbers, whatever the names', { identityNumber: number, name: 'a' }, { identityNumber: number }, 'HIS'],
    ['unequal numbers, whatever the names', { identityNumber: '1' }, { identityNumber: number }, 'ANOTHER'],
    ['name and birthday', {}, {}, 'HIS'],
    ['another name', { name: '林宁' }, {}, 'ANOTHER'],
    ['another birthday', { bornOn: '2026-11-08' }, {}, 'ANOTHER'],
    ['a birthday in the number', { bornOn: null, identityNumber: number }, {}, 'HIS'],
    ['another birthday in the number', { bornOn: '2026-11-08' }, { bornOn: null, identityNumber: number }, 'ANOTHER'],
    ['a name alone', { bornOn: null }, {}, 'UNKNOWN'],
    ['no name here', { name: null }, {}, 'UNKNOWN'],
    ['no name there', {}, { name: null }, 'UNKNOWN'],
  ])('%s', (_name, holder, told, whose) => {
    const held = licence({ holder: { ...licence().holder, ...holder } });
    const { refusals, unverified } = judge(terms(), vault(held), [person(told)]);
    expect(refusals.map(({ code }) => code)).toEqual(whose === 'ANOTHER' ? ['LICENCE_OF_ANOTHER'] : []);
    expect(unverified).toEqual(whose === 'UNKNOWN' ? ['baby'] : []);
  });

  it('of whom the form tells nothing is for staff to see', () => {
    expect(judge(terms(), vault(licence()), []).unverified).toEqual(['baby']);
  });

  const parents = terms({ parties: ['lin', 'chen'] });
  const people = [person({ party: 'lin', name: '林静' }), person({ party: 'chen', name: '陈强' })];
  const of = (id: string, name: string | null) => licence({ id, holder: { ...licence().holder, name } });
  it('of a material that each has, each one’s own', () => {
    const looked = vault(of('a', '陈强'), of('b', '林静'), of('c', '林静'), of('d', null), of('e', '王五'));
    const take = (...ids: ReadonlyArray<string>) => judge(parents, looked, people, ids);
    const { refusals, supplied } = take('a', 'b');
    expect(refusals).toEqual([]);
    expect([supplied.a?.parties, supplied.b?.parties]).toEqual([['chen'], ['lin']]);
    for (const ids of [['a'], ['b', 'c'], ['a', 'e'], ['a', 'b', 'c']])
      expect(
        take(...ids).refusals.map(({ code }) => code),
        ids.join(),
      ).toEqual(['LICENCE_OF_ANOTHER']);
    expect(take('a', 'd')).toMatchObject({ refusals: [], unverified: ['lin'] });
  });

  it('of a material that they have together, either’s', () => {
    const joint = { ...parents, joint: true };
    const looked = vault(of('a', '陈强'), of('d', null), of('e', '王五'));
    expect(judge(joint, looked, people, ['a'])).toMatchObject({ refusals: [], unverified: [] });
    expect(judge(joint, looked, people, ['d'])).toMatchObject({ refusals: [], unverified: ['lin', 'chen'] });
    expect(codes(joint, looked, people, ['e'])).toEqual(['LICENCE_OF_ANOTHER']);
    expect(codes(joint, looked, people, ['a', 'd'])).toEqual(['LICENCE_OF_ANOTHER']);
  });
});

describe('what a licence has to be', () => {
  const line = {
    ...{ id: 'card:lin', title: { zh: '身份证', en: 'Card' }, documentType: 'card', parties: ['lin'], spec: null },
    ...{ handIn: false, minimumTrust: 'B' as const, maximumAgeDays: 30 },
  };
  const row = (over: object) => ({ materials: [], shared: [], licences: [], ...over });
  const shared = { ...line, material: 'book:lin', documentType: 'book' };
  const found = licenceTerms(
    {
      materials: [line],
      filings: [
        { startsOn: '2026-12-03', rows: [row({ materials: ['card:lin'] })] },
        { startsOn: '2026-12-08', rows: [row({ materials: ['card:lin'] }), row({ shared: [shared] })] },
        {
          startsOn: '2026-12-05',
          rows: [row({ materials: ['card:lin'], shared: [{ ...shared, material: 'card:lin' }] })],
        },
        { startsOn: '2026-12-09', rows: [row({})] },
      ],
    },
    new Set(['book']),
  );

  it('is what its line asks, on the day the last of its matters starts', () => {
    const { id: _id, ...asked } = line;
    expect(found['card:lin']).toEqual({ ...asked, joint: false, neededOn: '2026-12-08' });
  });

  it('is known of what a source may turn out not to have', () => {
    expect(found['book:lin']).toMatchObject({
      documentType: 'book',
      joint: true,
      handIn: false,
      neededOn: '2026-12-08',
    });
  });

  it('counts for what the evidence names, one or several', () => {
    const uses = evidenceUses(
      [
        { material: 'card:lin', licence: 'a' },
        { material: 'book:lin', licences: ['b', 'c', 'b'] },
        { material: 'card:lin', upload: 'u' },
        { material: 'nothing', licence: 'd' },
      ],
      found,
    );
    expect(uses.map(({ ids, at: { path } }) => [ids, path])).toEqual([
      [['a'], ['evidence', '0', 'licence']],
      [
        ['b', 'c'],
        ['evidence', '1', 'licence'],
      ],
    ]);
  });
});
