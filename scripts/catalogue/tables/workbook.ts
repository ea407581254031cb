import { posix } from 'node:path';
import { strFromU8, type Unzipped, unzipSync, zipSync } from 'fflate';
import readWorkbookFile from 'read-excel-file/node';
import { Parser } from 'saxen';
import { type Fault, fault } from './reasons.ts';
import { maxima, type ReadSheets, tooLarge } from './sheet.ts';

/** What an archive may become: a few bytes can otherwise be unpacked into gigabytes. */
const most = { unpacked: 200 * 2 ** 20, files: 500 };

/** A workbook's sheets. It is unpacked within bounds first, and looked through for what its reader would not tell or not survive. */
export async function readWorkbook(name: string, bytes: Uint8Array): Promise<ReadSheets> {
  const files = unpack(bytes);
  if (files === undefined) return tooLarge(name, `${most.unpacked / 2 ** 20} MiB`);
  const faults = [...sheetFiles(files)].flatMap(([sheet, text]) => faultsIn(`${name} ${sheet}`, text));
  if (faults.some(({ code }) => code === 'TOO_LARGE')) return { sheets: [], faults };
  // Packed again of what was unpacked: its sizes are what they say now.
  const sheets = await readWorkbookFile(Buffer.from(zipSync(files, { level: 0 })));
  return { sheets: sheets.map(({ sheet, data }) => ({ name: `${name} ${sheet}`, rows: data as never })), faults };
}

/** Undefined where it is too much; no more than it says is ever unpacked of a file. */
function unpack(bytes: Uint8Array): Unzipped | undefined {
  let [size, count] = [0, 0];
  unzipSync(bytes, {
    filter: ({ originalSize }) => {
      size += originalSize;
      count += 1;
      return false;
    },
  });
  return size > most.unpacked || count > most.files ? undefined : unzipSync(bytes);
}

type Attributes = Readonly<Record<string, string>>;

function elements(
  text: string,
  names: ReadonlyArray<string>,
  take: (name: string, attributes: Attributes) => void,
): void {
  const parser = new Parser();
  parser.on('openTag', (name, attributes) => {
    const local = name.replace(/^.*:/, '');
    if (names.includes(local)) take(local, attributes() as Attributes);
  });
  parser.parse(text);
}

/** Name of each sheet → its XML. */
function sheetFiles(files: Unzipped): ReadonlyMap<string, string> {
  const textOf = (path: string): string => strFromU8(files[path] ?? new Uint8Array());
  const targets = new Map<string, string>();
  elements(textOf('xl/_rels/workbook.xml.rels'), ['Relationship'], (_, { Id = '', Target = '' }) => {
    targets.set(Id, posix.join('xl', Target.replace(/^\/xl\//, '')));
  });
  const found = new Map<string, string>();
  elements(textOf('xl/workbook.xml'), ['sheet'], (_, attributes) => {
    const path = targets.get(attributes['r:id'] ?? '');
    if (path !== undefined && files[path]) found.set(attributes.name ?? '', textOf(path));
  });
  return found;
}

/** Merged cells, which the reader gives as empty ones, and a cell so far out that a table up to it would fill the memory. */
function faultsIn(sheet: string, text: string): ReadonlyArray<Fault> {
  const faults: Fault[] = [];
  elements(text, ['mergeCell', 'c', 'row', 'dimension'], (name, { ref = '', r = '' }) => {
    if (name === 'mergeCell') faults.push(fault('MERGED', sheet, ref.split(':')[0] ?? '', [ref]));
    const [, letters = '', row = ''] =
      (name === 'dimension' ? (ref.split(':').at(-1) ?? '') : r).match(/^([A-Z]*)(\d+)$/) ?? [];
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    if ((Number(row) > maxima.rows || column > maxima.columns) && faults.length < 100)
      faults.push(fault('TOO_LARGE', sheet, r || ref, [`${maxima.rows} rows, ${maxima.columns} columns`]));
  });
  return faults;
}
