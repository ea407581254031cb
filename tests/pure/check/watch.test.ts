import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readRegistry } from '../../../schema/registry.ts';
import { createRejudging, watchFolders } from '../../../scripts/check/watch.ts';
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

describe('watching folders', () => {
  it('tells each change of a file that is written in place or exchanged, also in a folder that came later', async () => {
    const root = mkdtempSync(join(tmpdir(), 'watched-'));
    mkdirSync(join(root, 'one'));
    const file = join(root, 'one/a.yaml');
    writeFileSync(file, '0');
    const ended = new AbortController();
    let seen = '';
    const ending = watchFolders([root], () => (seen = readFileSync(file, 'utf8')), ended.signal);
    const exchange = (path: string, text: string): void => {
      writeFileSync(join(root, 'new'), text);
      renameSync(join(root, 'new'), path);
    };
    for (const text of ['1', '2', '3']) {
      exchange(file, text);
      await expect.poll(() => seen).toBe(text);
    }
    writeFileSync(file, '4');
    await expect.poll(() => seen).toBe('4');
    mkdirSync(join(root, 'two'));
    rmSync(join(root, 'new'), { force: true });
    let changes = 0;
    const counted = watchFolders([root], () => (changes += 1), ended.signal);
    mkdirSync(join(root, 'two/three'));
    await expect.poll(() => changes).toBeGreaterThan(0);
    const before = changes;
    writeFileSync(join(root, 'two/three/b.yaml'), '');
    await expect.poll(() => changes).toBeGreaterThan(before);
    ended.abort();
    await Promise.all([ending, counted]);
    rmSync(root, { recursive: true });
  });
});
