import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { repositoryRoot } from '../../subgraphs/publishing/read.ts';

/** What the subgraphs come to, where they compose. */
export type ComposedGraph = z.infer<typeof composedGraph>;
const composedGraph = z.strictObject({
  /** The public schema. */
  api: z.string(),
  /** Files that are generated of it, from the top of the repository, each with the SHA-256 of what it has to be. */
  files: z.record(z.string(), z.string()),
});

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Folders and files below the root of which something may decide what the subgraphs come to; `*` is any folder. */
const inputs: ReadonlyArray<readonly [folder: string, ending: RegExp]> = [
  ['schema', /^(?!generated).*\.(ts|yaml|graphql)$/],
  ['scripts', /^[^/]*\.ts$/],
  ['subgraphs', /^[^/]+\/(schema\.graphql|parents\.ts)$/],
  // What proves a supergraph.
  ['gateway', /^(planning\/.*|[^/]+)\.ts$/],
  ['.patches', /\.patch$/],
  ['.', /^package-lock\.json$/],
];

/** Paths, from the root, of whatever decides what the subgraphs come to: their SDL, what makes files of it, and which versions do the work. */
export function graphInputs(root: string): ReadonlyArray<string> {
  return inputs.flatMap(([folder, ending]) =>
    below(join(root, folder), ['schema', 'subgraphs', 'gateway'].includes(folder) ? 2 : 0)
      .filter((path) => ending.test(path))
      .map((path) => (folder === '.' ? path : `${folder}/${path}`))
      .sort(),
  );
}

function below(folder: string, depth: number): ReadonlyArray<string> {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isFile()) return [entry.name];
    if (!entry.isDirectory() || depth === 0) return [];
    return below(join(folder, entry.name), depth - 1).map((path) => `${entry.name}/${path}`);
  });
}

export function graphKey(root: string = repositoryRoot): string {
  const hash = createHash('sha256').update(process.version);
  for (const path of graphInputs(root)) hash.update(`\n${path}\n`).update(readFileSync(join(root, path)));
  return hash.digest('hex');
}

/** How many states are kept: of the branches that one goes between. */
const mostKept = 8;

/**
 * Where compositions that held are kept beside installed packages, so that who changes rows of a catalogue does not wait each time for a graph that did
 * not change. Whatever cannot be read back as it was written, or cannot be written, is composed anew: nothing but time depends on it.
 */
export function createKeptGraphs(folder: string = join(repositoryRoot, 'node_modules/.cache/yijianshi')) {
  const fileOf = (key: string): string => join(folder, `graph-${key}.json`);
  return {
    find(key: string): ComposedGraph | undefined {
      try {
        const [sum, text = ''] = readFileSync(fileOf(key), 'utf8').split('\n', 2);
        return sum === sha256(key + text) ? composedGraph.parse(JSON.parse(text)) : undefined;
      } catch {
        return undefined;
      }
    },
    keep(key: string, graph: ComposedGraph): void {
      try {
        mkdirSync(folder, { recursive: true });
        const text = JSON.stringify(graph);
        writeFileSync(fileOf(key), `${sha256(key + text)}\n${text}`);
        const files = readdirSync(folder)
          .filter((name) => /^graph-\w+\.json$/.test(name))
          .map((name) => join(folder, name));
        const age = new Map(files.map((file) => [file, statSync(file).mtimeMs]));
        files.sort((a, b) => (age.get(b) ?? 0) - (age.get(a) ?? 0));
        for (const old of files.slice(mostKept)) rmSync(old, { force: true });
      } catch {
        // A folder that cannot be written, or somebody else who tidies it up meanwhile.
      }
    },
  };
}
