import fc from 'fast-check';
import type { AnswerValue, Condition, Question } from '../../../subgraphs/language/conditions.ts';
import type { AcceptanceCondition, EventMember, MatterGroup, PlanInput } from '../../../subgraphs/planning/types.ts';
import { generatedInput } from './generated-catalogue.ts';

/** Generated catalogues grown by entitlement: conditions of acceptance over answers and an age, groups of all three kinds, amounts, and what rests on what. */
const text = (code: string) => ({ zh: `名${code}`, en: code });
const law = { title: 'law', article: null, documentNumber: null };
const births = ['1960-01-01', '1966-11-24', '1966-11-25', '2000-06-15'];

const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ question: fc.constantFrom('p', 'q', 'r'), equals: fc.boolean() }),
  fc.constantFrom<Condition>(
    { question: 'born', elapsed: { atLeast: { years: 60 } } },
    { not: { question: 'born', elapsed: { atLeast: { years: 60 } } } },
  ),
);
const entitlement = fc.record({
  accepts: fc.array(condition, { maxLength: 2 }),
  group: fc.constantFrom(null, null, 'most', 'one', 'high', 'high'),
  pays: fc.array(
    fc.record({
      condition: fc.option(condition, { nil: null }),
      amountFen: fc.integer({ min: 1, max: 3 }),
      per: fc.constant('ONCE' as const),
    }),
    { maxLength: 2 },
  ),
  restsOn: fc.constantFrom(null, null, null, 'm0', 'm1'),
});
const groups: ReadonlyArray<MatterGroup> = [
  { code: 'high', choose: 'HIGHEST_BENEFIT', reasons: text('high'), legalBasis: law },
  { code: 'most', choose: 'AT_MOST_ONE', reasons: text('most'), legalBasis: law },
  { code: 'one', choose: 'EXACTLY_ONE', reasons: text('one'), legalBasis: law },
];
const questions: ReadonlyArray<Question> = [
  { code: 'r', text: text('r'), kind: 'BOOLEAN', options: [] },
  { code: 'born', text: text('born'), kind: 'DATE', options: [] },
];

export const entitledInput: fc.Arbitrary<PlanInput> = fc
  .record({
    input: generatedInput,
    of: fc.array(entitlement, { minLength: 4, maxLength: 4 }),
    r: fc.option(fc.boolean()),
    born: fc.option(fc.constantFrom(...births)),
  })
  .map(({ input, of, r, born }): PlanInput => {
    const members = input.basis.members.map((member, index): EventMember => {
      const { accepts, group, pays, restsOn } = of[index] as (typeof of)[number];
      const acceptance = accepts.map(
        (each, at): AcceptanceCondition => ({
          code: `${member.matter}-${at}`,
          condition: each,
          subject: 'ONE',
          reasons: text('reason'),
          legalBasis: law,
          alternatives: null,
          alternativeMatter: null,
        }),
      );
      return {
        ...member,
        exclusiveGroup: group,
        acceptance,
        benefits: pays,
        ...(restsOn ? { restsOn: [restsOn] } : {}),
      };
    });
    const more = [
      ...(r === null ? [] : [{ question: 'r', value: r }]),
      ...(born === null ? [] : [{ question: 'born', value: born }]),
    ];
    return {
      ...input,
      basis: { ...input.basis, members, groups, questions: [...input.basis.questions, ...questions] },
      situation: { ...input.situation, answers: [...input.situation.answers, ...more] },
    };
  });

/** What becomes of each matter when everything is answered. */
export interface Decided {
  readonly done: ReadonlySet<string>;
  /** `matter condition`, of those that are needed. */
  readonly refused: ReadonlySet<string>;
}

/** Every way in which the questions not answered yet may be. */
export function everyCompletion({ basis, situation }: PlanInput): ReadonlyArray<ReadonlyMap<string, AnswerValue>> {
  const given = new Map(situation.answers.map(({ question, value }) => [question, value as AnswerValue]));
  return basis.questions.reduce<ReadonlyArray<ReadonlyMap<string, AnswerValue>>>(
    (all, { code, kind }) => {
      if (given.has(code)) return all;
      const values: ReadonlyArray<AnswerValue> = kind === 'DATE' ? births : [true, false];
      return all.flatMap((answers) => values.map((value) => new Map([...answers, [code, value]])));
    },
    [given],
  );
}

/** Decides with everything answered, as one would by hand: no third value, no condition made of others. */
export function decide({ basis, today }: PlanInput, answers: ReadonlyMap<string, AnswerValue>): Decided {
  const holds = (each: Condition | null): boolean => {
    if (each === null) return true;
    if ('not' in each) return !holds(each.not);
    if ('equals' in each) return answers.get(each.question) === each.equals;
    const born = String(answers.get('born'));
    return Number(today.slice(0, 4)) - Number(born.slice(0, 4)) - (today.slice(5) < born.slice(5) ? 1 : 0) >= 60;
  };
  const failing = (member: EventMember, seen: ReadonlyArray<string> = []): ReadonlyArray<string> => {
    if (seen.includes(member.matter)) return [];
    const own = (member.acceptance ?? []).filter((each) => !holds(each.condition)).map(({ code }) => code);
    // What is not needed is not in the way.
    const under = basis.members.filter(
      ({ matter, condition: when }) => member.restsOn?.includes(matter) && holds(when),
    );
    return [...own, ...under.flatMap((each) => failing(each, [...seen, member.matter]))];
  };
  const amount = ({ benefits = [] }: EventMember): number =>
    benefits.find((each) => holds(each.condition))?.amountFen ?? 0;
  const needed = basis.members.filter((member) => holds(member.condition));
  const entitled = needed.filter((member) => failing(member).length === 0);
  const highest = entitled
    .filter(({ exclusiveGroup }) => exclusiveGroup === 'high')
    .sort((a, b) => amount(b) - amount(a) || (a.matter < b.matter ? -1 : 1))[0];
  const done = entitled.filter((member) => member.exclusiveGroup !== 'high' || member === highest);
  const refused = [
    ...needed.flatMap((member) => [...new Set(failing(member))].map((code) => `${member.matter} ${code}`)),
    ...entitled.filter((member) => !done.includes(member)).map(({ matter }) => `${matter} high`),
  ];
  return { done: new Set(done.map(({ matter }) => matter)), refused: new Set(refused) };
}
