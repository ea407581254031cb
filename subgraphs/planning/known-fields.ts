import { isAnswerTo } from '../language/answers.ts';
import { isCivilDate } from '../language/civil-date.ts';
import { type AnswerValue, isBetween, mayBeAsked, type Question } from '../language/conditions.ts';
import { isWithin, obeys, type QuestionFact } from '../language/facts.ts';
import { numberFormats } from '../language/formats.ts';
import { partOfNumber } from '../language/identity-number.ts';
import { own } from '../language/own.ts';
import { problem } from '../language/problems.ts';
import { factsOfForm, fieldKey } from './facts.ts';
import { type Binder, createBinder } from './roles.ts';
import { answeredBindings, type Understood } from './situation.ts';
import type { DerivedAnswer, FormField, OneFormField, PlanInput, PlanningBasis, Problem, ToldFact } from './types.ts';

/** What is told of a field already, by itself or by the identity number that holds it; undefined: nothing. */
export type Tell = (party: string, element: string) => unknown;

export function createTell({ rules = [] }: Pick<PlanningBasis, 'rules'>, { told }: Pick<Understood, 'told'>): Tell {
  return (party, element) =>
    told.get(fieldKey(party, element)) ??
    rules
      .flatMap(({ part, sameAs, element: number }) =>
        part !== undefined && sameAs === element ? [partOfNumber(told.get(fieldKey(party, number)), part)] : [],
      )
      .find((value) => value !== undefined);
}

/** What the citizen said, with the answers that follow from fields they told before: nobody is asked for these. */
export function withKnownFields(input: PlanInput, understood: Understood): Understood {
  const { facts = [] } = input.situation;
  if (facts.length === 0) return understood;
  const problems: Problem[] = [];
  const told = readFacts(facts, input, problems);
  const known = derive(input, { ...understood, told }, createTell(input.basis, { told }));
  const asked = new Set(told.keys());
  const form: Record<string, Record<string, unknown>> = {};
  for (const { party, field, value } of facts)
    if (told.has(fieldKey(party, field))) form[party] = { ...form[party], [field]: value };
  const days = { asked: input.today, today: input.today };
  for (const rule of factsOfForm(input.basis, known.facts, binderOf(input, known), asked).rules) {
    if (obeys(rule, form, days)) continue;
    const index = facts.findIndex(({ party, field }) => party === rule.party && field === rule.element);
    const field = fieldIn(input, rule.element)?.titles ?? { zh: rule.element, en: rule.element };
    problems.push({ ...problem('FIELD_CONTRADICTED', { field, reason: rule.otherwise }), path: at(index) });
  }
  return { ...known, problems: [...understood.problems, ...problems] };
}

const at = (index: number): ReadonlyArray<string> => ['facts', String(index), 'value'];

/** Of the fields that some matter's form asks; one that none asks tells nothing. */
function readFacts(
  facts: ReadonlyArray<ToldFact>,
  input: PlanInput,
  problems: Problem[],
): ReadonlyMap<string, unknown> {
  const told = new Map<string, unknown>();
  for (const [index, { party, field: code, value }] of facts.entries()) {
    const field = fieldIn(input, code);
    if (!field) continue;
    const key = fieldKey(party, code);
    if (!fits(field, value, input.today))
      problems.push({ ...problem('FACT_INVALID', { field: field.titles }), path: at(index) });
    else if (told.has(key) && told.get(key) !== value)
      problems.push({ ...problem('FACT_TWICE', { field: field.titles }), path: at(index) });
    else told.set(key, value);
  }
  return told;
}

function fieldIn({ matters }: PlanInput, code: string): FormField | undefined {
  for (const answer of matters ?? [])
    for (const field of answer?.formFields ?? []) if (field.code === code) return field;
  return undefined;
}

/** Whether an answer can be drawn from it; the whole schema is judged with the whole form. */
function fits({ schema }: FormField, value: unknown, today: string): boolean {
  const { type, enum: values, format } = schema;
  if (Array.isArray(values) && !values.includes(value)) return false;
  if (type === 'integer') return Number.isInteger(value);
  if (typeof type === 'string' && typeof value !== type) return false;
  if (format === 'date') return isCivilDate(value);
  const holds = typeof format === 'string' ? own(numberFormats, format) : undefined;
  return holds === undefined || (typeof value === 'string' && holds(value, today));
}

const binderOf = ({ basis }: PlanInput, { parties, bindings }: Understood): Binder =>
  createBinder(basis.roles, parties, bindings, basis.bindings);

/** An answer may bind roles, and so tell whose field answers another question: until no more follows, each question once at most. */
function derive(input: PlanInput, understood: Understood, tell: Tell): Understood {
  let known = understood;
  for (const _ of input.basis.questions) {
    const binder = binderOf(input, known);
    const { facts } = known;
    const more = input.basis.questions.flatMap((question): ReadonlyArray<DerivedAnswer> => {
      const { code } = question;
      if (!question.facts || known.given.has(code) || mayBeAsked(code, facts) === 'FALSE') return [];
      const value = answerFrom(question, binder, tell, input.today);
      return value === undefined ? [] : [{ question: code, value }];
    });
    if (more.length === 0) return known;
    const added = more.map(({ question, value }) => [question, value] as const);
    const answers = new Map([...facts.answers, ...added]);
    const codes = new Set(more.map(({ question }) => question));
    known = {
      ...known,
      facts: { ...facts, answers },
      given: new Map([...known.given, ...added]),
      unknown: new Set([...known.unknown].filter((code) => !codes.has(code))),
      bindings: answeredBindings({ ...facts, answers }),
      derived: [...known.derived, ...more],
    };
  }
  return known;
}

/** The answer that fields give; undefined: none yet. */
function answerFrom(question: Question, binder: Binder, tell: Tell, today: string): AnswerValue | undefined {
  for (const fact of question.facts ?? []) {
    const values = binder.partiesOf(fact.subject).map((party) => tell(party, fact.element));
    const answer = answerBy(fact, values, today);
    const value = question.kind === 'BOOLEAN' && typeof answer === 'string' ? answer === 'true' : answer;
    if (isAnswerTo(question, value)) return value as AnswerValue;
  }
  return undefined;
}

/** `values`: of everyone in the role. Of several options that hold the first. */
function answerBy(fact: QuestionFact, values: ReadonlyArray<unknown>, today: string): unknown {
  const { alike, elapsed, between, answers } = fact;
  const single = values.map((value) => (value === undefined ? undefined : own(answers, String(value))));
  const settled = single.find((answer) => answer !== undefined);
  if (settled !== undefined || fact.values) return settled;
  if (values.length === 0 || values.includes(undefined)) return undefined;
  const same = values.every((value) => value === values[0]);
  if (alike) return values.length > 1 ? first(alike, (each) => each === same) : undefined;
  if (elapsed)
    return first(elapsed, (period) => values.every((value) => isCivilDate(value) && isBetween(period, value, today)));
  if (between)
    return first(between, (range) => values.every((value) => typeof value === 'number' && isWithin(range, value)));
  return same ? values[0] : undefined;
}

function first<T>(options: Readonly<Record<string, T>>, holds: (option: T) => boolean): string | undefined {
  return Object.entries(options).find(([, option]) => holds(option))?.[0];
}

/** The fields of the form that answer a question once they are filled in: none of them is asked twice then. */
export function answeringFields(
  question: Question | undefined,
  basis: Pick<PlanningBasis, 'rules'>,
  fields: ReadonlyArray<OneFormField>,
  binder: Binder,
  tell: Tell,
): ReadonlyArray<OneFormField> {
  const find = (party: string, code: string) => fields.find((each) => each.party === party && each.code === code);
  for (const { element, subject, values, alike } of question?.facts ?? []) {
    const parties = binder.partiesOf(subject);
    // Values by option leave the answer open more often than not.
    if (values || (alike && parties.length < 2)) continue;
    const numbers = (basis.rules ?? []).filter(({ part, sameAs }) => part !== undefined && sameAs === element);
    const wanted = parties
      .filter((party) => tell(party, element) === undefined)
      .map((party) => [element, ...numbers.map((rule) => rule.element)].map((code) => find(party, code)).find(Boolean));
    const found = wanted.filter((each) => each !== undefined);
    if (found.length > 0 && found.length === wanted.length) return found;
  }
  return [];
}
