import type { Question } from '../../../language/conditions.ts';
import type { Localized } from '../../../language/text.ts';
import type { Catalogue } from '../../catalogue.ts';
import type { TellerInFile } from '../../desk-shapes.ts';
import type { Rule } from '../../rule.ts';

/**
 * 所写的一方答不出这个问题：答案的类型不同，没有这个选项，或者该数据来源没有这种材料。
 * Who is said to know a fact cannot answer its question: by kind, by an option that there is not, or because the source has no such document.
 *
 * @why 得到的值不是一个答案，条件永远不确定，政策不会提供给任何人。
 * What is told is no answer, so the condition is never decided and nobody is ever offered it.
 * @mend 让日期回答日期题、是否持有回答是非题；其余的用 answers 写明值与答案的对应。
 * Let days answer questions about days and what is held those with yes and no; for others say in answers which value is which answer.
 * @source schema/catalogue/policies.schema.json
 */
export const rule: Rule = {
  code: 'POLICY_TELLER_UNFIT',
  severity: 'error',
  *find(catalogue) {
    const { policies, questionOf } = catalogue;
    for (const { file, value } of policies)
      for (const [index, { facts }] of value.policies.entries())
        for (const [place, { question: code, from }] of facts.entries()) {
          const question = questionOf.get(code);
          // One that there is not is found by another rule.
          if (!question) continue;
          for (const [at, teller] of from.entries()) {
            const message = wrongWith(teller, question, catalogue);
            if (!message) continue;
            yield {
              file,
              at: ['policies', index, 'facts', place, 'from', at],
              message,
              mend: { zh: '请换一方，或改正 answers。', en: 'Name another, or correct "answers".' },
            };
          }
        }
  },
};

/** Kind of question that a value answers as it is; null: it depends on what stands there. */
function kindTold(teller: TellerInFile): Question['kind'] | null {
  if ('identity' in teller) return teller.identity === 'birth-date' ? 'DATE' : 'CHOICE';
  if (!('licence' in teller) || teller.tells === 'FIELD') return null;
  return teller.tells === 'HELD' ? 'BOOLEAN' : 'DATE';
}

function wrongWith(teller: TellerInFile, question: Question, { documentTypes }: Catalogue): Localized | null {
  const kind = kindTold(teller);
  if (teller.answers === undefined && kind !== null && kind !== question.kind)
    return {
      zh: `“${question.code}”要的是${question.kind}，这里说的是${kind}。`,
      en: `"${question.code}" wants ${question.kind}, and this tells ${kind}.`,
    };
  const options = new Set(question.options.map((option) => option.code));
  const strange = Object.values(teller.answers ?? {}).find(
    (answer) => options.size !== 0 && !options.has(String(answer)),
  );
  if (strange !== undefined)
    return { zh: `“${question.code}”没有选项“${strange}”。`, en: `"${question.code}" has no option "${strange}".` };
  if (!('source' in teller)) return null;
  const type = documentTypes.flatMap(({ value }) => value.documentTypes ?? []).find(({ code }) => code === teller.type);
  return !type || type.sources?.includes(teller.source)
    ? null
    : {
        zh: `数据来源“${teller.source}”没有“${teller.type}”。`,
        en: `The source "${teller.source}" has no "${teller.type}".`,
      };
}
