import axe from 'axe-core';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { coverageOf } from '../../../scripts/check/coverage.ts';
import { compareCatalogues } from '../../../scripts/check/effect/compare.ts';
import { htmlOf } from '../../../scripts/check/formats/html.ts';
import { graphSvg } from '../../../scripts/check/formats/svg.ts';
import { eventGraphs, graphOf } from '../../../scripts/check/graphs.ts';
import { mergeDeskOf } from '../../../scripts/check/merge-desk.ts';
import { countsOf, type Report } from '../../../scripts/check/report.ts';
import { type TrendState, trendState } from '../../../scripts/check/trend.ts';
import { buildPlan } from '../../../subgraphs/planning/index.ts';
import { linkCatalogue } from '../../../subgraphs/publishing/link/catalogue.ts';
import { inputFor, catalogue as real } from '../planning/catalogue-input.ts';
import { catalogueOf, changed } from '../publishing/rule-cases.ts';
import { finding, isReport, reportOf } from './run.ts';

const hostile = '</script><img src=x onerror=alert(1)> & "quoted" <!--';
const small = catalogueOf(changed({}));
const linked = linkCatalogue(small);
const slower = linkCatalogue(catalogueOf(changed({ set: { 'health/birth-certificate#/promisedLimit/amount': 5 } })));
/** Two types of which one is named by an alias of the other. */
const alike = catalogueOf(
  changed({
    set: {
      'document-types/twins': {
        documentTypes: [
          { code: 'twin-one', name: { zh: '<b>出生证', en: 'Twin' }, aliases: ['甲证'], holding: 'EACH' },
          { code: 'twin-two', name: { zh: '甲证', en: 'Other' }, aliases: ['<b>出生证'], holding: 'EACH' },
        ],
      },
    },
  }),
);
const stateOf = (date: string, errors: number, online: number): TrendState =>
  trendState(
    date,
    { ...countsOf({ findings: [], mended: 0 }), errors },
    { ...coverageOf(small), online: { of: 3, holds: online } },
  );
const graphs = eventGraphs(small, linked, '2026-11-27');
const full: Report = {
  ...reportOf(
    [
      finding({ rule: 'UNKNOWN_REFERENCE', file: hostile, message: { zh: hostile, en: hostile } }),
      ...Array.from({ length: 60 }, (_each, index) => finding({ severity: 'WARNING', line: index + 1 })),
      finding({ severity: 'INFO', rule: 'SOME_COMPOSITION_ERROR' }),
    ],
    [{ layer: 'CATALOGUE', state: 'PARTLY', because: [hostile] }],
  ),
  effect: { against: hostile, ...compareCatalogues(linked, slower, '2026-11-27') },
  graphs,
  coverage: coverageOf(small),
  mergeDesk: mergeDeskOf(alike),
  trend: { since: stateOf('2026-11-20', 3, 1), now: stateOf('2026-11-27', 2, 2) },
};
const empty = reportOf([]);
const dom = (report: Report) => new JSDOM(htmlOf(report), { runScripts: 'outside-only' });

/** What axe says of a page; contrast it cannot judge without a screen, and says so itself. */
async function violations(report: Report) {
  const { window } = dom(report);
  window.eval(axe.source);
  const found = (await window.eval(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'best-practice'], rules: { 'color-contrast': { enabled: false } } })`,
  )) as axe.AxeResults;
  expect(found.passes.length).toBeGreaterThan(10);
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

describe('the page', () => {
  it.each([
    ['with everything on it', full],
    ['with nothing found', empty],
  ])('%s is accessible', async (_what, report) => {
    expect(await violations(report)).toEqual([]);
  });

  it('is held to it: what is wrong would be found', async () => {
    const { window } = new JSDOM(htmlOf(full).replace('lang="zh-CN"', '').replace('<h1>', '<h5>'), {
      runScripts: 'outside-only',
    });
    window.eval(axe.source);
    const { violations: found } = (await window.eval('axe.run(document)')) as axe.AxeResults;
    expect(found.map(({ id }) => id)).toContain('html-has-lang');
  });

  it('loads nothing and runs nothing', () => {
    const { document } = dom(full).window;
    const html = htmlOf(full);
    expect([...document.querySelectorAll('script')].map(({ type }) => type)).toEqual(['application/json']);
    expect(document.querySelectorAll('link, img, iframe, object, embed, base, form')).toHaveLength(0);
    expect(html).not.toMatch(/(src|href)="(?!#)/);
    expect(html).not.toMatch(/url\((?!#)|@import/);
    expect(document.querySelector('meta[http-equiv]')?.getAttribute('content')).toContain("default-src 'none'");
  });

  it('holds texts as texts', () => {
    const { document } = dom(full).window;
    expect(document.getElementById('UNKNOWN_REFERENCE')?.textContent).toContain(hostile);
    expect(document.querySelectorAll('[onerror]')).toHaveLength(0);
  });

  it('has the whole report inside for programs', () => {
    const text = dom(full).window.document.getElementById('report')?.textContent ?? '';
    const value = JSON.parse(text);
    expect(isReport(value), JSON.stringify(isReport.errors)).toBe(true);
    expect(value.findings).toHaveLength(62);
    expect(value.findings[0].message.zh).toBe(hostile);
  });

  it('has a row per check with what came of it', () => {
    const rows = [...dom(full).window.document.querySelectorAll('#checks tbody tr')];
    const cells = rows.map((row) => [...row.children].map(({ textContent }) => textContent));
    expect(cells).toEqual([['目录数据 Catalogue data', 'partly judged', '1', '60', '1']]);
  });

  it('has a row per code with exact totals, which leads to its findings, explained, and to a sample of them', () => {
    const { document } = dom(full).window;
    const rows = [...document.querySelectorAll('#codes tbody tr')];
    const cells = rows.map((row) => [row.querySelector('a')?.getAttribute('href'), row.lastElementChild?.textContent]);
    expect(cells).toEqual([
      ['#UNKNOWN_REFERENCE', '1'],
      ['#NO_REMEDY', '60'],
      ['#SOME_COMPOSITION_ERROR', '1'],
    ]);
    for (const [target] of cells) expect(document.querySelector(`${target} tbody tr`), target ?? '').not.toBeNull();
    expect(document.querySelectorAll('#NO_REMEDY tbody tr')).toHaveLength(50);
    expect(document.getElementById('NO_REMEDY')?.textContent).toContain('… 10');
    expect(document.getElementById('UNKNOWN_REFERENCE')?.textContent).toContain('A code is used and declared nowhere.');
  });

  it('says how much is covered, what is otherwise since the run before, and what may be one', () => {
    const { document } = dom(full).window;
    const text = (id: string): string => document.getElementById(id)?.textContent ?? '';
    expect(text('coverage')).toMatch(/one visit at most\d+ %/);
    expect([...document.querySelectorAll('#trend li')].map((item) => item.textContent)).toEqual([
      '错误 errors: 3 → 2',
      '网上可办 online: 1 / 3 → 2 / 3',
    ]);
    expect(text('merge-desk')).toContain('distinctFrom: [twin-');
    expect(document.querySelectorAll('#merge-desk .pair dl')).toHaveLength(2);
    expect(document.querySelector('#merge-desk b')).toBeNull();
    expect(text('merge-desk')).toContain('100 %');
  });

  it('is in Chinese and in English', () => {
    const { document } = dom(full).window;
    expect(document.documentElement.lang).toBe('zh-CN');
    for (const heading of document.querySelectorAll('h1, h2')) {
      expect(heading.textContent).toMatch(/\p{Script=Han}/u);
      expect(heading.querySelector('[lang=en]')?.textContent).toMatch(/^[A-Z]/);
    }
    expect(document.getElementById('effect')?.textContent).toContain('working days 2 → 5');
  });
});

describe('the picture of an event', () => {
  it('has each matter in the column of its stage, and the chain that ends last bold', () => {
    const limit = { amount: 1, unit: 'WORKING_DAY' };
    const timed = catalogueOf(changed({ set: { 'police/registration#/promisedLimit': limit } }));
    const [graph] = eventGraphs(timed, linkCatalogue(timed), '2026-11-27');
    if (!graph) throw new Error('No graph.');
    expect(graph.nodes.map(({ matter, stage }) => `${matter} ${stage}`)).toEqual(
      expect.arrayContaining(['B1 1', 'R1 2']),
    );
    expect(graph.edges).toEqual([{ from: 'B1', to: 'R1', isCritical: true, isInCircle: false }]);
    const svg = new JSDOM(graphSvg(graph, 'g')).window.document;
    const xOf = (title: string) =>
      [...svg.querySelectorAll('.node')]
        .find((node) => node.textContent?.includes(title))
        ?.querySelector('rect')
        ?.getAttribute('x');
    expect(Number(xOf('出生登记'))).toBeGreaterThan(Number(xOf('出生医学证明')));
    expect(svg.querySelectorAll('.edge.critical')).toHaveLength(1);
    expect(svg.querySelectorAll('.circle.edge')).toHaveLength(0);
    expect(svg.querySelector('desc')?.textContent).toContain('出生医学证明签发 → 出生登记');
  });

  it('has a circle in red, told in words too', () => {
    const titles = new Map(['a', 'b'].map((code) => [code, { zh: code, en: code }]));
    const plan = buildPlan(inputFor('newborn', '330381000000'));
    const step = plan.steps[0];
    if (!step) throw new Error('No step.');
    const steps = ['a', 'b'].map((matter) => ({ ...step, matter, after: [], stage: 1 }));
    const problem = { code: 'PRODUCTION_CYCLE', message: { zh: '', en: '' }, path: ['a', 'b', 'a'] };
    const criticalPath = { workingDays: 0, matters: [] };
    const graph = graphOf(
      { ...plan, steps, criticalPath, problems: [problem] },
      { event: 'x', title: { zh: '某事', en: 'Something' }, region: '1' },
      titles,
    );
    expect(graph.edges.map(({ from, to, isInCircle }) => [from, to, isInCircle])).toEqual([
      ['a', 'b', true],
      ['b', 'a', true],
    ]);
    const svg = new JSDOM(graphSvg(graph, 'g')).window.document;
    expect(svg.querySelectorAll('.edge.circle')).toHaveLength(2);
    expect(svg.querySelector('desc')?.textContent).toContain('circle');
  });

  it('is there for real events, as their plans have them', () => {
    const events = real.publication.lifeEvents.filter(({ region }) => region === '330381000000').slice(0, 5);
    const entries = events.map(({ code, region }) => ({ value: { code, region } }) as never);
    for (const graph of eventGraphs({ lifeEvents: entries }, real, '2026-11-24')) {
      const plan = buildPlan(inputFor(graph.event, graph.region));
      expect(new Set(graph.nodes.map(({ matter }) => matter))).toEqual(new Set(plan.steps.map(({ matter }) => matter)));
      expect(graph.workingDays).toBe(plan.criticalPath.workingDays);
    }
  });
});
