import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Source } from 'graphql';
import { afterAll, describe, expect, it } from 'vitest';
import { compose } from '../../../schema/compose.ts';
import { readRegistry } from '../../../schema/registry.ts';
import { subgraphSchemas } from '../../../schema/subgraphs.ts';
import { findBreakingChanges, publishedSchema } from '../../../scripts/check/breaking.ts';
import { findDeprecatedUses, findOperationErrors } from '../../../scripts/check/operations.ts';
import { examineRepository } from '../../../scripts/check/repository.ts';
import { isReport, run } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'check-'));
afterAll(() => rmSync(folder, { recursive: true }));
const write = (path: string, text: string): string => {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
};

describe('this repository', () => {
  it('holds: nothing blocks, and every layer is judged', async () => {
    const first = await run(['--json']);
    expect(first.code).toBe(0);
    const { layers } = JSON.parse(first.out) as { layers: ReadonlyArray<{ layer: string; state: string }> };
    expect(layers.map(({ layer, state }) => `${layer} ${state}`)).toEqual([
      'COMPOSITION JUDGED',
      'GENERATED JUDGED',
      'API JUDGED',
      'OPERATIONS JUDGED',
      'LINT JUDGED',
      'CONTRACTS JUDGED',
      'CATALOGUE JUDGED',
      ...layers.slice(7).map(() => 'EFFECT JUDGED'),
    ]);
  });

  it('with malformed files of a further folder tells these, and what else there is', async () => {
    write('more/subgraphs/catalogue/data/questions/broken.yaml', 'questions: [');
    write(
      'more/subgraphs/catalogue/data/document-types/more.yaml',
      'documentTypes:\n  - { code: more, name: { zh: 更多, en: More }, aliases: [], holding: EACH, sources: [nobody] }\n',
    );
    const { code, out } = await run(['--catalogue', join(folder, 'more'), '--json'], {
      examine: async (asked, today) => {
        const { layers } = await examineRepository(asked, today);
        return { layers: layers.filter(({ name }) => name === 'CATALOGUE'), consequences: () => ({}) };
      },
    });
    expect(code).toBe(1);
    const { findings } = JSON.parse(out) as { findings: ReadonlyArray<{ rule: string; severity: string }> };
    const errors = findings.filter(({ severity }) => severity === 'ERROR').map(({ rule }) => rule);
    expect(errors.sort()).toEqual(['FILE_SYNTAX', 'UNKNOWN_REFERENCE']);
    expect(findings.map(({ rule }) => rule)).toContain('PROMISE_BELOW_SLOWEST_MEMBER');
  });

  it('is not stale for what a further folder declares', async () => {
    write(
      'own/subgraphs/catalogue/data/document-types/own.yaml',
      'documentTypes:\n  - { code: own, name: { zh: 自有, en: Own }, aliases: [], holding: EACH }\n',
    );
    const { layers } = await examineRepository({ catalogue: join(folder, 'own') }, '2026-11-28');
    const of = (name: string) => layers.find((layer) => layer.name === name)?.run();
    const told = (await of('CATALOGUE'))?.findings.filter(({ file }) => file.endsWith('own.yaml'));
    expect(told?.map(({ rule }) => rule)).toEqual(['USED_BY_NOBODY']);
    expect((await of('GENERATED'))?.findings).toEqual([]);
  });

  it.each([
    ['a folder of catalogue files that is not there', ['--catalogue', join(folder, 'nowhere')]],
    ['a file for a folder', ['--catalogue', import.meta.filename]],
    ['a schema that is not there', ['--against', join(folder, 'nowhere.graphql')]],
  ])('ends with 2 where %s is named', async (_what, args) => {
    const { code, err } = await run(args);
    expect(code).toBe(2);
    expect(err).toContain(args[1]);
  });
});

it('what is to be taken away and is not there is bad usage, with what was probably meant', async () => {
  const unknown = await run(['--delete', 'department:helth']);
  expect(unknown.code).toBe(2);
  expect(unknown.err).toContain('did you mean "health"?');
  expect((await run(['--delete', 'health'])).code).toBe(2);
});

it('a department is taken away from the graph, the operations and the events', async () => {
  const { code, out } = await run(['--delete', 'department:insurer', '--json']);
  expect(code).toBe(1);
  const told = JSON.parse(out);
  expect(isReport(told), JSON.stringify(isReport.errors)).toBe(true);
  const rules = told.findings.map(({ rule }: { rule: string }) => rule);
  expect(rules).toEqual(expect.arrayContaining(['BREAKING_CHANGE', 'TAKEN_FROM_EVENT']));
  expect(told.removal.events.length).toBeGreaterThan(0);
  expect(told.effect.events.length).toBeGreaterThan(0);
});

it('a public schema that lost something is told at the place where it stood', async () => {
  const found = await findBreakingChanges('type Query {\n  a: Int\n  gone: Int\n}', 'type Query { a: Int }');
  expect(found).toMatchObject([{ rule: 'BREAKING_CHANGE', line: 3, column: 3, part: 'Query.gone' }]);
});

it('what an operation uses and is deprecated is told before it goes', () => {
  const api = 'type Query { a: Int @deprecated(reason: "Use `b`.") b: Int }';
  const used = new Source('query X {\n  a\n}', 'schema/operations/x.graphql');
  expect(findDeprecatedUses(api, [used])).toMatchObject([
    { rule: 'OPERATION_DEPRECATED', severity: 'WARNING', line: 2 },
  ]);
  for (const text of ['query X { b }', 'query X {']) expect(findDeprecatedUses(api, [new Source(text)])).toEqual([]);
});

describe('recorded operations are evidence for the whole check too', () => {
  interface Told {
    readonly code: number;
    readonly findings: ReadonlyArray<{
      rule: string;
      state: string;
      severity: string;
      part: string;
      fingerprint: string;
      message: { en: string };
    }>;
  }
  /** Of the public schema and of operations, where two fields are gone since it was published and a client was seen to use one of them. */
  async function check(...args: ReadonlyArray<string>): Promise<Told> {
    const against = write(
      'before.graphql',
      publishedSchema().replace('type Query {', 'type Query {\n  gone: Int\n  unused: Int\n'),
    );
    const recorded = write(
      'recorded.jsonl',
      JSON.stringify({ name: 'Gone', document: '{ gone }', client: 'hall app 3', lastUsed: '2026-11-20' }),
    );
    const { code, out } = await run(
      ['--json', '--no-effect', '--against', against, '--operations', recorded, ...args],
      {
        examine: async (asked, today) => {
          const { layers } = await examineRepository(asked, today);
          const looked = layers.filter(({ name }) => name === 'API' || name === 'OPERATIONS');
          return { layers: looked, consequences: () => ({}) };
        },
      },
    );
    return { code, findings: JSON.parse(out).findings };
  }
  const tellingOf = ({ severity, state, part }: Told['findings'][number]): string =>
    `${severity} ${state} ${part}`.trim();

  it('of breaking changes, and of what would not hold any more', async () => {
    const { code, findings } = await check();
    expect(code).toBe(1);
    expect(findings.map(tellingOf).sort()).toEqual(['ERROR NEW', 'ERROR NEW Query.gone', 'INFO NEW Query.unused']);
    for (const { severity, message } of findings)
      if (severity === 'ERROR') expect(message.en).toContain('hall app 3, last used 2026-11-20');
  });

  it('and somebody may answer for it until a day: then it passes, and the day after it fails again', async () => {
    const { findings } = await check();
    const errors = findings.filter(({ severity }) => severity === 'ERROR');
    const approvals = errors.map(
      ({ fingerprint }) =>
        `  - { fingerprint: "${fingerprint}", reason: 新版已上架, author: 李某, expires: 2026-12-31 }`,
    );
    const file = write('approvals.yaml', `approvals:\n${approvals.join('\n')}\n`);
    const before = await check('--approvals', file, '--date', '2026-12-31');
    expect(before.code).toBe(0);
    expect(before.findings.map(tellingOf).sort()).toEqual([
      'ERROR APPROVED',
      'ERROR APPROVED Query.gone',
      'INFO NEW Query.unused',
    ]);
    const after = await check('--approvals', file, '--date', '2027-01-01');
    expect(after.code).toBe(1);
    expect(after.findings.filter(({ rule }) => rule === 'APPROVAL_EXPIRED')).toHaveLength(2);
    expect(after.findings.map(tellingOf)).toEqual(
      expect.arrayContaining(['ERROR NEW', 'ERROR NEW Query.gone', 'INFO NEW Query.unused']),
    );
  });
});

describe('registered operations', () => {
  const composed = compose(subgraphSchemas(readRegistry()));
  const api = composed.ok ? composed.api : '';
  const errorsIn = (text: string) => findOperationErrors(api, [new Source(text, 'schema/operations/x.graphql')]);

  it('hold in the public schema', () => {
    expect(findOperationErrors(api)).toEqual([]);
  });

  it('are told with their file and line where they name a field that is not there, or cannot be read', () => {
    expect(errorsIn('query X {\n  nothingOfTheKind\n}')).toMatchObject([
      { rule: 'OPERATION_INVALID', file: 'schema/operations/x.graphql', line: 2, column: 3 },
    ]);
    expect(errorsIn('query X {\n  lifeEvents(')).toMatchObject([{ rule: 'OPERATION_INVALID', line: 2 }]);
  });
});
