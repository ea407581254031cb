import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readRegistry } from '../../../schema/registry.ts';
import { publishedSchema } from '../../../scripts/check/breaking.ts';
import { graphLayers } from '../../../scripts/check/graph-layers.ts';
import { createKeptGraphs, graphInputs, graphKey } from '../../../scripts/check/kept-graph.ts';
import { runLayers } from '../../../scripts/check/layers.ts';
import { repositoryRoot } from '../../../subgraphs/publishing/read.ts';

const folder = mkdtempSync(join(tmpdir(), 'kept-'));
afterAll(() => rmSync(folder, { recursive: true }));
const graph = { api: 'type Query { a: Int }', files: { 'a.ts': 'b'.repeat(64) } };
let folders = 0;
const keptIn = () => {
  const own = join(folder, String(folders++));
  return { own, kept: createKeptGraphs(own) };
};

describe('what is kept of a graph', () => {
  it('is found under its key alone', () => {
    const { kept } = keptIn();
    kept.keep('one', graph);
    expect([kept.find('one'), kept.find('two')]).toEqual([graph, undefined]);
  });

  it('is not believed where the file is not as it was written, or stands under another key', () => {
    const { own, kept } = keptIn();
    kept.keep('one', graph);
    const file = join(own, 'graph-one.json');
    const text = readFileSync(file, 'utf8');
    writeFileSync(join(own, 'graph-two.json'), text);
    writeFileSync(file, text.replace('a: Int', 'b: Int'));
    expect([kept.find('one'), kept.find('two')]).toEqual([undefined, undefined]);
  });

  it('is of the last few, and where nothing can be written nothing is', () => {
    const { own, kept } = keptIn();
    for (let index = 0; index < 20; index++) kept.keep(`key${index}`, graph);
    expect(readdirSync(own)).toHaveLength(8);
    const nowhere = createKeptGraphs(join(own, 'graph-key19.json', 'below'));
    nowhere.keep('one', graph);
    expect(nowhere.find('one')).toBeUndefined();
  });
});

describe('the key', () => {
  const paths = graphInputs(repositoryRoot);

  it('goes by every file of ours that takes part in composing and in what is made of it', () => {
    const seen = new Set<string>();
    const follow = (path: string): void => {
      if (seen.has(path)) return;
      seen.add(path);
      const text = readFileSync(join(repositoryRoot, path), 'utf8');
      for (const [, from = ''] of text.matchAll(/from '(\.[^']+)'/g))
        follow(relative(repositoryRoot, join(repositoryRoot, dirname(path), from)));
    };
    for (const path of ['scripts/generated.ts', 'schema/compose.ts', 'schema/subgraphs.ts']) follow(path);
    expect(seen.size).toBeGreaterThan(8);
    expect([...seen].filter((path) => !paths.includes(path))).toEqual([]);
    const data = ['schema/subgraphs.yaml', 'schema/shared.graphql', 'schema/operations/plan.graphql'];
    const sdl = ['subgraphs/journeys/schema.graphql', 'subgraphs/licences/parents.ts', 'package-lock.json'];
    expect(paths).toEqual(expect.arrayContaining([...data, ...sdl]));
    expect(paths.filter((path) => path.startsWith('schema/generated/'))).toEqual([]);
  });

  it('is another after any of them was changed, and the same after anything else was', () => {
    const root = join(folder, 'copy');
    for (const path of paths) cpSync(join(repositoryRoot, path), join(root, path));
    const before = graphKey(root);
    expect(before).toBe(graphKey());
    writeFileSync(join(root, 'README.md'), 'other');
    expect(graphKey(root)).toBe(before);
    const file = join(root, 'subgraphs/licences/schema.graphql');
    const text = readFileSync(file, 'utf8');
    appendFileSync(file, '\n# more\n');
    expect(graphKey(root)).not.toBe(before);
    writeFileSync(file, text);
    writeFileSync(join(root, 'schema/operations/more.graphql'), 'query More { lifeEvents(region: "") { code } }');
    expect(graphKey(root)).not.toBe(before);
  });
});

it('judged by what was kept, a graph is found as when it is composed', async () => {
  const { own, kept } = keptIn();
  const findings = async () => {
    const ofCatalogue = () => new Map([['README.md', 'other']]);
    const found = await runLayers(
      graphLayers({ registry: readRegistry(), published: publishedSchema, ofCatalogue, kept }),
    );
    return { ...found, kept: readdirSync(own).length };
  };
  const composed = await findings();
  expect(composed.findings.map(({ rule, file }) => [rule, file])).toEqual([['GENERATED_FILE_STALE', 'README.md']]);
  expect(composed.kept).toBe(1);
  expect(await findings()).toEqual(composed);
  // What is kept is what is judged by: an operation of a field that the kept schema lacks does not hold.
  kept.keep(graphKey(), { api: 'type Query { a: Int }', files: {} });
  const [first] = (await findings()).findings.filter(({ rule }) => rule === 'OPERATION_INVALID');
  expect(first).toBeDefined();
});
