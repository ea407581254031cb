import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { registryOf } from '../../../schema/registry.ts';
import { earlierState, stateFile } from '../../../scripts/check/earlier.ts';
import { packFiles } from '../../../scripts/published-files.ts';
import { readTexts } from '../../../subgraphs/publishing/read.ts';
import { changed } from '../publishing/rule-cases.ts';

const department = (code: string) => ({
  code,
  kind: 'DEPARTMENT' as const,
  type: 'X',
  answers: 'PUBLIC' as const,
  url: 'http://127.0.0.1/',
  name: { zh: code, en: code },
  external: false,
});
const registry = registryOf([department('health'), department('police')]);
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});
const write = (root: string, path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
/** The small catalogue of the rules' cases, laid out like this repository. */
function written(set: Readonly<Record<string, unknown>> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'check-'));
  folders.push(root);
  for (const { path, text } of changed({ set })) write(root, path, text);
  write(root, 'schema/generated/api.graphql', 'type Query { a: Int }');
  return root;
}
const git = (root: string, ...args: ReadonlyArray<string>): void => {
  const named = ['-c', 'user.name=a', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...named, ...args], { cwd: root, stdio: 'ignore' });
};
const event = 'subgraphs/catalogue/data/life-events/birth.yaml';
const titles = (earlier: ReturnType<typeof earlierState>) =>
  earlier?.catalogue()?.publication.lifeEvents.map(({ content }) => content.title.en);

describe('a folder', () => {
  it('is compared with by its files and its public schema', () => {
    const earlier = earlierState(written(), registry);
    expect(earlier?.api).toBe('type Query { a: Int }');
    expect(titles(earlier)).toEqual(['A birth', 'A birth']);
  });

  it('whose files do not hold gives no catalogue, and one without any nothing', () => {
    expect(earlierState(written({ 'life-events/birth#/region': '1' }), registry)?.catalogue()).toBeNull();
    const empty = mkdtempSync(join(tmpdir(), 'check-'));
    folders.push(empty);
    expect(earlierState(empty, registry)).toMatchObject({ api: undefined });
    expect(earlierState(empty, registry)?.catalogue()).toBeUndefined();
  });
});

describe('a revision', () => {
  it('is compared with as it was committed, where something differs; the last one without being asked', () => {
    const root = written();
    git(root, 'init', '-q');
    git(root, 'add', '.');
    git(root, 'commit', '-qm', 'a');
    expect(earlierState(undefined, registry, root)?.catalogue()).toBeUndefined();
    write(
      root,
      event,
      changed({ set: { 'life-events/birth#/title/en': 'A child' } }).find(({ path }) => path === event)?.text ?? '',
    );
    expect(titles(earlierState(undefined, registry, root))).toEqual(['A birth', 'A birth']);
    git(root, 'commit', '-qam', 'b');
    expect(earlierState(undefined, registry, root)?.catalogue()).toBeUndefined();
    expect(titles(earlierState('HEAD~1', registry, root))).toEqual(['A birth', 'A birth']);
    write(root, 'subgraphs/catalogue/data/questions/new.yaml', 'questions: []');
    expect(titles(earlierState('HEAD', registry, root))).toEqual(['A child', 'A child']);
  });

  it('is none where there is no checkout, and what is none is refused', () => {
    const root = written();
    expect(earlierState(undefined, registry, root)).toBeUndefined();
    expect(() => earlierState('no-such-thing', registry, root)).toThrow('no file, no folder and no revision');
    expect(() => earlierState('--version', registry, root)).toThrow('no file, no folder and no revision');
  });
});

describe('what was published', () => {
  const packed = (title: string, api?: string): Uint8Array => {
    const root = written({ 'life-events/birth#/title/en': title });
    return packFiles({ ...{ departments: registry.departments, texts: readTexts(registry.departments, [root]) }, api });
  };

  it('is compared with before what was committed, which may hold what nobody published', () => {
    const root = written();
    git(root, 'init', '-q');
    git(root, 'add', '.');
    git(root, 'commit', '-qm', 'a');
    mkdirSync(join(root, '.check'));
    writeFileSync(join(root, stateFile), packed('As published', 'type Query { b: Int }'));
    const earlier = earlierState(undefined, registry, root);
    expect([earlier?.name, earlier?.api]).toEqual([stateFile, 'type Query { b: Int }']);
    expect(titles(earlier)).toEqual(['As published', 'As published']);
    expect(earlierState('HEAD', registry, root)?.api).toBe('type Query { a: Int }');
  });

  it('is no catalogue to compare with where the files are the same, and has no schema where none was kept', () => {
    const root = written();
    const file = join(root, 'elsewhere.bin');
    writeFileSync(file, packed('A birth'));
    expect(earlierState(file, registry, root)?.api).toBeUndefined();
    expect(earlierState(file, registry, root)?.catalogue()).toBeUndefined();
    write(root, 'subgraphs/catalogue/data/questions/new.yaml', 'questions: []');
    expect(titles(earlierState(file, registry, root))).toEqual(['A birth', 'A birth']);
    writeFileSync(file, Buffer.from([0x1f, 0x8b, 1, 2]));
    expect(() => earlierState(file, registry, root)).toThrow();
  });
});

it('a file is a public schema, and nothing else is compared with', () => {
  const root = written();
  const earlier = earlierState(join(root, 'schema/generated/api.graphql'), registry);
  expect(earlier?.api).toBe('type Query { a: Int }');
  expect(earlier?.catalogue()).toBeUndefined();
});
