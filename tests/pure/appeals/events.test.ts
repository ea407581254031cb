import { describe, expect, it } from 'vitest';
import { caseOf, divided, joined } from '../../../subgraphs/appeals/domain/events.ts';
import { handlerOf, handlersOf, readTrackingCode, trackingCode } from '../../../subgraphs/appeals/domain/rules.ts';
import type { CaseEvent, CaseTerms } from '../../../subgraphs/language/case-clock.ts';
import { brokenAt, type ChainedEntry, chainDigest } from '../../../subgraphs/runtime/ledger.ts';
import { suiteNames, suites } from '../../../subgraphs/runtime/suites/index.ts';

const terms: CaseTerms = {
  classes: [{ code: 'SIMPLE', name: { zh: '简单', en: 'Simple' }, workingDays: 3 }],
  firstClass: 'SIMPLE',
  mostWorkingDays: 15,
  ownerMayBeAbout: true,
  escalatesTo: 'unit:committee',
  calendar: { holidays: [], workdays: [], years: [2026] },
};
const on = '2026-09-14';
const all: ReadonlyArray<{ readonly event: CaseEvent; readonly unit: string | null }> = [
  { event: { kind: 'OPENED', on, owner: 'unit:station', about: null }, unit: null },
  { event: { kind: 'EXTENDED', on, workingDays: 2, reason: '密语', isNotified: true }, unit: 'unit:station' },
  {
    event: { kind: 'ESCALATED', on, to: 'unit:committee', members: ['密语'], meetsOn: on, reason: '密语' },
    unit: 'unit:station',
  },
  {
    event: { kind: 'ANSWERED', on, outcome: 'REFUSED', text: '密语', legalBasis: '密语', alternatives: ['密语'] },
    unit: 'unit:committee',
  },
  { event: { kind: 'WORD', on, accepted: true, grade: 3, text: '密语' }, unit: null },
];

describe('an event', () => {
  it('comes back whole from its two parts, and of what was written nothing stands in the part that stays', () => {
    for (const { event } of all) {
      const { body, words } = divided(event);
      expect(JSON.stringify(body)).not.toContain('密语');
      expect(joined(body, words)).toEqual(event);
    }
  });

  it('without its words still leads to the same case', () => {
    const erased = all.map(({ event, unit }) => ({ event: joined(divided(event).body, null), unit }));
    const { answer, escalation, ...standing } = caseOf(terms, erased);
    const { answer: told, escalation: before, ...whole } = caseOf(terms, all);
    expect(standing).toEqual(whole);
    expect([answer?.outcome, escalation?.meetsOn]).toEqual([told?.outcome, before?.meetsOn]);
    expect(JSON.stringify([answer, escalation])).not.toContain('密语');
  });

  it('that cannot follow is no history', () => {
    expect(() => caseOf(terms, all.slice(1))).toThrow('begins by being opened');
    expect(() => caseOf(terms, [])).toThrow('begins by being opened');
    expect(() => caseOf(terms, [...all, ...all.slice(1, 2)])).toThrow('CASE_ALREADY_CLOSED');
  });
});

describe.each(suiteNames)('a chain, by %s,', (suite) => {
  const entry = (number: number) => ({
    ...{ subject: 'a', number, at: `2026-09-1${number}T00:00:00.000Z`, kind: 'K', body: { number } },
    contentDigest: 'd',
  });
  const chain: ChainedEntry[] = [];
  for (const number of [1, 2, 3])
    chain.push({ ...entry(number), digest: chainDigest(chain.at(-1)?.digest ?? null, entry(number), suites[suite]) });
  const changed = (index: number, more: object) =>
    chain.map((each, at) => (at === index ? { ...each, ...more } : each));

  it('holds, however its instants are written', () => {
    expect(brokenAt(chain)).toBeNull();
    expect(brokenAt([])).toBeNull();
    expect(brokenAt(changed(1, { at: '2026-09-12 08:00:00+08' }))).toBeNull();
  });

  it.each<[string, ReadonlyArray<ChainedEntry>, number]>([
    ['what was done', changed(1, { kind: 'L' }), 2],
    ['whose it is', changed(1, { subject: 'b' }), 2],
    ['when', changed(1, { at: '2026-09-12T00:00:01.000Z' }), 2],
    ['what stays of it', changed(1, { body: { number: 7 } }), 2],
    ['what may be erased', changed(1, { contentDigest: 'e' }), 2],
    ['its digest', changed(1, { digest: 'f' }), 2],
    [
      'its digest’s name',
      changed(1, { digest: `${chain[1]?.digest}`.replace(/^sm3:|^/, suite === 'SM' ? '' : 'sm3:') }),
      2,
    ],
    ['the first away', chain.slice(1), 1],
    ['one between away', [chain[0], chain[2]] as ChainedEntry[], 2],
    ['two in each other’s place', [chain[1], chain[0], chain[2]] as ChainedEntry[], 1],
    ['one twice', [chain[0], chain[0], chain[1]] as ChainedEntry[], 2],
  ])('breaks where somebody changes or takes %s', (_what, broken, at) => {
    expect(brokenAt(broken)).toBe(at);
  });
});

it('a tracking code is read in any case, divided or not, and with letters that people take for digits', () => {
  const code = trackingCode(Uint8Array.from({ length: 16 }, (_, index) => index));
  expect(code).toBe('0123-4567-89AB-CDEF');
  expect(readTrackingCode('o1234567 89ab-cdef')).toBe('0123456789ABCDEF');
  expect(readTrackingCode('oi23-4567-89ab-cdef')).toBe('0123456789ABCDEF');
  for (const none of ['', '0123-4567-89AB-CDE', '0123-4567-89AB-CDEFG', '0123-4567-89AB-CDEU'])
    expect(readTrackingCode(none)).toBeNull();
});

it('staff act for their department and the units that their token names', () => {
  expect(handlersOf({ department: 'tax', scopes: ['read', 'cases:station', 'cases:a:b'] })).toEqual([
    'department:tax',
    'unit:station',
    'unit:a:b',
  ]);
  expect(handlersOf({ department: null, scopes: ['xcases:station'] })).toEqual([]);
  expect(handlerOf('unit:a:b')).toEqual({ kind: 'unit', code: 'a:b' });
  expect(handlerOf('department:tax')).toEqual({ kind: 'department', code: 'tax' });
});
