import { describe, expect, it } from 'vitest';
import { bindPerson, type Roles, type SignedIn } from '../../../subgraphs/journeys/domain/binding.ts';
import { peopleOf } from '../../../subgraphs/journeys/domain/people.ts';
import { isSameName } from '../../../subgraphs/language/names.ts';

const number = { lin: '330381199505050022', chen: '330381199303030015', agent: '330381198807070024' };
const lin: SignedIn = { name: '林静', identityNumber: number.lin };
const schema = (...parties: ReadonlyArray<string>) => ({
  properties: Object.fromEntries(
    parties.map((party) => [
      party,
      {
        properties: {
          name: { type: 'string' },
          'identity-number': { type: 'string', format: 'resident-identity-number' },
          'birth-date': { type: 'string' },
        },
      },
    ]),
  ),
});
type Form = Parameters<typeof peopleOf>[1];
const parents: Form = {
  lin: { name: '林静', 'identity-number': number.lin },
  chen: { name: '陈明', 'identity-number': number.chen },
  baby: { name: '陈晨', 'birth-date': '2026-11-01' },
};
const bound = (APPLICANT: string, more: Roles['bound'] = {}): Roles => ({
  bound: { MOTHER: ['lin'], FATHER: ['chen'], CHILD: ['baby'], APPLICANT: [APPLICANT], AGENT: [APPLICANT], ...more },
  standing: ['MOTHER', 'FATHER'],
});
const told = (person: SignedIn, form: Form, roles: Roles): ReadonlyArray<string> => {
  const { refusals, unverified } = bindPerson(person, peopleOf(schema(...Object.keys(form)), form), roles);
  return [
    ...refusals.map(({ code, path }) => `${code} ${path.join('.')}`),
    ...unverified.map(({ fact, party }) => `${fact} ${party}`),
  ];
};
const grandmother: Form = { ...parents, gran: { name: '赵敏', 'identity-number': number.agent } };
const gran: SignedIn = { name: '赵敏', identityNumber: number.agent };

describe('who signed in', () => {
  it.each<[string, SignedIn, Form, Roles, ReadonlyArray<string>]>([
    ['is the mother who applies', lin, parents, bound('lin'), []],
    ['is the mother, and no name is vouched for', { ...lin, name: null }, parents, bound('lin'), []],
    [
      'is the mother under another name',
      { ...lin, name: '林敏' },
      parents,
      bound('lin'),
      ['PERSON_NAME_DIFFERS form.lin.name'],
    ],
    [
      'is the father where the mother applies',
      { name: '陈明', identityNumber: number.chen },
      parents,
      bound('lin'),
      ['PERSON_DIFFERS form.lin.identity-number'],
    ],
    ['is a stranger to the child', gran, parents, bound('lin'), ['PERSON_DIFFERS form.lin.identity-number']],
    [
      'is a stranger who has both parents’ names',
      { ...gran, name: '林静' },
      parents,
      bound('lin'),
      ['PERSON_DIFFERS form.lin.identity-number'],
    ],
    ['is vouched for by nobody', { name: null, identityNumber: null }, parents, bound('lin'), ['APPLICANT lin']],
    ['is vouched for by name alone', { ...lin, identityNumber: null }, parents, bound('lin'), ['APPLICANT lin']],
    ['is an agent who is told', gran, grandmother, bound('lin', { AGENT: ['gran'] }), ['MANDATE gran']],
    [
      'applies without being a parent',
      gran,
      grandmother,
      bound('gran', { AGENT: ['gran'], GUARDIAN: ['gran'] }),
      ['RELATION gran'],
    ],
    ['is one of two applicants', lin, parents, bound('lin', { APPLICANT: ['chen', 'lin'] }), []],
    ['is told nowhere, and no applicant tells a number', gran, parents, bound('APPLICANT'), ['APPLICANT APPLICANT']],
    [
      'stands by no name that objects inherit',
      lin,
      parents,
      { bound: {}, standing: ['constructor'] },
      ['RELATION lin'],
    ],
  ])('%s', (_what, person, form, roles, expected) => expect(told(person, form, roles)).toEqual(expected));

  it.each<[string, SignedIn, Form, Roles['standing'], ReadonlyArray<string>]>([
    ['goes by name where nobody’s number is asked', lin, { keeper: { name: '林静' } }, null, []],
    ['is somebody else by name', lin, { keeper: { name: '林敏' } }, null, ['APPLICANT APPLICANT']],
    [
      'stands to the dead as staff will see',
      lin,
      { heir: { name: '林静', 'identity-number': number.lin } },
      [],
      ['RELATION heir'],
    ],
    ['needs no standing in an event that says of none', lin, { owner: { 'identity-number': number.lin } }, null, []],
  ])('%s', (_what, person, form, standing, expected) =>
    expect(told(person, form, { bound: { APPLICANT: ['APPLICANT'] }, standing })).toEqual(expected),
  );
});

describe('names', () => {
  it.each([
    ['林静', '林 静', true],
    ['买买提·艾力', '买买提•艾力', true],
    ['Anna Li', 'ANNA LI', true],
    ['Ａｎｎａ', 'Anna', true],
    ['林静', '林敬', false],
  ])('%s and %s', (one, other, same) => expect(isSameName(one, other)).toBe(same));
});
