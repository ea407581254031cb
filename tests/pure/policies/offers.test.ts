import { describe, expect, it } from 'vitest';
import type { Question } from '../../../subgraphs/language/conditions.ts';
import type { HeldLicence, KnownPerson } from '../../../subgraphs/language/held-licence.ts';
import { type Happened, standingOn } from '../../../subgraphs/policies/domain/events.ts';
import {
  inquiriesOf,
  inquiryKey,
  type OfferParts,
  offersOf,
  type UnderWay,
} from '../../../subgraphs/policies/domain/offers.ts';
import { consentTexts, consentTextVersion } from '../../../subgraphs/policies/domain/reasons.ts';
import type { OfferedPolicy } from '../../../subgraphs/policies/domain/rules.ts';
import { situationOf } from '../../../subgraphs/policies/domain/situation.ts';
import type { Known } from '../../../subgraphs/policies/domain/tellers.ts';

const text = { zh: '文', en: 'text' };
const question = (code: string, kind: Question['kind'], options: ReadonlyArray<string> = []): [string, Question] => [
  code,
  { code, kind, text, options: options.map((each) => ({ code: each, text })) },
];
const questions = new Map([
  question('born', 'DATE'),
  question('sex', 'CHOICE', ['man']),
  question('poor', 'BOOLEAN'),
  question('carded', 'BOOLEAN'),
]);
const caller: KnownPerson = { name: '林静', identityNumber: '330381199505050022', bornOn: null };
const child: KnownPerson = { name: '陈安', identityNumber: null, bornOn: '2023-05-10' };
const licence = (documentType: string, holder: KnownPerson, more: Partial<HeldLicence> = {}): HeldLicence => ({
  ...{
    id: `${documentType} ${holder.name}`,
    documentType,
    spec: null,
    number: '1',
    data: null,
    holder,
    issuer: 'health',
  },
  ...{ matter: 'M1', issuedOn: '2023-05-12', expiresOn: null, trust: 'A', consumable: false, purpose: null, ...more },
});
const forChildren: OfferedPolicy = {
  ...{ code: 'kindergarten', name: text, region: '33', regions: ['33'], validFrom: '2026-01-01', validTo: null },
  legalBasis: { title: 'law', article: null, documentNumber: null },
  about: { documentType: 'birth', role: 'STUDENT' },
  applicant: 'GUARDIAN',
  facts: [
    {
      question: 'born',
      tellers: [{ place: 'VAULT', documentType: 'birth', tells: 'BORN_ON', field: null, answers: null }],
    },
  ],
  condition: { question: 'born', elapsed: { atLeast: { years: 3 }, atMost: { years: 5 } } },
  ...{ why: text, benefit: { text, amountFen: null }, leadsTo: { event: 'entry' } },
  had: [{ documentType: 'admission', matter: 'K' }],
  carries: {
    questions: ['born'],
    fields: [
      { element: 'name', subject: 'STUDENT' },
      { element: 'birth-date', subject: 'GUARDIAN' },
    ],
  },
};
const { about: _about, ...rest } = forChildren;
const forCaller: OfferedPolicy = {
  ...rest,
  about: null,
  facts: [{ question: 'born', tellers: [{ place: 'IDENTITY', part: 'birth-date', answers: null }] }],
  condition: { question: 'born', elapsed: { atLeast: { years: 18 } } },
};
const places = ['VAULT', 'IDENTITY'];
function parts(more: Partial<OfferParts> = {}, known: Partial<Known> = {}): OfferParts {
  return {
    known: {
      agreed: new Set(places),
      caller,
      licences: [licence('birth', child)],
      provided: () => undefined,
      ...known,
    },
    ...{ underWay: [], declined: new Set(), questions, today: '2026-11-27', idOf: (...of) => of.join('/'), ...more },
  };
}
const offered = (policy: OfferedPolicy, given: OfferParts = parts()) => offersOf([policy], given);
const names = (policy: OfferedPolicy, given?: OfferParts) =>
  offered(policy, given).map(({ subject }) => subject.person.name);

describe('an offer', () => {
  it('is made where everything that decides is known and holds, with who told it, and until when', () => {
    const [offer, ...others] = offered(forChildren);
    expect(others).toEqual([]);
    expect(offer).toMatchObject({
      id: 'kindergarten.kindergarten/person 陈安 2023-05-10',
      subject: { person: child, isCaller: false },
      because: [{ question: 'born', value: '2023-05-10', teller: { place: 'VAULT' }, licence: { id: 'birth 陈安' } }],
      lastDay: '2028-05-10',
    });
  });

  it.each([
    ['2026-05-09', []],
    ['2026-05-10', ['陈安']],
    ['2028-05-10', ['陈安']],
    ['2028-05-11', []],
  ])('is judged on the day alone: on %s', (today, found) => {
    expect(names(forChildren, parts({ today }))).toEqual(found);
  });

  it.each([
    [{ validTo: '2026-11-27' }, []],
    [{ validTo: '2026-11-28' }, ['陈安']],
    [{ validFrom: '2026-11-28' }, []],
    [{ validFrom: '2026-11-27' }, ['陈安']],
  ])('is made only while its policy holds: %o', (change, found) => {
    expect(names({ ...forChildren, ...change })).toEqual(found);
  });

  it('ends with its policy, with a licence that it rests on, or when its condition ends: whatever is first', () => {
    const last = (change: Partial<OfferedPolicy>, held: Partial<HeldLicence> = {}) =>
      offered({ ...forChildren, ...change }, parts({}, { licences: [licence('birth', child, held)] }))[0]?.lastDay;
    expect(last({ validTo: '2027-01-01' })).toBe('2026-12-31');
    expect(last({}, { expiresOn: '2027-03-01' })).toBe('2027-03-01');
    expect(last({ validTo: '2030-01-01' }, { expiresOn: '2029-03-01' })).toBe('2028-05-10');
    expect(last({ condition: { question: 'born', elapsed: { atLeast: { years: 3 } } } })).toBeNull();
    const not = { not: { question: 'born', elapsed: { atLeast: { years: 4 } } } };
    expect(last({ condition: not })).toBe('2027-05-09');
    // One end that another part of the condition outlives is none.
    expect(
      last({
        condition: { any: [forChildren.condition, { not: { question: 'born', elapsed: { atMost: { years: 4 } } } }] },
      }),
    ).toBeNull();
  });

  it('is made for each child once, however many licences tell of it', () => {
    const twin = { ...child, name: '陈宁' };
    const licences = [
      licence('birth', child),
      licence('birth', child, { id: 'second page', spec: '副页' }),
      licence('birth', twin),
      licence('birth', { name: null, identityNumber: null, bornOn: '2023-05-10' }, { id: 'nobody' }),
    ];
    expect(names(forChildren, parts({}, { licences }))).toEqual(['陈安', '陈宁', null]);
    const ids = offered(forChildren, parts({}, { licences })).map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
  });
});

describe('nobody is offered', () => {
  it('anything without a consent to the vault, nor by a fact that nobody agreed to have looked at', () => {
    const agreeing = (...agreed: string[]) => parts({}, { agreed: new Set(agreed) });
    expect(names(forCaller, agreeing('IDENTITY'))).toEqual([]);
    expect(names(forCaller, agreeing('VAULT'))).toEqual([]);
    expect(names(forCaller, agreeing('VAULT', 'IDENTITY'))).toEqual(['林静']);
    expect(names(forChildren, agreeing('VAULT'))).toEqual(['陈安']);
    expect(names(forChildren, agreeing('IDENTITY'))).toEqual([]);
  });

  it('what is not known for certain', () => {
    const born = [licence('birth', { ...child, bornOn: null })];
    expect(names(forChildren, parts({}, { licences: born }))).toEqual([]);
    expect(names(forCaller, parts({}, { caller: { ...caller, identityNumber: null } }))).toEqual([]);
  });

  it('what they have: a licence of the same person, of that matter', () => {
    const having = (...more: HeldLicence[]) => parts({}, { licences: [licence('birth', child), ...more] });
    expect(names(forChildren, having(licence('admission', child, { matter: 'K' })))).toEqual([]);
    expect(names(forChildren, having(licence('admission', child, { matter: 'S' })))).toEqual(['陈安']);
    expect(names(forChildren, having(licence('admission', { ...child, name: '陈宁' }, { matter: 'K' })))).toEqual([
      '陈安',
    ]);
    const any: OfferedPolicy = { ...forChildren, had: [{ documentType: 'admission', matter: null }] };
    expect(names(any, having(licence('admission', child, { matter: 'S' })))).toEqual([]);
    // Of the caller what tells of nobody counts as theirs.
    expect(names(forCaller, having(licence('admission', caller, { matter: 'K' })))).toEqual([]);
    const nobody = { name: null, identityNumber: null, bornOn: null };
    expect(names(forCaller, having(licence('admission', nobody, { matter: 'K' })))).toEqual([]);
    expect(names(forCaller, having(licence('admission', child, { matter: 'K' })))).toEqual(['林静']);
  });

  it('what is being done for them already', () => {
    const doing = (change: Partial<UnderWay>) =>
      parts({ underWay: [{ lifeEvent: 'entry', matters: ['K'], people: [caller, child], ...change }] });
    expect(names(forChildren, doing({}))).toEqual([]);
    expect(names(forChildren, doing({ people: [caller, { ...child, bornOn: null }] }))).toEqual([]);
    expect(names(forChildren, doing({ people: [caller, { ...child, name: '陈宁' }] }))).toEqual(['陈安']);
    expect(names(forChildren, doing({ lifeEvent: 'other' }))).toEqual(['陈安']);
    expect(names(forCaller, doing({ people: [] }))).toEqual([]);
    const toMatter: OfferedPolicy = { ...forChildren, leadsTo: { matter: 'K' } };
    expect(names(toMatter, doing({ lifeEvent: 'other' }))).toEqual([]);
    expect(names(toMatter, doing({ matters: ['L'] }))).toEqual(['陈安']);
  });

  it('what they refused, and it alone', () => {
    const [offer] = offered(forChildren);
    const declined = new Set([offer?.id ?? '']);
    const twin = licence('birth', { ...child, name: '陈宁' });
    expect(names(forChildren, parts({ declined }, { licences: [licence('birth', child), twin] }))).toEqual(['陈宁']);
    // A number that a later licence tells makes the child no other.
    const numbered = licence('birth', { ...child, identityNumber: '330381202305100021' });
    expect(names(forChildren, parts({ declined }, { licences: [numbered] }))).toEqual([]);
  });
});

describe('who tells a fact', () => {
  const of = (facts: OfferedPolicy['facts'], condition: OfferedPolicy['condition']): OfferedPolicy => ({
    ...forCaller,
    facts,
    condition,
  });
  const poor = of(
    [
      {
        question: 'poor',
        tellers: [{ place: 'SOURCE', source: 's', documentType: 'd', field: 'state', answers: { 是: true } }],
      },
    ],
    { question: 'poor', equals: true },
  );
  const agreed = new Set([...places, 'SOURCE s']);

  it('is asked of a source only where that was agreed to, once, and what it says is an answer or nothing', () => {
    const asked = (known: Partial<Known>, most = 9) =>
      inquiriesOf([poor, { ...poor, code: 'other' }], parts({}, known), most).map(({ source, policy }) => [
        source,
        policy,
      ]);
    expect(asked({ agreed })).toEqual([['s', 'kindergarten']]);
    expect(asked({ agreed }, 0)).toEqual([]);
    expect(asked({})).toEqual([]);
    expect(asked({ agreed: new Set(['SOURCE s']) })).toEqual([]);
    const saying = (state: unknown) =>
      names(
        poor,
        parts(
          {},
          {
            agreed,
            provided: (inquiry) =>
              inquiryKey(inquiry) === inquiryKey({ source: 's', documentType: 'd', person: caller })
                ? { state }
                : undefined,
          },
        ),
      );
    expect(saying('是')).toEqual(['林静']);
    for (const state of ['否', undefined, 'constructor']) expect(saying(state)).toEqual([]);
  });

  it('is not asked of a source where another told it, nor about who has it', () => {
    const both = of(
      [
        {
          question: 'born',
          tellers: [
            { place: 'IDENTITY', part: 'birth-date', answers: null },
            { place: 'SOURCE', source: 's', documentType: 'd', field: 'born', answers: null },
          ],
        },
      ],
      forCaller.condition,
    );
    expect(inquiriesOf([both], parts({}, { agreed }), 9)).toEqual([]);
    const unsaid = { ...caller, identityNumber: null };
    expect(inquiriesOf([both], parts({}, { agreed, caller: unsaid }), 9)).toHaveLength(1);
    const having = [licence('admission', caller, { matter: 'K' })];
    expect(inquiriesOf([poor], parts({}, { agreed, licences: having }), 9)).toEqual([]);
    expect(inquiriesOf([{ ...poor, validTo: '2026-11-27' }], parts({}, { agreed }), 9)).toEqual([]);
  });

  it('a licence that is not in the vault says nothing: it may be held all the same', () => {
    const carded = (
      tells: 'HELD' | 'ISSUED_ON' | 'EXPIRES_ON',
      held: ReadonlyArray<HeldLicence>,
      equals: boolean | string,
    ) => {
      const code = tells === 'HELD' ? 'carded' : 'born';
      const tellers = [{ place: 'VAULT' as const, documentType: 'card', tells, field: null, answers: null }];
      return names(of([{ question: code, tellers }], { question: code, equals }), parts({}, { licences: held }));
    };
    const own = licence('card', caller, { issuedOn: '2024-01-01', expiresOn: '2034-01-01' });
    expect(carded('HELD', [own], true)).toEqual(['林静']);
    expect(carded('HELD', [licence('card', child)], true)).toEqual([]);
    for (const equals of [true, false]) expect(carded('HELD', [], equals)).toEqual([]);
    expect(carded('ISSUED_ON', [own], '2024-01-01')).toEqual(['林静']);
    expect(carded('EXPIRES_ON', [own], '2034-01-01')).toEqual(['林静']);
    expect(carded('EXPIRES_ON', [{ ...own, expiresOn: null }], '2034-01-01')).toEqual([]);
  });

  it('an entry of a licence, by the answers that are listed, of the newest', () => {
    const sex = of(
      [
        {
          question: 'sex',
          tellers: [{ place: 'VAULT', documentType: 'card', tells: 'FIELD', field: 'sex', answers: { 男: 'man' } }],
        },
      ],
      { question: 'sex', equals: 'man' },
    );
    const card = (data: unknown, id = 'c') => licence('card', caller, { data, id });
    const having = (...licences: HeldLicence[]) => names(sex, parts({}, { licences }));
    expect(having(card({ sex: '男' }))).toEqual(['林静']);
    expect(having(card({ sex: '女' }))).toEqual([]);
    expect(having(card(null))).toEqual([]);
    expect(having(card({ sex: '女' }), card({ sex: '男' }, 'older'))).toEqual([]);
  });
});

describe('what a plan is filled with', () => {
  it('is what the event asks of what is known, and who is who', () => {
    const [offer] = offered(forChildren);
    expect(offer && situationOf(offer, caller)).toEqual({
      answers: [{ question: 'born', value: '2023-05-10' }],
      parties: [
        { id: 'applicant', roles: ['GUARDIAN'], name: '林静' },
        { id: 'subject', roles: ['STUDENT'], name: '陈安' },
      ],
      facts: [
        { party: 'applicant', field: 'birth-date', value: '1995-05-05' },
        { party: 'subject', field: 'name', value: '陈安' },
      ],
    });
    const asksNothing = { ...forCaller, carries: { questions: [], fields: [] } };
    const [own] = offered(asksNothing);
    expect(own && situationOf(own, caller)).toEqual({
      answers: [],
      parties: [{ id: 'applicant', roles: ['GUARDIAN'], name: '林静' }],
      facts: [],
    });
  });
});

describe('what somebody said', () => {
  const agreed = (until: string, ...all: string[]): Happened => ({
    at: '2026-01-01T00:00:00.000Z',
    event: { kind: 'AGREED', places: all, textVersion: '1', until },
  });
  const withdrawn = (...all: string[]): Happened => ({
    at: '2026-02-01T00:00:00.000Z',
    event: { kind: 'WITHDRAWN', places: all },
  });
  const stands = (events: ReadonlyArray<Happened>, day: string) => [...standingOn(events, day).agreed.keys()];

  it('stands until it is taken back or its time is over, place by place, and may be said again', () => {
    const events = [agreed('2027-01-01', 'VAULT', 'IDENTITY'), withdrawn('IDENTITY')];
    expect(stands(events, '2026-12-31')).toEqual(['VAULT']);
    expect(stands(events, '2027-01-01')).toEqual([]);
    expect(stands([...events, agreed('2028-01-01', 'IDENTITY')], '2027-06-01')).toEqual(['IDENTITY']);
    const declined: Happened = { at: '2026-03-01T00:00:00.000Z', event: { kind: 'DECLINED', offer: 'o' } };
    expect([...standingOn([declined], '2030-01-01').declined]).toEqual(['o']);
  });

  it('has a text of each kind of place, in the version that is agreed to now', () => {
    expect(Object.keys(consentTexts[consentTextVersion] ?? {}).sort()).toEqual(['IDENTITY', 'SOURCE', 'VAULT']);
  });
});
