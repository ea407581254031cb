import { type AnswerValue, type Condition, evaluate, type Facts } from '../../../language/conditions.ts';
import type { EvidenceOption, PersonKind, Requirement } from '../../../planning/types.ts';
import type { Catalogue } from '../../catalogue.ts';
import { createKept } from '../../kept.ts';
import { linkKinds } from '../../link/people.ts';
import { type KnownMember, knownMembers, questionsAsked } from '../../members.ts';
import type { Fault, Rule } from '../../rule.ts';
import type { LifeEventFile } from '../../shapes.ts';
import { answersOffered, someDay } from '../../situations.ts';

/**
 * 某种情形下，一行材料要的是当事人没有的东西：该人群没有且无从代替，或同一件事的另一行在此情形下已另收他证。
 * In some situation a row asks for what its party has not got: a kind of person without it and nothing in its place, or another row of the event takes another document there.
 *
 * @why 申请人会被要求提交一份根本不会有的材料，这件事办不成。
 * The citizen is asked for a document that they cannot have, and gets nowhere.
 * @mend 在角色文件的 kinds 中写明该人群没有什么、以什么代替（instead），由该选项的 makes 认定；或为这一行补充适用的选项。
 * Say in `kinds` of the roles what such people have not got and what stands in for it (`instead`), and let the option say who is one (`makes`); or give the row an option that fits.
 * @source subgraphs/planning/PLANNING.md: Roles first
 */
export const rule: Rule = {
  code: 'DOCUMENT_NOBODY_HAS',
  severity: 'warning',
  *find(catalogue) {
    const seen = new Set<string>();
    const people = peopleIn(catalogue);
    for (const { value: event } of catalogue.lifeEvents)
      for (const { place, fault } of inVain(event, catalogue, people)) {
        if (seen.has(place)) continue;
        seen.add(place);
        yield fault;
      }
  },
};

/** By the row that asks, the same one as often as it asks in vain. */
function inVain(event: LifeEventFile, catalogue: Catalogue, people: People): ReadonlyArray<InVain> {
  const members = knownMembers(event, catalogue);
  const asked = [...questionsAsked(event, members, catalogue)];
  const questions = asked.map((code) => catalogue.questionOf.get(code));
  const on = [...members.flatMap(({ matter, content }) => [matter, content]), ...asked, ...questions, people.said];
  return kept(event, on, () => {
    const rows = rowsOf(members);
    return asked.flatMap((question) =>
      (answersOffered(catalogue.questionOf.get(question)) ?? []).flatMap((answer) =>
        [...askedInVain(rows, question, answer, { ...people, questionOf: catalogue.questionOf })].map(
          ({ row, lacked }) => ({
            place: `${row.member.matter.value.code} ${row.index}`,
            fault: faultOf(row, lacked, `${question} = ${String(answer)}`),
          }),
        ),
      ),
    );
  });
}

interface InVain {
  readonly place: string;
  readonly fault: Fault;
}
const kept = createKept<LifeEventFile, ReadonlyArray<InVain>>();

/** What is said of people for all events. */
interface People {
  readonly kinds: ReadonlyMap<string, PersonKind>;
  /** Codes of the document types that tell who somebody is. */
  readonly personal: ReadonlySet<string>;
  /** All of it as a text. */
  readonly said: string;
}

function peopleIn({ roles, documentTypes }: Catalogue): People {
  const kinds = linkKinds(roles);
  const types = documentTypes.flatMap(({ value }) => value.documentTypes ?? []);
  const personal = types.filter(({ personalNumber }) => personalNumber).map(({ code }) => code);
  return {
    kinds: new Map(kinds.map((kind) => [kind.code, kind])),
    personal: new Set(personal),
    said: JSON.stringify([kinds, personal]),
  };
}
type Known = Omit<People, 'said'> & Pick<Catalogue, 'questionOf'>;

interface Row {
  readonly member: KnownMember;
  readonly index: number;
  readonly requirement: Requirement;
}
interface Lacked {
  readonly role: string;
  readonly documentType: string;
  /** Nothing stands in for it. */
  readonly forGood: boolean;
}

function rowsOf(members: ReadonlyArray<KnownMember>): ReadonlyArray<Row> {
  return members.flatMap((member) =>
    member.content.requirements.map((requirement, index) => ({ member, index, requirement })),
  );
}

function* askedInVain(
  rows: ReadonlyArray<Row>,
  question: string,
  answer: AnswerValue,
  known: Known,
): Iterable<{ readonly row: Row; readonly lacked: Lacked }> {
  const facts = factsOf(known, question, answer);
  const declared = lackedAsDeclared(question, answer, known);
  const excluded = lackedAsOthersSay(rows.filter(isConditional), question, answer, known).filter(
    ({ role, documentType }) => !declared.some((each) => each.role === role && each.documentType === documentType),
  );
  for (const lacked of [...declared.filter(({ forGood }) => forGood), ...excluded])
    for (const row of rows) {
      const open = openOptions(row.requirement, facts);
      if (open.length > 0 && open.every((option) => asks(option, lacked))) yield { row, lacked };
    }
}

/** Another asks for the same whatever is answered. */
const isConditional = ({ requirement: { condition, options } }: Row): boolean =>
  condition !== null || options.some((option) => option.condition !== null);

function factsOf({ questionOf }: Known, question: string, answer: AnswerValue): Facts {
  return { answers: new Map([[question, answer]]), questions: questionOf, today: someDay };
}

/** Options that may hold, of a row that may be needed. */
function openOptions({ condition, options }: Requirement, facts: Facts): ReadonlyArray<EvidenceOption> {
  const mayHold = (each: Condition | null): boolean => evaluate(each, facts) !== 'FALSE';
  return mayHold(condition) ? options.filter((option) => mayHold(option.condition)) : [];
}

function asks({ uses }: EvidenceOption, { role, documentType }: Pick<Lacked, 'role' | 'documentType'>): boolean {
  return uses.some((use) => use.subject === role && use.documentType.code === documentType);
}

/** What the answer says that its party has not got. */
function lackedAsDeclared(question: string, answer: AnswerValue, known: Known): ReadonlyArray<Lacked> {
  const option = known.questionOf.get(question)?.options.find(({ code }) => code === String(answer));
  return Object.entries(option?.makes ?? {}).flatMap(([role, kind]) =>
    (known.kinds.get(kind)?.lacks ?? []).map(({ documentType, instead }) => ({
      role,
      documentType,
      forGood: instead === null,
    })),
  );
}

/** What tells who somebody is: another row takes it in other situations, and in this one another document of the same person instead. */
function lackedAsOthersSay(
  rows: ReadonlyArray<Row>,
  question: string,
  answer: AnswerValue,
  known: Known,
): ReadonlyArray<Lacked> {
  const others = (answersOffered(known.questionOf.get(question)) ?? []).filter((each) => each !== answer);
  return rows.flatMap(({ requirement }) => {
    const here = openOptions(requirement, factsOf(known, question, answer));
    const elsewhere = others.flatMap((each) => openOptions(requirement, factsOf(known, question, each)));
    const uses = elsewhere.filter((option) => !here.includes(option)).flatMap((option) => option.uses);
    return uses
      .map(({ subject, documentType }): Lacked => ({ role: subject, documentType: documentType.code, forGood: true }))
      .filter(
        (lacked) =>
          here.length > 0 &&
          known.personal.has(lacked.documentType) &&
          here.every((option) => !asks(option, lacked) && option.uses.some(({ subject }) => subject === lacked.role)),
      );
  });
}

function faultOf({ member, index, requirement }: Row, { role, documentType }: Lacked, situation: string): Fault {
  return {
    file: member.matter.file,
    at: ['requirements', index],
    message: {
      zh: `“${requirement.names.zh}”在此情形下要 ${role} 没有的材料“${documentType}”：${situation}。`,
      en: `"${requirement.names.en}" asks ${role} for "${documentType}", which they have not got where ${situation}.`,
    },
    mend: {
      zh: '请在 kinds 中写明以什么代替，或为这一行补充适用的选项。',
      en: 'Say in kinds what stands in for it, or give the row an option that fits.',
    },
  };
}
