import { isCivilDate } from '../../../subgraphs/language/civil-date.ts';
import type { CodeTables, Column } from './columns.ts';
import type { FaultCode } from './reasons.ts';
import type { CellValue } from './sheet.ts';

export interface Basis {
  readonly title: string;
  readonly article?: string;
  readonly documentNumber?: string;
}
/** What a cell says, once it is understood; undefined: it is empty. */
export type Value = string | number | boolean | ReadonlyArray<string | number | boolean | Basis> | undefined;
/** A cell that is not understood. */
export class Misread {
  readonly code: FaultCode;
  readonly slots: ReadonlyArray<string | number>;
  constructor(code: FaultCode, ...slots: ReadonlyArray<string | number>) {
    this.code = code;
    this.slots = slots;
  }
}

/** Invisible characters that copying leaves behind. */
const invisible = /[\u200b-\u200f\u2060\ufeff\u00ad]/g;

/** A cell's text without what nobody means: spaces around, invisible characters, letters and digits of full width in codes and numbers. */
const plain = (value: CellValue): string =>
  (value instanceof Date ? value.toISOString().slice(0, 10) : String(value ?? ''))
    .replaceAll(invisible, '')
    .replaceAll('\u00a0', ' ')
    .trim()
    .replace(/^'(?=[=+\-@])/, '');
const narrow = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/g, '');

export function readCell(column: Column, value: CellValue, codes: CodeTables): Value | Misread {
  const text = plain(value);
  if (text === '') return undefined;
  switch (column.kind) {
    case 'text':
      return text.normalize('NFC');
    case 'code':
      return codeIn(value, text);
    case 'count':
      return /^\d{1,9}$/.test(narrow(text)) ? Number(narrow(text)) : new Misread('NOT_A_COUNT', text);
    case 'amount':
      return amountIn(text);
    case 'date':
      return dateIn(value, text);
    case 'duration':
      return durationIn(text);
    case 'choice':
      return choiceIn(column, text, codes);
    case 'choices':
      return allOf(text.split(/[、，,；;|\n]+/), (word) => choiceIn(column, word.trim(), codes));
    case 'lines':
      return text.split(/\r?\n/).flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
    case 'bases':
      return allOf(text.split(/\r?\n|；(?=《)/), basisIn);
    default: {
      const never: never = column.kind;
      return never;
    }
  }
}

function codeIn(value: CellValue, text: string): Value | Misread {
  // Of a number that is longer than a double holds, or written with an exponent, digits are gone.
  if ((typeof value === 'number' && !Number.isSafeInteger(value)) || /^\d(\.\d+)?E\+?\d+$/i.test(text))
    return new Misread('SPOILT_CODE', text);
  const code = narrow(text);
  return /^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$/.test(code) ? code : new Misread('NOT_A_CODE', text);
}

/** Yuan with at most two places, in fen: a third place is nothing that anybody can pay. */
function amountIn(text: string): Value | Misread {
  const [, yuan, places = ''] = narrow(text).match(/^(?:¥|￥)?(\d{1,9})(?:\.(\d{1,2}))?元?$/) ?? [];
  return yuan === undefined ? new Misread('NOT_AN_AMOUNT', text) : Number(yuan) * 100 + Number(places.padEnd(2, '0'));
}

const periods: Readonly<Record<string, string>> = { 年: 'Y', 个月: 'M', 月: 'M', 周: 'W', 天: 'D', 日: 'D' };

/** An ISO 8601 duration in days or longer, or one number with its unit in Chinese. */
function durationIn(text: string): Value | Misread {
  const written = narrow(text);
  if (/^P(?=\d)(\d{1,4}Y)?(\d{1,4}M)?(\d{1,4}W)?(\d{1,4}D)?$/.test(written)) return written;
  const [, amount, unit = ''] = written.match(/^(\d{1,4})(年|个月|月|周|天|日)$/) ?? [];
  return amount === undefined ? new Misread('NOT_A_DURATION', text) : `P${amount}${periods[unit]}`;
}

/** Days since 30 December 1899, as spreadsheets count: from 1990 to 2099. */
const isSerial = (number: number): boolean => Number.isInteger(number) && number >= 32_874 && number <= 73_050;

function dateIn(value: CellValue, text: string): Value | Misread {
  const written = narrow(text);
  const [, year, month, day] =
    written.match(/^(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})日?$/) ??
    written.match(/^(\d{4})(\d{2})(\d{2})$/) ??
    [];
  const serial = typeof value === 'number' || /^\d{5}$/.test(written) ? Number(written) : Number.NaN;
  const date = isSerial(serial)
    ? new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10)
    : `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  return isCivilDate(date) ? date : new Misread('NOT_A_DATE', text);
}

function choiceIn({ wire, words = {} }: Column, text: string, codes: CodeTables): string | number | boolean | Misread {
  const declared = codes[wire]?.[narrow(text)];
  if (declared !== undefined) return declared;
  const word = Object.keys(words).find((each) => narrow(each) === narrow(text));
  const value = word === undefined ? undefined : words[word];
  return value ?? new Misread('UNDECLARED', text, wire, Object.keys(words).join('、'));
}

function basisIn(text: string): Basis | Misread {
  const [, title, article, documentNumber] = text.trim().match(/^《(.+)》([^《》]*?)(?:（文号：(.+)）)?$/) ?? [];
  if (title === undefined) return new Misread('NOT_A_BASIS', text.trim());
  return {
    title,
    ...(article?.trim() ? { article: article.trim() } : {}),
    ...(documentNumber ? { documentNumber } : {}),
  };
}

function allOf<T extends string | number | boolean | Basis>(
  parts: ReadonlyArray<string>,
  read: (part: string) => T | Misread,
): ReadonlyArray<T> | Misread {
  const values = parts.filter((part) => part.trim() !== '').map(read);
  return values.find((value) => value instanceof Misread) ?? (values as ReadonlyArray<T>);
}

/** The other way: what stands in a cell for a value. */
export function writeCell({ kind, words = {} }: Column, value: Value): string {
  if (value === undefined) return '';
  const wordOf = (one: unknown): string => Object.keys(words).find((word) => words[word] === one) ?? String(one);
  const list = Array.isArray(value) ? value : [value];
  if (kind === 'choice' || kind === 'choices') return list.map(wordOf).join('、');
  if (kind === 'amount') return (Number(value) / 100).toFixed(2);
  if (kind !== 'bases') return list.join('\n');
  return (list as ReadonlyArray<Basis>)
    .map(
      ({ title, article = '', documentNumber }) =>
        `《${title}》${article}${documentNumber ? `（文号：${documentNumber}）` : ''}`,
    )
    .join('\n');
}
