import { describe, expect, it } from 'vitest';
import { readProblems } from '../../schema/problems.ts';
import { newbornAnswers, newbornForm, newbornParties } from '../../scripts/newborn-example.ts';
import {
  consentRefusals,
  createNameSource,
  evidenceRefusals,
  planRefusals,
} from '../../subgraphs/journeys/domain/acceptance.ts';
import { takeEvidence } from '../../subgraphs/journeys/domain/accepted-evidence.ts';
import { judgeLicences, type LicenceTerms } from '../../subgraphs/journeys/domain/licence-use.ts';
import { peopleOf } from '../../subgraphs/journeys/domain/people.ts';
import { notTaken, paymentNotTaken } from '../../subgraphs/journeys/domain/reasons.ts';
import type { IssuedResult } from '../../subgraphs/journeys/domain/receipts.ts';
import { type Issued, resultRefusals } from '../../subgraphs/journeys/domain/results.ts';
import { twiceRefusals } from '../../subgraphs/journeys/domain/same-person.ts';
import { createCheckForm, titleAt } from '../../subgraphs/journeys/form.ts';
import { problem } from '../../subgraphs/language/problems.ts';
import { buildPlan } from '../../subgraphs/planning/index.ts';
import type { Plan, PlanInput, Problem, Situation } from '../../subgraphs/planning/types.ts';
import { answersOf, catalogue, inputFor, inputFrom } from './planning/catalogue-input.ts';
import { withFlexibleEmployment } from './planning/flexible-employment/catalogue.ts';

const region = '330381000000';
const rows = readProblems();
const toStaff = rows.filter(({ acts, told }) => acts === 'staff' && told.includes('submission'));
const toCitizens = rows.filter(({ acts, told }) => acts === 'citizen' && !told.includes('gateway'));

/** Every code of the catalogue, and the ids that the client gave to parties. */
const codes = new Set<string>(['lin', 'chen', 'baby', 'kid-2', ...catalogue.departments.keys()]);
for (const { content } of catalogue.publication.lifeEvents) {
  const { questions, roles, documentTypes, members } = content.basis;
  for (const { code, options } of questions)
    for (const each of [code, ...options.map((one) => one.code)]) codes.add(each);
  for (const { code } of roles) codes.add(code);
  for (const { code, sources } of documentTypes)
    for (const each of [code, ...sources.map((one) => one.code)]) codes.add(each);
  for (const { matter } of members) codes.add(matter);
}
for (const matters of catalogue.departments.values())
  for (const { content } of matters) for (const { code } of content.formFields) codes.add(code);

/** In Chinese a code stands out; an English sentence may hold the word that a code is too, but for those with a line or a capital in them. */
function codesIn({ zh, en }: Problem['message']): ReadonlyArray<string> {
  const words = (text: string) => text.match(/\$?[A-Za-z0-9][\w-]*/g) ?? [];
  return [...words(zh), ...words(en).filter((word) => /[-_]|^[A-Z]+$|\d{6}/.test(word))].filter((word) =>
    codes.has(word),
  );
}

const newborn = (
  situation: Partial<Situation> = {},
  change: (input: PlanInput) => PlanInput = (input) => input,
): Plan =>
  buildPlan(change(inputFor('newborn', region, { answers: newbornAnswers, parties: newbornParties, ...situation })));
const plan = newborn();
const { basis } = inputFor('newborn', region);
const nameSource = createNameSource(basis.documentTypes);
const answering = (values: Readonly<Record<string, unknown>>): Situation['answers'] => [
  ...newbornAnswers.filter(({ question }) => !(question in values)),
  ...answersOf(values),
];
/** Two matters of one group, both or neither of which hold. */
const grouped = (choose: 'AT_MOST_ONE' | 'EXACTLY_ONE', holds: boolean) =>
  newborn({}, (input) => ({
    ...input,
    basis: {
      ...input.basis,
      groups: [
        {
          ...{ code: 'g', choose, reasons: { zh: '只能办理一项。', en: 'One alone.' } },
          legalBasis: { title: '某条例', article: null, documentNumber: null },
        },
      ],
      members: input.basis.members.map((member, index) =>
        index > 1 ? member : { ...member, exclusiveGroup: 'g', condition: { question: 'married', equals: holds } },
      ),
    },
  }));
const check = createCheckForm(() => Date.parse('2026-11-26T04:00:00Z'));
const form = (values: Readonly<Record<string, Readonly<Record<string, unknown>>>>) =>
  check(plan.form.schema, {
    ...newbornForm,
    ...Object.fromEntries(Object.entries(values).map(([party, own]) => [party, { ...newbornForm[party], ...own }])),
  });
const enterprise = buildPlan(inputFor('company-change', region));
const twins = { ...newbornForm, 'kid-2': newbornForm.baby };
const people = peopleOf({ properties: { ...(plan.form.schema.properties as object), 'kid-2': {} } }, twins as never);

const shared = plan.filings.flatMap(({ rows: met }) => met.flatMap((row) => row.shared));
const shown = (accepted: boolean, whose: typeof people) =>
  takeEvidence(
    {
      ...{ lifeEvent: 'newborn', region, people: whose, applicant: 'lin' },
      items: shared.map((document, index) => ({
        ...{ id: String(index), document, matters: [], requirements: [], outcome: 'FOUND' as const, at: '2026-11-26' },
        found: { number: '1', trust: 'A', issuedOn: null, expiresOn: null, data: {}, file: null } as never,
        decision: { accepted, at: '2026-11-26', textVersion: '1' },
      })),
    },
    {
      ...{ lifeEvent: 'newborn', region, people, applicant: 'lin', today: '2026-11-26' },
      ...{ filings: plan.filings, nameSource },
    },
  ).refusals;
const [line] = plan.materials;
const material = line?.id ?? '';
const licence = {
  ...{
    id: 'l',
    documentType: 'card',
    spec: null,
    number: '1',
    data: null,
    issuer: 'tax',
    matter: null,
    consumable: true,
  },
  ...{ holder: { name: '别人', identityNumber: null, bornOn: '2000-01-01' }, issuedOn: '2000-01-01' },
  ...{ expiresOn: '2001-01-01', trust: 'D' as const, purpose: 'p' },
};
const licenceFor = (over: Partial<LicenceTerms>) =>
  judgeLicences(
    [
      {
        ...{ at: { path: ['evidence', '0', 'licence'], material }, ids: ['l'] },
        terms: {
          ...{ title: line?.title ?? { zh: '', en: '' }, documentType: 'card', spec: null, parties: ['lin'] },
          ...{ joint: false, handIn: false, minimumTrust: 'A', maximumAgeDays: 3, neededOn: '2026-12-01', ...over },
        },
      },
    ],
    new Map([['l', over.minimumTrust === 'D' ? { ...licence, expiresOn: null, purpose: null } : licence]]),
    people,
    { at: '', purposes: [] },
  ).refusals;
const picture = { contentType: 'image/png', bytes: 1, pixels: { width: 1, height: 1 } };
const file = new Map([['u', { sha256: 'x', ...picture }]]);
const two = { least: 2, most: 2 };
const photo = {
  ...{ width: two, height: two, background: 'WHITE' as const, kib: two, printWidthMm: two, printHeightMm: two },
};
const nothingAsked = { taken: {}, photos: {} };

const types = new Map(basis.documentTypes.map(({ code, name }) => [code, name]));
/** As a submission keeps what its matters issue. */
const terms = plan.filings.map(({ issues, consumes }) => ({
  ...{ consumes, payment: 'NONE' as const, correctionPeriod: null, rows: [] },
  issues: issues.map((each) => ({ ...each, title: types.get(each.documentType), numberFormat: null }) as Issued),
}));
const producer = terms.findIndex((_each, position) =>
  terms.some(({ consumes }) => consumes.some(({ filing }) => filing === position)),
);
const results = (terms[producer]?.issues ?? []).flatMap(({ documentType, subject, spec, parties }) =>
  parties.map((party) => ({ documentType, subject, spec, party, number: '1', issuedAt: '2026-11-26T04:00:00Z' })),
);
const [result] = results as [IssuedResult, ...IssuedResult[]];
const judged = (...issued: ReadonlyArray<IssuedResult>) =>
  resultRefusals(terms, producer, issued, Date.parse('2026-11-26T04:00:00Z'));

/** What staff are told of results that do not hold. */
const wrongToStaff: ReadonlyArray<Pick<Problem, 'code' | 'message'>> = [
  judged(),
  judged(...results, { ...result, documentType: 'a-code_of-theirs' }),
  judged({ ...result, party: 'kid-2' }, ...results.slice(1)),
  judged({ ...result, number: ' ' }, ...results.slice(1)),
  judged(...results, result),
].flat();
/** What citizens are told where another system's word is all that is known. */
const theirWords = ['E_7731', 'MATTER_NOT_FOUND', 'ACCOUNT_CLOSED', 'tax-payment', 'constructor'];

/** Wrong input, and what is said to it. */
const wrong: ReadonlyArray<Pick<Problem, 'code' | 'message'>> = [
  newborn({ facts: [{ party: 'baby', field: 'birth-date', value: '2026-02-30' }] }).problems,
  newborn({ facts: [{ party: 'baby', field: 'birth-date', value: '2020-01-01' }] }).problems,
  newborn({ answers: answering({ married: 'x' }) }).problems,
  newborn({ answers: answering({ household: 'x' }) }).problems,
  newborn({ answers: [...newbornAnswers, { question: 'married', value: false }] }).problems,
  newborn({ answers: answering({ 'born-abroad': true, 'settled-at-hospital': true }) }).problems,
  newborn({ answers: answering({ married: false }) }).problems,
  newborn({ held: [{ documentType: 'resident-identity-card', trust: 'D', issuedOn: '2026-02-30' }] }).problems,
  buildPlan(inputFor('retirement', region, { answers: answersOf({ 'born-on': 'x', 'contribution-months': 'x' }) }))
    .problems,
  ...['AT_MOST_ONE', 'EXACTLY_ONE'].map(
    (choose) => grouped(choose as 'AT_MOST_ONE', choose === 'AT_MOST_ONE').problems,
  ),
  buildPlan(
    inputFrom(withFlexibleEmployment(), 'flexible-employment', region, {
      answers: answersOf({ 'born-on': '1964-05-06', 'pension-insured': 'none', 'wants-subsidy': false }),
    }),
  ).problems,
  planRefusals(newborn({ answers: [] }), basis, ''),
  consentRefusals(plan, [], nameSource),
  evidenceRefusals(plan, [], new Map(), nothingAsked),
  evidenceRefusals(plan, [{ material, later: true }], new Map(), nothingAsked),
  evidenceRefusals(plan, [{ material, upload: 'u' }], file, {
    taken: { [material]: ['image/jpeg'] },
    photos: { [material]: photo },
  }),
  shown(false, people),
  shown(
    true,
    people.map((person) => ({ ...person, name: '别人', identityNumber: '330381198807070024' })),
  ),
  form({ baby: { sex: 'x', 'birth-weight': 'x' }, lin: { 'identity-number': '1', name: '' } }),
  form({ lin: { 'marital-status': '未婚' } }),
  check(plan.form.schema, {}),
  check(enterprise.form.schema, {
    ENTERPRISE: { 'credit-code': '1' },
  }),
  licenceFor({}),
  licenceFor({ handIn: true }),
  licenceFor({ documentType: 'other' }),
  licenceFor({ minimumTrust: 'D', maximumAgeDays: null }),
  // A day, and nothing else, is filled in.
  [problem('NO_SHOWS_BARRED', { until: '2026-12-01' })],
  twiceRefusals(people, (party) => titleAt(plan.form.schema, [party === 'kid-2' ? 'baby' : party])),
].flat();

describe('a sentence to a citizen', () => {
  it('holds no name of the API', () => {
    for (const { id, zh, en } of toCitizens) {
      const text = `${zh.what}${zh.do} ${en.what} ${en.do}`.replaceAll(/\{\w+\}/g, '');
      expect(text.match(/\b[a-z]+[A-Z]\w*|\b[A-Z]+_[A-Z]+\b/g), id).toBeNull();
    }
  });

  it('holds no code of the catalogue and no id, whatever is sent', () => {
    for (const { code, message } of wrong) expect(codesIn(message), `${code} ${message.zh} ${message.en}`).toEqual([]);
  });

  it('holds no code of another system, whatever that refuses by', () => {
    for (const code of theirWords)
      for (const { zh, en } of [paymentNotTaken(code), notTaken({ zh: '税务局', en: 'Tax' }, code)])
        expect(`${zh} ${en}`).not.toMatch(/\w_\w|[A-Z]{2}|tax-|constructor|undefined|\{|（）|\(\)/);
  });

  it('was looked at for every sentence that something is filled into', () => {
    const counted = ['most', 'megabytes', 'pages', 'pixels', 'side', 'seconds', 'types', 'receiptNumber'];
    const filled = toCitizens.filter(({ slots }) => slots.some((slot) => !counted.includes(slot)));
    const raised = new Set(wrong.map(({ code }) => code));
    expect(filled.filter(({ code }) => !raised.has(code)).map(({ id }) => id)).toEqual([]);
  });
});

describe('a sentence to staff', () => {
  it('holds no code and no id, whatever their system issued', () => {
    for (const { code, message } of wrongToStaff)
      expect([...codesIn(message), ...`${message.zh}${message.en}`.matchAll(/a-code_of|kid-2/g)], code).toEqual([]);
  });

  it('was looked at for every sentence that something is filled into', () => {
    const filled = toStaff
      .filter(({ slots }) => slots.length > 0)
      .map(({ zh }) => zh.what.replaceAll(/\{\w+\}/g, '.+'));
    expect(filled.length).toBeGreaterThan(4);
    for (const pattern of filled)
      expect(
        wrongToStaff.filter(({ message }) => new RegExp(pattern).test(message.zh)),
        pattern,
      ).not.toEqual([]);
  });
});
