import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readRegistry } from '../../../schema/registry.ts';
import { createRejudging } from '../../../scripts/check/watch.ts';
import { repositoryRoot } from '../../../subgraphs/publishing/read.ts';
import { run } from './run.ts';

const { departments } = readRegistry();
/** A copy of the catalogue files, to be changed. */
function copy() {
  const root = mkdtempSync(join(tmpdir(), 'watch-'));
  for (const part of ['subgraphs/catalogue/data', 'subgraphs/departments'])
    cpSync(join(repositoryRoot, part), join(root, part), { recursive: true, filter: (path) => !path.endsWith('.ts') });
  const path = join(root, 'subgraphs/departments/health/matters/birth-certificate.yaml');
  const text = readFileSync(path, 'utf8');
  return { root, path, text, write: (change: string) => writeFileSync(path, change) };
}
/** An error that no other file can be blamed for. */
const broken = (text: string): string => text.replace(/^type: .*$/m, 'type: NO_SUCH_TYPE');

describe('judging again', () => {
  it('reads only what was changed, and tells only what is new and what is gone', () => {
    const { root, text, write } = copy();
    const rejudge = createRejudging(departments, [root]);
    const first = rejudge();
    expect(first.read).toBeGreaterThan(100);
    expect(first.gone).toEqual([]);
    expect(rejudge()).toEqual({ found: [], gone: [], read: 0 });
    write(broken(text));
    const after = rejudge();
    expect(after.read).toBe(1);
    expect(after.found.map(({ rule }) => rule)).toContain('FILE_SHAPE');
    write(text);
    const mended = rejudge();
    expect(mended.gone.map(({ rule }) => rule)).toContain('FILE_SHAPE');
    expect([mended.read, mended.found.length]).toEqual([1, after.gone.length]);
  }, 60_000);

  it('is done by the command after a file was written, until it is ended', async () => {
    const { root, text, write } = copy();
    const ending = new AbortController();
    const said: string[] = [];
    const print = (line: string): void => {
      said.push(line);
      const runs = said.filter((each) => each.includes('files read')).length;
      if (runs === 1 && said.length < 50) setImmediate(() => write(broken(text)));
      if (runs === 2) ending.abort();
    };
    expect((await run(['--watch'], { root, print, until: ending.signal })).code).toBe(0);
    const second = said.slice(said.findIndex((each) => each.includes('files read')) + 1).join('');
    expect(second).toContain('FILE_SHAPE');
    expect(second).toContain('1 files read');
  }, 60_000);
});
