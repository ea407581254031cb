import { buildASTSchema, parse, print, Source } from 'graphql';
import { describe, expect, it } from 'vitest';
import { publishedSchema } from '../../../scripts/check/breaking.ts';
import { findContractFaults } from '../../../scripts/check/contracts.ts';
import { UnreadableInput } from '../../../scripts/check/layers.ts';
import { fieldsOf, readContracts, rootFields, viewOf, viewText } from '../../../scripts/check/views.ts';

const api = `
  directive @only(for: Audience) on FIELD_DEFINITION
  enum Audience { ALL }
  interface Item { code: ID! }
  type Plan implements Item { code: ID!, list(first: Size): [Item!]! }
  type Note implements Item { code: ID! }
  input Size { unit: Unit }
  enum Unit { ROW }
  type Desk { queue: Queue }
  type Queue { long: Boolean, of: Work }
  union Work = Filing | Plan
  type Filing { id: ID! }
  type Query { plan: Plan, desk: Desk }
  type Mutation { decide(input: DecideInput!): Filing }
  input DecideInput { id: ID! }
`;
const contracts = (change: (text: string) => string = (text) => text) =>
  readContracts(
    change(`views:
  - code: citizen
    name: { zh: 应用, en: Apps }
    fields:
      - Query.plan
    operations:
      - plan
  - code: internal
    name: { zh: 工作人员, en: Staff }
    fields:
      - Query.desk
      - Mutation.decide
    operations:
      - desk
`),
  );
const operation = (name: string, text: string) => new Source(text, `schema/operations/${name}.graphql`);
const operations = [
  operation('plan', 'query Plan { plan { code } }'),
  operation('desk', 'query Desk {\n  plan { code }\n  desk { queue { long } }\n}'),
];
const found = (given = contracts(), sent = operations) =>
  findContractFaults(api, given, sent).map(({ rule, file, line, message }) => [rule, file, line, message.en]);

describe('a view', () => {
  const { views } = contracts();
  const text = (code: string) => print(viewOf(parse(api), fieldsOf(views, code) ?? new Set()));

  it('has its own fields with what they lead to, and nothing that leads nowhere', () => {
    const narrow = text('citizen');
    for (const name of ['Plan', 'Item', 'Note', 'Size', 'Unit', 'Audience'])
      expect(narrow).toMatch(new RegExp(`\\w+ ${name}\\b`));
    for (const name of ['Desk', 'Queue', 'Work', 'Filing', 'Mutation', 'DecideInput'])
      expect(narrow).not.toContain(name);
  });

  it('has those of narrower views too', () => {
    expect(text('internal')).toBe(print(parse(api)));
    expect(fieldsOf(views, 'nobody')).toBeUndefined();
  });
});

describe('views', () => {
  it('hold where everything is in one, and each operation uses what its own has', () => {
    expect(found()).toEqual([]);
  });

  it('are told what they name that is not there or stands twice, at its line', () => {
    const misspelt = contracts((text) => text.replace('- Query.desk', '- Query.dusk').replace('- desk', '- dusk'));
    const at = found(misspelt).filter(([rule]) => rule === 'VIEW_OF_NOTHING');
    expect(at.map(([, file, line]) => [file, line])).toEqual([
      ['schema/contracts.yaml', 11],
      ['schema/contracts.yaml', 14],
    ]);
    const twice = contracts((text) => text.replace('- Query.desk', '- Query.desk\n      - Query.plan'));
    expect(found(twice)).toEqual([
      ['VIEW_OF_NOTHING', 'schema/contracts.yaml', 12, '"Query.plan" stands in two places.'],
    ]);
  });

  it('are told what nobody decided', () => {
    const without = contracts((text) =>
      text
        .replace('      - Mutation.decide\n', '')
        .replace('      - desk\n', '      []\n')
        .replace('operations:\n      []', 'operations: []'),
    );
    expect(found(without).map(([rule, , , text]) => [rule, text])).toEqual([
      ['VIEW_UNDECIDED', '"Mutation.decide" is in no view.'],
      ['VIEW_UNDECIDED', '"desk" is in no view.'],
    ]);
    expect(findContractFaults(api, without, operations).every(({ severity }) => severity === 'WARNING')).toBe(true);
  });

  it('are told an operation that uses what its view has not got, at its line', () => {
    const narrower = contracts((text) =>
      text
        .replace('      - desk\n', '')
        .replace('- plan\n', '- plan\n      - desk\n')
        .replace(/operations:\n$/, 'operations: []\n'),
    );
    expect(found(narrower)).toEqual([
      [
        'OPERATION_OUTSIDE_VIEW',
        'schema/operations/desk.graphql',
        3,
        'In the view "citizen": Cannot query field "desk" on type "Query".',
      ],
    ]);
  });

  it('leave what holds nowhere, or cannot be read, to who looks at operations', () => {
    const broken = [operation('plan', 'query Plan { nothing }'), operation('desk', 'query Desk {')];
    expect(found(contracts(), broken)).toEqual([]);
  });

  it('that are not written as views are an input that cannot be read', () => {
    expect(() => readContracts('views: []')).toThrow(UnreadableInput);
    expect(() => contracts((text) => text.replace('code: citizen', 'cod: citizen'))).toThrow(UnreadableInput);
  });
});

it('the public schema has a place for each of its root fields, and each view is a schema', () => {
  const published = publishedSchema();
  expect(findContractFaults(published)).toEqual([]);
  const sizes = readContracts().views.map(({ code }) => {
    const schema = buildASTSchema(parse(viewText(published, code) ?? ''));
    return Object.keys(schema.getTypeMap()).length;
  });
  expect(sizes).toEqual([...new Set(sizes)].sort((a, b) => a - b));
  expect(fieldsOf(readContracts().views, 'internal')?.size).toBe(rootFields(parse(published)).length);
  expect(viewText(published, 'citizen')).not.toContain('decideFiling');
  expect(viewText(published, 'nobody')).toBeUndefined();
});
