import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { build } from 'esbuild';
import type { Group } from './groups.ts';

export const root = fileURLToPath(new URL('../../', import.meta.url));

export interface Mutant {
  readonly id: string;
  readonly file: string;
  readonly line: number;
  readonly mutator: string;
  readonly original: string;
  readonly replacement: string;
}

const silent = new Proxy({}, { get: (_target, name) => (name.toString().startsWith('is') ? () => false : () => {}) });

/**
 * One program of a group's tests and everything they import, in which every mutant stands beside the code it replaces, asleep. Stryker
 * makes the mutants: which one is awake is a global variable, so thousands are tried without building anything again.
 */
export async function instrument(
  group: Group,
): Promise<{ readonly program: string; readonly mutants: ReadonlyArray<Mutant> }> {
  const targets = filesOf(group.sources).filter((file) => !group.except?.includes(file));
  const contents = new Map(targets.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
  const { files, mutants } = await new Instrumenter(silent as never).instrument(
    [...contents].map(([name, content]) => ({ name, content, mutate: true })),
    { plugins: null, excludedMutations: [], ignorers: [], noHeader: false } as never,
  );
  const instrumented = new Map(files.map(({ name, content }) => [join(root, name), content]));
  const tests = filesOf(group.tests);
  const { outputFiles } = await build({
    stdin: {
      contents: tests.map((file) => `await import(${JSON.stringify(join(root, file))});`).join('\n'),
      resolveDir: root,
    },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
    plugins: [
      {
        name: 'mutants',
        setup(plugins) {
          plugins.onResolve({ filter: /^vitest$/ }, () => ({ path: 'vitest', namespace: 'cases' }));
          plugins.onLoad({ filter: /.*/, namespace: 'cases' }, () => ({
            contents: 'module.exports = globalThis.__cases__.vitest;',
            loader: 'js',
          }));
          plugins.onLoad({ filter: /\.ts$/ }, ({ path }) => ({
            // Where a file lies stays true in the bundle.
            contents: (instrumented.get(path) ?? readFileSync(path, 'utf8')).replaceAll(
              'import.meta.url',
              JSON.stringify(pathToFileURL(path).href),
            ),
            loader: 'ts',
            resolveDir: dirname(path),
          }));
        },
      },
    ],
  });
  return {
    program: outputFiles[0]?.text ?? '',
    mutants: mutants.map(({ id, fileName, location, mutatorName, replacement }) => ({
      id,
      file: fileName,
      line: location.start.line + 1,
      mutator: mutatorName,
      original: textAt(contents.get(fileName) ?? '', location),
      replacement,
    })),
  };
}

interface Place {
  readonly line: number;
  readonly column: number;
}

function textAt(content: string, { start, end }: { readonly start: Place; readonly end: Place }): string {
  const lines = content.split('\n').slice(start.line, end.line + 1);
  lines[lines.length - 1] = lines.at(-1)?.slice(0, end.column) ?? '';
  lines[0] = lines[0]?.slice(start.column) ?? '';
  return lines.join('\n');
}

/** In the order of the patterns, each pattern's files by name. */
function filesOf(patterns: ReadonlyArray<string>): ReadonlyArray<string> {
  const found = patterns.flatMap((pattern) => {
    const start = pattern.slice(0, pattern.indexOf('*') < 0 ? undefined : pattern.indexOf('*')).replace(/[^/]*$/, '');
    const folder = resolve(root, start);
    const shape = new RegExp(
      `^${pattern
        .replaceAll('.', '\\.')
        .replaceAll('**/', '(.+/)?')
        .replace(/(?<!\))\*/g, '[^/]*')}$`,
    );
    return readdirSafely(folder)
      .map((name) => start + name)
      .filter((path) => shape.test(path))
      .sort();
  });
  return [...new Set(found)];
}

function readdirSafely(folder: string): ReadonlyArray<string> {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch {
    return [];
  }
}
