import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';
import { z } from 'zod';
import { readRegistry } from '../../schema/registry.ts';
import { assembleCatalogue, type CheckedFile } from '../../subgraphs/publishing/catalogue.ts';
import type { Finding } from '../../subgraphs/publishing/finding.ts';
import { KeptFaults } from '../../subgraphs/publishing/kept-faults.ts';
import { type PlacedText, readFile, readTexts } from '../../subgraphs/publishing/read.ts';
import { judge, rules } from '../../subgraphs/publishing/rules.ts';
import { decodeText } from '../../subgraphs/publishing/source-file.ts';
import { encodings } from './encodings.ts';

/** What is found in its place, or stands there anew where `find` is empty. Each text is there exactly once, in a file named by the end of its path. */
const edit = z.strictObject({ in: z.string(), find: z.string(), put: z.string() });
const planted = edit.partial().extend({
  name: z.string(),
  /** `sound`: nothing may be found. */
  is: z.enum(['error', 'warning', 'sound']),
  /** Further edits that the defect needs. */
  and: z.array(z.union([edit, edit.omit({ in: true }).extend({ copy: z.string(), to: z.string() })])).optional(),
  /** The whole file. */
  all: z.string().optional(),
  /** How the file is written. */
  as: z.enum(Object.keys(encodings) as [keyof typeof encodings]).optional(),
  /** Files that lie in a further folder of catalogue files. */
  folder: z.record(z.string(), z.string()).optional(),
  /** Where it must be found: the beginning of a part, `file#part` in another file than the one edited; of several one is enough. */
  at: z.union([z.string(), z.array(z.string())]).optional(),
  /** Rules that cannot but find something too, elsewhere. */
  also: z.array(z.string()).optional(),
});
export type Planted = z.infer<typeof planted> & { readonly group: string };

const folder = new URL('../../tests/planted/', import.meta.url);

/** Every planted defect, and the sound changes. */
export function readPlanted(): ReadonlyArray<Planted> {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) =>
      z
        .array(planted)
        .parse(parse(readFileSync(new URL(name, folder), 'utf8')))
        .map((each) => ({ ...each, group: name.replace('.yaml', '') })),
    );
}

/** What became of one: whether it was found in its place, and what else was told. */
export interface Verdict {
  readonly planted: Planted;
  /** Whether who judges the whole anew finds the same as who judges again what was changed. */
  readonly isFoundAnew: () => boolean;
  /** Undefined: missed. */
  readonly found: Finding | undefined;
  /** Findings that are about nothing planted. */
  readonly falseAlarms: ReadonlyArray<Finding>;
}

/** Events in which defects are planted, with the matters they name and all that every event uses: a part of the real catalogue, so that it is judged quickly. */
const events = ['newborn', 'newborn-chuxiong', 'newborn-ruian', 'home-transfer', 'retirement', 'company-closing'];

/** Plants each defect by itself in the real catalogue files, as they are read, and asks the real rules. */
export function createNursery(): (planted: Planted) => Verdict {
  const { departments } = readRegistry();
  const byText = new Map<string, CheckedFile>();
  const read = (text: PlacedText): CheckedFile => {
    const key = `${text.path}\n${text.unreadableAt ?? ''}\n${text.text}`;
    const known = byText.get(key) ?? readFile(text);
    byText.set(key, known);
    return known;
  };
  const kept = new KeptFaults();
  const judged = (all: ReadonlyArray<PlacedText>, among = kept): ReadonlyArray<Finding> =>
    judge(assembleCatalogue(departments, all.map(read)), rules, among).findings;
  const chosen = partOf(readTexts(departments));
  // What rests on matters that were left out would be set aside, and with it whatever needs the whole.
  const broken = new Set(judged(chosen).flatMap(({ severity, file }) => (severity === 'ERROR' ? [file] : [])));
  const texts = chosen.filter(({ path }) => !broken.has(path));
  const before = new Set(judged(texts).map(identity));
  return (each) => {
    const changed = [...plant(each, texts), ...readFolder(each, departments)];
    const all = judged(changed);
    const findings = all.filter((finding) => !before.has(identity(finding)));
    const expected = [each.at ?? []].flat().map((place) => placed(place, each, changed));
    const isExpected = ({ file, part }: Finding): boolean =>
      expected.some((place) => file === place.file && part.startsWith(place.part));
    const enough = findings.filter((finding) => each.is !== 'error' || finding.severity === 'ERROR');
    return {
      planted: each,
      isFoundAnew: () => isDeepStrictEqual(all, judged(changed, new KeptFaults())),
      found: enough.find(isExpected),
      falseAlarms: findings.filter((finding) => !isExpected(finding) && !each.also?.includes(finding.rule)),
    };
  };
}

const identity = ({ rule, file, part, message }: Finding): string => [rule, file, part, message.en].join('\n');

/** The chosen events, the matters they name, and those that regions have instead. */
function partOf(texts: ReadonlyArray<PlacedText>): ReadonlyArray<PlacedText> {
  const isEvent = ({ kind }: PlacedText): boolean => kind === 'life-event' || kind === 'regional-event';
  const chosen = texts.filter((text) => isEvent(text) && events.some((name) => text.path.endsWith(`/${name}.yaml`)));
  const named = chosen.map(({ text }) => text).join('\n');
  const codeIn = (text: string, key: string): string => text.match(new RegExp(`^${key}: "?([\\w-]+)`, 'm'))?.[1] ?? '';
  const matters = texts.filter(({ kind }) => kind === 'matter');
  const catalogCodes = new Set(
    matters.filter(({ text }) => named.includes(codeIn(text, 'code'))).map(({ text }) => codeIn(text, 'catalogCode')),
  );
  return texts.filter(
    (text) =>
      chosen.includes(text) ||
      (!isEvent(text) && (text.kind !== 'matter' || catalogCodes.has(codeIn(text.text, 'catalogCode')))),
  );
}

function fileIn(texts: ReadonlyArray<PlacedText>, name: string): PlacedText {
  const [file, ...others] = texts.filter(({ path }) => path === name || path.endsWith(`/${name}.yaml`));
  if (!file || others.length > 0)
    throw new Error(`"${name}" names ${others.length === 0 ? 'no file' : 'several files'}.`);
  return file;
}

function plant(each: Planted, texts: ReadonlyArray<PlacedText>): ReadonlyArray<PlacedText> {
  let planted = texts;
  const write = (file: PlacedText, text: string): void => {
    planted = planted.map((other) => (other.path === file.path ? { ...file, text } : other));
  };
  const edited = (text: string, find: string, put: string): string => {
    if (text.split(find).length !== 2) throw new Error(`${each.name}: "${find}" is not there exactly once.`);
    return text.replace(find, () => put);
  };
  for (const one of [each, ...(each.and ?? [])]) {
    if ('copy' in one) {
      const file = fileIn(planted, one.copy);
      const path = file.path.replace(/[^/]+$/, `${one.to}.yaml`);
      planted = [...planted, { ...file, path, text: edited(file.text, one.find, one.put) }];
    } else if (one.in !== undefined && one.find !== undefined) {
      const file = fileIn(planted, one.in);
      write(file, edited(file.text, one.find, one.put ?? ''));
    }
  }
  if (each.in === undefined) return planted;
  const file = fileIn(planted, each.in);
  if (each.all !== undefined) write(file, each.all);
  if (each.as !== undefined) {
    const decoded = decodeText(encodings[each.as](file.text));
    planted = planted.map((other) => (other.path === file.path ? { ...file, ...decoded } : other));
  }
  return planted;
}

function readFolder({ folder: files }: Planted, departments: Parameters<typeof readTexts>[0]) {
  if (!files) return [];
  const root = mkdtempSync(join(tmpdir(), 'planted-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(root, dirname(path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return readTexts(departments, [root]);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function placed(place: string, each: Planted, texts: ReadonlyArray<PlacedText>) {
  const [file, part] = place.includes('#') ? (place.split('#') as [string, string]) : [each.in as string, place];
  // What is read from nowhere is told under the path at which it lies.
  return { file: each.folder ? file : fileIn(texts, file).path, part };
}
