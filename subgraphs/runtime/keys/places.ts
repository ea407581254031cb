/** A row's key columns, as text. */
export type RowKey = Readonly<Record<string, string>>;

export interface SealedColumn {
  readonly name: string;
  /** `BYTES`: as `seal` answers it. `TEXT`: as `sealText` does. `JSON`: such a text as a string of JSON. */
  readonly as: 'BYTES' | 'TEXT' | 'JSON';
  /** What the value is bound to (`associated`). */
  readonly place: (key: RowKey) => string;
}
export interface SealedTable {
  readonly name: string;
  /** Columns of its primary key, in order. */
  readonly key: ReadonlyArray<string>;
  readonly columns: ReadonlyArray<SealedColumn>;
}
/** Files that are sealed, each beside a row of its own, under whose lock alone it is written or removed. */
export interface SealedFiles {
  readonly table: string;
  /** Their kind in the storage. */
  readonly folder: string;
  /** Name of the row's column with the file's name. */
  readonly key: string;
  readonly place: (key: RowKey) => string;
}
/** Everything of a subgraph that is sealed with its keys, so that it can be sealed with a new one. What is missing here is lost with its key. */
export interface SealedPlaces {
  readonly tables: ReadonlyArray<SealedTable>;
  readonly files?: ReadonlyArray<SealedFiles>;
}
