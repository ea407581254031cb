import fc from 'fast-check';
import type { AnswerValue, Question } from '../../../subgraphs/language/conditions.ts';
import type { EvidenceOption, EvidenceUse, PersonKind, PlanInput } from '../../../subgraphs/planning/types.ts';

/** Catalogues grown by who people are: TWO may be ONE, and ONE may be somebody who has no `a` (a `b` stands in for it) and no `c` (nothing does). */
const text = (code: string) => ({ zh: `名${code}`, en: code });
const options = (makes?: Readonly<Record<string, string>>): Question['options'] => [
  { code: 'true', text: text('yes'), ...(makes ? { makes } : {}) },
  { code: 'false', text: text('no') },
];
const same: Question = {
  code: 'two-is-one',
  text: text('two-is-one'),
  kind: 'BOOLEAN',
  options: options(),
  same: { role: 'TWO', as: 'ONE' },
};
const stranger: Question = {
  code: 'stranger',
  text: text('stranger'),
  kind: 'BOOLEAN',
  options: options({ ONE: 'stranger' }),
};
const kinds: ReadonlyArray<PersonKind> = [
  {
    code: 'stranger',
    name: text('stranger'),
    lacks: [
      { documentType: 'a', instead: 'b' },
      { documentType: 'c', instead: null },
    ],
  },
];

/** Of any catalogue: as it is, or with one of the questions, or both, answered or not. */
export function peopled(inputs: fc.Arbitrary<PlanInput>): fc.Arbitrary<PlanInput> {
  return fc
    .record({
      input: inputs,
      asks: fc.subarray([same, stranger]),
      isSame: fc.option(fc.boolean()),
      isStranger: fc.option(fc.boolean()),
    })
    .map(({ input, asks, isSame, isStranger }): PlanInput => {
      const given = [
        ['two-is-one', isSame],
        ['stranger', isStranger],
      ] as const;
      const answers = given.flatMap(([question, value]) =>
        value === null || !asks.some(({ code }) => code === question) ? [] : [{ question, value }],
      );
      return {
        ...input,
        basis: {
          ...input.basis,
          questions: [...input.basis.questions, ...asks],
          ...(asks.includes(stranger) ? { kinds } : {}),
        },
        situation: { ...input.situation, answers: [...input.situation.answers, ...answers] },
      };
    });
}

/** An option by hand, with everything answered: whose each document is, and what stands in for it. Nothing where nobody can have it. */
export function asPeopleAre(
  option: EvidenceOption,
  answers: ReadonlyMap<string, AnswerValue>,
  { documentTypes }: PlanInput['basis'],
): ReadonlyArray<EvidenceOption> {
  const isSame = answers.get('two-is-one') === true;
  const uses: EvidenceUse[] = [];
  for (const use of option.uses) {
    const { code } = use.documentType;
    const subject = use.subject === 'TWO' && isSame ? 'ONE' : use.subject;
    // Two who hold one together have it while one of them may.
    const isTheirs = documentTypes.find((type) => type.code === code)?.holding === 'JOINT' && !isSame;
    const isLacking = answers.get('stranger') === true && (subject === 'ONE' || (subject === 'BOTH' && !isTheirs));
    if (isLacking && code === 'c') return [];
    const instead = isLacking && code === 'a' && subject === 'ONE';
    uses.push(instead ? { ...use, subject, documentType: { code: 'b' }, spec: null } : { ...use, subject });
  }
  return [{ ...option, uses }];
}
