import { byCode } from '../language/canonical.ts';
import { isCivilDate } from '../language/civil-date.ts';
import type { AnswerValue, Bindings, Question } from '../language/conditions.ts';
import { type Answers, comparisonsOf, evaluate, type Facts } from '../language/conditions.ts';
import type { Localized } from '../language/text.ts';
import type { Answer, HeldDocument, PartyBinding, PlanningBasis, Problem, Situation } from './types.ts';

/** What the citizen said, as far as it can be; the rest is told in `problems`. */
export interface Understood {
  readonly facts: Facts;
  readonly parties: ReadonlyArray<PartyBinding>;
  /** Roles bound by the options answered. */
  readonly bindings: Bindings;
  readonly refusedSources: ReadonlySet<string>;
  readonly held: ReadonlyArray<HeldDocument>;
  readonly commitments: ReadonlySet<string>;
  readonly problems: ReadonlyArray<Problem>;
}

/** Reads the situation against the catalogue: unknown codes, values that cannot be, answers that contradict each other. */
export function understand(basis: PlanningBasis, situation: Situation): Understood {
  const problems: Problem[] = [];
  const questions = new Map(basis.questions.map((question) => [question.code, question]));
  const report = (code: string, path: ReadonlyArray<string>, zh: string, en: string): void => {
    problems.push({ code, path, message: { zh, en } });
  };

  const given = readAnswers(situation.answers, questions, report);
  const facts = { answers: withoutContradictions(given, questions, report), questions };

  const roles = new Set(basis.roles.map((role) => role.code));
  const parties: PartyBinding[] = [];
  for (const [index, party] of situation.parties.entries()) {
    const path = ['parties', String(index)];
    const unknown = party.roles.filter((role) => !roles.has(role));
    if (parties.some((other) => other.id === party.id)) {
      report(
        'PARTY_TWICE',
        path,
        `当事人编号“${party.id}”重复，请为每人使用不同编号。`,
        `Party id "${party.id}" is given twice: use one id for each.`,
      );
    } else if (unknown.length > 0) {
      report(
        'UNKNOWN_ROLE',
        path,
        `没有角色“${unknown.join('、')}”，请改用事项目录中的角色。`,
        `There is no role ${unknown.join(', ')}: use a role of the catalogue.`,
      );
    } else parties.push(party);
  }

  const types = new Set(basis.documentTypes.map((type) => type.code));
  const held = situation.held.filter((document, index) => {
    const known = types.has(document.documentType);
    if (!known) {
      report(
        'UNKNOWN_DOCUMENT_TYPE',
        ['held', String(index)],
        `本事件不涉及材料“${document.documentType}”。`,
        `No matter of this event knows the document type ${document.documentType}.`,
      );
    }
    // What is said to be issued on a day that does not exist is not believed to be there.
    const { issuedOn } = document;
    const dated = issuedOn == null || isCivilDate(issuedOn);
    if (!dated) {
      report(
        'INVALID_DATE',
        ['held', String(index), 'issuedOn'],
        `出证日期“${issuedOn}”不存在，请填写如 2026-01-31 的日期。`,
        `There is no day ${issuedOn}: give the date of issue such as 2026-01-31.`,
      );
    }
    return known && dated;
  });
  return {
    facts,
    parties: [...parties].sort((a, b) => byCode(a.id, b.id)),
    bindings: answeredBindings(facts),
    refusedSources: new Set(situation.refusedSources),
    held,
    commitments: new Set(situation.commitments),
    problems,
  };
}

type Report = (code: string, path: ReadonlyArray<string>, zh: string, en: string) => void;

function readAnswers(
  answers: ReadonlyArray<Answer>,
  questions: ReadonlyMap<string, Question>,
  report: Report,
): Map<string, AnswerValue> {
  const read = new Map<string, AnswerValue>();
  for (const [index, { question: code, value }] of answers.entries()) {
    const path = ['answers', String(index)];
    const question = questions.get(code);
    const wanted = question && whatIsWrong(question, value);
    if (!question) {
      report(
        'UNKNOWN_QUESTION',
        path,
        `没有问题“${code}”，请改用 questions 中的编号。`,
        `There is no question ${code}: use a code of the event's questions.`,
      );
    } else if (wanted) {
      report(
        'INVALID_ANSWER',
        path,
        `问题“${question.text.zh}”${wanted.zh}`,
        `The question "${question.text.en}" ${wanted.en}`,
      );
    } else if (read.has(code) && read.get(code) !== value) {
      report(
        'CONTRADICTORY_ANSWERS',
        path,
        `问题“${question.text.zh}”有两个不同的回答，请只保留一个。`,
        `The question "${question.text.en}" is answered in two ways: keep one.`,
      );
    } else read.set(code, value as AnswerValue);
  }
  return read;
}

function whatIsWrong(question: Question, value: unknown): Localized | undefined {
  const options = question.options.map((option) => option.code);
  switch (question.kind) {
    case 'BOOLEAN':
      return typeof value === 'boolean' ? undefined : { zh: '请回答 true 或 false。', en: 'wants true or false.' };
    case 'CHOICE':
      return typeof value === 'string' && options.includes(value)
        ? undefined
        : { zh: `请从 ${options.join('、')} 中选择。`, en: `wants one of ${options.join(', ')}.` };
    case 'NUMBER':
      return typeof value === 'number' && Number.isFinite(value)
        ? undefined
        : { zh: '请回答数字。', en: 'wants a number.' };
    case 'DATE':
      return isCivilDate(value)
        ? undefined
        : { zh: '请回答存在的日期，如 2026-01-31。', en: 'wants a date that exists, such as 2026-01-31.' };
  }
}

/** An answer to a question whose own condition the other answers make false is refused, naming both. */
function withoutContradictions(
  given: ReadonlyMap<string, AnswerValue>,
  questions: ReadonlyMap<string, Question>,
  report: Report,
): Answers {
  const kept = new Map(given);
  for (const code of [...given.keys()].sort(byCode)) {
    const question = questions.get(code);
    const others = new Map([...given].filter(([other]) => other !== code));
    if (!question || evaluate(question.condition, { answers: others, questions }) !== 'FALSE') continue;
    const against = comparisonsOf(question.condition)
      .map((comparison) => comparison.question)
      .filter((other) => others.has(other))
      .map((other) => questions.get(other)?.text)
      .filter((text) => text !== undefined);
    kept.delete(code);
    report(
      'CONTRADICTORY_ANSWERS',
      ['answers', code],
      `“${question.text.zh}”的回答与“${against.map((text) => text.zh).join('”“')}”的回答矛盾，请修改其中之一。`,
      `The answer to "${question.text.en}" contradicts the answer to "${against.map((text) => text.en).join('", "')}": change one of them.`,
    );
  }
  return kept;
}

function answeredBindings({ answers, questions }: Facts): Bindings {
  const bound: Record<string, ReadonlyArray<string>> = {};
  for (const code of [...answers.keys()].sort(byCode)) {
    const option = questions.get(code)?.options.find((each) => each.code === String(answers.get(code)));
    Object.assign(bound, option?.binds);
  }
  return bound;
}
