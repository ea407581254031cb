import { expect, it } from 'vitest';
import { readScopes } from '../../../schema/scopes.ts';
import { namedBy } from '../../../subgraphs/language/staff-scopes.ts';

it('a scope that names something is for what it names, and for nothing where it names nothing', () => {
  expect(namedBy(['read', 'cases:station', 'cases:a:b', 'cases:', 'xcases:other', 'cases'], 'cases')).toEqual([
    'station',
    'a:b',
  ]);
});

const table = (
  staff: string,
  scopes = '[{ code: audit, zh: 审, en: audit }, { code: cases, named: unit, zh: 办, en: handle }]',
): string => `scopes: ${scopes}\nstaff: ${staff}`;
const auditor = (scope: string): string => `[{ code: auditor, zh: 审计员, en: auditor, scopes: ["${scope}"] }]`;

it('a kind of staff has only scopes of the table, with a name where the scope is for one thing', () => {
  for (const scope of ['audit', 'cases:station']) expect(readScopes(table(auditor(scope))).staff).toHaveLength(1);
  for (const scope of ['audits', 'audit:station', 'cases', 'cases:', 'unit:station'])
    expect(() => readScopes(table(auditor(scope))), scope).toThrow('is no scope of the table');
});

it('no scope and no kind of staff is there twice', () => {
  const twice = '[{ code: audit, zh: 审, en: audit }, { code: audit, zh: 审, en: audit }]';
  expect(() => readScopes(table('[]', twice))).toThrow('"audit" is there twice');
  const [row] = [auditor('audit').slice(1, -1)];
  expect(() => readScopes(table(`[${row}, ${row}]`))).toThrow('"auditor" is there twice');
});
