import { expect, it } from 'vitest';
import { linkCatalogue } from '../../../subgraphs/publishing/link/catalogue.ts';
import { catalogueOf, changed } from './rule-cases.ts';

type Change = Parameters<typeof changed>[0];
const hashOf = (change: Change, rename: (path: string) => string = (path) => path): string => {
  const texts = changed(change).map((text) => ({ ...text, path: rename(text.path) }));
  return linkCatalogue(catalogueOf([...texts].sort((a, b) => (a.path < b.path ? -1 : 1)))).publication.contentHash;
};
const twoFiles: Change = {
  set: {
    'questions/more': { questions: [{ code: 'twins', kind: 'BOOLEAN', text: { zh: '双胞胎？', en: 'Twins?' } }] },
    'life-events/birth#/members/1/condition': { question: 'twins', equals: true },
    'regions/more': {
      regions: [{ code: '330400000000', name: { zh: '嘉兴市', en: 'Jiaxing' }, parent: '330000000000' }],
    },
  },
};

it('a catalogue is the same whatever its files are called', () => {
  expect(hashOf(twoFiles, (path) => path.replace('/more.yaml', '/a-first.yaml'))).toBe(hashOf(twoFiles));
});

it('and another where something of it differs', () => {
  expect(hashOf({ set: { 'police/registration#/visits': 1 } })).not.toBe(hashOf({}));
  expect(hashOf({ set: { 'questions/all#/questions/0/text/zh': '结婚了吗？' } })).not.toBe(hashOf({}));
});

it.each<readonly [string, Change]>([
  ['what an event promises', { set: { 'life-events/birth#/promisedDays': 99 } }],
  [
    'a name of a document that an event asks for',
    { set: { 'document-types/all#/documentTypes/0/name/zh': '另一种证' } },
  ],
  ['a role', { set: { 'roles/all#/roles/0/name/zh': '另一人' } }],
])('and another where %s differs', (_what, change) => {
  expect(hashOf(change)).not.toBe(hashOf({}));
});
