import { describe, expect, it } from 'vitest';
import type { IssuedResult } from '../../../subgraphs/journeys/domain/receipts.ts';
import { answersFor, evidenceFor, producedFor } from '../../../subgraphs/journeys/domain/travel.ts';

const issued = (more: Partial<IssuedResult> = {}): IssuedResult => ({
  documentType: 'birth-certificate',
  subject: 'CHILD',
  party: 'an',
  spec: null,
  number: 'Z1',
  issuedAt: '2026-11-25',
  ...more,
});
const { issuedAt: _at, ...travelling } = issued();
const use = { documentType: 'birth-certificate', parties: ['an'], spec: null, filing: 0 };
const from = (...results: ReadonlyArray<IssuedResult>) => [
  { position: 0, results },
  { position: 1, results: [issued({ number: 'of another filing' })] },
];

describe('a result that an earlier filing issued', () => {
  it.each<[string, IssuedResult, boolean]>([
    ['of the type, about the party', issued(), true],
    ['about nobody in particular', issued({ party: null }), true],
    ['about another party', issued({ party: 'ning' }), false],
    ['of another type', issued({ documentType: 'social-security-card' }), false],
    ['of another spec', issued({ spec: '副页' }), false],
  ])('travels on: %s', (_what, result, travels) => {
    const { issuedAt: _issuedAt, ...rest } = result;
    expect(producedFor([use], from(result))).toEqual(travels ? [rest] : []);
  });

  it('travels on from the planned producer alone', () => {
    expect(producedFor([use], from(issued()))).toEqual([travelling]);
    expect(producedFor([{ ...use, filing: 2 }], from(issued()))).toEqual([]);
    expect(producedFor([{ ...use, filing: 1 }], from(issued())).map(({ number }) => number)).toEqual([
      'of another filing',
    ]);
  });

  it('travels on once, however many rows need it', () => {
    expect(producedFor([use, use], from(issued()))).toEqual([travelling]);
    expect(producedFor([{ ...use, parties: ['an', 'ning'] }], from(issued(), issued({ party: 'ning' })))).toHaveLength(
      2,
    );
  });
});

describe('what a filing takes along', () => {
  it('of the evidence is what was supplied for its own rows', () => {
    const rows = [
      { requirement: 'r1', fate: 'KEPT', materials: ['card', 'deed'], sources: [], shared: [], licences: [] },
      { requirement: 'r2', fate: 'SHARED', materials: [], sources: ['police'], shared: [], licences: [] },
    ];
    const card = { material: 'card', licence: 'E-1' };
    expect(evidenceFor(rows, [card, { material: 'passport', licence: 'E-2' }], [], {})).toEqual([
      { requirement: 'r1', fate: 'KEPT', sources: [], materials: [card] },
      { requirement: 'r2', fate: 'SHARED', sources: ['police'], materials: [] },
    ]);
  });

  it('of licences what was looked up for its own rows, of the list and beside it', () => {
    const looked = (licence: string) => ({
      ...{ documentType: 'card', parties: ['lin'], spec: null, licence, issuer: 'police', number: licence },
      ...{ data: null, trust: 'A' as const, issuedOn: '2026-01-01', expiresOn: null, providedAt: 'then' },
    });
    const rows = [
      { requirement: 'r1', fate: 'KEPT', materials: ['card'], sources: [], shared: [], licences: [] },
      {
        ...{ requirement: 'r2', fate: 'SHARED', materials: [], sources: [], shared: [] },
        licences: [{ licence: 'b', parties: ['lin'] }],
      },
    ];
    const licences = { a: looked('a'), b: looked('b'), c: looked('c') };
    const [first, second] = evidenceFor(rows, [{ material: 'card', licence: 'a' }], [], licences);
    expect([first?.documents, second?.documents]).toEqual([[looked('a')], [looked('b')]]);
  });

  it('of the answers is what its conditions name', () => {
    const answers = [
      { question: 'married', value: false },
      { question: 'income', value: 3 },
    ];
    expect(answersFor(['married', 'unanswered'], answers)).toEqual({ married: false });
  });
});
