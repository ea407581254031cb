import { closest } from '../../../subgraphs/publishing/did-you-mean.ts';
import { Misread, readCell, type Value } from './cells.ts';
import { type CodeTables, type Column, type TableKind, tableKinds, tables } from './columns.ts';
import { type Fault, fault } from './reasons.ts';
import { type CellValue, placeIn, type Sheet } from './sheet.ts';

/** One row of a table that was understood, and where each value stands. */
export interface ReadRow {
  readonly kind: TableKind;
  readonly sheet: string;
  /** From 0. */
  readonly row: number;
  readonly values: ReadonlyMap<string, Value>;
  readonly cellOf: (wire: string) => string;
}
export interface ReadTable {
  readonly rows: ReadonlyArray<ReadRow>;
  readonly faults: ReadonlyArray<Fault>;
}

const heading = (value: CellValue): string =>
  String(value ?? '')
    .normalize('NFKC')
    .replaceAll(/[\s\u200b\ufeff*]/g, '');
const isEmpty = (value: CellValue | undefined): boolean => value === undefined || String(value ?? '').trim() === '';

/** What a sheet says, cell by cell: the head is its first row that holds anything. `tell` is called as rows are done. */
export function readTable(sheet: Sheet, codes: CodeTables, tell: (done: number) => void = () => {}): ReadTable {
  const head = sheet.rows.findIndex((row) => row.some((value) => !isEmpty(value)));
  const headings = (sheet.rows[head] ?? []).map(heading);
  const kind = tableKinds.find((each) => has(headings, each));
  if (kind === undefined) {
    const keys = tableKinds.map((each) => tables[each].key).join(', ');
    return { rows: [], faults: [fault('SHEET_NOT_READ', sheet.name, '', [keys], true)] };
  }
  const { placed, faults } = placeColumns(sheet, head, headings, kind);
  const rows: ReadRow[] = [];
  const told: Fault[] = [...faults];
  for (let row = head + 1; row < sheet.rows.length; row++) {
    const cells = sheet.rows[row] as ReadonlyArray<CellValue>;
    if (row % 500 === 0) tell(row);
    if (cells.every(isEmpty)) continue;
    const read = readRow(sheet, row, cells, placed, codes);
    told.push(...read.faults);
    rows.push({
      kind,
      sheet: sheet.name,
      row,
      values: read.values,
      cellOf: (wire) => placeIn(sheet, row, placed.get(wire)?.index ?? 0),
    });
  }
  return { rows, faults: told };
}

const named = (heading: string, { wire, zh }: Column): boolean =>
  heading.toUpperCase() === wire || heading === zh.normalize('NFKC');

function has(headings: ReadonlyArray<string>, kind: TableKind): boolean {
  const { key, columns } = tables[kind];
  const column = columns.find(({ wire }) => wire === key) as Column;
  return headings.some((each) => named(each, column));
}

type Placed = ReadonlyMap<string, { readonly index: number; readonly column: Column }>;

function placeColumns(of: Sheet, head: number, headings: ReadonlyArray<string>, kind: TableKind) {
  const { name: sheet } = of;
  const placed = new Map<string, { index: number; column: Column }>();
  const faults: Fault[] = [];
  for (const [index, text] of headings.entries()) {
    const column = tables[kind].columns.find((each) => named(text, each));
    const at = placeIn(of, head, index);
    if (!column && text !== '') faults.push(fault('COLUMN_NOT_READ', sheet, at, [text], true));
    if (column && placed.has(column.wire)) faults.push(fault('COLUMN_TWICE', sheet, at, [text]));
    if (column && !placed.has(column.wire)) placed.set(column.wire, { index, column });
  }
  const known = headings.filter((text) => text !== '').map((code) => ({ code }));
  for (const { wire, zh, required } of tables[kind].columns)
    if (required && !placed.has(wire)) {
      const meant = closest(wire, known);
      faults.push(fault('COLUMN_MISSING', sheet, '', [wire, meant ? `${zh}: ${meant}?` : zh]));
    }
  return { placed: placed as Placed, faults };
}

function readRow(of: Sheet, row: number, cells: ReadonlyArray<CellValue>, placed: Placed, codes: CodeTables) {
  const { name: sheet } = of;
  const values = new Map<string, Value>();
  const faults: Fault[] = [];
  for (const [wire, { index, column }] of placed) {
    const at = placeIn(of, row, index);
    const value = readCell(column, cells[index] ?? null, codes);
    if (value instanceof Misread) {
      const other = value.code === 'NOT_A_CODE' ? swappedWith(cells, placed) : undefined;
      faults.push(
        other ? fault('SWAPPED', sheet, at, [value.slots[0] ?? '', other]) : fault(value.code, sheet, at, value.slots),
      );
    } else if (value === undefined && column.required)
      faults.push(fault('MISSING', sheet, at, [`${wire} ${column.zh}`]));
    else values.set(wire, value);
  }
  return { values, faults };
}

/** A column of words in which something like a long code stands. */
function swappedWith(cells: ReadonlyArray<CellValue>, placed: Placed): string | undefined {
  const found = [...placed.values()].find(
    ({ index, column }) =>
      column.kind === 'text' && /^[A-Za-z0-9]*\d[A-Za-z0-9._-]{3,}$/.test(String(cells[index] ?? '').trim()),
  );
  return found?.column.wire;
}
