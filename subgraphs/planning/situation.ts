import { wrongAnswer } from '../language/answers.ts';
import { byCode } from '../language/canonical.ts';
import { isCivilDate } from '../language/civil-date.ts';
import type { AnswerValue, Bindings, Question, SameParty } from '../language/conditions.ts';
import { type Answers, comparisonsOf, evaluate, type Facts, questionsOf, UNKNOWN } from '../language/conditions.ts';
import { isPersonName, longestName } from '../language/names.ts';
import { problem } from '../language/problems.ts';
import { isSafeId, longestId } from '../language/safe-id.ts';
import type { Answer, DerivedAnswer, HeldDocument, PartyBinding, PlanningBasis, Problem, Situation } from './types.ts';

/** What the citizen said, as far as it can be; the rest is told in `problems`. */
export interface Understood {
  readonly facts: Facts;
  /** Answers as they were read, before those that others exclude were left out. */
  readonly given: Answers;
  /** Questions whose answer the citizen does not know, where that is one. */
  readonly unknown: ReadonlySet<string>;
  /** Fields that were told before, by party and element as `fieldKey` joins them, and the answers that follow from them, which `given` holds too. */
  readonly told: ReadonlyMap<string, unknown>;
  readonly derived: ReadonlyArray<DerivedAnswer>;
  readonly parties: ReadonlyArray<PartyBinding>;
  /** Roles bound by the options answered. */
  readonly bindings: Bindings;
  /** Roles answered to be one party. */
  readonly same: ReadonlyArray<SameParty>;
  readonly refusedSources: ReadonlySet<string>;
  readonly held: ReadonlyArray<HeldDocument>;
  readonly commitments: ReadonlySet<string>;
  readonly problems: ReadonlyArray<Problem>;
}

/** Reads the situation against the catalogue: unknown codes, values that cannot be, answers that contradict each other. */
export function understand(basis: PlanningBasis, situation: Situation, today: string): Understood {
  const problems: Problem[] = [];
  const questions = new Map(basis.questions.map((question) => [question.code, question]));
  const report: Report = (told, ...path) => {
    problems.push({ ...told, path });
  };

  const unknown = new Set(
    situation.answers
      .filter(({ question, value }) => value === UNKNOWN && questions.get(question)?.mayBeUnknown === true)
      .map(({ question }) => question),
  );
  const given = readAnswers(situation.answers, questions, unknown, report);
  const facts = { answers: withoutContradictions(given, { questions, today }, report), questions, today };

  const roles = new Set(basis.roles.map((role) => role.code));
  const parties: PartyBinding[] = [];
  for (const [index, party] of situation.parties.entries()) {
    const path = ['parties', String(index)];
    const unknown = party.roles.filter((role) => !roles.has(role));
    if (!isSafeId(party.id)) report(problem('PARTY_ID_INVALID', { most: longestId }), ...path, 'id');
    // A role that nobody was named for is a party under the role's own code.
    else if (roles.has(party.id) && !party.roles.includes(party.id)) {
      report(problem('PARTY_ID_INVALID.ROLE', { party: party.id }), ...path, 'id');
    } else if (party.name != null && !isPersonName(party.name)) {
      report(problem('PARTY_NAME_INVALID', { most: longestName }), ...path, 'name');
    } else if (parties.some((other) => other.id === party.id)) {
      report(problem('PARTY_TWICE', { party: party.id }), ...path);
    } else if (unknown.length > 0) {
      report(problem('UNKNOWN_ROLE', { roles: unknown }), ...path);
    } else parties.push(party);
  }

  const types = new Set(basis.documentTypes.map((type) => type.code));
  const held = situation.held.filter(({ documentType, issuedOn }, index) => {
    const known = types.has(documentType);
    if (!known) report(problem('UNKNOWN_DOCUMENT_TYPE', { documentType }), 'held', String(index));
    // What is said to be issued on a day that does not exist is not believed to be there.
    const dated = issuedOn == null || isCivilDate(issuedOn);
    if (!dated) report(problem('INVALID_DATE', { date: String(issuedOn) }), 'held', String(index), 'issuedOn');
    return known && dated;
  });
  return {
    facts,
    given,
    unknown,
    told: new Map(),
    derived: [],
    parties: [...parties].sort((a, b) => byCode(a.id, b.id)),
    bindings: answeredBindings(facts),
    same: answeredSame(facts),
    refusedSources: new Set(situation.refusedSources),
    held,
    commitments: new Set(situation.commitments),
    problems,
  };
}

/** What would be known, were this question answered so too. One that was answered, if in vain, is not answered twice. */
export function factsWith({ facts, given }: Understood, question: string, value: AnswerValue): Facts {
  const more = given.has(question) ? given : new Map([...given, [question, value]]);
  return { ...facts, answers: withoutContradictions(more, facts, () => {}) };
}

type Report = (told: Pick<Problem, 'code' | 'message'>, ...path: ReadonlyArray<string>) => void;

function readAnswers(
  answers: ReadonlyArray<Answer>,
  questions: ReadonlyMap<string, Question>,
  unknown: ReadonlySet<string>,
  report: Report,
): Map<string, AnswerValue> {
  const read = new Map<string, AnswerValue>();
  for (const [index, { question: code, value }] of answers.entries()) {
    const path = ['answers', String(index)];
    const question = questions.get(code);
    if (value === UNKNOWN && unknown.has(code)) continue;
    const wrong = question && wrongAnswer(question, value);
    if (!question) report(problem('UNKNOWN_QUESTION', { question: code }), ...path);
    else if (wrong) report(wrong, ...path);
    else if (unknown.has(code) || (read.has(code) && read.get(code) !== value))
      report(problem('CONTRADICTORY_ANSWERS.TWICE', { question: question.text }), ...path);
    else read.set(code, value as AnswerValue);
  }
  return read;
}

/** An answer to a question whose own condition the other answers make false is refused, naming both. */
function withoutContradictions(
  given: ReadonlyMap<string, AnswerValue>,
  { questions, today }: Omit<Facts, 'answers'>,
  report: Report,
): Answers {
  const kept = new Map(given);
  for (const code of [...given.keys()].sort(byCode)) {
    const question = questions.get(code);
    const others = new Map([...given].filter(([other]) => other !== code));
    if (!question || evaluate(question.condition, { answers: others, questions, today }) !== 'FALSE') continue;
    const against = comparisonsOf(question.condition)
      .flatMap(questionsOf)
      .filter((other) => others.has(other))
      .map((other) => questions.get(other)?.text)
      .filter((text) => text !== undefined);
    kept.delete(code);
    report(problem('CONTRADICTORY_ANSWERS.EXCLUDED', { question: question.text, others: against }), 'answers', code);
  }
  return kept;
}

/** Roles bound by the options answered. */
export function answeredBindings({ answers, questions }: Facts): Bindings {
  const bound: Record<string, ReadonlyArray<string>> = {};
  for (const code of [...answers.keys()].sort(byCode)) {
    const option = questions.get(code)?.options.find((each) => each.code === String(answers.get(code)));
    Object.assign(bound, option?.binds);
  }
  return bound;
}

/** Pairs of roles that are one party, as answered; in order of the questions' codes. */
export function answeredSame({ answers, questions }: Facts): ReadonlyArray<SameParty> {
  return [...answers.keys()]
    .sort(byCode)
    .flatMap((code) => (answers.get(code) === true ? (questions.get(code)?.same ?? []) : []));
}
