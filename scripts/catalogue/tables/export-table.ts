import { stringify } from 'csv-stringify/sync';
import writeWorkbook from 'write-excel-file/node';
import type { MatterFile } from '../../../subgraphs/publishing/shapes.ts';
import { writeCell } from './cells.ts';
import { type PartKind, partKinds, type TableKind, tableKinds, tables } from './columns.ts';
import { materialRows, matterRow, type Row } from './matter-rows.ts';
import { partRows } from './parts.ts';

export type TextTable = ReadonlyArray<ReadonlyArray<string>>;

/** Matters as the tables that `import-table` reads: wire names at the head, every cell a text. */
export function tablesOf(matters: ReadonlyArray<MatterFile>): Readonly<Record<TableKind, TextTable>> {
  const table = (kind: TableKind, rows: ReadonlyArray<Row>): TextTable => [
    tables[kind].columns.map(({ wire }) => wire),
    ...rows.map((row) => tables[kind].columns.map((column) => writeCell(column, row.get(column.wire)))),
  ];
  return {
    matters: table('matters', matters.map(matterRow)),
    materials: table('materials', matters.flatMap(materialRows)),
    ...(Object.fromEntries(
      partKinds.map((kind) => [
        kind,
        table(
          kind,
          matters.flatMap((matter) => partRows(kind, matter)),
        ),
      ]),
    ) as Record<PartKind, TextTable>),
  };
}

/** With a mark at the head by which spreadsheets know that it is UTF-8; what a spreadsheet would run as a formula it is told to read as text (`'=`). */
export const csvOf = (table: TextTable): string => stringify(table as string[][], { bom: true, escape_formulas: true });

export function workbookOf(all: Readonly<Record<TableKind, TextTable>>): Promise<Buffer> {
  const sheet = (kind: TableKind) => ({
    sheet: kind,
    data: all[kind].map((row) => row.map((value) => (value === '' ? null : { value, type: String }))),
  });
  return writeWorkbook(tableKinds.map(sheet)).toBuffer();
}
