import fc from 'fast-check';
import type { Condition, Question } from '../../../subgraphs/language/conditions.ts';
import type {
  DocumentType,
  EvidenceOption,
  MatterAnswer,
  PlanInput,
  Requirement,
} from '../../../subgraphs/planning/types.ts';

/** Small catalogues of every shape the core must bear: AND/OR rows, conditions, outputs (also in circles), sources, specs, two parties. */
const types = ['a', 'b', 'c', 'd', 'e', 'f'];
const questions = ['p', 'q'];
const roles = ['ONE', 'TWO', 'BOTH'];
const text = (code: string) => ({ zh: `名${code}`, en: code });

const condition: fc.Arbitrary<Condition | null> = fc.option(
  fc.record({ question: fc.constantFrom(...questions), equals: fc.boolean() }),
  { nil: null, freq: 2 },
);
const use = fc.record({
  documentType: fc.constantFrom(...types).map((code) => ({ code })),
  subject: fc.constantFrom(...roles),
  spec: fc.constantFrom(null, null, null, 'page'),
  use: fc.constantFrom('INSPECT' as const, 'COPY' as const, 'ELECTRONIC' as const),
  copies: fc.constant(1),
  minimumTrust: fc.constantFrom('D' as const, 'B' as const),
  maximumAgeDays: fc.constant(null),
});
const option: fc.Arbitrary<EvidenceOption> = fc.record({
  condition,
  uses: fc.array(use, { minLength: 1, maxLength: 3 }),
});
const row = fc.record({ condition, options: fc.array(option, { minLength: 1, maxLength: 3 }) });
const result = fc.record({
  documentType: fc.constantFrom(...types).map((code) => ({ code })),
  subject: fc.constantFrom('ONE', 'TWO'),
  spec: fc.constantFrom(null, 'page'),
});
const matter = fc.record({
  rows: fc.array(row, { maxLength: 4 }),
  results: fc.array(result, { maxLength: 1 }),
  condition,
});
const answers = fc.record({ p: fc.option(fc.boolean()), q: fc.option(fc.boolean()) });

export const generatedInput: fc.Arbitrary<PlanInput> = fc
  .record({
    matters: fc.array(matter, { minLength: 1, maxLength: 4 }),
    holdings: fc.array(fc.constantFrom('EACH' as const, 'JOINT' as const), {
      minLength: types.length,
      maxLength: types.length,
    }),
    shared: fc.array(fc.boolean(), { minLength: types.length, maxLength: types.length }),
    answers,
  })
  .map(({ matters, holdings, shared, answers: given }): PlanInput => {
    const codeOf = (index: number): string => `m${index}`;
    const documentTypes = types.map(
      (code, index): DocumentType => ({
        code,
        name: text(code),
        holding: holdings[index] ?? 'EACH',
        sources: shared[index]
          ? [{ code: `source-${code}`, name: text(code), method: 'DATA_VERIFICATION', requiresConsent: true }]
          : [],
      }),
    );
    const rowsOf = (index: number): ReadonlyArray<Requirement> =>
      (matters[index]?.rows ?? []).map((each, at) => ({
        code: `${codeOf(index)}-${at}`,
        names: { zh: `row ${at}`, en: `row ${at}` },
        necessity: 'REQUIRED',
        condition: each.condition,
        declaredSource: null,
        deferral: null,
        commitment: null,
        options: each.options,
        legalBasis: null,
      }));
    return {
      basis: {
        revision: '1',
        event: 'e',
        region: '330381000000',
        title: text('e'),
        promisedDays: null,
        members: matters.map(({ results, condition: when }, index) => ({
          matter: codeOf(index),
          department: `d${index}`,
          title: text(codeOf(index)),
          condition: when,
          exclusiveGroup: null,
          repeatedFor: null,
          produces: results.map(({ documentType, subject, spec }) => ({
            documentType: documentType.code,
            subject,
            spec,
          })),
        })),
        questions: questions.map((code): Question => ({ code, text: text(code), kind: 'BOOLEAN', options: [] })),
        bindings: {},
        roles: [
          { code: 'ONE', name: text('ONE') },
          { code: 'TWO', name: text('TWO') },
          { code: 'BOTH', name: text('BOTH'), members: ['ONE', 'TWO'] },
        ],
        departments: matters.map((_each, index) => ({ code: `d${index}`, name: text(`d${index}`) })),
        documentTypes,
        calendar: { holidays: [], workdays: [], years: [2026] },
      },
      matterCodes: matters.map((_each, index) => codeOf(index)),
      matters: matters.map(
        ({ results }, index): MatterAnswer => ({
          code: codeOf(index),
          visits: 1,
          promisedLimit: { amount: 1, unit: 'WORKING_DAY' },
          statutoryLimit: null,
          specialProcedures: [],
          requirements: rowsOf(index),
          results,
          formFields: [],
        }),
      ),
      situation: {
        answers: Object.entries(given).flatMap(([question, value]) => (value === null ? [] : [{ question, value }])),
        parties: [],
        refusedSources: [],
        held: [],
        commitments: [],
      },
      today: '2026-11-24',
    };
  });
