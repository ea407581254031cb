import { readFileSync } from 'node:fs';
import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { readRegistry } from '../../../schema/registry.ts';
import { type FoundLintRule, lint, lintRules, sdlFiles } from '../../../scripts/check/lint/index.ts';

const given = z.strictObject({
  name: z.string(),
  /** One file, or several by name. */
  sdl: z.string().optional(),
  files: z.record(z.string(), z.string()).optional(),
  /** The public schema that they come to; absent: the files themselves. */
  api: z.string().optional(),
});
const cases = z.strictObject({
  good: z.array(given).min(1),
  /** `line part` of each finding. */
  bad: z.array(given.extend({ at: z.array(z.string()).min(1) })).min(1),
  boundary: z.array(given).min(1),
});

const casesOf = ({ source }: FoundLintRule) =>
  cases.parse(parseYaml(readFileSync(new URL(source.href.replace(/\.ts$/, '.cases.yaml')), 'utf8')));

function placesIn({ rule }: FoundLintRule, { sdl = '', files = { sdl }, api }: z.infer<typeof given>) {
  const all = Object.entries(files).map(([path, text]) => ({ path, document: parse(text) }));
  return lint(all, parse(api ?? Object.values(files).join('\n')), [{ rule }]).map(
    ({ line, part }) => `${line} ${part}`,
  );
}

describe.each(lintRules.map((found) => [found.rule.code, found] as const))('%s', (code, found) => {
  const { good, bad, boundary } = casesOf(found);

  it('stands in the file of its name', () => {
    const [name = ''] = found.source.pathname.split('/').slice(-1);
    expect(name).toBe(`${code.toLowerCase().replaceAll('_', '-')}.ts`);
  });

  it.each([...good, ...boundary].map((each) => [each.name, each] as const))('lets pass: %s', (_name, each) => {
    expect(placesIn(found, each)).toEqual([]);
  });

  it.each(bad.map((each) => [each.name, each] as const))('finds: %s', (_name, { at, ...each }) => {
    expect(placesIn(found, each)).toEqual(at);
  });
});

it('the SDL of this repository is written as its rules say', () => {
  const api = parse(readFileSync(new URL('../../../schema/generated/api.graphql', import.meta.url), 'utf8'));
  expect(lint(sdlFiles(readRegistry()), api)).toEqual([]);
});
