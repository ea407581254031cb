import { inBoth } from '../../../language/text.ts';
import { usesOf } from '../../documents.ts';
import type { Fault, Rule } from '../../rule.ts';

/**
 * 结婚证与离婚证、出生与死亡一类相反的材料被当作一种。
 * Documents that are opposites are taken for one: marriage and divorce, birth and death.
 *
 * @why 申请人会被要求提交正好相反的材料。
 * Citizens are asked for the very opposite of what they have.
 * @mend 改正别名、材料名称或类型。
 * Correct the other name, the row's name or its type.
 * @source 《中华人民共和国民法典》婚姻家庭编
 */
export const rule: Rule = {
  code: 'OPPOSITES_CONFUSED',
  severity: 'error',
  perFile: true,

  *find({ documentTypes, matters }) {
    const names = new Map<string, string>();
    for (const { file, value } of documentTypes)
      for (const [index, { code, name, aliases }] of (value.documentTypes ?? []).entries()) {
        names.set(code, name.zh);
        const wrong = aliases.find((alias) => areOpposites(alias, name.zh));
        if (wrong !== undefined) yield said(file, ['documentTypes', index, 'aliases'], wrong, name.zh);
      }
    for (const { file, value } of matters)
      for (const [index, row] of value.requirements.entries()) {
        const called = inBoth(row.name).zh;
        const types = usesOf(row).map(({ type }) => names.get(type) ?? '');
        const wrong = types.find((name) => areOpposites(called, name));
        // A row of several may name one and take the other too.
        if (wrong !== undefined && types.every((name) => name === wrong))
          yield said(file, ['requirements', index, 'name'], called, wrong);
      }
  },
};

const opposites = [
  ['结婚', '离婚'],
  ['出生', '死亡'],
  ['迁入', '迁出'],
  ['设立', '注销'],
] as const;

function areOpposites(one: string, other: string): boolean {
  const isOf = (text: string, word: string, against: string): boolean => text.includes(word) && !text.includes(against);
  return opposites.some(([a, b]) => (isOf(one, a, b) && isOf(other, b, a)) || (isOf(one, b, a) && isOf(other, a, b)));
}

function said(file: Fault['file'], at: Fault['at'], one: string, other: string): Fault {
  return {
    file,
    at,
    message: { zh: `“${one}”与“${other}”相反。`, en: `"${one}" is the opposite of "${other}".` },
    mend: { zh: '请改正其中之一。', en: 'Correct one of them.' },
  };
}
