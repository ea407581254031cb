import { readFileSync } from 'node:fs';
import { parseDocument, stringify } from 'yaml';
import { z } from 'zod';
import { assembleCatalogue, type Catalogue, type CheckedFile } from '../../../subgraphs/publishing/catalogue.ts';
import type { Finding } from '../../../subgraphs/publishing/finding.ts';
import { type PlacedText, placesOf, readFile } from '../../../subgraphs/publishing/read.ts';
import { type FoundRule, findAll } from '../../../subgraphs/publishing/rules.ts';

/** A file of the base (`police/registration`), and after `#` the JSON pointer of a part. */
const part = z.string().regex(/^[a-z-]+\/[a-z0-9-]+(#\/.*)?$/);
const change = z.strictObject({
  name: z.string(),
  /** Parts that get another value; `/-` appends to a list. A file alone is a new one, or all of it. */
  set: z.record(part, z.unknown()).optional(),
  remove: z.array(part).optional(),
  /** A file as it is written, where YAML made of a value would not show the fault. */
  text: z.record(part, z.string()).optional(),
  /** Paths of files that lie there and are not read. */
  unread: z.array(z.string()).optional(),
});
const bad = change.extend({
  /** Where the finding must stand: a part, or `file:line` of a text. Several findings: several places. */
  at: z.union([z.string(), z.array(z.string())]),
  /** What the first finding's English sentence must hold, where it is computed. */
  says: z.string().optional(),
  /** Other rules that cannot but find something too. */
  also: z.array(z.string()).optional(),
});
const cases = z.strictObject({
  good: z.array(change).min(1),
  bad: z.array(bad).min(1),
  /** Cases at the last value that holds; or a sentence on why there is no such value. */
  boundary: z.union([z.array(change).min(1), z.string()]),
});
export type RuleCases = z.infer<typeof cases>;
export type Change = z.infer<typeof change>;

export function casesOf({ source }: FoundRule): RuleCases {
  const file = new URL(source.href.replace(/\.ts$/, '.cases.yaml'));
  return cases.parse(parseDocument(readFileSync(file, 'utf8'), { merge: true }).toJS());
}

export const departments = [
  { code: 'health', name: { zh: '卫生健康委', en: 'Health' } },
  { code: 'police', name: { zh: '公安局', en: 'Police' } },
];
const base = parseDocument(
  readFileSync(new URL('../../../subgraphs/publishing/rules/base.yaml', import.meta.url), 'utf8'),
).toJS() as Readonly<Record<string, unknown>>;

/** The base with a case's change, as files. */
export function changed({
  set = {},
  remove = [],
  text = {},
  unread = [],
}: Omit<Change, 'name'>): ReadonlyArray<PlacedText> {
  const files = structuredClone(base) as Record<string, unknown>;
  for (const [target, value] of Object.entries(set)) setPart(files, target, value);
  for (const target of remove) removePart(files, target);
  const names = [...new Set([...Object.keys(files), ...Object.keys(text)])].sort();
  return [
    ...names.map((name) => placedText(name, text[name] ?? stringify(files[name], { lineWidth: 0 }))),
    ...unread.map((path): PlacedText => ({ path, text: '', kind: 'unread' })),
  ];
}

/** Most files of most cases are the base's: each text is read once. */
const read = new Map<string, CheckedFile>();

export function catalogueOf(texts: ReadonlyArray<PlacedText>): Catalogue {
  const files = texts.map((each) => {
    const key = `${each.path}\n${each.text}`;
    const file = read.get(key) ?? readFile(each);
    read.set(key, file);
    return file;
  });
  return assembleCatalogue(departments, files);
}

export function findingsIn(texts: ReadonlyArray<PlacedText>): ReadonlyArray<Finding> {
  return findAll(catalogueOf(texts));
}

function placedText(name: string, text: string): PlacedText {
  const [folder, file] = name.split('/');
  const place = placesOf(departments).find((each) => each.folder.split('/').includes(folder as string));
  if (!place) throw new Error(`No kind of file stands in ${folder}.`);
  const { folder: path, ...rest } = place;
  return { ...rest, path: `${path}/${file}.yaml`, text };
}

function walk(files: Record<string, unknown>, target: string) {
  const [file, pointer] = target.split('#') as [string, string | undefined];
  const keys = pointer === undefined ? [file] : [file, ...pointer.split('/').slice(1)];
  const last = keys.pop() as string;
  let holder = files as Record<string, unknown>;
  for (const key of keys) holder = holder[key] as Record<string, unknown>;
  if (holder === undefined) throw new Error(`The base has no part ${target}.`);
  return { holder, last };
}
function setPart(files: Record<string, unknown>, target: string, value: unknown): void {
  const { holder, last } = walk(files, target);
  if (Array.isArray(holder) && last === '-') holder.push(value);
  else holder[last] = value;
}
function removePart(files: Record<string, unknown>, target: string): void {
  const { holder, last } = walk(files, target);
  if (!(last in holder)) throw new Error(`The base has no part ${target}.`);
  if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else delete holder[last];
}

/** `file:line` of a part in the changed files. */
export function lineOf(texts: ReadonlyArray<PlacedText>, target: string): string {
  const [name, pointer] = target.split('#') as [string, string | undefined];
  const [file, line] = name.split(':') as [string, string | undefined];
  if (texts.some(({ path }) => path === file)) return name;
  const { path } = placedText(file, '');
  const found = texts.find((each) => each.path === path);
  if (!found) throw new Error(`There is no file ${path}.`);
  if (line !== undefined) return `${path}:${line}`;
  const node = parseDocument(found.text).getIn((pointer ?? '').split('/').slice(1), true) as { range?: number[] };
  if (!node?.range) throw new Error(`${target} is not there.`);
  return `${path}:${found.text.slice(0, node.range[0]).split('\n').length}`;
}
