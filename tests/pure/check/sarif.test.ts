import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import { sarifOf } from '../../../scripts/check/formats/sarif.ts';
import { finding, reportOf } from './run.ts';

/** Of the OASIS schema of SARIF 2.1.0 what concerns the parts that are written: what must be there, and which values it takes. */
const text = { type: 'object', required: ['text'], properties: { text: { type: 'string', minLength: 1 } } };
const levels = { enum: ['none', 'note', 'warning', 'error'] };
const only = (properties: Record<string, unknown>, required: ReadonlyArray<string>) => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required,
});
const list = (items: unknown, more = {}) => ({ type: 'array', items, ...more });
const region = only({ startLine: { type: 'integer', minimum: 1 }, startColumn: { type: 'integer', minimum: 1 } }, [
  'startLine',
]);
const rule = only(
  {
    id: { type: 'string' },
    shortDescription: text,
    fullDescription: text,
    help: { ...text, properties: { ...text.properties, markdown: { type: 'string' } } },
    defaultConfiguration: only({ level: levels }, []),
    properties: only({ tags: list({ type: 'string' }, { uniqueItems: true }) }, []),
  },
  ['id'],
);
const result = only(
  {
    ruleId: { type: 'string' },
    ruleIndex: { type: 'integer', minimum: 0 },
    level: levels,
    baselineState: { enum: ['new', 'unchanged', 'updated', 'absent'] },
    message: text,
    locations: list(
      only(
        {
          physicalLocation: only(
            {
              // A URI reference below the repository: no scheme, not absolute, nothing above.
              artifactLocation: only({ uri: { type: 'string', pattern: '^(?!/|[a-z]+:|.*\\.\\./)[!-~]+$' } }, ['uri']),
              region,
            },
            ['artifactLocation'],
          ),
          logicalLocations: list(only({ fullyQualifiedName: { type: 'string' } }, [])),
        },
        [],
      ),
    ),
    partialFingerprints: { type: 'object', minProperties: 1, additionalProperties: { type: 'string' } },
    suppressions: list(
      only(
        {
          kind: { enum: ['inSource', 'external'] },
          status: { enum: ['accepted', 'underReview', 'rejected'] },
          justification: { type: 'string' },
        },
        ['kind'],
      ),
    ),
  },
  ['message', 'ruleId', 'partialFingerprints', 'locations'],
);
const invocation = only(
  {
    executionSuccessful: { type: 'boolean' },
    exitCode: { type: 'integer' },
    toolExecutionNotifications: list(only({ level: levels, message: text }, ['message'])),
  },
  ['executionSuccessful'],
);
const log = only(
  {
    $schema: { type: 'string', format: 'uri' },
    version: { const: '2.1.0' },
    runs: list(
      only(
        {
          tool: only(
            { driver: only({ name: { type: 'string' }, rules: list(rule, { uniqueItems: true }) }, ['name']) },
            ['driver'],
          ),
          columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
          invocations: list(invocation),
          results: list(result),
        },
        ['tool'],
      ),
    ),
  },
  ['version', 'runs'],
);
const validate = new Ajv2020({ strict: false, allErrors: true, formats: { uri: true } }).compile(log);

const findings = [
  finding({ severity: 'INFO', rule: 'MISSING_TRANSLATION', file: 'a b/é.yaml' }),
  finding({ rule: 'UNKNOWN_REFERENCE', line: 8 }),
  finding({ rule: 'UNKNOWN_REFERENCE', line: 9, part: '' }),
  finding({ severity: 'WARNING', rule: 'SOME_COMPOSITION_ERROR' }),
];
const written = JSON.parse(sarifOf(reportOf(findings)));

it('a log is what the standard demands of the parts that it has', () => {
  for (const each of [
    reportOf(findings, [{ layer: 'API', state: 'FAILED', because: ['no schema'] }]),
    reportOf(findings, [{ layer: 'API', state: 'NOT_JUDGED', because: ['COMPOSITION'] }]),
    reportOf([]),
  ])
    expect(validate(JSON.parse(sarifOf(each))), JSON.stringify(validate.errors)).toBe(true);
});

it('results name their rule by code and by position, and have levels and fingerprints', () => {
  const [{ tool, results, invocations }] = written.runs;
  expect(invocations).toEqual([{ executionSuccessful: true, exitCode: 1, toolExecutionNotifications: [] }]);
  expect(results.map(({ level }: { level: string }) => level)).toEqual(['error', 'error', 'warning', 'note']);
  for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
  const prints = results.map((each: { partialFingerprints: Record<string, string> }) => each.partialFingerprints);
  expect(new Set(prints.map((each: object) => JSON.stringify(each))).size).toBe(4);
  expect(results[3].locations[0].physicalLocation.artifactLocation.uri).toBe('a%20b/%C3%A9.yaml');
});

it('rules say what they are and how to mend it, where they are known', () => {
  const [{ tool }] = written.runs;
  const known = tool.driver.rules.find(({ id }: { id: string }) => id === 'UNKNOWN_REFERENCE');
  expect(known.shortDescription.text).toBe('A code is used and declared nowhere.');
  expect(known.help.markdown).toContain('如何修改 How to mend it');
  expect(known.defaultConfiguration.level).toBe('error');
  expect(tool.driver.rules.find(({ id }: { id: string }) => id === 'SOME_COMPOSITION_ERROR')).toEqual({
    id: 'SOME_COMPOSITION_ERROR',
  });
});

it('says that it did not run to its end, where it did not', () => {
  const broken = JSON.parse(sarifOf(reportOf([], [{ layer: 'API', state: 'FAILED', because: ['no schema'] }])));
  expect(broken.runs[0].invocations).toEqual([
    {
      executionSuccessful: false,
      exitCode: 3,
      toolExecutionNotifications: [{ level: 'error', message: { text: 'API FAILED: no schema' } }],
    },
  ]);
});
