/** Where the persons of one table are told what it holds of them, or why it holds nothing that they are not told elsewhere. */
export type PersonalTable =
  | {
      /** The kind of record by which its rows are told. */
      readonly exported: string;
      /** Columns that are not told, each with the reason. All others are, also one that is added later. */
      readonly leftOut: Readonly<Record<string, string>>;
    }
  | { readonly notExported: string };

/** Every table of a subgraph by its name: a test holds that none is forgotten. */
export type PersonalTables = Readonly<Record<string, PersonalTable>>;

/** Of every part that is given a share of a revision. */
export const beginningsTable = {
  beginnings: { notExported: 'From which day each revision of the catalogue holds.' },
} as const satisfies PersonalTables;

/** Of what the catalogue is kept in, wherever it is. */
export const catalogueTables = {
  ...beginningsTable,
  contents: { notExported: 'The published catalogue, which is about nobody.' },
  versions: { notExported: 'The published catalogue, which is about nobody.' },
} as const satisfies PersonalTables;
