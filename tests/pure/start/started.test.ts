import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { createStarted } from '../../../scripts/started.ts';

const folders: string[] = [];
let root = '';
let data = '';
beforeEach(() => {
  const top = mkdtempSync(join(tmpdir(), 'started-'));
  root = join(top, 'dist');
  data = mkdtempSync(join(tmpdir(), 'started-'));
  folders.push(top, data);
  mkdirSync(join(root, 'subgraphs/health/matters'), { recursive: true });
  write('subgraphs/health/matters/a.yaml', 'code: a');
  write('package-lock.json', '{}');
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});
const write = (path: string, text: string): void => writeFileSync(join(root, path), text);
const started = () => createStarted(data, root);

it('is known while nothing of what decides it has changed', () => {
  expect(started().revision()).toBeUndefined();
  started().keep(7);
  expect(started().revision()).toBe(7);
  write('README.md', 'other words');
  expect(started().revision()).toBe(7);
});

it.each([
  ['a file says something else', () => write('subgraphs/health/matters/a.yaml', 'code: b')],
  ['a file has come', () => write('subgraphs/health/matters/b.yaml', 'code: b')],
  ['a file has gone', () => rmSync(join(root, 'subgraphs/health/matters/a.yaml'))],
  ['packages are others', () => write('package-lock.json', '{ "lockfileVersion": 3 }')],
  ['packages beside a build are others', () => write('../package-lock.json', '{}')],
  ['what was kept cannot be read', () => writeFileSync(join(data, 'started.json'), '{ "key"')],
  ['what was kept is of another form', () => writeFileSync(join(data, 'started.json'), '{ "revision": 7 }')],
])('is not known where %s', (_what, change) => {
  started().keep(7);
  change();
  expect(started().revision()).toBeUndefined();
});

it('is not kept in a folder that cannot be written, which stops nobody', () => {
  const nowhere = createStarted(join(data, 'nowhere'), root);
  nowhere.keep(7);
  expect(nowhere.revision()).toBeUndefined();
});
