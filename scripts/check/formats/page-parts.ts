import type { Localized } from '../../../subgraphs/language/text.ts';
import type { ToldFinding } from '../findings.ts';
import { markup } from './markup.ts';

/** What every part of the page is made of. Whatever is said is there in both languages, each marked, so that one of them can be chosen. */

/** Beside each other. */
export const both = ({ zh, en }: Localized): string =>
  `<span lang="zh-CN">${markup(zh)}</span> <span lang="en">${markup(en)}</span>`;

/** Below each other: sentences. */
export const sentences = ({ zh, en }: Localized): string =>
  `<span class="line" lang="zh-CN">${markup(zh)}</span> <span class="line" lang="en">${markup(en)}</span>`;

export const section = (id: string, title: Localized, content: string): string =>
  `<section id="${id}" aria-labelledby="${id}-heading"><h2 id="${id}-heading">${both(title)}</h2>\n${content}\n</section>`;

/** What may be wider than a telephone, and is moved by itself; named by an element of the page. */
export const wide = (labelledBy: string, content: string): string =>
  `<div class="wide" role="region" tabindex="0" aria-labelledby="${labelledBy}">${content}</div>`;

/** `1 matter`, `2 matters`. */
export const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

export interface Column {
  readonly title: Localized;
  /** Right-aligned, and sorted as numbers. */
  readonly isNumber?: boolean;
}

/** A table that can be sorted by each of its columns. The rows are written with `cell`, the first cell of each with `head`. */
export function table(
  id: string,
  caption: Localized,
  columns: ReadonlyArray<Column>,
  rows: ReadonlyArray<string>,
): string {
  const heads = columns.map(
    ({ title, isNumber }) => `<th scope="col"${isNumber ? ' class="number"' : ''}>${both(title)}</th>`,
  );
  return wide(
    `${id}-caption`,
    `<table id="${id}"><caption id="${id}-caption">${both(caption)}</caption><thead><tr>${heads.join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`,
  );
}

export const head = (content: string): string => `<th scope="row">${content}</th>`;
export const cell = (content: string): string => `<td>${content}</td>`;
/** `of`: what it is a number of, by which it is found again. */
export const number = (value: number | string, of?: string): string =>
  `<td class="number${value === 0 ? ' none' : ''}"${of ? ` data-of="${of}"` : ''}>${value}</td>`;

export const severities: Readonly<Record<ToldFinding['severity'], Localized>> = {
  ERROR: { zh: '错误', en: 'Error' },
  WARNING: { zh: '警告', en: 'Warning' },
  INFO: { zh: '提示', en: 'Note' },
};
export const states: Readonly<Record<ToldFinding['state'], Localized>> = {
  NEW: { zh: '新增', en: 'New' },
  KNOWN: { zh: '已知', en: 'Known' },
  APPROVED: { zh: '已批准', en: 'Approved' },
  OFF: { zh: '关闭', en: 'Off' },
};

/** `UNKNOWN_REFERENCE`, which may go on in the next line after each of its words. */
export const codeHtml = (code: string): string => `<code>${code.replaceAll('_', '_<wbr>')}</code>`;

export const severityChip = (severity: ToldFinding['severity']): string =>
  `<span class="chip ${severity}">${both(severities[severity])}</span>`;

/** Whose file it is: a department's code; `shared` for what all of them use, `graph` for all else. The script of the page knows the same. */
export function ownerOf(file: string): string {
  const [, department] = file.match(/(?:^|\/)subgraphs\/departments\/([^/]+)\//) ?? [];
  return department ?? (/(?:^|\/)subgraphs\/catalogue\/data\//.test(file) ? 'shared' : 'graph');
}
