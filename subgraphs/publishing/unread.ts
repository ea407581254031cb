import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Deeper than any catalogue file lies. */
const deepest = 8;

/**
 * Files below a root that somebody will take for catalogue files and that are not read, from the root with `/`, in order: in the folders of one kind
 * whatever does not end in `.yaml` or `.yml`; beside these folders whatever is YAML. Hidden files, notes (`.md`) and a department's `registers` are left
 * alone. A root that is laid out otherwise is looked through as a whole.
 */
export function findUnread(root: string, folders: ReadonlyArray<string>): ReadonlyArray<string> {
  const isThere = (folder: string): boolean =>
    statSync(join(root, folder), { throwIfNoEntry: false })?.isDirectory() ?? false;
  const tops = isThere('subgraphs') ? ['subgraphs/catalogue/data', 'subgraphs/departments'] : ['.'];
  const read = new Set(folders);
  return tops
    .filter(isThere)
    .flatMap((top) => filesBelow(root, top, deepest))
    .filter((path) => {
      if (/\.md$/i.test(path) || /^subgraphs\/departments\/[^/]+\/registers\//.test(path)) return false;
      const isInPlace = [...parents(path)].some((folder) => read.has(folder));
      return isInPlace ? !/\.ya?ml$/.test(path) : /\.ya?ml(\.|$)/i.test(path);
    })
    .sort();
}

function* parents(path: string): Iterable<string> {
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) yield path.slice(0, end);
}

function filesBelow(root: string, folder: string, depth: number): ReadonlyArray<string> {
  if (depth === 0) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') return [];
    const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(root, path, depth - 1);
    return entry.isFile() ? [path] : [];
  });
}
