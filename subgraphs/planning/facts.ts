import type { AnswerValue, Facts } from '../language/conditions.ts';
import type { FactRule, FormRule, QuestionFact } from '../language/facts.ts';
import { own } from '../language/own.ts';
import { asAnswered } from './reasons.ts';
import type { Binder } from './roles.ts';
import type { PlanningBasis } from './types.ts';

/** What an answer leaves of a field's values. */
export interface Narrowing {
  readonly question: string;
  readonly values: ReadonlyArray<unknown>;
}
/** What the answers and the catalogue say of the fields of one form. */
export interface FormFacts {
  /** By party and element, as `fieldKey` joins them. */
  readonly narrowed: ReadonlyMap<string, Narrowing>;
  readonly rules: ReadonlyArray<FormRule>;
}

export const fieldKey = (party: string, element: string): string => `${party}\n${element}`;

/** Of the fields that are asked; in the catalogue's order. */
export function factsOfForm(basis: PlanningBasis, facts: Facts, binder: Binder, asked: ReadonlySet<string>): FormFacts {
  const narrowed = new Map<string, Narrowing>();
  const rules: FormRule[] = [];
  const numbers = (basis.rules ?? []).filter(({ part, sameAs }) => part !== undefined && sameAs !== undefined);
  for (const question of basis.questions)
    for (const fact of question.facts ?? []) {
      const answer = facts.answers.get(question.code);
      const everyone = binder.partiesOf(fact.subject);
      const otherwise = asAnswered(question.text);
      const parties = everyone.filter((party) => asked.has(fieldKey(party, fact.element)));
      const ruled = ruleOf(fact, answer, parties);
      for (const party of ruled?.alike ? parties.slice(-1) : parties) {
        if (!ruled) continue;
        rules.push({ party, element: fact.element, ...ruled, otherwise });
        if (ruled.in) narrowed.set(fieldKey(party, fact.element), { question: question.code, values: ruled.in });
      }
      rules.push(...numbersAgainst(fact, answer, numbers, everyone, asked).map((rule) => ({ ...rule, otherwise })));
    }
  const partiesWith = partiesByElement(asked);
  for (const rule of basis.rules ?? []) rules.push(...rulesOf(rule, binder, asked, partiesWith));
  return { narrowed, rules };
}

/** Where a field is not asked and the identity number that tells it is, the answer is held against that. */
function numbersAgainst(
  fact: QuestionFact,
  answer: AnswerValue | undefined,
  numbers: ReadonlyArray<FactRule>,
  everyone: ReadonlyArray<string>,
  asked: ReadonlySet<string>,
): ReadonlyArray<Omit<FormRule, 'otherwise'>> {
  return numbers
    .filter(({ sameAs }) => sameAs === fact.element)
    .flatMap(({ element, part }) => {
      const parties = everyone.filter(
        (party) => asked.has(fieldKey(party, element)) && !asked.has(fieldKey(party, fact.element)),
      );
      const ruled = ruleOf(fact, answer, []);
      return ruled && part ? parties.map((party) => ({ party, element, part, ...ruled })) : [];
    });
}

type Ruled = Pick<FormRule, 'in' | 'alike' | 'elapsed' | 'between'>;

/** Nothing where the answer says nothing of the field. */
function ruleOf(
  { values, alike, elapsed, between }: QuestionFact,
  answer: AnswerValue | undefined,
  parties: ReadonlyArray<string>,
): Ruled | undefined {
  if (answer === undefined) return undefined;
  const code = String(answer);
  if (!values && !alike && !elapsed && !between) return { in: [answer] };
  const same = own(alike, code);
  if (same !== undefined) return parties.length > 1 ? { alike: { parties, same } } : undefined;
  const left = own(values, code);
  if (left) return { in: left };
  const period = own(elapsed, code);
  if (period) return { elapsed: period };
  const range = own(between, code);
  return range && { between: range };
}

function rulesOf(
  { code: _code, subject, ...rule }: FactRule,
  binder: Binder,
  asked: ReadonlySet<string>,
  partiesWith: ReadonlyMap<string, ReadonlyArray<string>>,
): ReadonlyArray<FormRule> {
  const concerned = subject === undefined ? (partiesWith.get(rule.element) ?? []) : binder.partiesOf(subject);
  const elements = [
    rule.element,
    ...(rule.where ? [rule.where.element] : []),
    ...(rule.notBefore ? [rule.notBefore] : []),
    ...(rule.sameAs ? [rule.sameAs] : []),
  ];
  return concerned
    .filter((party) => elements.every((element) => asked.has(fieldKey(party, element))))
    .map((party) => ({ party, ...rule }));
}

/** Element → the parties of whom it is asked. */
function partiesByElement(asked: ReadonlySet<string>): ReadonlyMap<string, ReadonlyArray<string>> {
  const found = new Map<string, string[]>();
  for (const key of asked) {
    const [party, element] = key.split('\n') as [string, string];
    const parties = found.get(element);
    if (parties) parties.push(party);
    else found.set(element, [party]);
  }
  return found;
}
