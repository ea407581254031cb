import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readRegistry } from '../../schema/registry.ts';
import { createRejudging } from '../check/watch.ts';
import { provinceOf } from './province.ts';

const command = fileURLToPath(new URL('./check-below.ts', import.meta.url));

/** The whole of "npm run check" over a generated province, as a process of its own, and judging again after one row of it was changed. */
export function benchChecked(): void {
  const registry = readRegistry();
  const root = mkdtempSync(join(tmpdir(), 'province-'));
  try {
    const texts = provinceOf(registry);
    for (const { path, text } of texts) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const took = (name: string, args: ReadonlyArray<string>): void => {
      const began = performance.now();
      const out = execFileSync(process.execPath, ['--import', 'tsx', command, root, '--json', ...args], {
        encoding: 'utf8',
      });
      const seconds = (performance.now() - began) / 1000;
      const { code, ...used } = JSON.parse(out) as { code: number; seconds: number; mib: number };
      console.log(
        `${name.padEnd(28)} ${used.seconds.toFixed(2).padStart(8)} s of processor   ${seconds.toFixed(2).padStart(6)} s   ${used.mib} MiB at most, ends with ${code}`,
      );
    };
    took('check, graph composed', ['--afresh']);
    took('check', []);
    const rejudge = createRejudging(registry.departments, [root]);
    rejudge();
    const changed = texts.find(({ kind }) => kind === 'matter');
    if (!changed) throw new Error('a province without matters');
    const file = join(root, changed.path);
    for (const amount of [6, 7, 8]) {
      writeFileSync(file, readFileSync(file, 'utf8').replace(/amount: \d+/, `amount: ${amount}`));
      const began = performance.now();
      rejudge();
      console.log(`${'judged again'.padEnd(28)} ${Math.round(performance.now() - began)} ms`);
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
