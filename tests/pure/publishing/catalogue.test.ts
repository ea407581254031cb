import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readRegistry } from '../../../schema/registry.ts';
import { readCatalogue, repositoryRoot } from '../../../subgraphs/publishing/read.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A copy of the real catalogue with one text in one file exchanged. */
function spoiled(file: string, from: string, to: string): ReturnType<typeof readCatalogue> {
  const root = mkdtempSync(join(tmpdir(), 'catalogue-'));
  folders.push(root);
  for (const folder of ['subgraphs/catalogue/data', 'subgraphs/departments']) {
    cpSync(join(repositoryRoot, folder), join(root, folder), { recursive: true });
  }
  const path = join(root, file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
  return readCatalogue(readRegistry().departments, [root]);
}

const birth = 'subgraphs/departments/health/matters/birth-certificate.yaml';
const death = 'subgraphs/catalogue/data/life-events/citizen-death.yaml';

describe('the catalogue files of this repository', () => {
  it('hold; what is told of them is what their sources say: promises shorter than a member, and by rules on trial', () => {
    const { ok, findings } = readCatalogue(readRegistry().departments);
    expect(ok).toBe(true);
    expect(new Set(findings.map(({ rule, severity }) => `${severity} ${rule}`))).toEqual(
      new Set(['WARNING PROMISE_BELOW_SLOWEST_MEMBER', 'WARNING CHANNELS_CONTRADICT', 'WARNING USED_BY_NOBODY']),
    );
  });

  it.each([
    ['FILE_SYNTAX', birth, 'visits: 1', 'visits: [1', 11],
    ['FILE_SHAPE', birth, 'visits: 1', 'visits: many', 10],
    ['UNKNOWN_REFERENCE', birth, 'type: marriage-certificate', 'type: marriage-paper', 28],
    ['SWAPPED_FIELDS', birth, 'zh: 结婚证', 'zh: 申请人自备', 24],
  ])('with an error are no catalogue: %s at its line', (rule, file, from, to, line) => {
    const { ok, findings } = spoiled(file, from, to);
    expect(ok).toBe(false);
    expect(findings.find(({ severity }) => severity === 'ERROR')).toMatchObject({ rule, file, line });
  });

  it('with a warning are one still', () => {
    const { ok, findings } = spoiled(death, 'promisedDays: 30', 'promisedDays: 5');
    expect(ok).toBe(true);
    expect(findings.filter(({ file }) => file === death)).not.toEqual([]);
  });
});
