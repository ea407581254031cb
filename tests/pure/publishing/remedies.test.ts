import { expect, it } from 'vitest';
import type { Remedy } from '../../../subgraphs/publishing/published.ts';
import { catalogue } from '../planning/catalogue-input.ts';

const contentOf = (department: string, ending: string) =>
  catalogue.departments.get(department)?.find(({ code }) => code.endsWith(ending))?.content;
const told = (remedies: ReadonlyArray<Remedy> | undefined): ReadonlyArray<string> =>
  (remedies ?? []).map(({ kind, within }) => `${kind} ${within ?? 'always'}`);
const eventOf = (code: string, region: string) =>
  catalogue.publication.lifeEvents.find((each) => each.code === code && each.region === region)?.content;

it('every matter has a remedy: to whom, by which law', () => {
  const matters = [...catalogue.departments.values()].flat();
  expect(matters.length).toBeGreaterThan(90);
  for (const { code, content } of matters) {
    expect(content.remedies.length, code).toBeGreaterThan(0);
    for (const { addressees, legalBasis } of content.remedies)
      expect([addressees.zh, addressees.en, legalBasis.title].every((text) => text.length > 0)).toBe(true);
  }
});

it('a decision of an authority is reconsidered by its government, that of tax by the authority above; of both judges the court', () => {
  const police = catalogue.departments.get('public-security')?.[0]?.content.remedies;
  const tax = catalogue.departments.get('tax')?.[0]?.content.remedies;
  expect(told(police)).toEqual(['RECONSIDERATION P60D', 'LITIGATION P6M', 'COMPLAINT always']);
  expect(told(tax)).toEqual(['RECONSIDERATION P60D', 'LITIGATION P6M', 'COMPLAINT always']);
  expect(police?.[0]?.addressees.zh).toContain('本级人民政府');
  expect(tax?.[0]?.addressees.zh).toContain('上一级主管部门');
});

it('what a bank or a water company does is no act of an authority', () => {
  for (const department of ['banking', 'water-supply'])
    expect(told(catalogue.departments.get(department)?.[0]?.content.remedies)).toEqual([
      'COMPLAINT always',
      'CIVIL_ACTION P3Y',
    ]);
});

it('an event says who leads it, and its partners are the others of its matters', () => {
  const newborn = eventOf('newborn', '330381000000');
  expect(newborn?.lead).toBe('health');
  expect(newborn?.partners).toEqual([
    'community-health',
    'human-resources',
    'medical-insurance',
    'public-security',
    'tax',
  ]);
});

it('rows say by what somebody acts for another', () => {
  const proxies = (department: string, ending: string) =>
    contentOf(department, ending)?.requirements.flatMap(({ code, options }) =>
      options.flatMap(({ proxy }) => (proxy ? [`${code} ${proxy}`] : [])),
    );
  expect(proxies('market-regulation', 'SJ000131004000')).toEqual(['SJ1004-03 WRITTEN_POWER']);
  expect(proxies('broadcasting', '')).toEqual(['GB9024-01 WRITTEN_POWER']);
  const fund = [...(catalogue.departments.get('housing-fund') ?? [])].flatMap(({ content }) => content.requirements);
  expect(fund.find(({ code }) => code === 'GJ2000-06')?.options.map(({ proxy }) => proxy)).toEqual([
    'STATUTORY_GUARDIAN',
  ]);
});
