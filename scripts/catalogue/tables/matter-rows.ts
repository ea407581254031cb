import type { Text } from '../../../subgraphs/language/text.ts';
import type { MatterFile, RequirementInFile, UseInFile } from '../../../subgraphs/publishing/shapes.ts';
import type { Basis, Value } from './cells.ts';
import { type Column, tables } from './columns.ts';

/** Wire name → what the row says there. */
export type Row = ReadonlyMap<string, Value>;
/** A use of a requirement as one row of the materials: all that the table has columns for. */
export interface UseRow {
  readonly matter?: string;
  readonly region?: string;
  readonly code: string;
  readonly name: { readonly zh: string; readonly en?: string };
  readonly necessity?: string;
  readonly declaredSource?: string;
  readonly option?: number;
  readonly type: string;
  readonly subject: string;
  readonly spec?: string;
  readonly use: string;
  readonly pages?: number;
  readonly originals?: number;
  readonly copies?: number;
  readonly legalBasis?: ReadonlyArray<Basis>;
}

export function valueAt(value: unknown, path: ReadonlyArray<string>): unknown {
  return path.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], value);
}

export const bothOf = (text: Text): { readonly zh: string; readonly en?: string } =>
  typeof text === 'string' ? { zh: text } : text;

/** A matter as a row. */
export function matterRow(matter: MatterFile): Row {
  const texts = { ...matter, authority: bothOf(matter.authority) };
  return new Map(tables.matters.columns.map((column) => [column.wire, matterValue(column, texts)]));
}

function matterValue({ wire, kind, at, language }: Column, matter: Pick<MatterFile, 'requirements'>): Value {
  if (wire === 'MATERIAL_COUNT') return matter.requirements?.length;
  const value = valueAt(matter, at);
  if (kind !== 'lines' || language === undefined) return value as Value;
  const lines = ((value ?? []) as ReadonlyArray<Text>).map((text) => bothOf(text)[language]);
  return lines.length === 0 || lines.some((line) => line === undefined) ? undefined : (lines as string[]);
}

/** The rows of a matter's requirements: one for each use, with the number of its option where any one option is enough. */
export function materialRows(matter: Pick<MatterFile, 'code' | 'region' | 'requirements'>): ReadonlyArray<Row> {
  return (matter.requirements ?? []).flatMap((requirement) =>
    useRows(requirement).map(
      (row) =>
        new Map(
          tables.materials.columns.map(({ wire, at }) => [
            wire,
            valueAt({ ...row, matter: matter.code, region: matter.region }, at) as Value,
          ]),
        ),
    ),
  );
}

export function useRows(requirement: RequirementInFile): ReadonlyArray<UseRow> {
  const { code, name, necessity = 'REQUIRED', declaredSource, legalBasis, uses, options } = requirement;
  const shared = {
    code,
    name: bothOf(name),
    necessity,
    ...(declaredSource ? { declaredSource } : {}),
    ...(legalBasis ? { legalBasis: [legalBasis] } : {}),
  };
  const row = ({ type, subject, spec, use, copies }: UseInFile, option?: number): UseRow => ({
    ...shared,
    ...(option === undefined ? {} : { option }),
    type,
    subject,
    ...(spec === undefined ? {} : { spec }),
    use,
    ...(copies === undefined ? {} : { pages: copies, [use === 'HAND_IN' ? 'originals' : 'copies']: copies }),
  });
  return options
    ? options.flatMap((option, index) => option.uses.map((use) => row(use, index + 1)))
    : (uses ?? []).map((use) => row(use));
}
