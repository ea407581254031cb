import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { htmlOf } from '../../../scripts/check/formats/html.ts';
import { finding, reportOf } from './run.ts';

const hostile = '<img src=x onerror=alert(1)>';
const report = reportOf([
  ...Array.from({ length: 55 }, (_each, index) =>
    finding({ line: index + 1, message: { zh: `${hostile}${index}`, en: `${hostile}${index}` } }),
  ),
  finding({ rule: 'FEE_WITHOUT_BASIS', severity: 'WARNING', file: 'subgraphs/departments/tax/matters/b.yaml' }),
]);
/** The page as a browser has it whose language is English, with its script run; what a layout decides is looked at by `npm run test:browser`. */
const opened = (hash = '') =>
  new JSDOM(htmlOf(report), {
    runScripts: 'dangerously',
    url: `file:///report.html${hash}`,
    // Nothing is laid out here.
    beforeParse: ({ Element }) => {
      Element.prototype.scrollIntoView = () => {};
    },
  }).window;
const rows = (document: Document) => document.querySelectorAll('article:not([hidden]) .finding');

describe('the script of the page', () => {
  it('shows the language of the browser', () => {
    const { documentElement, title } = opened().document;
    expect([documentElement.dataset.language, documentElement.lang, title]).toEqual([
      'en',
      'en',
      'Catalogue check 2026-11-27',
    ]);
  });

  it('shows what a link asks for, counted anew', async () => {
    const { document } = opened('#department=tax');
    await expect.poll(() => rows(document).length).toBe(1);
    expect(document.querySelector('[data-code=NO_REMEDY]')?.hasAttribute('hidden')).toBe(true);
    expect(document.querySelector('[data-code=FEE_WITHOUT_BASIS] [data-of=TOTAL]')?.textContent).toBe('1');
  });

  it('shows every finding of a code when it is asked to, each text as a text', async () => {
    const { document } = opened();
    expect(rows(document)).toHaveLength(51);
    (document.querySelector('#NO_REMEDY .more button') as HTMLButtonElement).click();
    await expect.poll(() => rows(document).length).toBe(56);
    expect(document.querySelectorAll('img')).toHaveLength(0);
    expect(rows(document)[54]?.querySelector('.what [lang=en]')?.textContent).toBe(`${hostile}54`);
  });

  it('sorts a table by a column, and by it the other way round', () => {
    const { document } = opened();
    const codes = () => [...document.querySelectorAll('#codes tbody tr')].map((row) => row.getAttribute('data-code'));
    const button = document.querySelector('#codes th:last-child button') as HTMLButtonElement;
    button.click();
    expect(codes()).toEqual(['FEE_WITHOUT_BASIS', 'NO_REMEDY']);
    button.click();
    expect(codes()).toEqual(['NO_REMEDY', 'FEE_WITHOUT_BASIS']);
  });
});
