import { describe, expect, it } from 'vitest';
import { adoptionOf, type Institution, issuedBy, monthOf } from '../../subgraphs/licences/domain/institutions.ts';

const institution = (code: string, type = 'prescription'): Institution => ({
  ...{ code, name: { zh: code, en: code }, department: 'health', redeems: [] },
  issues: [{ documentType: type, validDays: 3, consumable: true }],
});

describe('an institution', () => {
  it('issues what the catalogue says, from the day of issue for so many days', () => {
    expect(issuedBy(institution('a'), 'prescription', '2026-02-27')).toEqual({
      expiresOn: '2026-03-01',
      consumable: true,
    });
    expect(issuedBy(institution('a'), 'sick-note', '2026-02-27')).toBeNull();
  });
});

describe('a month’s report', () => {
  it('ranks all that may issue, those with as many alike, and flags those that issued none', () => {
    const all = ['a', 'b', 'c', 'd', 'e', 'f'].map((code) =>
      institution(code, code === 'f' ? 'other' : 'prescription'),
    );
    const counted = [
      { institution: 'b', issued: 5, shared: 2 },
      { institution: 'c', issued: 5, shared: 3 },
      { institution: 'e', issued: 5, shared: 2 },
      { institution: 'gone', issued: 9, shared: 9 },
    ];
    const rows = adoptionOf(all, 'prescription', counted).map(({ rank, institution: code, isIdle }) => [
      rank,
      code,
      isIdle,
    ]);
    expect(rows).toEqual([
      [1, 'c', false],
      [2, 'b', false],
      [2, 'e', false],
      [4, 'a', true],
      [4, 'd', true],
    ]);
  });

  it.each([
    ['2026-11', { from: '2026-11-01', until: '2026-12-01' }],
    ['2026-12', { from: '2026-12-01', until: '2027-01-01' }],
    ['2026-13', null],
    ['2026-00', null],
    ['2026-1', null],
    ['x2026-11', null],
    ['2026-11-01', null],
  ])('is of a month that there is: %s', (month, days) => {
    expect(monthOf(month)).toEqual(days);
  });
});
