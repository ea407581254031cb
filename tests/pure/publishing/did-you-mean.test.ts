import { expect, it } from 'vitest';
import { closest } from '../../../subgraphs/publishing/did-you-mean.ts';
import { changed, findingsIn } from './rule-cases.ts';

const known = [
  { code: 'marriage-certificate', name: { zh: '结婚证', en: 'Marriage certificate' } },
  { code: 'id-card', name: { zh: '居民身份证', en: 'Identity card' } },
  { code: 'household-page' },
];

it.each([
  ['marriage-certifcate', 'marriage-certificate'],
  ['marriageCertificate', 'marriage-certificate'],
  ['identity-card', 'id-card'],
  ['结婚证', 'marriage-certificate'],
  ['jiehunzheng', 'marriage-certificate'],
  ['jumin-shenfenzheng', 'id-card'],
  ['household-pages', 'household-page'],
])('%s means %s', (written, code) => {
  expect(closest(written, known)).toBe(code);
});

it('what is near to none, or as near to two, means none', () => {
  expect(closest('water-meter', known)).toBeUndefined();
  expect(closest('', known)).toBeUndefined();
  expect(closest('ab', [{ code: 'abc' }, { code: 'abd' }])).toBeUndefined();
});

it('a third of the letters may be wrong, and no more', () => {
  expect(closest('abcxyf', [{ code: 'abcdef' }])).toBe('abcdef');
  expect(closest('abcxyz', [{ code: 'abcdef' }])).toBeUndefined();
});

it('codes that are declared nowhere are told with what was meant: a document type, a role, a question', () => {
  const mends = (set: Readonly<Record<string, unknown>>) =>
    findingsIn(changed({ set }))
      .filter(({ rule }) => /^UNKNOWN_/.test(rule))
      .map(({ mend }) => mend.en.split('?')[0]);
  const use = 'police/registration#/requirements/0/uses/0';
  expect(mends({ [`${use}/type`]: 'birth-certificat', [`${use}/subject`]: 'CHILDREN' })).toEqual([
    'Did you mean "birth-certificate"',
    'Correct the code, or declare it in subgraphs/catalogue/data/roles.',
  ]);
  expect(mends({ [`${use}/type`]: 'hukou-bu-ye' })).toEqual(['Did you mean "household-page"']);
  expect(mends({ 'life-events/birth#/members/2/condition/question': 'maried' })).toEqual(['Did you mean "married"']);
});
