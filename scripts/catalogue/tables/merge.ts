import { canonicalJson } from '../../../subgraphs/language/canonical.ts';
import type { MatterFile, RequirementInFile, UseInFile } from '../../../subgraphs/publishing/shapes.ts';
import type { Basis, Value } from './cells.ts';
import { type Column, partKinds, tables } from './columns.ts';
import { bothOf, materialRows, matterRow, type UseRow } from './matter-rows.ts';
import { lists, mergeParts } from './parts.ts';
import { type Fault, fault } from './reasons.ts';
import type { ReadRow } from './rows.ts';

/** What a matter's file holds after a table, or why it cannot. */
export interface Merged {
  readonly matter: MatterFile;
  readonly faults: ReadonlyArray<Fault>;
}
type Loose = Record<string, unknown>;

const same = (one: unknown, other: unknown): boolean => canonicalJson(one ?? null) === canonicalJson(other ?? null);

/**
 * A matter with what its row and the rows of its parts say: materials, results, fees, fields of its form. A cell that is empty says nothing: what the file has stays, and so does all that
 * the tables have no column for (conditions, desk).
 */
export function mergeMatter(
  before: MatterFile | undefined,
  row: ReadRow | undefined,
  parts: ReadonlyArray<ReadRow>,
): Merged {
  const faults: Fault[] = [];
  const fresh = { requirements: [], results: [], formFields: [] } as unknown as MatterFile;
  const matter = row ? mergeRow(before ?? fresh, row, faults) : ((before ?? fresh) as MatterFile);
  const of = (kind: ReadRow['kind']): ReadonlyArray<ReadRow> => parts.filter((each) => each.kind === kind);
  const requirements = mergeMaterials(matter, of('materials'), faults);
  let result = same(requirements, matter.requirements) ? matter : { ...matter, requirements };
  for (const kind of partKinds) {
    const { at } = lists[kind];
    const list = mergeParts(kind, matter, of(kind), faults);
    if (!same(list, matter[at] ?? [])) result = { ...result, [at]: list } as MatterFile;
  }
  const count = row?.values.get('MATERIAL_COUNT');
  if (row && count !== undefined && count !== requirements.length)
    faults.push(fault('WRONG_COUNT', row.sheet, row.cellOf('MATERIAL_COUNT'), [Number(count), requirements.length]));
  return { matter: result, faults };
}

function mergeRow(before: MatterFile, row: ReadRow, faults: Fault[]): MatterFile {
  const stands = before.code === undefined ? new Map<string, Value>() : matterRow(before);
  const changed = tables.matters.columns.filter(({ wire, at }) => {
    const value = row.values.get(wire);
    return at.length > 0 && value !== undefined && !same(value, stands.get(wire));
  });
  const matter = { ...before } as unknown as Loose;
  for (const column of changed.filter(({ kind, language }) => kind !== 'lines' || !language)) set(matter, column, row);
  if (changed.some(({ kind }) => kind === 'lines')) setLines(matter, row, stands, faults);
  for (const limit of ['statutoryLimit', 'promisedLimit']) {
    const { amount, unit } = (matter[limit] ?? { amount: 0, unit: '' }) as Loose;
    const at = limit === 'statutoryLimit' ? 'ANTICIPATE' : 'PROMISE';
    if (amount === undefined || unit === undefined)
      faults.push(fault('LIMIT_HALF', row.sheet, row.cellOf(`${at}_${amount === undefined ? 'DAY' : 'TYPE'}`)));
  }
  return matter as unknown as MatterFile;
}

function set(matter: Loose, { wire, at }: Column, row: ReadRow): void {
  const [top, member] = at as [string, string?];
  const value = row.values.get(wire);
  if (member === undefined) {
    matter[top] = value;
    return;
  }
  const held = matter[top];
  const parts: Loose = { ...(typeof held === 'string' ? { zh: held } : (held as Loose | undefined)), [member]: value };
  // English of a Chinese text that is another now says something else, unless the table states it.
  const english = tables.matters.columns.find((each) => each.at[0] === top && each.at[1] === 'en');
  if (member === 'zh' && english && row.values.get(english.wire) === undefined) delete parts.en;
  matter[top] = top === 'authority' && parts.en === undefined ? parts.zh : parts;
}

function setLines(matter: Loose, row: ReadRow, stands: ReadonlyMap<string, Value>, faults: Fault[]): void {
  const zh = (row.values.get('ACCEPT_CONDITION') ?? stands.get('ACCEPT_CONDITION') ?? []) as ReadonlyArray<string>;
  const isChanged = !same(zh, stands.get('ACCEPT_CONDITION'));
  const en = (row.values.get('ACCEPT_CONDITION_EN') ?? (isChanged ? undefined : stands.get('ACCEPT_CONDITION_EN'))) as
    | ReadonlyArray<string>
    | undefined;
  if (en && en.length !== zh.length)
    faults.push(fault('LINES_DIFFER', row.sheet, row.cellOf('ACCEPT_CONDITION_EN'), [zh.length, en.length]));
  matter.conditions = zh.map((text, index) => (en ? { zh: text, en: en[index] } : text));
}

function mergeMaterials(
  matter: MatterFile,
  rows: ReadonlyArray<ReadRow>,
  faults: Fault[],
): ReadonlyArray<RequirementInFile> {
  const before = matter.requirements ?? [];
  if (rows.length === 0) return before;
  const groups = new Map<string, ReadRow[]>();
  for (const row of rows) {
    const code = String(row.values.get('MATERIAL_CODE'));
    groups.set(code, [...(groups.get(code) ?? []), row]);
  }
  const [first] = rows as [ReadRow];
  for (const { code } of before)
    if (!groups.has(code)) faults.push(fault('KEPT', first.sheet, first.cellOf('TASK_CODE'), [code], true));
  const merged = before.map((each) => mergeMaterial(matter, each, groups.get(each.code) ?? [], faults));
  const added = [...groups]
    .filter(([code]) => !before.some((each) => each.code === code))
    .map(([code, group]) => mergeMaterial(matter, { code, name: '' }, group, faults));
  return [...merged, ...added];
}

/** Columns that say of every row of one material the same. */
const shared = ['MATERIAL_NAME', 'MATERIAL_NAME_EN', 'IS_NEED', 'SOURCE_TYPE', 'BY_LAW'];

function mergeMaterial(
  matter: MatterFile,
  before: RequirementInFile,
  rows: ReadonlyArray<ReadRow>,
  faults: Fault[],
): RequirementInFile {
  const [first] = rows;
  if (!first) return before;
  for (const row of rows) faults.push(...countFaults(row), ...disagreeing(first, row));
  const stands = materialRows({ ...matter, requirements: [before] });
  const isSame =
    stands.length === rows.length &&
    rows.every((row, index) =>
      [...row.values].every(([wire, value]) => value === undefined || same(value, stands[index]?.get(wire))),
    );
  if (isSame) return before;
  const value = <T>(wire: string): T | undefined => first.values.get(wire) as T | undefined;
  const { zh, en } = bothOf(before.name);
  const name = value<string>('MATERIAL_NAME') as string;
  const english = value<string>('MATERIAL_NAME_EN') ?? (name === zh ? en : undefined);
  const necessity = value<RequirementInFile['necessity']>('IS_NEED');
  const source = value<RequirementInFile['declaredSource']>('SOURCE_TYPE');
  const [basis] = value<ReadonlyArray<Basis>>('BY_LAW') ?? [];
  const { uses: _uses, options: _options, ...kept } = before;
  return {
    ...kept,
    name: english === undefined ? name : { zh: name, en: english },
    ...(necessity && necessity !== (before.necessity ?? 'REQUIRED') ? { necessity } : {}),
    ...(source ? { declaredSource: source } : {}),
    ...(basis ? { legalBasis: basis } : {}),
    ...mergeUses(before, rows, faults),
  };
}

function mergeUses(
  before: RequirementInFile,
  rows: ReadonlyArray<ReadRow>,
  faults: Fault[],
): Pick<RequirementInFile, 'uses' | 'options'> {
  const held = before.options ?? [{ uses: before.uses ?? [] }];
  const numbers = [...new Set(rows.map(({ values }) => values.get('OPTION_NO') ?? 0))];
  const usesOf = (number: unknown, known: ReadonlyArray<UseInFile>): ReadonlyArray<UseInFile> =>
    rows.filter(({ values }) => (values.get('OPTION_NO') ?? 0) === number).map((row) => mergeUse(known, row));
  if (numbers.length === 1 && numbers[0] === 0 && !before.options) return { uses: usesOf(0, held[0]?.uses ?? []) };
  const [first] = rows as [ReadRow];
  if (before.options && before.options.length !== numbers.length)
    faults.push(fault('OPTIONS_CHANGED', first.sheet, first.cellOf('OPTION_NO'), [before.code]));
  return {
    options: numbers.map((number, index) => ({ ...held[index], uses: usesOf(number, held[index]?.uses ?? []) })),
  };
}

function mergeUse(known: ReadonlyArray<UseInFile>, { values }: ReadRow): UseInFile {
  const value = <T>(wire: string): T | undefined => values.get(wire) as T | undefined;
  const [type, subject, spec] = ['CATALOG_FILE_ID', 'MATERIAL_SUBJECT', 'MATERIAL_SPEC'].map((wire) =>
    value<string>(wire),
  );
  const before = known.find(
    (use) => use.type === type && use.subject === subject && (spec === undefined || use.spec === spec),
  );
  const copies = value<number>('ORIGINALNUM') || value<number>('COPIESNUM') || value<number>('PAGE_NUM');
  return {
    ...before,
    type: type as string,
    subject: subject as string,
    ...(spec === undefined ? {} : { spec }),
    use: value<UseInFile['use']>('MATERIAL_TYPE') as UseInFile['use'],
    ...(copies ? { copies } : {}),
  };
}

function countFaults({ values, sheet, cellOf }: ReadRow): ReadonlyArray<Fault> {
  const [pages, originals, copies] = ['PAGE_NUM', 'ORIGINALNUM', 'COPIESNUM'].map(
    (wire) => values.get(wire) as number | undefined,
  );
  const use = values.get('MATERIAL_TYPE') as UseRow['use'] | undefined;
  const isStated = originals !== undefined || copies !== undefined;
  return [
    ...(pages !== undefined && isStated && pages !== (originals ?? 0) + (copies ?? 0)
      ? [fault('DO_NOT_ADD_UP', sheet, cellOf('PAGE_NUM'), [pages, originals ?? 0, copies ?? 0])]
      : []),
    ...((use === 'COPY' && (originals ?? 0) > 0) || (use === 'HAND_IN' && (copies ?? 0) > 0)
      ? [fault('COUNT_OF_OTHER', sheet, cellOf(use === 'COPY' ? 'ORIGINALNUM' : 'COPIESNUM'), [use])]
      : []),
  ];
}

function disagreeing(first: ReadRow, row: ReadRow): ReadonlyArray<Fault> {
  return shared.flatMap((wire) =>
    same(first.values.get(wire), row.values.get(wire))
      ? []
      : [fault('ROWS_DISAGREE', row.sheet, row.cellOf(wire), [wire, first.cellOf(wire)])],
  );
}
