import { describe, expect, it } from 'vitest';
import { dueCalls, heldBack, lookAt } from '../../../subgraphs/journeys/domain/calls.ts';
import {
  attemptsAtSource,
  documentsNeeded,
  isFit,
  type ProvidedDocument,
  type SharedDocument,
  type SourceAnswer,
} from '../../../subgraphs/journeys/domain/provision.ts';
import { step } from '../../../subgraphs/journeys/domain/step.ts';
import type { Filing, ProvideCommand, Submission } from '../../../subgraphs/journeys/domain/submission.ts';
import { evidenceFor } from '../../../subgraphs/journeys/domain/travel.ts';
import { filing, moment, noon, receipt, submission, worker } from './submission-of.ts';

const shared = (material: string, more: Partial<SharedDocument> = {}): SharedDocument => ({
  ...{ source: 'hospital', provider: 'd0', documentType: material, parties: ['lin'], spec: null },
  ...{ minimumTrust: 'B', maximumAgeDays: null, material, title: { zh: material, en: material } },
  ...more,
});
const [record, bill] = [shared('record'), shared('bill', { maximumAgeDays: 30 })];
const document = (more: Partial<ProvidedDocument> = {}): ProvidedDocument => ({
  ...{ number: 'N-1', data: { total: 3 }, trust: 'A', issuedOn: '2026-11-01', expiresOn: null },
  ...more,
});
const found: SourceAnswer = { outcome: 'FOUND', document: document() };

/** The first filing needs both of a source, the second waits for it and needs one. */
function wanting(first: Partial<Filing> = {}, second: Partial<Filing> = {}): Submission {
  const before = submission([filing(0, 'WAITING', first), filing(1, 'WAITING', { after: [0], ...second })]);
  const filings = [[record, bill], [bill]].map((each) => ({
    issues: null,
    consumes: [],
    payment: null,
    correctionPeriod: null,
    rows: [{ shared: each }],
  }));
  return { ...before, terms: { ...before.terms, filings } };
}
const asked = (of: Submission, position = 0): ProvideCommand =>
  dueCalls(of, noon).find(
    (command): command is ProvideCommand => command.kind === 'PROVIDE' && command.filing === `f${position}`,
  ) as ProvideCommand;
const answer = (of: Submission, ...answers: SourceAnswer[]) =>
  step(of, { kind: 'PROVIDED', command: asked(of), worker, answers }, moment);
const first = ({ submission: { filings } }: { submission: Submission }): Filing => filings[0] as Filing;

describe('what sources are asked for', () => {
  it('is asked for before anything is handed over, also for filings that wait', () => {
    expect(dueCalls(wanting(), noon)).toEqual([
      { kind: 'PROVIDE', filing: 'f0', documents: [record, bill] },
      { kind: 'PROVIDE', filing: 'f1', documents: [bill] },
    ]);
  });

  it('is asked for of no filing that can never begin', () => {
    const refused = wanting({ state: 'REFUSED' });
    expect(dueCalls(refused, noon)).toEqual([]);
    expect(lookAt(refused, noon)).toBeNull();
  });

  it('is asked for once where two rows need it, as the stricter wants it', () => {
    const rows = [
      { shared: [shared('bill', { minimumTrust: 'C', maximumAgeDays: 90 })] },
      { shared: [shared('bill', { minimumTrust: 'D', maximumAgeDays: null })] },
      { shared: [shared('bill', { minimumTrust: 'B', maximumAgeDays: 180 })] },
    ];
    expect(documentsNeeded(rows)).toEqual([shared('bill', { minimumTrust: 'B', maximumAgeDays: 90 })]);
  });
});

describe('an answer of sources', () => {
  it('that brings everything lets the filing be handed over', () => {
    const after = answer(wanting(), found, found);
    expect(first(after)).toMatchObject({ state: 'WAITING', attempts: 0, retryAt: null });
    expect(first(after).provisions.map(({ outcome, document: kept }) => [outcome, kept?.number])).toEqual([
      ['FOUND', 'N-1'],
      ['FOUND', 'N-1'],
    ]);
    expect(dueCalls(after.submission, noon)[0]).toMatchObject({ kind: 'HAND_OVER', filing: 'f0' });
  });

  it.each(['NOT_FOUND', 'NOT_MATCHED', 'REFUSED'] as const)(
    '%s asks the citizen for that document alone',
    (outcome) => {
      const after = answer(wanting(), found, { outcome });
      expect(first(after)).toMatchObject({ state: 'NEEDS_CORRECTION', retryAt: null });
      expect(first(after).corrections.map(({ material }) => material)).toEqual(['bill']);
      expect(after.submission.filings[1]).toMatchObject({ state: 'WAITING', corrections: [] });
      expect(after.submission.state).toBe('NEEDS_CORRECTION');
      expect(dueCalls(after.submission, noon).map(({ kind, filing: of }) => [kind, of])).toEqual([['PROVIDE', 'f1']]);
    },
  );

  it('LATER is asked again for what is missing, and what came is kept', () => {
    const after = answer(wanting(), found, { outcome: 'LATER' });
    expect(first(after)).toMatchObject({ state: 'WAITING', attempts: 1, retryAt: noon + 1000 });
    expect(after.entries.map(({ event }) => event)).toEqual(['DELAYED']);
    const later = { ...after.submission };
    expect(dueCalls(later, noon + 1000)[0]).toEqual({ kind: 'PROVIDE', filing: 'f0', documents: [bill] });
  });

  it('LATER for too long asks the citizen', () => {
    const once = answer(wanting({ attempts: attemptsAtSource - 2 }), found, { outcome: 'LATER' });
    expect(first(once).state).toBe('WAITING');
    const after = answer(wanting({ attempts: attemptsAtSource - 1 }), found, { outcome: 'LATER' });
    expect(first(after)).toMatchObject({ state: 'NEEDS_CORRECTION' });
    expect(first(after).provisions.map(({ outcome }) => outcome)).toEqual(['FOUND', 'OUT']);
  });

  it('of a document that does not serve asks for another, and does not keep it', () => {
    const old: SourceAnswer = { outcome: 'FOUND', document: document({ issuedOn: '2026-10-01' }) };
    const after = answer(wanting(), found, old);
    expect(first(after).provisions.at(-1)).toMatchObject({ outcome: 'UNFIT', document: null });
    expect(first(after).corrections.map(({ material }) => material)).toEqual(['bill']);
  });

  it('that comes after a withdrawal changes nothing', () => {
    const withdrawn = step(wanting(), { kind: 'WITHDRAWN' }, moment).submission;
    const late = { kind: 'PROVIDED' as const, command: asked(wanting()), worker, answers: [found, found] };
    expect(step(withdrawn, late, moment)).toMatchObject({ outcome: 'OVERTAKEN', submission: withdrawn });
  });
});

describe('a document serves', () => {
  const wants = { minimumTrust: 'B', maximumAgeDays: 30 } as const;
  it.each<[string, Partial<ProvidedDocument>, boolean]>([
    ['as it is', {}, true],
    ['on its last day', { expiresOn: '2026-11-25' }, true],
    ['not a day later', { expiresOn: '2026-11-24' }, false],
    ['of just the grade', { trust: 'B' }, true],
    ['of no lower grade', { trust: 'C' }, false],
    ['of just the age', { issuedOn: '2026-10-26' }, true],
    ['of no greater age', { issuedOn: '2026-10-25' }, false],
    ['of no unknown age', { issuedOn: null }, false],
    ['of no coming day', { issuedOn: '2026-11-26' }, false],
  ])('%s', (_what, more, serves) => {
    expect(isFit(wants, document(more), '2026-11-25')).toBe(serves);
  });
});

describe('a filing that is kept back', () => {
  const keptBack = (): Submission => answer(wanting(), found, { outcome: 'NOT_FOUND' }).submission;
  const supplemented = (materials: ReadonlyArray<string>) =>
    step(keptBack(), { kind: 'SUPPLEMENTED', subject: 'lin', key: 'k', materials }, moment);

  it('is handed over with what was supplemented, and no supplement is sent to a department that has nothing', () => {
    const after = supplemented(['bill']);
    expect(first(after)).toMatchObject({ state: 'WAITING', supplement: null, corrections: [] });
    expect(first(after).provisions.map(({ outcome }) => outcome)).toEqual(['FOUND', 'SUPPLIED']);
    expect(dueCalls(after.submission, noon)[0]).toMatchObject({ kind: 'HAND_OVER', filing: 'f0' });
  });

  it('of which nothing was supplemented asks its source once more', () => {
    expect(dueCalls(supplemented([]).submission, noon)[0]).toEqual({
      kind: 'PROVIDE',
      filing: 'f0',
      documents: [bill],
    });
  });

  it('is taken back without its department, which never heard of it', () => {
    // Also while a worker asks sources.
    const taken = step(keptBack(), { kind: 'WITHDRAWN' }, moment);
    expect(taken.submission.filings.map(({ retryAt }) => retryAt)).toEqual([null, null]);
    expect(taken.submission.filings[0]).toMatchObject({ state: 'WITHDRAWN', retryAt: null });
    expect(taken.commands).toEqual([{ kind: 'NOTIFY' }]);
  });

  it('of a department that asked itself is supplemented there', () => {
    const asking = wanting({
      state: 'NEEDS_CORRECTION',
      provisions: first(answer(wanting(), found, found)).provisions,
    });
    const sent = { kind: 'SUPPLEMENTED' as const, subject: 'lin', key: 'k', materials: [] };
    expect(first(step(asking, sent, moment))).toMatchObject({ state: 'SUBMITTED', supplement: expect.any(String) });
    expect(receipt('SUBMITTED').state).toBe('SUBMITTED');
  });
});

describe('consent to a source that is withdrawn', () => {
  const withdrawn = { kind: 'CONSENT_WITHDRAWN' as const, source: 'hospital' };
  const provided = first(answer(wanting(), found, found)).provisions;

  it.each<[string, Submission, ReadonlyArray<number>]>([
    ['that lack what sources have to provide', wanting(), [0, 1]],
    ['that wait for others', wanting({ provisions: provided }, { provisions: provided }), [1]],
    [
      'of which the citizen is asked for documents',
      answer(wanting(), found, { outcome: 'NOT_FOUND' }).submission,
      [0, 1],
    ],
    ['but none whose department asks', wanting({ state: 'NEEDS_CORRECTION', provisions: provided }), [1]],
    ['nor any that is handed over', wanting({ state: 'SUBMITTED', provisions: provided }), [1]],
  ])('holds for filings %s', (_which, of, positions) => {
    expect([...heldBack(of, noon)]).toEqual(positions);
  });

  it('lets go of what it provided to those, and of nothing that may be on its way', () => {
    const of = wanting({ provisions: provided }, { provisions: provided });
    const { filings } = step(of, withdrawn, moment).submission;
    expect(filings.map(({ provisions }) => provisions.length)).toEqual([2, 0]);
    const other = step(of, { ...withdrawn, source: 'police' }, moment).submission;
    expect(other.filings[1]?.provisions).toHaveLength(2);
  });

  it('keeps nothing of an answer that comes after it', () => {
    const before = wanting();
    const none = before.terms.filings.map((each) => ({ ...each, rows: [{ shared: [] }] }));
    const after: Submission = { ...before, terms: { ...before.terms, filings: none } };
    const late = { kind: 'PROVIDED' as const, command: asked(before), worker, answers: [found, found] };
    expect(first(step(after, late, moment))).toMatchObject({ state: 'WAITING', provisions: [] });
  });
});

it('a department is sent what sources provided, and what was supplied in its place, with its own rows alone', () => {
  const row = {
    requirement: 'r',
    fate: 'SHARED',
    materials: [],
    sources: ['hospital'],
    shared: [record, bill],
    licences: [],
  };
  const provisions = [
    { material: 'record', source: 'hospital', outcome: 'FOUND' as const, document: document(), at: 'then' },
    { material: 'bill', source: 'hospital', outcome: 'SUPPLIED' as const, document: null, at: 'then' },
  ];
  const [sent] = evidenceFor(
    [row],
    [
      { material: 'bill', upload: 'u' },
      { material: 'deed', upload: 'v' },
    ],
    provisions,
    {},
  );
  expect(sent?.materials).toEqual([{ material: 'bill', upload: 'u' }]);
  expect(sent?.documents).toEqual([
    {
      ...{ documentType: 'record', parties: ['lin'], spec: null, source: 'hospital', providedAt: 'then' },
      ...document(),
    },
  ]);
});

describe('what was provided long before its filing begins', () => {
  const month = noon + 31 * 86_400_000;
  const once = first(answer(wanting(), found, found));
  const waited = (more: Partial<Filing> = {}) => wanting({ provisions: once.provisions, ...more });
  const again = (of: Submission, said: SourceAnswer) => {
    const [fetched] = dueCalls(of, month) as ReadonlyArray<ProvideCommand>;
    return step(
      of,
      { kind: 'PROVIDED', command: fetched as ProvideCommand, worker, answers: [said] },
      { now: month, chance: 0 },
    );
  };

  it.each<[string, Partial<Filing>, number, ReadonlyArray<[string, ReadonlyArray<string>]>]>([
    ['serves still', {}, noon, [['HAND_OVER', []]]],
    ['serves no more: it alone is fetched anew', {}, month, [['PROVIDE', ['bill']]]],
    // Handed over with other documents it would be another filing.
    ['may lie with its department', { attempts: 1 }, month, [['HAND_OVER', []]]],
    ['waits for another', { after: [1] }, month, []],
  ])('%s', (_what, more, now, calls) => {
    const [of] = [dueCalls(waited(more), now).filter(({ filing: id }) => id === 'f0')];
    expect(
      of.map((call) => [call.kind, call.kind === 'PROVIDE' ? call.documents.map(({ material }) => material) : []]),
    ).toEqual(calls);
  });

  it.each<[string, SourceAnswer, ReadonlyArray<[string, string]>, string]>([
    [
      'a newer one',
      { outcome: 'FOUND', document: document({ issuedOn: '2026-12-20' }) },
      [
        ['record', 'FOUND'],
        ['bill', 'FOUND'],
      ],
      'WAITING',
    ],
    [
      'the same one',
      found,
      [
        ['record', 'FOUND'],
        ['bill', 'UNFIT'],
      ],
      'NEEDS_CORRECTION',
    ],
    [
      'none any more',
      { outcome: 'NOT_FOUND' },
      [
        ['record', 'FOUND'],
        ['bill', 'NOT_FOUND'],
      ],
      'NEEDS_CORRECTION',
    ],
    ['nothing yet', { outcome: 'LATER' }, [['record', 'FOUND']], 'WAITING'],
  ])('and its source has %s', (_what, said, provisions, state) => {
    const after = again(waited(), said);
    expect(first(after).provisions.map(({ material, outcome }) => [material, outcome])).toEqual(provisions);
    expect(first(after).state).toBe(state);
    const next = said.outcome === 'LATER' ? 'PROVIDE' : 'HAND_OVER';
    if (state === 'WAITING')
      expect(dueCalls(after.submission, month + 60_000)[0]).toMatchObject({ kind: next, filing: 'f0' });
  });
});
