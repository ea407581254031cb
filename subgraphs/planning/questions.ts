import { answersToTry } from '../language/answers-to-try.ts';
import { byCode } from '../language/canonical.ts';
import type { AnswerValue, Comparison, Condition, Question } from '../language/conditions.ts';
import { comparisonsOf, type Facts, mayBeAsked, openIn, questionsOf } from '../language/conditions.ts';
import { createCountLines } from './counting.ts';
import { acceptanceOf, benefitsOf } from './entitlement.ts';
import type { Expansion, MatterInstance } from './expansion.ts';
import type { NameParty } from './party-names.ts';
import { knowingSources } from './questionnaire.ts';
import { type Decides, openSame } from './same-party.ts';
import type { Understood } from './situation.ts';
import type { PlanInput, PlannedQuestion } from './types.ts';

/** Which fields of the form answer it is seen once there is a form. */
type Undecided = Omit<PlannedQuestion, 'answeredBy'>;

/** Unanswered questions that can still change the plan, the most decisive first (PLANNING, rule 1). `today`: rows as of the plan's day. */
export function findOpenQuestions(
  input: PlanInput,
  understood: Understood,
  expansion: Expansion,
  today: Expansion,
  nameParty: NameParty,
): ReadonlyArray<Undecided> {
  const open = [...openQuestionCodes(input, understood, expansion)];
  if (open.length === 0) return [];
  const countLines = createCountLines(input, understood, today);
  const { questions } = understood.facts;
  const placeOf = ({ question }: Undecided): number =>
    questions.get(question)?.group?.position ?? Number.MAX_SAFE_INTEGER;
  return open
    .map(([code, decides]): Undecided => {
      const question = questions.get(code) as Question;
      const counts = valuesToTry(question, input).map((value) => countLines(code, value));
      return {
        ...{ question: code, mostMaterials: Math.max(...counts), fewestMaterials: Math.min(...counts) },
        onlyForm: decides === 'FORM',
        knownBy: knowingSources(question, input, understood, expansion, nameParty),
      };
    })
    .sort(
      (a, b) =>
        // One that may turn out not to be asked waits for those that decide it.
        waits(a, understood.facts) - waits(b, understood.facts) ||
        placeOf(a) - placeOf(b) ||
        b.mostMaterials - b.fewestMaterials - (a.mostMaterials - a.fewestMaterials) ||
        byCode(a.question, b.question),
    );
}

function waits({ question }: Undecided, facts: Facts): number {
  return mayBeAsked(question, facts) === 'TRUE' ? 0 : 1;
}

/** A question is open while it is unanswered, may be asked, and decides something: a condition still unknown, or who a role is. */
function openQuestionCodes(
  input: PlanInput,
  understood: Understood,
  expansion: Expansion,
): ReadonlyMap<string, Decides> {
  const { facts, unknown } = understood;
  const open = new Map<string, Decides>();
  const add = (code: string, decides: Decides): void => {
    if (decides === 'LIST' || !open.has(code)) open.set(code, decides);
  };
  const note = (condition: Condition | null | undefined, decides: Decides = 'LIST'): void => {
    for (const code of openIn(condition, facts)) add(code, decides);
  };
  const roles = new Set<string>();
  const formRoles = new Set<string>();
  for (const { condition, answer, waits: periods } of expansion.instances) {
    note(condition);
    for (const wait of periods) note(wait.condition);
    for (const field of answer?.formFields ?? []) {
      note(field.condition, 'FORM');
      formRoles.add(field.subject);
    }
  }
  for (const row of expansion.rows) {
    if (row.instance.truth === 'FALSE' || row.state === 'WAIVED') continue;
    note(row.requirement.condition);
    if (row.state === 'NOT_APPLICABLE') continue;
    for (const option of row.options) {
      note(option.condition);
      for (const need of option.needs) {
        roles.add(need.use.subject);
        for (const code of need.mayLack) {
          add(code, 'LIST');
          note(facts.questions.get(code)?.condition);
        }
        note(need.source?.condition);
      }
    }
  }
  for (const [code, decides] of openBindings(input, understood, { roles, formRoles })) {
    add(code, decides);
    note(facts.questions.get(code)?.condition, decides);
  }
  for (const [code, decides] of openSame(input.basis, understood, expansion)) {
    add(code, decides);
    note(facts.questions.get(code)?.condition, decides);
  }
  return new Map(
    [...open]
      .filter(([code]) => facts.questions.has(code) && !unknown.has(code))
      .sort(([one], [other]) => byCode(one, other)),
  );
}

/** Questions that bind roles which are used and nobody has. */
function openBindings(
  { basis }: PlanInput,
  { facts, parties }: Understood,
  { roles, formRoles }: { readonly roles: ReadonlySet<string>; readonly formRoles: ReadonlySet<string> },
): ReadonlyArray<readonly [question: string, decides: Decides]> {
  const given = new Set(parties.flatMap((party) => party.roles));
  const groups = new Map(basis.roles.map((role) => [role.code, role.members ?? []]));
  const withMembers = (used: ReadonlySet<string>) =>
    new Set([...used].flatMap((role) => [role, ...(groups.get(role) ?? [])]));
  const inList = withMembers(roles);
  const inForm = withMembers(formRoles);
  return [...facts.questions.values()].flatMap((question) => {
    if (facts.answers.has(question.code) || mayBeAsked(question.code, facts) === 'FALSE') return [];
    const bound = question.options.flatMap((option) => Object.keys(option.binds ?? {}));
    const decided = bound.filter((role) => !given.has(role) && (inList.has(role) || inForm.has(role)));
    if (decided.length === 0) return [];
    return [[question.code, decided.some((role) => inList.has(role)) ? 'LIST' : 'FORM'] as const];
  });
}

/** What is tried of a question to learn what it decides. */
export function valuesToTry(question: Question, input: PlanInput): ReadonlyArray<AnswerValue> {
  const { today, situation } = input;
  const answers = new Map(situation.answers.map(({ question: code, value }) => [code, value as AnswerValue]));
  const compares = question.kind === 'NUMBER' || question.kind === 'DATE';
  return answersToTry(question, compares ? comparisonsIn(input) : [], { answers, today });
}

function comparisonsIn({ basis, matters }: PlanInput): ReadonlyArray<Comparison> {
  const conditions: Array<Condition | null | undefined> = [
    ...basis.members.flatMap(({ condition, acceptance, benefits, overrides }) => [
      condition,
      ...[...(acceptance ?? []), ...(benefits ?? []), ...(overrides ?? [])].map((each) => each.condition),
      ...(overrides ?? []).flatMap(({ options }) => (options ?? []).map((option) => option.condition)),
    ]),
    ...basis.questions.map((question) => question.condition),
    ...basis.documentTypes.flatMap(({ sources }) => sources.map(({ condition }) => condition)),
    ...(matters ?? []).flatMap((answer) => [
      ...(answer?.requirements ?? []).flatMap((row) => [
        row.condition,
        ...row.options.map((option) => option.condition),
      ]),
      ...(answer?.formFields ?? []).map((field) => field.condition),
      ...[...(answer?.acceptance ?? []), ...(answer?.benefits ?? []), ...(answer?.waits ?? [])].map(
        (each) => each.condition,
      ),
    ]),
  ];
  return conditions.flatMap(comparisonsOf);
}

/** Codes of the questions that a matter's conditions name: what its department may be told. */
export function questionsNamed({ member, answer }: MatterInstance, facts: Facts): ReadonlyArray<string> {
  const named = new Set<string>();
  const note = (condition: Condition | null): void => {
    for (const code of comparisonsOf(condition).flatMap(questionsOf)) named.add(code);
  };
  note(member.condition);
  for (const { condition } of [...acceptanceOf(member, answer), ...benefitsOf(member, answer)]) note(condition);
  for (const { condition } of answer?.waits ?? []) note(condition);
  for (const row of answer?.requirements ?? []) {
    note(row.condition);
    for (const option of row.options) note(option.condition);
  }
  for (const field of answer?.formFields ?? []) note(field.condition);
  return [...named].filter((code) => facts.answers.has(code)).sort(byCode);
}
