import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { Command } from 'commander';
import { repositoryRoot } from '../../subgraphs/publishing/read.ts';
import { findChromium, noChromium } from './chromium.ts';

/**
 * `npm run test:browser`: pages in the Chromium that is here, of any width, in both languages, light, dark and on paper. Ends with 3 where there is none:
 * nothing was looked at then, and nothing is wrong.
 */
const { screenshots } = new Command('test:browser')
  .description('Looks at pages in a real browser.')
  .option('--screenshots <folder>', 'where pictures of them are put (default: a temporary folder)')
  .allowExcessArguments(false)
  .parse()
  .opts<{ screenshots?: string }>();
const chromium = findChromium({ chromium: process.env.CHROMIUM, path: process.env.PATH });
if (!chromium) {
  console.error(noChromium(process.env.CHROMIUM));
  process.exit(3);
}
const folder = screenshots === undefined ? mkdtempSync(join(tmpdir(), 'screenshots-')) : resolve(screenshots);
if (!relative(repositoryRoot, folder).startsWith('..')) {
  console.error(`${folder}: 截图不放在代码库中。Pictures are not put into the repository.`);
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
const { status } = spawnSync(
  process.execPath,
  [join(repositoryRoot, 'node_modules/vitest/vitest.mjs'), 'run', '--mode', 'browser'],
  { cwd: repositoryRoot, stdio: 'inherit', env: { ...process.env, CHROMIUM: chromium, SCREENSHOTS: folder } },
);
console.log(`截图 Pictures: ${folder}`);
process.exitCode = status ?? 1;
