import { expect, it } from 'vitest';
import { buildPlan } from '../../../subgraphs/planning/index.ts';
import { linkCatalogue } from '../../../subgraphs/publishing/link/catalogue.ts';
import { inputFrom } from '../planning/catalogue-input.ts';
import { catalogueOf, changed } from './rule-cases.ts';

/** When the certificate of a birth ends that is begun on the last day of 2026, and of which years nothing is known. */
function planned(files: Readonly<Record<string, unknown>>) {
  const linked = linkCatalogue(catalogueOf(changed({ set: files })));
  const input = inputFrom(linked, 'birth', '330000000000', {
    answers: [
      { question: 'married', value: true },
      { question: 'household', value: 'mother' },
    ],
  });
  const { warnings, criticalPath } = buildPlan({ ...input, today: '2026-12-31' });
  return { told: warnings.map(({ message }) => message.en), days: input.basis.calendar, criticalPath };
}

it('a year that is not loaded is said; one file more, and it is not', () => {
  const before = planned({});
  expect(before.told).toEqual([expect.stringContaining('2027')]);
  const after = planned({
    'calendar/2027': { years: [{ year: 2027, holidays: ['2027-01-01'], workdays: ['2027-01-03'] }] },
  });
  expect(after.told).toEqual([]);
  expect(after.days).toEqual({
    years: [2026, 2027],
    holidays: ['2026-10-01', '2027-01-01'],
    workdays: ['2026-10-10', '2027-01-03'],
  });
});
