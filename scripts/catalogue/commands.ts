import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Registry } from '../../schema/registry.ts';
import { isCivilDate, todayInChina } from '../../subgraphs/language/civil-date.ts';
import type { LinkedCatalogue } from '../../subgraphs/publishing/link/catalogue.ts';
import { checkCatalogue, type PlacedText, readTexts } from '../../subgraphs/publishing/read.ts';
import type { PublishedAct } from '../../subgraphs/runtime/definition.ts';
import { publishedSchema } from '../check/breaking.ts';
import { compareCatalogues } from '../check/effect/compare.ts';
import { eventLine, figureLine, itemLines, whereLine } from '../check/effect/lines.ts';
import { textOfFindings } from '../check/formats/text.ts';
import { type Imported, importCatalogue, publicationHistory, publishedFiles } from '../database.ts';
import { messages } from '../messages.ts';
import { standingOn } from '../prepare.ts';
import { type PublishedFiles, packFiles, readFiles, unpackFiles } from '../published-files.ts';
import { cannotStart } from '../start-error.ts';
import { textsToPublish } from './texts.ts';

/** Who answers for a publication. */
export interface Signed {
  readonly author: string;
  readonly reason: string;
  readonly approvedBy?: string | undefined;
  /** ISO date from which it holds; default: today. */
  readonly from?: string | undefined;
  /** The proposal that it carries out. */
  readonly proposal?: number | undefined;
}

/** As many as anybody reads. */
const mostListed = 200;

const said = ({ revision, changed }: Imported, from: string): string => {
  if (!changed) return messages.unchanged(revision);
  return from > todayInChina() ? messages.publishedFrom(revision, from) : messages.published(revision);
};

/** The day from which a publication holds. Throws where it is none, or is over. */
export function dayOf({ from }: Signed): string {
  const today = todayInChina();
  if (from === undefined) return today;
  if (!isCivilDate(from) || from < today) throw cannotStart('PUBLICATION_DAY', { day: from, today });
  return from;
}

/** Publishes the files, or nothing. Throws what a maintainer can mend. */
export async function publish(url: string, by: Signed, registry: Registry, folder?: string): Promise<string> {
  const texts = textsToPublish(registry, folder);
  if (texts instanceof Error) throw texts;
  return publishFiles(url, { departments: registry.departments, texts }, by, registry, 'PUBLISHED');
}

/** Publishes the files of an earlier revision once more: what stood before stands again, and what happened stays in the history. */
export async function rollBack(url: string, by: Signed, registry: Registry, to?: number): Promise<string> {
  const [newest] = await publicationHistory(url, 1, registry);
  const files = await filesOf(url, to ?? (newest?.revision ?? 0) - 1, registry);
  return publishFiles(url, files, by, registry, 'ROLLED_BACK');
}

/** What the files come to. Throws where they have an error, which is told before. */
export function checked({ texts }: PublishedFiles, registry: Registry): LinkedCatalogue {
  const read = checkCatalogue(registry.departments, texts);
  if (read.ok) return read.catalogue;
  console.error(textOfFindings(read.findings, { colour: false, all: false }));
  throw cannotStart('CATALOGUE_INVALID', { findings: read.findings.length });
}

/** Publishes files as they were read before. */
export async function publishFiles(
  url: string,
  files: PublishedFiles,
  by: Signed,
  registry: Registry,
  kind: PublishedAct['kind'],
): Promise<string> {
  const from = dayOf(by);
  const catalogue = checked(files, registry);
  const { author, reason, approvedBy = null, proposal = null } = by;
  const act = { kind, author, reason, approvedBy, proposal, files: packFiles({ ...files, api: publishedSchema() }) };
  return said(await importCatalogue(url, catalogue, registry, act, from), from);
}

export async function filesOf(url: string, revision: number, registry: Registry): Promise<PublishedFiles> {
  const packed = await publishedFiles(url, revision, registry);
  if (!packed) throw cannotStart('PUBLICATION_UNKNOWN', { revision });
  return unpackFiles(packed);
}

/** Writes a revision (default: the one that holds today) as `npm run check` compares with. */
export async function keepState(url: string, file: string, registry: Registry, revision?: number): Promise<string> {
  const standing = standingOn(await publicationHistory(url, mostListed, registry), todayInChina());
  const number = revision ?? standing?.revision ?? 0;
  const packed = await publishedFiles(url, number, registry);
  if (!packed) throw cannotStart('PUBLICATION_UNKNOWN', { revision: number });
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, packed);
  return messages.stateKept(number, file);
}

/** One line per revision: number, when, from which day it holds, how, by whom, approved by whom, why. */
export async function historyLines(url: string, registry: Registry): Promise<string> {
  const acts = await publicationHistory(url, mostListed, registry);
  return acts
    .map(({ revision, at, holdsFrom, kind, author, approvedBy, reason }) =>
      [revision, at, holdsFrom ?? '', kind, author, approvedBy ?? '', reason].join('\t'),
    )
    .join('\n');
}

/** Files that come, go and change, and the effect on citizens. */
export async function diffOf(
  url: string,
  registry: Registry,
  today: string,
  from?: number | '' | undefined,
  to?: number | '' | undefined,
): Promise<string> {
  const [newest] = await publicationHistory(url, 1, registry);
  const before = await filesOf(url, from || (newest?.revision ?? 0), registry);
  const after = to
    ? await filesOf(url, to, registry)
    : { departments: registry.departments, texts: readTexts(registry.departments) };
  const lines = differences(before.texts, after.texts);
  const [one, other] = [readFiles(before), readFiles(after)];
  if (lines.length === 0 || !one.ok || !other.ok) return lines.join('\n') || messages.noDifference;
  const { events } = compareCatalogues(one.catalogue, other.catalogue, today);
  const effect = events.flatMap((event) => {
    const { zh, en } = eventLine(event);
    return [
      `${zh} ${en}`,
      ...event.changes.flatMap((change) => [
        `  ${whereLine(change, event.planned).en}: ${figureLine(change).en}`,
        ...itemLines(change).map(({ sign, text }) => `    ${sign} ${text.zh} ${text.en}`),
      ]),
    ];
  });
  return [...lines, ...effect].join('\n');
}

function differences(before: ReadonlyArray<PlacedText>, after: ReadonlyArray<PlacedText>): ReadonlyArray<string> {
  const [old, fresh] = [before, after].map((texts) => new Map(texts.map(({ path, text }) => [path, text])));
  const paths = [...new Set([...(old?.keys() ?? []), ...(fresh?.keys() ?? [])])].sort();
  return paths.flatMap((path) => {
    const [one, other] = [old?.get(path), fresh?.get(path)];
    if (one === other) return [];
    return [`${one === undefined ? '+' : other === undefined ? '-' : '~'} ${path}`];
  });
}
