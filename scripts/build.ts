import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { readRegistry } from '../schema/registry.ts';
import { filesReadWhileRunning } from './built-files.ts';
import { entranceFile, entranceOf } from './definitions.ts';

/**
 * `npm run build`: the product as JavaScript in `dist`, file by file as the sources lie, with maps to them and everything that is read while
 * it runs. Plain Node starts it, without a compiler and with nothing of `devDependencies`.
 */
const root = fileURLToPath(new URL('../', import.meta.url));
const { out } = new Command('build')
  .description('Makes what plain Node runs.')
  .option('--out <folder>', 'where it is made anew', join(root, 'dist'))
  .allowExcessArguments(false)
  .parse()
  .opts<{ out: string }>();
const dist = resolve(out);

rmSync(dist, { recursive: true, force: true });
execFileSync(
  process.execPath,
  [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json', '--outDir', dist],
  {
    cwd: root,
    stdio: 'inherit',
  },
);
for (const file of filesReadWhileRunning(root)) {
  if (extname(file) === '.mjs') writeFileSync(join(dist, file), threadOf(readFileSync(join(root, file), 'utf8')));
  else cpSync(join(root, file), join(dist, file));
}
writeFileSync(join(dist, entranceFile), `${JSON.stringify(await entranceOf(readRegistry()), null, 2)}\n`);

/** What a thread runs: its modules are JavaScript here, and need nobody to read them. */
function threadOf(source: string): string {
  return source
    .replace(/^\/\/ Node hands no loader.*\nimport \{ tsImport \}.*\n+/, '')
    .replace(/tsImport\('([^']+)\.ts', import\.meta\.url\)/g, "import('$1.js')");
}
