import { describe, expect, it } from 'vitest';
import { linkCatalogue } from '../../../subgraphs/publishing/link/catalogue.ts';
import { catalogueOf, changed, findingsIn, lineOf } from './rule-cases.ts';

// The base's event of the province; a city that states what it has otherwise, and a county in the city.

const city = '330300000000';
const county = '330381000000';
const counties = { 'regions/all#/regions/-': { code: county, name: { zh: '瑞安市', en: 'Ruian' }, parent: city } };
const basis = { title: '通知' };
const otherwise = (region: string, stated: object) => ({
  [`regional-events/in-${region}`]: { code: 'birth', region, legalBasis: basis, ...stated },
});
const matterOfTheCity = {
  'health/birth-certificate-in-the-city': {
    code: 'C1',
    catalogCode: '000123001000',
    title: { zh: '出生医学证明签发', en: 'Certificate of birth' },
    region: city,
    type: 'CONFIRMATION',
    authority: { zh: '卫生健康委', en: 'Health commission' },
    legalBases: [{ title: '中华人民共和国母婴保健法' }],
    requirements: [],
    results: [{ type: 'birth-certificate', subject: 'CHILD', spec: '副页' }],
    formFields: [],
  },
};

function eventIn(region: string, set: Readonly<Record<string, unknown>>) {
  const texts = changed({ set: { ...counties, ...set } });
  expect(findingsIn(texts).filter(({ severity }) => severity === 'ERROR')).toEqual([]);
  const { publication, departments } = linkCatalogue(catalogueOf(texts));
  const content = publication.lifeEvents.find((each) => each.code === 'birth' && each.region === region)?.content;
  if (!content) throw new Error(`No event in ${region}.`);
  return {
    content,
    members: content.basis.members.map(({ matter, title, ...rest }) => ({ ...rest, matter, title: title.en })),
    answers: new Map([...departments.values()].flat().map(({ code, content: answer }) => [code, answer])),
  };
}
const titles = (region: string, set: Readonly<Record<string, unknown>>) =>
  eventIn(region, set).members.map(({ title }) => title);

describe('what a region has otherwise of an event', () => {
  it('is stated alone; the rest is the event above', () => {
    const above = eventIn(city, {}).content;
    const here = eventIn(city, otherwise(city, { promisedDays: 3 })).content;
    expect(here).toEqual({
      ...above,
      promisedDays: 3,
      regionalBasis: { title: '通知', article: null, documentNumber: null },
      basis: { ...above.basis, promisedDays: 3 },
    });
    expect([above.promisedDays, above.regionalBasis]).toEqual([10, null]);
  });

  it('follows the event above when that changes', () => {
    const own = otherwise(city, { promisedDays: 3 });
    const changes = {
      'life-events/birth#/title': { zh: '添丁一件事', en: 'A child' },
      'life-events/birth#/members/1/condition': { question: 'married', equals: true },
    };
    const { content, members } = eventIn(city, { ...own, ...changes });
    expect([content.title.en, content.promisedDays]).toEqual(['A child', 3]);
    expect(members[1]).toMatchObject({ condition: { question: 'married', equals: true } });
  });

  it('removes a member, replaces one at its place, and adds one at the end', () => {
    const set = {
      ...otherwise(city, {
        removed: ['B1'],
        replaced: [{ member: 'R1', by: { matter: 'R1', repeatedFor: 'CHILD' } }],
        added: [{ matter: 'X1' }],
      }),
      'police/escort': {
        ...matterOfTheCity['health/birth-certificate-in-the-city'],
        code: 'X1',
        catalogCode: '000999001000',
        title: { zh: '护送', en: 'Escort' },
        results: [],
      },
    };
    const { members } = eventIn(city, set);
    expect(members.map(({ title, repeatedFor }) => [title, repeatedFor])).toEqual([
      ['Registration of birth', 'CHILD'],
      ['Grant of the married', null],
      ['Grant of others', null],
      ['Escort', null],
    ]);
    expect(titles('330000000000', set)).toHaveLength(4);
    expect(titles('330000000000', set)).not.toContain('Escort');
  });

  it('is taken over by the regions below, and each of them may differ from it again', () => {
    const ofCity = otherwise(city, { promisedDays: 3, removed: ['R1'] });
    const inherited = eventIn(county, ofCity).content;
    expect(inherited).toMatchObject({ promisedDays: 3, regionalBasis: { title: '通知' } });
    const again = eventIn(county, { ...ofCity, ...otherwise(county, { removed: ['B1'] }) });
    expect(again.content.promisedDays).toBe(3);
    expect(again.members.map(({ title }) => title)).toEqual(['Grant of the married', 'Grant of others']);
  });

  it('is done by the matters that the region has itself, whatever code the event above names', () => {
    const set = { ...matterOfTheCity, ...otherwise(city, { promisedDays: 3 }) };
    expect(eventIn(city, set).content.matterCodes[0]).toBe('C1');
    const removing = { ...matterOfTheCity, ...otherwise(city, { promisedDays: 3, removed: ['B1'] }) };
    expect(titles(city, removing)).not.toContain('Certificate of birth');
    const resting = { ...set, 'life-events/birth#/members/1/restsOn': ['B1'] };
    expect(eventIn(city, resting).members[1]).toMatchObject({ restsOn: ['C1'] });
  });

  it('what its own rows are, checks hold it to', () => {
    const set = {
      ...matterOfTheCity,
      ...counties,
      ...otherwise(city, { promisedDays: 3 }),
      'life-events/birth#/members/0/overrides': [{ requirement: 'B1-01', waived: true, legalBasis: basis }],
    };
    expect(findingsIn(changed({ set })).map(({ rule, file }) => `${rule} ${file}`)).toEqual([
      `OVERRIDES_NO_ROW subgraphs/catalogue/data/regional-events/in-${city}.yaml`,
    ]);
  });

  it('what its own limits are, its promise is held to', () => {
    const slow = { 'health/birth-certificate-in-the-city#/promisedLimit': { amount: 4, unit: 'WORKING_DAY' } };
    const texts = changed({ set: { ...matterOfTheCity, ...slow, ...otherwise(city, { promisedDays: 3 }) } });
    const told = findingsIn(texts).filter(({ rule }) => rule !== 'STRICTER_THAN_ABOVE');
    expect(told.map(({ rule, file, line }) => [rule, `${file}:${line}`])).toEqual([
      ['PROMISE_BELOW_SLOWEST_MEMBER', lineOf(texts, `regional-events/in-${city}#/promisedDays`)],
    ]);
  });

  it('a fault stands where the region states what is wrong, and at its code where it takes over what does not fit it', () => {
    const placesOf = (stated: object) => {
      const texts = changed({
        set: { 'life-events/birth#/members/1/restsOn': ['G1'], ...otherwise(city, stated) },
      });
      const found = findingsIn(texts)
        .filter(({ rule }) => rule === 'RESTS_ON_NO_MEMBER')
        .map(({ file, line }) => `${file}:${line}`);
      const at = (pointer: string) => lineOf(texts, `regional-events/in-${city}#${pointer}`);
      return { found, at };
    };
    const replacing = placesOf({
      replaced: [
        { member: 'B1', by: { matter: 'B1' } },
        { member: 'R1', by: { matter: 'R1', restsOn: ['R1'] } },
      ],
    });
    expect(replacing.found).toEqual([replacing.at('/replaced/1/by/restsOn/0')]);
    const removing = placesOf({ promisedDays: 3, removed: ['G1', 'G2'] });
    expect(removing.found).toEqual([removing.at('/code')]);
  });
});

it('a matter of a city stands for the province’s in the counties of that city', () => {
  const { content, answers, members } = eventIn(county, matterOfTheCity);
  expect(members[0]?.title).toBe('Certificate of birth');
  expect(content.matterCodes[0]).toMatch(/^330381/);
  expect(answers.get(content.matterCodes[0] as string)?.requirements).toEqual([]);
  expect(answers.get('B1')?.requirements).not.toEqual([]);
});

it('a matter that is named for another region is that one, not the one of the province', () => {
  const { content, answers } = eventIn('330100000000', {
    ...matterOfTheCity,
    'regions/all#/regions/-': { code: '330100000000', name: { zh: '杭州市', en: 'Hangzhou' }, parent: '330000000000' },
    'life-events/birth#/members/0/matter': 'C1',
  });
  expect(content.matterCodes[0]).toMatch(/^330100/);
  expect(answers.get(content.matterCodes[0] as string)?.requirements).toEqual([]);
});
