import { expect, it } from 'vitest';
import { linkCatalogue } from '../../../subgraphs/publishing/link/catalogue.ts';
import { catalogueOf, changed } from './rule-cases.ts';

const [province, city] = ['330000000000', '330300000000'];

/** By which sources the first row of the certificate is exempt in each region; null: its department says nothing. */
function exemptIn(exemptions: unknown): Readonly<Record<string, unknown>> {
  const set = exemptions === undefined ? {} : { 'health/birth-certificate#/requirements/0/exemptions': exemptions };
  const { publication, departments } = linkCatalogue(catalogueOf(changed({ set })));
  return Object.fromEntries(
    publication.matters
      .filter(({ catalogCode }) => catalogCode === '000123001000')
      .map(({ code, region }) => {
        const content = departments.get('health')?.find((each) => each.code === code)?.content;
        return [region, content?.requirements[0]?.exemptions?.map((each) => each.sources) ?? null];
      }),
  );
}

it('a row is exempt where its department says so: in one region, with those below it, and not in another', () => {
  const legalBasis = { title: '条例' };
  const registry = [{ code: 'registry' }];
  expect(exemptIn(undefined)).toEqual({ [province]: null, [city]: null });
  expect(exemptIn([])).toEqual({ [province]: [], [city]: [] });
  expect(exemptIn([{ sources: ['registry'], legalBasis }])).toEqual({ [province]: [registry], [city]: [registry] });
  expect(exemptIn([{ sources: ['registry'], regions: [province], legalBasis }])).toEqual({
    [province]: [registry],
    [city]: [registry],
  });
  expect(exemptIn([{ regions: [city], legalBasis }])).toEqual({ [province]: [], [city]: [null] });
});
