import fc from 'fast-check';
import type { AnswerValue, Question } from '../../../../subgraphs/language/conditions.ts';
import type {
  DocumentType,
  EventMember,
  EvidenceOption,
  EvidenceUse,
  HeldDocument,
  MatterAnswer,
  PartyBinding,
  PlanInput,
  Requirement,
  RowOverride,
} from '../../../../subgraphs/planning/types.ts';
import { grownInput } from '../grown-catalogue.ts';
import { peopled } from '../peopled-catalogue.ts';

/**
 * Grown catalogues as people live them: who is whom and several in a role, matters done for each child, what is held and refused, documents taken
 * away, commitments, rows met on site, days of different length; and everything answered.
 */
const text = (code: string) => ({ zh: `名${code}`, en: code });
const law = { title: 'law', article: null, documentNumber: null };
const types = ['a', 'b', 'c', 'd', 'e', 'f'];
const roles = ['ONE', 'TWO', 'BOTH', 'CHILD', 'AGENT'];

/** Who acts for whom: bound by the answer, else the event's default, else somebody of their own. */
const agent: Question = {
  code: 'agent',
  text: text('agent'),
  kind: 'CHOICE',
  options: [
    { code: 'one', text: text('one'), binds: { AGENT: ['ONE'] } },
    { code: 'both', text: text('both'), binds: { AGENT: ['BOTH'] } },
    { code: 'other', text: text('other') },
  ],
};

const parties: fc.Arbitrary<ReadonlyArray<PartyBinding>> = fc
  .record({
    adults: fc.constantFrom<ReadonlyArray<PartyBinding>>(
      [],
      [{ id: 'x', roles: ['ONE'] }],
      [{ id: 'x', roles: ['ONE', 'TWO'] }],
      [
        { id: 'y', roles: ['ONE'] },
        { id: 'x', roles: ['TWO'] },
      ],
      [
        { id: 'x', roles: ['TWO'] },
        { id: 'y', roles: ['TWO', 'AGENT'] },
      ],
    ),
    children: fc.subarray<PartyBinding>([
      { id: 'k', roles: ['CHILD'] },
      { id: 'n', roles: ['CHILD'] },
    ]),
  })
  .map(({ adults, children }) => [...adults, ...children]);

const held: fc.Arbitrary<HeldDocument> = fc.record({
  documentType: fc.constantFrom(...types),
  subject: fc.constantFrom(null, null, null, ...roles),
  party: fc.constantFrom(null, null, null, 'x', 'k'),
  spec: fc.constantFrom(null, null, 'page'),
  trust: fc.constantFrom('A' as const, 'C' as const, 'D' as const),
  issuedOn: fc.constantFrom(null, '2026-11-23', '2025-01-01'),
  expiresOn: fc.constantFrom(null, '2026-11-23', '2027-11-23'),
});

/** What is otherwise of one use, where anything is. */
const otherUse: fc.Arbitrary<Partial<EvidenceUse>> = fc.oneof(
  { arbitrary: fc.constant({}), weight: 4 },
  { arbitrary: fc.constantFrom('CHILD', 'AGENT', 'BOTH').map((subject) => ({ subject })), weight: 3 },
  { arbitrary: fc.constant({ use: 'HAND_IN' as const, subject: 'ONE' }), weight: 1 },
  {
    arbitrary: fc.record({
      maximumAgeDays: fc.constantFrom(null, 90),
      minimumTrust: fc.constantFrom('A' as const, 'C' as const),
      copies: fc.constantFrom(1, 2),
      use: fc.constantFrom('COPY' as const, 'INSPECT_AND_COPY' as const),
    }),
    weight: 2,
  },
);
const anyUse: fc.Arbitrary<EvidenceUse> = fc.record({
  documentType: fc.constantFrom(...types).map((code) => ({ code })),
  subject: fc.constantFrom('ONE', 'TWO', 'BOTH'),
  spec: fc.constantFrom(null, null, null, 'page'),
  use: fc.constantFrom('INSPECT' as const, 'COPY' as const, 'ELECTRONIC' as const),
  copies: fc.constant(1),
  minimumTrust: fc.constant('D' as const),
  maximumAgeDays: fc.constant(null),
});
const option: fc.Arbitrary<EvidenceOption> = fc.record({
  condition: fc.constantFrom(null, null, null, { question: 'q', equals: true }),
  uses: fc.array(anyUse, { minLength: 1, maxLength: 2 }),
});
const options = fc.array(option, { minLength: 1, maxLength: 3 });
const someOf = fc.subarray(types, { minLength: 1 }).map((codes) => codes.map((code) => ({ code: `source-${code}` })));
/** A row beyond those of grown catalogues: by which sources it may be met, and what the event has otherwise. */
const moreRow = fc.record({
  options,
  exemptions: fc.oneof(
    { arbitrary: fc.constantFrom(null, null, [], [{ sources: null, legalBasis: law }]), weight: 3 },
    { arbitrary: someOf.map((sources) => [{ sources, legalBasis: law }]), weight: 1 },
  ),
  otherwise: fc.option(
    fc.record({
      condition: fc.constantFrom(null, null, { question: 'p', equals: true }),
      options: fc.option(options, { nil: null, freq: 3 }),
    }),
    { nil: null, freq: 2 },
  ),
});
const moreRows = fc.array(moreRow, { minLength: 1, maxLength: 3, size: 'max' });
const result = fc.record({
  documentType: fc.constantFrom(...types).map((code) => ({ code })),
  subject: fc.constantFrom('ONE', 'TWO', 'BOTH', 'CHILD'),
  spec: fc.constantFrom(null, null, null, 'page'),
});
const ofRow = fc.record({
  onSite: fc.constantFrom(null, false, true),
  isCommitted: fc.constantFrom(null, false, true),
});
const ofMatter = fc.record({
  /** Done by everybody, whatever is said of it. */
  isAlways: fc.constantFrom(true, true, false),
  more: moreRows,
  makes: fc.array(result, { maxLength: 1 }),
  repeatedFor: fc.constantFrom(null, null, 'CHILD'),
  days: fc.integer({ min: 1, max: 4 }),
  isPromised: fc.boolean(),
  visits: fc.constantFrom(null, 0, 1, 2),
  channels: fc.constantFrom<ReadonlyArray<string> | null>(null, ['COUNTER'], ['COUNTER', 'ONLINE'], []),
});
const ofType = fc.record({
  rarelyHeld: fc.boolean(),
  method: fc.constantFrom('DATA_VERIFICATION' as const, 'BOUND_LICENCE' as const, 'GENERATED_FORM' as const),
  condition: fc.constantFrom(null, null, { question: 'p', equals: true }),
});
const cycled = <T>(each: fc.Arbitrary<T>, length: number): fc.Arbitrary<ReadonlyArray<T>> =>
  fc.array(each, { minLength: length, maxLength: length });

export const livedInput: fc.Arbitrary<PlanInput> = fc
  .record({
    input: peopled(grownInput),
    parties,
    held: fc.array(held, { maxLength: 4 }),
    refused: fc.subarray(
      types.map((code) => `source-${code}`),
      { maxLength: 2 },
    ),
    uses: cycled(otherUse, 12),
    rows: cycled(ofRow, 7),
    matters: cycled(ofMatter, 4),
    types: cycled(ofType, types.length),
    yes: cycled(fc.boolean(), 5),
    born: fc.constantFrom('1960-01-01', '1966-11-24', '1966-11-25', '2000-06-15'),
    acts: fc.constantFrom('one', 'both', 'other'),
    isAgentKnown: fc.boolean(),
  })
  .map((drawn): PlanInput => {
    const { basis, situation, matters } = drawn.input;
    const at = <T>(list: ReadonlyArray<T>, index: number): T => list[index % list.length] as T;
    let use = 0;
    let row = 0;
    const optionsOf = (options: ReadonlyArray<EvidenceOption>) =>
      options.map((option) => ({
        ...option,
        uses: option.uses.map((each) => ({ ...each, ...at(drawn.uses, use++) })),
      }));
    const committed: string[] = [];
    const rowsOf = (requirements: ReadonlyArray<Requirement>) =>
      requirements.map((each): Requirement => {
        const { onSite, isCommitted } = at(drawn.rows, row++);
        if (isCommitted) committed.push(each.code);
        const commitment = isCommitted === null ? null : { texts: text('promise'), consequences: text('fine') };
        return { ...each, onSite, commitment, options: optionsOf(each.options) };
      });
    const grown = (matters ?? []).map((matter, index): MatterAnswer | null => {
      const { days, isPromised, visits, channels, more, makes } = at(drawn.matters, index);
      const limit = { amount: days, unit: 'WORKING_DAY' as const };
      const limits = { promisedLimit: isPromised ? limit : null, statutoryLimit: isPromised ? null : limit };
      const rows = [...(matter?.requirements ?? []), ...more.map((each, place) => rowOf(`m${index}+${place}`, each))];
      const results = [...(matter?.results ?? []), ...makes];
      return matter && { ...matter, ...limits, visits, channels, results, requirements: rowsOf(rows) };
    });
    const members = basis.members.map((member, index): EventMember => {
      const { repeatedFor, isAlways, more } = at(drawn.matters, index);
      const others = more.flatMap(({ otherwise }, place): RowOverride[] =>
        otherwise ? [{ requirement: `${member.matter}+${place}`, ...otherwise, deferral: null, legalBasis: law }] : [],
      );
      const overrides = [...(member.overrides ?? []), ...others].map(
        (each): RowOverride => ({ ...each, options: each.options && optionsOf(each.options) }),
      );
      const always = isAlways ? { condition: null, acceptance: [] } : {};
      return { ...member, ...always, repeatedFor, overrides };
    });
    const documentTypes = basis.documentTypes.map((type, index): DocumentType => {
      const { rarelyHeld, method, condition } = at(drawn.types, index);
      return { ...type, rarelyHeld, sources: type.sources.map((source) => ({ ...source, method, condition })) };
    });
    const questions = [...basis.questions, agent];
    const given = new Map(situation.answers.map(({ question, value }) => [question, value]));
    const answers = questions.map(({ code, kind }, index) => {
      const drawnValue: AnswerValue =
        kind === 'CHOICE' ? drawn.acts : kind === 'DATE' ? drawn.born : at(drawn.yes, index);
      return { question: code, value: given.get(code) ?? drawnValue };
    });
    const more = ['CHILD', 'AGENT'].map((code) => ({ code, name: text(code) }));
    const bindings = drawn.isAgentKnown ? { AGENT: ['TWO'] } : {};
    return {
      ...drawn.input,
      basis: { ...basis, members, documentTypes, questions, bindings, roles: [...basis.roles, ...more] },
      matters: grown,
      situation: {
        ...situation,
        answers,
        parties: drawn.parties,
        held: drawn.held,
        refusedSources: drawn.refused,
        commitments: committed,
      },
    };
  });

type MoreRow = typeof moreRow extends fc.Arbitrary<infer Row> ? Row : never;

function rowOf(code: string, { options: ways, exemptions }: MoreRow): Requirement {
  const nothing = { condition: null, declaredSource: null, deferral: null, commitment: null, legalBasis: null };
  return { ...nothing, code, names: text(code), necessity: 'REQUIRED', options: ways, exemptions };
}
