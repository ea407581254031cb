import { describe, expect, it } from 'vitest';
import { onceKeys } from '../../../subgraphs/journeys/domain/once.ts';

const onceFor = [
  {
    role: 'CHILD',
    sameBy: [
      [{ element: 'name' }, { element: 'birth-date' }],
      [{ subject: 'MOTHER', element: 'identity-number' }, { element: 'birth-date' }, { element: 'birth-time' }],
    ],
  },
];
const bound = { CHILD: ['an'], MOTHER: ['lin'] };
const form = {
  an: { name: '林安', 'birth-date': '2026-11-07', 'birth-time': '08:30' },
  lin: { 'identity-number': '330381199505050022' },
};
const keys = (over: object = {}, event = 'newborn', parties: Record<string, string[]> = bound) =>
  onceKeys(event, onceFor, parties, { ...form, ...over } as typeof form).map(({ key }) => key);
const shared = (one: ReadonlyArray<string>, other: ReadonlyArray<string>) =>
  one.filter((key) => other.includes(key)).length;

describe('somebody to whom it happens once', () => {
  it('is known by each list of fields that the form fills', () => {
    expect(onceKeys('newborn', onceFor, bound, form).map(({ party }) => party)).toEqual(['an', 'an']);
    expect(keys({ lin: {} })).toHaveLength(1);
    expect(keys({ an: { name: '林安' } })).toHaveLength(0);
    expect(keys({}, 'newborn', { CHILD: ['an'] })).toHaveLength(1);
    expect(keys({}, 'newborn', {})).toHaveLength(0);
    expect(onceKeys('newborn', [], bound, form)).toEqual([]);
  });

  it.each<[string, object, number]>([
    ['all the same', {}, 2],
    ['under another party id or another name', { an: { ...form.an, name: '陈安' } }, 1],
    ['with a name written otherwise', { an: { ...form.an, name: ' 林 安 ' } }, 2],
    ['with another birthday', { an: { ...form.an, 'birth-date': '2026-11-08' } }, 0],
    ['at another time and with another name', { an: { ...form.an, name: '陈安', 'birth-time': '08:31' } }, 0],
    [
      'of another mother and with another name',
      { an: { ...form.an, name: '陈安' }, lin: { 'identity-number': 'x' } },
      0,
    ],
    ['of another mother', { lin: { 'identity-number': 'x' } }, 1],
  ])('is told from others: %s', (_name, over, same) => {
    expect(shared(keys(), keys(over))).toBe(same);
  });

  it('is another in another event, and the same whatever the client calls them', () => {
    expect(shared(keys(), keys({}, 'other'))).toBe(0);
    const renamed = onceKeys('newborn', onceFor, { CHILD: ['x'], MOTHER: ['y'] }, { x: form.an, y: form.lin } as never);
    expect(
      shared(
        keys(),
        renamed.map(({ key }) => key),
      ),
    ).toBe(2);
  });
});
