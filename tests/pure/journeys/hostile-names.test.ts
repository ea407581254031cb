import { describe, expect, it } from 'vitest';
import { failing } from '../../../subgraphs/departments/checks.ts';
import { changeForm, keyRefusals } from '../../../subgraphs/journeys/domain/acceptance.ts';
import { departmentForm } from '../../../subgraphs/planning/form.ts';
import { planOf } from '../planning/rules/catalogue-of.ts';

describe('a party’s id', () => {
  const told = (id: string) =>
    planOf({ matters: {}, parties: Object.fromEntries([[id, ['CHILD']]]) })
      .problems.filter(({ path }) => path[0] === 'parties')
      .map(({ code, path }) => `${code} ${path.join('.')}`);
  const refused = ['PARTY_ID_INVALID parties.0.id'];

  it.each([
    ['of the alphabet', 'baby', []],
    ['that objects inherit', 'constructor', []],
    ['that is the role’s own code', 'CHILD', []],
    ['that is another role’s code', 'MOTHER', refused],
    ['that is no name at all', '__proto__', refused],
    ['with a dot', 'a.b', refused],
    ['too long', 'k'.repeat(65), refused],
  ])('%s', (_what, id, problems) => expect(told(id)).toEqual(problems));
});

describe('names that every object inherits', () => {
  const form = { constructor: { name: '晨' } };

  it('are parties and data elements like others', () => {
    expect(departmentForm({ constructor: ['name', 'constructor'] }, form)).toEqual({ constructor: { name: '晨' } });
    expect(departmentForm({ constructor: ['name'] }, {})).toEqual({ constructor: {} });
    expect(changeForm(form, JSON.parse('{ "__proto__": { "name": "光" } }'))).toEqual(
      JSON.parse('{ "constructor": { "name": "晨" }, "__proto__": { "name": "光" } }'),
    );
    expect(changeForm({}, form)).toEqual(form);
  });

  it('pass no check of a desk by what they inherit', () => {
    const check = {
      check: 'DATE_NOT_IN_FUTURE' as const,
      subject: 'CHILD',
      element: 'name',
      condition: null,
      message: { zh: '日期', en: 'date' },
    };
    const filing = {
      parties: { CHILD: ['constructor'] },
      ...{ form: {}, answers: {}, evidence: [], produced: [], messages: null, corrections: [], results: [] },
    };
    expect(failing(check as never, filing as never, '2026-11-26')).toEqual([]);
  });
});

describe('an idempotency key with', () => {
  it.each([
    ['Han characters', '提交一', 0],
    ['a NUL', 'key\0', 1],
    ['a line break', 'key\n', 1],
    ['half of a character', 'key\ud800', 1],
    ['a mark that turns the writing round', 'key\u202e', 1],
  ])('%s', (_what, key, refusals) => expect(keyRefusals(key)).toHaveLength(refusals));
});
