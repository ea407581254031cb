import { expect, it } from 'vitest';
import { assembleCatalogue } from '../../../subgraphs/publishing/catalogue.ts';
import { readFile } from '../../../subgraphs/publishing/read.ts';
import { rule } from '../../../subgraphs/publishing/rules/reference/declared-twice.ts';

/** A matter, declared twice with these days. */
const mendOf = (one: string, other: string): string | undefined => {
  const matter = (name: string, days: string) =>
    readFile({
      kind: 'matter',
      department: 'police',
      path: `${name}.yaml`,
      text: [
        ...['code: B1', 'catalogCode: "000999001000"', 'title: { zh: 事项, en: A matter }', 'region: "330000000000"'],
        ...['type: BENEFIT', 'authority: { zh: 公安局, en: Police }', 'requirements: []', 'results: []'],
        ...['formFields: []', days],
      ].join('\n'),
    });
  const [fault] = rule.find(assembleCatalogue([], [matter('one', one), matter('other', other)]));
  return fault?.mend.en;
};
const [until, from] = ['validTo: 2027-01-01', 'validFrom: 2027-01-01'];

it.each([
  ['adjoin', until, from],
  ['adjoin, the later one first', from, until],
  ['leave days between them', 'validTo: 2026-06-01', from],
])('two versions of a matter that %s are told how a later one is published', (_what, one, other) => {
  expect(mendOf(one, other)).toContain('publish --from');
});

it.each([
  ['hold on the same days', '', ''],
  ['overlap', 'validTo: 2027-01-02', from],
  ['have no end', '', from],
  ['have no beginning', until, ''],
])('two that %s are told that one of them goes', (_what, one, other) => {
  expect(mendOf(one, other)).toContain('Remove one');
});
