import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import { parseDocument, stringify } from 'yaml';
import { canonicalJson } from '../../../subgraphs/language/canonical.ts';
import { assembleCatalogue, type Catalogue, type MatterEntry } from '../../../subgraphs/publishing/catalogue.ts';
import type { Finding } from '../../../subgraphs/publishing/finding.ts';
import { type PlacedText, readFile, readTexts } from '../../../subgraphs/publishing/read.ts';
import { judge } from '../../../subgraphs/publishing/rules.ts';
import type { MatterFile } from '../../../subgraphs/publishing/shapes.ts';
import { fingerprintOf } from '../../check/findings.ts';
import { type CodeTables, partKinds } from './columns.ts';
import { mergeMatter } from './merge.ts';
import { lists } from './parts.ts';
import { type Fault, fault } from './reasons.ts';
import { type ReadRow, readTable } from './rows.ts';
import type { Sheet } from './sheet.ts';

export interface ImportAsked {
  readonly sheets: ReadonlyArray<Sheet>;
  readonly codes: CodeTables;
  readonly department: string;
  readonly departments: Catalogue['departments'];
  /** Folders laid out like the repository; matters that no file has yet go into the last. */
  readonly roots: ReadonlyArray<string>;
  readonly tell?: (what: string, done: number) => void;
}
/** A file as it would be written; `before` is null where there is none yet. */
export interface Change {
  readonly path: string;
  readonly file: string;
  readonly before: string | null;
  readonly after: string;
}
export interface ImportPlan {
  readonly faults: ReadonlyArray<Fault>;
  readonly changes: ReadonlyArray<Change>;
  /** How many matters and rows of materials were understood. */
  readonly rows: number;
}

/** What a table would change in the catalogue's files. Nothing is written; with a fault that is no note, nothing may be. */
export function planImport(asked: ImportAsked): ImportPlan {
  const { sheets, codes, department, departments, roots, tell = () => {} } = asked;
  const tables = sheets.map((sheet) => readTable(sheet, codes, (done) => tell(sheet.name, done)));
  const rows = tables.flatMap((table) => table.rows);
  const faults = tables.flatMap((table) => table.faults);
  // Half a row is no row: what is wrong with the cells is told, and nothing else is made of them.
  if (faults.some(({ isNote }) => !isNote) || rows.length === 0) return { faults, changes: [], rows: rows.length };
  const texts = roots.flatMap((root) => readTexts(departments, [root]).map((text) => ({ root, text })));
  const catalogue = assembleCatalogue(
    departments,
    texts.map(({ text }) => readFile(text)),
  );
  const { merges, faults: unplaced } = groupRows(rows, catalogue, department);
  const rootOf = new Map(texts.map(({ root, text }) => [text, root]));
  const changes: Change[] = [];
  const fresh: PlacedText[] = [];
  for (const [index, { entry, row, parts }] of merges.entries()) {
    if (index % 100 === 0) tell(department, index);
    const merged = mergeMatter(entry?.value, row, parts);
    unplaced.push(...merged.faults);
    if (entry && canonicalJson(merged.matter) === canonicalJson(entry.value)) continue;
    const path =
      entry?.file.path ??
      newPath(
        merged.matter,
        department,
        new Set([...texts.map(({ text }) => text.path), ...fresh.map((each) => each.path)]),
      );
    const placed = texts.find(({ text }) => text.path === path && text.text === entry?.file.text);
    const after = entry ? rewritten(entry.file.text, entry.value, merged.matter) : written(merged.matter);
    const root = (placed && rootOf.get(placed.text)) ?? (roots.at(-1) as string);
    changes.push({ path, file: join(root, path), before: entry?.file.text ?? null, after });
    fresh.push({ path, text: after, kind: 'matter', department });
  }
  const judged = newFindings(
    departments,
    texts.map(({ text }) => text),
    catalogue,
    fresh,
  );
  const first = rows[0] as ReadRow;
  const told = judged.map((finding) => {
    const at = fresh.findIndex(({ path }) => path === finding.file);
    const merge = merges.find(
      ({ entry, row }) =>
        (entry?.file.path ?? '') === finding.file ||
        (row && fresh[at]?.text.includes(`code: ${row.values.get('TASK_CODE')}\n`)),
    );
    const row = merge?.row ?? merge?.parts[0] ?? first;
    const where = `${finding.file}:${finding.line} ${finding.rule}`;
    return fault(
      'CATALOGUE',
      row.sheet,
      row.cellOf('TASK_CODE'),
      [`${where} ${finding.message.zh}${finding.mend.zh}`, `${finding.message.en} ${finding.mend.en}`],
      finding.severity !== 'ERROR',
    );
  });
  return { faults: [...faults, ...unplaced, ...told], changes, rows: rows.length };
}

interface Merge {
  readonly entry: MatterEntry | undefined;
  readonly row: ReadRow | undefined;
  /** Of its materials, results, fees and form. */
  readonly parts: ReadonlyArray<ReadRow>;
}

const keyOf = (code: unknown, region: unknown, from: unknown): string => `${code} ${region} ${from ?? ''}`;

/** Rows by the matter they are about; a row of a part without a region is of the one matter of its code. */
function groupRows(rows: ReadonlyArray<ReadRow>, { matters }: Catalogue, department: string) {
  const faults: Fault[] = [];
  const merges = new Map<string, { entry: MatterEntry | undefined; row: ReadRow | undefined; parts: ReadRow[] }>();
  const known = new Map(
    matters.map((entry) => [keyOf(entry.value.code, entry.value.region, entry.value.validFrom), entry]),
  );
  for (const row of rows.filter(({ kind }) => kind === 'matters')) {
    const [code, region] = [row.values.get('TASK_CODE'), row.values.get('AREA_CODE')];
    const key = keyOf(code, region, row.values.get('PLAN_EFFECTIVE_DATE'));
    const entry = known.get(key);
    const owner = matters.find(({ value }) => value.code === code)?.department ?? department;
    const twice = merges.get(key)?.row;
    if (twice) faults.push(fault('TWICE', row.sheet, row.cellOf('TASK_CODE'), [twice.cellOf('TASK_CODE')]));
    else if (owner !== department)
      faults.push(fault('OF_ANOTHER_DEPARTMENT', row.sheet, row.cellOf('TASK_CODE'), [String(code), owner]));
    else merges.set(key, { entry, row, parts: [] });
  }
  const seen = new Map<string, ReadRow>();
  for (const row of rows.filter(({ kind }) => kind !== 'matters')) {
    const [code, region] = [row.values.get('TASK_CODE'), row.values.get('AREA_CODE')];
    const whole = canonicalJson([...row.values]);
    const twice = row.kind === 'materials' ? seen.get(whole) : undefined;
    if (twice) faults.push(fault('TWICE', row.sheet, row.cellOf('MATERIAL_CODE'), [twice.cellOf('MATERIAL_CODE')]));
    seen.set(whole, row);
    const fits = (key: string): boolean => key.startsWith(region === undefined ? `${code} ` : `${code} ${region} `);
    const own = [...known].filter(([key, entry]) => fits(key) && entry.department === department);
    const key = [...merges.keys()].filter(fits)[0] ?? (own.length === 1 ? own[0]?.[0] : undefined);
    if (key === undefined) {
      faults.push(fault('NO_SUCH_MATTER', row.sheet, row.cellOf('TASK_CODE'), [String(code)]));
      continue;
    }
    const merge = merges.get(key) ?? { entry: known.get(key), row: undefined, parts: [] };
    merge.parts.push(row);
    merges.set(key, merge);
  }
  return { merges: [...merges.values()] as ReadonlyArray<Merge>, faults };
}

function newPath({ code, region }: MatterFile, department: string, taken: ReadonlySet<string>): string {
  const folder = `subgraphs/departments/${department}/matters`;
  const plain = `${folder}/${code.toLowerCase()}.yaml`;
  return taken.has(plain) ? `${folder}/${code.toLowerCase()}-${region}.yaml` : plain;
}

const schemaLine = '# yaml-language-server: $schema=../../../../schema/catalogue/matter.schema.json\n';
const layout = { lineWidth: 120 };
/** The order in which files say it, so that one that was made reads like one that was written. */
const order = [
  'code',
  'catalogCode',
  'title',
  'region',
  'validFrom',
  'validTo',
  'type',
  'authority',
  'statutoryLimit',
  'promisedLimit',
  'visits',
  'onlineDepth',
  'channels',
  'conditions',
  'legalBases',
  'costs',
  'requirements',
  'results',
  'formFields',
];

function written(matter: MatterFile): string {
  const known = matter as unknown as Readonly<Record<string, unknown>>;
  return (
    schemaLine +
    stringify(Object.fromEntries(order.filter((key) => key in known).map((key) => [key, known[key]])), layout)
  );
}

/** Lists whose entries stand in tables: none is ever taken out of them. */
const listed: ReadonlySet<string> = new Set(['requirements', ...partKinds.map((kind) => lists[kind].at)]);

/** Only what differs is written anew: comments and the form of everything else stay. */
function rewritten(text: string, before: MatterFile, after: MatterFile): string {
  const document = parseDocument(text);
  const [old, fresh] = [before, after] as unknown as ReadonlyArray<Readonly<Record<string, unknown>>>;
  for (const [key, value] of Object.entries(fresh ?? {})) {
    if (canonicalJson(old?.[key] ?? null) === canonicalJson(value)) continue;
    if (!listed.has(key) || !Array.isArray(old?.[key])) document.setIn([key], document.createNode(value));
    else
      for (const [index, part] of (value as ReadonlyArray<unknown>).entries())
        if (canonicalJson((old[key] as ReadonlyArray<unknown>)[index] ?? null) !== canonicalJson(part))
          document.setIn([key, index], document.createNode(part));
  }
  return document.toString(layout);
}

/** What the rules find with the new files and do not find without them. */
function newFindings(
  departments: Catalogue['departments'],
  texts: ReadonlyArray<PlacedText>,
  before: Catalogue,
  fresh: ReadonlyArray<PlacedText>,
): ReadonlyArray<Finding> {
  if (fresh.length === 0) return [];
  const replaced = new Map(fresh.map((text) => [text.path, text]));
  const held = before.files.filter(({ file }) => !replaced.has(file.path));
  const at = new Map(held.map((file) => [file.file.path, file]));
  const kept = texts.filter(({ path }) => !replaced.has(path)).map((text) => at.get(text.path) ?? readFile(text));
  const known = new Set(judge(before).findings.map(fingerprintOf));
  return judge(assembleCatalogue(departments, [...kept, ...fresh.map(readFile)])).findings.filter(
    (finding) => !known.has(fingerprintOf(finding)),
  );
}

export function patchOf({ path, before, after }: Change): string {
  return createTwoFilesPatch(
    before === null ? '/dev/null' : `a/${path}`,
    `b/${path}`,
    before ?? '',
    after,
    undefined,
    undefined,
    {
      context: 2,
    },
  );
}

/**
 * Writes all of it or nothing: every text is on the disk beside its place before the first is put there, and what was put is taken back where a
 * later one cannot be. Throws what went wrong; a file that somebody changed meanwhile is such a thing.
 */
export function writeChanges(changes: ReadonlyArray<Change>): void {
  const staged = (file: string): string => `${file}.importing`;
  const put: Change[] = [];
  try {
    for (const { file, before, after } of changes) {
      const now = existsSync(file) ? readFileSync(file, 'utf8') : null;
      if (now !== before) throw new Error(`${file} was changed meanwhile`);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(staged(file), after);
    }
    for (const change of changes) {
      renameSync(staged(change.file), change.file);
      put.push(change);
    }
  } catch (error) {
    for (const { file, before } of put) before === null ? rmSync(file) : writeFileSync(file, before);
    throw error;
  } finally {
    for (const { file } of changes) rmSync(staged(file), { force: true });
  }
}
