import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { type Change, writeChanges } from '../../../scripts/catalogue/tables/import-table.ts';
import { examineFiles } from '../../../subgraphs/publishing/read.ts';

const top = mkdtempSync(join(tmpdir(), 'killed-'));
afterAll(() => rmSync(top, { recursive: true }));
const writer = fileURLToPath(new URL('./killed-writer.ts', import.meta.url));
const departments = [{ code: 'health', name: { zh: '卫生健康委', en: 'Health' } }];
const folder = 'subgraphs/departments/health/matters';

it.each([
  ['while nothing is put in its place yet', 1, 2, 0],
  ['between two files', 2, 1, 1],
  ['before the last is put', 2, 2, 2],
])(
  'an import that is killed %s is seen by every check, and whole when it is run again',
  (_when, round, before, put) => {
    const root = join(top, `${round}-${before}`);
    mkdirSync(join(root, folder), { recursive: true });
    const changes = ['a', 'b', 'c'].map((name): Change => {
      const path = `${folder}/${name}.yaml`;
      const old = name === 'b' ? null : `code: old-${name}\n`;
      if (old !== null) writeFileSync(join(root, path), old);
      return { path, file: join(root, path), before: old, after: `code: new-${name}\n` };
    });
    const texts = () => readdirSync(join(root, folder)).map((name) => readFileSync(join(root, folder, name), 'utf8'));
    const notRead = () => examineFiles(departments, [root]).findings.filter(({ rule }) => rule === 'FILE_NOT_READ');

    const { signal } = spawnSync(process.execPath, [
      ...['--import', 'tsx', writer],
      JSON.stringify({ changes, round, before }),
    ]);
    expect(signal).toBe('SIGKILL');
    const inPlace = changes.filter(({ file, after }) => readIfThere(file) === after);
    expect(inPlace.length).toBe(put);
    // It blocks: nothing is published of half an import.
    const [told] = notRead();
    expect([told?.severity, told?.message.en]).toEqual(['ERROR', expect.stringContaining('interrupted')]);

    // What is run again begins with the files as they are now, as a plan of an import does.
    writeChanges(
      changes
        .filter(({ file, after }) => readIfThere(file) !== after)
        .map((each) => ({ ...each, before: readIfThere(each.file) })),
    );
    expect(texts()).toEqual(['code: new-a\n', 'code: new-b\n', 'code: new-c\n']);
    expect(notRead()).toEqual([]);
  },
);

function readIfThere(file: string): string | null {
  return readdirSync(dirname(file)).some((name) => file.endsWith(`/${name}`)) ? readFileSync(file, 'utf8') : null;
}
