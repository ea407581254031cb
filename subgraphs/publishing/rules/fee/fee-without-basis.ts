import type { Rule } from '../../rule.ts';

/**
 * 收费没有写明依据。
 * A fee states no basis.
 *
 * @why 没有依据的收费就是乱收费，申请人可以拒付。
 * A fee without a basis is unlawful, and nobody has to pay it.
 * @mend 写明收费依据文件的名称和文号。
 * Name the document on which it is charged.
 * @source 《中华人民共和国行政许可法》第五十八条
 */
export const rule: Rule = {
  code: 'FEE_WITHOUT_BASIS',
  severity: 'error',
  perFile: true,

  *find({ matters }) {
    for (const { file, value } of matters)
      for (const [index, { basis }] of (value.costs ?? []).entries()) {
        if (basis.trim() !== '') continue;
        yield {
          file,
          at: ['costs', index, 'basis'],
          message: { zh: '收费没有依据。', en: 'The fee has no basis.' },
          mend: { zh: '请写明收费依据。', en: 'Name the document on which it is charged.' },
        };
      }
  },
};
