import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import axe from 'axe-core';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { aboutOf } from '../../../scripts/check/about.ts';
import { coverageOf } from '../../../scripts/check/coverage.ts';
import { compareCatalogues } from '../../../scripts/check/effect/compare.ts';
import { explainedCodes } from '../../../scripts/check/explain.ts';
import { htmlOf } from '../../../scripts/check/formats/html.ts';
import { eventGraphs, eventPlans } from '../../../scripts/check/graphs.ts';
import { mergeDeskOf } from '../../../scripts/check/merge-desk.ts';
import { countsOf, type Report } from '../../../scripts/check/report.ts';
import { type TrendState, trendState } from '../../../scripts/check/trend.ts';
import { linkCatalogue } from '../../../subgraphs/publishing/link/catalogue.ts';
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
const plans = eventPlans(small, linked, '2026-11-27');
const graphs = eventGraphs(plans, small);
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
  about: aboutOf(small),
  gone: [
    { fingerprint: '0123456789abcdef', rule: 'NO_REMEDY', file: 'subgraphs/departments/health/matters/b.yaml' },
    { fingerprint: '0123456789abcdee', rule: 'LAW_REPEALED', file: 'subgraphs/catalogue/data/roles/people.yaml' },
  ],
  coverage: coverageOf(small),
  mergeDesk: mergeDeskOf(alike),
  trend: { since: stateOf('2026-11-20', 3, 1), now: stateOf('2026-11-27', 2, 2) },
  history: [stateOf('2026-11-19', 5, 0), stateOf('2026-11-20', 3, 1), stateOf('2026-11-27', 2, 2)],
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
    const { violations: found } = (await window.eval(`axe.run(document, { runOnly: ['wcag2a'] })`)) as axe.AxeResults;
    expect(found.map(({ id }) => id)).toContain('html-has-lang');
  });

  it('loads nothing, and runs its own script alone', () => {
    const { document } = dom(full).window;
    const html = htmlOf(full);
    const [data, script, ...others] = [...document.querySelectorAll('script')];
    expect([data?.type, script?.type, others]).toEqual(['application/json', '', []]);
    const hash = createHash('sha256')
      .update(script?.textContent ?? '')
      .digest('base64');
    const policy = document.querySelector('meta[http-equiv]')?.getAttribute('content');
    expect(policy).toBe(`default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'`);
    expect(document.querySelectorAll('link, img, iframe, object, embed, base, form')).toHaveLength(0);
    expect(html).not.toMatch(/(src|href)="(?!#)/);
    expect(html).not.toMatch(/url\((?!#)|@import/);
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

  it('can be mailed of a province with ten faults in every matter, and holds each', () => {
    const codes = explainedCodes().map(({ code }) => code);
    const found = Array.from({ length: 34_430 }, (_each, index) =>
      finding({ rule: codes[index % codes.length] as string, file: `subgraphs/departments/tax/matters/${index}.yaml` }),
    );
    const html = htmlOf(reportOf(found));
    expect(html.length).toBeLessThan(4 * 2 ** 20);
    const [, packed = ''] = html.match(/type="application\/gzip" id="report">([^<]*)</) ?? [];
    expect(JSON.parse(gunzipSync(Buffer.from(packed, 'base64')).toString()).findings).toHaveLength(found.length);
  });

  it('has a row per check with what came of it', () => {
    const rows = [...dom(full).window.document.querySelectorAll('#checks tbody tr')];
    const cells = rows.map((row) => [...row.children].map(({ textContent }) => textContent));
    expect(cells).toEqual([['目录数据 Catalogue data', '部分检查 partly judged', '1', '60', '1']]);
  });

  it('has a row per code with exact totals, which leads to its findings, explained, and to a sample of them', () => {
    const { document } = dom(full).window;
    const rows = [...document.querySelectorAll('#codes tbody tr')];
    const cells = rows.map((row) => [row.querySelector('a')?.getAttribute('href'), row.lastElementChild?.textContent]);
    expect(cells).toEqual([
      ['#UNKNOWN_REFERENCE', '1'],
      ['#NO_REMEDY', '60'],
      ['#SOME_COMPOSITION_ERROR', '1'],
      [undefined, '0'],
    ]);
    for (const [target] of cells.slice(0, 3))
      expect(document.querySelector(`${target} .finding`), target ?? '').not.toBeNull();
    expect(document.querySelectorAll('#NO_REMEDY .finding')).toHaveLength(50);
    expect(document.querySelector('#NO_REMEDY .more b')?.textContent).toBe('10');
    expect(document.getElementById('UNKNOWN_REFERENCE')?.textContent).toContain('A code is used and declared nowhere.');
  });

  it('says how much is covered, what is otherwise since the run before, and what may be one', () => {
    const { document } = dom(full).window;
    const text = (id: string): string => document.getElementById(id)?.textContent ?? '';
    expect(text('coverage')).toMatch(/one visit at most\d+ %/);
    const changes = [...document.querySelectorAll('#changes tbody tr')];
    expect(changes.map((row) => [...row.children].slice(0, 4).map(({ textContent }) => textContent))).toEqual([
      ['错误 errors', '3', '2', '▼'],
      ['网上可办 online', '1 / 3', '2 / 3', '▲'],
    ]);
    expect(document.querySelectorAll('#changes polyline')[1]?.getAttribute('points')?.split(' ')).toHaveLength(3);
    expect(text('merge-desk')).toContain('distinctFrom: [twin-');
    expect(document.querySelectorAll('#merge-desk .pair dl')).toHaveLength(2);
    expect(document.querySelector('#merge-desk b')).toBeNull();
    expect(text('merge-desk')).toContain('100 %');
  });

  it('says which catalogue it is about, and first whether it can be published', () => {
    const text = (report: Report): string => dom(report).window.document.querySelector('header')?.textContent ?? '';
    expect(text(full)).toMatch(/不能发布：1 个错误阻止发布。 Not to be published: 1 error in the way\./);
    expect(text(full)).toMatch(/浙江省 Zhejiang.*目录版本 Catalogue [0-9a-f]{12}/s);
    expect(text(empty)).toContain('可以发布，没有错误和警告。');
    const broken = reportOf([], [{ layer: 'API', state: 'FAILED', because: [] }]);
    expect(text(broken)).toContain('检查中断');
    const { files, ...rest } = small;
    const touched = files.map((each) => ({ ...each, file: { ...each.file, text: `${each.file.text} ` } }));
    expect(aboutOf({ ...rest, files: touched }).version).not.toBe(aboutOf(small).version);
    expect(aboutOf({ ...rest, files: files.toReversed() }).version).toBe(aboutOf(small).version);
  });

  it('has a row per department, with a link to what is theirs', () => {
    const rows = [...dom(full).window.document.querySelectorAll('#departments tbody tr')];
    expect(rows.map((row) => [...row.children].map(({ textContent }) => textContent))).toEqual([
      ['卫生健康委 Health', '1', '0', '60', '1'],
      ['接口与图 Schema and graph', '–', '1', '0', '0'],
    ]);
    expect(rows.map((row) => [row.id, row.querySelector('a')?.getAttribute('href')])).toEqual([
      ['department=health', '#department=health'],
      ['department=graph', '#department=graph'],
    ]);
  });

  it('counts what is mended of each code, also where nothing of it is left', () => {
    const { document } = dom(full).window;
    const mended = (code: string) => document.querySelector(`[data-code=${code}] [data-of=GONE]`)?.textContent;
    expect(['NO_REMEDY', 'LAW_REPEALED', 'UNKNOWN_REFERENCE'].map(mended)).toEqual(['1', '1', '0']);
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
