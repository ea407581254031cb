import { describe, expect, it } from 'vitest';
import {
  consentTextVersion,
  givenConsents,
  lacksConsent,
  withoutSource,
} from '../../../subgraphs/journeys/domain/consent.ts';
import type { SharedDocument } from '../../../subgraphs/journeys/domain/provision.ts';
import { consentTexts } from '../../../subgraphs/journeys/domain/reasons.ts';

const document = (source: string): SharedDocument => ({
  ...{ source, provider: source, documentType: 'card', parties: ['lin'], spec: null, minimumTrust: 'D' },
  ...{ maximumAgeDays: null, material: 'card:lin', title: { zh: '身份证', en: 'Card' } },
});
const row = (requirement: string, ...sources: string[]) => ({
  ...{ requirement, fate: 'SHARED', materials: [], sources },
  shared: sources.map(document),
  licences: [],
});
const filing = (...rows: ReturnType<typeof row>[]) => ({ rows });

it('a consent names the rows that its source may meet, each once, and the text as it stands', () => {
  const filings = [filing(row('a', 'police'), row('b', 'tax')), filing(row('a', 'police', 'tax'))];
  const given = givenConsents(
    [
      { source: 'police', granted: true },
      { source: 'bank', granted: false },
    ],
    filings,
  );
  expect(given).toEqual([
    { source: 'police', granted: true, purpose: 'SUBMISSION', textVersion: consentTextVersion, requirements: ['a'] },
    { source: 'bank', granted: false, purpose: 'SUBMISSION', textVersion: consentTextVersion, requirements: [] },
  ]);
  expect(consentTexts[consentTextVersion]).toBeDefined();
});

describe('consent that is withdrawn', () => {
  const plans = [filing(row('a', 'police')), filing(row('b', 'police'), row('c', 'police', 'tax'), row('d', 'tax'))];
  const changed = withoutSource(plans, new Set([1]), 'police');

  it('changes nothing of a filing that is not held back', () => {
    expect(changed[0]).toBe(plans[0]);
  });

  it('takes the source out of one that is, and where it was the only one says so', () => {
    const [, second] = changed;
    expect(second?.rows.map(({ fate, sources }) => [fate, sources])).toEqual([
      ['CONSENT_WITHDRAWN', []],
      ['SHARED', ['tax']],
      ['SHARED', ['tax']],
    ]);
    expect(second?.rows.map(({ shared }) => shared)).toEqual([[], [document('tax')], [document('tax')]]);
    expect(plans.map(lacksConsent)).toEqual([false, false]);
    expect(second && lacksConsent(second)).toBe(true);
  });

  it('lets the applicant supply what the source would have provided', () => {
    expect(changed[1]?.rows.map(({ materials }) => materials)).toEqual([['card:lin'], ['card:lin'], []]);
  });
});
