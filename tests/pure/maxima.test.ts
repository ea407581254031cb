import { readFileSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  type GraphQLInputType,
  type GraphQLSchema,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { readMaxima } from '../../schema/maxima.ts';
import { subgraphSchemas } from '../../schema/subgraphs.ts';
import { type InputMaximum, inputMaxima } from '../../subgraphs/language/maxima.ts';
import { boundInputs } from '../../subgraphs/runtime/bounded-inputs.ts';

const long = 'x'.repeat(300_000);
const many = (of: unknown, times: number) => Array.from({ length: times }, () => of);
const deep = JSON.parse(`${'['.repeat(100)}${']'.repeat(100)}`);

/** Values that are too large at one place each: the place and the value. */
function tooLarge(type: GraphQLInputType, place: string, within: ReadonlyArray<string> = []): [string, unknown][] {
  const of = getNullableType(type);
  if (isListType(of)) {
    const inner = tooLarge(of.ofType, `${place}.0`, within);
    return [[place, many(null, 100_000)], ...inner.map(([at, value]): [string, unknown] => [at, [value]])];
  }
  if (isInputObjectType(of)) {
    if (within.includes(of.name)) return [];
    return Object.values(of.getFields()).flatMap((field) =>
      tooLarge(field.type, `${place}.${field.name}`, [...within, of.name]).map(([at, value]): [string, unknown] => [
        at,
        { [field.name]: value },
      ]),
    );
  }
  if (isEnumType(of) || (isSpecifiedScalarType(of) && of.name !== 'String' && of.name !== 'ID')) return [];
  if (!isScalarType(of)) throw new Error(`${of} is not looked at.`);
  const own: [string, unknown][] = [[place, long]];
  if (isSpecifiedScalarType(of) || inputMaxima[of.name]?.values === undefined) return own;
  return [...own, [place, deep], [place, many(1, 6000)], [place, { [long]: 1 }]];
}

function withResolvers(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap()))
    if (isObjectType(type)) for (const field of Object.values(type.getFields())) field.resolve = () => 'ran';
  boundInputs(schema);
  return schema;
}

const departments = new Set<string>();
const schemas = subgraphSchemas().filter(({ typeDefs }) => {
  // Departments' differ by their names alone.
  const isDepartment =
    JSON.stringify(typeDefs).includes('FilingInput') && !JSON.stringify(typeDefs).includes('submitLifeEvent');
  if (isDepartment && departments.size > 0) return false;
  if (isDepartment) departments.add('one');
  return true;
});

describe('every input of every subgraph has a maximum', () => {
  const cases = schemas.flatMap(({ name, typeDefs }) => {
    const schema = withResolvers(buildSubgraphSchema(typeDefs));
    return Object.values(schema.getTypeMap()).flatMap((type) =>
      isObjectType(type) && !type.name.startsWith('__')
        ? Object.values(type.getFields())
            .filter((field) => !field.name.startsWith('_'))
            .flatMap((field) =>
              field.args.flatMap((argument) =>
                tooLarge(argument.type, argument.name).map(
                  ([at, value]) =>
                    [`${name}: ${type.name}.${field.name} ${at}`, field, argument.name, at, value] as const,
                ),
              ),
            )
        : [],
    );
  });
  it.each(cases)('%s', (_where, field, argument, at, value) => {
    const ask = (given: unknown) => field.resolve?.({}, { [argument]: given }, {}, {} as never);
    expect(ask(undefined)).toBe('ran');
    let said: { message?: string; extensions?: { code?: string } } = {};
    try {
      ask(value);
    } catch (error) {
      said = error as typeof said;
    }
    expect(said.extensions?.code).toBe('INPUT_TOO_LARGE');
    expect(said.message).toContain(at);
    expect(said.message?.length).toBeLessThan(300);
  });
  it('looks at some hundred places', () => expect(cases.length).toBeGreaterThan(80));
});

describe('the table', () => {
  const { inputs, gateway } = readMaxima();
  const api = readFileSync(new URL('../../schema/generated/api.graphql', import.meta.url), 'utf8');

  it.each(Object.keys(inputs).filter((name) => name !== '[]'))('%s is something that a client sends', (name) => {
    const [type, field] = name.split('.');
    if (field === undefined) expect(api).toMatch(new RegExp(`\\b${name}\\b`));
    else expect(api).toMatch(new RegExp(`input ${type} \\{[^}]*\\b${field}:`));
  });
  it('what fits is taken, to the last one', () => {
    const journeys = schemas.find(({ name }) => name === 'journeys');
    if (!journeys) throw new Error('no journeys');
    const field = withResolvers(buildSubgraphSchema(journeys.typeDefs)).getType('LifeEvent');
    const plan = isObjectType(field) ? field.getFields().plan : undefined;
    const ask = (parties: number) =>
      plan?.resolve?.({}, { parties: many({ id: 'a', roles: ['CHILD'] }, parties) }, {}, {} as never);
    const most = inputMaxima.parties?.items ?? 0;
    expect(ask(most)).toBe('ran');
    expect(() => ask(most + 1)).toThrow(/parties/);
  });
  it.each([
    ['values', { values: 5000 }, (count: number) => many(1, count - 1)],
    ['levels', { depth: 12 }, (count: number) => JSON.parse(`${'['.repeat(count)}${']'.repeat(count)}`)],
    ['characters', { characters: 200_000 }, (count: number) => ({ [long.slice(0, count - 10)]: 'x'.repeat(10) })],
  ])('JSON of so many %s is taken, and no more', (_what, most, made) => {
    const [[kind, count]] = Object.entries(most) as [[keyof InputMaximum, number]];
    expect(inputMaxima.JSON?.[kind]).toBe(count);
    const journeys = schemas.find(({ name }) => name === 'journeys');
    if (!journeys) throw new Error('no journeys');
    const mutation = withResolvers(buildSubgraphSchema(journeys.typeDefs)).getMutationType();
    const ask = (form: unknown) =>
      mutation?.getFields().supplementSubmission?.resolve?.({}, { input: { form } }, {}, {} as never);
    expect(ask(made(count))).toBe('ran');
    expect(() => ask(made(count + 1))).toThrow(/form/);
  });
  it('the sentence in the SDL says the same number', () => {
    expect(api).toMatch(
      new RegExp(`Maximum \\(上限\\): ${inputMaxima.parties?.items} items[^\\n]*\\n\\s+parties: \\[PartyInput`),
    );
  });
  it("the gateway's settings begin with it", () => {
    const schema = JSON.parse(readFileSync(new URL('../../schema/gateway.schema.json', import.meta.url), 'utf8'));
    for (const { setting, value } of Object.values(gateway)) {
      if (setting === undefined) continue;
      const path = setting.split('.').flatMap((name) => ['properties', name]);
      const found = path.reduce((at, name) => at?.[name], schema);
      expect(found?.default, setting).toBe(value);
    }
  });
});
