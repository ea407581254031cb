import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, matchesGlob, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readRegistry } from '../../../schema/registry.ts';
import { readTexts, repositoryRoot } from '../../../subgraphs/publishing/read.ts';

const settings = JSON.parse(readFileSync(join(repositoryRoot, '.vscode/settings.json'), 'utf8'));
const schemas = Object.entries(settings['yaml.schemas'] as Readonly<Record<string, ReadonlyArray<string>>>);
const files = readTexts(readRegistry().departments).filter(({ kind }) => kind !== 'unread');

describe('an editor', () => {
  it('is told the schema of every catalogue file by its folder, and the same by its first line', () => {
    expect(files.length).toBeGreaterThan(100);
    for (const { path, text } of files) {
      const told = schemas.filter(([, globs]) => globs.some((glob) => matchesGlob(path, glob)));
      const [, named = ''] = text.split('\n')[0]?.match(/^# yaml-language-server: \$schema=(\S+)$/) ?? [];
      const byLine = resolve(repositoryRoot, dirname(path), named);
      expect([path, ...told.map(([schema]) => resolve(repositoryRoot, schema))]).toEqual([path, byLine]);
    }
  });

  it('is told of no schema that is not there', () => {
    for (const [schema] of schemas) expect([schema, existsSync(join(repositoryRoot, schema))]).toEqual([schema, true]);
  });
});
