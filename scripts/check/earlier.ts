import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseRegistry, type Registry } from '../../schema/registry.ts';
import { createJudgingAgain, type JudgeAgain } from '../../subgraphs/publishing/judging-again.ts';
import { type LinkedCatalogue, linkCatalogue } from '../../subgraphs/publishing/link/catalogue.ts';
import { type PlacedText, placesOf, readTexts, repositoryRoot } from '../../subgraphs/publishing/read.ts';
import { unpackFiles } from '../published-files.ts';
import { createGit, type Git } from './git.ts';
import { reading, UnreadableInput } from './layers.ts';

const apiPath = 'schema/generated/api.graphql';
const registryFile = 'schema/subgraphs.yaml';

/** What is compared with: a state of the repository, or of a folder laid out like it. */
export interface Earlier {
  /** How it is called in what is told. */
  readonly name: string;
  /** The public schema; undefined where there is none. */
  readonly api: string | undefined;
  /** Undefined where there are no catalogue files, or the same as now; null where they do not hold. */
  readonly catalogue: () => LinkedCatalogue | null | undefined;
}

/** Undefined where there are no files; null where they do not hold. */
type Link = (
  departments: Registry['departments'],
  texts: ReadonlyArray<PlacedText>,
) => LinkedCatalogue | null | undefined;

/** What was published last, where it is kept (`npm run catalogue -- state`); below the repository's root. */
export const stateFile = '.check/published.gz';

/**
 * A file is a public schema or what `stateFile` is, a folder is laid out like this repository, anything else is a revision of git. `judgeAgain` has judged what
 * stands now, for the same departments: of files that were no other then nothing is done again.
 */
export function earlierState(
  against: string | undefined,
  registry: Registry,
  root: string = repositoryRoot,
  judgeAgain: JudgeAgain = createJudgingAgain(registry.departments),
): Earlier | undefined {
  const git = createGit(root);
  const linked: Link = (departments, texts) => {
    if (texts.length === 0) return undefined;
    const isSame = JSON.stringify(departments) === JSON.stringify(registry.departments);
    const { catalogue, findings } = (isSame ? judgeAgain : createJudgingAgain(departments))(texts);
    return findings.some(({ severity }) => severity === 'ERROR') ? null : linkCatalogue(catalogue);
  };
  if (against === undefined) {
    const state = join(root, stateFile);
    if (existsSync(state)) return ofState(state, stateFile, root, linked);
    return git.isCommitted('HEAD') ? ofRevision('HEAD', registry, git, linked) : undefined;
  }
  if (isPacked(against)) return ofState(against, against, root, linked);
  const found = statSync(against, { throwIfNoEntry: false });
  if (found?.isFile())
    return { name: against, api: reading(against, () => readFileSync(against, 'utf8')), catalogue: () => undefined };
  if (found?.isDirectory()) return ofFolder(against, registry, linked);
  if (git.isCommitted(against)) return ofRevision(against, registry, git, linked);
  throw new UnreadableInput(against, new Error('it is no file, no folder and no revision'));
}

/** The first bytes of whatever gzip writes. */
const gzip = Buffer.from([0x1f, 0x8b]);
function isPacked(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true && readFileSync(file).subarray(0, 2).equals(gzip);
}

function ofState(file: string, name: string, root: string, linked: Link): Earlier {
  const { departments, texts, api } = reading(name, () => unpackFiles(readFileSync(file)));
  const said = (all: ReadonlyArray<PlacedText>): string =>
    JSON.stringify(all.map(({ path, text }) => [path, text]).sort());
  return {
    name,
    api,
    catalogue: () => (said(texts) === said(readTexts(departments, [root])) ? undefined : linked(departments, texts)),
  };
}

function ofFolder(folder: string, registry: Registry, linked: Link): Earlier {
  const root = resolve(folder);
  const read = (path: string): string | undefined =>
    existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined;
  return {
    name: folder,
    api: read(apiPath),
    catalogue: () => {
      const { departments } = registryIn(read, registry);
      return linked(departments, readTexts(departments, [root]));
    },
  };
}

function ofRevision(revision: string, registry: Registry, git: Git, linked: Link): Earlier {
  const read = (path: string): string | undefined => git.try(['show', `${revision}:./${path}`]);
  return {
    name: revision,
    api: read(apiPath),
    catalogue: () => {
      const { departments } = registryIn(read, registry);
      const places = placesOf(departments);
      if (git.isSame(revision, [...new Set(places.map(({ folder }) => folder))])) return undefined;
      const paths = git.filesIn(revision, ['subgraphs/catalogue/data', 'subgraphs/departments']);
      const placed = places.flatMap(({ folder, ...place }) =>
        paths
          .filter((path) => path.startsWith(`${folder}/`) && /\.ya?ml$/.test(path))
          .sort()
          .map((path) => ({ path, ...place })),
      );
      const texts = git.contentsOf(placed.map(({ path }) => `${revision}:./${path}`));
      return linked(
        departments,
        placed.map((each, index) => ({ ...each, text: texts[index] as string })),
      );
    },
  };
}

function registryIn(read: (path: string) => string | undefined, registry: Registry): Registry {
  const text = read(registryFile);
  return text === undefined ? registry : reading(registryFile, () => parseRegistry(text, registryFile));
}
