import { type Fault, fault } from './reasons.ts';

/** Values as the file has them: texts, or what a spreadsheet says is a number or a day. */
export type CellValue = string | number | boolean | Date | null;
export interface Sheet {
  /** File, or file and sheet. */
  readonly name: string;
  readonly rows: ReadonlyArray<ReadonlyArray<CellValue>>;
  /** Where a cell stands, if what was read is no table: row and column, both from 0. */
  readonly placeOf?: (row: number, column: number) => string;
}
export interface ReadSheets {
  readonly sheets: ReadonlyArray<Sheet>;
  readonly faults: ReadonlyArray<Fault>;
}

/** What one file may hold. A province's whole list fits in; what does not is divided. */
export const maxima = { bytes: 20 * 2 ** 20, rows: 100_000, columns: 200, cell: 10_000 };

/** `AB12`: column and row, both from 0. */
export function cellName(row: number, column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}

/** What a cell is called where its faults are told: as spreadsheets name it, or by the thing and the term that it was read from. */
export const placeIn = ({ placeOf = cellName }: Sheet, row: number, column: number): string => placeOf(row, column);

export const tooLarge = (name: string, most: string): ReadSheets => ({
  sheets: [],
  faults: [fault('TOO_LARGE', name, '', [most])],
});
