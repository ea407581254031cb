import type { Condition } from '../../language/conditions.ts';
import { comparisonsOf } from '../../language/conditions.ts';
import type { Finding } from '../finding.ts';
import type { CatalogueFiles } from '../read.ts';
import type { QuestionsFile } from '../shapes.ts';
import type { NodePath, SourceFile } from '../source-file.ts';

type Question = QuestionsFile['questions'][number];
interface Placed {
  readonly condition: Condition | undefined;
  readonly file: SourceFile;
  readonly path: NodePath;
}

/** A condition that names an unknown question or an answer it does not offer can never hold; questions must not wait for each other. */
export function findUnknownConditionParts(files: CatalogueFiles): ReadonlyArray<Finding> {
  const questions = new Map(
    files.questions.flatMap((entry) => entry.value.questions.map((question) => [question.code, question] as const)),
  );
  return [
    ...placedConditions(files).flatMap((placed) => findWrongComparisons(placed, questions)),
    ...findCircles(files, questions),
  ];
}

function placedConditions(files: CatalogueFiles): ReadonlyArray<Placed> {
  return [
    ...files.questions.flatMap(({ file, value }) =>
      value.questions.map(({ condition }, index) => ({ condition, file, path: ['questions', index, 'condition'] })),
    ),
    ...files.lifeEvents.flatMap(({ file, value }) =>
      value.members.map(({ condition }, index) => ({ condition, file, path: ['members', index, 'condition'] })),
    ),
    ...files.matters.flatMap(({ file, value }) => [
      ...value.requirements.flatMap((row, index) => [
        { condition: row.condition, file, path: ['requirements', index, 'condition'] },
        ...(row.options ?? []).map(({ condition }, at) => ({
          condition,
          file,
          path: ['requirements', index, 'options', at, 'condition'],
        })),
      ]),
      ...value.formFields.map(({ condition }, index) => ({
        condition,
        file,
        path: ['formFields', index, 'condition'],
      })),
      ...(value.automatic?.checks ?? []).map(({ condition }, index) => ({
        condition,
        file,
        path: ['automatic', 'checks', index, 'condition'],
      })),
    ]),
  ];
}

function findWrongComparisons(
  { condition, file, path }: Placed,
  questions: ReadonlyMap<string, Question>,
): ReadonlyArray<Finding> {
  return comparisonsOf(condition).flatMap((comparison) => {
    const question = questions.get(comparison.question);
    if (!question) {
      return [
        file.finding(
          'UNKNOWN_QUESTION',
          path,
          { zh: `没有问题“${comparison.question}”。`, en: `There is no question "${comparison.question}".` },
          { zh: '请改正编码，或在 data/questions 中声明。', en: 'Correct the code, or declare it in data/questions.' },
        ),
      ];
    }
    const values: ReadonlyArray<unknown> =
      'equals' in comparison ? [comparison.equals] : 'in' in comparison ? comparison.in : [];
    const offered: ReadonlyArray<unknown> | null =
      question.kind === 'BOOLEAN'
        ? [true, false]
        : question.kind === 'CHOICE'
          ? (question.options ?? []).map(({ code }) => code)
          : null;
    return values
      .filter((value) => offered !== null && !offered.includes(value))
      .map((value) =>
        file.finding(
          'UNKNOWN_OPTION',
          path,
          {
            zh: `问题“${question.code}”没有选项“${String(value)}”。`,
            en: `The question "${question.code}" has no option "${String(value)}".`,
          },
          { zh: `请改用 ${offered?.join('、') ?? ''}。`, en: `Use one of ${offered?.join(', ') ?? ''}.` },
        ),
      );
  });
}

function findCircles(files: CatalogueFiles, questions: ReadonlyMap<string, Question>): ReadonlyArray<Finding> {
  const waitsFor = (code: string, seen: ReadonlySet<string>): boolean =>
    comparisonsOf(questions.get(code)?.condition).some(
      ({ question }) => seen.has(question) || waitsFor(question, new Set([...seen, question])),
    );
  return files.questions.flatMap(({ file, value }) =>
    value.questions.flatMap(({ code }, index) =>
      waitsFor(code, new Set([code]))
        ? [
            file.finding(
              'QUESTIONS_WAIT_FOR_EACH_OTHER',
              ['questions', index, 'condition'],
              {
                zh: `问题“${code}”的前提最终取决于它自己。`,
                en: `Whether "${code}" is asked depends, in the end, on itself.`,
              },
              { zh: '请删去循环中的一个前提。', en: 'Remove one of the conditions in the circle.' },
            ),
          ]
        : [],
    ),
  );
}
