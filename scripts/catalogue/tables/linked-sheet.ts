import { type TableKind, tables } from './columns.ts';
import type { Placed } from './linked-values.ts';
import type { Sheet } from './sheet.ts';

/** One row of a table as it was read from linked data: what its cells say, and which term of which thing says so. */
export interface LinkedRow {
  readonly place: string;
  readonly cells: ReadonlyMap<string, { readonly text: string | undefined; readonly place: string }>;
}
/** Wire name of a column, the term that it is read from, what it says. */
export type LinkedCell = readonly [wire: string, term: string, value: string | number | boolean | undefined];

export const rowOf = ({ place }: Placed, cells: ReadonlyArray<LinkedCell>): LinkedRow => ({
  place,
  cells: new Map(
    cells.map(([wire, term, value]) => [
      wire,
      { text: value === undefined ? undefined : String(value), place: `${place} ${term}` },
    ]),
  ),
});

/** Rows as a sheet with every column of its kind: what linked data has none of is empty. */
export function sheetOf(name: string, kind: TableKind, rows: ReadonlyArray<LinkedRow>): Sheet {
  const { columns } = tables[kind];
  const cellAt = (row: LinkedRow, column: number) => row.cells.get(columns[column]?.wire ?? '');
  return {
    name,
    rows: [
      columns.map(({ wire }) => wire),
      ...rows.map((row) => columns.map((column, index) => inWords(column, cellAt(row, index)?.text))),
    ],
    placeOf: (row, column) => {
      const read = rows[row - 1];
      return (read && (cellAt(read, column)?.place ?? read.place)) ?? '';
    },
  };
}

/** A value of a file as the word that its column has for it; what is no such value stays, and is refused as a word would be. */
function inWords({ kind, words = {} }: (typeof tables)[TableKind]['columns'][number], text: string | undefined) {
  if (text === undefined || (kind !== 'choice' && kind !== 'choices')) return text ?? null;
  const wordOf = (one: string): string => Object.keys(words).find((word) => String(words[word]) === one) ?? one;
  return text.split('\n').map(wordOf).join('\n');
}
