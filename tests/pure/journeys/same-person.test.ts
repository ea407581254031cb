import { describe, expect, it } from 'vitest';
import type { ToldPerson } from '../../../subgraphs/journeys/domain/people.ts';
import { concernedAlready, twiceRefusals } from '../../../subgraphs/journeys/domain/same-person.ts';

const person = (party: string, more: Partial<ToldPerson>): ToldPerson => ({
  ...{ party, name: null, bornOn: null, identityNumber: null, numberElement: 'identity-number' },
  ...more,
});
const lin = person('lin', { name: '林静', identityNumber: '330381199505050022' });
const an = person('an', { name: '陈安', bornOn: '2026-11-01' });

describe('two parties of one submission', () => {
  it.each<[string, ReadonlyArray<ToldPerson>, ReadonlyArray<string>]>([
    ['with numbers of their own', [lin, person('chen', { name: '林静', identityNumber: '330381199303030015' })], []],
    ['with one number', [lin, person('chen', { identityNumber: lin.identityNumber })], ['form.chen.identity-number']],
    ['with one name and day of birth', [an, { ...an, party: 'ning' }], ['form.ning.name']],
    ['who are twins', [an, { ...an, party: 'ning', name: '陈宁' }], []],
    ['with one name and two days of birth', [an, { ...an, party: 'ning', bornOn: '2026-11-02' }], []],
    ['with one name and no day of birth', [person('a', { name: '林静' }), person('b', { name: '林静' })], []],
    ['three of them', [an, { ...an, party: 'b' }, { ...an, party: 'c' }], ['form.b.name', 'form.c.name']],
  ])('%s', (_what, people, paths) => {
    const refusals = twiceRefusals(people, (party) => ({ zh: party, en: party }));
    expect(refusals.map(({ path }) => path.join('.'))).toEqual(paths);
    for (const { code } of refusals) expect(code).toBe('PERSON_TWICE');
  });
});

describe('a submission before', () => {
  const parties = [
    { id: 'lin', roles: ['MOTHER'] },
    { id: 'an', roles: ['CHILD'] },
  ];
  const now = { people: [lin, an], parties };
  it.each<[string, ReadonlyArray<ToldPerson>, ReadonlyArray<{ id: string; roles: string[] }>, string | null]>([
    ['for the same child', [lin, an], parties, 'an'],
    ['for the same child under another id', [{ ...an, party: 'CHILD' }], [], 'an'],
    ['for another child of the same mother', [lin, { ...an, name: '陈宁' }], parties, null],
    ['in which the child is somebody else', [an], [{ id: 'an', roles: ['FATHER'] }], null],
  ])('%s', (_what, people, before, found) =>
    expect(concernedAlready(now, { people, parties: before }, ['CHILD'])?.party ?? null).toBe(found),
  );

  it('of an event that is done once for everybody concerns nobody twice', () => {
    expect(concernedAlready(now, now, [])).toBeNull();
  });
});
