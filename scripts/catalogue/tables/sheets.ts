import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import { type ReadFor, readServices } from './cpsv-ap-rows.ts';
import { type Fault, fault } from './reasons.ts';
import { maxima, placeIn, type ReadSheets, type Sheet, tooLarge } from './sheet.ts';
import { readWorkbook } from './workbook.ts';

export const encodings = ['utf-8', 'gbk', 'gb18030'] as const;
export type Encoding = (typeof encodings)[number];

export interface ReadAsked extends ReadFor {
  /** Of CSV. */
  readonly encoding: Encoding;
}

/** A CSV file is one sheet, a workbook (.xlsx) or linked data (.jsonld) has several. Throws where the file cannot be opened. */
export async function readSheets(path: string, asked: ReadAsked): Promise<ReadSheets> {
  const name = basename(path);
  if (statSync(path).size > maxima.bytes) return tooLarge(name, `${maxima.bytes / 2 ** 20} MiB`);
  const bytes = readFileSync(path);
  const begins = bytes.subarray(0, 100).toString('latin1');
  // What a zip archive begins with: a workbook is one, whatever its name. No heading of a table begins as JSON does.
  const read = begins.startsWith('PK')
    ? await readWorkbook(name, bytes)
    : /\.json(ld)?$/i.test(name) || /^(ï»¿)?\s*[[{]/.test(begins)
      ? await readServices(name, bytes, asked)
      : csv(name, bytes, asked.encoding);
  return { sheets: read.sheets, faults: [...read.faults, ...read.sheets.flatMap(withinMaxima)] };
}

function csv(name: string, bytes: Buffer, encoding: Encoding): ReadSheets {
  const refused = { sheets: [], faults: [fault('ENCODING', name, '')] };
  if (encoding === 'utf-8' && !isUtf8(bytes)) return refused;
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    // Rows as they are: of a row that is longer or shorter than the head its cells are told, not the file refused.
    const rows: string[][] = parse(text, { bom: true, relax_column_count: true, to: maxima.rows + 1 });
    return { sheets: [{ name, rows }], faults: [] };
  } catch (error) {
    if (error instanceof CsvError)
      return { sheets: [], faults: [fault('CSV', name, '', [String(error.lines ?? '?'), error.code])] };
    if (error instanceof TypeError) return refused;
    throw error;
  }
}

function withinMaxima(sheet: Sheet): ReadonlyArray<Fault> {
  const { name, rows } = sheet;
  if (rows.length > maxima.rows) return [fault('TOO_LARGE', name, '', [`${maxima.rows} rows`])];
  return rows.flatMap((row, at) => [
    ...(row.length > maxima.columns
      ? [fault('TOO_LARGE', name, placeIn(sheet, at, maxima.columns), [`${maxima.columns} columns`])]
      : []),
    ...row.flatMap((value, column) =>
      typeof value === 'string' && value.length > maxima.cell
        ? [fault('TOO_LARGE', name, placeIn(sheet, at, column), [`${maxima.cell} characters`])]
        : [],
    ),
  ]);
}
