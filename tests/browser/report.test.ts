import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { htmlOf } from '../../scripts/check/formats/html.ts';
import { jsonValue } from '../../scripts/check/formats/json.ts';
import { finding, reportOf } from '../pure/check/run.ts';
import { findChromium, noChromium } from './chromium.ts';
import { plantedReport, realReport, type Written } from './reports.ts';

const folder = mkdtempSync(join(tmpdir(), 'reports-'));
const pictures = process.env.SCREENSHOTS ?? mkdtempSync(join(tmpdir(), 'screenshots-'));
const widths = { telephone: 360, tablet: 768, desktop: 1440 };
const languages = { zh: 'zh-CN', en: 'en-GB' };

/** A fault in every matter of a province: more than are shown at once, and than are told without being compressed. */
const large = reportOf(
  Array.from({ length: 3_443 }, (_, index) =>
    finding({
      file: `subgraphs/departments/${index % 2 ? 'health' : 'tax'}/matters/matter-${index}.yaml`,
      message: { zh: `事项 ${index} 的承诺时限长于法定时限。`, en: `Matter ${index} promises longer than the law.` },
      mend: { zh: '请核对两个时限及其单位。', en: 'Look at both limits and at their units.' },
    }),
  ),
);

let browser: Browser;
let written: Readonly<Record<'real' | 'planted' | 'large', Written>>;
beforeAll(async () => {
  const executablePath = findChromium({ chromium: process.env.CHROMIUM, path: process.env.PATH });
  if (!executablePath) throw new Error(noChromium(process.env.CHROMIUM));
  browser = await chromium.launch({ executablePath });
  const page = join(folder, 'large.html');
  writeFileSync(page, htmlOf(large));
  const json = JSON.parse(JSON.stringify(jsonValue(large)));
  const [real, planted] = [await realReport(join(folder, 'real')), await plantedReport(join(folder, 'planted'))];
  written = { real, planted, large: { page, json } };
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A page without a network: whatever it asks for but itself is kept, and so is all that the browser complains of. */
async function opened(of: keyof typeof written, options: BrowserContextOptions = {}, hash = '') {
  const context = await browser.newContext({ locale: languages.zh, ...options });
  await context.setOffline(true);
  const asked: string[] = [];
  const complaints: string[] = [];
  const page = await context.newPage();
  const address = pathToFileURL(written[of].page).href + hash;
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(address);
  return { page, asked, complaints, address, close: () => context.close() };
}
type Opened = Awaited<ReturnType<typeof opened>>;

async function withPage<T>(
  of: keyof typeof written,
  options: BrowserContextOptions,
  look: (opened: Opened) => Promise<T>,
  hash?: string,
): Promise<T> {
  const one = await opened(of, options, hash);
  try {
    return await look(one);
  } finally {
    await one.close();
  }
}

const unfold = (page: Page) =>
  page.locator('details').evaluateAll((all) => {
    for (const each of all) (each as unknown as { open: boolean }).open = true;
  });

/** Contrast too, which only a screen has. */
async function violations(page: Page): Promise<ReadonlyArray<string>> {
  await page.evaluate(axe.source);
  const found = (await page.evaluate(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] })`,
  )) as axe.AxeResults;
  expect(found.passes.map(({ id }) => id)).toContain('color-contrast');
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** Pixels by which the page is wider than its window. */
const overflow = (page: Page) =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth') as Promise<number>;

/** As they are seen: without what is hidden. */
const texts = (page: Page, selector: string) => page.locator(selector).allInnerTexts();
const textIn = async (page: Page, selector: string) => (await texts(page, selector)).join('\n');

describe.each(['real', 'planted'] as const)('the page of the %s catalogue', (of) => {
  const looks = Object.entries(widths).flatMap(([name, width]) =>
    Object.entries(languages).map(([language, locale]) => ({ name, width, language, locale })),
  );
  it.each(looks)(
    'on a $name in $language is read without a fault, without a network, and without moving it aside',
    async ({ name, width, language, locale }) => {
      await withPage(of, { locale, viewport: { width, height: 900 } }, async ({ page, asked, complaints, address }) => {
        await page.screenshot({ path: join(pictures, `${of}-${name}-${language}.png`), fullPage: true });
        await unfold(page);
        expect(await overflow(page)).toBe(0);
        expect(await violations(page)).toEqual([]);
        expect(complaints).toEqual([]);
        expect(asked).toEqual([address]);
      });
    },
  );

  it('is as readable in the dark', async () => {
    await withPage(of, { colorScheme: 'dark' }, async ({ page }) => {
      await page.screenshot({ path: join(pictures, `${of}-dark.png`), fullPage: true });
      await unfold(page);
      expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).not.toBe('rgb(255, 255, 255)');
      expect(await violations(page)).toEqual([]);
    });
  });

  it('is printed with nothing folded and nothing cut off', async () => {
    await withPage(of, { viewport: { width: 718, height: 1000 } }, async ({ page }) => {
      await page.evaluate(
        `addEventListener('beforeprint', () => { window.folded = document.querySelectorAll('details:not([open])').length; })`,
      );
      const before = await page.locator('details:not([open])').count();
      const pdf = await page.pdf({
        format: 'A4',
        margin: { top: '12mm', right: '10mm', bottom: '12mm', left: '10mm' },
      });
      writeFileSync(join(pictures, `${of}.pdf`), pdf);
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      expect(before).toBeGreaterThan(0);
      expect(await page.evaluate('window.folded')).toBe(0);
      expect(await page.locator('details:not([open])').count()).toBe(before);
      await page.emulateMedia({ media: 'print' });
      await unfold(page);
      const cut = `[...document.querySelectorAll('.wide')].filter((each) => each.scrollWidth > each.clientWidth + 1).map((each) => each.getAttribute('aria-labelledby'))`;
      expect(await page.evaluate(cut)).toEqual([]);
      expect(await overflow(page)).toBe(0);
    });
  });

  it('leads nowhere but to itself, and each link to something that is there', async () => {
    await withPage(of, {}, async ({ page }) => {
      const links = `[...document.querySelectorAll('a')].map((each) => each.getAttribute('href'))`;
      const all = (await page.evaluate(links)) as ReadonlyArray<string>;
      const missing = `[...document.querySelectorAll('a')].map((each) => each.getAttribute('href')).filter((href) => !href.startsWith('#') || !document.getElementById(href.slice(1)))`;
      expect(all.length).toBeGreaterThan(10);
      expect(await page.evaluate(missing)).toEqual([]);
    });
  });

  it('has inside what the command tells programs', async () => {
    const embedded = readFileSync(written[of].page, 'utf8').match(/id="report">(.*?)<\/script>/s)?.[1];
    expect(JSON.parse(embedded ?? '')).toEqual(written[of].json);
    await withPage(of, {}, async ({ page }) => {
      const [saved] = await Promise.all([page.waitForEvent('download'), page.locator('#save-json').click()]);
      expect(JSON.parse(readFileSync(await saved.path(), 'utf8'))).toEqual(written[of].json);
    });
  });

  it('says everything without a script, in both languages', async () => {
    await withPage(of, { javaScriptEnabled: false }, async ({ page }) => {
      expect(await textIn(page, 'h1')).toBe('目录检查 Catalogue check');
      expect(await page.locator('#languages, #filters, #save-json').filter({ visible: true }).count()).toBe(0);
      expect(await page.locator('.finding').filter({ visible: true }).count()).toBe(written[of].json.findings.length);
    });
  });
});

describe('the page', () => {
  it('is in the language of its reader, in the other, or in both', async () => {
    await withPage('planted', { locale: 'de-DE' }, async ({ page }) => {
      const heading = () => textIn(page, 'h1');
      const choose = (value: string) => page.locator(`label:has([value=${value}])`).click();
      expect(await heading()).toBe('Catalogue check');
      await choose('zh');
      expect([await heading(), await page.title()]).toEqual(['目录检查', '目录检查 2026-11-27']);
      expect(await page.evaluate('document.documentElement.lang')).toBe('zh-CN');
      expect(await texts(page, '#summary option')).not.toContain('All');
      await choose('both');
      expect(await heading()).toBe('目录检查 Catalogue check');
      await choose('en');
      expect([await heading(), await page.title()]).toEqual(['Catalogue check', 'Catalogue check 2026-11-27']);
      const visible = (await textIn(page, 'main')).replaceAll(/“[^”]*”|「[^」]*」/g, '');
      expect(visible).not.toMatch(/新增|错误|警告|如何修改/);
    });
  });

  it('has its tables in the order of any column, forth and back', async () => {
    await withPage('planted', {}, async ({ page }) => {
      const heads = page.locator('#codes thead button');
      const totals = async () => (await texts(page, '#codes [data-of=TOTAL]')).map(Number);
      const ascending = (await totals()).sort((a, b) => a - b);
      await heads.last().click();
      expect(await totals()).toEqual(ascending);
      expect(await page.locator('#codes th').nth(6).getAttribute('aria-sort')).toBe('ascending');
      await heads.last().click();
      expect(await totals()).toEqual(ascending.toReversed());
      await heads.nth(1).click();
      expect((await texts(page, '#codes .chip')).map((text) => '错警提'.indexOf(text.charAt(0)))).toEqual(
        (await texts(page, '#codes .chip')).map((text) => '错警提'.indexOf(text.charAt(0))).sort(),
      );
      expect(await page.locator('#codes [aria-sort]').count()).toBe(1);
      await heads.first().click();
      const codes = await texts(page, '#codes tbody code');
      expect(codes).toEqual(codes.toSorted());
    });
  });

  it("shows a department's findings alone, counted anew, by a link that can be forwarded", async () => {
    const own = written.planted.json.findings.filter(({ file }) => file.includes('/departments/health/'));
    const places = own.map(({ file, line, column }) => `${file}:${line}:${column}`).sort();
    expect(places.length).toBeGreaterThan(1);
    await withPage('planted', {}, async ({ page, address }) => {
      const shown = async () => (await texts(page, '.finding:visible .place a')).sort();
      expect(await shown()).toHaveLength(written.planted.json.findings.length);
      await page.locator('#filter-department').selectOption('health');
      await expect.poll(shown).toEqual(places);
      const totals = (await texts(page, '#codes tr:visible [data-of=TOTAL]')).map(Number);
      expect(totals.reduce((sum, each) => sum + each, 0)).toBe(own.length);
      expect(page.url()).toBe(`${address}#department=health`);
      await page.locator('#filter-severity').selectOption('ERROR');
      await expect
        .poll(shown)
        .toEqual(
          own
            .filter(({ severity }) => severity === 'ERROR')
            .map(({ file, line, column }) => `${file}:${line}:${column}`),
        );
      await page.locator('#filter-department').selectOption('');
      await page.locator('#filter-severity').selectOption('');
      await expect.poll(async () => (await shown()).length).toBe(written.planted.json.findings.length);
    });
    const forwarded = await withPage(
      'planted',
      {},
      async ({ page }) => {
        await expect.poll(() => page.locator('.finding:visible').count()).toBe(own.length);
        return page.locator('#filter-department').inputValue();
      },
      '#department=health',
    );
    expect(forwarded).toBe('health');
  });

  it('gives lines to be pasted, and the link to what is shown', async () => {
    await withPage('planted', { permissions: ['clipboard-read', 'clipboard-write'] }, async ({ page, address }) => {
      const pasted = () => page.evaluate('navigator.clipboard.readText()');
      const lines = await texts(page, '.copied code');
      expect(lines[0]).toMatch(/^aliases: \[.*居民身份证件\]$/);
      for (const [index, line] of lines.entries()) {
        await page.locator('[data-copies]').nth(index).click();
        await expect.poll(pasted).toBe(line);
      }
      await page.locator('#filter-department').selectOption('shared');
      await page.locator('#copy-link').click();
      await expect.poll(pasted).toBe(`${address}#department=shared`);
    });
  });

  it('has the circle red and open, what a merger saves, and the runs before', async () => {
    await withPage('planted', {}, async ({ page }) => {
      const event = page.locator('.event[open]').first();
      await event.screenshot({ path: join(pictures, 'circle.png') });
      expect(await textIn(page, '.event[open] summary >> nth=0')).toContain('循环');
      const strokes = await event
        .locator('.edge.circle')
        .evaluateAll((all) => all.map((each) => (globalThis as never as Window).getComputedStyle(each).stroke));
      expect(strokes.length).toBeGreaterThan(1);
      expect(new Set(strokes)).toEqual(new Set(['rgb(176, 0, 32)']));
      expect(await textIn(page, '#effect')).toMatch(/新生儿出生一件事”：材料 \d+ → \d+/);
      expect(await page.locator('#changes .runs:visible').count()).toBeGreaterThan(1);
    });
  });

  it('of a province with a fault in every matter is small, and still shows each', async () => {
    expect(statSync(written.large.page).size).toBeLessThan(5 * 2 ** 20);
    const { findings } = written.large.json;
    const last = findings.at(-1)?.fingerprint;
    await withPage('large', {}, async ({ page, complaints }) => {
      expect(await page.locator('.finding').count()).toBe(50);
      await page.locator('#filter-department').selectOption('health');
      await expect.poll(() => textIn(page, '.count >> nth=0')).toBe('1721');
      await page.locator('.more button').click();
      await expect.poll(() => page.locator('.finding').count()).toBe(1721);
      const [saved] = await Promise.all([page.waitForEvent('download'), page.locator('#save-json').click()]);
      expect(JSON.parse(readFileSync(await saved.path(), 'utf8'))).toEqual(written.large.json);
      expect(complaints).toEqual([]);
    });
    await withPage(
      'large',
      {},
      async ({ page }) => {
        await expect.poll(() => page.locator(`[id="f-${last}"]`).count()).toBe(1);
      },
      `#f-${last}`,
    );
  });
});
