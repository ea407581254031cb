import { Source } from 'graphql';
import { describe, expect, it } from 'vitest';
import { operationsNaming, type Target, without } from '../../../scripts/check/removal.ts';
import { linkCatalogue } from '../../../subgraphs/publishing/link/catalogue.ts';
import { judge } from '../../../subgraphs/publishing/rules.ts';
import { catalogueOf, changed } from '../publishing/rule-cases.ts';

const taken = (target: string, set: Readonly<Record<string, unknown>> = {}) => {
  const [kind, code] = target.split(':') as [Target['kind'], string];
  const found = without(catalogueOf(changed({ set })), { kind, code });
  if (!found) throw new Error(`There is no ${target}.`);
  return found;
};
/** Each rule once for each file: how much in a file names what is gone is not what is asked. */
const rulesIn = (target: string, set: Readonly<Record<string, unknown>> = {}) =>
  [...new Set(taken(target, set).findings.map(({ rule, file }) => `${rule} ${file.split('/').at(-1)}`))].sort();

describe('without a matter', () => {
  it('an event lacks it, the fields that it alone asks, and what it made for others', () => {
    const { removal } = taken('matter:B1');
    expect(removal.matters.map(({ code, department }) => [code, department])).toEqual([['B1', 'health']]);
    expect(removal.events).toEqual([
      {
        event: 'birth',
        title: { zh: '出生一件事', en: 'A birth' },
        region: '330000000000',
        matters: [{ code: 'B1', title: { zh: '出生医学证明签发', en: 'Certificate of birth' } }],
        whole: false,
        fields: [{ code: 'weight', title: { zh: '体重', en: 'Weight' } }],
        documents: [{ code: 'birth-certificate', title: { zh: '出生医学证明', en: 'Birth certificate' } }],
      },
    ]);
    // The second: windows that took it, and what else named it.
    expect(rulesIn('matter:B1')).toEqual([
      'TAKEN_FROM_EVENT birth.yaml',
      'UNKNOWN_REFERENCE all.yaml',
      'USED_BY_NOBODY all.yaml',
    ]);
    expect(taken('matter:B1').findings[0]).toMatchObject({ severity: 'ERROR', part: 'members[B1].matter' });
  });

  it('what another makes too is not missed', () => {
    const twice = {
      'police/grant-of-others#/results/-': { type: 'birth-certificate', subject: 'CHILD', spec: '副页' },
    };
    expect(taken('matter:B1', twice).removal.events[0]?.documents).toEqual([]);
  });

  it('what rests on it is told by the rules, and what is planned speaks of it no more', () => {
    const resting = {
      'life-events/birth#/members/1/restsOn': ['B1'],
      'police/registration#/acceptance': [
        {
          code: 'elsewhere',
          condition: { question: 'married', equals: true },
          otherwise: {
            reason: { zh: '不受理。', en: 'Not here.' },
            legalBasis: { title: '通知' },
            alternative: { text: { zh: '另行办理。', en: 'Elsewhere.' }, matter: 'B1' },
          },
        },
      ],
    };
    expect(rulesIn('matter:B1', resting)).toEqual([
      'RESTS_ON_NO_MEMBER birth.yaml',
      'TAKEN_FROM_EVENT birth.yaml',
      'UNKNOWN_REFERENCE all.yaml',
      'UNKNOWN_REFERENCE birth.yaml',
      'UNKNOWN_REFERENCE registration.yaml',
      'USED_BY_NOBODY all.yaml',
    ]);
    const { left } = taken('matter:B1', resting);
    // Windows and policies that name it are no part of a plan.
    const planned = judge(left).findings.filter(({ file }) => /life-events|matters/.test(file));
    expect(planned.filter(({ severity }) => severity === 'ERROR')).toEqual([]);
    const [event] = linkCatalogue(left).publication.lifeEvents;
    expect(event?.content.basis.members.map(({ matter, restsOn }) => [matter, restsOn])).toEqual([
      ['R1', undefined],
      ['G1', undefined],
      ['G2', undefined],
    ]);
  });

  it('that is an event’s only one, the event goes', () => {
    const other = {
      'life-events/other': {
        code: 'other',
        region: '330000000000',
        title: { zh: '另一件事', en: 'Another' },
        audience: 'PERSON',
        members: [{ matter: 'B1' }],
      },
    };
    const { removal, findings, left } = taken('matter:B1', other);
    expect(removal.events.map(({ event, whole }) => [event, whole])).toEqual([
      ['birth', false],
      ['other', true],
    ]);
    expect(findings.find(({ file }) => file.endsWith('other.yaml'))?.message.en).toContain(
      'nothing of it would be left',
    );
    expect(left.lifeEvents.map(({ value }) => value.code)).toEqual(['birth']);
    expect(rulesIn('matter:B1', other)).toEqual([
      'TAKEN_FROM_EVENT birth.yaml',
      'TAKEN_FROM_EVENT other.yaml',
      'UNKNOWN_REFERENCE all.yaml',
      'USED_BY_NOBODY all.yaml',
    ]);
  });

  it('of a city the province’s stands for it: nothing is lost', () => {
    const city = {
      'health/in-the-city': {
        code: 'C1',
        catalogCode: '000123001000',
        title: { zh: '出生医学证明签发', en: 'Certificate of birth' },
        region: '330300000000',
        type: 'CONFIRMATION',
        authority: { zh: '卫生健康委', en: 'Health commission' },
        legalBases: [{ title: '中华人民共和国母婴保健法' }],
        requirements: [],
        results: [{ type: 'birth-certificate', subject: 'CHILD', spec: '副页' }],
        formFields: [],
      },
      'regional-events/city': {
        code: 'birth',
        region: '330300000000',
        legalBasis: { title: '通知' },
        replaced: [{ member: 'B1', by: { matter: 'C1' } }],
        promisedDays: 3,
      },
    };
    const { removal, left } = taken('matter:C1', city);
    expect(removal.events).toEqual([]);
    expect(left.lifeEvents.map(({ value }) => value.members[0]?.matter)).toEqual(['B1', 'B1']);
    // What stood in the place of a member above goes with it.
    expect(taken('matter:B1', city).removal.events.map(({ region }) => region)).toEqual([
      '330000000000',
      '330300000000',
    ]);
  });
});

describe('without a department', () => {
  it('all its matters go, and what names it is told', () => {
    const { removal } = taken('department:police');
    expect(removal.matters.map(({ code }) => code).sort()).toEqual(['G1', 'G2', 'R1']);
    expect(removal.events[0]).toMatchObject({ event: 'birth', whole: false });
    expect(rulesIn('department:police')).toEqual([
      'NAMES_NO_DEPARTMENT all.yaml',
      'REFUSES_NO_MATTER all.yaml',
      'SOURCE_WITHOUT_PROVIDER all.yaml',
      'TAKEN_FROM_EVENT birth.yaml',
      'UNKNOWN_REFERENCE all.yaml',
      'USED_BY_NOBODY all.yaml',
    ]);
  });

  it('that is none, or a matter that is none, nothing is said', () => {
    const catalogue = catalogueOf(changed({}));
    expect(without(catalogue, { kind: 'department', code: 'polise' })).toBeUndefined();
    expect(without(catalogue, { kind: 'matter', code: 'health' })).toBeUndefined();
  });
});

it('operations that name a code which is gone are found by what they hold, not by their text', () => {
  const of = (name: string, text: string) => new Source(text, name);
  const operations = [
    of('a', '{ lifeEvent(code: "birth") { code } }'),
    of('b', '{ birth }'),
    of('c', 'query ($code: ID = "birth") { lifeEvent(code: $code) { code } }'),
  ];
  expect(operationsNaming(new Set(['birth']), operations)).toEqual(['a', 'c']);
  expect(operationsNaming(new Set(['death']), operations)).toEqual([]);
});
