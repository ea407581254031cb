import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { newbornAnswers, newbornForm, newbornParties } from '../../../scripts/newborn-example.ts';
import type { Language } from '../../../subgraphs/language/text.ts';
import { buildPlan, formIn, formKeywords } from '../../../subgraphs/planning/index.ts';
import { distinctEvents, inputFor } from './catalogue-input.ts';

type Node = Readonly<Record<string, unknown>>;
const han = /\p{Script=Han}/u;
/** As a stock form has them: the validator's own vocabulary, and our keywords declared and nothing else. */
const drafts = [Ajv, Ajv2020].map((Draft) => () => {
  const ajv = new Draft({ strict: true, allErrors: true });
  addFormats.default(ajv);
  ajv.addVocabulary([...formKeywords]);
  return ajv;
});
const partiesOf = (schema: Node) =>
  Object.entries(schema.properties as Readonly<Record<string, Node>>).filter(([party]) => party !== '$answers');
const fieldsOf = (schema: Node) =>
  partiesOf(schema).flatMap(([party, object]) =>
    Object.entries(object.properties as Readonly<Record<string, Node>>).map(([code, field]) => ({
      party,
      code,
      field,
    })),
  );

/** Keywords of ours anywhere in it, and texts of those that are shown. */
function walk(value: unknown, found: { keywords: Set<string>; texts: string[] }): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    if (key.startsWith('x-')) found.keywords.add(key);
    if (['title', 'description', 'otherwise', 'x-error'].includes(key) && typeof member === 'string')
      found.texts.push(member);
    walk(member, found);
  }
}

describe.each(distinctEvents)('the form of %s in %s', (event, region) => {
  const { form } = buildPlan(inputFor(event, region));

  it.each(['ZH', 'EN'] as const)('is read by stock validators, all in one language: %s', (language) => {
    const schema = formIn(form, language);
    for (const ajv of drafts) expect(ajv().compile(schema)).toBeTypeOf('function');
    const found = { keywords: new Set<string>(), texts: [] as string[] };
    walk(schema, found);
    expect([...found.keywords].filter((each) => !formKeywords.some((known) => known === each))).toEqual([]);
    for (const text of found.texts) if (language === 'EN') expect(text).not.toMatch(han);
    for (const { field } of fieldsOf(schema)) {
      expect(field.title).toMatch(language === 'ZH' ? han : /[a-z]/i);
      expect(field).not.toHaveProperty('enum');
    }
  });

  it('asks person by person, each group by group, and every field stands in one', () => {
    const schema = formIn(form, 'ZH');
    const fields = fieldsOf(schema);
    expect(fields.map(({ party, code }) => `${party} ${code}`)).toEqual(
      form.fields.map(({ party, code }) => `${party} ${code}`),
    );
    expect(fields.map(({ field }) => field['x-order'])).toEqual(fields.map((_field, index) => index));
    const groups = fields.map(({ party, field }) => `${party} ${(field['x-group'] as { code: string }).code}`);
    const begun = groups.filter((group, index) => group !== groups[index - 1]);
    expect(begun).toEqual([...new Set(begun)]);
  });
});

describe('a newborn’s form', () => {
  const plan = buildPlan(inputFor('newborn', '330381000000', { answers: newbornAnswers, parties: newbornParties }));
  const field = (party: string, code: string, language: Language = 'ZH') =>
    fieldsOf(formIn(plan.form, language)).find((each) => each.party === party && each.code === code)?.field;

  it('begins with the child, and its name', () => {
    const [first] = plan.form.fields;
    expect([first?.party, first?.code]).toEqual(['baby', 'name']);
    expect(partiesOf(formIn(plan.form, 'EN')).map(([party, { title }]) => [party, title])).toEqual([
      ['baby', 'child'],
      ['lin', 'mother'],
      ['chen', 'father'],
    ]);
  });

  it('takes values as before, and shows them in the language', () => {
    expect(field('baby', 'sex')?.oneOf).toEqual([
      { const: '男', title: '男' },
      { const: '女', title: '女' },
    ]);
    expect(field('baby', 'sex', 'EN')?.oneOf).toEqual([
      { const: '男', title: 'Male' },
      { const: '女', title: 'Female' },
    ]);
    expect(field('lin', 'marital-status', 'EN')).toMatchObject({
      oneOf: [{ const: '已婚', title: 'Married' }],
      default: '已婚',
      readOnly: true,
    });
  });

  it('offers nationalities and ethnicities in the language, each value with a title', () => {
    for (const [code, value, title, count] of [
      ['nationality', '法国', 'France', 197],
      ['ethnicity', '彝族', 'Yi', 58],
    ] as const) {
      const english = field('lin', code, 'EN')?.oneOf as ReadonlyArray<{ const: string; title: string }>;
      expect(english).toHaveLength(count);
      expect(english).toContainEqual({ const: value, title });
      for (const each of english) expect(each.title).not.toMatch(han);
      const chinese = field('lin', code)?.oneOf as typeof english;
      for (const each of chinese) expect(each.title).toBe(each.const);
    }
  });

  it('says hint, error, group, sensitivity and how a number is checked', () => {
    expect(field('lin', 'identity-number', 'EN')).toMatchObject({
      description: '18 characters; a last x is written as X',
      'x-error': 'it has to be a valid identity number of 18 characters',
      'x-format': 'resident-identity-number',
      'x-group': { code: 'person', title: 'Identity' },
      'x-sensitive': true,
    });
    expect(field('lin', 'insured-unit')).toMatchObject({ 'x-sensitive': false });
    expect(field('lin', 'admission-date')).toMatchObject({ format: 'date' });
    expect(field('lin', 'insured-unit')).not.toHaveProperty('description');
  });

  it('judges what is sent alike in both languages', () => {
    const forms = [newbornForm, { ...newbornForm, baby: { ...newbornForm.baby, sex: 'Female', name: '' } }];
    for (const form of forms)
      expect(
        new Set(
          (['ZH', 'EN'] as const).flatMap((language) =>
            drafts.map((ajv) => ajv().validate(formIn(plan.form, language), form)),
          ),
        ),
      ).toEqual(new Set([form === newbornForm]));
  });

  it('without words of the catalogue says its titles, and values as they are', () => {
    const input = inputFor('newborn', '330381000000', { answers: newbornAnswers, parties: newbornParties });
    const { words: _words, ...basis } = input.basis;
    const bare = buildPlan({ ...input, basis });
    expect(bare.id).not.toBe('');
    const sex = fieldsOf(formIn(bare.form, 'EN')).find(({ code }) => code === 'sex')?.field;
    expect(sex).toMatchObject({
      title: 'Sex',
      oneOf: [
        { const: '男', title: '男' },
        { const: '女', title: '女' },
      ],
    });
  });
});

describe('what the account says', () => {
  it.each(distinctEvents)('of %s in %s names every row in both languages', (event, region) => {
    const { account } = buildPlan(inputFor(event, region));
    for (const { names } of account) {
      expect(names.zh).toMatch(han);
      expect(names.en).toMatch(/^[^\p{Script=Han}]+$/u);
    }
  });
});
