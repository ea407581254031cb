import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Source } from 'graphql';
import { afterAll, describe, expect, it } from 'vitest';
import { compose } from '../../../schema/compose.ts';
import { readRegistry } from '../../../schema/registry.ts';
import { subgraphSchemas } from '../../../schema/subgraphs.ts';
import { findOperationErrors } from '../../../scripts/check/operations.ts';
import { run } from './run.ts';

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
      'CATALOGUE JUDGED',
    ]);
  });

  it('with malformed files of a further folder, a schema that lost a type and a day, everything is told in one run', async () => {
    write('more/subgraphs/catalogue/data/questions/broken.yaml', 'questions: [');
    write(
      'more/subgraphs/catalogue/data/document-types/more.yaml',
      'documentTypes:\n  - { code: more, name: { zh: 更多, en: More }, aliases: [], holding: EACH, sources: [nobody] }\n',
    );
    const before = write('before.graphql', 'type Query { gone: Int }');
    const { code, out } = await run(['--catalogue', join(folder, 'more'), '--against', before, '--json']);
    expect(code).toBe(1);
    const { findings } = JSON.parse(out) as { findings: ReadonlyArray<{ rule: string; severity: string }> };
    const errors = findings.filter(({ severity }) => severity === 'ERROR').map(({ rule }) => rule);
    expect(errors.sort()).toEqual(['BREAKING_CHANGE', 'FILE_SYNTAX', 'UNKNOWN_REFERENCE']);
    expect(findings.map(({ rule }) => rule)).toContain('PROMISE_BELOW_SLOWEST_MEMBER');
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
