import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { filesReadWhileRunning } from '../../../scripts/built-files.ts';
import { wantsFourEyes } from '../../../scripts/catalogue/four-eyes.ts';

function folderWith(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'yijianshi-built-files-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const room of ['gateway', 'schema', 'scripts', 'subgraphs']) mkdirSync(join(root, room));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

it('what is built takes along what is read while it runs, and whether a publication wants four eyes', () => {
  const root = folderWith({
    'schema/problems.yaml': '',
    'schema/problems.ts': '',
    'scripts/bench/gateway.md': '',
    'subgraphs/publishing/rules/file/x.cases.yaml': '',
    '.check/settings.yaml': 'fourEyes: true',
    '.check/approvals.yaml': '',
  });
  expect(filesReadWhileRunning(root)).toEqual(['schema/problems.yaml', '.check/settings.yaml']);
  expect(filesReadWhileRunning(folderWith({ 'schema/problems.yaml': '' }))).toEqual(['schema/problems.yaml']);
});

it('settings that cannot be read let nothing through, and say where they stand', () => {
  const read = (text: string): boolean => wantsFourEyes(folderWith({ '.check/settings.yaml': text }));
  expect(read('fourEyes: true')).toBe(true);
  expect(read('severities: { LEVELS_DIFFER: error }')).toBe(false);
  expect(wantsFourEyes(folderWith({}))).toBe(false);
  expect(() => read('fourEyes: yes please')).toThrow(/\.check\/settings\.yaml.*cannot be read.*\/fourEyes/);
});
