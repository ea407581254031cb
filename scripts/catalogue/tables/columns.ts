import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const column = z.strictObject({
  wire: z.string().regex(/^[A-Z][A-Z0-9_]*$/),
  zh: z.string().min(1),
  kind: z.enum(['code', 'text', 'count', 'amount', 'date', 'duration', 'choice', 'choices', 'lines', 'bases']),
  at: z.array(z.string()),
  required: z.boolean().default(false),
  language: z.enum(['zh', 'en']).optional(),
  /** Word of the table → value of the file; of several words for one value the first is written. */
  words: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
});
const table = z.strictObject({ key: z.string(), columns: z.array(column).min(1) });

export type Column = z.infer<typeof column>;
/** What a matter has several of, beside its materials: what it issues, charges and asks for in its form. */
export type PartKind = 'results' | 'fees' | 'fields';
export type TableKind = 'matters' | 'materials' | PartKind;
/** In the order in which they are written. */
export const partKinds: ReadonlyArray<PartKind> = ['results', 'fees', 'fields'];
export const tableKinds: ReadonlyArray<TableKind> = ['matters', 'materials', ...partKinds];
export interface Table {
  /** The column by which a sheet is known to be one of these. */
  readonly key: string;
  readonly columns: ReadonlyArray<Column>;
}

/** Columns of the implementation list, as `schema/tables/implementation-list.yaml` has them. */
export const tables: Readonly<Record<TableKind, Table>> = z
  .strictObject({ matters: table, materials: table, results: table, fees: table, fields: table })
  .parse(parse(readFileSync(new URL('../../../schema/tables/implementation-list.yaml', import.meta.url), 'utf8')));

const codesFile = z.record(
  z.string(),
  z.record(z.string().max(100), z.union([z.string().max(100), z.number(), z.boolean()])),
);

/** Codes that somebody declares: wire name of a column → code → value of the file. Throws what is wrong with it. */
export type CodeTables = z.infer<typeof codesFile>;

export function readCodeTables(text: string): CodeTables {
  const declared = codesFile.parse(parse(text));
  for (const [wire, codes] of Object.entries(declared)) {
    const known = Object.values(tables).flatMap(({ columns }) => columns.filter((each) => each.wire === wire));
    const values = new Set(known.flatMap(({ words }) => Object.values(words ?? {})));
    const strange = Object.values(codes).find((value) => !values.has(value));
    if (strange !== undefined)
      throw new Error(`${wire}: "${strange}" is none of ${[...values].join(', ') || 'the columns that take words'}`);
  }
  return declared;
}
