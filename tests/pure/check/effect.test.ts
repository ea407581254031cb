import { describe, expect, it } from 'vitest';
import { compareCatalogues, type Effect } from '../../../scripts/check/effect/compare.ts';
import { sampleSituations } from '../../../scripts/check/effect/situations.ts';
import { whereOf } from '../../../scripts/check/effect/where.ts';
import { consequenceLines, linesOf } from '../../../scripts/check/formats/consequences.ts';
import { markdownOf } from '../../../scripts/check/formats/markdown.ts';
import { linkCatalogue } from '../../../subgraphs/publishing/link/catalogue.ts';
import { answersOf, inputFor } from '../planning/catalogue-input.ts';
import { type Change, catalogueOf, changed } from '../publishing/rule-cases.ts';
import { isReport, reportOf } from './run.ts';

// The base's one event, of a province and its city.

type Changes = Omit<Change, 'name'>;
const linked = (change: Changes) => linkCatalogue(catalogueOf(changed(change)));
const effectOf = (after: Changes, before: Changes = {}): Effect =>
  compareCatalogues(linked(before), linked(after), '2026-11-27');
const onlyEvent = (effect: Effect) => {
  expect(effect.events).toHaveLength(1);
  return effect.events[0] as Effect['events'][number];
};
const row = (more: object = {}) => ({
  'health/birth-certificate#/requirements/-': {
    code: 'B1-03',
    name: { zh: '户口簿', en: 'Household register' },
    uses: [{ type: 'household-page', subject: 'MOTHER', spec: '首页', use: 'INSPECT' }],
    ...more,
  },
});

describe('the effect of a change on citizens', () => {
  it('is none where nothing differs, and where only what no plan tells does', () => {
    expect(effectOf({})).toEqual({ compared: 0, events: [] });
    const other = effectOf({ set: { 'health/birth-certificate#/legalBases/0/title': '另一部法' } });
    expect(other).toEqual({ compared: 2, events: [] });
  });

  it('is told in the words of the questions, for the situations that it is in and no others', () => {
    const condition = { question: 'married', equals: false };
    const event = onlyEvent(effectOf({ set: row({ necessity: 'CONDITIONAL', condition }) }));
    expect(event).toMatchObject({ event: 'birth', state: 'CHANGED', planned: 6, exhaustive: true });
    expect(event.regions.map(({ name }) => name.en)).toEqual(['Zhejiang', 'Wenzhou']);
    const [change, ...others] = event.changes;
    expect(others).toEqual([]);
    expect(change?.where).toEqual({ answers: [{ zh: '是否已婚？否', en: 'Married? No' }], exact: true });
    expect(change?.situations).toBe(2);
    const [least, most] = change?.before?.materials ?? [];
    expect(change?.after?.materials).toEqual([(least ?? 0) + 1, (most ?? 0) + 1]);
    expect(change?.added.map(({ en }) => en)).toEqual(['Household page (首页) of The mother']);
    expect(change?.removed).toEqual([]);
  });

  it('is the other way round when it is taken back', () => {
    const event = onlyEvent(effectOf({}, { set: row() }));
    expect(event.changes.map(({ added, removed, situations }) => [added.length, removed.length, situations])).toEqual([
      [0, 1, event.planned],
    ]);
  });

  it('is told where one document takes the place of another, and no figure moves', () => {
    const asks = (spec: string) => row({ uses: [{ type: 'household-page', subject: 'MOTHER', spec, use: 'INSPECT' }] });
    const [change] = onlyEvent(effectOf({ set: asks('末页') }, { set: asks('首页') })).changes;
    expect(change?.before).toEqual(change?.after);
    expect([change?.added, change?.removed].map((titles) => titles?.map(({ zh }) => zh))).toEqual([
      ['母亲的户口簿页（末页）'],
      ['母亲的户口簿页（首页）'],
    ]);
  });

  it('has days, visits and forms as they are planned', () => {
    const slower = onlyEvent(effectOf({ set: { 'health/birth-certificate#/promisedLimit/amount': 5 } })).changes[0];
    expect([slower?.before?.workingDays, slower?.after?.workingDays]).toEqual([
      [2, 2],
      [5, 5],
    ]);
    const seen = { 'police/registration#/channels': ['ONLINE'] };
    const visited = onlyEvent(effectOf({ set: seen })).changes[0];
    expect(visited?.before?.visits).not.toEqual(visited?.after?.visits);
    expect(visited?.before?.forms).toEqual(visited?.after?.forms);
  });

  it('is told of a question that only one side asks', () => {
    const condition = { question: 'moved', elapsed: { atMost: { years: 1 } } };
    const event = onlyEvent(effectOf({ set: row({ necessity: 'CONDITIONAL', condition }) }));
    expect(event.changes).toHaveLength(1);
    expect(event.changes[0]?.situations).toBeLessThan(event.planned);
  });

  it('is of events that come and go too', () => {
    const other = {
      'life-events/other': {
        code: 'other',
        region: '330300000000',
        title: { zh: '另一件事', en: 'Another' },
        audience: 'PERSON',
        members: [{ matter: 'G2' }],
      },
    };
    const came = onlyEvent(effectOf({ set: other }));
    expect(came).toMatchObject({ event: 'other', state: 'ADDED', regions: [{ code: '330300000000' }] });
    expect(came.changes[0]).toMatchObject({ before: null, after: { materials: [1, 1] } });
    expect(onlyEvent(effectOf({}, { set: other }))).toMatchObject({ state: 'REMOVED', changes: [{ after: null }] });
  });

  it('holds what the plan then says is wrong with the catalogue', () => {
    const both = { 'life-events/birth#/members/3/condition': { question: 'married', equals: true } };
    const told = onlyEvent(effectOf({ set: both })).changes.flatMap(({ problems }) => problems);
    expect(told.length).toBeGreaterThan(0);
    expect(onlyEvent(effectOf({}, { set: both })).changes.flatMap(({ problems }) => problems)).toEqual([]);
  });
});

describe('where it is', () => {
  const situation = (values: Readonly<Record<string, unknown>>) => ({ before: null, after: answersOf(values) });
  const nobody = { before: null, after: null };
  const all = [
    situation({ married: true, here: true, child: 1 }),
    situation({ married: true, here: true, child: 2 }),
    situation({ married: false, here: true, child: 1 }),
    situation({ married: false, here: true, child: 2 }),
  ];
  const told = (...chosen: ReadonlyArray<number>) => {
    const { answers, exact } = whereOf(all, new Set(chosen), nobody);
    return [answers.map(({ en }) => en), exact];
  };

  it('is told by the fewest answers that tell it', () => {
    expect(told(0, 1)).toEqual([['married true'], true]);
    expect(told(3)).toEqual([['married false', 'child 2'], true]);
    expect(told(0, 1, 2, 3)).toEqual([[], true]);
  });

  it('is told by what they have in common, where nothing tells it', () => {
    expect(told(0, 3)).toEqual([[], false]);
    expect(whereOf([...all, situation({ married: true })], new Set([0, 4]), nobody)).toMatchObject({ exact: false });
  });
});

describe('situations', () => {
  const pair = (event: string, region: string) => ({ before: null, after: inputFor(event, region) });

  it('are all there are, or a sample that is the same every time', () => {
    const newborn = pair('newborn', '330381000000');
    const { situations, exhaustive } = sampleSituations(newborn, 40);
    expect(exhaustive).toBe(false);
    expect(situations.length).toBeGreaterThan(30);
    expect(situations.length).toBeLessThanOrEqual(40);
    expect(sampleSituations(newborn, 40).situations).toEqual(situations);
    for (const { before, after } of situations) {
      expect(before).toBeNull();
      expect(after?.length).toBeGreaterThan(0);
    }
  });
});

describe('an effect as it is told', () => {
  const effect = effectOf({
    set: row({ necessity: 'CONDITIONAL', condition: { question: 'married', equals: false } }),
  });
  const report = { ...reportOf([]), effect: { against: 'HEAD', ...effect } };

  it('says in both languages which event, where, in which situations, and what', () => {
    const lines = consequenceLines(report, false).map((told) => linesOf(told).at(-1));
    expect(lines).toEqual([
      'Effect on citizens (compared with HEAD): 2 events in regions differ in content, 1 in what is asked',
      'A birth changes in 2 regions: Zhejiang, Wenzhou (6 situations, all there are)',
      'Where Married? No',
      expect.stringMatching(/^materials \d → \d, forms 1, visits 2, working days 2$/),
      '+ 母亲的户口簿页（首页） Household page (首页) of The mother',
    ]);
    expect(markdownOf(report)).toContain('  - 是否已婚？否<br>Where Married? No\n');
  });

  it('is in JSON as its schema says', () => {
    expect(
      isReport(JSON.parse(JSON.stringify({ ...minimal, effect: report.effect }))),
      JSON.stringify(isReport.errors),
    ).toBe(true);
  });
});
const minimal = {
  json_version: 1,
  date: '2026-11-27',
  exit: 0,
  counts: { errors: 0, warnings: 0, notes: 0, known: 0, approved: 0, blocking: 0, off: 0, mended: 0, unpublishable: 0 },
  layers: [],
  findings: [],
};
