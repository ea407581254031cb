import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { mendings, writeMendings } from '../../../scripts/check/fix.ts';
import { run } from './run.ts';

const path = 'subgraphs/catalogue/data/questions/a.yaml';
const before = 'questions:\n  # Kept.\n  - { code: a, kind: BOOLEAN, text: { zh: Ａ４？, en: A4? } }\n';
const after = before.replace('Ａ４', 'A4');
let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'check-'));
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), before);
  onTestFinished(() => rmSync(root, { recursive: true }));
});
const written = (): string => readFileSync(join(root, path), 'utf8');

describe('--fix', () => {
  it('shows the difference as a patch, and writes it', async () => {
    const { code, out } = await run(['--fix'], { root });
    expect(code).toBe(0);
    expect(out).toContain(`--- a/${path}`);
    expect(out).toMatch(/^-.*Ａ４/m);
    expect(out).toMatch(/^\+.*A4？/m);
    expect(out).toContain('1 files can be written as they should be; 1 are.');
    expect(written()).toBe(after);
  });

  it('with --dry-run only shows it', async () => {
    const { out } = await run(['--fix', '--dry-run'], { root });
    expect(out).toMatch(/^\+.*A4？/m);
    expect(out).toContain('0 are.');
    expect(written()).toBe(before);
  });

  it('has nothing to show the second time', async () => {
    await run(['--fix'], { root });
    expect((await run(['--fix'], { root })).out).not.toContain('---');
  });

  it('leaves a file alone that somebody changed meanwhile', () => {
    const all = mendings([], [root]);
    writeFileSync(join(root, path), `${before}# Mine.\n`);
    expect(writeMendings(all)).toBe(0);
    expect(written()).toContain('# Mine.');
  });
});

it('nothing of this repository is to be written otherwise', async () => {
  expect((await run(['--fix', '--dry-run'])).out).not.toContain('---');
});
