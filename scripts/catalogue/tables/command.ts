import { readFileSync, writeFileSync } from 'node:fs';
import { type Command, Option } from 'commander';
import { readRegistry } from '../../../schema/registry.ts';
import { examineFiles, repositoryRoot } from '../../../subgraphs/publishing/read.ts';
import { existingFolder, reading, UnreadableInput } from '../../check/layers.ts';
import { messages } from '../../messages.ts';
import { cannotStart } from '../../start-error.ts';
import { readCodeTables, tableKinds } from './columns.ts';
import { cpsvApOf } from './cpsv-ap.ts';
import { csvOf, tablesOf, workbookOf } from './export-table.ts';
import { patchOf, planImport, writeChanges } from './import-table.ts';
import type { Fault } from './reasons.ts';
import { type Encoding, encodings, readSheets } from './sheets.ts';

interface Importing {
  readonly department: string;
  readonly codes?: string;
  readonly encoding: Encoding;
  readonly catalogue?: string;
  readonly write?: boolean;
}
interface Exporting {
  readonly format: 'csv' | 'xlsx' | 'json-ld';
  readonly department?: string;
  readonly catalogue?: string;
}

/** Both end with 0 where it is done, 1 where something is to be mended, 2 where an input cannot be read: `ended` is told. */
export function addTableCommands(program: Command, ended: (exitCode: number) => void): void {
  const ending = (act: () => Promise<number>): Promise<void> => exitCodeOf(act).then(ended);
  program
    .command('import-table <files...>')
    .description(
      'reads tables of the implementation list (CSV or XLSX), or its services in CPSV-AP (JSON-LD), and shows what they would change in the catalogue files; nothing is written without --write',
    )
    .requiredOption('--department <code>', 'whose matters these are')
    .option('--codes <file>', 'code tables of whoever made the tables: column, code, value')
    .addOption(new Option('--encoding <name>', 'of CSV files').choices(encodings).default('utf-8'))
    .option('--catalogue <folder>', 'a further folder of catalogue files, in which new ones are written')
    .option('--write', 'write the files: all of them, or none')
    .action((files: ReadonlyArray<string>, options: Importing) => ending(() => importTables(files, options)));
  program
    .command('export-table <file>')
    .description(
      'writes matters as tables (with csv: FILE.matters.csv, FILE.materials.csv, FILE.results.csv, FILE.fees.csv, FILE.fields.csv), or as CPSV-AP',
    )
    .addOption(new Option('--format <format>').choices(['csv', 'xlsx', 'json-ld']).default('csv'))
    .option('--department <code>', 'of one department alone')
    .option('--catalogue <folder>', 'a further folder of catalogue files')
    .action((file: string, options: Exporting) => ending(() => exportTables(file, options)));
}

async function exitCodeOf(act: () => Promise<number>): Promise<number> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof UnreadableInput)) throw error;
    console.error(cannotStart('CHECK_INPUT', { input: error.input, reason: error.message }).message);
    return 2;
  }
}

const rootsOf = (folder: string | undefined): ReadonlyArray<string> =>
  folder === undefined ? [repositoryRoot] : [repositoryRoot, existingFolder(folder)];

async function importTables(files: ReadonlyArray<string>, options: Importing): Promise<number> {
  const { departments } = readRegistry();
  const { department, catalogue, encoding } = options;
  if (!departments.some(({ code }) => code === department))
    throw new UnreadableInput(department, new Error(departments.map(({ code }) => code).join(', ')));
  const codes = options.codes === undefined ? {} : declared(options.codes);
  const read = [];
  for (const file of files) {
    try {
      read.push(await readSheets(file, { encoding, department, departments }));
    } catch (error) {
      throw new UnreadableInput(file, error);
    }
  }
  const plan = planImport({
    sheets: read.flatMap(({ sheets }) => sheets),
    codes,
    department,
    departments,
    roots: rootsOf(catalogue),
    tell: progress,
  });
  const faults = [...read.flatMap((each) => each.faults), ...plan.faults];
  const refusing = faults.filter(({ isNote }) => !isNote).length;
  for (const each of faults) console.log(lineOf(each));
  if (refusing === 0) for (const change of plan.changes) console.log(patchOf(change));
  console.log(messages.tableRead(plan.rows, plan.changes.length, refusing, faults.length - refusing));
  if (refusing > 0) {
    console.log(messages.tableRefused);
    return 1;
  }
  if (!options.write) {
    console.log(messages.tableDry);
    return 0;
  }
  reading(plan.changes[0]?.file ?? department, () => writeChanges(plan.changes));
  console.log(messages.tableWritten(plan.changes.length));
  return 0;
}

const declared = (file: string) => reading(file, () => readCodeTables(readFileSync(file, 'utf8')));

function lineOf({ code, sheet, cell, isNote, message }: Fault): string {
  return `${sheet}${cell ? `!${cell}` : ''} ${isNote ? 'note' : 'error'} ${code}: ${message.zh} ${message.en}`;
}

/** On a terminal alone: a pipe would keep every line of it. */
function progress(what: string, done: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${what}: ${done}\u001b[K${done === 0 ? '\r' : ''}`);
}

async function exportTables(file: string, { format, department, catalogue }: Exporting): Promise<number> {
  const examined = examineFiles(readRegistry().departments, rootsOf(catalogue)).catalogue;
  const entries = examined.matters.filter((each) => department === undefined || each.department === department);
  const all = tablesOf(entries.map(({ value }) => value));
  const outputs: ReadonlyArray<readonly [string, string | Buffer, number]> =
    format === 'json-ld'
      ? [[file, `${JSON.stringify(cpsvApOf({ ...examined, matters: entries }), null, 2)}\n`, entries.length]]
      : format === 'xlsx'
        ? [[file, await workbookOf(all), entries.length]]
        : tableKinds.map((kind) => [`${file}.${kind}.csv`, csvOf(all[kind]), all[kind].length - 1] as const);
  for (const [path, content, rows] of outputs) {
    reading(path, () => writeFileSync(path, content));
    console.log(messages.tableExported(path, rows));
  }
  return 0;
}
