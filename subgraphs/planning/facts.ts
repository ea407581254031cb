import type { Facts, Question } from '../language/conditions.ts';
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
  for (const question of basis.questions)
    for (const fact of question.facts ?? []) {
      const parties = binder.partiesOf(fact.subject).filter((party) => asked.has(fieldKey(party, fact.element)));
      const ruled = ruleOf(fact, facts.answers.get(question.code), parties);
      if (!ruled) continue;
      for (const party of ruled.alike ? parties.slice(-1) : parties) {
        rules.push({ party, element: fact.element, ...ruled, otherwise: asAnswered(question.text) });
        if (ruled.in) narrowed.set(fieldKey(party, fact.element), { question: question.code, values: ruled.in });
      }
    }
  for (const rule of basis.rules ?? []) rules.push(...rulesOf(rule, binder, asked));
  return { narrowed, rules };
}

type Ruled = Pick<FormRule, 'in' | 'alike' | 'elapsed'>;

/** Nothing where the answer says nothing of the field. */
function ruleOf(
  { values, alike, elapsed }: QuestionFact,
  answer: Question['code'] | number | boolean | undefined,
  parties: ReadonlyArray<string>,
): Ruled | undefined {
  if (answer === undefined) return undefined;
  const code = String(answer);
  if (!values && !alike && !elapsed) return { in: [answer] };
  const same = own(alike, code);
  if (same !== undefined) return parties.length > 1 ? { alike: { parties, same } } : undefined;
  const left = own(values, code);
  if (left) return { in: left };
  const period = own(elapsed, code);
  return period && { elapsed: period };
}

function rulesOf(
  { code: _code, subject, ...rule }: FactRule,
  binder: Binder,
  asked: ReadonlySet<string>,
): ReadonlyArray<FormRule> {
  const concerned = subject === undefined ? partiesWith(rule.element, asked) : binder.partiesOf(subject);
  const elements = [
    rule.element,
    ...(rule.where ? [rule.where.element] : []),
    ...(rule.notBefore ? [rule.notBefore] : []),
  ];
  return concerned
    .filter((party) => elements.every((element) => asked.has(fieldKey(party, element))))
    .map((party) => ({ party, ...rule }));
}

function partiesWith(element: string, asked: ReadonlySet<string>): ReadonlyArray<string> {
  return [...asked].flatMap((key) => {
    const [party, code] = key.split('\n') as [string, string];
    return code === element ? [party] : [];
  });
}
