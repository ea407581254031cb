import { canonicalJson } from '../../../subgraphs/language/canonical.ts';
import type { MatterFile } from '../../../subgraphs/publishing/shapes.ts';
import type { Value } from './cells.ts';
import { type PartKind, tables } from './columns.ts';
import { bothOf, type Row, valueAt } from './matter-rows.ts';
import { type Fault, fault } from './reasons.ts';
import type { ReadRow } from './rows.ts';

type Loose = Readonly<Record<string, unknown>>;

interface List {
  /** Where it stands in a matter. */
  readonly at: 'results' | 'costs' | 'formFields';
  /** By what a row is the same one. */
  readonly key: ReadonlyArray<string>;
}
export const lists: Readonly<Record<PartKind, List>> = {
  results: { at: 'results', key: ['RESULT_CODE', 'RESULT_SUBJECT', 'RESULT_SPEC'] },
  fees: { at: 'costs', key: ['FEE_NAME'] },
  fields: { at: 'formFields', key: ['ELEMENT_CODE', 'ELEMENT_SUBJECT'] },
};

/** An entry as its row has it: texts in both languages, and `validity` as a duration apart from words. */
function flat(entry: Loose): Loose {
  const { item, validity } = entry as { readonly item?: string; readonly validity?: string | Loose };
  return {
    ...entry,
    ...(item === undefined ? {} : { item: bothOf(item) }),
    ...(typeof validity === 'object' ? { validity: undefined, until: validity.until } : {}),
  };
}

/** The other way; what is undefined is left out. */
function entryOf({ until, validity, item, ...rest }: Loose): Loose {
  const { zh, en } = (item ?? {}) as { readonly zh?: string; readonly en?: string };
  return {
    ...(item === undefined ? {} : { item: en === undefined ? zh : { zh, en } }),
    ...rest,
    ...(validity !== undefined ? { validity } : until !== undefined ? { validity: { until } } : {}),
  };
}

/** The rows of what a matter issues, charges or asks for in its form. */
export function partRows(kind: PartKind, matter: MatterFile): ReadonlyArray<Row> {
  return entriesOf(kind, matter).map((entry) =>
    rowOf(kind, { ...flat(entry), matter: matter.code, region: matter.region }),
  );
}

const entriesOf = (kind: PartKind, matter: MatterFile): ReadonlyArray<Loose> =>
  (matter[lists[kind].at] ?? []) as unknown as ReadonlyArray<Loose>;

const rowOf = (kind: PartKind, entry: Loose): Row =>
  new Map(tables[kind].columns.map(({ wire, at }) => [wire, valueAt(entry, at) as Value]));

const keyOf = (kind: PartKind, row: Row): string => canonicalJson(lists[kind].key.map((wire) => row.get(wire) ?? null));

/**
 * A matter's list with what rows say of it. What the table has no column for (conditions and constraints of fields) stays, and so does an entry that no
 * row names.
 */
export function mergeParts(
  kind: PartKind,
  matter: MatterFile,
  rows: ReadonlyArray<ReadRow>,
  faults: Fault[],
): ReadonlyArray<Loose> {
  const before = entriesOf(kind, matter);
  const [first] = rows;
  if (!first) return before;
  const given = new Map<string, ReadRow>();
  for (const row of rows) {
    const key = keyOf(kind, row.values);
    const twice = given.get(key);
    const at = tables[kind].key;
    if (twice) faults.push(fault('TWICE', row.sheet, row.cellOf(at), [twice.cellOf(at)]));
    else given.set(key, row);
    if (row.values.get('RESULT_VALIDITY') !== undefined && row.values.get('RESULT_UNTIL') !== undefined)
      faults.push(fault('TWO_VALIDITIES', row.sheet, row.cellOf('RESULT_UNTIL')));
  }
  const merged = before.map((entry) => {
    const key = keyOf(kind, rowOf(kind, flat(entry)));
    const row = given.get(key);
    given.delete(key);
    if (row) return mergeEntry(kind, entry, row);
    const words = lists[kind].key.map((wire) => rowOf(kind, flat(entry)).get(wire)).filter(Boolean);
    faults.push(fault('KEPT', first.sheet, first.cellOf('TASK_CODE'), [words.join(' ')], true));
    return entry;
  });
  return [...merged, ...[...given.values()].map((row) => mergeEntry(kind, {}, row))];
}

function mergeEntry(kind: PartKind, entry: Loose, { values }: ReadRow): Loose {
  const known = flat(entry);
  const stands = rowOf(kind, known);
  const changed = tables[kind].columns.filter(
    ({ wire, at }) =>
      !['matter', 'region'].includes(at[0] as string) &&
      values.get(wire) !== undefined &&
      values.get(wire) !== stands.get(wire),
  );
  const next: Record<string, unknown> = { ...known };
  for (const { wire, at } of changed) {
    const [top, member] = at as [string, string?];
    next[top] =
      member === undefined ? values.get(wire) : { ...(next[top] as Loose | undefined), [member]: values.get(wire) };
    // How long it holds is said in one way.
    if (top === 'until') delete next.validity;
  }
  return entryOf(next);
}
