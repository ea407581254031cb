import { expect, it } from 'vitest';
import { createNameSource } from '../../../subgraphs/journeys/domain/acceptance.ts';
import { takeEvidence } from '../../../subgraphs/journeys/domain/accepted-evidence.ts';
import type { ToldPerson } from '../../../subgraphs/journeys/domain/people.ts';
import {
  isOfCaller,
  type PreviewItem,
  previewed,
  previewPlaces,
  sourcesToRefuse,
} from '../../../subgraphs/journeys/domain/preview.ts';
import type { ProvidedDocument, SharedDocument, SourceAnswer } from '../../../subgraphs/journeys/domain/provision.ts';
import { noon } from './submission-of.ts';

const today = '2026-11-25';
const nameSource = createNameSource([]);
const lin: ToldPerson = {
  ...{ party: 'lin', name: '林晓', bornOn: '1990-01-01', identityNumber: '330381199001011234' },
  numberElement: 'identity-number',
};
const baby: ToldPerson = { ...lin, party: 'baby', name: '陈安', bornOn: '2026-11-05', identityNumber: null };
const bill: SharedDocument = {
  ...{ source: 'hospital', provider: 'health', documentType: 'bill', parties: ['lin'], spec: null },
  ...{ minimumTrust: 'B', maximumAgeDays: 30, material: 'bill:lin', title: { zh: '票据', en: 'Bill' } },
};
const found: ProvidedDocument = {
  ...{ number: 'JS-1', data: null, trust: 'A', issuedOn: '2026-11-20', expiresOn: null },
};
const item = (more: Partial<PreviewItem> = {}, document: Partial<SharedDocument> = {}): PreviewItem => ({
  ...{ id: '1', document: { ...bill, ...document }, matters: ['m'], requirements: ['r'] },
  ...{ outcome: 'FOUND', found, at: 'then', decision: { accepted: true, at: 'then', textVersion: 'hand-over-1' } },
  ...more,
});
const shown = (items: ReadonlyArray<PreviewItem>) => ({
  ...{ lifeEvent: 'newborn', region: '330381000000', people: [lin, baby], applicant: 'lin', items },
});
const event = { lifeEvent: 'newborn', region: '330381000000' };
const no = { accepted: false, at: 'then', textVersion: 'hand-over-1' };

/** What was shown, what is submitted, what is refused, and whether it is taken. */
it.each<[string, PreviewItem, object, ReadonlyArray<string>, boolean]>([
  ['as it was shown', item(), {}, [], true],
  ['for another event', item(), { lifeEvent: 'bereavement' }, ['EVIDENCE_FOR_OTHER_EVENT'], false],
  ['for another region', item(), { region: '530000000000' }, ['EVIDENCE_FOR_OTHER_EVENT'], false],
  ['on the last day on which it serves', item(), { today: '2026-12-20' }, [], true],
  ['too old on the day', item(), { today: '2026-12-21' }, [], false],
  ['expired on the day', item({ found: { ...found, expiresOn: '2026-11-24' } }), {}, [], false],
  ['of too low a grade for the row', item({ found: { ...found, trust: 'C' } }), {}, [], false],
  ['of which nothing was said', item({ decision: null }), {}, [], false],
  ['that was disputed', item({ decision: no }), {}, ['EVIDENCE_DISPUTED'], false],
  ['that was not found', item({ outcome: 'NOT_FOUND', found: null }), {}, [], false],
  ['of another source', item({}, { source: 'archive' }), {}, [], false],
  ['of another spec', item({}, { spec: '副页' }), {}, [], false],
  ['of other parties', item({}, { parties: ['lin', 'baby'] }), {}, [], false],
  ['of somebody renamed', item(), { people: [{ ...lin, name: '林霄' }, baby] }, ['EVIDENCE_OF_ANOTHER'], false],
  [
    'of somebody with another number',
    item(),
    { people: [{ ...lin, identityNumber: 'X' }] },
    ['EVIDENCE_OF_ANOTHER'],
    false,
  ],
  ['of somebody of whom nothing is told any more', item(), { people: [] }, ['EVIDENCE_OF_ANOTHER'], false],
])('what is submitted %s', (_what, each, more, codes, isTaken) => {
  const whose = { people: [lin, baby], applicant: 'lin', nameSource };
  const taking = { ...event, ...whose, filings: [{ rows: [{ shared: [bill] }] }], today };
  const { refusals, provisions } = takeEvidence(shown([each]), { ...taking, ...more });
  expect(refusals.map(({ code }) => code)).toEqual(codes);
  expect(provisions.flat().map(({ material, document }) => [material, document?.number])).toEqual(
    isTaken ? [['bill:lin', 'JS-1']] : [],
  );
});

it('a child of which more is told since is looked for anew, and refused is nobody', () => {
  const record = { ...bill, parties: ['baby'], material: 'record:baby' };
  const unnamed = { ...baby, name: null };
  const taking = {
    ...event,
    people: [lin, baby],
    applicant: 'lin',
    filings: [{ rows: [{ shared: [record] }] }],
    ...{ nameSource, today },
  };
  const before = { ...shown([item({ document: record })]), people: [lin, unnamed] };
  expect(takeEvidence(before, taking)).toEqual({ refusals: [], provisions: [[]] });
});

it.each<[string, SourceAnswer, PreviewItem['outcome'], boolean]>([
  ['what serves', { outcome: 'FOUND', document: found }, 'FOUND', true],
  ['what is too old', { outcome: 'FOUND', document: { ...found, issuedOn: '2026-10-25' } }, 'UNFIT', false],
  ['what has expired', { outcome: 'FOUND', document: { ...found, expiresOn: '2026-11-24' } }, 'UNFIT', false],
  ['nothing', { outcome: 'NOT_FOUND' }, 'NOT_FOUND', false],
  ['several persons', { outcome: 'NOT_MATCHED' }, 'NOT_MATCHED', false],
  ['what it keeps to itself', { outcome: 'REFUSED' }, 'REFUSED', false],
  ['nothing yet', { outcome: 'LATER' }, 'LATER', false],
])('a source that has %s is shown so', (_what, answer, outcome, isShown) => {
  const { found: kept, ...said } = previewed(bill, answer, noon, today);
  expect([said.outcome, kept !== null]).toEqual([outcome, isShown]);
});

it.each<[string, ReadonlyArray<string>, string | null, boolean]>([
  ['who signed in', ['lin'], lin.identityNumber, true],
  ['a child without a number', ['baby'], lin.identityNumber, true],
  ['somebody with a number of their own', ['lin'], '330381198801015678', false],
  ['both', ['baby', 'lin'], '330381198801015678', false],
])('a document of %s', (_who, parties, number, isTheirs) => {
  expect(isOfCaller({ parties }, [lin, baby], number)).toBe(isTheirs);
});

it('one source is asked once for a document, as the strictest of its rows wants it', () => {
  const row = (requirement: string, more: Partial<SharedDocument>) => ({ requirement, shared: [{ ...bill, ...more }] });
  const places = previewPlaces([
    { matter: 'm', rows: [row('r1', { maximumAgeDays: null }), row('r2', { minimumTrust: 'A' })] },
    { matter: 'n', rows: [row('r3', {}), row('r4', { source: 'archive' })] },
  ]);
  expect(places.map(({ document, matters, requirements }) => [document.source, matters, requirements])).toEqual([
    ['hospital', ['m', 'n'], ['r1', 'r2', 'r3']],
    ['archive', ['n'], ['r4']],
  ]);
  expect(places[0]?.document).toMatchObject({ minimumTrust: 'A', maximumAgeDays: 30 });
});

it('sources to plan without are those not consented to and those disputed, each once', () => {
  const of = (source: string, more: Partial<PreviewItem>) => item(more, { source });
  expect(
    sourcesToRefuse([
      of('a', { outcome: 'NOT_ASKED', found: null, decision: null }),
      of('a', { decision: no }),
      of('b', { decision: no }),
      of('c', {}),
      of('d', { outcome: 'REFUSED', found: null, decision: null }),
    ]),
  ).toEqual(['a', 'b']);
});
