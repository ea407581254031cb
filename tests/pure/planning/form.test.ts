import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import type { Condition } from '../../../subgraphs/language/conditions.ts';
import { numberFormats } from '../../../subgraphs/language/formats.ts';
import { buildPlan, departmentForm } from '../../../subgraphs/planning/index.ts';
import type { Plan, PlanInput } from '../../../subgraphs/planning/types.ts';
import { catalogue, inputFor } from './catalogue-input.ts';

const validator = (plan: Plan) => {
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  ajv.addVocabulary(['x-rules', 'x-words']);
  addFormats.default(ajv);
  for (const name of Object.keys(numberFormats)) ajv.addFormat(name, true);
  return ajv.compile(plan.form.schema);
};

/** The newborn's event in which one more field, required where a condition holds, is asked. */
function withField(condition: Condition): PlanInput {
  const input = inputFor('newborn', '330381000000');
  return {
    ...input,
    matters: (input.matters ?? []).map((matter, index) =>
      matter && index === 1
        ? {
            ...matter,
            formFields: [
              ...(matter.formFields ?? []),
              {
                code: 'extra',
                subject: 'CHILD',
                titles: { zh: '附加', en: 'Extra' },
                required: true,
                sensitive: false,
                condition,
                schema: { type: 'string' },
              },
            ],
          }
        : matter,
    ),
  };
}

describe('a field that open questions make required', () => {
  const cases: ReadonlyArray<readonly [Condition, Record<string, unknown>, boolean]> = [
    [{ question: 'married', equals: true }, { married: true }, true],
    [{ question: 'married', equals: true }, { married: false }, false],
    [{ question: 'married', equals: true }, {}, false],
    [{ not: { question: 'married', equals: true } }, { married: false }, true],
    [{ not: { question: 'married', equals: true } }, {}, false],
    [{ question: 'maternity-insurance', in: ['employee', 'resident'] }, { 'maternity-insurance': 'resident' }, true],
    [
      {
        all: [
          { question: 'married', equals: true },
          { question: 'same-ethnicity', equals: false },
        ],
      },
      { married: true, 'same-ethnicity': false },
      true,
    ],
    [
      {
        all: [
          { question: 'married', equals: true },
          { question: 'same-ethnicity', equals: false },
        ],
      },
      { married: true },
      false,
    ],
    [
      {
        any: [
          { question: 'married', equals: true },
          { question: 'same-ethnicity', equals: false },
        ],
      },
      { married: true },
      true,
    ],
  ];

  it.each(cases)('%j with %j: required %s', (condition, answers, required) => {
    const plan = buildPlan(withField(condition));
    expect(plan.form.fields.find(({ code }) => code === 'extra')?.required).toBe(false);
    const validate = validator(plan);
    validate({ $answers: answers });
    const complaints = (validate.errors ?? []).filter(
      ({ keyword, params }) => keyword === 'required' && ['extra', 'CHILD'].includes(params.missingProperty as string),
    );
    const byRule = complaints.filter(({ schemaPath }) => schemaPath.includes('/allOf/'));
    expect(byRule.length > 0).toBe(required);
  });

  it('is simply required once it is answered', () => {
    const input = withField({ question: 'married', equals: true });
    const answers = [{ question: 'married', value: true }];
    const plan = buildPlan({ ...input, situation: { ...input.situation, answers } });
    expect(plan.form.fields.find(({ code }) => code === 'extra')?.required).toBe(true);
  });
});

describe.each(catalogue.publication.lifeEvents.map(({ code, region }) => [code, region] as const))(
  'the one form of %s in %s',
  (code, region) => {
    const plan = buildPlan(inputFor(code, region));

    it('is a strict JSON Schema, with titles in both languages', () => {
      expect(validator(plan)).toBeTypeOf('function');
      for (const { titles } of plan.form.fields) {
        expect(titles.zh).toMatch(/\p{Script=Han}/u);
        expect(titles.en).toMatch(/[A-Za-z]/);
      }
    });

    it("gives each department its own form back, and nothing of another's", () => {
      const filled: Record<string, Record<string, unknown>> = {};
      for (const field of plan.form.fields) {
        filled[field.party] = { ...filled[field.party], [field.code]: `${field.party} ${field.code}` };
      }
      for (const filing of plan.filings) {
        const own = departmentForm(filing.fields, filled);
        const wanted = plan.form.fields.filter((field) => filing.fields[field.party]?.includes(field.code));
        const got = Object.entries(own).flatMap(([party, values]) =>
          Object.entries(values).map(([field, value]) => [party, field, value]),
        );
        expect(got.sort()).toEqual(wanted.map(({ party, code: field }) => [party, field, `${party} ${field}`]).sort());
        for (const { receivedBy } of wanted) expect(receivedBy).toContain(filing.matter);
      }
    });
  },
);

describe('two documents that tell one field', () => {
  const told = (prevails: boolean) => {
    const input = inputFor('retirement', '330381000000');
    const documentTypes = input.basis.documentTypes.map((type) => {
      // The card is shared too, so that both tell the date of birth.
      const sources = input.basis.documentTypes.find(({ code }) => code === 'earliest-file-record')?.sources ?? [];
      if (type.code === 'resident-identity-card')
        return { ...type, sources: sources.map((source) => ({ ...source, code: 'police-data' })) };
      const { prevailsOver: _none, ...rest } = type;
      return prevails ? type : rest;
    });
    const plan = buildPlan({ ...input, basis: { ...input.basis, documentTypes } });
    return plan.form.fields.find(({ code, party }) => code === 'birth-date' && party === 'RETIREE')?.prefilledFrom;
  };

  it('the one that prevails fills it in: the earliest record on file goes before the identity card', () => {
    expect(told(false)).toBe('police-data');
    expect(told(true)).toBe('personnel-archives');
  });
});
