import fc from 'fast-check';
import type { AnswerValue, Condition } from '../../../subgraphs/language/conditions.ts';
import type {
  EventMember,
  EvidenceOption,
  Exemption,
  MatterAnswer,
  MatterWait,
  PlanInput,
  Requirement,
  RowOverride,
} from '../../../subgraphs/planning/types.ts';
import { entitledInput } from './entitled-catalogue.ts';
import { asPeopleAre } from './peopled-catalogue.ts';

/** Entitled catalogues grown by what rows say more: by which sources each may be met, what the event has otherwise, and waits. */
const law = { title: 'law', article: null, documentNumber: null };
const types = ['a', 'b', 'c', 'd', 'e', 'f'];
const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ question: fc.constantFrom('p', 'q', 'r'), equals: fc.boolean() }),
  fc.constant<Condition>({ any: [] }),
);
const exemption: fc.Arbitrary<Exemption> = fc.record({
  sources: fc.oneof(
    { arbitrary: fc.constant(null), weight: 1 },
    {
      arbitrary: fc.subarray(types, { minLength: 1 }).map((of) => of.map((code) => ({ code: `source-${code}` }))),
      weight: 4,
    },
  ),
  legalBasis: fc.constant(law),
});
const exemptions = fc.oneof(
  { arbitrary: fc.constant(null), weight: 3 },
  { arbitrary: fc.array(exemption, { maxLength: 2 }), weight: 1 },
);
const option: fc.Arbitrary<EvidenceOption> = fc.constantFrom(...types).map((code) => ({
  condition: null,
  uses: [
    {
      ...{ documentType: { code }, subject: 'ONE', spec: null, use: 'INSPECT' as const },
      ...{ copies: 1, minimumTrust: 'D' as const, maximumAgeDays: null },
    },
  ],
}));
const departure = fc.option(
  fc.record({
    condition: fc.option(condition, { nil: null }),
    options: fc.option(
      option.map((each) => [each]),
      { nil: null },
    ),
  }),
  { nil: null, freq: 2 },
);
const wait = fc.record({
  limit: fc.record({ amount: fc.integer({ min: 0, max: 4 }), unit: fc.constant('WORKING_DAY' as const) }),
  since: fc.constantFrom('BEGINNING' as const, 'PREVIOUS' as const),
  condition: fc.option(condition, { nil: null }),
});
const ofMatter = fc.record({
  exemptions: fc.array(exemptions, { minLength: 4, maxLength: 4 }),
  departures: fc.array(departure, { minLength: 4, maxLength: 4 }),
  waits: fc.array(wait, { maxLength: 2 }),
});

export const grownInput: fc.Arbitrary<PlanInput> = fc
  .record({ input: entitledInput, of: fc.array(ofMatter, { minLength: 4, maxLength: 4 }) })
  .map(({ input, of }): PlanInput => {
    const said = (index: number) => of[index] as (typeof of)[number];
    const rowsOf = (index: number): ReadonlyArray<Requirement> => input.matters?.[index]?.requirements ?? [];
    const members = input.basis.members.map((member, index): EventMember => {
      const overrides = rowsOf(index).flatMap(({ code }, at): RowOverride[] => {
        const departs = said(index).departures[at];
        return departs ? [{ requirement: code, ...departs, deferral: null, legalBasis: law }] : [];
      });
      return { ...member, overrides };
    });
    const matters = (input.matters ?? []).map((matter, index) => {
      if (!matter) return null;
      const grown: MatterAnswer = {
        ...matter,
        requirements: rowsOf(index).map((row, at) => ({ ...row, exemptions: said(index).exemptions[at] ?? null })),
        waits: said(index).waits.map(
          (each, at): MatterWait => ({ ...each, code: `w${at}`, titles: { zh: '', en: '' }, legalBasis: law }),
        ),
      };
      return grown;
    });
    return { ...input, basis: { ...input.basis, members }, matters };
  });

type Answers = ReadonlyMap<string, AnswerValue>;

/** Whether a condition over yes and no holds, with everything answered. */
export function holdsIn(answers: Answers, each: Condition | null): boolean {
  if (each === null) return true;
  if ('any' in each) return each.any.some((part) => holdsIn(answers, part));
  if ('equals' in each) return answers.get(each.question) === each.equals;
  throw new Error('no such condition is generated');
}

/** What a row of a matter that is done comes to by hand: not needed, waived, or the ways to meet it, each with the types that it takes of a line. */
export function rowByHand(
  { basis }: PlanInput,
  matter: string,
  row: Requirement,
  answers: Answers,
): 'NOT_APPLICABLE' | 'WAIVED' | ReadonlyArray<EvidenceOption> {
  const open = ({ condition: when }: { readonly condition: Condition | null }): boolean => holdsIn(answers, when);
  if (!open(row) || !row.options.some(open)) return 'NOT_APPLICABLE';
  if (row.exemptions?.some(({ sources }) => sources === null)) return 'WAIVED';
  const member = basis.members.find((each) => each.matter === matter);
  const override = member?.overrides?.find(({ requirement }) => requirement === row.code);
  if (override && !open(override)) return 'WAIVED';
  const options = override?.options ?? row.options;
  if (!options.some(open)) return 'WAIVED';
  const possible = options.filter(open).flatMap((each) => asPeopleAre(each, answers, basis));
  return possible.length > 0 ? possible : 'NOT_APPLICABLE';
}

/** Types of documents that a source brings for a row. */
export function freeFor({ basis }: PlanInput, { exemptions: said }: Requirement): ReadonlySet<string> {
  const named = said?.flatMap(({ sources }) => sources?.map(({ code }) => code) ?? []);
  return new Set(
    basis.documentTypes
      .filter(({ sources }) => sources.some(({ code }) => named === undefined || named.includes(code)))
      .map(({ code }) => code),
  );
}
