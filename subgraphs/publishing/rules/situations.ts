import type { AnswerValue, Condition, Question } from '../../language/conditions.ts';
import { comparisonsOf, evaluate } from '../../language/conditions.ts';
import type { Finding } from '../finding.ts';
import type { CatalogueFiles } from '../read.ts';
import type { QuestionsFile } from '../shapes.ts';

type Answers = ReadonlyMap<string, AnswerValue>;
type QuestionInFile = QuestionsFile['questions'][number];

/** More situations than this are not walked: such a condition is judged by nobody but the planner. */
const maximumSituations = 4096;

/** Rows that no situation reaches, and situations in which a row leaves nothing to supply. */
export function findRowsWithoutSituation(files: CatalogueFiles): ReadonlyArray<Finding> {
  const questions = new Map(
    files.questions.flatMap((entry) => entry.value.questions.map((question) => [question.code, question] as const)),
  );
  const members = files.lifeEvents.flatMap((entry) => entry.value.members);
  return files.matters.flatMap(({ file, value }) =>
    value.requirements.flatMap((row, index) => {
      const options = row.options ?? [];
      // Only where the matter is done at all do its rows need to make sense.
      const done = members.filter(({ matter }) => matter === value.code).map(({ condition }) => condition);
      const conditions = [...done, row.condition, ...options.map(({ condition }) => condition)];
      const situations = situationsOf(conditions, questions);
      if (situations === null) return [];
      const facts = situations.map((answers) => ({ answers, questions: asQuestions(questions) }));
      const reached = facts.filter(
        (each) =>
          evaluate(row.condition, each) === 'TRUE' &&
          (done.length === 0 || done.some((condition) => evaluate(condition, each) === 'TRUE')),
      );
      if (reached.length === 0) {
        return [
          file.finding(
            'UNREACHABLE_REQUIREMENT',
            ['requirements', index, 'condition'],
            { zh: `没有任何情形需要“${row.name}”。`, en: `No situation ever needs "${row.name}".` },
            { zh: '请改正 condition，或删去此行。', en: 'Correct its condition, or remove the row.' },
            'WARNING',
          ),
        ];
      }
      const conditional = options.length > 0 && options.every(({ condition }) => condition !== undefined);
      const without = conditional
        ? reached.find((each) => options.every(({ condition }) => evaluate(condition, each) === 'FALSE'))
        : undefined;
      if (!without) return [];
      const situation = [...without.answers].map(([question, answer]) => `${question} = ${String(answer)}`).join(', ');
      return [
        file.finding(
          'NO_OPTION_IN_SITUATION',
          ['requirements', index],
          {
            zh: `“${row.name}”在此情形下没有可选材料：${situation}。`,
            en: `"${row.name}" leaves nothing to supply where ${situation}.`,
          },
          {
            zh: '请补充一个选项，或在 condition 中排除该情形。',
            en: 'Add an option, or exclude the situation in its condition.',
          },
          'WARNING',
        ),
      ];
    }),
  );
}

/** Of the members of an exclusive group exactly one is done: a situation in which none or several hold is a gap or an overlap. */
export function findLooseExclusiveGroups(files: CatalogueFiles): ReadonlyArray<Finding> {
  const questions = new Map(
    files.questions.flatMap((entry) => entry.value.questions.map((question) => [question.code, question] as const)),
  );
  return files.lifeEvents.flatMap(({ file, value }) => {
    const groups = new Map<string, number[]>();
    for (const [index, { exclusiveGroup }] of value.members.entries()) {
      if (exclusiveGroup === undefined) continue;
      const same = groups.get(exclusiveGroup);
      if (same) same.push(index);
      else groups.set(exclusiveGroup, [index]);
    }
    return [...groups].flatMap(([group, indexes]): ReadonlyArray<Finding> => {
      const conditions = indexes.map((index) => value.members[index]?.condition);
      for (const answers of situationsOf(conditions, questions) ?? []) {
        const facts = { answers, questions: asQuestions(questions) };
        const held = conditions.filter((condition) => evaluate(condition, facts) === 'TRUE').length;
        if (held === 1) continue;
        const situation = [...answers].map(([question, answer]) => `${question} = ${String(answer)}`).join(', ');
        return [
          file.finding(
            'NOT_EXACTLY_ONE',
            ['members', indexes[0] as number, 'exclusiveGroup'],
            {
              zh: `“${group}”组应恰有一个事项适用，此情形下有 ${held} 个：${situation}。`,
              en: `Exactly one matter of the group "${group}" should hold, and ${held} do where ${situation}.`,
            },
            { zh: '请修改各成员的 condition。', en: "Mend the members' conditions." },
            'WARNING',
          ),
        ];
      }
      return [];
    });
  });
}

/** Every combination of answers to the questions named, and to those that decide whether these are asked. Null: too many, or not countable. */
function situationsOf(
  conditions: ReadonlyArray<Condition | undefined>,
  questions: ReadonlyMap<string, QuestionInFile>,
): ReadonlyArray<Answers> | null {
  const named = new Set<string>();
  const name = (condition: Condition | undefined): void => {
    for (const { question } of comparisonsOf(condition)) {
      if (named.has(question)) continue;
      named.add(question);
      name(questions.get(question)?.condition);
    }
  };
  conditions.forEach(name);
  let situations: ReadonlyArray<Answers> = [new Map()];
  for (const code of named) {
    const question = questions.get(code);
    const values: ReadonlyArray<AnswerValue> | null =
      question?.kind === 'BOOLEAN'
        ? [true, false]
        : question?.kind === 'CHOICE'
          ? (question.options ?? []).map((option) => option.code)
          : null;
    if (values === null || situations.length * values.length > maximumSituations) return null;
    situations = situations.flatMap((answers) => values.map((value) => new Map([...answers, [code, value]])));
  }
  // An answer to a question that is not asked there is no situation; without it the rest is one.
  return situations.map((answers) => {
    const asked = new Map(answers);
    for (let before = -1; before !== asked.size; ) {
      before = asked.size;
      for (const code of [...asked.keys()]) {
        if (evaluate(questions.get(code)?.condition, { answers: asked, questions: asQuestions(questions) }) === 'FALSE')
          asked.delete(code);
      }
    }
    return asked;
  });
}

function asQuestions(questions: ReadonlyMap<string, QuestionInFile>): ReadonlyMap<string, Question> {
  return questions as unknown as ReadonlyMap<string, Question>;
}
